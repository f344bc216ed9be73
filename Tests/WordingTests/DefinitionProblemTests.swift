import Definitions
import Foundation
import Testing
import Wording

struct DefinitionProblemTests {
    typealias Reason = DefinitionProblem.Reason

    static let reasons: [Reason] = [
        .unreadable("registers/x.yaml"), .malformed("第 3 行缩进"), .missingKey("label"), .unknownKey("labl"),
        .wrongShape(key: "max", expected: "integer>=0"),
        .keyNotForType(key: "max", type: "bool"), .unknownValue(key: "type", value: "dat", allowed: ["date", "text"]),
        .duplicate(kind: "field", name: "title"), .unknown(kind: "state", name: "agred"), .badDate("2021-13-02"),
        .badName("Größe"),
        .emptyLabel("fields/title"), .versionsOverlap(clock: "行政复议/decide"), .versionGap(clock: "行政复议/decide"),
        .periodWithoutArticle(clock: "行政复议/decide"), .noStartState, .severalStartStates, .unreachableState("agreed"),
        .deadEnd("agreed"),
        .leavesEndState(transition: "reopen"), .wrongFieldType(field: "title", type: "text", expected: "date|moment"),
        .personalIsPublic("name"),
        .personalInList(use: "filters", field: "name"), .lookUpOfPlainField("title"), .overlayLoosens("fields/title"),
        .fieldNotInForm("title"),
        .automaticMoveHasRoles("lapse"), .moveWithoutRoles("accept"), .calendarDayOutsideYear("2023-05-01"),
        .calendarWorkdayNotOnWeekend("2022-01-26"),
        .outlinePartMissing("heads_duty"), .circular("case.share"),
        .missingRequirement(transition: "adjust", field: "effective_on"),
        .wrongParameterKind(parameter: "days", kind: "length", expected: "number"), .parameterNotLocal(clock: "行政复议/decide"),
        .parameterUnused("days"), .templateWithoutLetter("receipt"), .template(.openBrace),
        .notCovered(field: "title"),
    ]

    static func caseNumber(_ reason: Reason) -> Int {
        switch reason {
        case .unreadable: 0
        case .malformed: 1
        case .missingKey: 2
        case .unknownKey: 3
        case .wrongShape: 4
        case .keyNotForType: 5
        case .unknownValue: 6
        case .duplicate: 7
        case .unknown: 8
        case .badDate: 9
        case .badName: 10
        case .emptyLabel: 11
        case .versionsOverlap: 12
        case .versionGap: 13
        case .periodWithoutArticle: 14
        case .noStartState: 15
        case .severalStartStates: 16
        case .unreachableState: 17
        case .deadEnd: 18
        case .leavesEndState: 19
        case .wrongFieldType: 20
        case .personalIsPublic: 21
        case .personalInList: 22
        case .lookUpOfPlainField: 23
        case .overlayLoosens: 24
        case .fieldNotInForm: 25
        case .automaticMoveHasRoles: 26
        case .moveWithoutRoles: 27
        case .calendarDayOutsideYear: 28
        case .calendarWorkdayNotOnWeekend: 29
        case .outlinePartMissing: 30
        case .circular: 31
        case .missingRequirement: 32
        case .wrongParameterKind: 33
        case .parameterNotLocal: 34
        case .parameterUnused: 35
        case .templateWithoutLetter: 36
        case .template: 37
        case .notCovered: 38
        }
    }

    @Test("every mistake in the catalogue has one line in both languages, with a hint")
    func everyReason() {
        #expect(Self.reasons.map(Self.caseNumber) == Array(0..<Self.reasons.count))
        for wording in [Fixture.chinese, Fixture.english] {
            for (reason, suggestion) in Self.reasons.flatMap({ [($0, Optional("label")), ($0, nil)] }) {
                let line = wording.line(for: DefinitionProblem(place: Fixture.place, reason: reason, suggestion: suggestion))
                #expect(line.hasPrefix("registers/x/made_up.yaml:12: ") && endsProperly(line) && line.count > 40, "\(line)")
                #expect(!line.contains("\n") && !line.contains("Optional(") && !line.contains("  "), "\(line)")
                #expect(line.contains("“label”") || suggestion == nil, "\(line)")
            }
        }
    }

    @Test(
        "a near name is offered",
        arguments: [
            (Reason.unknownKey("labl"), "不认识的键“labl”。是不是“label”？", "“labl” is not a key of this form. Did you mean “label”?"),
            (.unknown(kind: "state", name: "labl"), "没有状态“labl”。是不是“label”？", "There is no state “labl”. Did you mean “label”?"),
        ])
    func suggestion(_ reason: Reason, _ chinese: String, _ english: String) {
        let problem = DefinitionProblem(place: Fixture.place, reason: reason, suggestion: "label")
        #expect(Fixture.chinese.sentence(for: problem) == chinese)
        #expect(Fixture.english.sentence(for: problem) == english)
    }

    @Test(
        "the checker's shorthand for a shape is put into words",
        arguments: [
            ("integer>=0", "“max”的写法不对，应为：不小于 0 的整数。"), ("integer 0...6", "“max”的写法不对，应为：0 到 6 的整数。"),
            ("one_of minutes|hours", "“max”的写法不对，应为：其中一项：minutes、hours。"), ("true|false", "“max”的写法不对，应为：true 或 false。"),
            ("one_measure", "“max”的写法不对，应为：唯一的一种算法。"),
        ])
    func shapes(_ expected: String, _ chinese: String) {
        let problem = DefinitionProblem(place: Fixture.place, reason: .wrongShape(key: "max", expected: expected))
        #expect(Fixture.chinese.sentence(for: problem) == chinese)
        #expect(!isChinese(Fixture.english.sentence(for: problem)))
    }

    @Test("the checker's own words for kinds, shapes and uses are all known, so that none gets into a sentence as it is")
    func knownWords() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Definitions")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)).compactMap {
            $0 as? URL
        }
        let text = try files.filter { $0.pathExtension == "swift" }.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
        #expect(text.contains("enum Reason") && files.count > 10)
        for match in text.matches(of: /(?:kind: |reference\()"([a-z_]+)"/) {
            let sentence = Fixture.english.sentence(for: problem(.unknown(kind: String(match.1), name: "x")))
            #expect(sentence != "There is no name “x”. Check the name, or define it first.", "\(match.1)")
        }
        for match in text.matches(of: /(?:expected: |reportShape\()"([^"\\]+[a-z}])"/) {
            let sentence = Fixture.english.sentence(for: problem(.wrongShape(key: "x", expected: String(match.1))))
            #expect(!sentence.contains("“\(match.1)”"), "\(match.1)")
        }
        for match in text.matches(of: /use: "([a-z\/_]+)"/) {
            let sentence = Fixture.english.sentence(for: problem(.personalInList(use: String(match.1), field: "x")))
            #expect(!sentence.contains("this purpose"), "\(match.1)")
        }
    }

    private func problem(_ reason: Reason) -> DefinitionProblem { DefinitionProblem(place: Fixture.place, reason: reason) }

    @Test("types, marks and levels have names in both languages")
    func names() {
        for wording in [Fixture.chinese, Fixture.english] {
            let names =
                FieldType.allCases.map(wording.name(of:)) + PersonalMark.allCases.map(wording.name(of:))
                + PublicationLevel.allCases.map(wording.name(of:))
                + Force.allCases.map(wording.name(of:)) + ChangeForm.allCases.map(wording.name(of:))
            #expect(names.allSatisfy { !$0.isEmpty && isChinese($0) == (wording.language == .chinese) })
        }
    }
}

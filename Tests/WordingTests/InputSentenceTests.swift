import Definitions
import LegalTime
import Records
import Testing
import Wording

struct InputSentenceTests {
    typealias Reason = InputProblem.Reason

    /// One of each; the compiler asks for a new one here through `caseName`.
    static let reasons: [Reason] = [
        .missing, .tooLong(max: 80, count: 95), .controlCharacter, .notADate("前天"), .noSuchDay("2021年13月2日", month: 13, day: 2),
        .notATime("晌午"), .notANumber("若干"), .tooManyDecimals(max: 2), .tooLarge(max: 100_000), .tooSmall(min: 2),
        .notYesOrNo("也许"),
        .notInCodes("停车纠纷", near: ["邻里纠纷", "物业纠纷"]), .retiredCode(label: "邻里纠纷", until: day("2023-12-31")),
        .codeNotYet(label: "邻里纠纷", since: day("2024-01-01")), .unknownUnit("第十三社区", near: ["近十二社区"]),
        .wrongUnitKind(label: "区司法局"),
        .unknownReference("某案", near: []), .ambiguousReference("某案"),
        .earlierThan(field: "zz_registered_on", its: day("2022-01-15"), this: day("2022-01-05")),
        .inFuture(day("2022-02-01"), today: day("2022-01-18")), .tooFewRows(min: 2, count: 1), .tooManyRows(max: 50, count: 51),
        .idNumberLength(17), .idNumberCheckDigit, .idNumberDate, .badPhone("12"), .alreadyUsed(number: "锦高民调〔2021〕0538号"),
        .lockedYear(2020),
        .notYours, .fieldNotYet(since: day("2024-01-01")), .unknownNumber("锦高民调〔2021〕9999号"), .unknownColumn("备注"),
        .unknownItem("桌牌", near: ["一块标识牌"]), .itemNotMarked(item: "一块标识牌", "大概"), .itemNotPoints(item: "事实清楚", "满分"),
        .itemOutOfRange(item: "事实清楚", max: 20, "21"), .itemsMissing(count: 2),
        .changedByMove(["adjust"]), .beforeVersion(from: day("2022-01-15"), this: day("2022-01-05")),
    ]

    static func caseName(_ reason: Reason) -> Int {
        switch reason {
        case .missing: 0
        case .tooLong: 1
        case .controlCharacter: 2
        case .notADate: 3
        case .noSuchDay: 4
        case .notATime: 5
        case .notANumber: 6
        case .tooManyDecimals: 7
        case .tooLarge: 8
        case .tooSmall: 9
        case .notYesOrNo: 10
        case .notInCodes: 11
        case .retiredCode: 12
        case .codeNotYet: 13
        case .unknownUnit: 14
        case .wrongUnitKind: 15
        case .unknownReference: 16
        case .ambiguousReference: 17
        case .earlierThan: 18
        case .inFuture: 19
        case .tooFewRows: 20
        case .tooManyRows: 21
        case .idNumberLength: 22
        case .idNumberCheckDigit: 23
        case .idNumberDate: 24
        case .badPhone: 25
        case .alreadyUsed: 26
        case .lockedYear: 27
        case .notYours: 28
        case .fieldNotYet: 29
        case .unknownNumber: 30
        case .unknownColumn: 31
        case .unknownItem: 32
        case .itemNotMarked: 33
        case .itemNotPoints: 34
        case .itemOutOfRange: 35
        case .itemsMissing: 36
        case .changedByMove: 37
        case .beforeVersion: 38
        }
    }

    @Test("every problem with an input has a whole sentence in both languages, for a field of any type and for none")
    func everyReason() {
        #expect(Self.reasons.map(Self.caseName) == Array(0..<Self.reasons.count))
        let places =
            Fixture.register.fields.map { InputPlace(field: $0.name) } + [
                InputPlace(field: "zz_parties", row: 1, child: "zz_id_number"), InputPlace(field: "zz_parties", row: 1),
                InputPlace(field: "zz_unknown"),
            ]
        for wording in [Fixture.chinese, Fixture.english] {
            for (place, reason) in places.flatMap({ place in Self.reasons.map { (place, $0) } }) {
                let sentence = wording.sentence(for: InputProblem(place: place, reason: reason), in: Fixture.register)
                #expect(sentence.count > 5 && endsProperly(sentence), "\(place.key) \(reason): \(sentence)")
                #expect(leaks(sentence) == nil, "\(place.key) \(reason): \(sentence)")
                #expect(!sentence.contains("。。") && !sentence.contains("..") && !sentence.contains(" ."), "\(sentence)")
            }
        }
    }

    @Test(
        "sentences read as the pages have them",
        arguments: [
            (
                InputPlace(field: "zz_accepted_on"),
                Reason.earlierThan(field: "zz_registered_on", its: day("2022-01-15"), this: day("2022-01-05")),
                "“受理日期”（2022-01-05）不能早于“登记日期”（2022-01-15）。请核对登记日期。",
                "“Accepted on” (2022-01-05) cannot be earlier than “Registered on” (2022-01-15). Please check both dates."
            ),
            (InputPlace(field: "zz_type"), .missing, "请选择纠纷类型。", "Please choose a value for “Dispute type”."),
            (
                InputPlace(field: "zz_parties", row: 1, child: "zz_id_number"), .idNumberLength(17),
                "当事人 2：证件号码应为 18 位，现在是 17 位。没有证件可以留空。",
                "Parties 2: “Identity number” should have 18 characters; it has 17. Leave it empty if there is none."
            ),
            (
                InputPlace(field: "zz_type"), .notInCodes("停车纠纷", near: ["邻里纠纷", "物业纠纷"]), "“停车纠纷”不在代码表。可选“邻里纠纷”或“物业纠纷”。",
                "“停车纠纷” is not in the list of codes. Perhaps “Neighbours” or “Property services”?"
            ),
            (
                InputPlace(field: "zz_accepted_on"), .noSuchDay("2021年13月2日", month: 13, day: 2), "没有 13 月。可写 2021-12-02。",
                "There is no month 13. Perhaps 2021-12-02?"
            ),
            (
                InputPlace(field: "zz_accepted_on"), .noSuchDay("20210230", month: 2, day: 30),
                "2021 年 2 月没有 30 日。可写 2021-02-28。",
                "February 2021 has no day 30. Perhaps 2021-02-28?"
            ),
            (
                InputPlace(field: "zz_accepted_on"), .noSuchDay("0230", month: 2, day: 30), "2 月没有 30 日。请核对受理日期。",
                "February has no day 30. Please check “Accepted on”."
            ),
            (
                InputPlace(field: "zz_committee"), .unknownReference("第十三社区", near: ["近十二社区"]), "没有“第十三社区”。相近：近十二社区。",
                "There is no “第十三社区”. Similar: 近十二社区."
            ),
            (
                InputPlace(field: "zz_parties"), .tooFewRows(min: 2, count: 1), "“当事人”只有 1 名，至少 2 名。请补填。",
                "“Parties” needs at least 2 rows and has 1. Please add the rest."
            ),
            (
                InputPlace(field: "zz_unit"), .wrongUnitKind(label: "区司法局"), "“区司法局”不是镇街。“镇街”请选择一个镇街。",
                "“区司法局” is not a town or sub-district. Please choose a town or sub-district for “Zz unit”."
            ),
        ])
    func golden(_ place: InputPlace, _ reason: Reason, _ chinese: String, _ english: String) {
        let problem = InputProblem(place: place, reason: reason)
        #expect(Fixture.chinese.sentence(for: problem, in: Fixture.register) == chinese)
        #expect(Fixture.english.sentence(for: problem, in: Fixture.register) == english)
    }

    @Test("a code list short enough is offered whole where nothing is near")
    func wholeList() {
        let problem = InputProblem(place: InputPlace(field: "zz_form"), reason: .notInCodes("电子", near: []))
        #expect(Fixture.chinese.sentence(for: problem, in: Fixture.register) == "“电子”不在代码表。可选“调解协议书”或“口头协议”。")
    }

    @Test("a long or broken input is quoted short and on one line")
    func shortQuotation() {
        let problem = InputProblem(
            place: InputPlace(field: "zz_accepted_on"), reason: .notADate(String(repeating: "很长\n", count: 60)))
        let sentence = Fixture.chinese.sentence(for: problem, in: Fixture.register)
        #expect(sentence.count < 110 && !sentence.contains("\n") && sentence.contains("…"))
    }

    @Test("the heading counts the problems in words")
    func heading() {
        #expect(Fixture.chinese.problemsHeading(3) == "还有三处要改")
        #expect(Fixture.chinese.problemsHeading(12) == "还有 12 处要改")
        #expect(Fixture.english.problemsHeading(1) == "One thing to correct")
        #expect(Fixture.english.problemsHeading(3) == "3 things to correct")
    }
}

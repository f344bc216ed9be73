import Definitions
import LegalTime
import Testing

/// The lending catalogue with two values left to the place, and the shelf as the library's business.
enum LocalLending {
    static let parameters = """
        parameters:
          - { name: reminder_days, label: 提醒提前日数, english: Days before, kind: length, default: { working_days: 3 }, basis: 借阅办法#15, confirm: true }
          - { name: write_off_fee, label: 核销金额, english: Fee, kind: money, default: 100, note: 以元为单位 }
          - { name: heavy, label: 重书, english: Heavy, kind: number, default: 2.5 }
        """

    static let files: [String: String] = {
        var files = LendingCatalogue.files
        files["parameters.yaml"] = parameters
        files["laws/lending.yaml"]?.replace(
            "force: local, length: { working_days: 3 }", with: "force: local, length: { parameter: reminder_days }")
        files["registers/desk/loan.yaml"]?.replace("at_least: 10000", with: "at_least: { parameter: write_off_fee }")
        files["registers/desk/loan.yaml"]?.replace("at_most: 2.5", with: "at_most: { parameter: heavy }")
        files["registers/desk/loan.yaml"]?.replace("office: reading", with: "office: reading\nbusiness: [department, station]")
        files["districts/hill-town/district.yaml"]?.replace(
            "units:\n",
            with: """
                parameters:
                  reminder_days: { value: { working_days: 7 }, source: 山镇借阅细则第三条 }
                  write_off_fee: { value: 88.50, source: 山镇收费表 }
                business: { shelf: [library] }
                units:

                """)
        return files
    }()

    static func load(_ change: (inout [String: String]) -> Void = { _ in }) -> CatalogueLoad {
        var files = files
        change(&files)
        return CatalogueLoader.load(files: files)
    }

    static func line(_ text: String, of mark: String) -> Int {
        (text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(mark) } ?? -1) + 1
    }
}

@Suite("Values left to the place")
struct ParameterTests {
    @Test("a clock takes the default, and the district's length once a district looks")
    func clockLength() throws {
        let load = LocalLending.load()
        let shared = try #require(load.catalogue, "\(load.problems)")
        let before = try #require(shared.clock("借阅/reminder")?.versions.first)
        #expect(before.term == .length(.workingDays(3)))
        #expect(before.needsConfirmation)
        #expect(before.parameter?.source == nil)
        let seen = shared.forDistrict("hill-town")
        let after = try #require(seen.clock("借阅/reminder")?.versions.first)
        #expect(after.term == .length(.workingDays(7)))
        #expect(after.parameter?.standard == .length(.workingDays(3)))
        #expect(after.parameter?.source == "山镇借阅细则第三条")
        #expect(!after.needsConfirmation, "a value with a source needs no confirmation")
    }

    @Test("a condition compares with fen and with units of the field's last place")
    func conditions() throws {
        let shared = try #require(LocalLending.load().catalogue)
        func amounts(_ catalogue: Catalogue) throws -> (Int64, Int64) {
            let loan = try #require(catalogue.register("loan"))
            guard case .any(let parts)? = loan.transition("write_off")?.only,
                case .field(_, .atLeast(.parameter(_, let fee))) = parts[1],
                case .all(let applies)? = loan.deadline("return")?.applies,
                case .not(.field(_, .atMost(.parameter(_, let weight)))) = applies[1]
            else {
                Issue.record("the conditions were read otherwise")
                return (0, 0)
            }
            return (fee, weight)
        }
        #expect(try amounts(shared) == (10_000, 250))
        #expect(try amounts(shared.forDistrict("hill-town")) == (8_850, 250))
    }

    @Test("a register says whose business it is, and a district narrows it")
    func business() throws {
        let shared = try #require(LocalLending.load().catalogue)
        #expect(shared.register("loan")?.business == ["department", "station"])
        #expect(shared.district("hill-town")?.business == ["shelf": ["library"]])
    }

    @Test("the canonical text names the parameter and loads again")
    func canonical() throws {
        let shared = try #require(LocalLending.load().catalogue)
        let loan = try #require(shared.register("loan"))
        #expect(loan.text.contains("{\"parameter\": \"write_off_fee\"}"))
        let again = LocalLending.load { $0["registers/desk/loan.yaml"] = loan.text }
        #expect(again.catalogue?.register("loan")?.digest == loan.digest, "\(again.problems)")
    }

    struct Mistake: CustomTestStringConvertible {
        var path: String
        var old: String
        var new: String
        var reason: DefinitionProblem.Reason
        var suggestion: String?
        var testDescription: String { "\(path): \(new)" }
    }

    static let mistakes: [Mistake] = [
        Mistake(
            path: "laws/lending.yaml", old: "parameter: reminder_days", new: "parameter: reminder_day",
            reason: .unknown(kind: "parameter", name: "reminder_day"), suggestion: "reminder_days"),
        Mistake(
            path: "laws/lending.yaml", old: "parameter: reminder_days", new: "parameter: heavy",
            reason: .wrongParameterKind(parameter: "heavy", kind: "number", expected: "length")),
        Mistake(
            path: "laws/lending.yaml", old: "force: local, length: { parameter", new: "force: mandatory, length: { parameter",
            reason: .parameterNotLocal(clock: "借阅/reminder")),
        Mistake(
            path: "registers/desk/loan.yaml", old: "parameter: write_off_fee", new: "parameter: writeoff_fee",
            reason: .unknown(kind: "parameter", name: "writeoff_fee"), suggestion: "write_off_fee"),
        Mistake(
            path: "registers/desk/loan.yaml", old: "parameter: write_off_fee", new: "parameter: heavy",
            reason: .wrongParameterKind(parameter: "heavy", kind: "number", expected: "money")),
        Mistake(
            path: "registers/desk/loan.yaml", old: "business: [department, station]", new: "business: [departments, station]",
            reason: .unknownValue(key: "business", value: "departments", allowed: UnitDefinition.kinds), suggestion: "department"),
        Mistake(
            path: "parameters.yaml", old: "default: { working_days: 3 }", new: "default: 3",
            reason: .wrongShape(key: "default", expected: "mapping")),
        Mistake(
            path: "parameters.yaml", old: "default: 100", new: "default: 100.005",
            reason: .wrongShape(key: "default", expected: "yuan")),
        Mistake(
            path: "parameters.yaml", old: "kind: money", new: "kind: sum",
            reason: .unknownValue(key: "kind", value: "sum", allowed: ["length", "money", "number"])),
        Mistake(
            path: "parameters.yaml", old: "name: heavy", new: "name: reminder_days",
            reason: .duplicate(kind: "parameter", name: "reminder_days")),
        Mistake(
            path: "districts/hill-town/district.yaml", old: "reminder_days: { value", new: "reminder_dys: { value",
            reason: .unknown(kind: "parameter", name: "reminder_dys"), suggestion: "reminder_days"),
        Mistake(
            path: "districts/hill-town/district.yaml", old: "value: { working_days: 7 }", new: "value: 7",
            reason: .wrongShape(key: "value", expected: "mapping")),
        Mistake(
            path: "districts/hill-town/district.yaml", old: ", source: 山镇收费表", new: "",
            reason: .missingKey("source")),
        Mistake(
            path: "districts/hill-town/district.yaml", old: "shelf: [library]", new: "shelff: [library]",
            reason: .unknown(kind: "register", name: "shelff"), suggestion: "shelf"),
        Mistake(
            path: "districts/hill-town/district.yaml", old: "shelf: [library]", new: "shelf: [libraries]",
            reason: .unknown(kind: "unit", name: "libraries"), suggestion: "library"),
    ]

    @Test("a mistake is found at its line", arguments: mistakes)
    func mistake(_ mistake: Mistake) {
        let load = LocalLending.load { $0[mistake.path]?.replace(mistake.old, with: mistake.new, maxReplacements: 1) }
        #expect(load.catalogue == nil)
        #expect(load.problems.contains { $0.reason == mistake.reason && $0.suggestion == mistake.suggestion }, "\(load.problems)")
        // A clock that is no local one any more is refused in the overlay that uses it, too.
        let others = load.problems.filter { $0.reason != .overlayLoosens("deadlines/reminder") }
        #expect(others.allSatisfy { $0.place.file == mistake.path }, "\(load.problems)")
        guard !mistake.new.isEmpty, let found = load.problems.first(where: { $0.reason == mistake.reason }) else { return }
        var files = LocalLending.files
        files[mistake.path]?.replace(mistake.old, with: mistake.new, maxReplacements: 1)
        let lines = (files[mistake.path] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[found.place.line - 1].contains(mistake.new))
    }

    @Test("a parameter that nothing uses is a warning at its line")
    func unused() throws {
        let load = LocalLending.load { $0["registers/desk/loan.yaml"]?.replace("{ parameter: heavy }", with: "2.5") }
        #expect(load.catalogue != nil)
        let line = LocalLending.line(LocalLending.parameters, of: "name: heavy")
        #expect(
            load.problems == [
                DefinitionProblem(place: SourcePlace(file: "parameters.yaml", line: line), reason: .parameterUnused("heavy"))
            ])
        #expect(load.problems.first?.isError == false)
    }
}

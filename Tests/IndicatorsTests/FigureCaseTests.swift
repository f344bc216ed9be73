import Access
import Deadlines
import Definitions
import Foundation
import LegalTime
import Records
import Store
import StoreSQLite
import TestSupport
import Testing
import Yams

@testable import Indicators

/// The cases that a lawyer reviews: so many records like these give this figure.
@Suite("The reviewed cases of the figures", .serialized)
struct FigureCaseTests {
    @Test("every case comes out as written", arguments: Repository.yamlFiles(in: "cases/indicators"))
    func outcome(file: URL) async throws {
        let folder = try TemporaryFolder()
        let catalogue = Repository.catalogue.forDistrict("jinzhou-gaoxin")
        try await SchemaTemplate.shared.copy(of: catalogue.registers, to: folder.file("cases.sqlite"))
        let engine = try SQLiteEngine(path: folder.file("cases.sqlite"))
        for (number, example) in try FigureCase.all(in: file).enumerated() {
            // Each case has a district of its own in one database.
            let district = "case-\(number)"
            let name = try example.name(in: catalogue)
            let register = try #require(catalogue.register(name.register), "\(example.name)")
            let records = try example.records(of: register, catalogue: catalogue, district: district)
            try await engine.keep(records, of: register)
            let scope = Scope.wholeDistrict(
                district, as: "t", on: example.today, registers: catalogue.registers.map(\.name), acts: [.read])
            let statistics = Statistics(engine: engine, catalogue: catalogue, district: district)
            let figure = try await statistics.figures([name], period: example.period, scope: scope, today: example.today).first
            #expect(figure?.value.text == example.expected, "\(example.name)")
            if let rows = example.rows { #expect(figure?.rows == rows, "\(example.name)") }
        }
    }

    @Test("there are cases for figures of every register, and no two have one name")
    func reach() throws {
        let cases = try Repository.yamlFiles(in: "cases/indicators").flatMap(FigureCase.all)
        let registers = Set(cases.compactMap { $0.figure.split(separator: ".").first.map(String.init) })
        #expect(registers == Set(Repository.catalogue.registers.map(\.name)))
        #expect(Set(cases.map(\.figure)).count >= 50)
        #expect(Set(cases.map(\.name)).count == cases.count)
    }
}

private struct FigureCase {
    var name: String
    var figure: String
    var period: Period
    var today: Day
    var records: [Node]
    var expected: String
    var rows: Int?

    static func all(in file: URL) throws -> [FigureCase] {
        let nodes = try #require(try Yams.compose(yaml: String(contentsOf: file, encoding: .utf8))?.sequence)
        return try nodes.flatMap { node in
            let mapping = try #require(node.mapping)
            let year = try #require(mapping["period"]?.int)
            let period = Period(year: year)
            // Several figures may be told of one set of records.
            let told = try mapping["figures"]?.sequence?.map { try #require($0.mapping) } ?? [mapping]
            return try told.map { figure in
                FigureCase(
                    name: try #require(figure["name"]?.string), figure: try #require(figure["figure"]?.string), period: period,
                    today: mapping["today"]?.string.flatMap(Day.init(iso:)) ?? period.through.adding(days: 18),
                    records: Array(try #require(mapping["records"]?.sequence)),
                    expected: try #require(figure["expected"]?.string), rows: figure["rows"]?.int)
            }
        }
    }

    func name(in catalogue: Catalogue) throws -> FigureName {
        let parts = figure.split(separator: ".").map(String.init)
        let name = FigureName(register: parts[0], indicator: try #require(parts.last))
        _ = try #require(catalogue.indicator(name), "\(figure)")
        return name
    }

    /// The records with what their clocks come to.
    func records(of register: RegisterDefinition, catalogue: Catalogue, district: String) throws -> [RandomRecord] {
        try records.enumerated().map { index, node in try record(node, index, register, catalogue, district) }
    }

    private func record(_ node: Node, _ index: Int, _ register: RegisterDefinition, _ catalogue: Catalogue, _ district: String)
        throws -> RandomRecord
    {
        var input = RecordInput()
        var fields: [FieldDefinition] = []
        var state = try #require(register.startState)
        var path: [StateDefinition] = []
        var entered: [(StateDefinition, Day)] = []
        var acts: [(TransitionDefinition, Day)] = []
        func named(_ label: String?) throws -> StateDefinition {
            try #require(register.states.first { $0.label == label }, "\(name): \(label ?? "")")
        }
        for (key, value) in try #require(node.mapping) {
            switch key.string {
            case "状态": state = try named(value.string)
            case "经过": path = try #require(value.sequence).map { try named($0.string) }
            case "进入":
                entered = try #require(value.mapping).map {
                    (try named($0.key.string), try #require($0.value.string.flatMap(Day.init(iso:))))
                }
            case "办理":
                // `- { 步骤: 调整, 日期: 2021-03-01 }`: acts that change no state of the case.
                acts = try #require(value.sequence).map { act in
                    let (label, day) = (act.mapping?["步骤"]?.string, act.mapping?["日期"]?.string)
                    return (
                        try #require(register.transitions.first { $0.label == label }, "\(name): \(label ?? "")"),
                        try #require(day.flatMap(Day.init(iso:)))
                    )
                }
            default:
                let field = try #require(register.fields.first { $0.label == key.string }, "\(name): \(key.string ?? "")")
                fields.append(field)
                if field.type == .rows {
                    input.rows[field.name] = try #require(value.sequence).map { row in
                        var texts: [String: String] = [:]
                        for (label, text) in try #require(row.mapping) {
                            texts[
                                try #require(field.fields.first { $0.label == label.string }, "\(name): \(label.string ?? "")")
                                    .name] = text.scalar?.string
                        }
                        return RowInput(texts: texts)
                    }
                } else {
                    input.texts[field.name] = value.scalar?.string
                }
            }
        }
        let units = try #require(catalogue.district("jinzhou-gaoxin")).units
        let context = InputContext(
            register: register, today: max(today, period.through).adding(days: 366), lockedYears: [],
            units: units.map { UnitChoice(id: $0.id, label: $0.label, kind: $0.kind) }
        ) { .one($1) }
        let (values, problems) = InputReader.read(input, fields: fields, context: context)
        #expect(problems.isEmpty, "\(name): \(problems)")
        let computed = ComputedFields(register).applied(to: values)
        return try kept(computed, acts, state, path, entered, index, register, catalogue, district)
    }

    /// Personal values as they lie in the store: bytes that nobody reads, with a hash beside those that are looked up.
    private static func sealed(_ values: [String: Value], _ fields: [FieldDefinition]) -> [String: Value] {
        var sealed = values
        for field in fields where field.personal != nil && field.type != .attachment {
            guard let text = values[field.name]?.text else { continue }
            sealed[field.name] = .sealed(Array(text.utf8))
            if field.personal?.isLookedUp == true { sealed["\(field.name)__hash"] = .sealed(Array(text.utf8)) }
        }
        return sealed
    }

    private func kept(
        _ values: [String: Value], _ acts: [(TransitionDefinition, Day)], _ state: StateDefinition, _ path: [StateDefinition],
        _ entered: [(StateDefinition, Day)],
        _ index: Int,
        _ register: RegisterDefinition, _ catalogue: Catalogue, _ district: String
    ) throws -> RandomRecord {
        var values = Self.sealed(values, register.fields)
        for field in register.fields {
            guard case .rows(let rows)? = values[field.name] else { continue }
            values[field.name] = .rows(
                rows.enumerated().map { Row(id: "row-\($0.offset)", values: Self.sealed($0.element.values, field.fields)) })
        }
        let start = try #require(register.startState)
        let at = Instant(day: today)
        let day = values[register.number.yearOf]?.day ?? period.from
        var states = [start] + path + entered.map(\.0)
        if states.last != state { states.append(state) }
        var stamps = states.enumerated().map { place, entry in
            MoveStamp(
                transition: "t", from: place == 0 ? nil : states[place - 1].name, to: entry.name,
                on: entered.first { $0.0 == entry }?.1 ?? day, at: at, by: "t",
                note: nil)
        }
        stamps += acts.map {
            MoveStamp(transition: $0.0.name, from: state.name, to: state.name, on: $0.1, at: at, by: "t", note: nil)
        }
        var passed: [String] = []
        for entry in states where !passed.contains(entry.name) { passed.append(entry.name) }
        let owner = values[register.owner]?.text ?? "gaoxin"
        let record = Record(
            id: "record-\(index)", district: district, register: register.name, number: "\(index)", state: state.name,
            owner: owner, revision: 1, values: values,
            createdAt: at, createdBy: "t", updatedAt: at, updatedBy: "t", passed: passed)
        let facts = RecordFacts(register: register, values: values, state: state.name, stamps: stamps)
        return RandomRecord(record: record, stamps: stamps, runs: DeadlineReckoner(catalogue).runs(for: facts, today: today))
    }
}

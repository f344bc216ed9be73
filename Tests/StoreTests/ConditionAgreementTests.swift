import Definitions
import LegalTime
import Records
import TestSupport
import Testing

@testable import Store

@Suite("Conditions in the database and in memory")
struct ConditionAgreementTests {
    @Test("every form of condition finds in the database what it finds in memory", arguments: EngineMaker.all)
    func agreement(maker: EngineMaker) async throws {
        let bench = try await Bench(maker)
        let records = try await bench.records(Repository.rounds(150, long: 1500), seed: 21)
        var conditions = RandomConditions(register: Bench.register, chance: Chance(seed: 22))
        var found = 0
        for round in 0..<Repository.rounds(700, long: 20_000) {
            let asOf = [Day("2020-09-30"), Day("2021-03-15"), Day("2021-12-31")][round % 3]
            let condition = conditions.next()
            let compiled = ConditionSQL(layout: bench.table.layout, dialect: bench.engine.dialect, asOf: asOf).compile(condition)
            let statement =
                Statement("SELECT r.id FROM r_parcel r WHERE r.district = 'reed-bay' AND ") + compiled
                + Statement(" ORDER BY r.id")
            let expected = records.filter { condition.holds(for: $0.facts(Bench.register, asOf: asOf)) }.map(\.record.id)
            let ids = try await bench.ids(statement)
            #expect(ids == expected, "\(condition)\n\(statement.sql)")
            if !expected.isEmpty, expected.count < records.count { found += 1 }
        }
        // Most conditions tell records apart; otherwise the agreement says little.
        #expect(found > Repository.rounds(700, long: 20_000) / 2)
    }

    @Test("each status of a clock is the same in the database as in memory", arguments: EngineMaker.all)
    func statuses(maker: EngineMaker) async throws {
        let bench = try await Bench(maker)
        let records = try await bench.records(300, seed: 23)
        for day in ["2020-02-01", "2020-09-30", "2021-03-15", "2021-12-31"].map({ Day($0) }) {
            let compiler = ConditionSQL(layout: bench.table.layout, dialect: bench.engine.dialect, asOf: day)
            for deadline in Bench.register.deadlines.map(\.name) {
                for status in ClockStatus.allCases {
                    let condition = Condition.deadline(deadline, [status])
                    let expected = records.filter { condition.holds(for: $0.facts(Bench.register, asOf: day)) }.map(\.record.id)
                    let statement =
                        Statement("SELECT r.id FROM r_parcel r WHERE ") + compiler.compile(condition)
                        + Statement(" ORDER BY r.id")
                    #expect(try await bench.ids(statement) == expected, "\(deadline) \(status) \(day.iso)")
                }
            }
        }
    }

    @Test("every condition of the real catalogue can be put to the database", arguments: EngineMaker.all)
    func realConditions(maker: EngineMaker) async throws {
        let folder = try TemporaryFolder()
        let engine = try maker.make(folder)
        let registers = Repository.catalogue.registers
        try await engine.apply(try await engine.plan(Schema.tables(registers), search: []))
        for register in registers {
            let compiler = ConditionSQL(layout: RegisterLayout(register), dialect: engine.dialect, asOf: Day("2021-12-31"))
            let conditions = register.transitions.map(\.only) + register.deadlines.map(\.applies)
            for condition in conditions {
                let statement = Statement("SELECT r.id FROM r_\(register.name) r WHERE ") + compiler.compile(condition)
                #expect(try await engine.read { try $0.all(statement) { $0.text(0) } }.isEmpty)
            }
        }
    }
}

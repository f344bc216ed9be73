import Definitions
import LegalTime
import Records
import TestSupport
import Testing

@testable import Store

@Suite("Paging by keys")
struct PagingTests {
    static let sorts: [RecordQuery.Sort] =
        [.registered(descending: true), .registered(descending: false), .due]
        + RegisterLayout(Bench.register).plainFields.flatMap {
            [.field($0.name, descending: true), .field($0.name, descending: false)]
        }
        + [.field("items", descending: true), .field("no_such_field", descending: false)]

    @Test("in every sort, forwards and backwards, each record is met exactly once, empty values too", arguments: EngineMaker.all)
    func eachOnce(maker: EngineMaker) async throws {
        let bench = try await Bench(maker)
        let records = try await bench.records(53, seed: 31)
        for sort in Self.sorts {
            var query = RecordQuery(district: "reed-bay", layout: bench.table.layout, units: .all, asOf: Day("2021-06-01"))
            query.sort = sort
            query.limit = 1000
            let whole = try await page(query, bench)
            #expect(Set(whole.map(\.id)) == Set(records.map(\.record.id)) && whole.count == records.count, "\(sort)")
            query.limit = 7
            var forwards: [RecordQuery.Cursor] = []
            while true {
                let rows = try await page(query, bench)
                forwards += rows
                guard rows.count == 7, let last = rows.last else { break }
                query.after = last
            }
            #expect(forwards.map(\.id) == whole.map(\.id), "\(sort) forwards")
            var backwards: [RecordQuery.Cursor] = []
            query.after = whole.last.map { RecordQuery.Cursor(value: $0.value, id: $0.id, isBackwards: true) }
            while true {
                let rows = try await page(query, bench)
                backwards = rows + backwards
                guard rows.count == 7, let first = rows.first else { break }
                query.after = RecordQuery.Cursor(value: first.value, id: first.id, isBackwards: true)
            }
            #expect(backwards.map(\.id) == whole.dropLast().map(\.id), "\(sort) backwards")
        }
    }

    @Test(
        "records stand in the order of the value, those without one at the lower end, and by registration where values are the same"
    )
    func order() async throws {
        let bench = try await Bench(EngineMaker.all[0])
        let records = try await bench.records(40, seed: 32).map(\.record)
        func sorted(_ name: String, descending: Bool) async throws -> [String] {
            var query = RecordQuery(district: "reed-bay", layout: bench.table.layout, units: .all, asOf: Day("2021-06-01"))
            query.sort = .field(name, descending: descending)
            query.limit = 1000
            return try await page(query, bench).map(\.id)
        }
        let byFee = records.sorted { (fee($0), $0.id) < (fee($1), $1.id) }.map(\.id)
        #expect(try await sorted("fee", descending: false) == byFee)
        #expect(try await sorted("fee", descending: true) == byFee.reversed())
        let byDay = records.sorted { ($0.day("taken_on")?.iso ?? "", $0.id) < ($1.day("taken_on")?.iso ?? "", $1.id) }.map(\.id)
        #expect(try await sorted("taken_on", descending: false) == byDay)
        #expect(try await sorted("sender", descending: true) == records.map(\.id).sorted(by: >))
    }

    @Test("by the due day the nearest running clock leads and records without one follow")
    func due() async throws {
        let bench = try await Bench(EngineMaker.all[0])
        let records = try await bench.records(40, seed: 33)
        var query = RecordQuery(district: "reed-bay", layout: bench.table.layout, units: .all, asOf: Day("2021-06-01"))
        query.sort = .due
        query.limit = 1000
        func nearest(_ drawn: RandomRecord) -> String {
            drawn.runs.filter { $0.phase == .running }.compactMap(\.dueOn).min()?.iso ?? "9999"
        }
        let expected = records.sorted { (nearest($0), $0.record.id) < (nearest($1), $1.record.id) }.map(\.record.id)
        #expect(try await page(query, bench).map(\.id) == expected)
    }

    private func fee(_ record: Record) -> Int64 { record.values["fee"]?.integer ?? -1 }

    private func page(_ query: RecordQuery, _ bench: Bench) async throws -> [RecordQuery.Cursor] {
        try await bench.engine.read { session in
            try bench.table.page(query, dialect: bench.engine.dialect, in: session).map {
                RecordQuery.Cursor(value: $0.key, id: $0.record.id)
            }
        }
    }
}

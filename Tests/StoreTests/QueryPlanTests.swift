import Access
import Definitions
import LegalTime
import Records
import StoreSQLite
import TestSupport
import Testing

@testable import Store

@Suite("How SQLite goes about the queries of every day")
struct QueryPlanTests {
    private func plan(_ statement: Statement, _ engine: any Engine) async throws -> String {
        try await engine.explain(statement).joined(separator: "\n")
    }

    private func query(_ bench: Bench, _ units: UnitSet) -> RecordQuery {
        RecordQuery(district: "reed-bay", layout: bench.table.layout, units: units, asOf: Day("2021-06-01"))
    }

    @Test("the list of a unit comes by the owner's index, in order, without looking at anything else")
    func listOfUnit() async throws {
        let bench = try await Bench(EngineMaker.all[0])
        let plan = try await plan(query(bench, .only(["east_one"])).page(bench.engine.dialect, columns: "r.number"), bench.engine)
        #expect(plan.contains("SEARCH r USING INDEX r_parcel_owner (district=? AND owner=?)"), "\(plan)")
        #expect(!plan.contains("SCAN") && !plan.contains("TEMP B-TREE"), "\(plan)")
    }

    @Test("a later page goes on in the index where the page before ended")
    func laterPage() async throws {
        let bench = try await Bench(EngineMaker.all[0])
        var query = query(bench, .only(["east_one"]))
        query.after = RecordQuery.Cursor(value: .text("id-100020"), id: "id-100020")
        let plan = try await plan(query.page(bench.engine.dialect, columns: "r.number"), bench.engine)
        #expect(plan.contains("r_parcel_owner (district=? AND owner=? AND id<?)"), "\(plan)")
    }

    @Test("the list of several units walks along an index in order, its count is read off an index of owners alone")
    func listOfUnits() async throws {
        let bench = try await Bench(EngineMaker.all[0])
        let query = query(bench, .only(["east_one", "east_two"]))
        let list = try await plan(query.page(bench.engine.dialect, columns: "r.number"), bench.engine)
        #expect(list.contains("SEARCH r USING INDEX") && !list.contains("TEMP B-TREE"), "\(list)")
        let count = try await plan(query.count(bench.engine.dialect), bench.engine)
        // The plain owner index or the one that also holds a date: either holds all that a count needs.
        #expect(
            count.contains("COVERING INDEX r_parcel_owner") && count.contains("(district=? AND owner=?)")
                && !count.contains("SCAN"), "\(count)")
    }

    @Test("the list of the whole district sorted by registration or by a listed date needs no sorting")
    func listOfDistrict() async throws {
        let bench = try await Bench(EngineMaker.all[0])
        var query = query(bench, .all)
        for sort in [
            RecordQuery.Sort.registered(descending: true), .field("sent_on", descending: true), .field("fee", descending: false),
        ] {
            query.sort = sort
            let plan = try await plan(query.page(bench.engine.dialect, columns: "r.number"), bench.engine)
            #expect(plan.contains("SEARCH r USING INDEX") && !plan.contains("TEMP B-TREE"), "\(sort): \(plan)")
        }
    }

    @Test("the list of one unit of several sorted by a listed date walks along that unit's dates")
    func listOfUnitByDate() async throws {
        let bench = try await Bench(EngineMaker.all[0])
        var query = query(bench, .only(["east_one", "east_two"]))
        query.owners = ["east_one", "west_one"]
        query.sort = .field("sent_on", descending: true)
        let plan = try await plan(query.page(bench.engine.dialect, columns: "r.number"), bench.engine)
        #expect(plan.contains("SEARCH r USING INDEX r_parcel_owner_sent_on (district=? AND owner=?)"), "\(plan)")
        #expect(!plan.contains("TEMP B-TREE"), "\(plan)")
    }

    @Test("a record is fetched by its key with its rows, stamps and runs")
    func record() async throws {
        let bench = try await Bench(EngineMaker.all[0])
        for table in ["r_parcel__items", "move_stamp", "deadline_run", "log_entry"] {
            let key = table == "r_parcel__items" ? "parent" : "record"
            let plan = try await plan(
                Statement("SELECT * FROM \(table) WHERE district = ? AND \(key) = ?", [.text("d"), .text("r")]), bench.engine)
            #expect(plan.contains("SEARCH \(table) USING INDEX"), "\(plan)")
        }
    }

    @Test("what is overdue in the district is one walk along the open clocks")
    func overdue() async throws {
        let bench = try await Bench(EngineMaker.all[0])
        let statement = try #require(
            RunTable.openStatement(district: "reed-bay", scopes: [("parcel", .all)], dueThrough: Day("2021-06-01"), limit: 500))
        let plan = try await plan(statement, bench.engine)
        #expect(plan.contains("USING INDEX deadline_run_open (district=? AND phase=? AND due_on<?)"), "\(plan)")
    }

    @Test("a search by words or by a person does not look at every record")
    func search() async throws {
        let bench = try await Bench(EngineMaker.all[0])
        var query = query(bench, .all)
        query.text = "陶罐"
        let words = try await plan(query.page(bench.engine.dialect, columns: "r.number"), bench.engine)
        #expect(words.contains("VIRTUAL TABLE INDEX"), "\(words)")
        #expect(!words.contains("SCAN r\n"), "\(words)")
    }
}

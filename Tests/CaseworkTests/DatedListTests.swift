import Access
import Definitions
import LegalTime
import Records
import Store
import TestSupport
import Testing

@testable import Casework

@Suite("Lists that change by dates, and computed fields in the office")
struct DatedListTests {
    struct Orchard {
        let bench: TestOffice
        let clerk: Actor
        let head: Actor
        /// Clerk and head in one.
        let both: Actor
        var office: Office { bench.office }

        init() async throws {
            bench = try await TestOffice(
                catalogue: OrchardCatalogue.catalogue, district: OrchardCatalogue.district, today: Day("2021-11-15"))
            clerk = try await bench.actor(.clerk, at: "bay")
            head = try await bench.actor(.head, at: "bay")
            both = try await bench.actor(.clerk, .head, at: "bay")
        }

        func tree(_ name: String, _ listed: String = "2021-01-10", unit: String = "east_one", kind: String = "pear") async throws
            -> Receipt
        {
            var input = RecordInput(texts: [
                "name": name, "unit": unit, "kind": kind, "listed_on": listed, "keeper": InventedPeople.names[0],
            ])
            input.many["tags"] = ["east", "west"]
            return try await office.register("tree", input, by: clerk).done()
        }

        func act(_ kind: RecordChange.Kind, _ receipt: Receipt, _ texts: [String: String], by actor: Actor? = nil) async throws
            -> ActOutcome
        {
            let change = RecordChange(
                kind, revision: receipt.revision, input: RecordInput(texts: texts), fields: texts.keys.sorted())
            return try await office.change("tree", id: receipt.id, change, by: actor ?? both)
        }

        func names(on day: String?, by actor: Actor? = nil, _ change: (inout ListRequest) -> Void = { _ in }) async throws
            -> [String]
        {
            var request = ListRequest(register: "tree")
            request.sort = .registered(descending: false)
            request.standingOn = day.flatMap(Day.init(iso:))
            change(&request)
            let page = try await office.list(request, by: actor ?? clerk)
            #expect(page.total == (try await office.count(request, by: actor ?? clerk)))
            return page.items.map { item in
                (item.record.values["name"]?.text ?? "") + "/" + (item.record.values["kind"]?.text ?? "") + "/"
                    + item.record.state
            }
        }
    }

    @Test("a listed field changes only by the named move, and from a day on")
    func onlyByMove() async throws {
        let orchard = try await Orchard()
        let tree = try await orchard.tree("老梨树")
        let reason = InputProblem.Reason.changedByMove(["adjust"])
        #expect(
            try await orchard.act(.edit, tree, ["name": "新梨树"], by: orchard.clerk).problems
                == [InputProblem(place: InputPlace(field: "name"), reason: reason)])
        #expect(
            try await orchard.act(.move("cancel"), tree, ["kind": "plum", "cancelled_on": "2021-05-01"]).problems
                == [InputProblem(place: InputPlace(field: "kind"), reason: reason)])
        // Whatever is no part of a version is edited as ever.
        let edited = try await orchard.act(.edit, tree, ["remark": "树干有洞"], by: orchard.clerk).done()
        #expect(
            try await orchard.act(.move("adjust"), edited, ["name": "新梨树"]).problems?.map(\.place.field).contains("effective_on")
                == true)
        #expect(
            try await orchard.act(.move("adjust"), edited, ["name": "新梨树", "effective_on": "2021-01-09"]).problems?.isEmpty
                == false)
        let adjusted = try await orchard.act(.move("adjust"), edited, ["name": "新梨树", "effective_on": "2021-03-01"]).done()
        #expect(
            try await orchard.act(.move("adjust"), adjusted, ["name": "更新的梨树", "effective_on": "2021-02-28"]).problems
                == [
                    InputProblem(
                        place: InputPlace(field: "effective_on"),
                        reason: .beforeVersion(from: Day("2021-03-01"), this: Day("2021-02-28")))
                ])
        // The day of the last change is not that of the next.
        #expect(
            try await orchard.act(.move("adjust"), adjusted, ["name": "更新的梨树"]).problems
                == [InputProblem(place: InputPlace(field: "effective_on"), reason: .missing)])
    }

    @Test("the list as of any day holds the items of that day as they read then")
    func asOf() async throws {
        let orchard = try await Orchard()
        let pear = try await orchard.tree("梨一")
        let plum = try await orchard.tree("李一", "2021-02-01", kind: "plum")
        let adjusted = try await orchard.act(
            .move("adjust"), pear, ["name": "梨一改", "kind": "plum", "effective_on": "2021-04-01"]
        ).done()
        _ = try await orchard.act(.move("adjust"), adjusted, ["name": "梨一再改", "effective_on": "2021-06-01"]).done()
        _ = try await orchard.act(.move("cancel"), plum, ["cancelled_on": "2021-05-01"]).done()
        #expect(try await orchard.names(on: "2021-01-09") == [])
        #expect(try await orchard.names(on: "2021-01-10") == ["梨一/pear/listed"])
        #expect(try await orchard.names(on: "2021-03-31") == ["梨一/pear/listed", "李一/plum/listed"])
        #expect(try await orchard.names(on: "2021-04-01") == ["梨一改/plum/listed", "李一/plum/listed"])
        #expect(try await orchard.names(on: "2021-05-01") == ["梨一改/plum/listed"])
        #expect(try await orchard.names(on: "2021-06-01") == ["梨一再改/plum/listed"])
        #expect(try await orchard.names(on: nil) == ["梨一再改/plum/listed", "李一/plum/cancelled"])
        // Filters and words are of the day too.
        #expect(
            try await orchard.names(on: "2021-03-31") {
                $0.condition = .field(FieldPath("kind"), .oneOf([.text("plum")], orUnset: false))
            }
                == ["李一/plum/listed"])
        #expect(
            try await orchard.names(on: "2021-04-30") {
                $0.condition = .field(FieldPath("kind"), .oneOf([.text("plum")], orUnset: false))
            }
                == ["梨一改/plum/listed", "李一/plum/listed"])
        #expect(try await orchard.names(on: "2021-06-01") { $0.text = "再改" } == ["梨一再改/plum/listed"])
        #expect(try await orchard.names(on: "2021-04-30") { $0.text = "再改" } == [])
    }

    @Test("pages of the list of a day follow each other, forwards and back")
    func pages() async throws {
        let orchard = try await Orchard()
        for number in 0..<7 { _ = try await orchard.tree("树\(number)", "2021-0\(1 + number % 3)-01") }
        var request = ListRequest(register: "tree")
        request.standingOn = Day("2021-12-31")
        request.sort = .field("listed_on", descending: false)
        request.limit = 3
        var seen: [String] = []
        var last: RecordPage?
        while true {
            let page = try await orchard.office.list(request, by: orchard.clerk)
            seen += page.items.map { ($0.record.values["listed_on"]?.day?.iso ?? "") + ($0.record.values["name"]?.text ?? "") }
            last = page
            guard let next = page.next else { break }
            request.cursor = next
        }
        #expect(seen.count == 7 && seen == seen.sorted())
        request.cursor = last?.previous
        let back = try await orchard.office.list(request, by: orchard.clerk)
        #expect(back.items.count == 3 && back.next != nil)
    }

    @Test("a record shows its chain of versions: from, until, by whom, what, with personal values as its reader may see them")
    func chain() async throws {
        let orchard = try await Orchard()
        let tree = try await orchard.tree("梨")
        let second = try await orchard.act(
            .move("adjust"), tree, ["keeper": InventedPeople.names[1], "effective_on": "2021-04-01"], by: orchard.head
        ).done()
        let third = try await orchard.act(.move("cancel"), second, ["cancelled_on": "2021-09-01"]).done()
        let view = try #require(try await orchard.office.record("tree", id: third.id, by: orchard.clerk))
        #expect(view.versions.map(\.ordinal) == [1, 2])
        #expect(view.versions.map(\.from) == [Day("2021-01-10"), Day("2021-04-01")])
        #expect(view.versions.map(\.until) == [Day("2021-03-31"), Day("2021-08-31")])
        #expect(view.versions.map(\.transition) == [nil, "adjust"])
        #expect(view.versions.map(\.by) == [orchard.clerk.account, orchard.head.account])
        #expect(view.versions.map(\.changed) == [[], ["keeper"]])
        #expect(view.versions.map { $0.values["keeper"]?.text } == [InventedPeople.names[0], InventedPeople.names[1]])
        #expect(view.versions[0].values["tags"] == .list(["east", "west"]))
        let coordinator = try await orchard.bench.actor(.coordinator, at: "bay")
        let masked = try #require(try await orchard.office.record("tree", id: third.id, by: coordinator))
        #expect(masked.versions.map(\.changed) == [[], ["keeper"]])
        #expect(masked.versions.allSatisfy { $0.values["keeper"]?.text == nil })
        var request = ListRequest(register: "tree")
        request.standingOn = Day("2021-02-01")
        let listed = try await orchard.office.list(request, by: coordinator)
        #expect(listed.items.map { $0.record.values["keeper"]?.text } == [nil])
        #expect(
            try await orchard.office.list(request, by: orchard.clerk).items.first?.record.values["keeper"]?.text
                == InventedPeople.names[0])
        // In the tables nobody's name stands in the clear.
        let bodies = try await orchard.bench.engine.read { session in
            try session.all(Statement("SELECT body FROM item_version")) { $0.text(0) ?? "" }
        }
        #expect(bodies.count == 2 && bodies.allSatisfy { body in InventedPeople.names.allSatisfy { !body.contains($0) } })
    }

    @Test("a correction mends the last version and leaves what was kept in the table")
    func correction() async throws {
        let orchard = try await Orchard()
        let tree = try await orchard.tree("梨")
        let second = try await orchard.act(.move("adjust"), tree, ["name": "梨改", "effective_on": "2021-04-01"]).done()
        let third = try await orchard.act(
            .correct(reason: "写错"), second, ["name": "梨正", "effective_on": "2021-03-15"]
        ).done()
        let view = try #require(try await orchard.office.record("tree", id: third.id, by: orchard.clerk))
        #expect(view.versions.map { $0.values["name"]?.text } == ["梨", "梨正"])
        #expect(view.versions.map(\.from) == [Day("2021-01-10"), Day("2021-03-15")])
        #expect(try await orchard.names(on: "2021-03-20") == ["梨正/pear/listed"])
        #expect(
            try await orchard.act(.correct(reason: "写错"), third, ["effective_on": "2021-01-09"]).problems?.isEmpty == false)
        let rows = try await orchard.bench.rowCounts()["item_version"]
        #expect(rows == 3)
    }

    @Test("the scope and the units of a list hold on any day")
    func scope() async throws {
        let orchard = try await Orchard()
        _ = try await orchard.tree("东梨")
        _ = try await orchard.tree("西梨", unit: "west_one")
        let west = try await orchard.bench.actor(.clerk, at: "west")
        #expect(try await orchard.names(on: "2021-06-01", by: west) == ["西梨/pear/listed"])
        #expect(try await orchard.names(on: "2021-06-01") { $0.owners = ["east_one"] } == ["东梨/pear/listed"])
    }

    @Test("grades are stored with the record, filter its list, gate its moves, and follow each change")
    func computed() async throws {
        let orchard = try await Orchard()
        let office = orchard.office
        func rows(_ marks: String) -> RecordInput {
            RecordInput(rows: ["rounds": [RowInput(texts: ["held_on": "2021-05-01", "marks": marks])]])
        }
        var input = rows("ripe=10;clean=30;ladder=0")
        input.texts = [
            "title": "东园", "unit": "east_one", "opened_on": "2021-03-01", "fencing": "posts=met", "fence_grade": "sound",
        ]
        let plot = try await office.register("plot", input, by: orchard.clerk).done()
        func list(_ field: String, _ code: String) async throws -> Int {
            var request = ListRequest(register: "plot")
            request.condition = .field(FieldPath(field), .oneOf([.text(code)], orUnset: false))
            return try await office.count(request, by: orchard.clerk)
        }
        #expect(try await list("grade", "third") == 1)
        #expect(try await list("fence_grade", "sound") == 0)
        func change(_ kind: RecordChange.Kind, _ receipt: Receipt, _ input: RecordInput = RecordInput(), _ fields: [String] = [])
            async throws -> ActOutcome
        {
            try await office.change(
                "plot", id: receipt.id, RecordChange(kind, revision: receipt.revision, input: input, fields: fields),
                by: orchard.both)
        }
        // The condition looks at the computed grade.
        guard case .transition(.conditionFails)? = try await change(.move("praise"), plot).refusal else {
            Issue.record("praised in spite of its grade")
            return
        }
        // A checklist that a move asks for is assessed to the end.
        #expect(
            try await change(.move("inspect"), plot).problems
                == [InputProblem(place: InputPlace(field: "fencing"), reason: .itemsMissing(count: 2))])
        let better = try await change(.edit, plot, rows("ripe=40;clean=30;ladder=10"), ["rounds"]).done()
        #expect(try await list("grade", "first") == 1)
        #expect(try await change(.move("praise"), better).done().state == "praised")
        let view = try #require(try await office.record("plot", id: plot.id, by: orchard.clerk))
        #expect(view.record.values["rounds"]?.rows?.first?.values["score"] == .integer(800))
        let history = try #require(try await office.history("plot", id: plot.id, by: orchard.head))
        #expect(history.contains { $0.changes.contains { $0.path == FieldPath("grade") && $0.after == .text("first") } })
    }
}

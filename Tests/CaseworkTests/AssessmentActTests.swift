import Access
import Assessment
import Casework
import Definitions
import LegalTime
import Store
import TestSupport
import Testing

@Suite("Assessments of an office")
struct AssessmentActTests {
    static let items = [
        EditionItem(first: "一", second: "甲", number: "1", text: "件数", mode: .figure, weight: 200),
        EditionItem(first: "一", second: "甲", number: "2", text: "材料", mode: .evidence, weight: 150),
        EditionItem(first: "二", second: "乙", number: "3", text: "件数和材料", mode: .both, weight: 100),
    ]
    static let workbook = Upload(name: "样例.csv", mediaType: "text/csv", bytes: Array("样例".utf8))
    static let parcels = FigureName(register: "parcel", indicator: "parcels")

    struct Bench {
        var bay: ParcelOffice
        var office: Office { bay.office }
        var coordinator: Actor
        var reviewer: Actor
        /// Clerks of two villages.
        var east: Actor
        var west: Actor
    }

    private func bench() async throws -> Bench {
        let bay = try await ParcelOffice(today: Day("2021-12-21"))
        let bench = Bench(
            bay: bay, coordinator: try await bay.bench.actor(.coordinator, at: "bay"),
            reviewer: try await bay.bench.actor(.reviewer, at: "bay"), east: try await bay.bench.actor(.clerk, at: "east_one"),
            west: try await bay.bench.actor(.clerk, at: "west_one"))
        let edition = Edition(name: "v1", title: "样例一", items: Self.items)
        #expect(try await bench.office.load(edition, year: 2021, source: Self.workbook, by: bench.coordinator).refusal == nil)
        #expect(try await bench.office.assign("1", of: "v1", to: "east_one", by: bench.coordinator).refusal == nil)
        #expect(try await bench.office.assign("2", of: "v1", to: "west_one", by: bench.coordinator).refusal == nil)
        return bench
    }

    private func state(_ bench: Bench, _ actor: Actor? = nil) async throws -> EditionState {
        try #require(try await bench.office.edition("v1", by: actor ?? bench.coordinator))
    }

    @Test("an edition is loaded by the coordinator alone, and a corrected workbook is a revision beside the first")
    func loading() async throws {
        let bench = try await bench()
        let office = bench.office
        var edition = Edition(name: "v1", title: "样例一", items: Self.items)
        #expect(try await office.load(edition, year: 2021, source: Self.workbook, by: bench.east).refusal == .notAllowed)
        #expect(
            try await office.load(edition, year: 2021, source: Self.workbook, by: bench.coordinator).refusal == .nothingChanged)
        #expect(
            try await office.load(
                Edition(name: "a/b", title: "样例", items: Self.items), year: 2021, source: Self.workbook, by: bench.coordinator
            ).refusal == .nameNotPlain)
        _ = try await office.score("3", of: "v1", 100, note: "", by: bench.coordinator)
        edition.items[0].weight = 300
        edition.items.removeLast()
        #expect(
            try await office.load(edition, year: 2021, source: Self.workbook, over: 0, by: bench.coordinator).refusal == .conflict
        )
        let loaded = try await office.load(edition, year: 2021, source: Self.workbook, over: 1, by: bench.coordinator).value
        #expect(loaded?.revision == 2)
        let state = try await state(bench)
        #expect(state.item("1")?.item.weight == 300 && state.item("1")?.unit == "east_one")
        #expect(state.item("3") == nil && state.leftBehind == ["3": 1])
        #expect(try await office.editionItems("v1", revision: 1, by: bench.coordinator) == Self.items)
        let administrator = try await bench.bay.bench.actor(.systemAdministrator, at: "bay")
        #expect(try await office.edition("v1", by: administrator) == nil)
        #expect(try await office.verifyLog().finding == nil)
    }

    @Test("the responsible unit alone puts figures, records and files to its items")
    func links() async throws {
        let bench = try await bench()
        let office = bench.office
        let parcel = try await bench.bay.parcel("east_one", ["sent_on": "2021-11-12"])
        let other = try await bench.bay.parcel("west_one", ["sent_on": "2021-11-13"])
        let figure = FigureLink(Self.parcels, year: 2021, target: FigureTarget(.atLeast, units: 3, decimals: 0))
        #expect(try await office.link(figure, to: "1", of: "v1", by: bench.west).refusal == .notAllowed)
        #expect(try await office.link(figure, to: "1", of: "v1", by: bench.east).refusal == nil)
        #expect(try await office.link(figure, to: "1", of: "v1", by: bench.east).refusal == .alreadyLinked)
        let unknown = FigureLink(FigureName(register: "parcel", indicator: "nothing"), year: 2021)
        #expect(try await office.link(unknown, to: "1", of: "v1", by: bench.east).refusal == .unknownFigure)
        #expect(try await office.link(record: parcel.number, in: "parcel", to: "1", of: "v1", by: bench.east).refusal == nil)
        // What the clerk may not read, he cannot find out about by linking it.
        #expect(
            try await office.link(record: other.number, in: "parcel", to: "1", of: "v1", by: bench.east).refusal
                == .unknownRecord(other.number))
        let file = Upload(name: "佐证.txt", mediaType: "text/plain", bytes: Array("内容".utf8))
        #expect(try await office.attach(file, to: "2", of: "v1", by: bench.east).refusal == .notAllowed)
        let link = try #require(try await office.attach(file, to: "2", of: "v1", by: bench.west).value)

        // Another unit sees that there is a file, and of the record number, unit and state.
        let seen = try await state(bench, bench.west)
        guard case .record(let record)? = seen.item("1")?.evidence.first?.kind else { throw NoActor(refusals: []) }
        #expect(record.number == parcel.number && record.unit == "east_one" && !record.mayOpen)
        let east = try await state(bench, bench.east)
        guard case .file(let hidden)? = east.item("2")?.evidence.first?.kind else { throw NoActor(refusals: []) }
        #expect(hidden.name == nil)
        #expect(try await office.evidenceFile(link, of: "v1", by: bench.east) == nil)
        #expect(try await office.evidenceFile(link, of: "v1", by: bench.reviewer)?.bytes == Array("内容".utf8))

        // Two parcels of three: the district sees the miss, a village is not told by its own figure.
        let standings = try await office.figureStandings(seen, by: bench.coordinator)
        #expect(standings.values.first?.figure?.value.numerator == 2 && standings.values.first?.isMissed == true)
        let own = try await office.figureStandings(seen, by: bench.east)
        #expect(own.values.first?.figure?.value.numerator == 1 && own.values.first?.isMissed == nil)
        let ofUnit = FigureLink(Self.parcels, year: 2021, unit: "west_one")
        _ = try await office.link(ofUnit, to: "3", of: "v1", by: bench.coordinator)
        let now = try await state(bench)
        let west = try await office.figureStandings(now, by: bench.coordinator).values.first { $0.link.unit == "west_one" }
        #expect(west?.figure?.value.numerator == 1)

        #expect(try await office.unlink(link, from: "2", of: "v1", by: bench.east).refusal == .notAllowed)
        #expect(try await office.unlink(link, from: "2", of: "v1", by: bench.west).refusal == nil)
        let after = try await state(bench)
        #expect(after.item("2")?.links.isEmpty == true && after.item("2")?.removed.count == 1)
        #expect(try await office.verifyLog().finding == nil)
    }

    @Test("a score is within the weight, reviewed by another person, and falls open again when it changes")
    func scores() async throws {
        let bench = try await bench()
        let office = bench.office
        #expect(try await office.score("1", of: "v1", 250, note: "", by: bench.east).refusal == .scoreAboveWeight(200))
        #expect(try await office.score("1", of: "v1", 200, note: "", by: bench.west).refusal == .notAllowed)
        #expect(try await office.review("1", of: "v1", 100, note: "", by: bench.reviewer).refusal == .notScored)
        #expect(try await office.score("1", of: "v1", 200, note: "张三甲核过", by: bench.east).value == 1)
        #expect(try await office.review("1", of: "v1", 200, note: "", by: bench.east).refusal == .notAllowed)
        #expect(try await office.review("1", of: "v1", 150, note: " ", by: bench.reviewer).refusal == .noteMissing)
        #expect(try await office.review("1", of: "v1", 150, note: "缺一件", over: 0, by: bench.reviewer).refusal == .conflict)
        #expect(try await office.review("1", of: "v1", 150, note: "缺一件", over: 1, by: bench.reviewer).value == 2)
        // The coordinator may do both, but not on the same score.
        _ = try await office.score("3", of: "v1", 100, note: "", by: bench.coordinator)
        #expect(try await office.review("3", of: "v1", 100, note: "", by: bench.coordinator).refusal == .samePerson)

        var state = try await state(bench)
        #expect(state.standing([:]).gaps["1"] == [.noFigure, .reviewedLower(by: 50)])
        #expect(state.item("1")?.reviewScore?.note == "缺一件")
        // A note is for those who answer for the item and those who review it.
        #expect(try await self.state(bench, bench.west).item("1")?.selfScore?.note == nil)
        #expect(try await self.state(bench, bench.east).item("1")?.selfScore?.note == "张三甲核过")
        let kept = try await office.engine.read { session in
            try session.first(Statement("SELECT count(*) FROM item_score WHERE instr(note, ?) > 0", [.blob(Array("张三甲".utf8))])) {
                $0.integer(0)
            }
        }
        #expect(kept == 0)
        _ = try await office.score("1", of: "v1", 180, note: "", over: 2, by: bench.east)
        state = try await self.state(bench)
        #expect(state.item("1")?.reviewScore == nil && state.item("1")?.scores.count == 3)
        #expect(state.standing([:]).gaps["1"] == [.noFigure, .notReviewed])
    }

    @Test("a locked edition takes nothing, and a refused act leaves no trace")
    func locking() async throws {
        let bench = try await bench()
        let office = bench.office
        #expect(try await office.lock("v1", true, by: bench.east).refusal == .notAllowed)
        #expect(try await office.lock("v1", true, by: bench.coordinator).refusal == nil)
        let before = try await bench.bay.bench.rowCounts()
        let figure = FigureLink(Self.parcels, year: 2021)
        #expect(try await office.link(figure, to: "1", of: "v1", by: bench.coordinator).refusal == .locked)
        #expect(try await office.score("1", of: "v1", 100, note: "", by: bench.east).refusal == .locked)
        #expect(try await office.assign("1", of: "v1", to: nil, by: bench.coordinator).refusal == .locked)
        let edition = Edition(name: "v1", title: "别的", items: Self.items)
        #expect(try await office.load(edition, year: 2021, source: Self.workbook, by: bench.coordinator).refusal == .locked)
        #expect(try await bench.bay.bench.rowCounts() == before)
        #expect(try await office.lock("v1", false, by: bench.coordinator).refusal == nil)
        #expect(try await office.score("1", of: "v1", 100, note: "", by: bench.east).refusal == nil)
    }

    @Test("an item that is 不涉及 takes nothing and leaves sums and gaps")
    func exempt() async throws {
        let bench = try await bench()
        let office = bench.office
        #expect(try await office.assign("3", of: "v1", to: nil, isExempt: true, by: bench.coordinator).refusal == nil)
        #expect(try await office.score("3", of: "v1", 100, note: "", by: bench.coordinator).refusal == .exempt)
        let standing = try await state(bench).standing([:])
        #expect(standing.all == 2 && standing.exempt == 1 && standing.fullMark == 350 && standing.gaps["3"] == nil)
    }

    @Test("links and units go over to the next edition by the mapping, once; scores do not")
    func carrying() async throws {
        let bench = try await bench()
        let office = bench.office
        _ = try await office.link(FigureLink(Self.parcels, year: 2021), to: "1", of: "v1", by: bench.coordinator)
        let file = Upload(name: "佐证.txt", mediaType: "text/plain", bytes: Array("内容".utf8))
        _ = try await office.attach(file, to: "2", of: "v1", by: bench.west)
        _ = try await office.score("1", of: "v1", 200, note: "", by: bench.east)
        let items = [
            EditionItem(first: "一", second: "甲", number: "1", text: "新的", mode: .evidence, weight: 100),
            EditionItem(first: "一", second: "甲", number: "5", text: "件数", mode: .figure, weight: 200),
        ]
        let edition = Edition(name: "v2", title: "样例二", items: items)
        _ = try await office.load(edition, year: 2022, source: Self.workbook, by: bench.coordinator)
        let pair = try #require(try await office.editionPair("v1", "v2", by: bench.coordinator))
        #expect(!pair.isSet && pair.mapping.forward["1"] == ["5"])
        #expect(try await office.carry(from: "v1", to: "v2", by: bench.coordinator).refusal == .nothingChanged)
        let wrong = EditionMapping(forward: ["1": ["9"]])
        #expect(try await office.map(wrong, from: "v1", to: "v2", by: bench.coordinator).refusal == .unknownItem("9"))
        #expect(try await office.map(pair.mapping, from: "v1", to: "v1", by: bench.coordinator).refusal == .sameEdition)
        let mapping = EditionMapping(forward: ["1": ["5"], "2": ["5"]])
        #expect(try await office.map(mapping, from: "v1", to: "v2", by: bench.east).refusal == .notAllowed)
        #expect(try await office.map(mapping, from: "v1", to: "v2", by: bench.coordinator).value == 2)
        #expect(try await office.carry(from: "v1", to: "v2", by: bench.coordinator).value == 2)
        #expect(try await office.carry(from: "v1", to: "v2", by: bench.coordinator).value == 0)
        let item = try #require(try await office.edition("v2", by: bench.coordinator)?.item("5"))
        #expect(item.figures.first?.figure.year == 2022 && item.evidence.count == 1 && item.selfScore == nil)
        #expect(item.unit == "east_one")
        let old = try await state(bench)
        #expect(old.item("1")?.links.count == 1 && old.item("1")?.selfScore?.score == 200)
        #expect(try await office.verifyLog().finding == nil)
    }
}

import Casework
import Definitions
import LegalTime
import Records
import TestSupport
import Testing

@Suite("A new calendar")
struct RecomputeTests {
    /// The calendar of 2022 with rest days where clocks of December run out.
    private static let catalogue: Catalogue = {
        var files = ParcelCatalogue.files
        files["calendars/2022.yaml"] = """
            year: 2022
            source: 国办发明电〔2021〕11号
            rest: [2022-01-03, 2022-01-17, 2022-01-18, 2022-01-19, 2022-01-20]
            work: []
            """
        guard let catalogue = CatalogueLoader.load(files: files).catalogue else {
            preconditionFailure("the calendar was refused")
        }
        return catalogue
    }()

    @Test("shows first which running clocks it moves, then moves them, and the old dates stay in the log")
    func preview() async throws {
        let bay = try await ParcelOffice(today: Day("2021-12-21"))
        let moving = try await bay.parcel("east_one", ["sent_on": "2021-12-20", "taken_on": "2021-12-20", "insured": "否"])
        let met = try await bay.parcel(
            "east_one", ["sent_on": "2021-12-20", "taken_on": "2021-12-20", "insured": "否", "answered_on": "2021-12-21"])
        let early = try await bay.parcel("east_one", ["sent_on": "2021-12-01", "taken_on": "2021-12-01", "insured": "否"])
        #expect(try await bay.office.recomputation().isEmpty)

        let later = bay.bench.office(under: Self.catalogue)
        let preview = try await later.recomputation()
        #expect(preview.map(\.record) == [moving.id])
        #expect(preview.first?.old == Day("2022-01-19") && preview.first?.new == Day("2022-01-21"))
        #expect(preview.first?.wasProvisional == true && preview.first?.isProvisional == false)
        let before = try await bay.bench.rowCounts()
        let unchanged = try await later.record("parcel", id: moving.id, by: bay.clerk)
        #expect(unchanged?.clocks.first { $0.deadline.name == "answer" }?.run?.dueOn == Day("2022-01-19"))

        #expect(try await later.recompute() == preview)
        let after = try await bay.bench.rowCounts()
        #expect(after["log_entry"] == before["log_entry"].map { $0 + 1 })
        let view = try #require(try await later.record("parcel", id: moving.id, by: bay.clerk))
        #expect(view.clocks.first { $0.deadline.name == "answer" }?.run?.dueOn == Day("2022-01-21"))
        #expect(view.clocks.first { $0.deadline.name == "answer" }?.steps.last?.to == Day("2022-01-21"))
        let entry = try #require(try await later.history("parcel", id: moving.id, by: bay.clerk)?.last)
        #expect(entry.act == "recompute" && entry.facts["due:answer"] == "2022-01-19 > 2022-01-21")
        #expect(try await later.history("parcel", id: met.id, by: bay.clerk)?.count == 1)
        #expect(try await later.history("parcel", id: early.id, by: bay.clerk)?.count == 1)
        #expect(try await later.recompute().isEmpty)
        #expect(try await later.verifyLog().finding == nil)
    }

    @Test("keeps the old date of each row for which a clock runs")
    func rows() async throws {
        let bay = try await ParcelOffice(today: Day("2021-12-21"))
        var input = bay.input("east_one", ["sent_on": "2021-12-20", "taken_on": "2021-12-01", "insured": "否"])
        input.texts["sent_on"] = "2021-12-01"
        input.rows["items"] = ["2021-12-18", "2021-12-19"].map { RowInput(texts: ["name": "罐", "checked_on": $0]) }
        let receipt = try await bay.office.register("parcel", input, by: bay.clerk).done()
        let later = bay.bench.office(under: Self.catalogue)
        let moved = try await later.recompute()
        #expect(moved.count == 2 && Set(moved.map(\.row)).count == 2)
        let facts = try #require(try await later.history("parcel", id: receipt.id, by: bay.clerk)?.last?.facts)
        #expect(facts.filter { $0.key.hasPrefix("due:claim/") }.count == 2)
    }
}

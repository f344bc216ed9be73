import Casework
import Definitions
import LegalTime
import Records
import TestSupport
import Testing

@Suite("What silence brings about")
struct SilenceTests {
    @Test("a clock that ran out moves its record once, on the day of expiry, and the next clock starts from there")
    func onceOnly() async throws {
        let bay = try await ParcelOffice()
        let receipt = try await bay.parcel()
        #expect(try await bay.office.sweep().isEmpty)
        bay.bench.clock.set(today: Day("2021-11-19"))
        #expect(try await bay.office.sweep().isEmpty)
        bay.bench.clock.set(today: Day("2021-11-22"))
        let moved = try await bay.office.sweep()
        #expect(moved.map(\.id) == [receipt.id] && moved.first?.state == "taken")
        let rows = try await bay.bench.rowCounts()
        #expect(try await bay.office.sweep().isEmpty)
        #expect(try await bay.bench.rowCounts() == rows)
        let view = try #require(try await bay.office.record("parcel", id: receipt.id, by: bay.clerk))
        #expect(view.record.values["taken_on"] == .day(Day("2021-11-19")))
        #expect(view.stamps.last?.transition == "take_by_silence" && view.stamps.last?.on == Day("2021-11-19"))
        #expect(view.clocks.first { $0.deadline.name == "answer" }?.run?.startsOn == Day("2021-11-19"))
        #expect(view.record.values["sender"] == .text(InventedPeople.names[0]))
        let last = try #require(try await bay.office.history("parcel", id: receipt.id, by: bay.clerk)?.last)
        #expect(last.act == "expire" && last.by == Office.system)
    }

    @Test("whoever acted in time is not overtaken by silence")
    func inTime() async throws {
        let bay = try await ParcelOffice()
        let head = try await bay.bench.actor(.head, at: "bay")
        _ = try await bay.move(try await bay.parcel(), "decline", note: "不属于", by: head).done()
        _ = try await bay.move(try await bay.parcel(), "take", ["taken_on": "2021-11-15", "insured": "否"]).done()
        bay.bench.clock.set(today: Day("2021-12-22"))
        #expect(try await bay.office.sweep().isEmpty)
    }

    @Test("silence has no consequence for a record whose law gives it none, whenever it runs out")
    func olderLaw() async throws {
        let bay = try await ParcelOffice()
        let receipt = try await bay.parcel("east_one", ["sent_on": "2020-12-30"])
        bay.bench.clock.set(today: Day("2021-11-22"))
        #expect(try await bay.office.sweep().isEmpty)
        #expect(try await bay.office.record("parcel", id: receipt.id, by: bay.clerk)?.record.state == "sent")
    }

    @Test("the repetitions of a clock that begin as time goes on are stored")
    func repetitions() async throws {
        let bay = try await ParcelOffice()
        let receipt = try await bay.parcel(
            "east_one", ["sent_on": "2021-10-01", "taken_on": "2021-10-08", "insured": "否", "shown_on": "2021-10-12"])
        func occurrences() async throws -> [Int] {
            let view = try await bay.office.record("parcel", id: receipt.id, by: bay.clerk)
            return (view?.clocks ?? []).compactMap(\.run).filter { $0.deadline == "drill" }.map(\.occurrence)
        }
        #expect(try await occurrences() == [0, 1, 2])
        bay.bench.clock.set(today: Day("2022-02-01"))
        try await bay.office.sweep()
        #expect(try await occurrences() == [0, 1, 2, 3, 4])
        let counts = try await bay.office.openCounts(by: bay.clerk)
        #expect(counts["parcel"]?.open == 1 && counts["parcel"]?.overdue == 1)
    }
}

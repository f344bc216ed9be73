import Access
import Casework
import Definitions
import LegalTime
import Records
import Store
import TestSupport
import Testing

@Suite("What is refused leaves no trace")
struct RefusalTraceTests {
    @Test("a refused act writes to no table at all")
    func rowCounts() async throws {
        let bay = try await ParcelOffice()
        let receipt = try await bay.parcel()
        let head = try await bay.bench.actor(.head, at: "bay")
        let west = try await bay.bench.actor(.clerk, at: "west")
        let upload = Upload(name: "a", mediaType: "text/plain", bytes: [9])
        let before = try await bay.bench.rowCounts()
        var stale = receipt
        stale.revision = 7
        let outcomes = [
            try await bay.office.register("parcel", RecordInput(), uploads: ["slip": upload], by: bay.clerk),
            try await bay.office.register(
                "parcel", bay.input("east_one", ["fee": "很多"]), uploads: ["slip": upload], by: bay.clerk),
            try await bay.office.register("parcel", bay.input("east_one", ["sent_on": "2019-05-01"]), by: bay.clerk),
            try await bay.office.register("parcel", bay.input("east_one"), uploads: ["slip": upload], by: west),
            try await bay.edit(receipt, ["fee": "12.50"]), try await bay.edit(receipt, ["fee": "x"]),
            try await bay.edit(receipt, ["fee": "1"], by: west),
            try await bay.edit(stale, ["fee": "1"]), try await bay.move(receipt, "take", ["taken_on": "2021-11-15"]),
            try await bay.move(receipt, "answer", by: head), try await bay.move(receipt, "decline", by: head),
            try await bay.move(receipt, "take_by_silence"),
            try await bay.move(receipt, "no_such_move"), try await bay.office.register("no_such", bay.input(), by: bay.clerk),
            try await bay.office.register(
                "parcel", bay.input(),
                uploads: ["slip": Upload(name: "b", mediaType: "x", bytes: [UInt8](repeating: 0, count: Int(Upload.limit) + 1))],
                by: bay.clerk),
        ]
        #expect(outcomes.allSatisfy { $0.receipt == nil })
        #expect(try await bay.bench.rowCounts() == before)
        #expect(try await bay.office.verifyLog().finding == nil)
        #expect(try await bay.parcel().number == "苇包〔2021〕2号")
    }

    @Test("a record may not be moved to a unit where its clerk has no say")
    func foreignOwner() async throws {
        let bay = try await ParcelOffice()
        let east = try await bay.bench.actor(.clerk, at: "east")
        let receipt = try await bay.parcel(by: east)
        let outcome = try await bay.edit(receipt, ["depot": bay.depots["west_one"] ?? ""], by: east)
        #expect(outcome.problems?.map(\.place.field) == ["depot"])
        #expect(try await bay.edit(receipt, ["depot": bay.depots["east_two"] ?? ""], by: east).receipt != nil)
        #expect(try await bay.office.record("parcel", id: receipt.id, by: east)?.record.owner == "east_two")
    }
}

import Casework
import LegalTime
import Records
import Store
import TestSupport
import Testing

@Suite("Numbering")
struct NumberingTests {
    @Test("sixty-four clerks at once, refused ones among them, get numbers without gaps and doubles")
    func concurrent() async throws {
        let bay = try await ParcelOffice()
        let outcomes = try await withThrowingTaskGroup(of: ActOutcome.self) { group in
            for number in 0..<96 {
                group.addTask {
                    let unit = ParcelOffice.villages[number % 3]
                    let texts = number % 3 == 2 ? ["fee": "很多"] : ["sent_on": number % 4 == 0 ? "2020-05-01" : "2021-05-01"]
                    return try await bay.office.register("parcel", bay.input(unit, texts, person: number), by: bay.clerk)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let numbers = outcomes.compactMap(\.receipt?.number)
        #expect(numbers.count == 64 && outcomes.filter { $0.problems != nil }.count == 32)
        let old = numbers.filter { $0.contains("2020") }
        let expected = (1...old.count).map { "苇包〔2020〕\($0)号" } + (1...(64 - old.count)).map { "苇包〔2021〕\($0)号" }
        #expect(Set(numbers) == Set(expected) && numbers.count == expected.count)
        #expect(try await bay.office.nextNumber("parcel", year: 2021) == "苇包〔2021〕\(65 - old.count)号")
        #expect(try await bay.office.verifyLog().finding == nil)
        #expect(try await bay.bench.rowCounts()["r_parcel"] == 64)
    }

    @Test("whole lives entered together get their numbers together or none at all")
    func lives() async throws {
        let bay = try await ParcelOffice()
        func life(_ fee: String) -> Life {
            Life(
                register: "parcel", input: bay.input("east_one", ["fee": fee]), by: bay.clerk,
                steps: [
                    .init(
                        change: RecordChange(
                            .move("take"), revision: 0, input: RecordInput(texts: ["taken_on": "2021-11-15", "insured": "是"]),
                            fields: ["taken_on", "insured"]),
                        by: bay.clerk)
                ])
        }
        let before = try await bay.bench.rowCounts()
        guard case .failure(let stuck) = try await bay.office.enter([life("1"), life("很多")]) else {
            Issue.record("a stuck life was entered")
            return
        }
        #expect(stuck.index == 1 && stuck.step == 0)
        #expect(try await bay.bench.rowCounts() == before)
        let receipts = try await bay.office.enter([life("1"), life("2")]).get()
        #expect(receipts.map(\.number) == ["苇包〔2021〕1号", "苇包〔2021〕2号"] && receipts.map(\.state) == ["taken", "taken"])
    }
}

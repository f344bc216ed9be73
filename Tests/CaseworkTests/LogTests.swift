import LegalTime
import Records
import Store
import TestSupport
import Testing
import Vault

@testable import Casework

@Suite("The log")
struct LogTests {
    private func filled() async throws -> ParcelOffice {
        let bay = try await ParcelOffice()
        let receipt = try await bay.parcel()
        let edited = try await bay.edit(receipt, ["fee": "20", "sender": InventedPeople.names[2]]).done()
        _ = try await bay.move(edited, "take", ["taken_on": "2021-11-15", "insured": "否"], note: "寄件人来过").done()
        return bay
    }

    @Test("hangs together from the first account to the last act")
    func whole() async throws {
        let bay = try await filled()
        let (entries, finding) = try await bay.office.verifyLog()
        #expect(finding == nil)
        #expect(entries == (try await bay.bench.rowCounts()["log_entry"]))
    }

    @Test("shows any change to any column of any entry but a cut at the end")
    func altered() async throws {
        let bay = try await filled()
        let (entries, _) = try await bay.office.verifyLog()
        let changes = [
            "hash = zeroblob(32)", "body = CAST(substr(body, 1, length(body) - 1) || x'00' AS BLOB)", "body = x''",
            "register = 'other'", "record = 'other'", "actor = 'other'",
            "act = 'other'", "at = at + 1", "sequence = sequence + 1000",
        ]
        for sequence in 1...entries {
            for change in changes {
                let sql = "UPDATE log_entry SET \(change) WHERE district = 'reed-bay' AND sequence = ?"
                let finding = try await bay.bench.engine.write { session -> Outcome<ChainFinding?> in
                    try session.execute(Statement(sql, [.integer(sequence)]))
                    return .rollBack(try bay.office.findLogFault(in: session).finding)
                }
                #expect(finding != nil, "\(change) of entry \(sequence)")
            }
        }
        #expect(try await bay.office.verifyLog().finding == nil)
        for sequence in 1..<entries {
            let finding = try await bay.bench.engine.write { session -> Outcome<ChainFinding?> in
                try session.execute(Statement("DELETE FROM log_entry WHERE sequence = ?", [.integer(sequence)]))
                return .rollBack(try bay.office.findLogFault(in: session).finding)
            }
            #expect(finding != nil, "entry \(sequence) taken out")
        }
    }

    @Test("the history shows what the chain says of who acted, whatever stands beside it")
    func historyFromChain() async throws {
        let bay = try await filled()
        let id = try #require(try await bay.office.list(ListRequest(register: "parcel"), by: bay.clerk).items.first?.record.id)
        let before = try await bay.office.history("parcel", id: id, by: bay.clerk)
        try await bay.bench.tamper(
            "UPDATE log_entry SET actor = 'somebody', act = 'nothing', at = 1 WHERE record = ?", [.text(id)])
        #expect(try await bay.office.history("parcel", id: id, by: bay.clerk) == before)
    }

    @Test("a personal value exchanged beside the log is not shown in the other's place")
    func exchangedValue() async throws {
        let bay = try await filled()
        let id = try #require(try await bay.office.list(ListRequest(register: "parcel"), by: bay.clerk).items.first?.record.id)
        try await bay.bench.tamper(
            "UPDATE log_value SET ciphertext = (SELECT ciphertext FROM log_value v WHERE v.path = 'sender' ORDER BY sequence DESC LIMIT 1) WHERE path = 'sender'"
        )
        let history = try #require(try await bay.office.history("parcel", id: id, by: bay.clerk))
        let shown = history.flatMap(\.changes).filter { $0.path.description == "sender" }.map(\.after)
        #expect(shown == [.masked("***"), .text(InventedPeople.names[2])])
        #expect(history.last?.facts["note"] == "寄件人来过")
        try await bay.bench.tamper(
            "UPDATE log_value SET ciphertext = (SELECT v.ciphertext FROM log_value v WHERE v.path = 'sender' LIMIT 1) WHERE path = 'remark:note'"
        )
        #expect(try await bay.office.history("parcel", id: id, by: bay.clerk)?.last?.facts["note"] == "***")
    }

    @Test("once the record's key is destroyed the values are gone and the chain is whole")
    func destroyedKey() async throws {
        let bay = try await filled()
        let id = try #require(try await bay.office.list(ListRequest(register: "parcel"), by: bay.clerk).items.first?.record.id)
        try await bay.bench.tamper("UPDATE record_key SET wrapped = x'' WHERE record = ?", [.text(id)])
        let history = try #require(try await bay.office.history("parcel", id: id, by: bay.clerk))
        #expect(history.flatMap(\.changes).filter(\.isPersonal).allSatisfy { $0.after == nil || $0.after == .masked("***") })
        #expect(history.last?.facts["note"] == "***")
        #expect(try await bay.office.verifyLog().finding == nil)
    }
}

import Access
import Casework
import Deadlines
import Definitions
import LegalTime
import Records
import Store
import TestSupport
import Testing

@Suite("One act, one transaction")
struct ActTests {
    @Test("registering leaves number, record, stamp, clocks and one log entry")
    func register() async throws {
        let bay = try await ParcelOffice()
        let before = try await bay.bench.rowCounts()
        let receipt = try await bay.parcel()
        #expect(receipt.number == "苇包〔2021〕1号" && receipt.revision == 1 && receipt.state == "sent")
        let after = try await bay.bench.rowCounts()
        #expect(after["r_parcel"] == 1 && after["r_parcel__items"] == 1)
        #expect(after["move_stamp"] == before["move_stamp"].map { $0 + 1 })
        #expect(after["log_entry"] == before["log_entry"].map { $0 + 1 })
        #expect(after["deadline_run"] == 1)
        let view = try #require(try await bay.office.record("parcel", id: receipt.id, by: bay.clerk))
        #expect(view.record.owner == "east_one" && view.record.values["fee"] == .integer(1250))
        #expect(
            view.stamps.map(\.to) == ["sent"] && view.stamps[0].on == Day("2021-11-12") && view.stamps[0].by == bay.clerk.account)
        #expect(view.clocks.first { $0.run != nil }?.run?.dueOn == Day("2021-11-19"))
        let history = try #require(try await bay.office.history("parcel", id: receipt.id, by: bay.clerk))
        #expect(history.map(\.act) == ["register"] && history[0].facts["number"] == receipt.number)
    }

    @Test("an edit changes what it is about and logs before and after")
    func edit() async throws {
        let bay = try await ParcelOffice()
        let receipt = try await bay.parcel()
        let edited = try await bay.edit(receipt, ["fee": "20", "sender": InventedPeople.names[3]]).done()
        #expect(edited.revision == 2 && edited.number == receipt.number)
        let view = try #require(try await bay.office.record("parcel", id: receipt.id, by: bay.clerk))
        #expect(view.record.values["fee"] == .integer(2000) && view.record.values["title"] == .text("陶罐"))
        #expect(view.record.values["sender"] == .text(InventedPeople.names[3]))
        let last = try #require(try await bay.office.history("parcel", id: receipt.id, by: bay.clerk)?.last)
        #expect(last.act == "edit" && last.revision == 2)
        let fee = try #require(last.changes.first { $0.path == FieldPath("fee") })
        #expect(fee.before == .integer(1250) && fee.after == .integer(2000) && !fee.isPersonal)
        let sender = try #require(last.changes.first { $0.path == FieldPath("sender") })
        #expect(sender.before == nil && sender.after == .text(InventedPeople.names[3]) && sender.isPersonal)
        #expect(last.changes.count == 2)
    }

    @Test("a move takes its fields along, stamps its day, stops one clock and starts the next")
    func move() async throws {
        let bay = try await ParcelOffice()
        let receipt = try await bay.parcel()
        let taken = try await bay.move(receipt, "take", ["taken_on": "2021-11-15", "insured": "否"]).done()
        #expect(taken.state == "taken" && taken.revision == 2)
        let view = try #require(try await bay.office.record("parcel", id: receipt.id, by: bay.clerk))
        #expect(view.stamps.last?.from == "sent" && view.stamps.last?.to == "taken" && view.stamps.last?.on == Day("2021-11-15"))
        let runs = Dictionary(view.clocks.compactMap(\.run).map { ($0.deadline, $0) }, uniquingKeysWith: { first, _ in first })
        #expect(runs["silence"]?.stoppedOn == Day("2021-11-15"))
        #expect(runs["answer"]?.phase == .running && runs["answer"]?.dueOn == Day("2021-12-15"))
        #expect(try await bay.office.history("parcel", id: receipt.id, by: bay.clerk)?.last?.facts["transition"] == "take")
        #expect(view.record.passed == ["sent", "taken"])
    }

    @Test("after the end only a correction with a reason is open; the old value stays in the log")
    func correct() async throws {
        let bay = try await ParcelOffice()
        let head = try await bay.bench.actor(.head, at: "bay")
        let receipt = try await bay.parcel()
        let ended = try await bay.move(receipt, "decline", note: "不属于受理范围", by: head).done()
        #expect(try await bay.edit(ended, ["fee": "1"]).refusal == .ended)
        func correct(_ reason: String) async throws -> ActOutcome {
            let change = RecordChange(
                .correct(reason: reason), revision: ended.revision, input: RecordInput(texts: ["fee": "1"]), fields: ["fee"])
            return try await bay.office.change("parcel", id: receipt.id, change, by: bay.clerk)
        }
        #expect(try await correct(" ").refusal == .reasonMissing)
        _ = try await correct("抄错").done()
        let last = try #require(try await bay.office.history("parcel", id: receipt.id, by: bay.clerk)?.last)
        #expect(last.act == "correct" && last.facts["reason"] == "抄错")
        #expect(last.changes.first?.before == .integer(1250) && last.changes.first?.after == .integer(100))
        let view = try #require(try await bay.office.record("parcel", id: receipt.id, by: bay.clerk))
        #expect(!view.mayEdit && view.mayCorrect && view.record.state == "declined")
    }

    @Test("a file is kept once by its content and read back by who sees the record")
    func attach() async throws {
        let bay = try await ParcelOffice()
        let bytes = Array("面单的内容".utf8)
        let upload = Upload(name: "面单.pdf", mediaType: "application/pdf", bytes: bytes)
        let receipt = try await bay.office.register(
            "parcel", bay.input(), uploads: ["slip": upload, "title": upload, "nowhere": upload], by: bay.clerk
        ).done()
        let second = try await bay.parcel()
        let change = RecordChange(.edit, revision: 1, fields: ["scan"], uploads: ["scan": upload, "slip": upload])
        _ = try await bay.office.change("parcel", id: second.id, change, by: bay.clerk).done()
        #expect(try await bay.bench.rowCounts()["attachment"] == 1)
        let view = try #require(try await bay.office.record("parcel", id: receipt.id, by: bay.clerk))
        let slip = try #require(view.record.values["slip"]?.attachment)
        #expect(slip.name == "面单.pdf" && slip.size == Int64(bytes.count))
        #expect(try await bay.office.file("parcel", id: receipt.id, hash: slip.hash, by: bay.clerk)?.1 == bytes)
        #expect(try await bay.office.file("parcel", id: receipt.id, hash: "other", by: bay.clerk) == nil)
        let west = try await bay.bench.actor(.clerk, at: "west")
        #expect(try await bay.office.file("parcel", id: receipt.id, hash: slip.hash, by: west) == nil)
        // The personal scan of the second parcel: only in clear, and the look is logged.
        #expect(try await bay.office.record("parcel", id: second.id, by: bay.clerk)?.record.values["slip"] == nil)
        let leader = try await bay.bench.actor(.leader, at: "bay")
        #expect(try await bay.office.file("parcel", id: second.id, hash: slip.hash, by: leader) == nil)
        #expect(try await bay.office.file("parcel", id: second.id, hash: slip.hash, by: bay.clerk)?.1 == bytes)
        #expect(try await bay.office.done(by: bay.clerk).first?.act == "file_read")
    }

    @Test("an edit of one field keeps files and rows, and a row keeps its file")
    func keepsFiles() async throws {
        let bay = try await ParcelOffice()
        let photo = Upload(name: "照片.jpg", mediaType: "image/jpeg", bytes: [1, 2, 3])
        let receipt = try await bay.office.register(
            "parcel", bay.input(), uploads: ["items.0.photo": photo, "slip": photo], by: bay.clerk
        ).done()
        let row = try #require(
            try await bay.office.record("parcel", id: receipt.id, by: bay.clerk)?.record.values["items"]?.rows?.first)
        #expect(row.values["photo"]?.attachment?.name == "照片.jpg")
        let input = RecordInput(rows: [
            "items": [RowInput(id: row.id, texts: ["name": "大罐", "receiver": InventedPeople.names[1]])]
        ])
        _ = try await bay.office.change(
            "parcel", id: receipt.id, RecordChange(.edit, revision: 1, input: input, fields: ["items", "slip"]), by: bay.clerk
        )
        .done()
        let view = try #require(try await bay.office.record("parcel", id: receipt.id, by: bay.clerk))
        let after = try #require(view.record.values["items"]?.rows?.first)
        #expect(after.id == row.id && after.values["name"] == .text("大罐") && after.values["photo"] == row.values["photo"])
        #expect(view.record.values["slip"] != nil)
    }

    @Test("whoever may move but not edit fills in what the move asks for, and nothing besides")
    func moveWithoutEdit() async throws {
        let bay = try await ParcelOffice()
        let head = try await bay.bench.actor(.head, at: "bay")
        let taken = try await bay.move(try await bay.parcel(), "take", ["taken_on": "2021-11-15", "insured": "否"]).done()
        let texts = ["answered_on": "2021-11-15", "outcome": "赔付", "fee": "9999"]
        let refused = try await bay.move(taken, "answer", texts, by: head)
        #expect(refused.problems == [InputProblem(place: InputPlace(field: "fee"), reason: .notYours)])
        #expect(try await bay.move(taken, "answer", texts.filter { $0.key != "fee" }, by: head).receipt?.state == "answered")
    }

    @Test("a role given for another office's part counts there and nowhere else")
    func otherOffice() async throws {
        let bay = try await ParcelOffice()
        let taken = try await bay.move(try await bay.parcel(), "take", ["taken_on": "2021-11-15", "insured": "否"]).done()
        let laboratory = try await bay.bench.actor(.reviewer, at: "bay", limit: .offices(["laboratory"]))
        let yard = try await bay.bench.actor(.reviewer, at: "bay", limit: .offices(["yard"]))
        #expect(try await bay.move(taken, "check", by: yard).refusal == .transition(.roleMissing(needs: ["reviewer"])))
        #expect(try await bay.office.record("parcel", id: taken.id, by: yard)?.moves.isEmpty == true)
        #expect(try await bay.office.record("parcel", id: taken.id, by: laboratory)?.moves.map(\.transition.name) == ["check"])
        #expect(try await bay.move(taken, "check", by: laboratory).receipt?.state == "taken")
    }

    @Test("a second editor is told who changed which fields, and nothing of his is written")
    func conflict() async throws {
        let bay = try await ParcelOffice()
        let other = try await bay.bench.actor(.clerk, at: "east")
        let receipt = try await bay.parcel()
        _ = try await bay.edit(receipt, ["fee": "20", "title": "铜罐"], by: other).done()
        let conflict = try #require(try await bay.edit(receipt, ["fee": "30"]).conflict)
        #expect(conflict.current == 2)
        #expect(conflict.changes.map(\.by) == [other.account] && conflict.changes.map(\.act) == ["edit"])
        #expect(conflict.changes.first?.fields == ["fee", "title"])
        let view = try #require(try await bay.office.record("parcel", id: receipt.id, by: bay.clerk))
        #expect(view.record.values["fee"] == .integer(2000) && view.record.revision == 2)
        // Who may not change the record is not told what others changed.
        let leader = try await bay.bench.actor(.leader, at: "bay")
        #expect(try await bay.edit(receipt, ["fee": "30"], by: leader).refusal == .notAllowed)
    }

    @Test("of many who edit the same revision at once exactly one is heard")
    func race() async throws {
        let bay = try await ParcelOffice()
        let receipt = try await bay.parcel()
        let outcomes = try await withThrowingTaskGroup(of: ActOutcome.self) { group in
            for number in 1...24 { group.addTask { try await bay.edit(receipt, ["fee": "\(number)"]) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.filter { $0.receipt != nil }.count == 1)
        #expect(outcomes.filter { $0.conflict != nil }.count == 23)
        #expect(try await bay.office.record("parcel", id: receipt.id, by: bay.clerk)?.record.revision == 2)
    }

    @Test("a unique value, plain or personal, belongs to one record")
    func unique() async throws {
        let bay = try await ParcelOffice()
        let depot = RecordInput(texts: ["title": "east_one收寄点", "unit": "east_two", "opened_on": "2018-01-01"])
        let again = try await bay.office.register("depot", depot, by: bay.clerk)
        #expect(again.problems?.map(\.reason) == [.alreadyUsed(number: "苇点〔2018〕1号")])
        func keeper(_ id: String) -> RecordInput {
            RecordInput(texts: ["name": "守仓新", "unit": "east_one", "hired_on": "2018-02-01", "id_number": id])
        }
        let first = try await bay.office.register("keeper", keeper(InventedPeople.id(7)), by: bay.clerk).done()
        let second = try await bay.office.register("keeper", keeper(" " + InventedPeople.id(7).lowercased()), by: bay.clerk)
        #expect(second.problems?.map(\.reason) == [.alreadyUsed(number: first.number)])
        _ = try await bay.office.register("keeper", keeper(InventedPeople.id(8)), by: bay.clerk).done()
    }

    @Test("an extension beyond the law is refused at once when a matter is entered late")
    func extensionAtEntry() async throws {
        let bay = try await ParcelOffice()
        let texts = ["sent_on": "2021-03-01", "taken_on": "2021-03-01", "extended_days": "11"]
        let over = try await bay.office.register("parcel", bay.input("east_one", texts), by: bay.clerk)
        #expect(
            over.refusal
                == .extensionTooLong(field: "extended_days", .overCap(requested: .calendarDays(11), cap: .calendarDays(10))))
        _ = try await bay.parcel("east_one", texts.merging(["extended_days": "10"]) { _, new in new })
    }
}

import Access
import Definitions
import Foundation
import LegalTime
import Records
import Store
import TestSupport
import Testing

@testable import Casework

@Suite("public requests")
struct PublicRequestTests {
    /// An office with one depot that is published, and a clerk of the east.
    struct Bay {
        let test: TestOffice
        let clerk: Actor
        let depot: String
        var office: Office { test.office }

        init(today: Day = Day("2021-11-12")) async throws {
            test = try await TestOffice(catalogue: VisitorCatalogue.catalogue, today: today)
            clerk = try await test.actor(.clerk, at: "east")
            let outcome = try await test.office.register(
                "depot", RecordInput(texts: ["title": "东点", "unit": "east", "opened_on": "2021-01-04"]), by: clerk)
            depot = outcome.receipt?.id ?? ""
        }

        func input(_ more: [String: String] = [:], rows: [[String: String]]? = nil) -> RecordInput {
            let texts = ["unit": "east", "title": "修井", "story": "盼望早点修好水井", "depot": depot].merging(more) { $1 }
            let wisher = ["name": "端木拾贰", "phone": "13900005678", "address": "月牙巷十七号"]
            return RecordInput(texts: texts, rows: ["wishers": (rows ?? [wisher]).map { RowInput(texts: $0) }])
        }

        func submit(_ input: RecordInput, uploads: [String: Upload] = [:], token: String? = nil) async throws -> PublicOutcome {
            try await office.submit(
                PublicSubmission(
                    register: "wish", request: "send", input: input, uploads: uploads,
                    formToken: token ?? office.openFormToken(for: "wish").text))
        }

        func sent() async throws -> (Receipt, ReceiptCode) {
            let outcome = try await submit(input())
            guard case .done(let receipt, let code) = outcome else { throw Unexpected(what: "\(outcome)") }
            return (receipt, code)
        }

        func move(_ name: String, _ id: String, _ texts: [String: String] = [:], uploads: [String: Upload] = [:]) async throws {
            let view = try await office.record("wish", id: id, by: clerk)
            let outcome = try await office.change(
                "wish", id: id,
                RecordChange(
                    .move(name), revision: view?.record.revision ?? 0, input: RecordInput(texts: texts),
                    fields: texts.keys.sorted() + uploads.keys, uploads: uploads), by: clerk)
            guard outcome.receipt != nil else { throw Unexpected(what: "\(outcome)") }
        }

        func standing(_ code: ReceiptCode) async throws -> PublicStanding {
            guard case .request(let standing)? = try await office.follow(code) else { throw Unexpected(what: "nothing found") }
            return standing
        }
    }

    struct Unexpected: Error { var what: String }

    @Test("what comes in from outside is registered as at the counter: number, set fields, sealed people, log from outside")
    func registers() async throws {
        let bay = try await Bay()
        let (receipt, code) = try await bay.sent()
        #expect(receipt.number == "苇愿〔2021〕1号" && receipt.state == "received")
        let view = try #require(try await bay.office.record("wish", id: receipt.id, by: bay.clerk))
        let values = view.record.values
        #expect(values["came_on"] == .day(Day("2021-11-12")) && values["channel"] == .text("web"))
        #expect(values["taken_by"] == .text("east") && values["came_at"]?.moment != nil)
        #expect(values["wishers"]?.rows?.first?.values["side"] == .text("self"))
        #expect(view.record.owner == "east" && view.record.createdBy == Office.publicVisitor)
        let outside = try #require(try await bay.office.fromOutside("wish", id: receipt.id, by: bay.clerk))
        #expect(outside.request == "send")
        #expect(try await bay.office.waitingFromOutside(by: bay.clerk).map(\.record) == [receipt.id])
        let west = try await bay.test.actor(.clerk, at: "west")
        #expect(try await bay.office.waitingFromOutside(by: west).isEmpty)
        // Nothing personal and no code lies open in the file.
        let log = try await bay.office.verifyLog()
        #expect(log.finding == nil)
        await bay.test.engine.close()
        for secret in VisitorCatalogue.secrets + [code.text, code.text.replacing("-", with: "")] {
            #expect(!Self.holds(bay.test.path, secret), "\(secret)")
        }
        #expect(Self.holds(bay.test.path, "修井"))
    }

    /// Whether a database file has a text in the clear.
    static func holds(_ path: String, _ text: String) -> Bool {
        [path, path + "-wal"].contains { file in
            FileManager.default.contents(atPath: file)?.range(of: Data(text.utf8)) != nil
        }
    }

    @Test("the clock runs from the day of receipt, also on a rest day, and the sender sees the due day of the marked one alone")
    func clock() async throws {
        // A Saturday: five working days later is the next Friday.
        let bay = try await Bay(today: Day("2021-11-13"))
        let (_, code) = try await bay.sent()
        let standing = try await bay.standing(code)
        #expect(standing.clocks.map(\.deadline) == ["silence"])
        #expect(standing.clocks.first?.run.dueOn == Day("2021-11-19"))
        #expect(standing.clocks.first?.version?.article == "11")
        #expect(standing.receivedOn == Day("2021-11-13"))
    }

    @Test("the code shows public words, keeps inner states to itself, and gives documents only when they are due to the sender")
    func follow() async throws {
        let bay = try await Bay()
        let (receipt, code) = try await bay.sent()
        try await bay.move("weigh", receipt.id)
        var standing = try await bay.standing(code)
        // 内部研究 has no public words: it shows as before.
        #expect(standing.steps.map(\.state) == ["received"] && standing.answers.isEmpty && standing.state == "received")
        let file = Upload(name: "答复.txt", mediaType: "text/plain", bytes: Array("答复内容".utf8))
        try await bay.move("answer", receipt.id, ["answered_on": "2021-11-15"], uploads: ["answer_file": file])
        let issued = try await bay.office.issue("reply", of: receipt.id, in: "wish", by: bay.clerk)
        guard case .done = issued else { throw Unexpected(what: "\(issued)") }
        try await bay.move("close", receipt.id)
        standing = try await bay.standing(code)
        #expect(standing.steps.map(\.state) == ["received", "answered"])
        #expect(standing.answers.count == 2)
        let letter = try #require(standing.answers.first { $0.key.hasPrefix("letter:") })
        let (_, bytes) = try #require(try await bay.office.answerFile(letter.key, for: code))
        #expect(bytes.starts(with: [0x50, 0x4B]))
        let fetched = try #require(try await bay.office.answerFile("field:answer_file", for: code))
        #expect(String(decoding: fetched.1, as: UTF8.self) == "答复内容")
        #expect(try await bay.office.answerFile("field:photo", for: code) == nil)
        #expect(try await bay.office.answerFile(letter.key, for: ReceiptCode()) == nil)
        let acts = try await bay.test.engine.read { session in
            try session.all(Statement("SELECT act FROM log_entry WHERE actor = 'public' ORDER BY sequence")) { $0.text(0) ?? "" }
        }
        #expect(acts == ["register", "answer_fetched", "answer_fetched"])
    }

    @Test("no code but the right one finds anything, however it is typed")
    func codes() async throws {
        let bay = try await Bay()
        let (_, code) = try await bay.sent()
        for typed in [
            code.text, code.text.lowercased(), code.text.replacing("-", with: " "), " \(code.text) ",
            code.text.replacing("0", with: "O").replacing("1", with: "l"),
        ] {
            #expect(ReceiptCode(typed) == code, "\(typed)")
        }
        #expect(try await bay.office.follow(code) != nil)
        for wrong in ["", "12345", code.text + "0", String(code.text.dropLast()), "UUUUU-UUUUU-UUUUU-UUUUU", "' OR 1=1 --"] {
            #expect(ReceiptCode(wrong) == nil, "\(wrong)")
        }
        // One letter off, and random ones.
        let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        var near = Array(code.text)
        near[0] = near[0] == letters[0] ? letters[1] : letters[0]
        let off = try #require(ReceiptCode(String(near)))
        #expect(try await bay.office.follow(off) == nil)
        for _ in 0..<200 { #expect(try await bay.office.follow(ReceiptCode()) == nil) }
        #expect(Set((0..<500).map { _ in ReceiptCode().text }).count == 500)
    }

    @Test("a form is taken once, and a token is good for its form, its office and its hours")
    func tokens() async throws {
        let bay = try await Bay()
        let token = bay.office.openFormToken(for: "wish").text
        guard case .done = try await bay.submit(bay.input(), token: token) else { throw Unexpected(what: "first") }
        let again = try await bay.submit(bay.input(["title": "别的"]), token: token)
        guard case .refused(.sentAlready) = again else { throw Unexpected(what: "\(again)") }
        #expect(bay.office.refusal(ofFormToken: token, for: "other") == .foreign)
        #expect(bay.office.refusal(ofFormToken: "1.2.3", for: "wish") == .foreign)
        #expect(bay.office.refusal(ofFormToken: "", for: "wish") == .foreign)
        let keys = bay.office.keys
        let made = Instant(day: Day("2021-11-12"), hour: 9)
        let old = OpenFormToken(for: "p", at: made, keys: keys).text
        #expect(OpenFormToken.refusal(old, for: "p", at: made.adding(minutes: 0), keys: keys) == .tooFast)
        #expect(OpenFormToken.refusal(old, for: "p", at: made.adding(minutes: 1), keys: keys) == nil)
        #expect(OpenFormToken.refusal(old, for: "p", at: made.adding(minutes: 400), keys: keys) == .tooOld)
        #expect(OpenFormToken.refusal(old, for: "p", at: made.adding(minutes: -5), keys: keys) == .foreign)
        #expect(OpenFormToken.refusal(old, for: "p", at: made.adding(minutes: 1), keys: .random()) == .foreign)
        var altered = Array(old)
        altered[0] = altered[0] == "9" ? "8" : "9"
        #expect(OpenFormToken.refusal(String(altered), for: "p", at: made.adding(minutes: 1), keys: keys) == .foreign)
    }

    @Test("what is wrong is told field by field, and nothing is told of what was not offered")
    func problems() async throws {
        let bay = try await Bay()
        func places(_ input: RecordInput, _ uploads: [String: Upload] = [:]) async throws -> [String] {
            let outcome = try await bay.submit(input, uploads: uploads)
            guard case .problems(let problems) = outcome else { throw Unexpected(what: "\(outcome)") }
            return problems.map(\.place.key).sorted()
        }
        #expect(try await places(bay.input(["title": " "])) == ["title"])
        #expect(try await places(bay.input(rows: [["name": "某人"]])) == ["wishers.0.phone"])
        #expect(try await places(bay.input(rows: [["name": "", "phone": "", "address": ""]])) == ["wishers", "wishers.0.phone"])
        #expect(try await places(bay.input(["title": "请打13900005678"])) == ["title"])
        #expect(try await places(bay.input(["unit": "nowhere"])) == ["unit"])
        // A village does not keep wishes; a depot by its name or number is not looked for.
        #expect(try await places(bay.input(["unit": "east_one"])) == ["unit"])
        let exe = Upload(name: "a.pdf", mediaType: "application/pdf", bytes: Array("MZ".utf8))
        #expect(try await places(bay.input(), ["photo": exe]) == ["photo"])
        let before = try await bay.test.rowCounts()
        _ = try await bay.submit(bay.input(["story": ""]))
        #expect(try await bay.test.rowCounts() == before)

        // Fields that were not offered are not taken, whatever is sent.
        let outcome = try await bay.submit(
            bay.input(["secret_note": "闯入", "channel": "counter", "came_on": "2020-01-01", "depot": "东点"]))
        guard case .done(let receipt, _) = outcome else { throw Unexpected(what: "\(outcome)") }
        let values = try #require(try await bay.office.record("wish", id: receipt.id, by: bay.clerk)).record.values
        #expect(values["secret_note"] == nil && values["depot"] == nil)
        #expect(values["channel"] == .text("web") && values["came_on"] == .day(Day("2021-11-12")))
    }

    @Test("the second row is somebody else, and files are kept by what they are")
    func rowsAndFiles() async throws {
        let bay = try await Bay()
        let png = Upload(name: "井.png", mediaType: "text/html", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2])
        let rows = [["name": "端木拾贰", "phone": "13900005678"], ["name": "邻居", "phone": ""]]
        let outcome = try await bay.submit(bay.input(rows: rows), uploads: ["photo": png, "secret_note": png])
        guard case .done(let receipt, _) = outcome else { throw Unexpected(what: "\(outcome)") }
        let values = try #require(try await bay.office.record("wish", id: receipt.id, by: bay.clerk)).record.values
        #expect(values["wishers"]?.rows?.map { $0.values["side"] } == [.text("self"), .text("other")])
        #expect(values["photo"]?.attachment?.mediaType == "image/png")
    }

    @Test("whoever is asked to add something may do so once, and the office sees it on the record")
    func supplement() async throws {
        let bay = try await Bay()
        let (receipt, code) = try await bay.sent()
        #expect(try await bay.office.supplement("早了", file: nil, for: code) == .notAsked)
        try await bay.move("ask", receipt.id, ["asked_on": "2021-11-12"])
        #expect(try await bay.standing(code).isAsked)
        #expect(try await bay.office.supplement(" ", file: nil, for: code) == .textMissing)
        let bad = Upload(name: "x.exe", mediaType: "", bytes: [1])
        #expect(try await bay.office.supplement("补充", file: bad, for: code) == .fileKind)
        let pdf = Upload(name: "证明.pdf", mediaType: "", bytes: Array("%PDF-1.4".utf8))
        #expect(try await bay.office.supplement("井在月牙巷十七号", file: pdf, for: code) == nil)
        #expect(try await bay.office.supplement("再补", file: nil, for: code) == .notAsked)
        #expect(try await bay.standing(code).supplements == [Day("2021-11-12")])
        let outside = try #require(try await bay.office.fromOutside("wish", id: receipt.id, by: bay.clerk))
        let added = try #require(outside.supplements.first)
        #expect(added.text == "井在月牙巷十七号" && added.file?.name == "证明.pdf")
        let file = try await bay.office.supplementFile(added.id, of: receipt.id, in: "wish", by: bay.clerk)
        #expect(file?.1 == Array("%PDF-1.4".utf8))
        // Who sees no personal data sees no supplements either.
        let leader = try await bay.test.actor(.leader, at: "bay")
        #expect(try await bay.office.fromOutside("wish", id: receipt.id, by: leader)?.supplements.isEmpty == true)
        #expect(try await bay.office.supplementFile(added.id, of: receipt.id, in: "wish", by: leader) == nil)
    }

    @Test("a register that is asked for a required field by nobody is refused when it is loaded")
    func definition() throws {
        func problems(_ change: (String) -> String) -> [String] {
            var files = VisitorCatalogue.files
            files[VisitorCatalogue.wishPath] = change(VisitorCatalogue.wish)
            return CatalogueLoader.load(files: files).problems.filter(\.isError).map { "\($0.place.line > 0) \($0.reason)" }
        }
        #expect(problems { $0 }.isEmpty)
        #expect(problems { $0.replacing("channel: { value: web }, ", with: "") }.count == 1)
        #expect(problems { $0.replacing("channel: { value: web }", with: "channel: { value: wed }") }.count == 1)
        #expect(problems { $0.replacing("wishers.side: { rows: [self, other] }", with: "came_on: today") }.count >= 1)
        #expect(problems { $0.replacing("clocks: [silence]", with: "clocks: [silense]") }.count == 1)
        #expect(problems { $0.replacing("letters: [reply]", with: "letters: [replay]") }.count == 1)
        #expect(problems { $0.replacing("supplement: [correcting]", with: "supplement: [corecting]") }.count == 1)
        #expect(problems { $0.replacing("- story\n", with: "- story\n      - storey\n") }.count == 1)
        let request = VisitorCatalogue.catalogue.register("wish")?.requests.first
        #expect(request?.set.count == 5 && request?.fields.count == 8)
    }
}

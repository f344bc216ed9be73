import Access
import Casework
import Definitions
import Foundation
import LegalTime
import OfficeFormats
import Records
import Store
import TestSupport
import Testing
import Workflow

private struct Claims {
    let bench: TestOffice
    let clerk: Actor
    let overseer: Actor
    let leader: Actor
    var office: Office { bench.office }

    init(catalogue: Catalogue = LetterCatalogue.catalogue) async throws {
        let district = try #require(catalogue.district("reed-bay"))
        bench = try await TestOffice(catalogue: catalogue.forDistrict("reed-bay"), district: district)
        clerk = try await bench.actor(.clerk, at: "east")
        overseer = try await bench.actor(.coordinator, at: "bay")
        leader = try await bench.actor(.leader, at: "bay")
    }

    func claim(uploads: [String: Upload] = [:]) async throws -> Receipt {
        let porter = try await office.register(
            "porter", RecordInput(texts: ["name": "司徒搬运", "unit": "east", "hired_on": "2021-01-05"]), by: clerk
        ).done()
        let texts = [
            "matter": "陶罐丢失", "unit": "east", "filed_on": "2021-11-10", "claimant": "公孙拾玖", "phone": "19900001234",
            "address": "想象路九号",
            "story": "他家的老井边", "porter": porter.id, "sum": "1200.50",
        ]
        let rows = [
            "witnesses": [RowInput(texts: ["name": "慕容廿二", "told_on": "2021-11-12"]), RowInput(texts: ["name": "慕容廿二"])]
        ]
        return try await office.register("claim", RecordInput(texts: texts, rows: rows), uploads: uploads, by: clerk).done()
    }

    func decide(_ receipt: Receipt) async throws -> Receipt {
        let change = RecordChange(
            .move("decide"), revision: receipt.revision, input: RecordInput(texts: ["verdict": "paid"]), fields: ["verdict"])
        return try await office.change("claim", id: receipt.id, change, by: clerk).done()
    }

    func issue(_ letter: String, of receipt: Receipt, after: Int? = nil, by actor: Actor? = nil) async throws -> IssuedLetter {
        let outcome = try await office.issue(letter, of: receipt.id, in: "claim", after: after, by: actor ?? clerk)
        guard case .done(let issued) = outcome else { throw Refused(outcome: outcome) }
        return issued
    }

    func text(_ letter: IssuedLetter, of receipt: Receipt, by actor: Actor) async throws -> String {
        let file = try #require(try await office.letterFile(letter.id, of: receipt.id, in: "claim", by: actor))
        return try DocumentReader().read(bytes: file.bytes).text
    }

    struct Refused: Error { var outcome: LetterOutcome }
}

@Suite("Letters of a record")
struct LetterTests {
    @Test("a letter is numbered without gaps, filled from the record, logged, and prints the same again")
    func issued() async throws {
        let test = try await Claims()
        let claim = try await test.claim()
        let first = try await test.issue("receipt", of: claim, after: 0)
        #expect(first.number == "苇收凭〔2021〕1号" && first.on == Day("2021-11-15") && !first.isMasked && !first.isReplaced)
        let text = try await test.text(first, of: claim, by: test.clerk)
        for part in [
            "收件凭证", "苇收凭〔2021〕1号", "公孙拾玖：", "你于2021年11月10日提出的“陶罐丢失”（\(claim.number)）已收到", "19900001234",
            "搬运人：司徒搬运（苇搬〔2021〕1号）", "1 慕容廿二\t2021年11月12日", "2 慕容廿二\t未作证", "2021年11月15日",
        ] {
            #expect(text.contains(part), "\(part) in \(text)")
        }
        let one = try await test.office.letterFile(first.id, of: claim.id, in: "claim", by: test.clerk)?.bytes
        test.bench.clock.set(today: Day("2022-01-04"))
        let two = try await test.office.letterFile(first.id, of: claim.id, in: "claim", by: test.clerk)?.bytes
        #expect(one != nil && one == two && one.map { ContentHash.hex($0) } == first.hash)

        // Issued again: a new number of the new year, and the old one is marked.
        let second = try await test.issue("receipt", of: claim, after: 1)
        #expect(second.number == "苇收凭〔2022〕1号" && second.id != first.id)
        let third = try await test.issue("receipt", of: try await test.claim())
        #expect(third.number == "苇收凭〔2022〕2号")
        let letters = try #require(try await test.office.record("claim", id: claim.id, by: test.clerk)).letters
        #expect(letters.issued.map(\.isReplaced) == [true, false] && letters.open.map(\.issued) == [2])
        let history = try #require(try await test.office.history("claim", id: claim.id, by: test.clerk))
        #expect(history.map(\.act) == ["register", "letter", "letter"])
        #expect(history.last?.facts["number"] == second.number && history.last?.facts["digest"] == second.hash)
        #expect(try await test.office.verifyLog().finding == nil)
    }

    @Test("whoever sees masks gets a masked letter, whoever issued it; nothing personal is in its file")
    func masks() async throws {
        let test = try await Claims()
        let claim = try await test.claim()
        let clear = try await test.issue("receipt", of: claim)
        let masked = try await test.issue("receipt", of: claim, by: test.overseer)
        #expect(masked.isMasked && masked.number == "苇收凭〔2021〕2号")
        for (letter, reader) in [(clear, test.overseer), (clear, test.leader), (masked, test.overseer), (masked, test.clerk)] {
            let file = try #require(try await test.office.letterFile(letter.id, of: claim.id, in: "claim", by: reader))
            #expect(file.letter.isMasked)
            let archive = try ZipArchive(bytes: file.bytes)
            for entry in archive.entries {
                let part = String(decoding: try archive.data(entry.name), as: UTF8.self)
                for secret in LetterCatalogue.secrets { #expect(!part.contains(secret), "\(secret) in \(entry.name)") }
            }
            let text = try DocumentReader().read(bytes: file.bytes).text
            #expect(text.contains("公***：") && text.contains("199****1234") && text.contains("司***（苇搬〔2021〕1号）"), "\(text)")
        }
        // The same search finds them in the clear letter.
        let text = try await test.text(clear, of: claim, by: test.clerk)
        for secret in LetterCatalogue.secrets { #expect(text.contains(secret), "\(secret)") }
    }

    @Test("a letter that is not due, not his, or issued meanwhile is refused and leaves nothing behind")
    func refusals() async throws {
        let test = try await Claims()
        let claim = try await test.claim()
        let other = try await test.bench.actor(.clerk, at: "west")
        let before = try await test.bench.rowCounts()
        func refusal(_ letter: String, after: Int? = nil, by actor: Actor) async throws -> LetterRefusal? {
            guard
                case .refused(let refusal) = try await test.office.issue(
                    letter, of: claim.id, in: "claim", after: after, by: actor)
            else { return nil }
            return refusal
        }
        #expect(try await refusal("decision", by: test.clerk) == .tooEarly(states: ["decided"], moves: []))
        #expect(try await refusal("slip", by: test.clerk) == .tooEarly(states: [], moves: ["decide"]))
        #expect(try await refusal("receipt", by: test.leader) == .roleMissing(["clerk", "coordinator"]))
        #expect(try await refusal("receipt", by: other) == .notFound)
        #expect(try await refusal("reciept", by: test.clerk) == .notFound)
        #expect(try await refusal("receipt", after: 1, by: test.clerk) == .issuedMeanwhile)
        #expect(try await test.bench.rowCounts() == before)
        let decided = try await test.decide(claim)
        let decision = try await test.issue("decision", of: decided)
        #expect(try await test.text(decision, of: decided, by: test.clerk).contains("赔付公孙拾玖1200.5元。"))
        let slip = try await test.issue("slip", of: decided)
        #expect(slip.number == nil && !slip.mayServe)
        #expect(try await test.office.letterFile(slip.id, of: claim.id, in: "claim", by: other) == nil)
    }

    @Test("a service is recorded with its day and receiver, masked for others, sealed in the file, and kept in the log")
    func service() async throws {
        let test = try await Claims()
        let claim = try await test.claim()
        let letter = try await test.issue("receipt", of: claim)
        func refusal(_ input: ServiceInput, by actor: Actor) async throws -> LetterRefusal? {
            guard case .refused(let refusal) = try await test.office.serve(letter.id, of: claim.id, in: "claim", input, by: actor)
            else { return nil }
            return refusal
        }
        #expect(try await refusal(.init(mode: .direct, on: nil), by: test.clerk) == .serviceDayMissing)
        #expect(try await refusal(.init(mode: .direct, on: Day("2021-11-16")), by: test.clerk) == .serviceDayInFuture)
        #expect(
            try await refusal(.init(mode: .direct, on: Day("2021-11-14")), by: test.clerk)
                == .serviceBeforeIssue(Day("2021-11-15")))
        #expect(
            try await refusal(.init(mode: .direct, on: Day("2021-11-15")), by: test.leader)
                == .roleMissing(["clerk", "coordinator"]))
        let input = ServiceInput(mode: .post, on: Day("2021-11-15"), receiver: " 欧阳代收 ", note: "上官转交")
        guard case .done(let served) = try await test.office.serve(letter.id, of: claim.id, in: "claim", input, by: test.clerk)
        else {
            Issue.record("not served")
            return
        }
        #expect(served.services.map(\.receiver) == ["欧阳代收"] && served.services.map(\.note) == ["上官转交"])
        let seen = try #require(try await test.office.record("claim", id: claim.id, by: test.leader)).letters.issued.first?
            .services.first
        #expect(seen?.receiver == "欧***" && seen?.note == "***" && seen?.mode == .post && seen?.on == Day("2021-11-15"))
        let history = try #require(try await test.office.history("claim", id: claim.id, by: test.clerk)).last
        #expect(history?.act == "service" && history?.facts["receiver"] == "欧阳代收" && history?.facts["mode"] == "post")
        let masked = try #require(try await test.office.history("claim", id: claim.id, by: test.leader)).last
        #expect(masked?.facts["receiver"] == "***")
        #expect(try await test.office.verifyLog().finding == nil)
        for secret in LetterCatalogue.secrets + ["欧阳代收", "上官转交"] {
            for end in ["", "-wal", "-shm"] {
                let data = FileManager.default.contents(atPath: test.bench.path + end)
                #expect(data?.range(of: Data(secret.utf8)) == nil, "\(secret)")
            }
        }
        let slip = try await test.issue("slip", of: try await test.decide(claim))
        guard case .refused(.notServed) = try await test.office.serve(slip.id, of: claim.id, in: "claim", input, by: test.clerk)
        else {
            Issue.record("a slip is not served")
            return
        }
    }

    @Test("the bound file holds letters and attachments in order, names what is missing, and withholds what may not be seen")
    func boundFile() async throws {
        let test = try await Claims()
        let photo = Upload(name: "罐.png", mediaType: "image/png", bytes: [1, 2, 3])
        let secret = Upload(name: "证件.png", mediaType: "image/png", bytes: [4, 5])
        let claim = try await test.claim(uploads: ["photo": photo, "secret_photo": secret])
        _ = try await test.issue("receipt", of: claim)
        let file = try #require(try await test.office.boundFile("claim", id: claim.id, by: test.clerk))
        #expect(Self.names(file.main) == ["cover", "catalogue", "苇收凭〔2021〕1号", "罐.png 3", "missing decision"])
        #expect(Self.names(file.side) == ["catalogue", "证件.png 2"] && file.closedOn == nil)
        let decided = try await test.decide(claim)
        _ = try await test.issue("slip", of: decided)
        let whole = try #require(try await test.office.boundFile("claim", id: claim.id, by: test.leader))
        // A letter that the order does not name stands at the end.
        #expect(Self.names(whole.main).last == "slip" && whole.closedOn == Day("2021-11-15"))
        #expect(Self.names(whole.side) == ["catalogue", "withheld secret_photo"])
        for case .letter(let letter, _) in whole.main { #expect(letter.isMasked) }
        let other = try await test.bench.actor(.clerk, at: "west")
        #expect(try await test.office.boundFile("claim", id: claim.id, by: other) == nil)
    }

    private static func names(_ sheets: [BoundFile.Sheet]) -> [String] {
        sheets.map { sheet in
            switch sheet {
            case .cover: "cover"
            case .catalogue: "catalogue"
            case .letter(let letter, _): letter.number ?? letter.name
            case .attachment(_, let file, let content): "\(file.name) \(content.count)"
            case .missingLetter(let name): "missing \(name)"
            case .missingAttachment(let path): "missing \(path)"
            case .withheld(let path): "withheld \(path)"
            }
        }
    }
}

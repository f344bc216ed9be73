import Access
import Definitions
import LegalTime
import Records
import Store
import TestSupport
import Testing

@testable import Casework

@Suite("consultations")
struct ConsultationTests {
    struct Bay {
        let test: TestOffice
        let clerk: Actor
        var office: Office { test.office }

        init(today: Day = Day("2021-11-12")) async throws {
            test = try await TestOffice(catalogue: VisitorCatalogue.catalogue, today: today)
            clerk = try await test.actor(.clerk, at: "east")
        }

        /// A plan that is heard from and until some days.
        func plan(_ from: String = "2021-11-12", _ until: String = "2021-11-23", more: [String: String] = [:]) async throws
            -> String
        {
            var texts = [
                "title": "水井计划", "unit": "east", "begun_on": "2021-11-01", "draft": "第一条 修井。", "note": "为了用水。",
                "heard_from": from, "heard_until": until, "author": "端木拾贰",
            ].merging(more) { $1 }
            texts = texts.filter { !$0.value.isEmpty }
            let outcome = try await office.register("plan", RecordInput(texts: texts), by: clerk)
            guard let receipt = outcome.receipt else { throw UnexpectedOutcome(outcome: outcome) }
            let moved = try await office.change(
                "plan", id: receipt.id, RecordChange(.move("hear"), revision: receipt.revision), by: clerk)
            guard moved.receipt != nil else { throw UnexpectedOutcome(outcome: moved) }
            return receipt.id
        }

        func give(_ text: String, on id: String, name: String = "", kind: Opinion.Kind = .person) async throws -> OpinionOutcome {
            try await office.submit(
                OpinionInput(
                    kind: kind, name: name, contact: name.isEmpty ? "" : "13900005678", text: text,
                    formToken: office.openFormToken(for: id).text), on: id)
        }

        func code(_ text: String, on id: String, name: String = "") async throws -> ReceiptCode {
            let outcome = try await give(text, on: id, name: name)
            guard case .done(let code) = outcome else { throw Unexpected(what: "\(outcome)") }
            return code
        }

        /// Why an opinion is not taken; nil where it is.
        func refused(_ text: String, on id: String) async throws -> OpinionRefusal? {
            if case .refused(let refusal) = try await give(text, on: id) { refusal } else { nil }
        }
    }

    struct Unexpected: Error { var what: String }

    @Test("opinions come in on the first and on the last day, and neither before nor after")
    func days() async throws {
        let bay = try await Bay(today: Day("2021-11-11"))
        let id = try await bay.plan()
        #expect(try await bay.office.consultation(id)?.phase == .announced)
        #expect(try await bay.refused("早", on: id) == .closed(.announced, until: Day("2021-11-23")))
        bay.test.clock.set(today: Day("2021-11-12"))
        _ = try await bay.code("首日", on: id)
        bay.test.clock.set(today: Day("2021-11-23"))
        _ = try await bay.code("末日", on: id)
        bay.test.clock.set(today: Day("2021-11-24"))
        #expect(try await bay.refused("晚", on: id) == .closed(.closed, until: Day("2021-11-23")))
        #expect(try await bay.office.consultation(id)?.phase == .closed)
        #expect(try await bay.office.opinions("plan", id: id, by: bay.clerk)?.opinions.count == 2)
    }

    @Test("a period shorter than the law's is not put out unless its reason is stated")
    func shortest() async throws {
        let bay = try await Bay()
        // The day it begins is not counted: ten full days from the 12th have passed on the 23rd, as the register's own clock says.
        let short = try await bay.plan("2021-11-12", "2021-11-22")
        #expect(try await bay.office.consultation(short) == nil)
        #expect(try await bay.refused("看不见", on: short) == .notFound)
        guard case .faulty(let faults)? = try await bay.office.opinions("plan", id: short, by: bay.clerk)?.standing else {
            throw Unexpected(what: "not faulty")
        }
        #expect(faults == [.tooShort(until: Day("2021-11-22"), earliest: Day("2021-11-23"))])
        let stated = try await bay.plan("2021-11-12", "2021-11-15", more: ["why_short": "水井已干"])
        #expect(try await bay.office.consultation(stated)?.shortenedReason == "水井已干")
        let full = try await bay.plan("2021-11-12", "2021-11-23", more: ["why_short": "不算缩短"])
        #expect(try await bay.office.consultation(full)?.shortenedReason == nil)
        let bare = try await bay.plan(more: ["draft": ""])
        #expect(try await bay.office.consultation(bare) == nil)
        #expect(try await bay.office.consultations().map(\.id).sorted() == [stated, full].sorted())
    }

    @Test("opinions are sealed, seen by the office in charge alone, and masked for others")
    func sealed() async throws {
        let bay = try await Bay()
        let id = try await bay.plan()
        _ = try await bay.code("井边要有栏杆", on: id, name: "端木拾贰")
        let list = try #require(try await bay.office.opinions("plan", id: id, by: bay.clerk))
        #expect(list.opinions.first?.text == "井边要有栏杆" && list.opinions.first?.name == "端木拾贰" && list.mayAnswer)
        let leader = try await bay.test.actor(.leader, at: "bay")
        let masked = try #require(try await bay.office.opinions("plan", id: id, by: leader))
        #expect(masked.opinions.first?.text == "***" && masked.opinions.first?.name == "端***" && !masked.mayAnswer)
        #expect(masked.opinions.first?.contact == "139****5678")
        let west = try await bay.test.actor(.clerk, at: "west")
        #expect(try await bay.office.opinions("plan", id: id, by: west) == nil)
        let opinion = try #require(list.opinions.first?.id)
        #expect(try await bay.office.answer(opinion, .adopted, reason: "", in: "plan", id: id, by: leader) == .notAllowed)
        #expect(try await bay.office.answer(opinion, .adopted, reason: "", in: "plan", id: id, by: west) == .notFound)
        await bay.test.engine.close()
        for secret in ["井边要有栏杆", "端木拾贰", "13900005678"] {
            #expect(!PublicRequestTests.holds(bay.test.path, secret), "\(secret)")
        }
    }

    @Test("adoption is told once all are answered and the last day has passed, and the counts go into the record")
    func release() async throws {
        let bay = try await Bay()
        let office = bay.office
        let id = try await bay.plan()
        let codes = [
            try await bay.code("一", on: id), try await bay.code("二", on: id), try await bay.code("三", on: id),
        ]
        let ids = try #require(try await office.opinions("plan", id: id, by: bay.clerk)).opinions.map(\.id)
        let summary = ConsultationSummary(text: "采纳两条。", otherReceived: 4, otherAdopted: 1)
        #expect(
            try await office.release(summary, in: "plan", id: id, by: bay.clerk) == .stillOpen(until: Day("2021-11-23")))
        #expect(try await office.answer(ids[0], .adopted, reason: "", in: "plan", id: id, by: bay.clerk) == nil)
        #expect(try await office.answer(ids[1], .not, reason: " ", in: "plan", id: id, by: bay.clerk) == .reasonMissing)
        #expect(try await office.answer(ids[1], .not, reason: "没有水", in: "plan", id: id, by: bay.clerk) == nil)
        // The sender is told when everybody is.
        guard case .opinion(let before)? = try await office.follow(codes[1]) else { throw Unexpected(what: "no opinion") }
        #expect(before.opinion.state == .received && before.opinion.answer == nil)
        bay.test.clock.set(today: Day("2021-11-24"))
        #expect(try await office.release(summary, in: "plan", id: id, by: bay.clerk) == .unanswered(1))
        #expect(try await office.answer(ids[2], .partly, reason: "先修一口", in: "plan", id: id, by: bay.clerk) == nil)
        #expect(try await office.release(.init(text: " "), in: "plan", id: id, by: bay.clerk) == .summaryMissing)
        let wrong = ConsultationSummary(text: "x", otherReceived: 1, otherAdopted: 2)
        #expect(try await office.release(wrong, in: "plan", id: id, by: bay.clerk) == .countsWrong)
        #expect(try await office.release(summary, in: "plan", id: id, by: bay.clerk) == nil)
        #expect(try await office.release(summary, in: "plan", id: id, by: bay.clerk) == .releasedAlready)
        #expect(try await office.answer(ids[0], .not, reason: "改", in: "plan", id: id, by: bay.clerk) == .releasedAlready)

        let consultation = try #require(try await office.consultation(id))
        #expect(consultation.phase == .answered && consultation.summary?.received == 7 && consultation.summary?.adopted == 3)
        let values = try #require(try await office.record("plan", id: id, by: bay.clerk)).record.values
        #expect(values["heard_count"] == .integer(7) && values["taken_count"] == .integer(3))
        #expect(values["told_on"] == .day(Day("2021-11-24")))
        guard case .opinion(let after)? = try await office.follow(codes[1]) else { throw Unexpected(what: "no opinion") }
        #expect(after.opinion.state == .not && after.opinion.answer == "没有水")
        #expect(try await office.verifyLog().finding == nil)
    }

    @Test("a refused opinion leaves no trace, and the same form is not taken twice")
    func refusals() async throws {
        let bay = try await Bay()
        let id = try await bay.plan()
        let before = try await bay.test.rowCounts()
        #expect(try await bay.refused("  ", on: id) == .textMissing)
        #expect(try await bay.refused(String(repeating: "长", count: 3001), on: id) == .textTooLong(3001))
        #expect(try await bay.refused("a\u{7}b", on: id) == .controlCharacter)
        #expect(try await bay.refused("好", on: "01ARZ3NDEKTSV4RRFFQ69G5FAV") == .notFound)
        #expect(try await bay.test.rowCounts() == before)
        let token = bay.office.openFormToken(for: id).text
        let input = OpinionInput(kind: .unit, name: "", contact: "", text: "一次", formToken: token)
        guard case .done = try await bay.office.submit(input, on: id) else { throw Unexpected(what: "first") }
        guard case .refused(let again) = try await bay.office.submit(input, on: id) else { throw Unexpected(what: "twice") }
        #expect(again == .sentAlready)
    }

    @Test("what is put out may be nobody's personal data")
    func definition() {
        func problems(_ change: (String) -> String) -> Int {
            var files = VisitorCatalogue.files
            files[VisitorCatalogue.planPath] = change(VisitorCatalogue.plan)
            return CatalogueLoader.load(files: files).problems.count(where: \.isError)
        }
        #expect(problems { $0 } == 0)
        #expect(problems { $0.replacing("explanation: note", with: "explanation: author") } == 1)
        #expect(problems { $0.replacing("open_in: [hearing]", with: "open_in: [hering]") } >= 1)
        #expect(problems { $0.replacing("minimum: 收寄/display", with: "minimum: 收寄/answer") } == 1)
        #expect(problems { $0.replacing("until: heard_until", with: "until: heard_count") } == 1)
        #expect(problems { $0.replacing("received: heard_count", with: "received: title") } == 1)
    }
}

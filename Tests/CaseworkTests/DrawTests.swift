import Access
import Casework
import Definitions
import Draws
import LegalTime
import Records
import Store
import TestSupport
import Testing

private struct Checks {
    let bench: TestOffice
    let clerk: Actor
    let coordinator: Actor
    var office: Office { bench.office }

    init() async throws {
        let catalogue = DrawCatalogue.catalogue
        let district = try #require(catalogue.district("reed-bay"))
        bench = try await TestOffice(catalogue: catalogue.forDistrict("reed-bay"), district: district)
        clerk = try await bench.actor(.clerk, at: "east")
        coordinator = try await bench.actor(.coordinator, .clerk, at: "bay")
        for index in 1...6 {
            _ = try await office.register(
                "sorter",
                RecordInput(texts: [
                    "name": "宇文拣员\(index)", "badge": "牌\(index)", "unit": index < 4 ? "east" : "west",
                    "hired_on": "2021-01-0\(index)",
                ]), by: coordinator
            ).done()
        }
        for index in 1...24 {
            _ = try await crate(index)
        }
    }

    func crate(_ index: Int) async throws -> Receipt {
        try await office.register(
            "crate",
            RecordInput(texts: [
                "title": "箱\(index)", "unit": index % 2 == 0 ? "east" : "west",
                "packed_on": index <= 20 ? "2021-05-10" : "2021-09-10",
                "size": "large", "packer": "令狐装箱",
            ]), by: coordinator
        ).done()
    }

    func check(kind: String = "crates", many: String = "3", unit: String = "bay", by actor: Actor? = nil) async throws -> Receipt
    {
        var texts = ["unit": unit, "opened_on": "2021-11-10", "kind": kind]
        if kind == "crates" { texts.merge(["since": "2021-05-01", "until": "2021-06-30", "how_many": many]) { $1 } }
        let rows = kind == "stalls" ? ["stalls": (1...5).map { RowInput(texts: ["code": "摊\($0)", "title": "样例摊\($0)"]) }] : [:]
        return try await office.register("spot_check", RecordInput(texts: texts, rows: rows), by: actor ?? coordinator).done()
    }

    func freeze(_ receipt: Receipt, _ name: String = "crates", _ input: DrawInput = DrawInput(), by actor: Actor? = nil)
        async throws
        -> String
    {
        let outcome = try await office.freezeDraw(name, of: receipt.id, in: "spot_check", input, by: actor ?? coordinator)
        guard case .done(let id) = outcome else { throw Refused(outcome: outcome) }
        return id
    }

    func make(_ id: String, seed: String? = nil, by actor: Actor? = nil) async throws {
        let outcome = try await office.makeDraw(id, seed: seed, by: actor ?? coordinator)
        guard case .done = outcome else { throw Refused(outcome: outcome) }
    }

    func view(_ id: String, by actor: Actor? = nil) async throws -> DrawView {
        try #require(try await office.draw(id, by: actor ?? coordinator))
    }

    func rows(_ receipt: Receipt) async throws -> [Row] {
        try #require(try await office.record("spot_check", id: receipt.id, by: coordinator)).record.values["found"]?.rows ?? []
    }

    struct Refused: Error { var outcome: DrawOutcome }
}

extension DrawOutcome {
    fileprivate var refusal: DrawActRefusal? { if case .refused(let refusal) = self { refusal } else { nil } }
}

@Suite("random draws in the office")
struct OfficeDrawTests {
    @Test("a list changed after freezing does not change the draw, which fills the record's rows by strata with two people each")
    func frozen() async throws {
        let checks = try await Checks()
        let receipt = try await checks.check()
        let id = try await checks.freeze(receipt)
        let before = try await checks.view(id)
        #expect(before.state == .frozen && before.file.isPending && before.file.list.candidates.count == 20)
        #expect(Set(before.file.list.candidates.map(\.stratum)) == ["东镇", "西镇"])
        #expect(before.file.findings().isEmpty && before.file.commitment?.count == 64)
        // More crates of the period come in, and one goes.
        for index in 1...4 { _ = try await checks.crate(index) }
        let gone = try #require(try await checks.office.id(ofNumber: "苇箱〔2021〕1号", in: "crate", by: checks.coordinator))
        _ = try await checks.office.change("crate", id: gone, RecordChange(.move("send"), revision: 1), by: checks.coordinator)
            .done()
        try await checks.make(id)
        let after = try await checks.view(id)
        #expect(after.file.list == before.file.list && after.file.fingerprint == before.file.fingerprint)
        #expect(after.state == .drawn && after.file.drawn.count == 6 && after.file.findings().isEmpty)
        #expect(after.file.commitment == DrawSeed.commitment(to: after.file.seed))

        let rows = try await checks.rows(receipt)
        #expect(rows.map { $0.values["crate_number"]?.text } == after.file.drawn.map(\.id))
        #expect(rows.filter { $0.values["owner_unit"] == .text("east") }.count == 3)
        for (row, choice) in zip(rows, after.file.drawn) {
            let crate = try #require(row.values["crate"]?.text)
            let record = try #require(try await checks.office.record("crate", id: crate, by: checks.coordinator))
            #expect(record.record.number == choice.id && row.values["what"] == record.record.values["title"])
            #expect(row.values["size"] == .text("large") && row.values["way"] == .text("drawn"))
            let first = try #require(row.values["first"]?.text)
            let sorter = try #require(try await checks.office.record("sorter", id: first, by: checks.coordinator))
            #expect(sorter.record.number == choice.team[0] && row.values["second"] == .text(choice.team[1]))
        }
        let record = try #require(try await checks.office.record("spot_check", id: receipt.id, by: checks.coordinator)).record
        #expect(record.values["draw_number"] == .text("苇抽〔2021〕1号") && record.values["pool"] == .integer(20))
        #expect(record.values["found_count"] == .integer(6) && record.revision == 2)
    }

    @Test("the published file verifies, one changed byte of what it says fails, and no personal value is in it")
    func published() async throws {
        let checks = try await Checks()
        let id = try await checks.freeze(try await checks.check())
        #expect(try await checks.office.publishedDraws().map(\.state) == [.frozen])
        try await checks.make(id)
        let (open, json) = try #require(try await checks.office.publishedDraw(id))
        #expect(open.drawn == 6 && open.candidates == 20 && open.people == 6 && open.unit == "bay")
        #expect(try #require(DrawRecord(json: json)).findings().isEmpty)
        let text = String(decoding: json, as: UTF8.self)
        #expect(!text.contains("宇文") && !text.contains("令狐") && text.contains("牌3"))
        for part in ["箱〔2021〕3号", "牌3", open.seed, open.fingerprint, "东镇"] {
            var bytes = json
            let place = try #require(text.utf8.firstIndex(of: part))
            bytes[place + part.utf8.count - 1] ^= 1
            let altered = DrawRecord(json: bytes)
            #expect(altered == nil || altered?.findings().isEmpty == false, "\(part)")
        }
        // Draws of a kind that is not for everybody are not shown.
        let stalls = try await checks.freeze(try await checks.check(kind: "stalls"), "stalls")
        #expect(try await checks.office.publishedDraw(stalls) == nil)
        #expect(try await checks.office.publishedDraws().count == 1)
    }

    @Test("nobody draws twice, freezes beside a draw, or draws after calling off")
    func once() async throws {
        let checks = try await Checks()
        let receipt = try await checks.check()
        let id = try await checks.freeze(receipt)
        let second = try await checks.office.freezeDraw(
            "crates", of: receipt.id, in: "spot_check", DrawInput(), by: checks.coordinator)
        #expect(second.refusal == .alreadyThere(number: "苇抽〔2021〕1号"))
        try await checks.make(id)
        let drawn = try await checks.view(id).file
        #expect(try await checks.office.makeDraw(id, by: checks.coordinator).refusal == .notFrozen(.drawn))
        #expect(try await checks.view(id).file == drawn)
        #expect(try await checks.rows(receipt).count == 6)
        #expect(try await checks.office.voidDraw(id, reason: " ", by: checks.coordinator).refusal == .reasonMissing)
        guard case .done = try await checks.office.voidDraw(id, reason: "名单漏了东镇", by: checks.coordinator) else {
            Issue.record("not called off")
            return
        }
        let void = try await checks.view(id)
        #expect(void.state == .void && void.reason == "名单漏了东镇" && void.file == drawn)
        #expect(try await checks.rows(receipt).isEmpty)
        #expect(try await checks.office.makeDraw(id, by: checks.coordinator).refusal == .notFrozen(.void))
        // A new list may be frozen then, under a number of its own; the first stays to be seen.
        let again = try await checks.freeze(receipt)
        #expect(try await checks.office.draws(by: checks.coordinator).map(\.number) == ["苇抽〔2021〕2号", "苇抽〔2021〕1号"])
        try await checks.make(again)
        #expect(try await checks.rows(receipt).count == 6)
    }

    @Test("a draw whose rows somebody has worked on stands")
    func scored() async throws {
        let checks = try await Checks()
        let receipt = try await checks.check(kind: "stalls")
        let id = try await checks.freeze(receipt, "stalls")
        try await checks.make(id)
        let rows = try await checks.rows(receipt)
        var inputs = rows.map {
            RowInput(
                id: $0.id, texts: ["crate_number": $0.values["crate_number"]?.text ?? "", "what": $0.values["what"]?.text ?? ""])
        }
        inputs[0].texts["score"] = "90"
        let change = RecordChange(.edit, revision: 2, input: RecordInput(rows: ["found": inputs]), fields: ["found"])
        _ = try await checks.office.change("spot_check", id: receipt.id, change, by: checks.coordinator).done()
        #expect(try await checks.office.voidDraw(id, reason: "不满意", by: checks.coordinator).refusal == .rowsInUse(1))
        #expect(try await checks.view(id).state == .drawn)
        #expect(try await checks.rows(receipt).count == 2)
    }

    @Test(
        "what is left out is never drawn, stands on the list with its reason and in the log, and what was drawn before leaves itself out"
    )
    func exclusions() async throws {
        let checks = try await Checks()
        let receipt = try await checks.check(many: "1")
        let input = DrawInput(
            exclusions: ["苇箱〔2021〕2号": "recusal", "苇箱〔2021〕4号": "recusal"], peopleExclusions: ["苇拣〔2021〕1号": "recusal"])
        let id = try await checks.freeze(receipt, "crates", input)
        try await checks.make(id)
        let file = try await checks.view(id).file
        #expect(file.list.candidates.filter { $0.exclusion == "回避" }.map(\.id) == ["苇箱〔2021〕2号", "苇箱〔2021〕4号"])
        #expect(file.list.eligible.count == 18 && !file.drawn.contains { ["苇箱〔2021〕2号", "苇箱〔2021〕4号"].contains($0.id) })
        #expect(!file.drawn.flatMap(\.team).contains("苇拣〔2021〕1号"))
        let history = try #require(try await checks.office.history("spot_check", id: receipt.id, by: checks.coordinator))
        let frozen = try #require(history.first { $0.act == "draw_freeze" })
        #expect(frozen.facts["excluded:苇箱〔2021〕2号"] == "回避" && frozen.facts["excluded:苇拣〔2021〕1号"] == "回避")
        #expect(history.contains { $0.act == "draw" && $0.facts["seed"] == file.seed })

        let drawn = Set(file.drawn.map(\.id))
        let next = try await checks.freeze(try await checks.check())
        let list = try await checks.view(next).file.list
        #expect(Set(list.candidates.filter { $0.exclusion == "已查" }.map(\.id)) == drawn)
        let wrong = try await checks.office.freezeDraw(
            "crates", of: try await checks.check().id, in: "spot_check", DrawInput(peopleExclusions: ["苇拣〔2021〕1号": "checked"]),
            by: checks.coordinator)
        #expect(wrong.refusal == .unknownReason("checked"))
    }

    @Test("a seed of another's making is named for a later day and typed in then")
    func namedSeed() async throws {
        let checks = try await Checks()
        let receipt = try await checks.check(kind: "units")
        func freeze(_ seed: DrawInput.SeedSource) async throws -> DrawActRefusal? {
            try await checks.office.freezeDraw(
                "units", of: receipt.id, in: "spot_check", DrawInput(seed: seed), by: checks.coordinator
            )
            .refusal
        }
        #expect(try await freeze(.named(" ", from: Day("2021-11-20"))) == .seedSourceMissing)
        #expect(try await freeze(.named("彩票", from: nil)) == .seedDayMissing)
        #expect(try await freeze(.named("彩票", from: Day("2021-11-15"))) == .seedDayNotLater(than: Day("2021-11-15")))
        let id = try await checks.freeze(receipt, "units", DrawInput(seed: .named("样例彩票第 9 期", from: Day("2021-11-20"))))
        #expect(try await checks.view(id).file.commitment == nil)
        #expect(
            try await checks.office.makeDraw(id, seed: "1 2 3", by: checks.coordinator).refusal
                == .tooEarly(seedDay: Day("2021-11-20")))
        checks.bench.clock.set(today: Day("2021-11-20"))
        #expect(try await checks.office.makeDraw(id, seed: "  ", by: checks.coordinator).refusal == .seedMissing)
        try await checks.make(id, seed: "03 11 17 28")
        let file = try await checks.view(id).file
        #expect(file.seed == "03 11 17 28" && file.seedSource == "样例彩票第 9 期（2021-11-20）" && file.findings().isEmpty)
        // Half of the two towns and two stations.
        #expect(file.list.candidates.map(\.id) == ["east", "east_office", "west", "west_office"] && file.drawn.count == 2)
        #expect(try await checks.rows(receipt).first?.values["owner_unit"]?.text == file.drawn[0].id)
    }

    @Test("lists keep to the drawer's scope, roles and the record's state are asked, and strangers see nothing")
    func scope() async throws {
        let checks = try await Checks()
        let receipt = try await checks.check(unit: "east", by: checks.clerk)
        let id = try await checks.freeze(receipt, by: checks.clerk)
        let view = try await checks.view(id, by: checks.clerk)
        #expect(view.file.list.candidates.count == 10 && view.file.list.candidates.allSatisfy { $0.stratum == "东镇" })
        // The sorters are those of the whole district; the clerk of the east sees the names of his own only.
        #expect(view.file.people.candidates.count == 6 && view.peopleTitles.count == 3)
        let western = try await checks.bench.actor(.clerk, at: "west")
        #expect(try await checks.office.draw(id, by: western) == nil)
        #expect(try await checks.office.draws(by: western).isEmpty)
        #expect(try await checks.office.makeDraw(id, by: western).refusal == .notFound)
        let leader = try await checks.bench.actor(.leader, at: "bay")
        #expect(try await checks.office.makeDraw(id, by: leader).refusal == .roleMissing(["clerk", "coordinator"]))
        #expect(try await checks.office.voidDraw(id, reason: "x", by: leader).refusal == .roleMissing(["clerk", "coordinator"]))
        try await checks.make(id, by: checks.clerk)
        let score = try await checks.office.change(
            "spot_check", id: receipt.id, RecordChange(.move("score"), revision: 2), by: checks.clerk)
        _ = try score.done()
        #expect(try await checks.office.voidDraw(id, reason: "x", by: checks.clerk).refusal == .ended)
        let other = try await checks.office.prepareDraw("stalls", of: receipt.id, in: "spot_check", by: checks.clerk)
        #expect(throws: DrawActRefusal.ended) { try other.get() }
    }

    @Test("a list that has changed since it was shown, a draw that cannot be made and a record without its numbers are refused")
    func conflicts() async throws {
        let checks = try await Checks()
        let receipt = try await checks.check(many: "12")
        let shown = try await checks.office.prepareDraw("crates", of: receipt.id, in: "spot_check", by: checks.coordinator).get()
        _ = try await checks.crate(2)
        func freeze(_ input: DrawInput, _ receipt: Receipt) async throws -> DrawActRefusal? {
            try await checks.office.freezeDraw("crates", of: receipt.id, in: "spot_check", input, by: checks.coordinator).refusal
        }
        #expect(try await freeze(DrawInput(seen: shown.fingerprint), receipt) == .listChanged)
        let five = Dictionary(uniqueKeysWithValues: (1...5).map { ("苇拣〔2021〕\($0)号", "recusal") })
        #expect(
            try await freeze(DrawInput(peopleExclusions: five), receipt) == .cannotBeDrawn(.tooFewPeople(needs: 2, has: 1)))
        // Twenty-one crates are more than the rows may hold.
        let id = try await checks.freeze(receipt)
        #expect(try await checks.office.makeDraw(id, by: checks.coordinator).refusal == .tooManyRows(limit: 12))
        #expect(try await checks.view(id).state == .frozen)
        #expect(try await checks.rows(receipt).isEmpty)
        let plain = try await checks.office.register(
            "spot_check",
            RecordInput(texts: [
                "unit": "bay", "opened_on": "2021-11-10", "kind": "crates", "since": "2021-05-01", "until": "2021-06-01",
            ]),
            by: checks.coordinator
        ).done()
        #expect(try await freeze(DrawInput(), plain) == .sizeMissing(field: "how_many"))
        let stalls = try await checks.check(kind: "stalls")
        #expect(try await freeze(DrawInput(), stalls).map { if case .conditionFails = $0 { true } else { false } } == true)
        // Two at once: one is drawn, the other told.
        let twice = try await checks.freeze(try await checks.check(kind: "stalls"), "stalls")
        async let one = checks.office.makeDraw(twice, by: checks.coordinator)
        async let other = checks.office.makeDraw(twice, by: checks.coordinator)
        let refusals = try await [one.refusal, other.refusal].compactMap { $0 }
        #expect(refusals == [.notFrozen(.drawn)])
    }
}

extension Sequence where Element == UInt8 {
    /// The place of a text's bytes.
    fileprivate func firstIndex(of text: String) -> Int? {
        let bytes = Array(self)
        let part = Array(text.utf8)
        return bytes.indices.first { bytes[$0...].starts(with: part) }
    }
}

import Access
import Casework
import Definitions
import Indicators
import LegalTime
import Records
import Store
import TestSupport
import Testing
import Workflow

private struct Leaks {
    let bench: TestOffice
    let village: Actor
    let town: Actor
    let district: Actor
    let head: Actor
    var office: Office { bench.office }

    init(files: [String: String]? = nil) async throws {
        let catalogue = try files.map { try #require(CatalogueLoader.load(files: $0).catalogue) } ?? LeakCatalogue.catalogue
        let district = try #require(catalogue.district("reed-bay"))
        bench = try await TestOffice(catalogue: catalogue.forDistrict("reed-bay"), district: district)
        village = try await bench.actor(.clerk, at: "east_one")
        town = try await bench.actor(.clerk, at: "east")
        self.district = try await bench.actor(.clerk, at: "bay")
        head = try await bench.actor(.head, at: "bay")
    }

    func leak(_ texts: [String: String] = [:]) async throws -> Receipt {
        let all = ["place": "想象路口", "unit": "east_one", "seen_on": "2021-11-10", "finder": "公孙拾玖", "grade": "burst"]
        return try await office.register("leak", RecordInput(texts: all.merging(texts) { $1 }), by: village).done()
    }

    func repair(_ texts: [String: String] = [:]) async throws -> Receipt {
        let all = ["unit": "east", "ordered_on": "2021-11-10", "kind": "tank", "crew": "甲班"]
        return try await office.register("repair", RecordInput(texts: all.merging(texts) { $1 }), by: district).done()
    }

    func move(
        _ register: String, _ receipt: Receipt, _ name: String, _ texts: [String: String] = [:], note: String? = nil,
        referral: [String: String] = [:], by actor: Actor
    ) async throws -> ActOutcome {
        let change = RecordChange(
            .move(name), revision: receipt.revision, input: RecordInput(texts: texts), fields: texts.keys.sorted(), note: note,
            referral: RecordInput(texts: referral))
        return try await office.change(register, id: receipt.id, change, by: actor)
    }
}

@Suite("A matter that is referred to another register")
struct ReferralTests {
    @Test("the move opens the other record, and each names the other")
    func opens() async throws {
        let test = try await Leaks()
        let leak = try await test.move("leak", test.leak(), "refer", referral: ["crew": "乙班"], by: test.village).done()
        let view = try #require(try await test.office.record("leak", id: leak.id, by: test.village))
        #expect(view.record.state == "referred" && view.relations.map(\.number) == ["苇修〔2021〕1号"])
        let id = try #require(view.record.values["repair"]?.text)
        let repair = try #require(try await test.office.record("repair", id: id, by: test.village))
        #expect(repair.record.values["crew"] == .text("乙班") && repair.record.values["kind"] == .text("pipe"))
        #expect(repair.record.values["leak"] == .text(leak.id) && repair.record.values["ordered_on"] == .day(Day("2021-11-15")))
        #expect(repair.record.values["reporter"] == .text("公孙拾玖"))
        #expect(repair.relations.map(\.number) == [leak.number] && repair.relations.first?.isOutgoing == false)
        #expect(try await test.office.verifyLog().finding == nil)
    }

    @Test("what the other record still lacks stops the move, and neither is changed")
    func stops() async throws {
        let test = try await Leaks()
        let leak = try await test.leak()
        let before = try await test.bench.rowCounts()
        let outcome = try await test.move("leak", leak, "refer", by: test.village)
        guard case .problemsElsewhere("repair", let problems) = outcome else { throw UnexpectedOutcome(outcome: outcome) }
        #expect(problems == [InputProblem(place: InputPlace(field: "crew"), reason: .missing)])
        #expect(try await test.bench.rowCounts() == before)
        #expect(try await test.office.record("leak", id: leak.id, by: test.village)?.record.state == "at_village")
    }

    @Test("each register counts its own side once")
    func counts() async throws {
        let test = try await Leaks()
        _ = try await test.move("leak", test.leak(), "refer", referral: ["crew": "乙班"], by: test.village).done()
        let statistics = Statistics(engine: test.bench.engine, catalogue: test.office.catalogue, district: "reed-bay")
        let names = [FigureName("leak.leaks"), FigureName("repair.repairs")].compactMap { $0 }
        let figures = try await statistics.figures(
            names, period: Period(year: 2021), scope: test.district.scope, today: Day("2021-11-15"))
        #expect(figures.map(\.value.text) == ["1", "1"])
    }

    @Test("whoever may not see the other side learns its number, unit and state, and no more")
    func glimpse() async throws {
        let test = try await Leaks()
        let leak = try await test.move("leak", test.leak(), "refer", referral: ["crew": "乙班"], by: test.village).done()
        let narrow = try await test.bench.actor(.clerk, at: "east_one", limit: .registers(["leak"]))
        let view = try #require(try await test.office.record("leak", id: leak.id, by: narrow))
        let relation = try #require(view.relations.first)
        #expect(
            relation.number == "苇修〔2021〕1号" && relation.unit == "east_one" && relation.state == "ordered" && !relation.mayOpen)
        #expect(try await test.office.record("repair", id: relation.id, by: narrow) == nil)
    }

    @Test("a record of another unit is named by its whole number and by nothing else, and stays named when the rest is mended")
    func number() async throws {
        let test = try await Leaks()
        let repair = try await test.repair()
        let western = try await test.bench.actor(.clerk, at: "west")
        func survey(_ named: String) async throws -> ActOutcome {
            let texts = ["unit": "west", "held_on": "2021-11-12", "repair": named]
            return try await test.office.register("survey", RecordInput(texts: texts), by: western)
        }
        #expect(try await test.office.record("repair", id: repair.id, by: western) == nil)
        for named in [repair.id, String(repair.number.dropLast()), "甲班"] {
            #expect(
                try await survey(named).problems == [
                    InputProblem(place: InputPlace(field: "repair"), reason: .unknownReference(named, near: []))
                ])
        }
        var made = try await survey(repair.number).done()
        let mended = RecordInput(texts: ["repair": repair.id, "held_on": "2021-11-13"])
        let change = RecordChange(.edit, revision: made.revision, input: mended, fields: ["repair", "held_on"])
        made = try await test.office.change("survey", id: made.id, change, by: western).done()
        let view = try #require(try await test.office.record("survey", id: made.id, by: western))
        #expect(view.references[repair.id] == repair.number)
        #expect(view.relations.map(\.number) == [repair.number] && view.relations.first?.mayOpen == false)
    }
}

@Suite("A matter that goes from unit to unit")
struct OwnerChangeTests {
    @Test("it goes up a level at a time, comes back the way it went, and the units that had it are kept")
    func levels() async throws {
        let test = try await Leaks()
        var leak = try await test.move("leak", test.leak(), "hand_up", by: test.village).done()
        func owner() async throws -> String? {
            try await test.office.record("leak", id: leak.id, by: test.district)?.record.owner
        }
        #expect(try await owner() == "east")
        leak = try await test.move("leak", leak, "hand_up_again", by: test.town).done()
        #expect(try await owner() == "bay")
        leak = try await test.move("leak", leak, "return_to_town", by: test.district).done()
        #expect(try await owner() == "east")
        leak = try await test.move("leak", leak, "take_back", note: "村里能办", by: test.town).done()
        #expect(try await owner() == "east_one")
        let view = try #require(try await test.office.record("leak", id: leak.id, by: test.village))
        #expect(view.owners.map(\.to) == ["east", "bay", "east", "east_one"])
        #expect(view.record.values["unit"] == .text("east_one"))
    }

    @Test("the village keeps number, unit and state of what it handed up, and nothing else; others see nothing")
    func formerOwner() async throws {
        let test = try await Leaks()
        let leak = try await test.move("leak", test.leak(), "hand_up", by: test.village).done()
        #expect(try await test.office.record("leak", id: leak.id, by: test.village) == nil)
        let glimpse = try #require(try await test.office.glimpse("leak", id: leak.id, by: test.village))
        #expect(
            glimpse.number == leak.number && glimpse.unit == "east" && glimpse.state == "at_town" && glimpse.from == "east_one")
        #expect(try await test.office.handedOn("leak", by: test.village).map(\.id) == [leak.id])
        let neighbour = try await test.bench.actor(.clerk, at: "east_two")
        #expect(try await test.office.glimpse("leak", id: leak.id, by: neighbour) == nil)
        #expect(try await test.office.handedOn("leak", by: neighbour).isEmpty)
        #expect(try await test.office.glimpse("leak", id: leak.id, by: test.town) == nil)
    }

    @Test("above the district there is no unit, and a move that hands on to nobody leaves the record as it was")
    func top() async throws {
        let test = try await Leaks()
        let leak = try await test.office.register(
            "leak", RecordInput(texts: ["place": "区门口", "unit": "bay", "seen_on": "2021-11-10"]), by: test.district
        ).done()
        #expect(try await test.move("leak", leak, "hand_up", by: test.district).refusal == .noUnitToHandTo)
        let handed = try await test.move("leak", leak, "hand_over", ["crew_unit": "west"], by: test.district).done()
        #expect(try await test.office.record("leak", id: handed.id, by: test.district)?.record.owner == "west")
    }
}

@Suite("A move that waits")
struct GateTests {
    private func lacks(_ outcome: ActOutcome) -> [String: GateStanding.Lack?]? {
        guard case .refused(.gatesClosed(let gates)) = outcome else { return nil }
        return Dictionary(uniqueKeysWithValues: gates.map { ($0.gate.name, $0.lacks) })
    }

    @Test("two different people have to have looked, and one who looked twice is one")
    func persons() async throws {
        let test = try await Leaks()
        var repair = try await test.repair()
        #expect(
            lacks(try await test.move("repair", repair, "decide", by: test.head)) == [
                "two_lookers": .movesMissing(["look_first", "look_second"])
            ])
        repair = try await test.move("repair", repair, "look_first", by: test.town).done()
        repair = try await test.move("repair", repair, "look_second", by: test.town).done()
        #expect(
            lacks(try await test.move("repair", repair, "decide", by: test.head)) == [
                "two_lookers": .fewPersons(has: 1, needs: 2)
            ])
        repair = try await test.move("repair", repair, "look_second", by: test.district).done()
        #expect(try await test.move("repair", repair, "decide", by: test.head).done().state == "decided")
    }

    @Test("a large repair waits for a survey that found it sound and for two quotes; a small one does not")
    func survey() async throws {
        let test = try await Leaks()
        var repair = try await test.repair(["is_large": "是"])
        repair = try await test.move("repair", repair, "look_first", by: test.town).done()
        repair = try await test.move("repair", repair, "look_second", by: test.district).done()
        #expect(
            lacks(try await test.move("repair", repair, "decide", by: test.head)) == [
                "survey": .noRecord, "quotes": .fewRows(has: 0, needs: 2),
            ])
        let survey = try await test.office.register(
            "survey", RecordInput(texts: ["unit": "east", "held_on": "2021-11-12", "repair": repair.number]), by: test.district
        ).done()
        guard
            case .wrongState(let record)? = lacks(try await test.move("repair", repair, "decide", by: test.head))?["survey"]
                ?? nil
        else {
            throw UnexpectedOutcome(outcome: try await test.move("repair", repair, "decide", by: test.head))
        }
        #expect(record.number == survey.number && record.state == "under_way")
        _ = try await test.move("survey", survey, "conclude", ["verdict": "unsound"], by: test.district).done()
        guard
            case .wrongCode(_, "verdict")? = lacks(try await test.move("repair", repair, "decide", by: test.head))?["survey"]
                ?? nil
        else {
            throw UnexpectedOutcome(outcome: try await test.move("repair", repair, "decide", by: test.head))
        }
        let second = try await test.office.register(
            "survey", RecordInput(texts: ["unit": "east", "held_on": "2021-11-13", "repair": repair.number]), by: test.district
        ).done()
        _ = try await test.move("survey", second, "conclude", ["verdict": "sound"], by: test.district).done()
        let quotes = RecordInput(rows: ["quotes": [RowInput(texts: ["price": "100"]), RowInput(texts: ["price": "90"])]])
        repair = try await test.office.change(
            "repair", id: repair.id, RecordChange(.edit, revision: repair.revision, input: quotes, fields: ["quotes"]),
            by: test.district
        ).done()
        let view = try #require(try await test.office.record("repair", id: repair.id, by: test.head))
        #expect(view.gates["decide"]?.map(\.lacks) == [nil, nil, nil])
        #expect(view.relations.map(\.number) == [second.number, survey.number])
        #expect(try await test.move("repair", repair, "decide", by: test.head).done().state == "decided")
    }

    @Test("the owner of a waiting matter is told once that its gate is open, and of no gate that is closed or was open before")
    func notice() async throws {
        let test = try await Leaks()
        let repair = try await test.repair(["is_large": "是"])
        let small = try await test.repair()
        func told() async throws -> [String] {
            try await test.office.notices(by: test.town).filter { $0.kind == .gateOpened }.map { $0.record ?? "" }
        }
        func survey(of repair: Receipt, _ verdict: String) async throws {
            let texts = ["unit": "east", "held_on": "2021-11-12", "repair": repair.number]
            let made = try await test.office.register("survey", RecordInput(texts: texts), by: test.district).done()
            _ = try await test.move("survey", made, "conclude", ["verdict": verdict], by: test.district).done()
        }
        try await survey(of: repair, "unsound")
        try await survey(of: small, "sound")
        #expect(try await told().isEmpty)
        try await survey(of: repair, "sound")
        #expect(try await told() == [repair.id])
        let notice = try #require(try await test.office.notices(by: test.town).first { $0.kind == .gateOpened })
        #expect(notice.number == repair.number && notice.state == "ordered" && notice.unit == "east" && !notice.isRead)
        // Whoever opened it is not told, nor is another unit.
        let west = try await test.bench.actor(.clerk, at: "west")
        for other in [test.district, west] {
            #expect(try await !test.office.notices(by: other).contains { $0.kind == .gateOpened })
        }
        try await survey(of: repair, "sound")
        #expect(try await told() == [repair.id])
        #expect(try await test.office.verifyLog().finding == nil)
    }

    @Test("a district may put a further gate before a move, and take none away")
    func overlay() async throws {
        var files = LeakCatalogue.files
        files["districts/reed-bay/registers/repair.yaml"] = """
            register: repair
            gates:
              decide: [{ name: drawing_first, label: 先有图纸, needs: { fields: [drawing] } }]
            """
        let test = try await Leaks(files: files)
        var repair = try await test.repair()
        repair = try await test.move("repair", repair, "look_first", by: test.town).done()
        repair = try await test.move("repair", repair, "look_second", by: test.district).done()
        #expect(
            lacks(try await test.move("repair", repair, "decide", by: test.head)) == [
                "drawing_first": .fieldsMissing(["drawing"])
            ])
        files["districts/reed-bay/registers/repair.yaml"] = """
            register: repair
            gates:
              decide: [{ name: survey, label: 没有了, needs: { fields: [drawing] } }]
              decid: [{ name: x, label: 错, needs: { fields: [drawing] } }]
            """
        let problems = CatalogueLoader.load(files: files).problems
        #expect(
            problems.map(\.reason) == [.duplicate(kind: "gate", name: "survey"), .unknown(kind: "transition", name: "decid")])
        #expect(problems.map(\.place.line) == [3, 4] && problems.last?.suggestion == "decide")
    }
}

@Suite("What is written of links between registers")
struct LinkDefinitionTests {
    private func problems(_ change: (String) -> String) -> [DefinitionProblem.Reason] {
        var files = LeakCatalogue.files
        files["registers/yard/leak.yaml"] = change(LeakCatalogue.leak)
        return CatalogueLoader.load(files: files).problems.map(\.reason)
    }

    @Test("a referral that leaves a required field of the other register empty, or names what is not there, is a mistake")
    func referral() {
        #expect(problems { $0 } == [])
        #expect(
            problems { $0.replacing(", ask: [crew]", with: "") } == [
                .missingRequirement(transition: "refer", field: "repair.crew")
            ])
        var files = LeakCatalogue.files
        files["registers/yard/repair.yaml"] = LeakCatalogue.repair.replacing("label: 报价\n", with: "label: 报价\n    min: 1\n")
        #expect(
            CatalogueLoader.load(files: files).problems.map(\.reason) == [
                .missingRequirement(transition: "refer", field: "repair.quotes")
            ])
        files["registers/yard/leak.yaml"] = LeakCatalogue.leak.replacing("ask: [crew]", with: "ask: [crew, quotes]")
        #expect(CatalogueLoader.load(files: files).problems.isEmpty)
        #expect(problems { $0.replacing("ask: [crew]", with: "ask: [crow]") }.contains(.unknown(kind: "field", name: "crow")))
        #expect(
            problems { $0.replacing("link: repair", with: "link: place") }.contains {
                if case .wrongFieldType("place", _, _) = $0 { true } else { false }
            })
        #expect(problems { $0.replacing("value: pipe", with: "value: pike") }.contains(.unknown(kind: "code", name: "pike")))
        #expect(
            problems { $0.replacing("reporter: finder", with: "crew: finder") }.contains(
                .personalInList(use: "opens", field: "finder")))
        #expect(
            problems { $0.replacing("owner: previous }\n", with: "owner: sideways }\n") }.contains {
                if case .unknownValue("owner", "sideways", _) = $0 { true } else { false }
            })
    }
}

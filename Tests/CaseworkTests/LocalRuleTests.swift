import Access
import Casework
import Definitions
import LegalTime
import Records
import Store
import TestSupport
import Testing

/// Parcels whose answer has a period that is unsure, whose acceptance has one that is left to the place.
private enum UnsureParcels {
    static let files: [String: String] = {
        var files = ParcelCatalogue.files
        files["parameters.yaml"] = """
            parameters:
              - { name: take_days, label: 受理时限, english: To accept, kind: length, default: { working_days: 5 }, basis: 收寄办法#11, confirm: true }
              - { name: fee_cap, label: 免费上限, english: Fee cap, kind: money, default: 100 }
            """
        files["laws/parcels.yaml"]?.replace(
            "article: 6, from: 2021-01-01, force: mandatory",
            with: "article: 6, confirm: true, from: 2021-01-01, force: mandatory")
        files["laws/parcels.yaml"]?.replace(
            "article: 11, from: 2010-01-01, force: mandatory, length: { working_days: 5 }",
            with: "article: 11, from: 2010-01-01, force: local, length: { parameter: take_days }")
        files["registers/yard/parcel.yaml"]?.replace(
            "from: [answered], to: closed, roles: [clerk, head] }",
            with: "from: [answered], to: closed, roles: [clerk, head], only: { fee: { at_most: { parameter: fee_cap } } } }")
        return files
    }()

    static let catalogue: Catalogue = {
        let load = CatalogueLoader.load(files: files)
        guard let catalogue = load.catalogue else { preconditionFailure("\(load.problems)") }
        return catalogue.forDistrict("reed-bay")
    }()

    static let answer = LocalVersion(
        clock: "收寄/answer", from: Day("2021-01-01"), article: "6(2)", term: .length(.calendarDays(45)), source: "苇湾区答复〔2021〕3号",
        confirmedOn: Day("2021-12-21"))
}

extension LocalRuleOutcome {
    fileprivate var moved: [MovedRun]? { if case .moves(let moved, _) = self { moved } else { nil } }
    fileprivate var revision: Int64? { if case .moves(_, let revision) = self { revision } else { nil } }
    fileprivate var refusal: LocalRuleRefusal? { if case .refused(let refusal) = self { refusal } else { nil } }
}

@Suite("Values of the law that an office settles")
struct LocalRuleTests {
    /// An office over the unsure catalogue, its administrator, and a parcel that waits for its answer.
    private func open() async throws -> (bay: ParcelOffice, office: Office, administrator: Actor, parcel: Receipt) {
        let bay = try await ParcelOffice(today: Day("2021-12-21"))
        let office = bay.bench.office(under: UnsureParcels.catalogue)
        try await office.readLocalRules()
        let administrator = try await bay.bench.actor(.systemAdministrator, at: "bay")
        let parcel = try await bay.parcel("east_one", ["sent_on": "2021-12-10", "taken_on": "2021-12-10", "insured": "否"])
        return (bay, office, administrator, parcel)
    }

    private func due(_ office: Office, _ id: String, by actor: Actor) async throws -> (Day?, needsConfirmation: Bool?) {
        let clock = try await office.record("parcel", id: id, by: actor)?.clocks.first { $0.deadline.name == "answer" }
        return (clock?.run?.dueOn, clock?.version?.needsConfirmation)
    }

    @Test("a replaced period is previewed, then moves running deadlines, is logged, and is seen again after a restart")
    func replace() async throws {
        let (bay, office, administrator, parcel) = try await open()
        let before = try await due(office, parcel.id, by: bay.clerk)
        #expect(before.0 == Day("2022-01-10") && before.1 == true)

        let rows = try await bay.bench.rowCounts()
        let preview = try await office.preview(.version(UnsureParcels.answer), by: administrator)
        #expect(preview.moved?.map(\.record) == [parcel.id])
        #expect(preview.moved?.first?.new == Day("2022-01-24"))
        #expect(preview.revision == 0)
        #expect(try await bay.bench.rowCounts() == rows, "a preview writes nothing")
        #expect(try await due(office, parcel.id, by: bay.clerk).0 == Day("2022-01-10"))

        let done = try await office.settle(.version(UnsureParcels.answer), over: 0, by: administrator)
        #expect(done.moved == preview.moved && done.revision == 1)
        let after = try await due(office, parcel.id, by: bay.clerk)
        #expect(after.0 == Day("2022-01-24") && after.1 == false)
        let entry = try #require(try await office.history("parcel", id: parcel.id, by: bay.clerk)?.last)
        #expect(entry.act == "recompute" && entry.facts["due:answer"] == "2022-01-10 > 2022-01-24")
        let log = try await office.done(by: administrator)
        #expect(log.first?.act == "local_rule")
        #expect(try await office.verifyLog().finding == nil)

        let restarted = bay.bench.office(under: UnsureParcels.catalogue)
        #expect(try await due(restarted, parcel.id, by: bay.clerk).1 == true, "not yet read")
        #expect(try await restarted.readLocalRules().isEmpty)
        #expect(try await due(restarted, parcel.id, by: bay.clerk).1 == false)
        let version = try #require(restarted.catalogue.clock("收寄/answer")?.version(on: Day("2021-12-10")))
        #expect(version.article == "6(2)" && version.settled?.source == "苇湾区答复〔2021〕3号")
        let written = version.asWritten
        #expect(written.article == "6" && written.term == .length(.calendarDays(30)) && written.isUnsure)
        #expect(try await restarted.recomputation().isEmpty)
    }

    @Test("the settled values are a file that the catalogue reads as the office sees it")
    func export() async throws {
        let (_, office, administrator, _) = try await open()
        #expect(try await office.localRulesFile() == nil)
        _ = try await office.settle(.version(UnsureParcels.answer), over: 0, by: administrator)
        let days = LocalValue(value: .length(.workingDays(7)), source: "苇湾区细则")
        let fees = LocalValue(value: .money(8_850), source: "苇湾区收费表")
        _ = try await office.settle(.parameter("take_days", days), over: 1, by: administrator)
        _ = try await office.settle(.parameter("fee_cap", fees), over: 2, by: administrator)
        let file = try #require(try await office.localRulesFile())
        #expect(file.path == "districts/reed-bay/local.yaml")
        var files = UnsureParcels.files
        files[file.path] = file.text
        let load = CatalogueLoader.load(files: files)
        let seen = try #require(load.catalogue?.forDistrict("reed-bay"), "\(load.problems)")
        #expect(seen.laws == office.catalogue.laws)
        #expect(seen.registers == office.catalogue.registers)
        #expect(seen.register("parcel") != UnsureParcels.catalogue.register("parcel"))
    }

    @Test("a parameter moves its clocks, and a withdrawal moves them back")
    func parameter() async throws {
        let (bay, office, administrator, _) = try await open()
        let waiting = try await bay.parcel("east_one", ["sent_on": "2021-12-20"])
        let change = LocalRuleChange.parameter("take_days", LocalValue(value: .length(.workingDays(7)), source: "苇湾区细则"))
        let settled = try await office.settle(change, over: 0, by: administrator)
        #expect(settled.moved?.map(\.record) == [waiting.id])
        #expect(office.catalogue.clock("收寄/silence")?.versions.first?.needsConfirmation == false)
        #expect(try await office.settle(change, over: 1, by: administrator).refusal == .nothingChanged)
        let back = try await office.settle(.withdrawParameter("take_days"), over: 1, by: administrator)
        #expect(back.moved?.first?.new == settled.moved?.first?.old && back.moved?.count == 1)
        #expect(office.catalogue.clock("收寄/silence")?.versions.first?.needsConfirmation == true)
        #expect(try await office.localRulesHistory().map(\.revision) == [2, 1])
    }

    static let refused: [(LocalRuleChange, LocalRuleRefusal)] = {
        func version(_ clock: String, _ from: String, _ term: Term, article: String = "5", source: String = "文")
            -> LocalRuleChange
        {
            .version(LocalVersion(clock: clock, from: Day(from), article: article, term: term, source: source))
        }
        return [
            (version("收寄/answer", "2010-01-01", .length(.calendarDays(61))), .loosens),
            (version("收寄/answer", "2010-01-01", .length(.workingDays(40))), .loosens),
            (version("收寄/display", "2010-01-01", .length(.calendarDays(9))), .loosens),
            (version("收寄/notice", "2010-01-01", .length(.workingDays(2))), .loosens),
            (version("收寄/answer", "2021-01-01", .length(.hours(2))), .otherKind),
            (version("收寄/answer", "2021-01-01", .length(.calendarDays(30)), source: ""), .sourceMissing),
            (version("收寄/answer", "2021-01-01", .length(.calendarDays(30)), article: ""), .articleMissing),
            (version("收寄/answer", "2011-01-01", .length(.calendarDays(30))), .unknown),
            (version("收寄/silence", "2010-01-01", .length(.workingDays(3))), .fromParameter),
            (.parameter("take_days", LocalValue(value: .money(3), source: "文")), .otherKind),
            (.parameter("take_days", LocalValue(value: .length(.hours(3)), source: "文")), .otherKind),
            (.parameter("take_day", LocalValue(value: .length(.workingDays(3)), source: "文")), .unknown),
        ] + [AnnualDay(text: "03-01")].compactMap(\.self).map { (version("收寄/answer", "2021-01-01", .on($0)), .otherKind) }
    }()

    @Test("a value that does not fit is refused and nothing is written", arguments: refused)
    func refuses(change: LocalRuleChange, refusal: LocalRuleRefusal) async throws {
        let (bay, office, administrator, _) = try await open()
        let rows = try await bay.bench.rowCounts()
        #expect(try await office.preview(change, by: administrator).refusal == refusal)
        #expect(try await office.settle(change, over: 0, by: administrator).refusal == refusal)
        #expect(try await bay.bench.rowCounts() == rows)
    }

    @Test("a confirmed statutory period may be tightened, by the administrator alone and over the revision seen")
    func tightens() async throws {
        let (bay, office, administrator, _) = try await open()
        let tighter = LocalRuleChange.version(
            LocalVersion(
                clock: "收寄/answer", from: Day("2010-01-01"), article: "5", term: .length(.calendarDays(40)), source: "文"))
        for actor in [bay.clerk, try await bay.bench.actor(.securityAdministrator, at: "bay")] {
            #expect(try await office.preview(tighter, by: actor).refusal == .notAllowed)
            #expect(try await office.settle(tighter, over: 0, by: actor).refusal == .notAllowed)
        }
        #expect(try await office.settle(tighter, over: 3, by: administrator).refusal == .conflict)
        #expect(try await office.settle(tighter, over: 0, by: administrator).revision == 1)
        #expect(try await office.settle(tighter, over: 0, by: administrator).refusal == .conflict)
    }

    @Test("a rule that no longer fits the files is left out and reported")
    func stale() async throws {
        let (bay, office, administrator, _) = try await open()
        _ = try await office.settle(.version(UnsureParcels.answer), over: 0, by: administrator)
        let later = bay.bench.office(under: ParcelCatalogue.catalogue)
        let problems = try await later.readLocalRules()
        #expect(problems.map(\.reason) == [.overlayLoosens("clocks/收寄/answer")])
        #expect(later.catalogue.clock("收寄/answer") == ParcelCatalogue.catalogue.clock("收寄/answer"))
    }
}

@Suite("Whose business a register is")
struct BusinessTests {
    private func registers(_ unit: String, roles: [Role] = [.clerk], post: String? = nil, business: String = "") async throws
        -> Set<String>
    {
        var files = ParcelCatalogue.files
        files["registers/yard/depot.yaml"]?.replace("office: yard", with: "office: yard\nbusiness: [department, village]")
        files["registers/yard/keeper.yaml"]?.replace("office: yard", with: "office: yard\nbusiness: [department]")
        files["districts/reed-bay/district.yaml"]?.replace("units:\n", with: business + "units:\n")
        let catalogue = try #require(CatalogueLoader.load(files: files).catalogue)
        let district = try #require(catalogue.district("reed-bay"))
        let bench = try await TestOffice(catalogue: catalogue.forDistrict("reed-bay"), district: district)
        var actor = try await bench.actor(roles: roles, at: post ?? unit)
        actor.unit = unit
        return bench.office.business(of: actor, in: try await bench.office.directory())
    }

    @Test("a unit has the registers of its kind, and those of every kind")
    func kinds() async throws {
        #expect(try await registers("east_one") == ["depot", "parcel"])
        #expect(try await registers("bureau") == ["depot", "keeper", "parcel"])
        #expect(try await registers("east") == ["parcel"])
        #expect(try await registers("east", post: "bureau") == ["depot", "keeper", "parcel"], "a post counts beside the unit")
    }

    @Test("who stands at the district or sees all of it has every register")
    func whole() async throws {
        #expect(try await registers("bay").count == 3)
        #expect(try await registers("east", roles: [.leader], post: "bay").count == 3)
        #expect(try await registers("east", roles: [.leader], post: "east") == ["parcel"])
    }

    @Test("what the district says goes before the register's kinds, for the unit and those under it")
    func narrowed() async throws {
        let business = "business: { keeper: [east] }\n"
        #expect(try await registers("east", business: business) == ["keeper", "parcel"])
        #expect(try await registers("east_one", business: business) == ["depot", "keeper", "parcel"])
        #expect(try await registers("bureau", business: business) == ["depot", "parcel"])
    }
}

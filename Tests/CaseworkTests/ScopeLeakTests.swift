import Access
import Casework
import Definitions
import Indicators
import LegalTime
import Records
import Store
import TestSupport
import Testing

/// Whatever way somebody looks, he sees records of his units and no others.
@Suite("Every way of reading")
struct ScopeLeakTests {
    private struct World: Sendable {
        var bay: ParcelOffice
        /// Owner of each parcel.
        var owners: [String: String]
        var numbers: [String: String]
        var hash: String
    }

    private static func world() async throws -> World {
        let bay = try await ParcelOffice()
        let slip = Upload(name: "单.pdf", mediaType: "application/pdf", bytes: [1, 2, 3])
        var owners: [String: String] = [:]
        var numbers: [String: String] = [:]
        var hash = ""
        for (index, unit) in (ParcelOffice.villages + ParcelOffice.villages).enumerated() {
            let texts = ["title": "陶罐\(index)", "taken_on": "2021-11-12", "insured": "否"]
            let receipt = try await bay.office.register(
                "parcel", bay.input(unit, texts, person: 3), uploads: ["slip": slip], by: bay.clerk
            ).done()
            owners[receipt.id] = unit
            numbers[receipt.id] = receipt.number
            hash =
                try await bay.office.record("parcel", id: receipt.id, by: bay.clerk)?.record.values["slip"]?.attachment?.hash
                ?? ""
        }
        return World(bay: bay, owners: owners, numbers: numbers, hash: hash)
    }

    private static let period = Period(year: 2021)
    private static let today = Day("2021-11-15")

    /// Looks in every way; returns a line for each record seen that should not be, and for each seen too few.
    private static func leaks(_ world: World, _ actor: Actor, seen: Set<String>) async throws -> [String] {
        let office = world.bay.office
        let own = Set(world.owners.filter { seen.contains($0.value) }.keys)
        var leaks: [String] = []
        func check(_ way: String, _ ids: Set<String>, _ expected: Set<String>) {
            if ids != expected {
                leaks.append(
                    "\(actor.account) \(way): \(ids.subtracting(expected).count) too many, \(expected.subtracting(ids).count) too few"
                )
            }
        }
        let mayHistory = Set(own.filter { actor.scope.may(.history, in: "parcel", unit: world.owners[$0] ?? "") })
        var records: Set<String> = []
        var histories: Set<String> = []
        var files: Set<String> = []
        var byNumber: Set<String> = []
        for id in world.owners.keys {
            if try await office.record("parcel", id: id, by: actor) != nil { records.insert(id) }
            if try await office.history("parcel", id: id, by: actor) != nil { histories.insert(id) }
            if try await office.file("parcel", id: id, hash: world.hash, by: actor) != nil { files.insert(id) }
            if try await office.id(ofNumber: world.numbers[id] ?? "", in: "parcel", by: actor) != nil { byNumber.insert(id) }
        }
        check("record", records, own)
        check("history", histories, mayHistory)
        check("file", files, own)
        check("number", byNumber, own)

        var request = ListRequest(register: "parcel")
        check("list", Set(try await office.list(request, by: actor).items.map(\.record.id)), own)
        let total = try await office.list(request, by: actor).total
        if total != own.count { leaks.append("\(actor.account) total \(total ?? -1)") }
        if try await office.count(request, by: actor) != own.count { leaks.append("\(actor.account) count") }
        request.owners = Set(ParcelOffice.villages)
        check("owners", Set(try await office.list(request, by: actor).items.map(\.record.id)), own)
        request.owners = nil
        request.text = "陶罐"
        check("search", Set(try await office.list(request, by: actor).items.map(\.record.id)), own)
        request.text = InventedPeople.names[3]
        let clear = own.filter { actor.scope.seesPersonal(in: "parcel", unit: world.owners[$0] ?? "") }
        check("look-up", Set(try await office.list(request, by: actor).items.map(\.record.id)), clear)
        request.text = nil
        request.condition = .not(.state(["closed"]))
        request.placed = .init(placement: .event(.field("sent_on")), from: period.from, through: period.through)
        check("rows of a figure", Set(try await office.list(request, by: actor).items.map(\.record.id)), own)
        check("due", Set(try await office.due(by: actor).filter { $0.register == "parcel" }.map(\.record)), own)
        if try await office.openCounts(by: actor)["parcel"]?.open ?? 0 != own.count {
            leaks.append("\(actor.account) open counts")
        }

        let statistics = Statistics(engine: office.engine, catalogue: office.catalogue, district: "reed-bay")
        let name = FigureName(register: "parcel", indicator: "parcels")
        let figures = try await statistics.figures([name], period: period, scope: actor.scope, today: today)
        if figures.first?.value.numerator != Int64(own.count) {
            leaks.append("\(actor.account) figure \(figures.first?.value.text ?? "")")
        }
        let cells = try await statistics.breakdown(name, by: .owner, period: period, scope: actor.scope, today: today)
        if Set(cells.map(\.key)) != Set(own.compactMap { world.owners[$0] }) { leaks.append("\(actor.account) breakdown") }
        let months = try await statistics.breakdown(name, by: .month, period: period, scope: actor.scope, today: today)
        if months.map(\.rows).reduce(0, +) != own.count { leaks.append("\(actor.account) months") }
        let people = FigureName(register: "parcel", indicator: "owners")
        for part in try await statistics.parts(of: people, period: period, scope: actor.scope, today: today) {
            let things = try await statistics.distinct(part, period: period, scope: actor.scope, today: today, limit: 100)
            if Set(things.map(\.key)) != Set(own.compactMap { world.owners[$0] }) { leaks.append("\(actor.account) distinct") }
        }
        return leaks
    }

    /// Who, where, and whose parcels he sees.
    private static let cast: [(roles: [Role], unit: String, limit: RegisterLimit, seen: [String])] = [
        ([.clerk], "bay", .all, ["east_one", "east_two", "west_one"]), ([.clerk], "east", .all, ["east_one", "east_two"]),
        ([.clerk], "east_one", .all, ["east_one"]), ([.head], "west", .all, ["west_one"]),
        ([.mediator], "east_two", .all, ["east_two"]),
        ([.clerk], "bureau", .all, []), ([.leader], "bay", .all, ["east_one", "east_two", "west_one"]),
        ([.leader], "east", .all, ["east_one", "east_two"]),
        ([.reviewer], "west_one", .all, ["west_one"]), ([.coordinator], "bay", .all, ["east_one", "east_two", "west_one"]),
        ([.examiner], "bay", .all, []),
        ([.systemAdministrator], "bay", .all, []), ([.securityAdministrator], "bay", .all, []),
        ([.auditAdministrator], "bay", .all, []),
        ([.clerk], "bay", .registers(["depot"]), []), ([.clerk, .head], "west_one", .registers(["parcel"]), ["west_one"]),
    ]

    @Test("shows every role its own records and never one of a foreign unit, also when all look at once")
    func everyWay() async throws {
        let world = try await Self.world()
        var actors: [(Actor, Set<String>)] = []
        for member in Self.cast {
            actors.append(
                (try await world.bay.bench.actor(roles: member.roles, at: member.unit, limit: member.limit), Set(member.seen)))
        }
        for (actor, seen) in actors { #expect(try await Self.leaks(world, actor, seen: seen) == []) }
        // Clerks write meanwhile; what they write lies in another register and another year.
        let all = try await withThrowingTaskGroup(of: [String].self) { group in
            for (actor, seen) in actors { group.addTask { try await Self.leaks(world, actor, seen: seen) } }
            for number in 0..<16 {
                group.addTask {
                    let depot = RecordInput(texts: ["title": "新点\(number)", "unit": "west_one", "opened_on": "2020-01-01"])
                    _ = try await world.bay.office.register("depot", depot, by: world.bay.clerk).done()
                    return []
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(all == [])
    }

    @Test("denies whoever has no grant at all")
    func nobody() async throws {
        let world = try await Self.world()
        let nobody = Actor(account: "x", displayName: "x", unit: "bay", scope: .none)
        #expect(try await Self.leaks(world, nobody, seen: []) == [])
        #expect(try await world.bay.office.register("parcel", world.bay.input(), by: nobody).refusal == .notAllowed)
    }

    @Test("a unit's text for the report is written by those who work on its matters")
    func contributions() async throws {
        let bay = try await ParcelOffice()
        let east = try await bay.bench.actor(.clerk, at: "east")
        let leader = try await bay.bench.actor(.leader, at: "bay")
        func contribute(_ unit: String, by actor: Actor) async throws -> Bool {
            try await bay.office.contribute("全年收寄顺畅。", year: 2021, part: "measures", unit: unit, over: 0, by: actor)
        }
        #expect(try await !contribute("west", by: east))
        #expect(try await !contribute("east", by: leader))
        #expect(try await contribute("east", by: east))
        #expect(try await !contribute("east", by: east))
        #expect(try await bay.office.contributions(year: 2021).map(\.unit) == ["east"])
    }
}

import LegalTime
import Testing

@testable import Access

@Suite("Policy")
struct PolicyTests {
    let units: UnitTree
    static let cases = RegisterAccess(name: "cases", office: "mediation")
    static let files = RegisterAccess(name: "files", office: "legality")
    static let day: Day = "2022-06-01"

    init() throws { units = try UnitTree.sample() }

    func scope(
        _ grants: (Role, String)..., limit: RegisterLimit = .all, state: Account.State = .active,
        registers: [RegisterAccess] = [cases, files]
    ) -> Scope {
        Policy.scope(
            for: .sample(state: state),
            grants: grants.map { Grant(account: "a", role: $0.0, unit: $0.1, registers: limit, from: "2020-01-01") },
            units: units,
            on: Self.day, registers: registers)
    }

    @Test("a clerk sees and handles the own unit and what lies under it, in clear, and nothing beside it")
    func clerk() {
        let scope = scope((.clerk, "town"))
        #expect(scope.units(in: "cases") == .only(["town", "village_a", "village_c"]))
        for act in Act.allCases {
            #expect(scope.may(act, in: "cases", unit: "village_a"))
            #expect(!scope.may(act, in: "cases", unit: "agency") && !scope.may(act, in: "cases", unit: "district"))
            #expect(!scope.may(act, in: "cases", unit: "village_d"))
        }
        #expect(scope.sight(ofPersonalIn: "cases", unit: "village_a") == .clear)
        #expect(scope.sight(ofPersonalIn: "cases", unit: "agency") == .hidden)
        #expect(scope.roles(in: "cases", unit: "village_a") == [.clerk])
        #expect(scope.roles(in: "cases", unit: "agency") == [])
        #expect(scope.district == "huancui")
    }

    @Test("records of a unit that has ended stay with the unit it stood under")
    func ended() {
        #expect(scope((.clerk, "town")).may(.read, in: "cases", unit: "village_c"))
        #expect(!scope((.clerk, "agency")).may(.read, in: "cases", unit: "village_c"))
    }

    @Test("a head moves and reads, but does not enter or change")
    func head() {
        let scope = scope((.head, "town"))
        #expect(Act.allCases.filter { scope.may($0, in: "cases", unit: "town") } == [.read, .move, .export, .history])
        #expect(scope.seesPersonal(in: "cases", unit: "village_a"))
    }

    @Test("a mediator handles matters of the own committee, without taking lists away")
    func mediator() {
        let scope = scope((.mediator, "village_a"))
        #expect(scope.may(.register, in: "cases", unit: "village_a") && scope.seesPersonal(in: "cases", unit: "village_a"))
        #expect(!scope.may(.export, in: "cases", unit: "village_a"))
        #expect(!scope.may(.read, in: "cases", unit: "town"))
    }

    @Test(
        "coordinator, leader and reviewer see the whole district, masked, when granted at the district",
        arguments: [Role.coordinator, .leader, .reviewer])
    func districtWide(role: Role) {
        let whole = scope((role, "district"))
        #expect(whole.units(in: "cases") == .all)
        #expect(whole.unitsInClear(in: "cases") == .none)
        #expect(whole.sight(ofPersonalIn: "cases", unit: "village_a") == .masked)
        let part = scope((role, "town"))
        #expect(part.units(in: "cases") == .only(["town", "village_a", "village_c"]))
    }

    @Test("leader and reviewer change nothing", arguments: [Role.leader, .reviewer])
    func readOnly(role: Role) {
        let scope = scope((role, "district"))
        #expect(Act.allCases.filter { scope.may($0, in: "cases", unit: "town") } == [.read, .export, .history])
    }

    @Test("the three administrators see no register, each has an area of its own")
    func administrators() {
        let areas: [Role: [AdministrativeArea]] = [
            .systemAdministrator: [.accounts, .catalogue], .securityAdministrator: [.roles, .keys], .auditAdministrator: [.log],
        ]
        for (role, own) in areas {
            let scope = scope((role, "district"))
            #expect(scope.visibleRegisters.isEmpty)
            #expect(AdministrativeArea.allCases.filter(scope.administers) == own)
        }
        #expect(AdministrativeArea.allCases.filter(scope((.coordinator, "district")).administers).isEmpty)
    }

    @Test("should the store hold two administrations of one account, it has neither; beside an office it sees no register")
    func failsClosed() {
        let two = scope((.systemAdministrator, "district"), (.auditAdministrator, "district"))
        #expect(AdministrativeArea.allCases.filter(two.administers).isEmpty)
        let mixed = scope((.auditAdministrator, "district"), (.clerk, "district"))
        #expect(mixed.visibleRegisters.isEmpty && mixed.administers(.log))
    }

    @Test("a role without rules and an account without grants see nothing")
    func denyByDefault() {
        for role: Role in [.examiner, "gardener"] { #expect(scope((role, "district")).visibleRegisters.isEmpty) }
        #expect(scope().visibleRegisters.isEmpty)
        #expect(scope((.clerk, "nowhere")).visibleRegisters.isEmpty)
        #expect(scope((.clerk, "village_d")).visibleRegisters.isEmpty)
        #expect(scope((.clerk, "town")).units(in: "unheard") == .none)
        #expect(!Scope.none.may(.read, in: "cases", unit: "town"))
        #expect(Scope.none.sight(ofPersonalIn: "cases", unit: "town") == .hidden)
    }

    @Test("a closed account sees nothing, whatever it was granted", arguments: [Account.State.locked, .disabled])
    func closed(state: Account.State) {
        #expect(scope((.clerk, "town"), state: state).visibleRegisters.isEmpty)
        #expect(!scope((.auditAdministrator, "district"), state: state).administers(.log))
    }

    @Test("another's grant gives nothing")
    func foreign() {
        let grant = Grant(account: "b", role: .clerk, unit: "town", from: "2020-01-01")
        let scope = Policy.scope(for: .sample(), grants: [grant], units: units, on: Self.day, registers: [Self.cases])
        #expect(scope.visibleRegisters.isEmpty)
    }

    @Test("a grant counts from its first to its last day, both included")
    func dated() {
        let grant = Grant(account: "a", role: .clerk, unit: "town", from: "2022-02-01", until: "2022-02-28")
        for (day, counts) in [("2022-01-31", false), ("2022-02-01", true), ("2022-02-28", true), ("2022-03-01", false)]
            as [(Day, Bool)]
        {
            let scope = Policy.scope(for: .sample(), grants: [grant], units: units, on: day, registers: [Self.cases])
            #expect(scope.may(.read, in: "cases", unit: "town") == counts, "\(day.iso)")
        }
    }

    @Test("a grant that is limited to registers or offices counts there alone")
    func limited() {
        #expect(scope((.clerk, "town"), limit: .registers(["files"])).visibleRegisters == ["files"])
        #expect(scope((.clerk, "town"), limit: .offices(["mediation"])).visibleRegisters == ["cases"])
        #expect(scope((.clerk, "town"), limit: .registers([])).visibleRegisters == [])
        #expect(scope((.clerk, "town"), limit: .offices([""])).visibleRegisters == [])
    }

    @Test("several grants add up")
    func union() {
        let scope = scope((.clerk, "village_a"), (.reviewer, "district"), (.head, "village_a"))
        #expect(scope.units(in: "cases") == .all)
        #expect(scope.unitsInClear(in: "cases") == .only(["village_a"]))
        #expect(scope.roles(in: "cases", unit: "village_a") == [.clerk, .head, .reviewer])
        #expect(scope.roles(in: "cases", unit: "town") == [.reviewer])
        #expect(scope.units(for: .edit, in: "cases") == .only(["village_a"]))
        #expect(scope.units(holding: .head, in: "cases") == .only(["village_a"]))
    }

    @Test("a register may keep readers out, mask for more, and give a role more; never to an administrator")
    func register() {
        let closed = RegisterAccess(name: "closed", readers: [.examiner, .head, .auditAdministrator], inClear: [.examiner])
        let clerk = scope((.clerk, "town"), registers: [closed])
        #expect(clerk.visibleRegisters.isEmpty && clerk.roles(in: "closed", unit: "town").isEmpty)
        let examiner = scope((.examiner, "town"), registers: [closed])
        #expect(Act.allCases.filter { examiner.may($0, in: "closed", unit: "town") } == [.read])
        #expect(examiner.seesPersonal(in: "closed", unit: "town"))
        #expect(scope((.head, "town"), registers: [closed]).sight(ofPersonalIn: "closed", unit: "town") == .masked)
        let open = RegisterAccess(name: "open", extra: [.auditAdministrator: [.read], .reviewer: [.register]])
            .moved(by: [.reviewer, .systemAdministrator])
        #expect(scope((.auditAdministrator, "district"), registers: [open]).visibleRegisters.isEmpty)
        #expect(scope((.systemAdministrator, "district"), registers: [open]).visibleRegisters.isEmpty)
        let reviewer = scope((.reviewer, "district"), registers: [open])
        #expect(reviewer.may(.move, in: "open", unit: "town") && reviewer.may(.register, in: "open", unit: "town"))
        #expect(!reviewer.may(.edit, in: "open", unit: "town"))
    }

    @Test("a role counts in the office in which it was granted; another office's part is reading and moving")
    func offices() {
        let shared = RegisterAccess(name: "shared", office: "mediation", otherOffices: ["legality"])
        let own = scope((.clerk, "town"), limit: .offices(["mediation"]), registers: [shared])
        #expect(own.roles(in: "shared", unit: "town") == [.clerk] && own.may(.edit, in: "shared", unit: "town"))
        #expect(own.roles(in: "shared", unit: "town", office: "legality") == [])
        let other = scope((.clerk, "town"), limit: .offices(["legality"]), registers: [shared])
        #expect(other.roles(in: "shared", unit: "town") == [])
        #expect(other.roles(in: "shared", unit: "town", office: "legality") == [.clerk])
        #expect(Act.allCases.filter { other.may($0, in: "shared", unit: "town") } == [.read, .move, .history])
        let all = scope((.clerk, "town"), registers: [shared])
        #expect(all.roles(in: "shared", unit: "town", office: "legality") == [.clerk])
        #expect(all.roles(in: "shared", unit: "town", office: "unheard") == [])
        #expect(all.units(holding: .clerk, in: "shared", office: "legality").contains("town"))
    }

    @Test("a program part gets exactly the acts and registers it was given, and no role")
    func wholeDistrict() {
        let scope = Scope.wholeDistrict("huancui", as: "console", on: Self.day, registers: ["cases"], acts: [.read])
        #expect(scope.units(in: "cases") == .all && scope.units(in: "files") == .none)
        #expect(!scope.may(.edit, in: "cases", unit: "town") && !scope.seesPersonal(in: "cases", unit: "town"))
        #expect(scope.roles(in: "cases", unit: "town").isEmpty)
        let clear = Scope.wholeDistrict("d", as: "c", on: Self.day, registers: ["cases"], acts: [.read], personalInClear: true)
        #expect(clear.seesPersonal(in: "cases", unit: "town"))
    }

    @Test("a limit comes back from its stored form")
    func storedLimits() {
        for limit in [RegisterLimit.all, .registers(["b", "a"]), .offices(["x"]), .registers([])] {
            #expect(RegisterLimit(limit.description) == limit)
        }
        #expect(RegisterLimit.registers(["b", "a"]).description == "registers:a,b")
        #expect(RegisterLimit("") == nil && RegisterLimit("units:a") == nil && RegisterLimit("**") == nil)
    }
}

import LegalTime
import Testing

@testable import Access

/// The rules once more, as a question per record instead of a computed set: slow, and written without looking at the policy.
private struct Oracle {
    let units: UnitTree
    let registers: [String: RegisterAccess]

    func reaches(_ grant: Grant, _ unit: String, _ day: Day) -> Bool {
        guard units.lastUnit(grant.unit, on: day) != nil else { return false }
        if [.coordinator, .leader, .reviewer].contains(grant.role), units.isRoot(grant.unit, on: day) { return true }
        var next: String? = unit
        while let id = next, let place = units.lastUnit(id, on: day) {
            if id == grant.unit { return true }
            next = place.parent
        }
        return false
    }

    func counts(_ grant: Grant, _ register: String, _ unit: String, _ day: Day) -> Bool {
        guard grant.from <= day, grant.until.map({ $0 >= day }) != false, let access = registers[register] else { return false }
        switch grant.registers {
        case .all: break
        case .registers(let names): if !names.contains(register) { return false }
        case .offices(let names): if !names.contains(access.office) { return false }
        }
        return reaches(grant, unit, day)
    }

    func may(_ act: Act, _ grant: Grant) -> Bool {
        switch (grant.role, act) {
        case (.clerk, _), (.coordinator, _): true
        case (.head, .read), (.head, .move), (.head, .export), (.head, .history): true
        case (.mediator, .correct), (.mediator, .export): false
        case (.mediator, _): true
        case (.leader, .read), (.leader, .export), (.leader, .history): true
        case (.reviewer, .read), (.reviewer, .export), (.reviewer, .history): true
        default: false
        }
    }
}

@Suite("Properties of a scope")
struct ScopePropertyTests {
    static let registers = [
        RegisterAccess(name: "r0", office: "o0"), RegisterAccess(name: "r1", office: "o1"),
        RegisterAccess(name: "r2", office: "o1"),
    ]
    static let roles: [Role] = [.clerk, .head, .coordinator, .leader, .reviewer, .mediator, .examiner]

    struct Case: Sendable {
        var units: UnitTree
        var grants: [Grant]
        var day: Day
    }

    static func random(_ random: inout Seeded, roles: [Role] = roles) throws -> Case {
        let units = try RandomTree.make(&random)
        let grants = (0..<Int.random(in: 0..<6, using: &random)).map { _ in
            let from = RandomTree.day(&random)
            let limits: [RegisterLimit] = [
                .all, .all, .registers(["r0"]), .registers(["r1", "r2"]), .offices(["o1"]), .registers([]),
            ]
            return Grant(
                account: Int.random(in: 0..<8, using: &random) == 0 ? "b" : "a",
                role: roles.randomElement(using: &random) ?? .clerk,
                unit: Int.random(in: 0..<3, using: &random) == 0 ? "u0" : units.ids.randomElement(using: &random) ?? "u0",
                registers: limits.randomElement(using: &random) ?? .all, from: from.adding(days: -150),
                until: Bool.random(using: &random) ? nil : from.adding(days: 60))
        }
        return Case(units: units, grants: grants, day: RandomTree.day(&random))
    }

    static func scope(_ sample: Case, _ account: String = "a") -> Scope {
        Policy.scope(for: .sample(account), grants: sample.grants, units: sample.units, on: sample.day, registers: registers)
    }

    @Test("a scope allows exactly what some grant in force covers: act by act, unit by unit, register by register")
    func exact() throws {
        var random = Seeded(31)
        var allowed = 0
        for _ in 0..<rounds(250, long: 20_000) {
            let sample = try Self.random(&random)
            let scope = Self.scope(sample)
            let oracle = Oracle(
                units: sample.units, registers: Dictionary(uniqueKeysWithValues: Self.registers.map { ($0.name, $0) }))
            for register in ["r0", "r1", "r2", "r3"] {
                for unit in sample.units.ids + ["elsewhere"] {
                    let grants = sample.grants.filter { $0.account == "a" && oracle.counts($0, register, unit, sample.day) }
                    for act in Act.allCases {
                        let expected = grants.contains { oracle.may(act, $0) }
                        allowed += expected ? 1 : 0
                        if scope.may(act, in: register, unit: unit) != expected {
                            Issue.record("\(act) \(register) \(unit) \(sample.day.iso) \(sample.grants)")
                        }
                    }
                    let reading = grants.filter { oracle.may(.read, $0) }
                    let clear = reading.contains { [.clerk, .head, .mediator].contains($0.role) }
                    let sight: PersonalSight = reading.isEmpty ? .hidden : clear ? .clear : .masked
                    if scope.sight(ofPersonalIn: register, unit: unit) != sight { Issue.record("sight \(register) \(unit)") }
                    if scope.roles(in: register, unit: unit) != Set(reading.map(\.role)) {
                        Issue.record("roles \(register) \(unit)")
                    }
                }
            }
        }
        #expect(allowed > 1_000)
    }

    @Test("the scope of several grants is the union of the scopes of each")
    func union() throws {
        var random = Seeded(32)
        for _ in 0..<rounds(250, long: 20_000) {
            let sample = try Self.random(&random)
            let whole = Self.scope(sample)
            for register in Self.registers.map(\.name) {
                for act in Act.allCases {
                    let parts = sample.grants.map { grant in
                        var one = sample
                        one.grants = [grant]
                        return Self.scope(one).units(for: act, in: register)
                    }
                    #expect(whole.units(for: act, in: register) == parts.reduce(.none) { $0.union($1) })
                }
                #expect(whole.unitsInClear(in: register).isSubset(of: whole.units(in: register)))
                for act in Act.allCases {
                    #expect(whole.units(for: act, in: register).isSubset(of: whole.units(in: register)))
                }
            }
        }
    }

    @Test("an administration among the grants closes every register")
    func administrators() throws {
        var random = Seeded(33)
        for _ in 0..<rounds(100, long: 5_000) {
            var sample = try Self.random(&random)
            let role = Role.administrators.sorted().randomElement(using: &random) ?? .auditAdministrator
            sample.grants.append(Grant(account: "a", role: role, unit: "u0", from: "2000-01-01"))
            #expect(Self.scope(sample).visibleRegisters.isEmpty)
        }
    }

    @Test("many scopes computed and asked at once are the same as one after the other")
    func concurrent() async throws {
        var random = Seeded(34)
        let samples = try (0..<40).map { _ in try Self.random(&random) }
        let expected = samples.flatMap { sample in ["a", "b"].map { Self.scope(sample, $0) } }
        await withTaskGroup(of: [Scope].self) { group in
            for _ in 0..<8 {
                group.addTask { samples.flatMap { sample in ["a", "b"].map { Self.scope(sample, $0) } } }
            }
            for await scopes in group { #expect(scopes == expected) }
        }
    }

    @Test("sets of units obey the laws of sets")
    func unitSets() {
        let sets: [UnitSet] = [.none, .only(["a"]), .only(["b"]), .only(["a", "b"]), .all]
        for first in sets {
            for second in sets {
                for unit in ["a", "b", "c"] {
                    #expect(first.union(second).contains(unit) == (first.contains(unit) || second.contains(unit)))
                    #expect(first.intersection(second).contains(unit) == (first.contains(unit) && second.contains(unit)))
                }
                #expect(first.isSubset(of: second) == (first.intersection(second) == first))
            }
        }
        #expect(UnitSet.only(["b", "a"]).sorted == ["a", "b"] && UnitSet.all.sorted == nil)
        #expect(UnitSet.none.isEmpty && !UnitSet.all.isEmpty)
    }
}

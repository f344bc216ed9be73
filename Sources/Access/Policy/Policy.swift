import LegalTime

/// The one policy: from an account and its grants to a ``Scope``, and from a wish to its refusals.
public enum Policy {
    /// What a role may do with records by rule; a role that is not named may do nothing.
    static func acts(of role: Role) -> Set<Act> {
        switch role {
        case .clerk: Set(Act.allCases)
        case .head: [.read, .move, .export, .history]
        case .mediator: [.read, .register, .edit, .move, .attach, .history]
        case .coordinator: Set(Act.allCases)
        case .leader, .reviewer: [.read, .export, .history]
        default: []
        }
    }

    /// The roles that see personal fields in clear; they answer for the matters themselves.
    static let inClear: Set<Role> = [.clerk, .head, .mediator]
    /// The roles that a grant at the district itself shows every unit, also those outside the tree of the day.
    static let districtWide: Set<Role> = [.coordinator, .leader, .reviewer]

    /// What a grant that is limited to another office's part in a register gives at most.
    static let actsOfOtherOffices: Set<Act> = [.read, .move, .history]

    static func areas(of role: Role) -> Set<AdministrativeArea> {
        switch role {
        case .systemAdministrator: [.accounts, .catalogue]
        case .securityAdministrator: [.roles, .keys]
        case .auditAdministrator: [.log]
        default: []
        }
    }

    /// What the account may see and do on the day.
    ///
    /// Only grants of this account count that are in force on the day; more grants give more, never less. Two exceptions keep the
    /// administrations apart should the store hold what `refusals(of:beside:units:roles:)` would have refused: an
    /// administrator sees no register, whatever else was granted, and who holds two administrations has neither.
    public static func scope(
        for account: Account, grants: [Grant], units: UnitTree, on day: Day, registers: [RegisterAccess]
    ) -> Scope {
        let own = grants.filter { $0.account == account.id && $0.isInForce(on: day) }
        let administrations = Set(own.map(\.role)).intersection(Role.administrators)
        guard account.state == .active else {
            return Scope(district: units.district, account: account.id, day: day, registers: [:], areas: [])
        }
        guard administrations.isEmpty else {
            let areas = administrations.count == 1 ? Set(administrations.flatMap(areas)) : []
            return Scope(district: units.district, account: account.id, day: day, registers: [:], areas: areas)
        }
        let covered = own.map { (grant: $0, units: coverage(of: $0, units, day)) }.filter { !$0.units.isEmpty }
        var scopes: [String: Scope.RegisterScope] = [:]
        for register in registers {
            var scope = Scope.RegisterScope(office: register.office)
            for (grant, units) in covered where grant.registers.covers(register) {
                var acts = register.acts(of: grant.role)
                if !grant.registers.counts(in: register.office) { acts.formIntersection(actsOfOtherOffices) }
                guard !acts.isEmpty else { continue }
                for act in acts { scope.acts[act] = (scope.acts[act] ?? .none).union(units) }
                for office in register.offices where grant.registers.counts(in: office) {
                    scope.roles[office, default: [:]][grant.role] = (scope.roles[office]?[grant.role] ?? .none).union(units)
                }
                if register.showsPersonal(to: grant.role) { scope.clear = scope.clear.union(units) }
            }
            if !scope.acts.isEmpty { scopes[register.name] = scope }
        }
        return Scope(district: units.district, account: account.id, day: day, registers: scopes, areas: [])
    }

    private static func coverage(of grant: Grant, _ units: UnitTree, _ day: Day) -> UnitSet {
        if districtWide.contains(grant.role), units.isRoot(grant.unit, on: day) { return .all }
        return .only(units.subtree(of: grant.unit, on: day, includingEnded: true))
    }

    /// Every reason against a grant beside those the account holds; empty where it may be given.
    public static func refusals(of asked: Grant, beside held: [Grant], units: UnitTree, roles: Set<Role>) -> [GrantRefusal] {
        var refusals: [GrantRefusal] = []
        if !roles.contains(asked.role) { refusals.append(.roleUnknown(asked.role)) }
        if !units.history(of: asked.unit).contains(where: {
            $0.from <= (asked.until ?? $0.from) && asked.from <= ($0.until ?? asked.from)
        }) {
            refusals.append(.unitUnknown(asked.unit))
        }
        if let until = asked.until, until < asked.from {
            refusals.append(.endsBeforeStart(from: asked.from, until: until))
            return refusals
        }
        let beside = Set(held.filter { $0.account == asked.account && $0.overlaps(asked) }.map(\.role)).sorted()
        let asksAdministration = Role.administrators.contains(asked.role)
        for role in beside where role != asked.role {
            switch (Role.administrators.contains(role), asksAdministration) {
            case (true, true): refusals.append(.secondAdministration(held: role, asked: asked.role))
            case (true, false), (false, true): refusals.append(.administrationBesideOffice(held: role, asked: asked.role))
            case (false, false): break
            }
        }
        return refusals
    }
}

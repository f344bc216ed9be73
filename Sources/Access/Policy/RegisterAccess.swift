/// What a register's definition says about access to it; what it leaves open the policy's rules decide.
public struct RegisterAccess: Hashable, Sendable {
    /// The register's name.
    public var name: String
    /// The office (主管科室) that keeps it; empty where none does.
    public var office: String
    /// Other offices in which its transitions want a role to be held.
    public var otherOffices: Set<String>
    /// The roles that may do anything at all with it; nil leaves it to the rules. Administrators are never among them.
    public var readers: Set<Role>?
    /// The roles to which the personal fields show in clear; nil leaves it to the rules.
    public var inClear: Set<Role>?
    /// What the register gives a role beyond the rules, such as moves to the reviewers of a register of reviews.
    public var extra: [Role: Set<Act>]

    public init(
        name: String, office: String = "", otherOffices: Set<String> = [], readers: Set<Role>? = nil, inClear: Set<Role>? = nil,
        extra: [Role: Set<Act>] = [:]
    ) {
        self.name = name
        self.office = office
        self.otherOffices = otherOffices
        self.readers = readers
        self.inClear = inClear
        self.extra = extra
    }

    /// The register with the moves of its transitions: each role that they name may read, move and see the history.
    public func moved(by roles: Set<Role>) -> RegisterAccess {
        var register = self
        for role in roles { register.extra[role, default: []].formUnion([.read, .move, .history]) }
        return register
    }

    var offices: Set<String> { otherOffices.union([office]) }

    /// What the role may do with the register's records.
    func acts(of role: Role) -> Set<Act> {
        guard !Role.administrators.contains(role), readers?.contains(role) ?? true else { return [] }
        var acts = Policy.acts(of: role).union(extra[role] ?? [])
        if readers != nil || !acts.isEmpty { acts.insert(.read) }
        return acts
    }

    func showsPersonal(to role: Role) -> Bool {
        guard !Role.administrators.contains(role) else { return false }
        return inClear?.contains(role) ?? Policy.inClear.contains(role)
    }
}

import LegalTime

/// What one account may see and do on one day: the value that every query and every act takes.
///
/// A scope is computed once, is never changed, and refers to nothing outside itself; lists, single records, counts, search, export,
/// history and figures ask the same value. What it does not name is denied. It holds for one district, so that a query can take
/// the district from nowhere else.
public struct Scope: Hashable, Sendable {
    /// The district; empty in ``none``.
    public let district: String
    /// The id of the account.
    public let account: String
    /// The day for which the grants were read.
    public let day: Day?
    let registers: [String: RegisterScope]
    private let areas: Set<AdministrativeArea>

    struct RegisterScope: Hashable, Sendable {
        var acts: [Act: UnitSet] = [:]
        var clear: UnitSet = .none
        /// The register's own office.
        var office = ""
        /// By the office in which they are held.
        var roles: [String: [Role: UnitSet]] = [:]
    }

    init(district: String, account: String, day: Day?, registers: [String: RegisterScope], areas: Set<AdministrativeArea>) {
        self.district = district
        self.account = account
        self.day = day
        self.registers = registers
        self.areas = areas
    }

    /// The scope that denies everything.
    public static let none = Scope(district: "", account: "", day: nil, registers: [:], areas: [])

    /// The scope of a program part that counts or keeps a whole district without a person before a screen. It holds no role, so
    /// that moves stay closed to it.
    public static func wholeDistrict(
        _ district: String, as account: String, on day: Day, registers: [String], acts: Set<Act>, personalInClear: Bool = false
    ) -> Scope {
        units(.all, of: district, as: account, on: day, registers: registers, acts: acts, personalInClear: personalInClear)
    }

    /// The same for some of the district's units.
    public static func units(
        _ units: UnitSet, of district: String, as account: String, on day: Day, registers: [String], acts: Set<Act>,
        personalInClear: Bool = false
    ) -> Scope {
        let one = RegisterScope(
            acts: Dictionary(uniqueKeysWithValues: acts.map { ($0, units) }),
            clear: personalInClear && acts.contains(.read) ? units : .none)
        let all = Dictionary(registers.map { ($0, one) }, uniquingKeysWith: { first, _ in first })
        return Scope(district: district, account: account, day: day, registers: all, areas: [])
    }

    /// The same rights on these units alone; nothing is added.
    public func narrowed(to units: Set<String>) -> Scope {
        let few = registers.mapValues { register in
            RegisterScope(
                acts: register.acts.mapValues { $0.intersection(units) }, clear: register.clear.intersection(units),
                office: register.office, roles: register.roles.mapValues { $0.mapValues { $0.intersection(units) } })
        }
        return Scope(district: district, account: account, day: day, registers: few, areas: areas)
    }

    /// The names of the registers of which the scope sees anything, ascending.
    public var visibleRegisters: [String] { registers.keys.filter { !units(in: $0).isEmpty }.sorted() }

    /// The units whose records of the register may be read.
    public func units(in register: String) -> UnitSet { units(for: .read, in: register) }

    /// The units on whose records of the register the act may be done.
    public func units(for act: Act, in register: String) -> UnitSet { registers[register]?.acts[act] ?? .none }

    /// The units whose personal fields in the register show in clear; a part of `units(in:)`.
    public func unitsInClear(in register: String) -> UnitSet { registers[register]?.clear ?? .none }

    /// Whether the act may be done on a record of the register that the unit owns.
    public func may(_ act: Act, in register: String, unit: String) -> Bool { units(for: act, in: register).contains(unit) }

    /// The roles which the account holds over the unit in the register: what a transition's `roles` are compared with.
    ///
    /// They are those held in `office`, which a transition may name; nil stands for the register's own office.
    public func roles(in register: String, unit: String, office: String? = nil) -> Set<Role> {
        guard let scope = registers[register] else { return [] }
        return Set((scope.roles[office ?? scope.office] ?? [:]).filter { $0.value.contains(unit) }.keys)
    }

    /// The units over which the account holds the role in the register's own office, or in another.
    public func units(holding role: Role, in register: String, office: String? = nil) -> UnitSet {
        guard let scope = registers[register] else { return .none }
        return scope.roles[office ?? scope.office]?[role] ?? .none
    }

    /// How the personal fields of a record that the unit owns show.
    public func sight(ofPersonalIn register: String, unit: String) -> PersonalSight {
        guard may(.read, in: register, unit: unit) else { return .hidden }
        return unitsInClear(in: register).contains(unit) ? .clear : .masked
    }

    /// Whether the personal fields of a record that the unit owns show in clear.
    public func seesPersonal(in register: String, unit: String) -> Bool { sight(ofPersonalIn: register, unit: unit) == .clear }

    /// Whether the account looks after the area.
    public func administers(_ area: AdministrativeArea) -> Bool { areas.contains(area) }
}

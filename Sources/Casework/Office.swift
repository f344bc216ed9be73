import Access
import Deadlines
import Definitions
import Indicators
import LegalTime
import Records
import Store
import Synchronization
import Vault

/// One district's office: every act and every look goes through it, in one transaction each, under one policy.
public final class Office: Sendable {
    public let engine: any Engine
    /// The catalogue with the district's files, before anything that the office has settled in its database.
    public let filed: Catalogue
    public let district: DistrictDefinition
    public let keys: KeyRing
    public let clock: OfficeClock
    private let seen: Mutex<SeenDefinitions>
    let identifiers = SortableIDSource()
    let audience = RecordingAudience()
    let registerAccess: [RegisterAccess]
    private let directoryCache = Mutex<(directory: Directory, at: Instant)?>(nil)

    /// The catalogue is seen with the district's overlays.
    public init(engine: any Engine, catalogue: Catalogue, district: DistrictDefinition, keys: KeyRing, clock: OfficeClock) {
        self.engine = engine
        filed = catalogue
        self.district = district
        self.keys = keys
        self.clock = clock
        seen = Mutex(SeenDefinitions(catalogue, district: district.name, engine: engine))
        registerAccess =
            catalogue.registers.map { register in
                let offices = Set(register.transitions.compactMap(\.office)).subtracting([register.office])
                let movers = Set(register.transitions.flatMap(\.roles).map(Role.init(rawValue:)))
                return RegisterAccess(name: register.name, office: register.office, otherOffices: offices).moved(by: movers)
            } + catalogue.returns.map(\.access)
    }

    /// The table of a register; nil for a name that the catalogue does not know.
    public func table(_ register: String) -> RecordTable? { seen.withLock { $0.tables[register] } }

    /// The catalogue as it is seen now: the district's files and, after `readLocalRules`, what the office has settled.
    public var catalogue: Catalogue { seen.withLock { $0.catalogue } }

    public var reckoner: DeadlineReckoner { seen.withLock { $0.reckoner } }

    var definitions: SeenDefinitions { seen.withLock { $0 } }

    /// Counts the figures of this office.
    public var statistics: Statistics { definitions.statistics }

    func see(_ catalogue: Catalogue) { see(seenDefinitions(of: catalogue)) }

    func seenDefinitions(of catalogue: Catalogue) -> SeenDefinitions {
        SeenDefinitions(catalogue, district: district.name, engine: engine)
    }

    func see(_ definitions: SeenDefinitions) { seen.withLock { $0 = definitions } }

    /// Units and people, at most two seconds old.
    public func directory() async throws(StoreError) -> Directory {
        let now = clock.now()
        if let cached = directoryCache.withLock({ $0 }), now.milliseconds - cached.at.milliseconds < 2000 {
            return cached.directory
        }
        let district = district.name
        let fresh = try await engine.read { session in try Directory.read(district: district, in: session) }
        directoryCache.withLock { $0 = (fresh, now) }
        return fresh
    }

    func forgetDirectory() { directoryCache.withLock { $0 = nil } }

    /// Brings tables, units and definition texts of the district into the database; adds only.
    public func prepare() async throws(StoreError) {
        let district = district
        let registers = catalogue.registers
        let now = clock.now()
        try await engine.write { session in
            for (ordinal, unit) in district.units.enumerated() {
                try UnitTable.insert(unit, ordinal: ordinal, district: district.name, in: session)
            }
            for register in registers {
                try DefinitionTable.keep(
                    digest: register.digest, register: register.name, text: register.text, at: now, district: district.name,
                    in: session)
            }
            return .commit(())
        }
        forgetDirectory()
        try await readLocalRules()
    }
}

/// Units and people of a district as names.
public struct Directory: Sendable {
    public var units: [UnitDefinition]
    public var tree: UnitTree
    public var people: [String: String]
    /// The units as a form offers them.
    public var choices: [UnitChoice]
    private var labels: [String: UnitDefinition]

    static func read(district: String, in session: any Transaction) throws -> Directory {
        let units = try UnitTable.all(district: district, in: session)
        let people = try AccountTable.accounts(district: district, in: session)
        return Directory(
            units: units, tree: Directory.tree(units, district: district),
            people: Dictionary(people.map { ($0.id, $0.displayName) }, uniquingKeysWith: { first, _ in first }),
            choices: units.map { UnitChoice(id: $0.id, label: $0.label, kind: $0.kind) },
            labels: Dictionary(units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
    }

    static let beginning = Day(daysSince1970: -36524)

    static func tree(_ units: [UnitDefinition], district: String) -> UnitTree {
        let dated = units.map { unit in
            UnitEntry(
                id: unit.id, name: unit.label, parent: unit.parent, kind: unit.kind, from: unit.from ?? beginning,
                until: unit.until)
        }
        // The checker refused a broken tree before; without one nobody sees anything.
        return (try? UnitTree(district: district, units: dated)) ?? .empty(district: district)
    }

    /// The unit's name; its id where it is unknown.
    public func unitLabel(_ id: String, in language: Language = .chinese) -> String {
        guard let unit = labels[id] else { return id }
        return language == .english ? unit.english ?? unit.label : unit.label
    }

    /// Who that was; the system's own acts carry its name.
    public func person(_ account: String) -> String { people[account] ?? account }
}

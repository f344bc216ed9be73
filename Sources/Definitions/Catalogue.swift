import LegalTime

/// The whole catalogue, read and checked: laws, calendars, registers, roles, outlines, districts and labels.
public struct Catalogue: Sendable {
    public var workstreams: [Workstream]
    public var roles: [RoleDefinition]
    public var laws: [LawField]
    public var calendar: WorkCalendar
    /// In the order of workstreams, then of the files' names.
    public var registers: [RegisterDefinition]
    /// The checklists, by the files' names; a register carries those that it uses.
    public var standards: [StandardDefinition]
    public var outlines: [OutlineDefinition]
    public var districts: [DistrictDefinition]
    public var labels: Labels
    /// District, then register: the shared register with the district's overlays laid over it.
    public var overlays: [String: [String: RegisterDefinition]]
    /// District, then path: English labels of what its overlays add.
    public var overlayLabels: [String: [String: String]]
    /// The values that the law leaves to the place.
    public var parameters: [ParameterDefinition]
    /// What the district gives for them; empty in the catalogue that no district has looked at.
    public var localValues: [String: LocalValue] = [:]
    /// District, then what it has settled about values of the law.
    public var localRules: [String: LocalRules] = [:]
    /// District, then the outlines that it has in the place of the shared ones.
    public var districtOutlines: [String: [OutlineDefinition]] = [:]
    /// The monthly returns, by the files' names.
    public var returns: [ReturnDefinition] = []
    /// What goes to other systems and comes from them, by the files' names.
    public var exchanges: [ExchangeDefinition] = []
    /// The texts of its letters.
    public var templates = LetterTemplates()
    private var registerIndex: [String: Int]
    private var clockIndex: [String: (field: Int, clock: Int)]

    public init(
        workstreams: [Workstream], roles: [RoleDefinition], laws: [LawField], calendar: WorkCalendar,
        registers: [RegisterDefinition],
        outlines: [OutlineDefinition], districts: [DistrictDefinition], labels: Labels,
        overlays: [String: [String: RegisterDefinition]] = [:], overlayLabels: [String: [String: String]] = [:],
        parameters: [ParameterDefinition] = [], standards: [StandardDefinition] = []
    ) {
        self.workstreams = workstreams
        self.roles = roles
        self.laws = laws
        self.calendar = calendar
        self.registers = registers
        self.outlines = outlines
        self.districts = districts
        self.labels = labels
        self.overlays = overlays
        self.overlayLabels = overlayLabels
        self.parameters = parameters
        self.standards = standards
        registerIndex = Dictionary(registers.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        clockIndex = Dictionary(
            laws.enumerated().flatMap { field, law in law.clocks.enumerated().map { ($1.name, (field, $0)) } },
            uniquingKeysWith: { first, _ in first })
    }

    public func register(_ name: String) -> RegisterDefinition? { registerIndex[name].map { registers[$0] } }
    public func clock(_ name: String) -> ClockDefinition? { clockIndex[name].map { laws[$0.field].clocks[$0.clock] } }
    public func district(_ name: String) -> DistrictDefinition? { districts.first { $0.name == name } }
    public func monthlyReturn(_ name: String) -> ReturnDefinition? { returns.first { $0.name == name } }
    public func exchange(_ name: String) -> ExchangeDefinition? { exchanges.first { $0.name == name } }
    public func outline(_ name: String) -> OutlineDefinition? { outlines.first { $0.name == name } }
    public func indicator(_ name: FigureName) -> IndicatorDefinition? { register(name.register)?.indicator(name.indicator) }

    /// The law text in force on a day, for "行政复议法（2017）".
    public func lawText(_ law: String, on day: Day) -> LawText? {
        laws.lazy.flatMap(\.texts).last { $0.law == law && $0.inForce <= day && ($0.until.map { day <= $0 } ?? true) }
    }

    /// The catalogue as one district sees it: the overlays among its files are laid over the shared definitions, and its own
    /// values stand in the place of the parameters' defaults.
    public func forDistrict(_ name: String) -> Catalogue {
        let seen = resolved(with: district(name)?.parameters ?? [:]).laying(localRules[name] ?? .none)
        var copy = seen.forDistrict(name, overlays: seen.overlays[name] ?? [:])
        copy.labels.english.merge(overlayLabels[name] ?? [:]) { _, new in new }
        return copy
    }

    /// The catalogue with other merged registers in the place of the shared ones.
    public func forDistrict(_ name: String, overlays: [String: RegisterDefinition]) -> Catalogue {
        var copy = self
        copy.registers = registers.map { overlays[$0.name] ?? $0 }
        let own = districtOutlines[name] ?? []
        copy.outlines =
            outlines.map { shared in own.first { $0.name == shared.name } ?? shared }
            + own.filter { mine in !outlines.contains { $0.name == mine.name } }
        copy.registerIndex = registerIndex
        return copy
    }
}

/// The interface's two languages.
public enum Language: String, Sendable, CaseIterable {
    case chinese = "zh"
    case english = "en"
}

/// English labels by path; Chinese labels stand in the definitions themselves. A missing English one is made from the name.
///
/// Paths: `register`, `register/fields/x`, `register/fields/rows.x`, `register/codes/list/code`, `register/states/x`,
/// `register/transitions/x`, `register/deadlines/x`, `register/indicators/x`, `register/form/n` (n counts the sections from 0),
/// `register/summary`, `letters/x`, `clocks/<name>`, `standards/<name>`, `standards/<name>/items/<item>`.
public struct Labels: Sendable, Equatable {
    public var english: [String: String]
    public init(english: [String: String] = [:]) { self.english = english }

    /// The label in a language; `chinese` is what the definition says.
    public func label(_ path: String, chinese: String, in language: Language) -> String {
        guard language == .english else { return chinese }
        if let given = english[path] { return given }
        let last = path.split(separator: "/").last.map(String.init) ?? path
        let name = last.split(separator: ".").last.map(String.init) ?? last
        let words = name.replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

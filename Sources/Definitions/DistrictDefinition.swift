import LegalTime

/// One district: its names, its 机关代字, its units, its own day when it is a demo.
public struct DistrictDefinition: Sendable, Equatable {
    /// Short name, the leading key of every row: `huancui`.
    public var name: String
    public var label: String
    /// Full name of its government for the head of a report.
    public var government: String
    /// 机关代字 for numbers: 锦高.
    public var prefix: String
    /// GB/T 2260 code; nil for a development zone without one.
    public var code: String?
    /// The year whose report is being written.
    public var year: Int
    /// The demo's today; nil: the real one.
    public var today: Day?
    /// Years that are locked against entries.
    public var lockedYears: [Int]
    public var units: [UnitDefinition]
    /// Its values of the parameters that the law leaves to the place.
    public var parameters: [String: LocalValue]
    /// Register, then the units whose daily business it is here, in place of the register's kinds of unit.
    public var business: [String: [String]]
    public var place: SourcePlace
    public init(
        name: String, label: String, government: String, prefix: String, code: String?, year: Int, today: Day?,
        lockedYears: [Int],
        units: [UnitDefinition], parameters: [String: LocalValue] = [:], business: [String: [String]] = [:], place: SourcePlace
    ) {
        self.name = name
        self.label = label
        self.government = government
        self.prefix = prefix
        self.code = code
        self.year = year
        self.today = today
        self.lockedYears = lockedYears
        self.units = units
        self.parameters = parameters
        self.business = business
        self.place = place
    }
}

/// A unit of the dated tree.
public struct UnitDefinition: Sendable, Equatable {
    public var id: String
    public var label: String
    public var english: String?
    public var parent: String?
    /// district, department, town, community, village …
    public var kind: String
    public var from: Day?
    public var until: Day?
    public init(
        id: String, label: String, english: String? = nil, parent: String?, kind: String, from: Day? = nil, until: Day? = nil
    ) {
        self.id = id
        self.label = label
        self.english = english
        self.parent = parent
        self.kind = kind
        self.from = from
        self.until = until
    }
}

/// A workstream (工作板块) of the menu.
public struct Workstream: Sendable, Equatable {
    public var name: String
    public var label: String
    public var english: String
    public init(name: String, label: String, english: String) {
        self.name = name
        self.label = label
        self.english = english
    }
}

/// A role of the closed list in `roles.yaml`.
public struct RoleDefinition: Sendable, Equatable {
    public var name: String
    public var label: String
    public var english: String
    public init(name: String, label: String, english: String) {
        self.name = name
        self.label = label
        self.english = english
    }
}

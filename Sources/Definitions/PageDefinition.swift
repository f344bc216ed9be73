/// One section of a form; where a field stands never touches storage.
public struct FormSection: Sendable, Equatable {
    public var title: String
    public var fields: [String]
    public init(title: String, fields: [String]) {
        self.title = title
        self.fields = fields
    }
}

/// Columns, filters and search of a list.
public struct ListDefinition: Sendable, Equatable {
    public var columns: [String]
    public var filters: [String]
    /// Plain text fields in the full-text index.
    public var search: [String]
    /// Personal fields found by exact keyed hash.
    public var lookUp: [FieldPath]
    public init(columns: [String] = [], filters: [String] = [], search: [String] = [], lookUp: [FieldPath] = []) {
        self.columns = columns
        self.filters = filters
        self.search = search
        self.lookUp = lookUp
    }
}

public enum PublicationLevel: String, Sendable, Comparable, CaseIterable {
    case none
    case aggregate
    case redactedCopy = "redacted_copy"
    case full
    private var rank: Int {
        switch self {
        case .none: 0
        case .aggregate: 1
        case .redactedCopy: 2
        case .full: 3
        }
    }
    public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}

/// Whether a value is set by the law or by the district.
public enum Force: String, Sendable, CaseIterable {
    case mandatory
    case guidance
    case local
}

public struct RetentionDefinition: Sendable, Equatable {
    /// Years to keep; nil for ever.
    public var years: Int?
    public var force: Force
    public init(years: Int?, force: Force) {
        self.years = years
        self.force = force
    }
}

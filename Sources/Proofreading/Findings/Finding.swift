/// What is said of a place, as a name and values; the sentence is made by `FindingWording`.
public struct Remark: Sendable, Equatable {
    public let key: Key
    public let values: [String]

    init(_ key: Key, _ values: [String] = []) {
        self.key = key
        self.values = values
    }
}

/// One thing that is wrong or doubtful in the text.
public struct Finding: Sendable, Equatable {
    public let rule: Rule
    public let severity: Severity
    /// Place in the file, in Unicode scalars.
    public let start: Int
    public let end: Int
    /// The words at the place.
    public let quote: String
    public let remark: Remark
    /// Places in the file of the figures that the remark speaks of.
    public let members: [Int]
}

/// One figure of the text; positions are those of its digits.
public struct ReportFigure: Sendable, Equatable {
    public let start: Int
    public let end: Int
    /// The digits as printed.
    public let text: String
    /// A plain decimal; "88+11" for a sum that was left standing.
    public let value: String
    public let unit: String
    public let bound: Bound
    /// What it counts, in the words around it.
    public let label: String
}

/// How figures hang together.
public struct Relation: Sendable, Equatable {
    public enum Kind: String, Sendable {
        case sum
        case share
        case atMost = "at_most"
        case equal
        case listCount = "list_count"
        case remainder
        case growth
        case average
        case formula
        case all
        case consistency
        case plausibility
    }

    public enum Verdict: String, Sendable {
        case ok
        case fail
        case hint
        case unknown
    }

    public let kind: Kind
    /// Places in the file of the figures.
    public let members: [Int]
    public let verdict: Verdict
    /// The equation, with the values as printed.
    public let says: String
}

/// Everything that was read in one text.
public struct ProofResult: Sendable {
    /// Unicode scalars in the file.
    public let characters: Int
    public let sections: [Section]
    public let figures: [ReportFigure]
    public let relations: [Relation]
    public internal(set) var findings: [Finding]
}

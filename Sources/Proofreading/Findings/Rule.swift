/// The rules of the proof-reader, by the name under which a district may switch one off.
public enum Rule: String, Sendable, CaseIterable, Codable {
    // arithmetic
    case sum
    case share
    case shareImpossible = "share-impossible"
    case shareOverHundred = "share-over-hundred"
    case atMost = "at-most"
    case remainder
    case listCount = "list-count"
    case repeatedFact = "repeated-fact"
    case growth
    case average
    case correspondence
    case actorCounts = "actor-counts"
    case unitsMixed = "units-mixed"
    case formula
    case plausibility
    // structure
    case headingMissing = "heading-missing"
    case headingRepeated = "heading-repeated"
    case headingSkipped = "heading-skipped"
    case headingStyle = "heading-style"
    case headingEndMark = "heading-end-mark"
    case headingSpacing = "heading-spacing"
    case titleSplit = "title-split"
    case partMissing = "part-missing"
    case partsMerged = "parts-merged"
    case addressee
    case signature
    case lateReport = "late-report"
    // text
    case pageBreak = "page-break"
    case endMarkMissing = "end-mark-missing"
    case markMissing = "mark-missing"
    case markMisplaced = "mark-misplaced"
    case yearRange = "year-range"
    case yearWord = "year-word"
    case documentNumber = "document-number"
    case brackets
    case width
    case halfWidthMarks = "half-width-marks"
    case dashes
    case dateMarks = "date-marks"
    case traditional
    case doubledCharacter = "doubled-character"
    case doubledSentence = "doubled-sentence"
    case missingCharacter = "missing-character"
    case nameVariants = "name-variants"
    case wrongWord = "wrong-word"
    case spaces
    case residue
    // personal data
    case identityNumber = "identity-number"
    case telephone
    case homeAddress = "home-address"
    case privatePerson = "private-person"
    // carry-over and known figures
    case carriedOver = "carried-over"
    case unchangedFigure = "unchanged-figure"
    case forgottenYear = "forgotten-year"
    case knownFigure = "known-figure"

    /// The groups in which the rules are listed.
    public enum Group: String, Sendable, CaseIterable {
        case arithmetic
        case structure
        case text
        case personal
        case comparison
    }

    public var group: Group {
        switch self {
        case .sum, .share, .shareImpossible, .shareOverHundred, .atMost, .remainder, .listCount, .repeatedFact, .growth, .average,
            .correspondence,
            .actorCounts, .unitsMixed, .formula, .plausibility:
            .arithmetic
        case .headingMissing, .headingRepeated, .headingSkipped, .headingStyle, .headingEndMark, .headingSpacing, .titleSplit,
            .partMissing,
            .partsMerged, .addressee, .signature, .lateReport:
            .structure
        case .identityNumber, .telephone, .homeAddress, .privatePerson: .personal
        case .carriedOver, .unchangedFigure, .forgottenYear, .knownFigure: .comparison
        default: .text
        }
    }
}

/// How sure the proof-reader is that something must be changed.
public enum Severity: String, Sendable, CaseIterable, Codable, Comparable {
    case error
    case warning
    case hint

    public static func < (left: Severity, right: Severity) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

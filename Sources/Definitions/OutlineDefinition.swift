/// The outline of a report: required parts, each with sentences that appear only when their figures are there.
public struct OutlineDefinition: Sendable, Equatable {
    public var name: String
    /// Title with `{district}` and `{year}`.
    public var title: String
    public var addressee: String?
    public var parts: [OutlinePart]
    public var place: SourcePlace
    public init(name: String, title: String, addressee: String?, parts: [OutlinePart], place: SourcePlace) {
        self.name = name
        self.title = title
        self.addressee = addressee
        self.parts = parts
        self.place = place
    }
}

/// One part of a report (一、…), with its sections (（一）…).
public struct OutlinePart: Sendable, Equatable {
    public var name: String
    public var title: String
    public var basis: LegalBasis?
    public var isRequired: Bool
    public var paragraphs: [OutlineParagraph]
    public var sections: [OutlinePart]
    /// The units write text of their own here.
    public var takesContributions: Bool
    /// Shown where nothing is there yet.
    public var placeholder: String?
    public init(
        name: String, title: String, basis: LegalBasis? = nil, isRequired: Bool = false, paragraphs: [OutlineParagraph] = [],
        sections: [OutlinePart] = [], takesContributions: Bool = false, placeholder: String? = nil
    ) {
        self.name = name
        self.title = title
        self.basis = basis
        self.isRequired = isRequired
        self.paragraphs = paragraphs
        self.sections = sections
        self.takesContributions = takesContributions
        self.placeholder = placeholder
    }
}

/// One paragraph: sentences in order.
public struct OutlineParagraph: Sendable, Equatable {
    public var sentences: [OutlineSentence]
    public init(sentences: [OutlineSentence]) { self.sentences = sentences }
}

/// A sentence with figures in braces, `{register.indicator}` or `{register.indicator@units}`; it appears only when every figure in it is there and `when` holds.
public struct OutlineSentence: Sendable, Equatable {
    public var pieces: [OutlinePiece]
    /// Appears only when this figure is above zero (else every figure in the sentence must be above zero).
    public var whenPositive: [FigureName]?
    /// Appears although its figures are zero.
    public var isShownAtZero: Bool
    public init(pieces: [OutlinePiece], whenPositive: [FigureName]? = nil, isShownAtZero: Bool = false) {
        self.pieces = pieces
        self.whenPositive = whenPositive
        self.isShownAtZero = isShownAtZero
    }
}

public enum OutlinePiece: Sendable, Equatable {
    case text(String)
    /// A figure's printed value, with its unit.
    case figure(FigureName)
}

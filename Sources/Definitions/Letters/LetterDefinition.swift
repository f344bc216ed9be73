/// A letter (文书) that an office prints from a record: when, by whom, under which number and article.
public struct LetterDefinition: Sendable, Equatable {
    public var name: String
    public var label: String
    public var english: String
    /// It may be issued once the record stands in or has passed one of these states …
    public var states: [String]
    /// … or one of these moves has been made; both empty: at any time.
    public var moves: [String]
    public var roles: [String]
    /// `{prefix}信受〔{year}〕{serial}号`, counted for each letter and year without gaps; nil: a form without a number of its own.
    public var number: String?
    /// The field of whoever gets it: `field`, `rows` or `rows.field`.
    public var addressee: String?
    public var basis: [LegalBasis]
    /// The way to object that the letter tells of, in words.
    public var remedy: String?
    /// The deadline that its service starts.
    public var starts: String?
    /// Its service is recorded (送达回证).
    public var hasService: Bool
    /// Set when an overlay of a district added it.
    public var overlay: String?
    public var place: SourcePlace

    public init(name: String, label: String, english: String, roles: [String], place: SourcePlace) {
        self.name = name
        self.label = label
        self.english = english
        self.states = []
        self.moves = []
        self.roles = roles
        self.number = nil
        self.addressee = nil
        self.basis = []
        self.remedy = nil
        self.starts = nil
        self.hasService = false
        self.overlay = nil
        self.place = place
    }
}

/// The bound file (卷宗) of a record: what stands in it, in order; a register without secret papers has a main part only.
public struct FileDefinition: Sendable, Equatable {
    public var main: [Piece]
    /// 副卷: papers that are not shown to the parties.
    public var side: [Piece]

    public enum Piece: Sendable, Hashable {
        case cover
        case catalogue
        case letter(String)
        /// An attachment, `field` or `rows.field`.
        case attachment(String)
    }

    public init(main: [Piece], side: [Piece] = []) {
        self.main = main
        self.side = side
    }

    public static let none = FileDefinition(main: [])
    public var isEmpty: Bool { main.isEmpty && side.isEmpty }
}

/// The text of one letter (文书) with places for values: what a template file says, read into a tree.
///
/// The form is a line at a time. `# ` title, `## ` and `### ` headings, `@number`, `@addressee TEXT`, `@signature`, `@date`,
/// `@blank LABEL` (a line to sign on), `@page`; lines that begin with `|` are a table, its first row the head where `|---|` follows;
/// `{for rows}` … `{end}` repeats, `{if NAME}`, `{if not NAME}`, `{if NAME = code, code}` … `{else}` … `{end}` chooses; an empty line
/// parts paragraphs. In text `{name}` stands for a value, `{name|text}` gives the text where there is none, `{{` is a brace.
public struct LetterTemplate: Sendable, Hashable {
    public var parts: [Part]

    public indirect enum Part: Sendable, Hashable {
        case title([Piece])
        case heading(level: Int, [Piece])
        case number
        case addressee([Piece])
        case paragraph([Piece])
        case blank([Piece])
        case signature
        case date
        case pageBreak
        case table(head: [[Piece]]?, rows: [TableRow])
        case forEach(Name, [Part])
        case choice(Test, [Part], otherwise: [Part])
    }

    /// Rows of a table: one as written, or repeated or left out.
    public indirect enum TableRow: Sendable, Hashable {
        case row([[Piece]])
        case forEach(Name, [TableRow])
        case choice(Test, [TableRow], otherwise: [TableRow])
    }

    public enum Piece: Sendable, Hashable {
        case text(String)
        case value(Name, otherwise: String?)
    }

    /// A name as it stands in the template, with its line for messages.
    public struct Name: Sendable, Hashable {
        public var text: String
        public var line: Int
        public init(_ text: String, line: Int) {
            self.text = text
            self.line = line
        }
    }

    public enum Test: Sendable, Hashable {
        case isSet(Name)
        case isUnset(Name)
        case isOneOf(Name, [String])
        case isNoneOf(Name, [String])
        var name: Name {
            switch self {
            case .isSet(let name), .isUnset(let name), .isOneOf(let name, _), .isNoneOf(let name, _): name
            }
        }
    }
}

/// A mistake in a template file.
public struct LetterTemplateProblem: Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
        /// `{for}` or `{if}` without its `{end}`.
        case notEnded(String)
        case endWithoutBeginning(String)
        case unknownDirective(String)
        /// A brace that nothing closes.
        case openBrace
        case emptyName
        case unknownName(String, near: String?)
        case unknownCode(field: String, code: String, near: String?)
        case notRows(String)
        case noTitle
    }
    public var line: Int
    public var reason: Reason
    public init(line: Int, reason: Reason) {
        self.line = line
        self.reason = reason
    }
}

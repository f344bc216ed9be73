/// How a register, or its figures, go out to another system and come in from it: one file of `exchanges/`.
public struct ExchangeDefinition: Sendable, Equatable {
    public enum Content: Sendable, Equatable {
        /// Records, one in each row.
        case rows(ExchangeRows)
        /// A statistics form, each cell of which is a figure.
        case form(ExchangeForm)
    }
    public var name: String
    public var label: String
    public var english: String
    public var summary: String
    public var englishSummary: String
    /// The system at the other end.
    public var system: String
    public var englishSystem: String
    /// The layout of the other side was not to be had: to be compared with it before use.
    public var isUnsure: Bool
    public var basis: LegalBasis?
    public var content: Content
    public var place: SourcePlace

    public var rows: ExchangeRows? { if case .rows(let rows) = content { rows } else { nil } }
    public var form: ExchangeForm? { if case .form(let form) = content { form } else { nil } }

    /// The registers whose records or figures go out.
    public var registers: [String] {
        switch content {
        case .rows(let rows): [rows.register]
        case .form(let form): form.columns.map(\.figure.register).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }
    }
}

/// What stands around the table of an exchange; texts take `{district}`, `{year}`, `{date}`, `{unit}`, `{maker}`, in forms `{period}`.
public struct ExchangeSheet: Sendable, Equatable {
    /// The tab.
    public var name: String
    public var title: String?
    /// Lines between title and header.
    public var above: [String]

    /// The names that may stand in braces.
    public static let placeholders = ["district", "year", "date", "unit", "maker"]
}

/// Records in and out: columns, words and dates of the other system.
public struct ExchangeRows: Sendable, Equatable {
    public enum Direction: String, Sendable, CaseIterable {
        case out
        case `in`
        case both
        public var goesOut: Bool { self != .in }
        public var comesIn: Bool { self != .out }
    }
    /// The moves that a row that comes in is made to take.
    public enum Moves: Sendable, Equatable {
        case asFilled
        /// Of these only; empty: registered only.
        case only([String])
    }
    public var register: String
    public var direction: Direction
    public var sheet: ExchangeSheet
    /// Which records go out.
    public var condition: Condition
    /// The fields by whose values a row that comes in meets a record; `number` alone is the record's own. Empty where nothing comes in.
    public var key: [String]
    public var columns: [ExchangeColumn]
    /// What the sheet is silent about.
    public var settings: [ExchangeSetting]
    public var moves: Moves

    public static let numberKey = "number"
}

/// One column of the other system.
public struct ExchangeColumn: Sendable, Equatable {
    public enum Source: Sendable, Equatable {
        case field(ExchangePath)
        case number
        case state
        /// The unit that owns the record.
        case owner
        /// 是 or 否, by whether the condition holds.
        case test(Condition, yes: String, no: String)
        /// The same text in every row.
        case constant(String)
    }
    public var heading: String
    public var source: Source
    public var words: [ExchangeWord]
    /// How a date is written as text; nil: as a date of the sheet.
    public var date: ExchangeDate?
    /// An amount in 万元 instead of 元.
    public var isTenThousands: Bool
    public var place: SourcePlace

    /// What is written for a code, `true`, `false` or a state; nil where our own label is.
    public func word(for code: String) -> String? { words.first { $0.code == code }?.texts.first }
    public var path: ExchangePath? { if case .field(let path) = source { path } else { nil } }
}

/// How the other system says one of our codes: the first text is written, all are read.
public struct ExchangeWord: Sendable, Equatable {
    public var code: String
    public var texts: [String]
}

/// Where in a record a column's value lies.
public struct ExchangePath: Sendable, Equatable, Hashable {
    public enum Row: Sendable, Equatable, Hashable {
        /// From 0.
        case index(Int)
        /// All of them in one cell.
        case each
    }
    /// `field`, or `rows.field`.
    public var field: FieldPath
    public var row: Row?

    /// `field`, `rows.2.field` (from 1), `rows.*.field`, as in mapping files.
    public var text: String {
        switch row {
        case .index(let index): "\(field.field).\(index + 1).\(field.child ?? "")"
        case .each: "\(field.field).*.\(field.child ?? "")"
        case nil: field.description
        }
    }
}

/// The forms in which dates are written as text; all are read.
public enum ExchangeDate: String, Sendable, CaseIterable {
    case dashes = "yyyy-mm-dd"
    case strokes = "yyyy/mm/dd"
    case points = "yyyy.mm.dd"
    case digits = "yyyymmdd"
    case chinese = "yyyy年m月d日"
}

/// A value of a new record that the sheet does not hold.
public struct ExchangeSetting: Sendable, Equatable {
    public enum Source: Sendable, Equatable {
        /// As it would be typed.
        case constant(String)
        /// The day on which it comes in.
        case today
        /// The unit of the person who brings it in.
        case unit
    }
    public var target: ExchangePath
    public var source: Source
}

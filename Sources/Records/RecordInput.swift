/// What a person typed, before it is understood: it is kept as typed until it is right.
public struct RecordInput: Sendable, Equatable {
    /// Text by field name; several values of a many-valued field are in `many`.
    public var texts: [String: String]
    public var many: [String: [String]]
    public var rows: [String: [RowInput]]
    /// Files already taken in, by field (or `rows.n.child` key).
    public var files: [String: Attachment]

    public init(
        texts: [String: String] = [:], many: [String: [String]] = [:], rows: [String: [RowInput]] = [:],
        files: [String: Attachment] = [:]
    ) {
        self.texts = texts
        self.many = many
        self.rows = rows
        self.files = files
    }
}

/// One typed child row; `id` is the stable id of a row that is already stored.
public struct RowInput: Sendable, Equatable {
    public var id: String?
    public var texts: [String: String]
    /// The stored row as it is, whatever it holds.
    public var isKept: Bool
    public init(id: String? = nil, texts: [String: String], isKept: Bool = false) {
        self.id = id
        self.texts = texts
        self.isKept = isKept
    }
    /// A row left wholly blank is no row.
    public var isBlank: Bool { !isKept && texts.values.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
}

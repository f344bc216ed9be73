import LegalTime

/// Keeps a query to what is public of a register: there is no other way to a public page.
public struct PublicOnly: Sendable, Equatable {
    /// Entries of lists are public unless they were withdrawn; everything else only after it was published.
    public var isAutomatic: Bool
    public var on: Day
    /// One record only.
    public var id: String?
    /// Words that one of the public text columns has to hold.
    public var words: String?
    public var columns: [String]
    /// Asks whether a record may be public, not whether it is.
    public var isFitnessOnly = false
    public init(isAutomatic: Bool, on: Day, id: String? = nil, words: String? = nil, columns: [String] = []) {
        self.isAutomatic = isAutomatic
        self.on = on
        self.id = id
        self.words = words
        self.columns = columns
    }

    func restriction(register: String) -> Statement {
        let ofRecord = "SELECT 1 FROM publication p WHERE p.district = r.district AND p.register = ? AND p.record = r.id"
        var statement =
            isFitnessOnly
            ? Statement("1 = 1")
            : isAutomatic
                ? Statement("NOT EXISTS (\(ofRecord) AND p.state = 'withdrawn')", [.text(register)])
                : Statement(
                    "EXISTS (\(ofRecord) AND p.state = 'published' AND (p.until IS NULL OR p.until >= ?))",
                    [.text(register), .text(on.iso)])
        if let id { statement += Statement(" AND r.id = ?", [.text(id)]) }
        if let words, !words.isEmpty {
            let escaped = words.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
            let tests = columns.map { Statement("r.\($0) LIKE ? ESCAPE '\\'", [.text("%" + escaped + "%")]) }
            statement += Statement(" AND (") + (tests.isEmpty ? Statement("1 = 0") : tests.joined(" OR ")) + Statement(")")
        }
        return statement
    }
}

import Store

/// SQLite's own forms.
struct SQLiteDialect: Dialect {
    func searchCondition(_ search: SearchLayout, text: String) -> Statement {
        let phrases = SearchPhrases(text)
        if phrases.isBlank { return Statement("1") }
        guard let match = phrases.match else { return Statement("0") }
        let index = SchemaSQL.searchTable(search.table)
        return Statement("r.rid IN (SELECT rowid FROM \(index) WHERE \(index) MATCH ?)", [.text(match)])
    }

    func contains(_ text: String, _ part: String) -> String { "instr(\(text), \(part)) > 0" }

    /// A unary plus keeps the planner from choosing an index for the term.
    func unindexed(_ column: String) -> String { "+\(column)" }

    func daysBetween(_ from: String, _ to: String) -> String {
        "CAST(julianday(\(to)) - julianday(\(from)) AS INTEGER)"
    }

    func line(beginning: String, of query: String) -> String {
        let start = "'\n\(beginning.replacing("'", with: "''"))'"
        // The text with a line end on both sides, then what follows the beginning, then that up to its line end.
        let whole = "SELECT char(10) || (\(query)) || char(10) AS whole"
        let rest =
            "SELECT CASE WHEN instr(whole, \(start)) > 0 THEN substr(whole, instr(whole, \(start)) + length(\(start))) END AS rest"
        return "(SELECT substr(rest, 1, instr(rest, char(10)) - 1) FROM (\(rest) FROM (\(whole))))"
    }

    func day(ofMilliseconds expression: String) -> String {
        "strftime('%Y-%m-%d', (\(expression) + 28800000) / 1000, 'unixepoch')"
    }
}

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

    func daysBetween(_ from: String, _ to: String) -> String {
        "CAST(julianday(\(to)) - julianday(\(from)) AS INTEGER)"
    }
}

/// What a person typed into a search box, as a query of the index: words parted by blanks, all of which must be found.
struct SearchPhrases {
    /// More words than anybody types; the query tree has a depth limit.
    private static let most = 32

    /// Nothing was typed.
    let isBlank: Bool
    private let words: [String]

    init(_ text: String) {
        let parts = text.unicodeScalars.split { $0.properties.isWhitespace || $0.value == 0 }
        isBlank = parts.isEmpty
        var words: [String] = []
        for part in parts where part.contains(where: { SearchScalar($0.value) != .separator }) && words.count < Self.most {
            words.append(String(String.UnicodeScalarView(part)))
        }
        self.words = words
    }

    /// The query, each word quoted so that nothing in it is syntax; nil when no word has a character that is indexed.
    var match: String? {
        guard !words.isEmpty else { return nil }
        return words.map { "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" }
            .joined(separator: " AND ")
    }
}

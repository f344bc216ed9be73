extension Paper {
    /// One line for a store: `question;points;places` for each item, the places joined by commas, the items by `|`.
    public var text: String {
        items.map { "\($0.question);\($0.points);\($0.order.map(String.init).joined(separator: ","))" }.joined(separator: "|")
    }

    /// Reads the line again; nil for anything else.
    public init?(text: String) {
        var items: [Item] = []
        for part in text.split(separator: "|") {
            let pieces = part.split(separator: ";", omittingEmptySubsequences: false)
            guard pieces.count == 3, let points = Int(pieces[1]) else { return nil }
            let order = pieces[2].split(separator: ",").map { Int($0) }
            guard !order.contains(nil) else { return nil }
            items.append(Item(question: String(pieces[0]), order: order.compactMap(\.self), points: points))
        }
        self.init(items: items)
    }

    public var fullMark: Int { items.reduce(0) { $0 + $1.points } }
}

/// One edition of an assessment's indicator set, as it was loaded: its texts and weights are the issuing office's, never ours.
public struct Edition: Sendable, Hashable {
    /// `2021`, `申报指南`: short and stable.
    public var name: String
    public var title: String
    public var items: [EditionItem]

    public init(name: String, title: String, items: [EditionItem]) {
        self.name = name
        self.title = title
        self.items = items
    }

    /// How many level-1 headings, level-2 headings and items it has.
    public var counts: (first: Int, second: Int, items: Int) {
        (Set(items.map(\.first)).count, Set(items.map { [$0.first, $0.second] }).count, items.count)
    }

    /// Sum of the weights in hundredths; nil where an item has none, for then there is nothing to add up.
    public var fullMark: Int? {
        items.allSatisfy { $0.weight != nil } ? items.reduce(0) { $0 + ($1.weight ?? 0) } : nil
    }
}

/// One item of an edition.
public struct EditionItem: Sendable, Hashable {
    /// How it is judged.
    public enum Mode: String, Sendable, CaseIterable {
        /// Computed from registers.
        case figure = "R"
        /// Evidence judged by a person.
        case evidence = "E"
        /// A figure with proof.
        case both = "R+E"
    }

    public var first: String
    public var second: String
    /// As the edition numbers it; unique within it.
    public var number: String
    public var text: String
    public var mode: Mode?
    /// In hundredths of a point; nil where the edition gives none.
    public var weight: Int?

    public init(first: String, second: String, number: String, text: String, mode: Mode? = nil, weight: Int? = nil) {
        self.first = first
        self.second = second
        self.number = number
        self.text = text
        self.mode = mode
        self.weight = weight
    }
}

/// What a corrected workbook changes in an edition: items by their numbers.
public struct EditionDifference: Sendable, Hashable {
    /// One value of an item that is another one now.
    public struct Change: Sendable, Hashable {
        public enum Part: String, Sendable, CaseIterable {
            case first
            case second
            case text
            case mode
            case weight
        }
        public var number: String
        public var part: Part
        /// As the workbook writes it; empty for none.
        public var before: String
        public var after: String
    }

    public var added: [EditionItem]
    public var removed: [EditionItem]
    public var changes: [Change]

    public init(from old: [EditionItem], to new: [EditionItem]) {
        let before = Dictionary(old.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.map(\.number))
        added = new.filter { before[$0.number] == nil }
        removed = old.filter { !after.contains($0.number) }
        changes = new.flatMap { item -> [Change] in
            guard let was = before[item.number] else { return [] }
            return Change.Part.allCases.compactMap { part in
                let (old, new) = (was.text(of: part), item.text(of: part))
                return old == new ? nil : Change(number: item.number, part: part, before: old, after: new)
            }
        }
    }

    public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changes.isEmpty }
}

extension EditionItem {
    func text(of part: EditionDifference.Change.Part) -> String {
        switch part {
        case .first: first
        case .second: second
        case .text: text
        case .mode: mode?.rawValue ?? ""
        case .weight: weight.map { Score.text($0) } ?? ""
        }
    }
}

/// Scores and weights are whole hundredths of a point.
public enum Score {
    /// `2`, `1.5`, `0.25`.
    public static func text(_ hundredths: Int) -> String {
        let (whole, rest) = (hundredths / 100, abs(hundredths % 100))
        let sign = hundredths < 0 && whole == 0 ? "-" : ""
        if rest == 0 { return String(whole) }
        return sign + "\(whole)." + (rest % 10 == 0 ? String(rest / 10) : rest < 10 ? "0\(rest)" : String(rest))
    }

    /// nil for what is no score; `分` may stand behind it.
    public static func hundredths(_ text: String) -> Int? { EditionReader.hundredths(EditionReader.trimmed(text)) }
}

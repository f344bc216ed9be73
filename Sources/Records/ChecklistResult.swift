import Definitions

/// What was found on each item of a standard; an item that is missing is not yet assessed.
public struct ChecklistResult: Sendable, Hashable {
    /// Points awarded in tenths, by item; in mode `met` ten for an item that is met and none for one that is not.
    public var awarded: [String: Int64]

    public init(awarded: [String: Int64] = [:]) { self.awarded = awarded }

    /// The stored form, `sign=met;desk=not_met` or `facts=18.5;law=20`; what the standard does not have is passed over.
    public init(encoded: String, standard: StandardDefinition) {
        var awarded: [String: Int64] = [:]
        for pair in encoded.split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, standard.item(parts[0]) != nil else { continue }
            switch (standard.mode, parts[1]) {
            case (.met, "met"): awarded[parts[0]] = 10
            case (.met, "not_met"): awarded[parts[0]] = 0
            case (.met, _): continue
            case (.points, let text):
                if case .scaled(let tenths) = NumberText.read(text, decimals: 1) { awarded[parts[0]] = tenths }
            }
        }
        self.awarded = awarded
    }

    /// In the standard's order; nil when nothing is assessed.
    public func encoded(by standard: StandardDefinition) -> String? {
        let parts = standard.items.compactMap { item in mark(item, standard).map { "\(item.name)=\($0)" } }
        return parts.isEmpty ? nil : parts.joined(separator: ";")
    }

    /// `met`, `not_met` or the points as a decimal; nil where the item is not assessed.
    public func mark(_ item: StandardItem, _ standard: StandardDefinition) -> String? {
        awarded[item.name].map { tenths in
            standard.mode == .met ? (tenths > 0 ? "met" : "not_met") : NumberText.write(tenths, decimals: 1)
        }
    }

    /// Whether every item is assessed; before that there is no score and no grade.
    public func isComplete(by standard: StandardDefinition) -> Bool { standard.items.allSatisfy { awarded[$0.name] != nil } }

    /// Points awarded, or items met, in tenths.
    public var score: Int64 { awarded.values.reduce(0, +) }

    /// Items assessed that are not met or below their full mark, in order.
    public func failedItems(by standard: StandardDefinition) -> [StandardItem] {
        standard.items.filter { item in awarded[item.name].map { $0 < Int64(item.points) * 10 } ?? false }
    }

    /// The grade; nil before every item is assessed.
    public func grade(by standard: StandardDefinition) -> StandardGrade? {
        guard isComplete(by: standard) else { return nil }
        if standard.items.contains(where: { $0.isMust && awarded[$0.name] == 0 }) { return standard.grades.last }
        // Per cent of the full mark, or a number of items; both sides in tenths.
        return standard.grades.first { grade in
            guard let least = grade.atLeast else { return true }
            let bound = Int64(least)
            return standard.mode == .met ? score >= bound * 10 : score * 100 >= bound * Int64(standard.fullMark) * 10
        }
    }
}

extension Value {
    /// The result that a checklist field of the standard holds; an empty one for no value.
    public static func result(_ value: Value?, by standard: StandardDefinition) -> ChecklistResult {
        ChecklistResult(encoded: value?.text ?? "", standard: standard)
    }
}

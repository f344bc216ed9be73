/// Which items of one edition go on in which of another.
public struct EditionMapping: Sendable, Hashable {
    /// By number in the old edition, the numbers in the new one.
    public var forward: [String: [String]]

    public init(forward: [String: [String]]) { self.forward = forward }

    /// The same number or the same text is taken as the same item; the rest a person has to say.
    public static func suggested(from old: Edition, to new: Edition) -> EditionMapping {
        let byText = Dictionary(new.items.map { ($0.text, $0.number) }, uniquingKeysWith: { first, _ in first })
        let numbers = Dictionary(new.items.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        var forward: [String: [String]] = [:]
        for item in old.items {
            if let same = byText[item.text] {
                forward[item.number] = [same]
            } else if let same = numbers[item.number], same.second == item.second {
                forward[item.number] = [same.number]
            }
        }
        return EditionMapping(forward: forward)
    }

    /// Items of the old edition that go nowhere, and of the new one that nothing comes to.
    public func orphans(from old: Edition, to new: Edition) -> (old: [String], new: [String]) {
        let reached = Set(forward.values.flatMap { $0 })
        return (
            old.items.map(\.number).filter { forward[$0, default: []].isEmpty },
            new.items.map(\.number).filter { !reached.contains($0) }
        )
    }

    /// What was put to the old items, carried over: figures and evidence go along, scores are the new edition's to give.
    public func carried(_ standings: [String: ItemStanding]) -> [String: ItemStanding] {
        var carried: [String: ItemStanding] = [:]
        for (old, targets) in forward {
            guard let standing = standings[old] else { continue }
            for target in targets {
                var into = carried[target] ?? ItemStanding()
                into.figures += standing.figures.filter { !into.figures.contains($0) }
                into.evidence += standing.evidence
                carried[target] = into
            }
        }
        return carried
    }
}

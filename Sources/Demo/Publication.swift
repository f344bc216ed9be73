import Definitions
import Yams

/// One published figure of a district: a fact with its place in the published report.
public struct PublishedFigure: Sendable, Equatable {
    public enum Bound: String, Sendable {
        case exact
        case atLeast = "at_least"
        case atMost = "at_most"
        case about
    }
    public enum Answer: Sendable, Equatable {
        case indicator(FigureName)
        /// A name, an ordinal or residue: no figure.
        case notCounted(why: String)
        /// A figure that no set of records can give, with the reason.
        case explained(why: String)
        case open
    }
    public var line: Int
    /// Short label in our own words.
    public var label: String
    public var value: String
    public var unit: String
    public var bound: Bound
    /// The figure is that of these units alone; empty: of the whole district.
    public var units: Set<String>
    public var answer: Answer
}

/// Reads `districts/<name>/published.yaml`.
public enum PublishedFigures {
    /// - Parameter units: Those of the district, which a figure's `units` and `unit_kinds` name.
    public static func read(_ text: String, file: String, units: [UnitDefinition]) throws(DemoError) -> [PublishedFigure] {
        guard let root = try? Yams.compose(yaml: text), let list = root.mapping?["figures"]?.array() else {
            throw DemoError(file: file, line: 1, what: .unreadable)
        }
        var figures: [PublishedFigure] = []
        for node in list {
            func text(_ key: String) -> String? { node.mapping?[Node(key)]?.scalar?.string }
            guard let label = text("label"), let value = text("value") else {
                throw DemoError(file: file, line: node.mark?.line ?? 1, what: .missing("label, value"))
            }
            let answer: PublishedFigure.Answer
            if let name = text("indicator") {
                guard let figure = FigureName(name) else {
                    throw DemoError(file: file, line: node.mark?.line ?? 1, what: .unknown(name))
                }
                answer = .indicator(figure)
            } else if let why = text("not_counted") {
                answer = .notCounted(why: why)
            } else if let why = text("explained") {
                answer = .explained(why: why)
            } else {
                answer = .open
            }
            var few = Set(node.mapping?["units"]?.array().compactMap(\.string) ?? [])
            if let unknown = few.subtracting(units.map(\.id)).min() {
                throw DemoError(file: file, line: node.mark?.line ?? 1, what: .unknown(unknown))
            }
            for kind in node.mapping?["unit_kinds"]?.array().compactMap(\.string) ?? [] {
                let those = units.filter { $0.kind == kind }.map(\.id)
                if those.isEmpty { throw DemoError(file: file, line: node.mark?.line ?? 1, what: .unknown(kind)) }
                few.formUnion(those)
            }
            figures.append(
                PublishedFigure(
                    line: node.mapping?["line"]?.int ?? 0, label: label, value: value, unit: text("unit") ?? "",
                    bound: text("bound").flatMap(PublishedFigure.Bound.init(rawValue:)) ?? .exact, units: few, answer: answer))
        }
        return figures
    }
}

import Assessment
import Yams

/// An invented edition of the demo, with what is put to its items.
public struct DemoAssessment: Sendable {
    struct Item: Sendable {
        var item: EditionItem
        var unit: String?
        var figure: String?
        var target: FigureTarget?
        var files: [String]
        /// Registers of which one record is linked.
        var records: [String]
        var score: Int?
        var note: String
        var review: Int?
        var reviewNote: String
    }

    var name: String
    var title: String
    var year: Int
    var exempt: Set<String>
    var items: [Item]
    /// The edition before it, whose links go over by the mapping.
    var carriesFrom: String?
    var mapping: [String: [String]]

    /// The editions of a demo file's `assessments`.
    static func read(_ node: Node?, file: String) throws(DemoError) -> [DemoAssessment] {
        var found: [DemoAssessment] = []
        for edition in node?.array() ?? [] {
            func text(_ node: Node, _ key: String) throws(DemoError) -> String {
                guard let text = node.mapping?[Node(key)]?.string else {
                    throw DemoError(file: file, line: node.mark?.line ?? 1, what: .missing(key))
                }
                return text
            }
            func list(_ node: Node, _ key: String) -> [String] { node.mapping?[Node(key)]?.array().compactMap(\.string) ?? [] }
            var items: [Item] = []
            for node in edition.mapping?["items"]?.array() ?? [] {
                func some(_ key: String) -> String? { node.mapping?[Node(key)]?.string }
                items.append(
                    Item(
                        item: EditionItem(
                            first: try text(node, "first"), second: try text(node, "second"), number: try text(node, "number"),
                            text: try text(node, "text"), mode: some("mode").flatMap(EditionItem.Mode.init(rawValue:)),
                            weight: some("weight").flatMap { Score.hundredths($0) }),
                        unit: some("unit"), figure: some("figure"), target: some("target").flatMap(target),
                        files: list(node, "files"), records: list(node, "records"),
                        score: some("score").flatMap { Score.hundredths($0) }, note: some("note") ?? "",
                        review: some("review").flatMap { Score.hundredths($0) }, reviewNote: some("review_note") ?? ""))
            }
            var mapping: [String: [String]] = [:]
            for (old, new) in edition.mapping?["map"]?.mapping ?? [:] {
                mapping[old.string ?? ""] = new.array().compactMap(\.string)
            }
            found.append(
                DemoAssessment(
                    name: try text(edition, "name"), title: try text(edition, "title"),
                    year: edition.mapping?["year"]?.int ?? 0, exempt: Set(list(edition, "exempt")), items: items,
                    carriesFrom: edition.mapping?["carry_from"]?.string, mapping: mapping))
        }
        return found
    }

    /// `at_least 95.5`
    private static func target(_ text: String) -> FigureTarget? {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 2 else { return nil }
        return FigureTarget.Comparison(rawValue: parts[0]).flatMap { FigureTarget($0, text: parts[1]) }
    }
}

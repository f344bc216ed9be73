import LegalTime
import Yams

/// A node of a YAML file with its place; what cannot be read as asked is reported and comes back as nil.
struct NodeReader {
    let node: Node
    let file: String
    /// The key under which the node stands, for messages.
    let key: String
    let problems: ProblemList

    var place: SourcePlace { SourcePlace(file: file, line: Swift.max(1, node.mark?.line ?? 1)) }
    var isMapping: Bool { node.mapping != nil }
    var isList: Bool { node.sequence != nil }

    func report(_ reason: DefinitionProblem.Reason, suggestion: String? = nil) {
        problems.add(place, reason, suggestion: suggestion)
    }

    func reportShape(_ expected: String) { report(.wrongShape(key: key, expected: expected)) }

    /// The scalar as written, without blanks at its ends; nil for lists and mappings.
    var scalar: String? {
        guard case .scalar(let scalar) = node else { return nil }
        return NodeReader.trimmed(scalar.string)
    }

    static func trimmed(_ text: String) -> String {
        // Most texts begin and end with a printing ASCII character.
        if let first = text.utf8.first, let last = text.utf8.last, (33...126).contains(first), (33...126).contains(last) {
            return text
        }
        var part = text[...]
        while part.first?.isWhitespace ?? false { part.removeFirst() }
        while part.last?.isWhitespace ?? false { part.removeLast() }
        return String(part)
    }

    /// A text that is not empty.
    func text() -> String? {
        guard let scalar, !scalar.isEmpty else {
            reportShape("text")
            return nil
        }
        return scalar
    }

    /// A label; an empty one is a mistake of its own.
    func label(of path: String) -> String? {
        guard let scalar else {
            reportShape("text")
            return nil
        }
        guard !scalar.isEmpty else {
            report(.emptyLabel(path))
            return nil
        }
        return scalar
    }

    /// A snake_case name.
    func name() -> String? {
        guard let text = text() else { return nil }
        guard NameRule.isName(text) else {
            report(.badName(text))
            return nil
        }
        return text
    }

    func integer(_ range: ClosedRange<Int> = 0...Int.max) -> Int? {
        guard let scalar, let value = Int(scalar), range.contains(value) else {
            let bounds =
                range.upperBound == Int.max ? "integer>=\(range.lowerBound)" : "integer \(range.lowerBound)...\(range.upperBound)"
            reportShape(bounds)
            return nil
        }
        return value
    }

    func flag() -> Bool? {
        switch scalar {
        case "true": return true
        case "false": return false
        default:
            reportShape("true|false")
            return nil
        }
    }

    func choice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type = Choice.self) -> Choice?
    where Choice.RawValue == String {
        guard let text = text() else { return nil }
        if let value = Choice(rawValue: text) { return value }
        reportChoice(text, allowed: Choice.allCases.map(\.rawValue))
        return nil
    }

    func choice(of allowed: [String]) -> String? {
        guard let text = text() else { return nil }
        if allowed.contains(text) { return text }
        reportChoice(text, allowed: allowed)
        return nil
    }

    private func reportChoice(_ text: String, allowed: [String]) {
        report(.unknownValue(key: key, value: text, allowed: allowed), suggestion: NearName.nearest(to: text, in: allowed))
    }

    /// A name of a set; a name outside it is reported with the nearest one.
    func reference(_ kind: String, in names: NameSet) -> String? {
        guard let text = text() else { return nil }
        guard names.contains(text) else {
            report(.unknown(kind: kind, name: text), suggestion: NearName.nearest(to: text, in: names.names))
            return nil
        }
        return text
    }

    func basis() -> LegalBasis? {
        guard let text = text() else { return nil }
        let parts = text.split(separator: "#", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && !$0.contains(where: \.isWhitespace) }) else {
            reportShape("law#article")
            return nil
        }
        return LegalBasis(text)
    }

    /// The members of a list.
    func items() -> [NodeReader] {
        guard let sequence = node.sequence else {
            reportShape("list")
            return []
        }
        return sequence.map { NodeReader(node: $0, file: file, key: key, problems: problems) }
    }

    /// The members of a list, or the single value that stands in its place.
    func itemsOrOne() -> [NodeReader] { isList ? items() : [self] }

    /// The pairs of a mapping with free keys; nil and a report when it is none.
    func pairs() -> [(key: NodeReader, name: String, value: NodeReader)]? {
        guard let mapping = node.mapping else {
            reportShape("mapping")
            return nil
        }
        var pairs: [(key: NodeReader, name: String, value: NodeReader)] = []
        for (keyNode, valueNode) in mapping {
            let keyReader = NodeReader(node: keyNode, file: file, key: key, problems: problems)
            guard let name = keyReader.text() else { continue }
            pairs.append((keyReader, name, NodeReader(node: valueNode, file: file, key: name, problems: problems)))
        }
        return pairs
    }

    /// A mapping with closed keys.
    func mapping(_ keys: [String]) -> MappingReader? { MappingReader(self, keys: keys) }
}

/// What names look like.
enum NameRule {
    /// `snake_case`, ASCII, beginning with a letter; two underscores divide the names of tables.
    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, (97...122).contains(first), text.utf8.count <= 60, !text.contains("__") else {
            return false
        }
        return text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    }

    /// A code may begin with a digit; `set` and `unset` are words of conditions.
    static func isCode(_ text: String) -> Bool {
        guard let first = text.utf8.first, first != 95, text != "set", text != "unset" else { return false }
        return isName("a" + text)
    }

    /// Districts and units may have hyphens.
    static func isPlaceName(_ text: String) -> Bool {
        guard text.utf8.first != 45, text.utf8.last != 45 else { return false }
        return isName(String(text.map { $0 == "-" ? "_" : $0 }))
    }

    /// The words that the engine's own columns and the conditions take.
    static let taken: Set<String> = [
        "id", "number", "state", "owner", "revision", "serial", "district", "rid", "created_at", "created_by", "passed",
        "updated_at",
        "updated_by", "ever",
        "deadline", "any_of", "all_of", "not",
    ]

    /// Further words that the tables of rows take.
    static let takenInRows: Set<String> = ["parent", "ordinal"]

    /// Words of SQL that neither SQLite nor PostgreSQL takes for a column.
    static let sql: Set<String> = [
        "all", "alter", "analyse", "analyze", "and", "any", "array", "as", "asc", "asymmetric", "between", "both", "case",
        "cast", "check", "collate", "column", "commit", "constraint", "create", "cross", "current_date", "current_time",
        "current_timestamp", "current_user", "default", "deferrable", "delete", "desc", "distinct", "do", "drop", "else",
        "end", "escape", "except", "exists", "fetch", "for", "foreign", "freeze", "from", "full", "grant", "group", "having",
        "if", "ilike", "in", "index", "indexed", "initially", "inner", "insert", "intersect", "into", "is", "isnull", "join",
        "lateral", "leading", "left", "like", "limit", "localtime", "localtimestamp", "natural", "nothing", "notnull",
        "null", "offset", "on", "only", "or", "order", "outer", "overlaps", "placing", "primary", "references", "returning",
        "right", "select", "session_user", "similar", "some", "symmetric", "table", "tablesample", "then", "to", "trailing",
        "transaction", "union", "unique", "update", "user", "using", "values", "variadic", "verbose", "when", "where",
        "window", "with",
    ]

    /// Whether a field may have the name: `x_` begins the columns of overlays.
    static func isFree(_ name: String, inRows: Bool) -> Bool {
        !taken.contains(name) && !sql.contains(name) && !(inRows && takenInRows.contains(name)) && !name.hasPrefix("x_")
    }
}

/// Known names of one kind. An open set stands for names that could not all be read; it contains everything.
struct NameSet {
    var names: [String] = []
    var isOpen = false
    private var index: Set<String> = []

    init(_ names: [String] = [], isOpen: Bool = false) {
        self.names = names
        self.isOpen = isOpen
        index = Set(names)
    }

    static let open = NameSet(isOpen: true)

    func contains(_ name: String) -> Bool { isOpen || index.contains(name) }

    mutating func insert(_ name: String) {
        if index.insert(name).inserted { names.append(name) }
    }
}

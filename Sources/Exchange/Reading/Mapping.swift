import Definitions
import Records
import Yams

/// How a sheet that an office keeps in its own form answers to a register.
public struct Mapping: Sendable, Equatable {
    /// The moves that an imported row is made to take.
    public enum Moves: Sendable, Equatable {
        /// As far as its fields are filled.
        case asFilled
        /// Of these only, as far as its fields are filled; empty: registered only.
        case only([String])
    }

    /// Name of the sheet; nil: the one whose header fits best.
    public var sheet: String?
    /// The year of dates that are written without one.
    public var year: Int?
    /// Targets by header.
    public var columns: [String: ColumnTarget]
    /// By field path (`field`, `rows.child`): what a cell says, folded, and what it means.
    public var codes: [String: [String: String]]
    /// Values that the sheet does not write down, in the order given.
    public var constants: [(target: ColumnTarget, text: String)]
    public var moves: Moves
    /// Fields by whose values a row meets a record that is there; empty: by its number.
    public var key: [String] = []
    /// By field path: the words of `codes` as they are spelled, so that several in one cell can be told apart.
    public var spelled: [String: Set<String>] = [:]
    /// Field paths whose amounts are in 万元.
    public var tenThousands: Set<String> = []

    public init(
        sheet: String? = nil, year: Int? = nil, columns: [String: ColumnTarget] = [:], codes: [String: [String: String]] = [:],
        constants: [(target: ColumnTarget, text: String)] = [], moves: Moves = .asFilled
    ) {
        self.sheet = sheet
        self.year = year
        self.columns = columns
        self.codes = codes
        self.constants = constants
        self.moves = moves
    }

    public static let none = Mapping()

    public static func == (a: Self, b: Self) -> Bool {
        a.sheet == b.sheet && a.year == b.year && a.columns == b.columns && a.codes == b.codes && a.moves == b.moves
            && a.key == b.key && a.spelled == b.spelled && a.tenThousands == b.tenThousands
            && a.constants.map(\.target) == b.constants.map(\.target) && a.constants.map(\.text) == b.constants.map(\.text)
    }
}

/// What is wrong with a mapping file, by line.
public struct MappingProblem: Error, Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
        case unreadable
        /// A field, path, move or key that the register does not have.
        case unknown(String)
    }
    public var line: Int
    public var reason: Reason
}

extension Mapping {
    /// Reads a mapping file; every mistake is reported.
    public static func read(_ text: String, for register: RegisterDefinition) -> (mapping: Mapping, problems: [MappingProblem]) {
        var reader = MappingReader(register: register)
        let root: Node?
        do { root = try Yams.compose(yaml: text) } catch {
            let line = (error as? YamlError).flatMap(Self.line) ?? 1
            return (.none, [MappingProblem(line: line, reason: .unreadable)])
        }
        guard let root, let map = root.mapping else { return (.none, [MappingProblem(line: 1, reason: .unreadable)]) }
        for (key, value) in map { reader.read(key, value) }
        return (reader.mapping, reader.problems)
    }

    private static func line(_ error: YamlError) -> Int? {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: nil
        }
    }
}

private struct MappingReader {
    let register: RegisterDefinition
    var mapping = Mapping()
    var problems: [MappingProblem] = []

    mutating func unknown(_ node: Node, _ text: String) {
        problems.append(MappingProblem(line: node.mark?.line ?? 1, reason: .unknown(text)))
    }

    mutating func read(_ key: Node, _ value: Node) {
        switch key.string ?? "" {
        case "register":
            if value.string != register.name { unknown(value, value.string ?? "") }
        case "sheet": mapping.sheet = value.string
        case "year": mapping.year = value.int
        case "columns":
            for (header, path) in value.mapping ?? [:] {
                if let target = target(path) { mapping.columns[header.string ?? ""] = target }
            }
        case "codes": codes(value)
        case "constants":
            for (path, text) in value.mapping ?? [:] {
                if let target = target(path) { mapping.constants.append((target, text.scalar?.string ?? "")) }
            }
        case "key": keyFields(value)
        case "then": moves(value)
        default: unknown(key, key.string ?? "")
        }
    }

    private mutating func target(_ node: Node) -> ColumnTarget? {
        let path = node.scalar?.string ?? ""
        if let target = ColumnTarget(path: path, in: register) { return target }
        unknown(node, path)
        return nil
    }

    private mutating func codes(_ node: Node) {
        for (path, texts) in node.mapping ?? [:] {
            guard register.field(at: FieldPath(path.string ?? "")) != nil else {
                unknown(path, path.string ?? "")
                continue
            }
            for (text, meaning) in texts.mapping ?? [:] {
                let word = text.scalar?.string ?? ""
                mapping.codes[path.string ?? "", default: [:]][ColumnNames.folded(word)] = meaning.scalar?.string ?? ""
                mapping.spelled[path.string ?? "", default: []].insert(PlainText.trimmed(word))
            }
        }
    }

    private mutating func keyFields(_ node: Node) {
        for item in node.sequence.map(Array.init) ?? [node] {
            let name = item.scalar?.string ?? ""
            let field = register.field(name)
            if field == nil || field?.personal != nil || field?.type == .rows {
                unknown(item, name)
            } else {
                mapping.key.append(name)
            }
        }
    }

    private mutating func moves(_ node: Node) {
        guard let list = node.sequence else {
            switch node.scalar?.string {
            case "as_filled": mapping.moves = .asFilled
            case "none": mapping.moves = .only([])
            default: unknown(node, node.scalar?.string ?? "")
            }
            return
        }
        var names: [String] = []
        for item in list {
            let name = item.scalar?.string ?? ""
            if register.transition(name) == nil { unknown(item, name) } else { names.append(name) }
        }
        mapping.moves = .only(names)
    }
}

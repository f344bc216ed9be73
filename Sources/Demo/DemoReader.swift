import Yams

/// Reads `districts/<name>/demo.yaml` and each file of the folder `districts/<name>/demo`.
struct DemoReader {
    let file: String

    func read(_ text: String) throws(DemoError) -> DemoDeclaration {
        guard let root = try? Yams.compose(yaml: text), let map = root.mapping else {
            throw DemoError(file: file, line: 1, what: .unreadable)
        }
        var people: [DemoDeclaration.Person] = []
        for node in map["people"]?.array() ?? [] { people.append(try person(node)) }
        var pools: [String: [String]] = [:]
        for (key, value) in map["pools"]?.mapping ?? [:] { pools[key.string ?? ""] = value.array().compactMap(\.string) }
        var batches: [DemoDeclaration.Batch] = []
        for node in map["batches"]?.array() ?? [] { batches.append(try batch(node)) }
        var contributions: [DemoDeclaration.Contribution] = []
        for node in map["contributions"]?.array() ?? [] {
            contributions.append(
                .init(part: try self.text(node, "part"), unit: try self.text(node, "unit"), text: try self.text(node, "text")))
        }
        var declaration = DemoDeclaration(
            seed: UInt64(map["seed"]?.int ?? 1), people: people, pools: pools, batches: batches, contributions: contributions,
            outside: try outside(map["outside"]), drafts: try drafts(map["drafts"]),
            assessments: try DemoAssessment.read(map["assessments"], file: file))
        declaration.banks = try DemoExamReader(file: file).banks(map["banks"])
        declaration.exams = try DemoExamReader(file: file).exams(map["exams"], moves: moves)
        return declaration
    }

    func fail(_ node: Node, _ what: DemoError.What) -> DemoError {
        DemoError(file: file, line: node.mark?.line ?? 1, what: what)
    }

    func text(_ node: Node, _ key: String) throws(DemoError) -> String {
        guard let text = node.mapping?[Node(key)]?.string else { throw fail(node, .missing(key)) }
        return text
    }

    private func person(_ node: Node) throws(DemoError) -> DemoDeclaration.Person {
        var grants: [(role: String, unit: String, registers: [String], offices: [String])] = []
        for grant in node.mapping?["grants"]?.array() ?? [] {
            grants.append(
                (
                    try text(grant, "role"), try text(grant, "unit"),
                    grant.mapping?["registers"]?.array().compactMap(\.string) ?? [],
                    grant.mapping?["offices"]?.array().compactMap(\.string) ?? []
                ))
        }
        return DemoDeclaration.Person(
            login: try text(node, "login"), name: try text(node, "name"), unit: try text(node, "unit"), grants: grants,
            isShown: node.mapping?["shown"]?.bool ?? false)
    }

    private func batch(_ node: Node) throws(DemoError) -> DemoDeclaration.Batch {
        var variants: [DemoDeclaration.Variant] = []
        for variant in node.mapping?["variants"]?.array() ?? [] {
            guard let count = variant.mapping?["count"]?.int else { throw fail(variant, .missing("count")) }
            variants.append(
                DemoDeclaration.Variant(
                    count: count, isLast: variant.mapping?["last"]?.bool ?? false, take: variant.mapping?["take"]?.int,
                    fields: try fields(variant.mapping?["fields"]),
                    moves: try moves(variant.mapping?["moves"])))
        }
        return DemoDeclaration.Batch(
            register: try text(node, "register"), name: node.mapping?["name"]?.string,
            continues: node.mapping?["continues"]?.string, isLate: node.mapping?["late"]?.bool ?? false,
            eachUnit: node.mapping?["each_unit"]?.string,
            count: node.mapping?["count"]?.int ?? 1, fields: try fields(node.mapping?["fields"]),
            moves: try moves(node.mapping?["moves"]),
            variants: variants)
    }

    func moves(_ node: Node?) throws(DemoError) -> [DemoDeclaration.Move] {
        var moves: [DemoDeclaration.Move] = []
        for move in node?.array() ?? [] {
            var on: ValueRecipe?
            if let day = move.mapping?["on"] { on = try recipe(day) }
            moves.append(
                DemoDeclaration.Move(
                    transition: move.mapping?["move"]?.string, fields: try fields(move.mapping?["fields"]),
                    note: move.mapping?["note"]?.string, by: move.mapping?["by"]?.string,
                    referral: try fields(move.mapping?["opens"]?.mapping?["fields"]),
                    opened: move.mapping?["opens"]?.mapping?["name"]?.string, on: on))
        }
        return moves
    }

    /// Fields in order; `<<` takes over another mapping, and what is named again replaces it in its place.
    func fields(_ node: Node?) throws(DemoError) -> [(String, ValueRecipe)] {
        var fields: [(String, ValueRecipe)] = []
        for (key, value) in node?.mapping ?? [:] {
            let name = key.string ?? ""
            let named = name == "<<" ? try self.fields(value) : [(name, try recipe(value))]
            for (name, recipe) in named {
                if let known = fields.firstIndex(where: { $0.0 == name }) {
                    fields[known] = (name, recipe)
                } else {
                    fields.append((name, recipe))
                }
            }
        }
        return fields
    }

    private func range(_ node: Node) throws(DemoError) -> ClosedRange<Int> {
        let bounds = node.array().compactMap(\.int)
        guard bounds.count == 2, bounds[0] <= bounds[1] else { throw fail(node, .missing("[from, through]")) }
        return bounds[0]...bounds[1]
    }

    private static let forms: Set = ["pick", "cycle", "between", "after", "number", "made", "sometimes", "file"]

    private func recipe(_ node: Node) throws(DemoError) -> ValueRecipe {
        if let scalar = node.scalar { return .template(scalar.string) }
        if let list = node.sequence {
            var rows: [[(String, ValueRecipe)]] = []
            for row in list { rows.append(try fields(row)) }
            return .rows(rows)
        }
        guard let map = node.mapping, let (key, value) = map.first(where: { Self.forms.contains($0.key.string ?? "") }) else {
            throw fail(node, .unknown("value"))
        }
        let first = key.string ?? ""
        switch first {
        case "pick", "cycle":
            var choices: [ValueRecipe] = []
            for choice in value.array() { choices.append(try recipe(choice)) }
            return first == "pick" ? .pick(choices) : .cycle(choices)
        case "between":
            let days = value.array().compactMap { $0.scalar?.string }
            guard days.count == 2 else { throw fail(node, .missing("[from, through]")) }
            return .between(days[0], days[1])
        case "after": return .after(field: value.string ?? "", days: try range(map["days"] ?? node))
        case "number": return .number(try range(value))
        case "made": return .made(batch: value.string ?? "", sameOwnerAs: map["same_owner_as"]?.string)
        case "file": return .file(value.string ?? "")
        default:
            guard let percent = value.int, let then = map["then"] else { throw fail(node, .missing("then")) }
            return .sometimes(percent: percent, try recipe(then))
        }
    }
}

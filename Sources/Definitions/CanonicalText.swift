import Crypto
import LegalTime

/// A definition written in one way only, as JSON in the keys of the form, so that the text can be loaded again; the standards that
/// it uses, which are files of their own, stand at its end.
///
/// Comments, blanks, quoting, the order of keys and the place in the file do not show in it; defaults are left out.
public enum CanonicalText {
    /// The canonical text of a register, overlays included.
    public static func text(of register: RegisterDefinition) -> String {
        let standards = register.standards.values.sorted { $0.name < $1.name }
        let graded = Set(standards.map(\.gradeList))
        let parts: [(String, CanonicalValue?)] = [
            ("register", .text(register.name)), ("label", .text(register.label)), ("summary", .text(register.summary)),
            ("owner", .text(register.owner)), ("office", .text(register.office)),
            ("business", register.business.isEmpty ? nil : .texts(register.business)),
            ("heading", register.heading.map { .text($0) }),
            ("number", .map([("pattern", .text(register.number.pattern)), ("year_of", .text(register.number.yearOf))])),
            ("version_by", .texts(register.versionBy)), ("fields", .list(register.fields.map(\.canonical))),
            (
                "codes",
                .map(
                    register.codes.values.filter { !graded.contains($0.name) }.sorted { $0.name < $1.name }
                        .map { ($0.name, .list($0.entries.map(\.canonical))) })
            ),
            ("states", .list(register.states.map(\.canonical))),
            ("transitions", .list(register.transitions.map { $0.canonical(in: register) })),
            ("deadlines", .list(register.deadlines.map { $0.canonical(in: register) })),
            ("indicators", .list(register.indicators.map { $0.canonical(in: register) })),
            ("breakdowns", .texts(register.breakdowns)),
            ("form", .list(register.form.map { .map([("section", .text($0.title)), ("fields", .texts($0.fields))]) })),
            ("list", register.list.canonical), ("publication", register.publication.canonical(in: register)),
            ("retention", register.retention.canonical),
            ("letters", register.letters.isEmpty ? nil : .list(register.letters.map(\.canonical))),
            ("recordings", register.recordings?.canonical(in: register)),
            ("exam", register.exam?.canonical),
            ("consultation", register.consultation?.canonical),
            ("draws", register.draws.isEmpty ? nil : .list(register.draws.map { $0.canonical(in: register) })),
            ("requests", register.requests.isEmpty ? nil : .list(register.requests.map(\.canonical))),
            ("file", register.file.canonical), ("dated", register.dated?.canonical),
            ("standards", standards.isEmpty ? nil : .list(standards.map(\.canonical))),
        ]
        let lines = parts.compactMap { key, value in value.map { "\(CanonicalValue.quoted(key)): \($0.block)" } }
        return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
    }

    /// SHA-256 of a text, in hex.
    public static func digest(of text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// JSON with its keys in the order given.
indirect enum CanonicalValue {
    case text(String)
    case integer(Int64)
    case bool(Bool)
    case list([CanonicalValue])
    case map([(String, CanonicalValue)])
    /// Written on one line before, in the units of another register.
    case written(String)

    static func texts(_ texts: [String]) -> CanonicalValue { .list(texts.map { .text($0) }) }

    /// A mapping without the keys that have no value.
    static func given(_ pairs: [(String, CanonicalValue?)]) -> CanonicalValue {
        .map(pairs.compactMap { key, value in value.map { (key, $0) } })
    }

    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _
            where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || [0x2028, 0x2029, 0xFEFF].contains(scalar.value):
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// On one line.
    var line: String {
        switch self {
        case .text(let text): Self.quoted(text)
        case .integer(let value): String(value)
        case .bool(let value): value ? "true" : "false"
        case .list(let items): "[" + items.map(\.line).joined(separator: ", ") + "]"
        case .written(let line): line
        case .map(let pairs): "{" + pairs.map { "\(Self.quoted($0)): \($1.line)" }.joined(separator: ", ") + "}"
        }
    }

    /// Lists of mappings with one member a line.
    var block: String {
        switch self {
        case .list(let items) where items.contains { if case .map = $0 { true } else { false } }:
            "[\n" + items.map { "  " + $0.line }.joined(separator: ",\n") + "\n]"
        default: line
        }
    }
}

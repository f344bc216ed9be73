import Definitions
import LegalTime
import Records

/// The versions of the items of dated lists. Rows are only ever added: a correction is a further row under the same ordinal.
public enum VersionTable {
    public static func append(
        _ version: ItemVersion, of record: String, register: RegisterDefinition, district: String, in session: any Session
    ) throws {
        try session.execute(
            Statement(
                """
                INSERT INTO item_version (district, record, sequence, register, ordinal, from_day, transition, at, by, body)
                VALUES (?, ?, (SELECT COALESCE(max(v.sequence), 0) + 1 FROM item_version v WHERE v.district = ? AND v.record = ?), ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .text(district), .text(record), .text(district), .text(record), .text(register.name),
                    .integer(Int64(version.ordinal)), .text(version.from.iso), SQLValue(version.transition),
                    .integer(version.at.milliseconds), .text(version.by), .text(body(version.values)),
                ]))
    }

    /// The versions kept of one record, in order; personal values sealed.
    public static func versions(of record: String, register: RegisterDefinition, district: String, in session: any Session)
        throws -> [ItemVersion]
    {
        try versions(ofRecords: [record], register: register, district: district, in: session)[record] ?? []
    }

    /// The same of several records.
    public static func versions(
        ofRecords ids: [String], register: RegisterDefinition, district: String, in session: any Session
    ) throws -> [String: [ItemVersion]] {
        var found: [String: [ItemVersion]] = [:]
        for start in stride(from: 0, to: ids.count, by: 500) {
            let statement =
                Statement(
                    "SELECT record, ordinal, from_day, transition, at, by, body FROM item_version WHERE district = ? AND record IN ",
                    [.text(district)]) + .list(Array(ids[start..<min(start + 500, ids.count)]))
                + Statement(" ORDER BY record, sequence")
            try session.query(statement) { row in
                guard let from = row.text(2).flatMap(Day.init(iso:)) else {
                    throw StoreError.unreadableRow(table: "item_version", column: "from_day")
                }
                found[row.text(0) ?? "", default: []].append(
                    ItemVersion(
                        ordinal: Int(row.integer(1) ?? 0), from: from, transition: row.text(3),
                        at: Instant(milliseconds: row.integer(4) ?? 0), by: row.text(5) ?? "",
                        values: values(row.text(6) ?? "", register)))
            }
        }
        return found
    }

    // MARK: Body

    private static let unitSeparator: Character = "\u{1F}"

    /// One line a value: its field, a letter for its kind, and the value as its column would hold it.
    static func body(_ values: [String: Value]) -> String {
        values.sorted { $0.key < $1.key }.compactMap { name, value -> String? in
            let text: String?
            if case .list(let ids) = value {
                text = "l" + ids.joined(separator: String(unitSeparator))
            } else {
                switch RecordTable.stored(value) {
                case .text(let plain):
                    text = "t" + plain.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\r", with: "\\r")
                case .integer(let number): text = "i" + String(number)
                case .blob(let bytes): text = "b" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
                default: text = nil
                }
            }
            return text.map { name + "\t" + $0 }
        }.joined(separator: "\n")
    }

    /// Fields that the register no longer has are passed over; one that was renamed is found by its former name.
    static func values(_ body: String, _ register: RegisterDefinition) -> [String: Value] {
        var values: [String: Value] = [:]
        for line in body.split(separator: "\n") {
            let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let kind = parts[1].first else { continue }
            let name = String(parts[0])
            guard let field = register.field(name) ?? register.fields.first(where: { $0.was == name }) else { continue }
            values[field.name] = value(kind, String(parts[1].dropFirst()), field)
        }
        return values
    }

    private static func value(_ kind: Character, _ text: String, _ field: FieldDefinition) -> Value? {
        switch kind {
        case "l": return .list(text.split(separator: unitSeparator).map(String.init))
        case "b":
            let digits = Array(text.utf8)
            let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
                UInt8(String(decoding: digits[$0...($0 + 1)], as: UTF8.self), radix: 16)
            }
            return .sealed(bytes)
        case "i":
            guard let number = Int64(text) else { return nil }
            switch field.type {
            case .bool: return .bool(number != 0)
            case .moment: return .moment(Instant(milliseconds: number))
            default: return .integer(number)
            }
        default:
            let plain = unescaped(text)
            return field.type == .date ? Day(iso: plain).map(Value.day) : .text(plain)
        }
    }

    private static func unescaped(_ text: String) -> String {
        guard text.contains("\\") else { return text }
        var plain = ""
        var isEscaped = false
        for character in text {
            switch (character, isEscaped) {
            case ("\\", false):
                isEscaped = true
                continue
            case ("n", true): plain.append("\n")
            case ("r", true): plain.append("\r")
            default: plain.append(character)
            }
            isEscaped = false
        }
        return plain
    }
}

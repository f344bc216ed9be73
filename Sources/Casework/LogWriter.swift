import Definitions
import LegalTime
import Records
import Store
import Vault

/// Writes one act into the hash-chained log: who, when, what before and after; personal values as commitments.
struct LogWriter {
    let keys: KeyRing
    let district: String

    struct Entry {
        var actor: String
        var act: String
        var at: Instant
        var register: RegisterDefinition?
        var record: String
        var revision: Int64
        /// What besides the changed values: transition, states, number.
        var facts: [String: String]
        /// What somebody wrote to the act, by `note` or `reason`: people are named in it, so it is concealed like a personal value.
        var remarks: [String: String] = [:]
        var before: [String: Value]
        var after: [String: Value]
    }

    func append(_ entry: Entry, in session: any Transaction) throws {
        let stored = try LogTable.head(district: district, in: session)
        var head = stored.map { ChainHead(district: district, sequence: $0.sequence, hash: $0.hash) } ?? .start(of: district)
        var concealed: [(String, CommittedValue)] = []
        var key: RecordKey?
        func conceal(_ text: String, path: String, field: String, row: String?) throws -> CanonicalValue {
            let place = RecordPlace(district: district, register: entry.register?.name ?? "", record: entry.record)
            let known = try key ?? recordKey(place, session)
            key = known
            let value = try keys.conceal(
                Array(text.utf8), bound: Binding(place: place, field: "log:\(field)", row: row), under: known)
            concealed.append((path, value))
            return value.logged
        }
        var payload = entry.facts.mapValues(CanonicalValue.text)
        for (name, text) in entry.remarks {
            let path = Self.path(ofRemark: name)
            payload[name] = try conceal(text, path: path, field: path, row: nil)
        }
        if let register = entry.register {
            payload["changes"] = .map(
                try changes(entry, register) { try conceal(PersonalFields.encode($0), path: $1, field: $2, row: $3) })
        }
        let chained = ChainedEntry(
            district: district, sequence: 0, at: entry.at.milliseconds, actor: entry.actor, act: entry.act,
            register: entry.register?.name ?? "",
            record: entry.record, revision: entry.revision, definitionDigest: Self.bytes(hex: entry.register?.digest ?? ""),
            payload: payload)
        let (encoded, hash) = head.append(chained)
        try LogTable.append(
            LogTable.Entry(
                sequence: head.sequence, hash: hash, body: encoded, register: chained.register, record: entry.record,
                actor: entry.actor, act: entry.act,
                at: entry.at.milliseconds), district: district, in: session)
        for (path, value) in concealed {
            try LogTable.keep(
                path: path, of: head.sequence, record: entry.record, salt: value.salt, ciphertext: value.sealed,
                district: district, in: session)
        }
    }

    /// Where a note or reason lies beside the log; a field's path has no colon.
    static func path(ofRemark name: String) -> String { "remark:\(name)" }

    /// Path to `{before, after}`; a personal value is `{after: commitment}` and lies beside the log under the record's key.
    private func changes(
        _ entry: Entry, _ register: RegisterDefinition,
        conceal: (_ value: Value, _ path: String, _ field: String, _ row: String?) throws -> CanonicalValue
    ) throws -> [String: CanonicalValue] {
        var changes: [String: CanonicalValue] = [:]
        for field in register.fields {
            let before = entry.before[field.name]
            let after = entry.after[field.name]
            guard before != after else { continue }
            if field.personal != nil {
                changes[field.name] = .map([
                    "after": try after.map { try conceal($0, field.name, field.name, nil) } ?? .null
                ])
            } else if field.type == .rows {
                changes[field.name] = try rowChanges(field, before?.rows ?? [], after?.rows ?? []) { value, child, row in
                    try conceal(value, "\(field.name).\(row).\(child)", "\(field.name).\(child)", row)
                }
            } else {
                changes[field.name] = .map(["before": Self.canonical(before), "after": Self.canonical(after)])
            }
        }
        return changes
    }

    private func rowChanges(
        _ field: FieldDefinition, _ before: [Row], _ after: [Row], conceal: (Value, String, String) throws -> CanonicalValue
    ) throws
        -> CanonicalValue
    {
        let old = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var changed: [String: CanonicalValue] = [:]
        for row in after where old[row.id] != row {
            var values: [String: CanonicalValue] = [:]
            for child in field.fields where old[row.id]?.values[child.name] != row.values[child.name] {
                let value = row.values[child.name]
                if child.personal != nil {
                    values[child.name] = .map(["after": try value.map { try conceal($0, child.name, row.id) } ?? .null])
                } else {
                    values[child.name] = .map([
                        "before": Self.canonical(old[row.id]?.values[child.name]), "after": Self.canonical(value),
                    ])
                }
            }
            changed[row.id] = .map(values)
        }
        let kept = Set(after.map(\.id))
        for row in before where !kept.contains(row.id) { changed[row.id] = .text("removed") }
        return .map(changed)
    }

    func recordKey(_ place: RecordPlace, _ session: any Transaction) throws -> RecordKey {
        if let wrapped = try LogTable.wrappedKey(of: place.record, district: district, in: session) {
            return try keys.unwrap(wrapped, for: place)
        }
        let key = keys.newRecordKey()
        try LogTable.keepKey(try keys.wrap(key, for: place), of: place.record, district: district, in: session)
        return key
    }

    static func canonical(_ value: Value?) -> CanonicalValue {
        switch value {
        case nil: .null
        case .text(let text): .text(text)
        case .integer(let number): .int(number)
        case .bool(let bool): .bool(bool)
        case .list(let ids): .list(ids.map(CanonicalValue.text))
        case .some(let other): .text(PersonalFields.encode(other))
        }
    }

    static func bytes(hex: String) -> [UInt8] {
        let digits = Array(hex.utf8)
        return stride(from: 0, to: digits.count - 1, by: 2).map { place in
            UInt8(String(decoding: digits[place...place + 1], as: UTF8.self), radix: 16) ?? 0
        }
    }
}

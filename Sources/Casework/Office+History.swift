import Access
import Definitions
import LegalTime
import Records
import Store
import Vault

/// One entry of a record's history.
public struct HistoryEntry: Sendable, Hashable {
    public var sequence: Int64
    public var at: Instant
    public var by: String
    public var act: String
    public var revision: Int64
    /// Transition, states; reason and note, which are `***` for those who do not see personal values in clear.
    public var facts: [String: String]
    public var changes: [Change]

    public struct Change: Sendable, Hashable {
        public var path: FieldPath
        public var row: String?
        /// nil where there was nothing, or where the value before was personal and stands in its own entry.
        public var before: Value?
        public var after: Value?
        public var isPersonal: Bool
    }
}

extension Office {
    /// Who did what to a record, in order; personal values in clear only for those who may see them.
    public func history(_ name: String, id: String, by actor: Actor) async throws(StoreError) -> [HistoryEntry]? {
        guard let table = table(name) else { return nil }
        return try await engine.read { session in
            guard let stored = try table.fetch(id: id, district: self.district.name, in: session),
                actor.scope.may(.history, in: name, unit: stored.owner)
            else { return nil }
            let sight = actor.scope.sight(ofPersonalIn: name, unit: stored.owner)
            return try LogTable.entries(ofRecord: id, district: self.district.name, in: session).map { entry in
                try self.historyEntry(entry, register: table.layout.register, sight: sight, in: session)
            }
        }
    }

    private func historyEntry(
        _ entry: LogTable.Entry, register: RegisterDefinition, sight: PersonalSight, in session: any Transaction
    ) throws -> HistoryEntry {
        let chained = try ChainedEntry(decoding: entry.body)
        var facts: [String: String] = [:]
        let secrets =
            sight == .hidden ? [:] : try revealed(entry, payload: chained.payload, register: register, sight: sight, in: session)
        for (key, value) in chained.payload {
            switch value {
            case .text(let text): facts[key] = text
            case .map(let parts):
                guard case .bytes? = parts["commitment"] else { continue }
                facts[key] = secrets[LogWriter.path(ofRemark: key)]?.text ?? "***"
            default: continue
            }
        }
        var changes: [HistoryEntry.Change] = []
        if case .map(let changed)? = chained.payload["changes"] {
            for field in register.fields {
                guard case .map(let values)? = changed[field.name] else { continue }
                if field.type == .rows {
                    for (row, value) in values.sorted(by: { $0.key < $1.key }) {
                        guard case .map(let children) = value else { continue }
                        changes += field.fields.compactMap { child in
                            children[child.name].map { change(child, path: "\(field.name).\(child.name)", row: row, $0, secrets) }
                        }
                    }
                } else {
                    changes.append(change(field, path: field.name, row: nil, .map(values), secrets))
                }
            }
        }
        return HistoryEntry(
            sequence: chained.sequence, at: Instant(milliseconds: chained.at), by: chained.actor, act: chained.act,
            revision: chained.revision, facts: facts,
            changes: changes)
    }

    private func change(
        _ field: FieldDefinition, path: String, row: String?, _ logged: CanonicalValue, _ secrets: [String: Value]
    ) -> HistoryEntry.Change {
        var before: Value?
        var after: Value?
        if case .map(let sides) = logged {
            if field.personal != nil {
                let key = row.map { "\(path.split(separator: ".").first ?? "").\($0).\(field.name)" } ?? path
                after = sides["after"] == .null || sides["after"] == nil ? nil : secrets[key] ?? .masked("***")
            } else {
                before = Self.value(sides["before"], field)
                after = Self.value(sides["after"], field)
            }
        }
        return HistoryEntry.Change(
            path: FieldPath(path), row: row, before: before, after: after, isPersonal: field.personal != nil)
    }

    private static func value(_ logged: CanonicalValue?, _ field: FieldDefinition) -> Value? {
        switch logged {
        case nil, .null: nil
        case .bool(let bool): .bool(bool)
        case .int(let number): .integer(number)
        case .text(let text): PersonalFields.decode(text, field)
        case .list(let ids): .list(ids.compactMap { if case .text(let id) = $0 { id } else { nil } })
        default: nil
        }
    }

    /// The personal values, notes and reasons beside an entry, by path, as this sight shows them.
    private func revealed(
        _ entry: LogTable.Entry, payload: [String: CanonicalValue], register: RegisterDefinition, sight: PersonalSight,
        in session: any Transaction
    ) throws -> [String: Value] {
        let kept = try LogTable.values(of: entry.sequence, district: district.name, in: session)
        guard !kept.isEmpty, let wrapped = try LogTable.wrappedKey(of: entry.record, district: district.name, in: session) else {
            return [:]
        }
        let place = RecordPlace(district: district.name, register: register.name, record: entry.record)
        guard let key = try? keys.unwrap(wrapped, for: place) else { return [:] }
        let remarks = Dictionary(payload.keys.map { (LogWriter.path(ofRemark: $0), $0) }, uniquingKeysWith: { first, _ in first })
        var values: [String: Value] = [:]
        for (path, salt, ciphertext) in kept {
            if let name = remarks[path] {
                guard let commitment = Self.commitment([name], in: payload) else { continue }
                let committed = CommittedValue(salt: salt, commitment: commitment, sealed: ciphertext)
                guard let bytes = try? keys.reveal(committed, bound: Binding(place: place, field: "log:\(path)"), under: key)
                else { continue }
                values[path] = .text(PersonalFields.remark(String(decoding: bytes, as: UTF8.self), sight: sight))
                continue
            }
            let parts = path.split(separator: ".").map(String.init)
            let field = parts.count == 3 ? register.field(at: FieldPath("\(parts[0]).\(parts[2])")) : register.field(path)
            guard let field, let mark = field.personal else { continue }
            let name = parts.count == 3 ? "log:\(parts[0]).\(parts[2])" : "log:\(path)"
            let binding = Binding(place: place, field: name, row: parts.count == 3 ? parts[1] : nil)
            guard let commitment = Self.commitment(["changes"] + parts + ["after"], in: payload) else { continue }
            let committed = CommittedValue(salt: salt, commitment: commitment, sealed: ciphertext)
            guard let bytes = try? keys.reveal(committed, bound: binding, under: key),
                let value = PersonalFields.decode(String(decoding: bytes, as: UTF8.self), field)
            else { continue }
            values[path] = sight == .clear ? value : Masking.mask(value, as: mark)
        }
        return values
    }

    /// The commitment that the log entry carries at a place; what lies beside the log must match it.
    private static func commitment(_ place: [String], in payload: [String: CanonicalValue]) -> [UInt8]? {
        var node: CanonicalValue? = .map(payload)
        for part in place + ["commitment"] {
            guard case .map(let values)? = node else { return nil }
            node = values[part]
        }
        if case .bytes(let bytes)? = node { return bytes }
        return nil
    }
}

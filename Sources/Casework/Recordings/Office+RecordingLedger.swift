import Access
import Definitions
import LegalTime
import Records
import Store

/// One page of the ledger of recordings (一案一刻录) of a register, with its counts.
public struct RecordingLedger: Sendable {
    public var page: RecordPage
    /// Of each record on the page, by id.
    public var recordings: [String: [Recording]]
    /// Rows without media of each record on the page.
    public var rowsWithout: [String: Int]
    /// Records that must have a recording, by owning unit, and how many of them have one.
    public var units: [Unit]

    public struct Unit: Sendable, Hashable {
        public var unit: String
        public var expected: Int
        public var kept: Int
    }

    public struct Recording: Sendable, Hashable {
        /// Without its name for whoever sees the field masked; size and hash are no personal values.
        public var file: Attachment?
        public var at: Instant?
        public var by: String?
    }

    /// Share of the records that must have a recording and have one.
    public var share: FigureValue {
        FigureValue(
            numerator: units.reduce(0) { $0 + Int64($1.kept) }, denominator: units.reduce(0) { $0 + Int64($1.expected) },
            decimals: 1, isPercent: true)
    }
}

extension Office {
    /// The records of a register that must have a recording, within what this person may see; nil for a register without the rule.
    ///
    /// - Parameters:
    ///   - isLacking: Only those that have none.
    ///   - request: Order, page and unit; its condition is replaced.
    public func recordingLedger(_ request: ListRequest, isLacking: Bool, by actor: Actor) async throws(StoreError)
        -> RecordingLedger?
    {
        guard let table = table(request.register), let rule = table.layout.register.recordings,
            let (field, media) = table.layout.register.recordingFields
        else { return nil }
        var request = request
        request.condition = isLacking ? rule.isLacking : rule.expected
        let page = try await list(request, by: actor)
        var whole = ListRequest(register: request.register)
        whole.condition = rule.expected
        var having = whole
        having.condition = .all([rule.expected, rule.isKept])
        guard let all = query(whole, by: actor), let kept = query(having, by: actor) else { return nil }
        let dialect = engine.dialect
        let name = request.register
        let ids = page.items.map(\.record.id)
        let owners = Dictionary(page.items.map { ($0.record.id, $0.record.owner) }, uniquingKeysWith: { first, _ in first })
        return try await engine.read { session in
            func counts(_ query: RecordQuery) throws -> [String: Int] {
                Dictionary(
                    try session.all(query.countByOwner(dialect)) { ($0.text(0) ?? "", Int($0.integer(1) ?? 0)) },
                    uniquingKeysWith: +)
            }
            let (expected, having) = (try counts(all), try counts(kept))
            var ledger = RecordingLedger(
                page: page, recordings: [:], rowsWithout: [:],
                units: expected.keys.sorted().map { .init(unit: $0, expected: expected[$0] ?? 0, kept: having[$0] ?? 0) })
            let uses = try RecordingUseTable.entries(of: ids, district: self.district.name, in: session)
            let personal = PersonalFields(keys: self.keys, register: table.layout.register, district: self.district.name)
            for (id, rows) in try self.mediaRows(of: ids, field, media, table, in: session) {
                let sight = actor.scope.sight(ofPersonalIn: name, unit: owners[id] ?? "")
                ledger.rowsWithout[id] = rows.count { $0.values[media.name] == nil }
                let values: [String: Value] = field.type == .rows ? [field.name: .rows(rows)] : rows.first?.values ?? [:]
                let shown = try personal.open(values, record: id, sight: .clear)
                let files =
                    field.type == .rows
                    ? zip(rows, shown[field.name]?.rows ?? []).filter { $0.0.values[media.name] != nil }.map {
                        $0.1.values[media.name]?.attachment
                    } : values.isEmpty ? [] : [shown[field.name]?.attachment]
                ledger.recordings[id] = files.map { file in
                    let use = uses.first { $0.record == id && $0.hash == file?.hash }
                    var seen = file
                    if media.personal != nil, sight != .clear { seen?.name = "" }
                    return .init(file: seen, at: use?.at, by: use?.by)
                }
            }
            return ledger
        }
    }

    /// The rows of the recordings field as they are stored, with the media only; of a single field one row that holds it.
    private func mediaRows(
        of ids: [String], _ field: FieldDefinition, _ media: FieldDefinition, _ table: RecordTable, in session: any Transaction
    ) throws -> [String: [Row]] {
        guard !ids.isEmpty else { return [:] }
        let isRows = field.type == .rows
        let source = isRows ? table.layout.childTable(field) : table.layout.table
        let key = isRows ? "parent" : "id"
        let statement =
            Statement(
                "SELECT \(key), id, \(media.column) FROM \(source) WHERE district = ? AND \(key) IN ", [.text(district.name)])
            + .list(ids) + Statement(isRows ? " ORDER BY parent, ordinal" : "")
        var found: [String: [Row]] = [:]
        try session.query(statement) { row in
            var values: [String: Value] = [:]
            if media.personal != nil {
                values[media.name] = row.blob(2).map(Value.sealed)
            } else {
                values[media.name] = row.text(2).flatMap(Attachment.init(encoded:)).map(Value.attachment)
            }
            found[row.text(0) ?? "", default: []].append(Row(id: row.text(1) ?? "", values: values))
        }
        return found
    }
}

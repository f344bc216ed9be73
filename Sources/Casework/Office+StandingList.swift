import Access
import Definitions
import LegalTime
import Records
import Store

/// A dated list as it read on a day: the items standing then, each as its version of that day says.
extension Office {
    /// The page of the items standing on a day.
    ///
    /// The items and all that no version holds come from the database; what versions hold, the states of the day, the order and the
    /// pages are reckoned here. The list of one district's items is some thousands long.
    func standing(
        _ request: ListRequest, on day: Day, rule: DatedRule, table: RecordTable, by actor: Actor, in session: any Transaction
    ) throws -> RecordPage {
        let items = try standingItems(request, on: day, rule: rule, table: table, by: actor, in: session)
        let register = table.layout.register
        let sorted = items.sorted { Self.precedes($0, $1, request.sort) }
        let limit = request.limit
        var start = 0
        if let cursor = request.cursor, let index = sorted.firstIndex(where: { $0.id == cursor.id }) {
            start = cursor.isBackwards ? max(0, index - limit) : index + 1
        }
        let end = min(start + limit, sorted.count)
        var records = start < end ? Array(sorted[start..<end]) : []
        let personal = PersonalFields(keys: keys, register: register, district: district.name)
        for index in records.indices {
            let sight = actor.scope.sight(ofPersonalIn: register.name, unit: records[index].owner)
            records[index].values = try personal.open(records[index].values, record: records[index].id, sight: sight)
        }
        func cursor(_ record: Record?, backwards: Bool) -> RecordQuery.Cursor? {
            record.map { RecordQuery.Cursor(value: .null, id: $0.id, isBackwards: backwards) }
        }
        return RecordPage(
            items: records.map { RecordPage.Item(record: $0) }, total: sorted.count,
            next: end < sorted.count ? cursor(records.last, backwards: false) : nil,
            previous: start > 0 ? cursor(records.first, backwards: true) : nil,
            references: try referenceLabels(records, register: register, actor: actor, in: session))
    }

    func standingItems(
        _ request: ListRequest, on day: Day, rule: DatedRule, table: RecordTable, by actor: Actor, in session: any Transaction
    ) throws -> [Record] {
        let register = table.layout.register
        var plain = request
        let (ofVersions, ofRecords) = Self.split(request.condition, rule)
        plain.condition = ofRecords
        plain.text = nil
        plain.cursor = nil
        plain.sort = .registered(descending: false)
        plain.placed = RecordQuery.Placed(
            placement: .stock(from: rule.listed, until: rule.ended), from: day, through: day)
        plain.limit = Self.mostStanding
        guard let query = query(plain, by: actor) else { return [] }
        var records = try table.page(query, dialect: engine.dialect, in: session).map(\.record)
        let ids = records.map(\.id)
        let kept = try VersionTable.versions(ofRecords: ids, register: register, district: district.name, in: session)
        let states = try MoveTable.states(ofRecords: ids, on: day, district: district.name, in: session)
        for index in records.indices {
            let id = records[index].id
            if let state = states[id] { records[index].state = state }
            guard let version = VersionChain(kept[id] ?? [], ended: nil, fields: []).version(on: day) else { continue }
            for field in rule.fields { records[index].values[field] = version.values[field] }
        }
        return records.filter { record in
            let facts = RecordFacts(register: register, values: record.values, state: record.state, stamps: [])
            return ofVersions.holds(for: facts) && Self.matches(record, request.text, register)
        }
    }

    private static let mostStanding = 100_000

    /// What of a condition is judged on the version of the day, and what on the record.
    private static func split(_ condition: Condition, _ rule: DatedRule) -> (versions: Condition, records: Condition) {
        guard case .all(let parts) = condition else {
            return isOfVersion(condition, rule) ? (condition, .always) : (.always, condition)
        }
        return (.all(parts.filter { isOfVersion($0, rule) }), .all(parts.filter { !isOfVersion($0, rule) }))
    }

    private static func isOfVersion(_ condition: Condition, _ rule: DatedRule) -> Bool {
        switch condition {
        case .state: true
        case .field(let path, _): rule.fields.contains(path.field)
        default: false
        }
    }

    /// Whether number or a searched text holds the words; a person is not looked up in earlier versions.
    private static func matches(_ record: Record, _ text: String?, _ register: RegisterDefinition) -> Bool {
        guard let words = text.map(PlainText.trimmed), !words.isEmpty else { return true }
        let texts = [record.number] + register.list.search.compactMap { record.values[$0]?.text }
        return texts.contains { $0.lowercased().contains(words.lowercased()) }
    }

    private static func precedes(_ a: Record, _ b: Record, _ sort: RecordQuery.Sort) -> Bool {
        switch sort {
        case .registered(let descending): return descending ? a.id > b.id : a.id < b.id
        case .due: return a.id < b.id
        case .field(let name, let descending):
            let (mine, its) = (a.values[name]?.onDay, b.values[name]?.onDay)
            guard mine != its else { return descending ? a.id > b.id : a.id < b.id }
            guard let mine else { return !descending }
            guard let its else { return descending }
            return descending ? mine > its : mine < its
        }
    }
}

import Casework
import Definitions
import LegalTime
import Records
import Store

/// The records that rows of a file may already be: found by day, owner and name.
struct KnownRecords {
    let office: Office
    let actor: Actor
    let register: RegisterDefinition
    private var ids: [String: [String]] = [:]

    init(office: Office, actor: Actor, register: RegisterDefinition) {
        self.office = office
        self.actor = actor
        self.register = register
    }

    /// The name counts only where everybody who sees the record sees it.
    private var heading: String? {
        register.heading.flatMap { register.field($0) }.flatMap { $0.personal == nil ? $0.name : nil }
    }

    func key(_ values: [String: Value], owner: String?) -> String {
        "\(values[register.number.yearOf]?.day?.iso ?? "")|\(owner ?? "")|\(heading.flatMap { values[$0]?.text } ?? "")"
    }

    /// Reads names and days of the records between two days.
    mutating func load(_ days: ClosedRange<Day>) async throws(StoreError) {
        var request = ListRequest(register: register.name)
        let path = FieldPath(register.number.yearOf)
        request.condition = .all([.field(path, .atLeast(.day(days.lowerBound))), .field(path, .atMost(.day(days.upperBound)))])
        request.limit = 1000
        request.wantsTotal = false
        request.sort = .registered(descending: false)
        while true {
            let page = try await office.list(request, by: actor)
            for item in page.items { ids[key(item.record.values, owner: item.record.owner), default: []].append(item.record.id) }
            guard let next = page.next else { return }
            request.cursor = next
        }
    }

    /// Whole records with that key.
    func candidates(_ key: String) async throws(StoreError) -> [Record] {
        guard let found = ids[key] else { return [] }
        return try await office.records(register.name, ids: found, by: actor)
    }

    /// Whether a record says all that these fields say; masked values are compared as this person sees them.
    func says(_ record: Record, _ values: [String: Value], fields: [String]) -> Bool {
        fields.allSatisfy { name in
            guard let field = register.field(name), let value = values[name] else { return true }
            return Self.same(record.values[name], value, field)
        }
    }

    static func same(_ known: Value?, _ value: Value, _ field: FieldDefinition) -> Bool {
        switch (known, value) {
        case (.rows(let mine), .rows(let theirs)):
            return mine.count == theirs.count
                && zip(mine, theirs).allSatisfy { mine, theirs in
                    field.fields.allSatisfy { child in
                        theirs.values[child.name].map { same(mine.values[child.name], $0, child) } ?? true
                    }
                }
        case (.masked, let value): return field.personal.map { Masking.mask(value, as: $0) == known } ?? false
        default: return known == value
        }
    }
}

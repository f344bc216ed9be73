import Definitions
import LegalTime

/// Fills in the computed fields of a record; pure, and the same however often it is done.
public struct ComputedFields: Sendable {
    let register: RegisterDefinition

    public init(_ register: RegisterDefinition) { self.register = register }

    /// The values with every computed field reckoned anew: first those in the rows, then the record's own, in the order of the form.
    public func applied(to values: [String: Value]) -> [String: Value] {
        guard register.hasComputedFields else { return values }
        var values = values
        for field in register.fields where field.fields.contains(where: { $0.computed != nil }) {
            guard let rows = values[field.name]?.rows else { continue }
            values[field.name] = .rows(
                rows.map { row in
                    var row = row
                    for child in field.fields {
                        guard let computed = child.computed else { continue }
                        row.values[child.name] = assessed(computed, row.values, among: field.fields)
                    }
                    return row
                })
        }
        for field in register.fields {
            guard let computed = field.computed else { continue }
            values[field.name] = value(computed, values)
        }
        return values
    }

    private func value(_ computed: Computation, _ values: [String: Value]) -> Value? {
        switch computed {
        case .score, .grade, .failed: return assessed(computed, values, among: register.fields)
        case .count(let rows, let condition):
            let facts = RecordFacts(register: register, values: values, state: "", stamps: [])
            return .integer(Int64((values[rows]?.rows ?? []).count { condition.holds(for: facts, row: $0, of: rows) }))
        case .sum(let path):
            let amounts = (values[path.field]?.rows ?? []).compactMap { $0.values[path.child ?? ""]?.integer }
            return amounts.isEmpty ? nil : .integer(amounts.reduce(0) { $0.addingReportingOverflow($1).partialValue })
        case .latest(let path, let by): return latest(values[path.field]?.rows ?? [], path.child ?? "", by: by)
        }
    }

    /// Of the rows that have both the latest; of one day's the last one entered.
    private func latest(_ rows: [Row], _ child: String, by date: String) -> Value? {
        var found: (at: Int64, value: Value)?
        for row in rows {
            guard let value = row.values[child], let at = row.values[date]?.order else { continue }
            if found.map({ at >= $0.at }) ?? true { found = (at, value) }
        }
        return found?.value
    }

    /// Nothing before every item is assessed.
    private func assessed(_ computed: Computation, _ values: [String: Value], among fields: [FieldDefinition]) -> Value? {
        guard let name = computed.checklist, let field = fields.first(where: { $0.name == name }),
            let standard = register.standard(of: field)
        else { return nil }
        let result = Value.result(values[name], by: standard)
        guard result.isComplete(by: standard) else { return nil }
        switch computed {
        case .score: return .integer(result.score)
        case .failed: return .integer(Int64(result.failedItems(by: standard).count))
        default: return result.grade(by: standard).map { .text($0.name) }
        }
    }
}

extension RegisterDefinition {
    public var hasComputedFields: Bool { fields.contains { $0.computed != nil || $0.fields.contains { $0.computed != nil } } }

    /// The fields that those of the names which are computed are reckoned from.
    public func sources(of names: Set<String>) -> Set<String> {
        Set(
            names.compactMap { name in
                switch field(name)?.computed {
                case .score(let field), .grade(let field), .failed(let field), .count(let field, _): field
                case .latest(let path, _), .sum(let path): path.field
                case nil: nil
                }
            })
    }

    /// Items of a checklist that are still to be assessed; nil for any other field.
    public func itemsLeft(_ value: Value?, of field: FieldDefinition) -> Int? {
        guard let value, let standard = standard(of: field) else { return nil }
        return standard.items.count - Value.result(value, by: standard).awarded.count
    }
}

extension Value {
    /// What days and moments are put in order by.
    fileprivate var order: Int64? { day.map { Int64($0.daysSince1970) } ?? moment?.milliseconds }
}

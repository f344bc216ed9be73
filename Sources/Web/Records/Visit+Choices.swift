import Access
import Casework
import Deadlines
import Definitions
import LegalTime
import Pages
import Records
import Wording

/// What may be chosen: units and records within what this person sees.
extension Visit {
    /// The sense of the version of law by which a run was reckoned.
    func sense(_ run: DeadlineRun) -> Sense {
        catalogue.clock(run.clock)?.versions.first { $0.from == run.versionFrom }?.sense ?? .atMost
    }

    /// Whether the version of law by which a run was reckoned has still to be confirmed.
    func needsConfirmation(_ run: DeadlineRun) -> Bool {
        catalogue.clock(run.clock)?.versions.first { $0.from == run.versionFrom }?.needsConfirmation ?? false
    }

    /// Units of a set that stand today, in the order of the tree.
    func unitOptions(in set: UnitSet, kind: String? = nil, keeping chosen: Set<String> = []) -> [FieldControl.Option] {
        directory.units.filter { unit in
            chosen.contains(unit.id)
                || (set.contains(unit.id) && (kind == nil || unit.kind == kind) && (unit.until.map { today <= $0 } ?? true))
        }.map { FieldControl.Option(value: $0.id, label: directory.unitLabel($0.id, in: language)) }
    }

    /// How many records are offered as a list.
    private static let few = 60

    /// Choices for fields of a form. The unit that will own the record is one for which this person may act.
    func choices(_ register: RegisterDefinition, fields: [FieldDefinition], act: Act, values: [String: Value]) async throws
        -> FormChoices
    {
        var choices = FormChoices()
        for field in fields {
            if field.type == .unit || field.type == .units {
                let own = field.name == register.owner ? actor.scope.units(for: act, in: register.name) : .all
                let chosen = Set(values[field.name]?.list ?? values[field.name]?.text.map { [$0] } ?? [])
                choices.units[field.name] = unitOptions(in: own, kind: field.unitKind, keeping: chosen)
            }
            for child in field.fields where child.type == .unit {
                let chosen = Set((values[field.name]?.rows ?? []).compactMap { $0.values[child.name]?.text })
                choices.units["\(field.name).\(child.name)"] = unitOptions(in: .all, kind: child.unitKind, keeping: chosen)
            }
            for target in ([field] + field.fields).compactMap(\.target) where choices.references[target] == nil {
                choices.references[target] = try await references(target)
            }
        }
        return choices
    }

    private func references(_ target: String) async throws -> FormChoices.References {
        guard let register = catalogue.register(target) else { return .few([]) }
        var request = ListRequest(register: target)
        request.limit = Self.few
        request.wantsTotal = false
        request.sort = .registered(descending: false)
        let page = try await office.list(request, by: actor)
        let text = valueText(register, references: page.references)
        let heading = register.heading.flatMap { register.field($0) }
        let options = page.items.map { item in
            let name = heading.map { text.text(item.record.values[$0.name], of: $0) } ?? ""
            return FieldControl.Option(value: item.record.id, label: name.isEmpty ? item.record.number : name)
        }
        // Whoever sees none of them, or not all, may still know a number.
        if options.isEmpty, actor.scope.units(in: target) != .all { return .many([]) }
        guard page.next != nil else { return .few(options) }
        return .many(options.map(\.label))
    }
}

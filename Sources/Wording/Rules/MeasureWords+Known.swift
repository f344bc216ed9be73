import Definitions

// Up to when a figure sees what it asks for.
extension MeasureWords {
    /// 期末以后才办的不计。; nil where nothing that it asks for changes with time.
    var known: String? {
        let changing = leaves(indicator.measure).filter { $0.seesLater || changes($0) }
        guard !changing.isEmpty else { return nil }
        return changing.contains(where: \.seesLater)
            ? wording.say("期末以后填报和办理的也计入。", "What was entered and done after the end of the period counts too.")
            : wording.say("期末以后才办的不计。", "What was done only after the end of the period does not count.")
    }

    private func changes(_ measure: SimpleMeasure) -> Bool {
        switch measure.aggregate {
        case .sum(let path), .mean(.field(let path)), .max(.field(let path)), .countDistinct(let path):
            if isOfTime(path, of: measure) { return true }
        case .count, .mean(.daysBetween), .max(.daysBetween): break
        }
        return changes(measure.condition, of: measure)
    }

    private func changes(_ condition: Condition, of measure: SimpleMeasure) -> Bool {
        switch condition {
        case .always: false
        case .all(let parts), .any(let parts): parts.contains { changes($0, of: measure) }
        case .not(let part): changes(part, of: measure)
        case .state, .ever, .deadline: true
        case .field(let path, _): isOfTime(path, of: measure)
        }
    }

    /// A day that comes, a field of a version or reckoned from rows, or a row that has a day of its own.
    private func isOfTime(_ path: FieldPath, of measure: SimpleMeasure) -> Bool {
        guard let field = register.field(path.field) else { return false }
        let isCountedRow = path.field == measure.subject.rowsField
        if path.child != nil, field.rowDay != nil, !isCountedRow { return true }
        if let child = path.child { return field.fields.first { $0.name == child }?.isNotInFuture ?? false }
        if field.isNotInFuture || register.dated?.fields.contains(field.name) == true { return true }
        switch field.computed {
        case .latest, .count, .sum: return true
        case .score, .grade, .failed, nil: return false
        }
    }
}

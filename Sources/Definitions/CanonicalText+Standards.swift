extension Computation {
    var canonical: CanonicalValue {
        switch self {
        case .score(let field): .map([("score_of", .text(field))])
        case .grade(let field): .map([("grade_of", .text(field))])
        case .failed(let field): .map([("failed_of", .text(field))])
        case .latest(let path, let by): .map([("latest", .text(path.description)), ("by", .text(by))])
        case .count(let rows, .always): .map([("count", .text(rows))])
        case .count(let rows, let condition): .map([("count", .text(rows)), ("where", condition.canonicalOfRow(rows))])
        case .sum(let path): .map([("sum", .text(path.description))])
        }
    }
}

extension Condition {
    /// The condition on one row, its fields by their names alone.
    fileprivate func canonicalOfRow(_ rows: String) -> CanonicalValue {
        switch self {
        case .field(let path, let test): .map([(path.child ?? path.field, test.canonicalOfRow)])
        case .all(let parts): .map([("all_of", .list(parts.map { $0.canonicalOfRow(rows) }.sorted { $0.line < $1.line }))])
        case .any(let parts): .map([("any_of", .list(parts.map { $0.canonicalOfRow(rows) }.sorted { $0.line < $1.line }))])
        case .not(let part): .map([("not", part.canonicalOfRow(rows))])
        case .always, .state, .ever, .deadline: .map([])
        }
    }
}

extension FieldTest {
    fileprivate var canonicalOfRow: CanonicalValue {
        switch self {
        case .before(.field(let name)): .map([("before", .text(FieldPath(name).child ?? name))])
        case .after(.field(let name)): .map([("after", .text(FieldPath(name).child ?? name))])
        default: canonical(decimals: 0)
        }
    }
}

extension DatedRule {
    var canonical: CanonicalValue {
        .given([
            ("listed", .text(listed)), ("ended", ended.map { .text($0) }), ("effective", .text(effective)),
            ("fields", .texts(fields)), ("changes", .texts(changes)),
        ])
    }
}

extension StandardDefinition {
    var canonical: CanonicalValue {
        .given([
            ("standard", .text(name)), ("label", .text(label)), ("basis", basis.map { .text($0.description) }),
            ("note", note.map { .text($0) }), ("mode", .text(mode.rawValue)),
            ("items", .list(items.map { $0.canonical(in: mode) })), ("grades", .list(grades.map(\.canonical))),
        ])
    }
}

extension StandardItem {
    func canonical(in mode: StandardDefinition.Mode) -> CanonicalValue {
        .given([
            ("name", .text(name)), ("label", .text(label)), ("points", mode == .points ? .integer(Int64(points)) : nil),
            ("group", group.map { .text($0) }), ("basis", basis.map { .text($0.description) }),
            ("must", isMust ? .bool(true) : nil),
        ])
    }
}

extension StandardGrade {
    var canonical: CanonicalValue {
        .given([
            ("name", .text(name)), ("label", .text(label)), ("at_least", atLeast.map { .integer(Int64($0)) }),
        ])
    }
}

import LegalTime

extension Optional where Wrapped == String {
    fileprivate var canonical: CanonicalValue? { map { .text($0) } }
}

extension Optional where Wrapped == Int {
    fileprivate var canonical: CanonicalValue? { map { .integer(Int64($0)) } }
}

extension Bool {
    /// Only what is true is written.
    fileprivate var canonical: CanonicalValue? { self ? .bool(true) : nil }
}

extension Validity {
    fileprivate var canonical: [(String, CanonicalValue?)] {
        [("since", since.map { .text($0.iso) }), ("until", until.map { .text($0.iso) })]
    }
}

extension Length {
    var canonical: CanonicalValue { .map([(unit.rawValue, .integer(Int64(amount)))]) }
}

extension FieldDefinition {
    var canonical: CanonicalValue {
        .given(
            [
                ("name", .text(name)), ("label", .text(label)), ("type", .text(type.rawValue)),
                ("required", isRequired.canonical),
                ("hint", hint.canonical), ("max", max.canonical), ("min", min.canonical),
                ("decimals", type == .decimal ? .integer(Int64(decimals)) : nil), ("unit", unit.canonical),
                ("codes", codes.canonical), ("standard", standard.canonical), ("computed", computed?.canonical),
                ("to", target.canonical), ("kind", unitKind.canonical), ("personal", (personal?.rawValue).canonical),
                ("not_before", notBefore.canonical), ("not_in_future", isNotInFuture.canonical), ("unique", isUnique.canonical),
                ("media", isMedia.canonical),
            ] + validity.canonical + [
                ("was", was.canonical), ("overlay", overlay.canonical), ("day", rowDay.canonical),
                ("fields", fields.isEmpty ? nil : .list(fields.map(\.canonical))),
            ])
    }
}

extension CodeEntry {
    var canonical: CanonicalValue {
        .given(
            [
                ("code", .text(code)), ("label", .text(label)), ("group", group.canonical),
                ("basis", (basis?.description).canonical),
            ]
                + validity.canonical)
    }
}

extension StateDefinition {
    var canonical: CanonicalValue {
        .given([
            ("name", .text(name)), ("label", .text(label)), ("start", isStart.canonical), ("outcome", isOutcome.canonical),
            ("end", isEnd.canonical),
        ])
    }
}

extension TransitionDefinition {
    func canonical(in register: RegisterDefinition) -> CanonicalValue {
        .given(
            [
                ("name", .text(name)), ("label", .text(label)), ("from", .texts(from)), ("to", .text(to)),
                ("roles", roles.isEmpty ? nil : .texts(roles)), ("office", office.canonical),
                ("require", require.isEmpty ? nil : .list(require.map(\.canonical))),
                ("note", needsNote ? .text("required") : nil),
                ("only", only == .always ? nil : only.canonical(in: register)), ("basis", (basis?.description).canonical),
            ] + validity.canonical + [
                ("automatic", isAutomatic.canonical), ("hint", hint.canonical), ("opens", opens?.canonical(in: register)),
                ("owner", owner?.canonical), ("gates", gates.isEmpty ? nil : .list(gates.map { $0.canonical(in: register) })),
            ])
    }
}

extension FieldRequirement {
    var canonical: CanonicalValue { validity == .always ? .text(field) : .map([(field, .given(validity.canonical))]) }
}

extension EventReference {
    var canonical: CanonicalValue {
        switch self {
        case .field(let name): .text(name)
        case .entered(let states): .map([("entered", .texts(states))])
        }
    }
}

extension DeadlineDefinition {
    func canonical(in register: RegisterDefinition) -> CanonicalValue {
        let expiry = onExpiry.map { expiry in
            CanonicalValue.given([("move", .text(expiry.move)), ("set", expiry.set.canonical)] + expiry.validity.canonical)
        }
        return .given(
            [
                ("name", .text(name)), ("label", .text(label)), ("clock", due == nil ? .text(clock) : nil),
                ("due", due.canonical), ("starts", due == nil ? starts.canonical : nil),
                ("stops", .list(stops.map(\.canonical))), ("applies", applies == .always ? nil : applies.canonical(in: register)),
                ("extend", extendBy.map { .map([("by", .text($0))]) }), ("pauses", pauses.canonical),
                ("for_each", forEach.canonical),
                ("every", every.map(\.canonical)), ("soon", .integer(Int64(soonDays))), ("on_expiry", expiry),
            ] + validity.canonical)
    }
}

extension IndicatorDefinition {
    func canonical(in register: RegisterDefinition) -> CanonicalValue {
        .given(
            [
                ("name", .text(name)), ("label", .text(label)), ("unit", .text(unit)), ("decimals", .integer(Int64(decimals))),
                ("scale", .integer(scale)), ("note", note.canonical), ("basis", (basis?.description).canonical),
            ] + validity.canonical + measure.canonical(in: register))
    }
}

extension Measure {
    func canonical(in register: RegisterDefinition) -> [(String, CanonicalValue?)] {
        switch self {
        case .simple(let simple): simple.canonical(in: register)
        case .total(let measures): [("total", .list(measures.map { .given($0.canonical(in: register)) }))]
        case .ratio(let of, let over):
            [("ratio", .map([("of", .given(of.canonical(in: register))), ("over", .given(over.canonical(in: register)))]))]
        case .change(let of, let form):
            [("change", .map([("of", .given(of.canonical(in: register))), ("as", .text(form.rawValue))]))]
        case .indicator(let other, let name): [("indicator", .text(other.map { "\($0).\(name)" } ?? name))]
        }
    }
}

extension SimpleMeasure {
    func canonical(in register: RegisterDefinition) -> [(String, CanonicalValue?)] {
        let filter = condition == .always ? nil : condition.canonical(in: register)
        let measured: [(String, CanonicalValue?)] =
            switch aggregate {
            case .count:
                if case .acts(let moves, let isDistinct) = subject {
                    [("moves", .texts(moves.sorted())), ("distinct", isDistinct.canonical), ("where", filter)]
                } else {
                    [("count", condition.canonical(in: register))]
                }
            case .countDistinct(let path): [("count_distinct", .text(path.description)), ("where", filter)]
            case .sum(let path): [("sum", .text(path.description)), ("where", filter)]
            case .mean(let quantity): [("mean", quantity.canonical), ("where", filter)]
            case .max(let quantity): [("max", quantity.canonical), ("where", filter)]
            }
        let rows = [("later", seesLater.canonical), ("rows", subject.rowsField.canonical)]
        switch placement {
        case .act: return rows + measured
        case .event(let event): return rows + measured + [("period_by", event.canonical)]
        case .stock(let from, let until):
            return rows + measured + [("stock", .given([("from", .text(from)), ("until", until.canonical)]))]
        }
    }
}

extension Quantity {
    var canonical: CanonicalValue {
        switch self {
        case .field(let path): .text(path.description)
        case .daysBetween(let from, let to): .map([("days", .texts([from, to]))])
        }
    }
}

extension Condition {
    /// The members of `all_of` and `any_of` are sorted: their order has no meaning.
    func canonical(in register: RegisterDefinition) -> CanonicalValue {
        switch self {
        case .always: .map([])
        case .all(let parts): .map([("all_of", .list(parts.map { $0.canonical(in: register) }.sorted { $0.line < $1.line }))])
        case .any(let parts): .map([("any_of", .list(parts.map { $0.canonical(in: register) }.sorted { $0.line < $1.line }))])
        case .not(let part): .map([("not", part.canonical(in: register))])
        case .field(let path, let test): .map([(path.description, test.canonical(decimals: decimals(of: path, in: register)))])
        case .state(let states): .map([("state", .texts(states.sorted()))])
        case .ever(let states): .map([("ever", .texts(states.sorted()))])
        case .deadline(let name, let statuses): .map([("deadline", .map([(name, .texts(statuses.map(\.rawValue).sorted()))]))])
        }
    }

    /// Constants of a decimal field are written with its point.
    private func decimals(of path: FieldPath, in register: RegisterDefinition) -> Int {
        register.field(at: path).map { $0.type == .decimal ? $0.decimals : 0 } ?? 0
    }
}

extension FieldTest {
    func canonical(decimals: Int) -> CanonicalValue {
        switch self {
        case .oneOf(let constants, let orUnset):
            .list(
                constants.map { $0.canonical(decimals: decimals) }.sorted { $0.line < $1.line }
                    + (orUnset ? [.text("unset")] : []))
        case .group(let groups): .map([("group", .texts(groups.sorted()))])
        case .isSet: .text("set")
        case .isUnset: .text("unset")
        case .before(let bound): .map([("before", bound.canonical)])
        case .after(let bound): .map([("after", bound.canonical)])
        case .atLeast(let constant): .map([("at_least", constant.canonical(decimals: decimals))])
        case .atMost(let constant): .map([("at_most", constant.canonical(decimals: decimals))])
        case .not(let test): .map([("not", test.canonical(decimals: decimals))])
        }
    }
}

extension Constant {
    func canonical(decimals: Int) -> CanonicalValue {
        switch self {
        case .text(let text): .text(text)
        case .integer(let value): decimals > 0 ? .text(ScaledDecimal.text(value, decimals: decimals)) : .integer(value)
        case .bool(let value): .bool(value)
        case .day(let day): .text(day.iso)
        case .parameter(let use, _): .map([("parameter", .text(use.name))])
        }
    }
}

extension DayBound {
    var canonical: CanonicalValue {
        switch self {
        case .day(let day): .text(day.iso)
        case .field(let name): .text(name)
        }
    }
}

extension ListDefinition {
    var canonical: CanonicalValue {
        .map([
            ("columns", .texts(columns)), ("filters", .texts(filters)), ("search", .texts(search)),
            ("look_up", .texts(lookUp.map(\.description))),
        ])
    }
}

extension RetentionDefinition {
    var canonical: CanonicalValue {
        .map([("years", years.map { .integer(Int64($0)) } ?? .text("permanent")), ("force", .text(force.rawValue))])
    }
}

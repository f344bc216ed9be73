extension ExchangeDefinition {
    /// The definition written in one way only, in the keys of the form.
    ///
    /// - Parameter register: Of rows the register, in whose units conditions are written.
    public func text(of register: RegisterDefinition?) -> String {
        let content: (String, CanonicalValue?) =
            switch content {
            case .rows(let rows): ("rows", register.map { rows.canonical(in: $0) })
            case .form(let form): ("form", form.canonical)
            }
        return CanonicalValue.given([
            ("exchange", .text(name)), ("label", .text(label)), ("summary", .text(summary)), ("system", .text(system)),
            ("confirm", isUnsure ? .bool(true) : nil), ("basis", basis.map { .text($0.description) }), content,
        ]).block + "\n"
    }

    /// Of the text; it stands in the log beside what went out.
    public func digest(of register: RegisterDefinition?) -> String { CanonicalText.digest(of: text(of: register)) }
}

extension ExchangeSheet {
    fileprivate var canonical: [(String, CanonicalValue?)] {
        [("sheet", .text(name)), ("title", title.map { .text($0) }), ("above", above.isEmpty ? nil : .texts(above))]
    }
}

extension ExchangeRows {
    fileprivate func canonical(in register: RegisterDefinition) -> CanonicalValue {
        let moves: CanonicalValue? =
            switch moves {
            case .asFilled: nil
            case .only(let names): names.isEmpty ? .text("none") : .texts(names)
            }
        return .given(
            [("register", .text(self.register)), ("direction", .text(direction.rawValue))] + sheet.canonical + [
                ("where", condition == .always ? nil : condition.canonical(in: register)),
                ("key", key.isEmpty ? nil : .texts(key)), ("columns", .list(columns.map { $0.canonical(in: register) })),
                ("set", settings.isEmpty ? nil : .map(settings.map { ($0.target.text, $0.source.canonical) })), ("then", moves),
            ])
    }
}

extension ExchangeSetting.Source {
    fileprivate var canonical: CanonicalValue {
        switch self {
        case .constant(let text): .map([("value", .text(text))])
        case .today: .text("today")
        case .unit: .text("unit")
        }
    }
}

extension ExchangeColumn {
    fileprivate func canonical(in register: RegisterDefinition) -> CanonicalValue {
        let source: [(String, CanonicalValue?)] =
            switch source {
            case .field(let path): [("field", .text(path.text))]
            case .number: [("number", .bool(true))]
            case .state: [("state", .bool(true))]
            case .owner: [("owner", .bool(true))]
            case .test(let condition, let yes, let no):
                [("is", condition.canonical(in: register)), ("yes", .text(yes)), ("no", .text(no))]
            case .constant(let text): [("constant", .text(text))]
            }
        return .given(
            [("heading", .text(heading))] + source + [
                ("words", words.isEmpty ? nil : .map(words.map { ($0.code, .texts($0.texts)) })),
                ("date", date.map { .text($0.rawValue) }), ("in", isTenThousands ? .text("万元") : nil),
            ])
    }
}

extension ExchangeForm {
    fileprivate var canonical: CanonicalValue {
        .given(
            [("spans", .texts(spans.map(\.rawValue)))] + sheet.canonical + [
                ("heading", .text(rowHeading)), ("rows", rows.canonical),
                (
                    "columns",
                    .list(columns.map { .map([("heading", .text($0.heading)), ("figure", .text($0.figure.description))]) })
                ),
            ])
    }
}

extension ExchangeForm.Rows {
    fileprivate var canonical: CanonicalValue? {
        switch self {
        case .none: nil
        case .groups(let groups):
            .map([("groups", .list(groups.map { .map([("label", .text($0.label)), ("kinds", .texts($0.kinds))]) }))])
        case .units(let kinds): .map([("units", .texts(kinds))])
        case .field(let name): .map([("by", .text(name))])
        case .referred(let field, let code): .map([("by", .text("\(field).\(code)"))])
        }
    }
}

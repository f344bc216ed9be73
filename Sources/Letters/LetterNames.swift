/// The names that a template may use, for checking it without a record.
public struct LetterNames: Sendable {
    /// Names with a value.
    public var values: Set<String>
    /// Codes of code fields, by name; a yes-or-no field has `true` and `false`.
    public var codes: [String: Set<String>]
    public var rows: [String: LetterNames]

    public init(values: Set<String>, codes: [String: Set<String>] = [:], rows: [String: LetterNames] = [:]) {
        self.values = values
        self.codes = codes
        self.rows = rows
    }
}

extension LetterTemplate {
    /// Names and codes that are not to be had.
    ///
    /// - Parameter near: the name of a list that is nearest to a wrong one.
    public func problems(_ names: LetterNames, near: (String, [String]) -> String?) -> [LetterTemplateProblem] {
        var problems: [LetterTemplateProblem] = []
        func check(_ pieces: [Piece], _ names: LetterNames) {
            for case .value(let name, _) in pieces where !names.values.contains(name.text) {
                problems.append(
                    .init(line: name.line, reason: .unknownName(name.text, near: near(name.text, names.values.sorted()))))
            }
        }
        func check(_ test: Test, _ names: LetterNames) {
            let name = test.name
            let all = names.values.union(names.codes.keys).union(names.rows.keys)
            guard all.contains(name.text) else {
                problems.append(.init(line: name.line, reason: .unknownName(name.text, near: near(name.text, all.sorted()))))
                return
            }
            switch test {
            case .isOneOf(_, let codes), .isNoneOf(_, let codes):
                let known = names.codes[name.text] ?? []
                for code in codes where !known.contains(code) {
                    problems.append(
                        .init(
                            line: name.line,
                            reason: .unknownCode(field: name.text, code: code, near: near(code, known.sorted()))))
                }
            case .isSet, .isUnset: break
            }
        }
        func inside(_ name: Name, _ names: LetterNames) -> LetterNames? {
            guard let row = names.rows[name.text] else {
                problems.append(.init(line: name.line, reason: .notRows(name.text)))
                return nil
            }
            return LetterNames(
                values: names.values.union(row.values).union(["row.number"]), codes: names.codes.merging(row.codes) { $1 },
                rows: names.rows)
        }
        func walk(_ rows: [TableRow], _ names: LetterNames) {
            for row in rows {
                switch row {
                case .row(let cells): cells.forEach { check($0, names) }
                case .forEach(let name, let rows): if let inner = inside(name, names) { walk(rows, inner) }
                case .choice(let test, let yes, let no):
                    check(test, names)
                    walk(yes, names)
                    walk(no, names)
                }
            }
        }
        func walk(_ parts: [Part], _ names: LetterNames) {
            for part in parts {
                switch part {
                case .title(let pieces), .heading(_, let pieces), .addressee(let pieces), .paragraph(let pieces),
                    .blank(let pieces):
                    check(pieces, names)
                case .number, .signature, .date, .pageBreak: break
                case .table(let head, let rows):
                    head?.forEach { check($0, names) }
                    walk(rows, names)
                case .forEach(let name, let parts): if let inner = inside(name, names) { walk(parts, inner) }
                case .choice(let test, let yes, let no):
                    check(test, names)
                    walk(yes, names)
                    walk(no, names)
                }
            }
        }
        walk(parts, names)
        return problems
    }
}

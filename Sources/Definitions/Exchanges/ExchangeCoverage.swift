/// Whether rows that come in can make whole records: every required field has a column or is set.
struct ExchangeCoverage {
    let rows: ExchangeRows
    let register: RegisterDefinition

    private var paths: [ExchangePath] { rows.columns.compactMap(\.path) }
    private var filled: [ExchangePath] { paths + rows.settings.map(\.target) }

    func report(at mapping: MappingReader) {
        for name in missing { mapping.report(.notCovered(field: name), at: "columns") }
    }

    var missing: [String] {
        register.fields.flatMap { field -> [String] in
            guard field.type == .rows else {
                let isThere =
                    !field.isRequired || field.computed != nil || filled.contains(ExchangePath(field: FieldPath(field.name)))
                return isThere ? [] : [field.name]
            }
            let columns = Set(paths.filter { $0.field.field == field.name && $0.field.child != nil }.compactMap(\.row))
            if columns.isEmpty { return field.min ?? 0 > 0 ? [field.name] : [] }
            let required = field.fields.filter { $0.isRequired && $0.computed == nil }.map(\.name)
            return columns.sorted { $0.order < $1.order }.flatMap { row in
                required.filter { !fills($0, of: field.name, row) }.map {
                    ExchangePath(field: FieldPath("\(field.name).\($0)"), row: row).text
                }
            }
        }
    }

    private func fills(_ child: String, of rows: String, _ row: ExchangePath.Row) -> Bool {
        let path = FieldPath("\(rows).\(child)")
        return filled.contains { $0.field == path && ($0.row == row || $0.row == .each) }
    }
}

extension ExchangePath.Row {
    fileprivate var order: Int { if case .index(let index) = self { index } else { -1 } }
}

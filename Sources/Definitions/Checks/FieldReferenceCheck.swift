/// The names in fields: code lists, registers pointed to, dates to be not before.
struct FieldReferenceCheck {
    let scope: RegisterScope

    /// - Parameter list: The `fields:` whose definitions the scope's register holds.
    func check(in list: NodeReader?) { check(list, scope.register.fields, row: nil) }

    private func check(_ list: NodeReader?, _ fields: [FieldDefinition], row: FieldDefinition?) {
        guard let list, list.isList else { return }
        for item in list.items() where item.isMapping {
            guard let name = item.node.mapping?["name"]?.string, let field = fields.first(where: { $0.name == name }) else {
                continue
            }
            if let codes = field.codes, !scope.catalogue.mayBeGrades(codes), let reader = item.child("codes") {
                _ = reader.reference("code_list", in: NameSet(scope.register.codes.keys.sorted()))
            }
            if field.standard != nil, let reader = item.child("standard") {
                _ = reader.reference("standard", in: scope.catalogue.standards)
            }
            if field.target != nil, let reader = item.child("to") {
                _ = reader.reference("register", in: scope.catalogue.registers)
            }
            if field.notBefore != nil, let reader = item.child("not_before") {
                _ = scope.field(reader, of: FieldType.days, row: row)
            }
            if field.rowDay != nil, let reader = item.child("day") { checkDay(reader, of: field) }
            if field.type == .rows { check(item.child("fields"), field.fields, row: field) }
        }
    }

    /// The day of a row is a date of the row that figures may look at.
    private func checkDay(_ reader: NodeReader, of rows: FieldDefinition) {
        guard let (path, field) = scope.field(reader, of: FieldType.days, row: rows) else { return }
        guard rows.fields.contains(where: { $0.name == path.description }) else {
            reader.reportShape("field_of_the_row")
            return
        }
        if field.personal != nil { reader.report(.personalInList(use: "day", field: path.description)) }
    }
}

extension NodeReader {
    /// The value of a key, read before.
    fileprivate func child(_ key: String) -> NodeReader? {
        node.mapping?[key].map { NodeReader(node: $0, file: file, key: key, problems: problems) }
    }
}

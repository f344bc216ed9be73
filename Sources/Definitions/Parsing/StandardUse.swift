/// Gives a register the standards that its fields name, and the code lists of their grades.
struct StandardUse {
    let standards: [String: StandardDefinition]

    /// - Parameter added: The fields to look at; those of an overlay come to a register that has its own already.
    func apply(to register: inout RegisterDefinition, fields added: [FieldDefinition], codes: NodeReader?) {
        for (key, name, _) in codes?.pairs() ?? [] where standards.values.contains(where: { $0.gradeList == name }) {
            key.report(.duplicate(kind: "code_list", name: name))
        }
        for field in added.flatMap({ [$0] + $0.fields }) {
            let named = field.standard.flatMap { standards[$0] }
            let graded = field.codes.flatMap { list in standards.values.first { $0.gradeList == list } }
            for standard in [named, graded].compactMap(\.self) {
                register.standards[standard.name] = standard
                register.codes[standard.gradeList] = standard.grading
            }
        }
    }
}

/// Every field stands in a section of the form.
struct FormCheck {
    let problems: ProblemList

    func check(_ register: RegisterDefinition) {
        guard !register.form.isEmpty else { return }
        let placed = Set(register.form.flatMap(\.fields))
        for field in register.fields where !placed.contains(field.name) { problems.add(field.place, .fieldNotInForm(field.name)) }
    }
}

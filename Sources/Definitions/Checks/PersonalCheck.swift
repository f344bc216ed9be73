/// Personal fields stay out of everything that sorts, filters, breaks down, searches in the clear or publishes; look-up is theirs alone.
struct PersonalCheck {
    let problems: ProblemList

    func check(_ register: RegisterDefinition, _ places: PlaceIndex) {
        refuse(register.list.filters, "list/filters", in: register, places, types: FieldType.filtered)
        refuse(register.list.search, "list/search", in: register, places, types: [.text, .longText])
        refuse(register.breakdowns, "breakdowns", in: register, places, types: FieldType.brokenDown)
        for name in register.publication.fields {
            guard let field = register.field(name), field.holdsPersonal else { continue }
            problems.add(places["publication/fields/\(name)"], .personalIsPublic(name))
        }
        for path in register.list.lookUp {
            guard let field = register.field(at: path) else { continue }
            let place = places["list/look_up/\(path)"]
            guard let mark = field.personal else {
                problems.add(place, .lookUpOfPlainField(path.description))
                continue
            }
            if !mark.isLookedUp { problems.add(place, .personalInList(use: "list/look_up", field: path.description)) }
        }
    }

    private func refuse(
        _ names: [String], _ use: String, in register: RegisterDefinition, _ places: PlaceIndex, types: Set<FieldType>
    ) {
        for name in names {
            guard let field = register.field(name) else { continue }
            let place = places["\(use)/\(name)"]
            if field.holdsPersonal {
                problems.add(place, .personalInList(use: use, field: name))
            } else if !types.contains(field.type) {
                let expected = FieldType.allCases.filter(types.contains).map(\.rawValue).joined(separator: "|")
                problems.add(place, .wrongFieldType(field: name, type: field.type.rawValue, expected: expected))
            }
        }
    }
}

extension FieldDefinition {
    /// Whether the field or one of its rows' fields is personal.
    fileprivate var holdsPersonal: Bool { personal != nil || fields.contains { $0.personal != nil } }
}

extension FieldType {
    fileprivate static let filtered: Set<FieldType> = [
        .integer, .decimal, .money, .bool, .date, .moment, .code, .codes, .unit, .units, .reference, .references,
    ]
    fileprivate static let brokenDown: Set<FieldType> = [.bool, .code, .codes, .unit, .units, .reference, .references]
}

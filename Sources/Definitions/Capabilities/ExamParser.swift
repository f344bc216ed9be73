/// Reads the key `exam` of a register.
struct ExamParser {
    let scope: RegisterScope

    private static let keys = [
        "open", "starts", "ends", "minutes", "pass_mark", "tries", "half", "paper", "kind", "results",
    ]
    /// The kinds of question that a paper may have.
    static let questionKinds: Set<String> = ["single", "multiple", "judgement"]

    func exam(_ reader: NodeReader) -> ExamDefinition? {
        guard let mapping = reader.mapping(Self.keys) else { return nil }
        let open = mapping.required("open").map(scope.stateNames) ?? []
        let starts = field(mapping, "starts", of: FieldType.days)
        let ends = field(mapping, "ends", of: FieldType.days)
        let minutes = field(mapping, "minutes", of: [.integer])
        let passMark = field(mapping, "pass_mark", of: [.integer])
        let tries = mapping["tries"].flatMap { own($0, of: [.integer]) }
        let half = mapping["half"].flatMap { own($0, of: [.bool]) }
        let kind = mapping["kind"].flatMap(kind)
        let paper = mapping.required("paper").flatMap(paper)
        let results = mapping.required("results").flatMap(results)
        guard !open.isEmpty, let starts, let ends, let minutes, let passMark, let paper, let results else { return nil }
        return ExamDefinition(
            open: open, starts: starts, ends: ends, minutes: minutes, passMark: passMark, tries: tries, half: half,
            paper: paper, kind: kind, results: results)
    }

    private func field(_ mapping: MappingReader, _ key: String, of types: Set<FieldType>) -> String? {
        mapping.required(key).flatMap { own($0, of: types) }
    }

    /// A field of the record itself that nobody's name or number stands in.
    private func own(_ reader: NodeReader, of types: Set<FieldType>) -> String? {
        guard let found = scope.field(reader, of: types) else { return nil }
        guard found.path.child == nil, found.field.computed == nil else {
            reader.reportShape("field_of_the_record")
            return nil
        }
        guard found.field.personal == nil else {
            reader.report(.personalInList(use: "exam", field: found.path.description))
            return nil
        }
        return found.field.name
    }

    private func rows(_ mapping: MappingReader) -> FieldDefinition? {
        mapping.required("rows").flatMap { scope.field($0, of: [.rows])?.field }
    }

    private func child(_ reader: NodeReader?, in rows: FieldDefinition, of types: Set<FieldType>) -> FieldDefinition? {
        guard let reader, let name = reader.text() else { return nil }
        guard let field = rows.fields.first(where: { $0.name == name }) else {
            reader.report(
                .unknown(kind: "field", name: name), suggestion: NearName.nearest(to: name, in: rows.fields.map(\.name)))
            return nil
        }
        guard types.contains(field.type) else {
            reader.reportType(field, path: FieldPath("\(rows.name).\(name)"), expected: types)
            return nil
        }
        return field
    }

    private func paper(_ reader: NodeReader) -> ExamDefinition.Paper? {
        guard let mapping = reader.mapping(["rows", "kind", "count", "points"]), let rows = rows(mapping) else { return nil }
        let kind = child(mapping.required("kind"), in: rows, of: [.code])
        let count = child(mapping.required("count"), in: rows, of: [.integer])
        let points = child(mapping.required("points"), in: rows, of: [.integer])
        guard let kind, let count, let points else { return nil }
        let codes = kind.codes.flatMap { scope.register.codes[$0] }?.entries.map(\.code) ?? []
        for code in codes where !Self.questionKinds.contains(code) {
            mapping["kind"]?.report(
                .unknownValue(key: "kind", value: code, allowed: Self.questionKinds.sorted()),
                suggestion: NearName.nearest(to: code, in: Self.questionKinds.sorted()))
        }
        return ExamDefinition.Paper(rows: rows.name, kind: kind.name, count: count.name, points: points.name)
    }

    private func kind(_ reader: NodeReader) -> ExamDefinition.Kind? {
        guard let mapping = reader.mapping(["field", "quiz", "certificate"]), let fieldReader = mapping.required("field"),
            let found = scope.field(fieldReader, of: [.code])
        else { return nil }
        guard found.path.child == nil else {
            fieldReader.reportShape("field_of_the_record")
            return nil
        }
        let codes = NameSet(found.field.codes.flatMap { scope.register.codes[$0] }?.entries.map(\.code) ?? [])
        func named(_ key: String) -> [String] {
            mapping[key]?.itemsOrOne().compactMap { $0.reference("code", in: codes) } ?? []
        }
        return ExamDefinition.Kind(field: found.field.name, quiz: named("quiz"), certificate: named("certificate"))
    }

    private func results(_ reader: NodeReader) -> ExamDefinition.Results? {
        let keys = ["rows", "unit", "on", "due", "sat", "passed", "resit", "attendances", "move"]
        guard let mapping = reader.mapping(keys), let rows = rows(mapping) else { return nil }
        let unit = child(mapping.required("unit"), in: rows, of: [.unit])
        let on = child(mapping.required("on"), in: rows, of: [.date])
        let due = child(mapping.required("due"), in: rows, of: [.integer])
        let sat = child(mapping.required("sat"), in: rows, of: [.integer])
        let passed = child(mapping.required("passed"), in: rows, of: [.integer])
        let resit = child(mapping["resit"], in: rows, of: [.bool])
        let attendances = mapping["attendances"].flatMap { own($0, of: [.integer]) }
        let move = mapping["move"]?.reference("transition", in: scope.transitions)
        guard let unit, let on, let due, let sat, let passed else { return nil }
        return ExamDefinition.Results(
            rows: rows.name, unit: unit.name, on: on.name, due: due.name, sat: sat.name, passed: passed.name,
            resit: resit?.name, attendances: attendances, move: move)
    }
}

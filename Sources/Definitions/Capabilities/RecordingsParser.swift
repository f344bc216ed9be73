/// Reads the key `recordings` of a register: `{ field: recordings, expected: CONDITION, basis: law#article, stored: stored_at }`.
struct RecordingsParser {
    let scope: RegisterScope

    func recordings(_ reader: NodeReader) -> RecordingsDefinition? {
        guard let mapping = reader.mapping(["field", "expected", "basis", "stored"]),
            let media = mapping.required("field").flatMap(media)
        else { return nil }
        let expected = mapping["expected"].map { ConditionParser(scope: scope, use: .figure).condition($0) } ?? .always
        return RecordingsDefinition(
            media: media, expected: expected, basis: mapping.basis(), storedAt: mapping["stored"].flatMap { stored($0, media) })
    }

    /// The media of a field: the attachment itself, or the only one in its rows.
    private func media(_ reader: NodeReader) -> FieldPath? {
        guard let found = scope.field(reader, of: [.attachment, .rows]) else { return nil }
        if found.field.type == .attachment, found.path.child == nil, found.field.isMedia { return found.path }
        let children = found.field.fields.filter(\.isMedia)
        guard found.field.type == .rows, children.count == 1 else {
            reader.reportShape("one_media_attachment")
            return nil
        }
        return FieldPath("\(found.field.name).\(children[0].name)")
    }

    private func stored(_ reader: NodeReader, _ media: FieldPath) -> String? {
        let row = media.child == nil ? nil : scope.register.field(media.field)
        guard let found = scope.field(reader, of: [.moment], row: row) else { return nil }
        let isBeside = row.map { $0.fields.contains { $0.name == found.field.name } } ?? (found.path.child == nil)
        guard isBeside, found.field.personal == nil, found.field.computed == nil else {
            reader.reportShape("entered_field")
            return nil
        }
        return found.field.name
    }
}

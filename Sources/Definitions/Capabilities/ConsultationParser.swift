/// Reads the key `consultation` of a register. What it names is made public, so no field of it may be personal.
struct ConsultationParser {
    let scope: RegisterScope

    private static let keys = [
        "open_in", "title", "draft", "explanation", "from", "until", "shortened_reason", "opinions", "minimum",
    ]

    func consultation(_ reader: NodeReader) -> ConsultationDefinition? {
        guard let mapping = reader.mapping(Self.keys) else { return nil }
        let openIn = mapping.required("open_in").map(scope.stateNames)
        let title = mapping.required("title").flatMap { field($0, [.text]) }
        let draft = mapping.required("draft").flatMap { field($0, [.attachment, .longText]) }
        let explanation = mapping["explanation"].flatMap { field($0, [.text, .longText]) }
        let from = mapping.required("from").flatMap { field($0, [.date]) }
        let until = mapping.required("until").flatMap { field($0, [.date]) }
        let reason = mapping["shortened_reason"].flatMap { field($0, [.text, .longText]) }
        let minimum = mapping["minimum"].flatMap(self.minimum)
        guard let counts = mapping.required("opinions")?.mapping(["received", "adopted", "answered"]) else { return nil }
        let received = counts.required("received").flatMap { field($0, [.integer]) }
        let adopted = counts.required("adopted").flatMap { field($0, [.integer]) }
        let answered = counts["answered"].flatMap { field($0, [.date]) }
        guard let openIn, !openIn.isEmpty, let title, let draft, let from, let until, let received, let adopted else {
            return nil
        }
        return ConsultationDefinition(
            openIn: openIn, title: title, draft: draft, explanation: explanation, from: from, until: until,
            shortenedReason: reason, minimum: minimum, received: received, adopted: adopted, answered: answered)
    }

    private func field(_ reader: NodeReader, _ types: Set<FieldType>) -> String? {
        guard let found = scope.field(reader, of: types) else { return nil }
        guard found.path.child == nil, found.field.computed == nil else {
            reader.reportShape("entered_field")
            return nil
        }
        guard found.field.personal == nil else {
            reader.report(.personalIsPublic(found.path.description))
            return nil
        }
        return found.field.name
    }

    /// A clock all of whose versions bind from below.
    private func minimum(_ reader: NodeReader) -> String? {
        guard let name = reader.reference("clock", in: scope.catalogue.clocks) else { return nil }
        if let clock = scope.catalogue.clockDefinitions[name], clock.versions.contains(where: { $0.sense != .atLeast }) {
            reader.reportShape("clock_at_least")
        }
        return name
    }
}

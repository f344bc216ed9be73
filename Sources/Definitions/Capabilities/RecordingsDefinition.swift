/// Which records of a register must have a recording (一案一刻录, 行政处罚法#47), and where it stands.
public struct RecordingsDefinition: Sendable, Equatable {
    /// The attachment that holds the media, in the record or in its rows.
    public var media: FieldPath
    /// Which records must have one.
    public var expected: Condition
    public var basis: LegalBasis?
    /// The moment field beside the media that takes the time of upload where nobody has filled it in.
    public var storedAt: String?

    public init(media: FieldPath, expected: Condition = .always, basis: LegalBasis? = nil, storedAt: String? = nil) {
        self.media = media
        self.expected = expected
        self.basis = basis
        self.storedAt = storedAt
    }

    /// Holds for records that have a recording.
    public var isKept: Condition { .field(media, .isSet) }
    /// Holds for records that must have one and have none.
    public var isLacking: Condition { .all([expected, .not(isKept)]) }
}

extension RecordingsDefinition {
    func canonical(in register: RegisterDefinition) -> CanonicalValue {
        .given([
            ("field", .text(media.field)), ("expected", expected == .always ? nil : expected.canonical(in: register)),
            ("basis", basis.map { .text($0.description) }), ("stored", storedAt.map { .text($0) }),
        ])
    }
}

extension RegisterDefinition {
    /// The field that holds the recordings, and of a rows field the one in it that holds the media.
    public var recordingFields: (field: FieldDefinition, media: FieldDefinition)? {
        guard let path = recordings?.media, let field = field(path.field) else { return nil }
        guard let child = path.child else { return (field, field) }
        return field.fields.first { $0.name == child }.map { (field, $0) }
    }
}

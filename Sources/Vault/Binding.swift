/// One record, by its place: a district, a register in it, and the record's public id.
public struct RecordPlace: Hashable, Sendable {
    public var district: String
    public var register: String
    public var record: String

    /// A place; the parts are names, not labels.
    public init(district: String, register: String, record: String) {
        self.district = district
        self.register = register
        self.record = record
    }
}

/// Where a sealed value belongs. A ciphertext opens at the place it was sealed for and at no other.
public struct Binding: Hashable, Sendable {
    public var place: RecordPlace
    public var field: String
    /// The id of the child row, where the field stands in a `rows` field.
    public var row: String?

    /// A field of a record, or of one of its child rows.
    public init(place: RecordPlace, field: String, row: String? = nil) {
        self.place = place
        self.field = field
        self.row = row
    }

    /// A field of a record, or of one of its child rows.
    public init(district: String, register: String, record: String, field: String, row: String? = nil) {
        self.init(place: RecordPlace(district: district, register: register, record: record), field: field, row: row)
    }
}

/// What kind of ciphertext it is; part of what is authenticated, so that one kind never passes for another.
enum SealKind: UInt8 {
    case field = 1
    case recordKey = 2
    case logged = 3
}

extension Binding {
    func authenticated(_ kind: SealKind, header: some Sequence<UInt8>) -> [UInt8] {
        var writer = CanonicalWriter()
        writer.raw(header)
        writer.raw([kind.rawValue])
        writer.counted(place.district.utf8)
        writer.counted(place.register.utf8)
        writer.counted(place.record.utf8)
        writer.counted(field.utf8)
        writer.raw([row == nil ? 0 : 1])
        writer.counted((row ?? "").utf8)
        return writer.bytes
    }
}

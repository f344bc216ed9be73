import Access
import Definitions
import LegalTime
import Records
import Vault

/// Seals personal values before they are stored, opens or masks them on the way out.
struct PersonalFields {
    let keys: KeyRing
    let register: RegisterDefinition
    let district: String

    private func binding(_ record: String, _ field: FieldDefinition, row: String? = nil, of parent: FieldDefinition? = nil)
        -> Binding
    {
        Binding(
            district: district, register: register.name, record: record,
            field: parent.map { "\($0.name).\(field.name)" } ?? field.name, row: row)
    }

    /// Every personal value sealed; a value that did not change keeps the bytes it was stored as.
    func seal(_ values: [String: Value], record: String, stored: [String: Value] = [:], plain: [String: Value] = [:]) throws
        -> [String: Value]
    {
        var sealed = values
        for field in register.fields {
            if field.type == .rows, let rows = values[field.name]?.rows {
                if values[field.name] == plain[field.name] {
                    sealed[field.name] = stored[field.name]
                    continue
                }
                let before = Dictionary(
                    (stored[field.name]?.rows ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
                let beforePlain = Dictionary(
                    (plain[field.name]?.rows ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
                sealed[field.name] = .rows(
                    try rows.map { row in
                        var row = row
                        for child in field.fields where child.personal != nil {
                            guard let value = row.values[child.name] else { continue }
                            let kept = beforePlain[row.id]?.values[child.name] == value ? before[row.id]?.values[child.name] : nil
                            row.values[child.name] = try kept ?? sealOne(value, binding(record, child, row: row.id, of: field))
                            if let hash = hash(value, child) { row.values["\(child.name)__hash"] = .sealed(hash) }
                        }
                        return row
                    })
            } else if field.personal != nil, let value = values[field.name] {
                if plain[field.name] == value, let kept = stored[field.name] {
                    // Its hash is in the row, or comes along from the act before in the same transaction.
                    sealed[field.name] = kept
                    sealed["\(field.name)__hash"] = stored["\(field.name)__hash"]
                    continue
                }
                sealed[field.name] = try sealOne(value, binding(record, field))
                if let hash = hash(value, field) { sealed["\(field.name)__hash"] = .sealed(hash) }
            }
        }
        return sealed
    }

    private func sealOne(_ value: Value, _ binding: Binding) throws -> Value {
        .sealed(try keys.seal(Self.encode(value), bound: binding))
    }

    private func hash(_ value: Value, _ field: FieldDefinition) -> [UInt8]? {
        guard case .text(let text) = value, let form = Self.form(field.personal) else { return nil }
        return keys.lookUpHash(text, as: form)
    }

    static func form(_ mark: PersonalMark?) -> LookUpForm? {
        switch mark {
        case .name: .name
        case .idNumber: .idNumber
        case .contact: .phone
        default: nil
        }
    }

    /// The values as this sight shows them: in clear, masked, or away.
    func open(_ values: [String: Value], record: String, sight: PersonalSight) throws -> [String: Value] {
        var opened = values
        for field in register.fields {
            if field.type == .rows, let rows = values[field.name]?.rows, field.fields.contains(where: { $0.personal != nil }) {
                opened[field.name] = .rows(
                    try rows.map { row in
                        var row = row
                        for child in field.fields {
                            guard let mark = child.personal, case .sealed(let bytes)? = row.values[child.name] else { continue }
                            row.values[child.name] = try openOne(
                                bytes, child, mark, binding(record, child, row: row.id, of: field), sight)
                        }
                        return row
                    })
            } else if let mark = field.personal, case .sealed(let bytes)? = values[field.name] {
                opened[field.name] = try openOne(bytes, field, mark, binding(record, field), sight)
            }
        }
        return opened
    }

    private func openOne(
        _ bytes: [UInt8], _ field: FieldDefinition, _ mark: PersonalMark, _ binding: Binding, _ sight: PersonalSight
    ) throws -> Value? {
        guard sight != .hidden else { return nil }
        let value = Self.decode(try keys.openText(bytes, bound: binding), field)
        return sight == .clear ? value : value.map { Masking.mask($0, as: mark) }
    }

    /// What somebody wrote to a move: free text about people, bound to its stamp.
    func sealNote(_ note: String, record: String, sequence: Int64) throws -> [UInt8] {
        try keys.seal(note, bound: noteBinding(record, sequence))
    }

    /// The note as this sight shows it: in clear, as `***`, or away.
    func openNote(_ sealed: [UInt8], record: String, sequence: Int64, sight: PersonalSight) throws -> String? {
        guard sight != .hidden else { return nil }
        return Self.remark(try keys.openText(sealed, bound: noteBinding(record, sequence)), sight: sight)
    }

    /// No field's name has a colon in it.
    private func noteBinding(_ record: String, _ sequence: Int64) -> Binding {
        Binding(district: district, register: register.name, record: record, field: "move:note", row: String(sequence))
    }

    /// A note or a reason in clear, or as free text is masked.
    static func remark(_ text: String, sight: PersonalSight) -> String {
        switch Masking.mask(.text(text), as: .freeText) {
        case .masked(let mask) where sight != .clear: mask
        default: text
        }
    }

    /// Text form of a value inside ciphertext and commitments.
    static func encode(_ value: Value) -> String {
        switch value {
        case .text(let text), .masked(let text): text
        case .integer(let number): String(number)
        case .bool(let bool): bool ? "1" : "0"
        case .day(let day): day.iso
        case .moment(let moment): String(moment.milliseconds)
        case .attachment(let file): file.encoded
        case .list(let ids): ids.joined(separator: "\u{1F}")
        case .rows, .sealed: ""
        }
    }

    static func decode(_ text: String, _ field: FieldDefinition) -> Value? {
        switch field.type {
        case .integer, .decimal, .money: Int64(text).map(Value.integer)
        case .bool: .bool(text == "1")
        case .date: Day(iso: text).map(Value.day)
        case .moment: Int64(text).map { .moment(Instant(milliseconds: $0)) }
        case .attachment: Attachment(encoded: text).map(Value.attachment)
        default: .text(text)
        }
    }
}

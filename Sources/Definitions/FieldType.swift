/// The closed list of field types (each has one column form in the store and one control in a form).
public enum FieldType: String, Sendable, CaseIterable {
    case text
    case longText = "long_text"
    case integer
    /// A decimal with `decimals` places, kept as a scaled integer.
    case decimal
    /// An amount of money in fen; written and shown in yuan.
    case money
    case bool
    case date
    /// A day and time to the minute, Asia/Shanghai.
    case moment
    case code
    case codes
    case unit
    case units
    case reference
    case references
    case attachment
    case idNumber = "id_number"
    case phone
    /// What was found on each item of a standard.
    case checklist
    /// Repeated child rows with stable row ids.
    case rows

    /// Several values in one field, kept in a child table.
    public var isMany: Bool { self == .codes || self == .units || self == .references }
}

/// Why a field is personal; a personal field is encrypted at rest and masked by role on every way out.
public enum PersonalMark: String, Sendable, CaseIterable {
    case name
    case idNumber = "id_number"
    case contact
    case address
    /// Running text that may name people.
    case freeText = "free_text"
    case sensitive

    /// Whether an exact keyed hash is kept for look-up.
    public var isLookedUp: Bool { self == .name || self == .idNumber || self == .contact }
}

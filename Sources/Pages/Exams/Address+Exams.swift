extension Address {
    public static let exams = Address(["exams"])
    public static let examBanks = Address(["exams", "banks"])
    public static let examBankTemplate = Address(["exams", "banks", "template.xlsx"])
    public static func examBank(_ id: String) -> Address { Address(["exams", "banks", id]) }
    public static func examFailedRows(_ id: String) -> Address { Address(["exams", "failed", id]) }
    /// The exam of a record, for whoever runs it.
    public static func exam(_ register: String, _ id: String) -> Address { Address(["exams", register, id]) }
    public static func examStart(_ register: String, _ id: String) -> Address { Address(["exams", register, id, "start"]) }
    public static func examSitting(_ id: String) -> Address { Address(["exams", "sittings", id]) }
    /// The entrance for people without an account.
    public static func examDoor(_ door: String) -> Address { Address(["sit", door]) }
}

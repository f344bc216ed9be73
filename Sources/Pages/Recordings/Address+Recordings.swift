extension Address {
    public static let recordingLedger = Address(["recordings"])
    /// The ledger of one register.
    public static func recordingLedger(_ register: String) -> Address { Address(["recordings", register]) }
    /// The form for uploads of a record.
    public static func recordings(_ register: String, _ id: String) -> Address {
        Address(["registers", register, id, "recordings"])
    }
    public static func recording(_ register: String, _ id: String, _ hash: String) -> Address {
        Address(["registers", register, id, "recordings", hash])
    }
}

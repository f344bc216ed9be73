/// Addresses of consultations in the office.
extension Address {
    public static let consultations = Address(["consultations"])
    public static func opinions(_ register: String, _ id: String) -> Address { Address(["registers", register, id, "opinions"]) }
    public static func supplement(_ register: String, _ id: String, _ supplement: String) -> Address {
        Address(["registers", register, id, "supplements", supplement])
    }
}

extension Address {
    public static let draws = Address(["draws"])
    public static func draw(_ id: String) -> Address { Address(["draws", id]) }
    /// The published file.
    public static func drawFile(_ id: String) -> Address { Address(["draws", id + ".json"]) }
    /// The form that freezes the list of a draw.
    public static func freezing(_ register: String, _ id: String, _ draw: String) -> Address {
        Address(["registers", register, id, "draws", draw])
    }
}

import LegalTime

/// The addresses of monthly returns.
extension Address {
    public static let returns = Address(["returns"])
    public static func monthlyReturn(_ name: String, year: Int? = nil) -> Address {
        Address(["returns", name], query: year.map { [Item("year", String($0))] } ?? [])
    }
    public static func returnMonth(_ name: String, _ month: Month) -> Address { Address(["returns", name, month.iso]) }
    public static func returnSheet(_ name: String, _ month: Month, _ unit: String) -> Address {
        Address(["returns", name, month.iso, unit])
    }
}

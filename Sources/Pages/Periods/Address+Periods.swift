import LegalTime

/// The addresses of periods and local parameters.
extension Address {
    public static let periods = Address(["periods"])
    public static let periodsFile = Address(["periods", "local.yaml"])
    public static let settlePeriod = Address(["periods", "version"])
    public static let settleParameter = Address(["periods", "parameter"])

    public static func period(_ clock: String, from: Day) -> Address {
        Address(["periods", "version"], query: [Item("clock", clock), Item("from", from.iso)])
    }

    public static func parameter(_ name: String) -> Address { Address(["periods", "parameter"], query: [Item("name", name)]) }
}

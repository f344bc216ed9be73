/// The addresses of assessments.
extension Address {
    public static let assessments = Address(["assessments"])
    public static let loadEdition = Address(["assessments", "load"])
    public static let editionTemplate = Address(["assessments", "template.xlsx"])
    public static func editionCheck(_ id: String) -> Address { Address(["assessments", "load", id]) }
    public static func edition(_ name: String) -> Address { Address(["assessments", name]) }
    public static func editionItem(_ edition: String, _ number: String) -> Address { Address(["assessments", edition, number]) }
    public static func editionProgress(_ edition: String) -> Address { Address(["assessments", edition, "progress"]) }
    public static func editionPack(_ edition: String) -> Address { Address(["assessments", edition, "pack.zip"]) }
    public static func evidence(_ edition: String, _ link: String) -> Address {
        Address(["assessments", edition, "files", link])
    }
    public static let compareEditions = Address(["assessments", "compare"])
    public static func compareEditions(_ old: String, _ new: String) -> Address {
        compareEditions.setting("from", to: old).setting("to", to: new)
    }
}

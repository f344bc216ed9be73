extension Address {
    /// The page on which a record is let out or taken back.
    public static func publication(_ register: String, _ id: String) -> Address {
        Address(["registers", register, id, "publication"])
    }

    /// Releases or takes back the report of a year.
    public static func reportRelease(year: Int) -> Address { Address(["reports", String(year), "release"]) }
}

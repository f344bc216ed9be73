import Crypto

/// A seed that the system makes: kept back until the draw, while its commitment is published with the list.
public enum DrawSeed {
    /// 32 random bytes in hex.
    public static func make() -> String { SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }.hex }

    /// Hex SHA-256 of the seed's UTF-8 text.
    public static func commitment(to seed: String) -> String { SHA256.hash(data: Array(seed.utf8)).hex }
}

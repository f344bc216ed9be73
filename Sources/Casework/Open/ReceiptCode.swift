import Vault

/// What somebody outside follows his matter by: 100 random bits in four groups of five letters, shown once.
///
/// The office keeps its keyed hash only. Letters are Crockford's base 32, so that nothing has to be told apart that looks alike.
public struct ReceiptCode: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    private let letters: [UInt8]

    private static let count = 20
    private static let group = 5
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    private static let purpose = "receipt code"

    /// A new one.
    public init() {
        var generator = SystemRandomNumberGenerator()
        letters = (0..<Self.count).map { _ in Self.alphabet[Int(generator.next(upperBound: UInt(Self.alphabet.count)))] }
    }

    /// The code somebody typed, in either case, with or without blanks and dashes, full or half width; nil where it is none.
    public init?(_ typed: some StringProtocol) {
        guard typed.utf8.count <= 200 else { return nil }
        var letters: [UInt8] = []
        for scalar in typed.unicodeScalars {
            let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
            if scalar.properties.isWhitespace || [0x2D, 0x5F, 0x2010, 0x2011, 0x2013, 0x2014, 0x2212, 0x3000].contains(value) {
                continue
            }
            guard let byte = UInt8(exactly: value) else { return nil }
            let upper = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte
            switch upper {
            case UInt8(ascii: "O"): letters.append(UInt8(ascii: "0"))
            case UInt8(ascii: "I"), UInt8(ascii: "L"): letters.append(UInt8(ascii: "1"))
            default:
                guard Self.alphabet.contains(upper) else { return nil }
                letters.append(upper)
            }
        }
        guard letters.count == Self.count else { return nil }
        self.letters = letters
    }

    /// As it is shown: `4F7QD-0M3ZK-8WJ2T-XA6RP`.
    public var text: String {
        stride(from: 0, to: Self.count, by: Self.group)
            .map { String(decoding: letters[$0..<($0 + Self.group)], as: UTF8.self) }.joined(separator: "-")
    }

    /// Under the active key: what is stored.
    func hash(_ keys: KeyRing) -> [UInt8] {
        keys.lookUpHash(String(decoding: letters, as: UTF8.self), purpose: Self.purpose)
    }

    /// Under every key of the ring: what a look-up asks for. Comparing keyed hashes tells nothing of the code by its time.
    func hashes(_ keys: KeyRing) -> [[UInt8]] {
        keys.lookUpHashes(String(decoding: letters, as: UTF8.self), purpose: Self.purpose)
    }

    /// Never the code.
    public var description: String { "ReceiptCode" }
    /// Empty, so that no dump shows the code.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

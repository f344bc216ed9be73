/// A value in the log's own notation, which no database, platform or program version shades.
///
/// Each value has exactly one encoding, and each accepted encoding exactly one value: a tag byte, then its content.
///
/// | tag | value | content |
/// | --- | --- | --- |
/// | 0 | null | |
/// | 1, 2 | false, true | |
/// | 3 | int | 8 bytes, big-endian, two's complement |
/// | 4 | text | count (4 bytes, big-endian), UTF-8 in NFC |
/// | 5 | bytes | count, bytes |
/// | 6 | list | count, values |
/// | 7 | map | count, then key (count, UTF-8 in NFC) and value, keys ascending by their bytes |
public enum CanonicalValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case text(String)
    case bytes([UInt8])
    case list([CanonicalValue])
    case map([String: CanonicalValue])

    /// The encoding.
    public var encoded: [UInt8] {
        var writer = CanonicalWriter()
        writer.value(self)
        return writer.bytes
    }

    /// The value of an encoding; refuses whatever `encoded` would not have written.
    public init(decoding bytes: [UInt8]) throws(CanonicalError) {
        var reader = CanonicalReader(bytes)
        self = try reader.value()
        guard reader.isAtEnd else { throw .notCanonical(at: reader.position) }
    }
}

/// Why bytes are no canonical value; positions count bytes from 0.
public enum CanonicalError: Error, Hashable, Sendable {
    /// The bytes end inside a value.
    case cutShort(at: Int)
    /// A tag that the notation does not have.
    case tagUnknown(UInt8, at: Int)
    /// The value has a shorter or other encoding: keys out of order or twice, text not in NFC, bytes left over.
    case notCanonical(at: Int)
    /// Lists and maps are nested deeper than 32.
    case tooDeep(at: Int)
    /// The value is well formed, but no log entry of a version that is known here.
    case notAnEntry
}

extension CanonicalValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(nilLiteral: ()) { self = .null }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(integerLiteral value: Int64) { self = .int(value) }
    public init(stringLiteral value: String) { self = .text(value) }
    public init(arrayLiteral elements: CanonicalValue...) { self = .list(elements) }
    /// The last of several values of one key counts.
    public init(dictionaryLiteral elements: (String, CanonicalValue)...) {
        self = .map(Dictionary(elements, uniquingKeysWith: { $1 }))
    }
}

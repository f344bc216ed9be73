import Pages

/// Reads `application/x-www-form-urlencoded` texts: queries and simple forms.
enum URLEncoded {
    /// Items in order, names may repeat. Nil for more than `most` items.
    static func items(_ text: some Collection<UInt8>, most: Int = 5000) -> [Address.Item]? {
        var items: [Address.Item] = []
        for part in text.split(separator: UInt8(ascii: "&")) {
            guard items.count < most else { return nil }
            let sides = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            items.append(Address.Item(decode(sides[0]), sides.count > 1 ? decode(sides[1]) : ""))
        }
        return items
    }

    static func items(_ text: String) -> [Address.Item] { items(Array(text.utf8)) ?? [] }

    /// `%E4%B8%AD` and `+` back into text; a broken escape stands for itself, broken UTF-8 becomes U+FFFD.
    static func decode(_ text: some Collection<UInt8>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var rest = text[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                let pair = rest.prefix(2).compactMap(hexValue)
                if pair.count == 2 {
                    bytes.append(pair[0] << 4 | pair[1])
                    rest = rest.dropFirst(2)
                } else {
                    bytes.append(byte)
                }
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

/// Excel's `_xHHHH_` spelling of characters that XML cannot carry, as in `_x000D_`.
enum EscapedText {
    static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard let first = bytes.firstIndex(of: UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
        var result = Array(bytes[..<first])
        var place = first
        while place < bytes.count {
            if let scalar = scalar(bytes, at: place) {
                result.append(contentsOf: String(Character(scalar)).utf8)
                place += 7
            } else {
                result.append(bytes[place])
                place += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The text with each `_xHHHH_` of its own protected as `_x005F_xHHHH_`, so that a reader leaves it alone.
    static func protected(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        var text = text
        return text.withUTF8 { bytes in
            var result: [UInt8] = []
            for place in bytes.indices {
                if scalar(bytes, at: place) != nil { result.append(contentsOf: "_x005F".utf8) }
                result.append(bytes[place])
            }
            return String(decoding: result, as: UTF8.self)
        }
    }

    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Unicode.Scalar? {
        guard place + 7 <= bytes.count, bytes[place] == UInt8(ascii: "_"), bytes[place + 1] == UInt8(ascii: "x"),
            bytes[place + 6] == UInt8(ascii: "_")
        else { return nil }
        let digits = bytes[(place + 2)..<(place + 6)]
        guard digits.allSatisfy({ ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66) || ($0 >= 0x30 && $0 <= 0x39) }) else { return nil }
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
    }
}

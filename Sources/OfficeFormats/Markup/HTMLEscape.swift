/// Text made safe for HTML and XML, in element content and in quoted attributes.
public enum HTMLEscape {
    /// The same text with `& < > " '` as references; the argument itself when there is nothing to escape.
    public static func text(_ text: String) -> String {
        guard text.utf8.contains(where: isSpecial) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the escaped text in UTF-8.
    public static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { source in
            var start = 0
            for place in source.indices where isSpecial(source[place]) {
                bytes.append(contentsOf: source[start..<place])
                bytes.append(contentsOf: reference(source[place]))
                start = place + 1
            }
            bytes.append(contentsOf: source[start...])
        }
    }

    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27
    }

    private static func reference(_ byte: UInt8) -> String.UTF8View {
        switch byte {
        case 0x26: "&amp;".utf8
        case 0x3C: "&lt;".utf8
        case 0x3E: "&gt;".utf8
        case 0x22: "&quot;".utf8
        default: "&#39;".utf8
        }
    }
}

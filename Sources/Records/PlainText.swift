/// Brings typed text into the one form that is compared and stored: half-width ASCII, no outer blanks, lines ended by \n.
public enum PlainText {
    /// Full-width letters, digits and signs to half-width, ideographic space to space.
    public static func halfWidth(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0xE3 }) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x3000: scalars.append(" ")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// Outer white space and byte-order marks away.
    public static func trimmed(_ text: String) -> String {
        let blank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || $0.value == 0xFEFF || $0.value == 0x200B }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !blank($0) }), let last = scalars.lastIndex(where: { !blank($0) }) else {
            return ""
        }
        return String(scalars[first...last])
    }

    /// Digits-and-signs text for numbers and dates: half-width, all blanks out.
    public static func compact(_ text: String) -> String {
        String(halfWidth(text).unicodeScalars.filter { !$0.properties.isWhitespace && $0.value != 0xFEFF }.map(Character.init))
    }

    /// True where a control character other than a line end or tab stands in the text.
    public static func hasControl(_ text: String) -> Bool {
        text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n" && $0 != "\t" && $0 != "\r") || $0.value == 0x7F }
    }

    public static func unixLines(_ text: String) -> String {
        text.utf8.contains(13) ? text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : text
    }

    /// Names near to `text`, best first: those that contain it or share most of its characters.
    public static func near(_ text: String, among names: [String], most: Int = 3) -> [String] {
        let wanted = Set(text)
        guard !wanted.isEmpty else { return [] }
        let scored = names.compactMap { name -> (String, Int)? in
            let shared = wanted.intersection(name).count
            let contains = name.contains(text) || text.contains(name) ? 10 : 0
            let score = shared * 4 - Set(name).subtracting(wanted).count + contains
            return shared * 2 >= wanted.count || contains > 0 ? (name, score) : nil
        }
        return scored.sorted { $0.1 > $1.1 }.prefix(most).map(\.0)
    }
}

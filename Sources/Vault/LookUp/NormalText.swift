import Foundation

/// Text in one form, whichever keyboard or system it came from.
enum NormalText {
    /// Unicode NFC.
    static func nfc(_ text: String) -> String {
        isPlain(text) ? text : text.precomposedStringWithCanonicalMapping
    }

    /// Unicode NFKC: full-width letters and digits become half-width, ideographic spaces become spaces.
    static func nfkc(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) || (0x4E00...0x9FFF).contains($0.value) }
        return isPlain ? text : text.precomposedStringWithCompatibilityMapping
    }

    /// Whether every scalar stays what it is under NFC and joins with no neighbour; true of nearly all Chinese office text, which
    /// so is spared the slow way.
    private static func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0..<0x300, 0x4E00...0x9FFF, 0x3001...0x3029, 0x2010...0x2027, 0xFF01...0xFF60: true
            default: false
            }
        }
    }
}

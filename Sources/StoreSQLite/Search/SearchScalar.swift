/// How the search index sees a character.
enum SearchScalar: Equatable {
    /// Stands between words: blanks, punctuation, marks.
    case separator
    /// A character of a word as it is indexed: full-width forms made narrow, capitals made small.
    case letter(UInt32)
    /// A character that is a word by itself and forms words with its neighbours without a blank.
    case ideograph

    init(_ scalar: UInt32) {
        switch scalar {
        case 0x30...0x39, 0x61...0x7A: self = .letter(scalar)
        case 0x41...0x5A: self = .letter(scalar + 0x20)
        case 0..<0x80: self = .separator
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .ideograph
        case 0x3005...0x3007, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC...0x30FE, 0xAC00...0xD7A3: self = .ideograph
        case 0xFF10...0xFF19, 0xFF41...0xFF5A: self = .letter(scalar - 0xFEE0)
        case 0xFF21...0xFF3A: self = .letter(scalar - 0xFEE0 + 0x20)
        default: self = Self.other(scalar)
        }
    }

    private static func other(_ value: UInt32) -> SearchScalar {
        guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
            return .separator
        }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        return .letter(lower.count == 1 ? lower.first?.value ?? value : value)
    }
}

/// Reads UTF-8 character by character; a broken byte counts as a separator.
struct SearchText {
    let bytes: UnsafeBufferPointer<UInt8>

    /// The character at a place and how many bytes it takes.
    func scalar(at place: Int) -> (SearchScalar, length: Int) {
        let first = bytes[place]
        if first < 0x80 { return (SearchScalar(UInt32(first)), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first < 0xF5, place + length <= bytes.count else { return (.separator, 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for next in bytes[(place + 1)..<(place + length)] {
            guard next & 0xC0 == 0x80 else { return (.separator, 1) }
            value = value << 6 | UInt32(next & 0x3F)
        }
        return (SearchScalar(value), length)
    }

    func hasWord(from place: Int) -> Bool {
        var place = place
        while place < bytes.count {
            let (scalar, length) = scalar(at: place)
            if scalar != .separator { return true }
            place += length
        }
        return false
    }
}

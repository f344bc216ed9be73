/// One Unicode scalar of the text; a scalar beyond the Basic Multilingual Plane stands as U+FFFD, so that positions stay the file's own.
typealias Glyph = UInt16

/// The scalars of a string.
func glyphs(_ string: String) -> [Glyph] {
    string.unicodeScalars.map { $0.value < 0x10000 ? Glyph($0.value) : 0xFFFD }
}

/// One character literal as a glyph, for comparisons: `glyph("第")`.
@inline(__always)
func glyph(_ scalar: Unicode.Scalar) -> Glyph {
    Glyph(truncatingIfNeeded: scalar.value)
}

extension Glyph {
    @inline(__always) var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    @inline(__always) var isLetter: Bool { (self >= 0x41 && self <= 0x5A) || (self >= 0x61 && self <= 0x7A) }
    @inline(__always) var isHan: Bool { (self >= 0x4E00 && self <= 0x9FFF) || self == 0x3007 }

    /// Spaces of every width, joiners and the mark of byte order.
    @inline(__always) var isSpace: Bool {
        switch self {
        case 0x20, 0x09, 0x0B, 0xA0, 0x3000, 0x200B, 0x200C, 0x200D, 0xFEFF, 0x2060: true
        case 0x2002...0x200A, 0x202F, 0x205F: true
        default: false
        }
    }

    /// A line ends here.
    @inline(__always) var isLineEnd: Bool { self == 0x0A || self == 0x0D || self == 0x0C || self == 0x2028 || self == 0x2029 }

    /// 。！？ and the end of a line: a sentence ends here (in clean text).
    @inline(__always) var endsSentence: Bool { self == 0x3002 || self == 0xFF01 || self == 0xFF1F || self == 0x0A }

    /// Also ，；： and a table cell's edge: a clause ends here (in clean text).
    @inline(__always) var endsClause: Bool { endsSentence || self == 0xFF0C || self == 0xFF1B || self == 0xFF1A || self == 0x09 }

    /// Any mark of punctuation or bracket of clean text.
    @inline(__always) var isMark: Bool {
        switch self {
        case 0x3001, 0x3008...0x3011, 0x3014...0x301B, 0x2018...0x201D, 0xFF08, 0xFF09, 0x2026, 0x2014, 0xB7: true
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: endsClause
        }
    }
}

extension [Glyph] {
    /// Whether the phrase stands at a position.
    @inline(__always)
    func has(_ phrase: [Glyph], at position: Int) -> Bool {
        guard position >= 0, position + phrase.count <= count else { return false }
        return withUnsafeBufferPointer { text in
            phrase.withUnsafeBufferPointer { phrase in
                for offset in 0..<phrase.count where text[position + offset] != phrase[offset] { return false }
                return true
            }
        }
    }

    /// The first place of the phrase that lies wholly inside the range.
    func first(_ phrase: [Glyph], in range: Range<Int>) -> Int? {
        guard let head = phrase.first, range.count >= phrase.count else { return nil }
        var position = range.lowerBound
        let last = range.upperBound - phrase.count
        while position <= last {
            if self[position] == head, has(phrase, at: position) { return position }
            position += 1
        }
        return nil
    }

    /// The text of a range.
    func string(_ range: Range<Int>) -> String {
        let range = range.clamped(to: 0..<count)
        return withUnsafeBufferPointer { text in
            String(unsafeUninitializedCapacity: range.count * 3) { bytes in
                var end = 0
                for position in range {
                    let value = UInt32(text[position])
                    // half of a pair cannot stand alone
                    guard value < 0xD800 || value > 0xDFFF else { continue }
                    if value < 0x80 {
                        bytes[end] = UInt8(value)
                        end += 1
                    } else if value < 0x800 {
                        bytes[end] = UInt8(0xC0 | value >> 6)
                        bytes[end + 1] = UInt8(0x80 | value & 0x3F)
                        end += 2
                    } else {
                        bytes[end] = UInt8(0xE0 | value >> 12)
                        bytes[end + 1] = UInt8(0x80 | value >> 6 & 0x3F)
                        bytes[end + 2] = UInt8(0x80 | value & 0x3F)
                        end += 3
                    }
                }
                return end
            }
        }
    }

    /// The glyph at a position, or a line end outside the text.
    @inline(__always)
    func glyph(at position: Int) -> Glyph {
        position >= 0 && position < count ? self[position] : 0x0A
    }
}

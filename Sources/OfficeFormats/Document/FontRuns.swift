/// Splits text into stretches for the Latin and for the Chinese font.
///
/// WPS and Word set “ ” ‘ ’ — … in the Latin font unless the run says otherwise, which shows as half-width quotes in a
/// Chinese text; so these go with the Chinese.
enum FontRuns {
    struct Piece: Hashable {
        var text: String
        var isLatin: Bool
    }

    static func pieces(_ text: String) -> [Piece] {
        var pieces: [Piece] = []
        var previous: Unicode.Scalar?
        let scalars = Array(text.unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            let next = place + 1 < scalars.count ? scalars[place + 1] : nil
            let isLatin = isLatin(scalar, after: previous, before: next) ?? pieces.last?.isLatin ?? false
            if pieces.last?.isLatin == isLatin {
                pieces[pieces.count - 1].text.unicodeScalars.append(scalar)
            } else {
                pieces.append(Piece(text: String(scalar), isLatin: isLatin))
            }
            previous = scalar
        }
        return pieces
    }

    /// Nil for blanks, which go with what stands before them.
    private static func isLatin(
        _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?
    ) -> Bool? {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20: nil
        case 0x21...0x7E, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x370...0x52F: true
        // An apostrophe inside a Latin word stays with the word.
        case 0x2019: isLetter(previous) && isLetter(next)
        // Accents join the letter they stand on.
        case 0x300...0x36F: nil
        default: false
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { $0.isASCII && $0.properties.isAlphabetic } ?? false
    }
}

import Records

/// A text as it is searched for personal values: without blanks, full-width digits as plain ones, small letters; and where each sign stood.
///
/// `王 小明`, `１３８ ００００ ００００` and `138-0000-0000` are found like the plain forms. A line's end parts what stands before and after.
struct FoldedText {
    private(set) var scalars: [Unicode.Scalar] = []
    /// Of each folded scalar the character of the text that it comes from.
    private(set) var places: [Int] = []
    let characters: [Character]

    init(_ text: String) {
        characters = Array(text)
        for (place, character) in characters.enumerated() {
            if character.isNewline {
                scalars.append("\n")
                places.append(place)
                continue
            }
            for scalar in PlainText.halfWidth(String(character)).unicodeScalars where !Self.isSkipped(scalar) {
                for small in String(scalar).lowercased().unicodeScalars {
                    scalars.append(small)
                    places.append(place)
                }
            }
        }
    }

    /// Blanks, signs without width, and what is set between the parts of a number or a name.
    static func isSkipped(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isWhitespace { return true }
        switch scalar.value {
        case 0x200B...0x200F, 0x2060, 0xFEFF, 0x00AD: return true
        case 0x2D, 0x2010...0x2015, 0xB7, 0x2022, 0x30FB, 0x2027: return true
        default: return false
        }
    }

    /// The characters of every place where the words stand.
    func ranges(of words: String) -> [Range<Int>] {
        let wanted = FoldedText(words).scalars.filter { $0 != "\n" }
        guard !wanted.isEmpty, scalars.count >= wanted.count else { return [] }
        var found: [Range<Int>] = []
        var start = 0
        while start + wanted.count <= scalars.count {
            if scalars[start] == wanted[0], scalars[start..<start + wanted.count].elementsEqual(wanted) {
                found.append(places[start]..<places[start + wanted.count - 1] + 1)
                start += wanted.count
            } else {
                start += 1
            }
        }
        return found
    }

    func contains(_ words: String) -> Bool { !ranges(of: words).isEmpty }
}

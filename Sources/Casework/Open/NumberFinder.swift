import Records

/// Finds what looks like a personal number in a text: identity numbers and telephone numbers, also with blanks, hyphens and full-width digits in them.
enum NumberFinder {
    enum Kind: Sendable {
        case identity
        case mobile
        case landline
    }

    static func find(in characters: [Character]) -> [(range: Range<Int>, kind: Kind)] {
        let signs = characters.map { PlainText.halfWidth(String($0)).first ?? $0 }
        var found: [(Range<Int>, Kind)] = []
        var place = 0
        while place < signs.count {
            guard isDigit(signs[place]), place == 0 || !isDigit(signs[place - 1]) else {
                place += 1
                continue
            }
            if let end = identity(signs, place) {
                found.append((place..<end, .identity))
                place = end
            } else if let end = run(signs, place, 11, { $0.hasPrefix("1") && !"012".contains($0.dropFirst().first ?? "0") }) {
                found.append((place..<end, .mobile))
                place = end
            } else if let end = landline(signs, place) {
                found.append((place..<end, .landline))
                place = end
            } else {
                place += 1
            }
        }
        return found
    }

    private static func isDigit(_ sign: Character) -> Bool { sign >= "0" && sign <= "9" }

    /// So many digits from a place, with at most one blank or hyphen between two of them, not followed by another digit; where it ends.
    private static func run(_ signs: [Character], _ start: Int, _ count: Int, _ fits: (String) -> Bool) -> Int? {
        var digits = ""
        var place = start
        while place < signs.count, digits.count < count {
            if isDigit(signs[place]) {
                digits.append(signs[place])
            } else if !" -\u{3000}\u{2011}\u{2013}".contains(signs[place])
                || !(place + 1 < signs.count && isDigit(signs[place + 1]))
            {
                return nil
            }
            place += 1
        }
        guard digits.count == count, place == signs.count || !isDigit(signs[place]), fits(digits) else { return nil }
        return place
    }

    /// Seventeen digits with a date of birth in them, and a digit or X.
    private static func identity(_ signs: [Character], _ start: Int) -> Int? {
        func isBorn(_ digits: String) -> Bool {
            let digits = Array(digits)
            let year = Int(String(digits[6..<10])) ?? 0
            let month = Int(String(digits[10..<12])) ?? 0
            let day = Int(String(digits[12..<14])) ?? 0
            return digits[0] != "0" && (1850...2099).contains(year) && (1...12).contains(month) && (1...31).contains(day)
        }
        if let end = run(signs, start, 18, isBorn) { return end }
        // The last sign is an X.
        var place = start
        var digits = ""
        while place < signs.count, digits.count < 17 {
            if isDigit(signs[place]) {
                digits.append(signs[place])
            } else if !" -\u{3000}".contains(signs[place]) {
                return nil
            }
            place += 1
        }
        while place < signs.count, " -\u{3000}".contains(signs[place]) { place += 1 }
        guard digits.count == 17, place < signs.count, "xX".contains(signs[place]), isBorn(digits) else { return nil }
        return place + 1
    }

    /// 0416-1234567
    private static func landline(_ signs: [Character], _ start: Int) -> Int? {
        guard signs[start] == "0" else { return nil }
        for count in [12, 11, 10] {
            if let end = run(signs, start, count, { _ in true }), signs[start..<end].contains("-") { return end }
        }
        return nil
    }
}

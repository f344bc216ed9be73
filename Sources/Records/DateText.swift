import LegalTime

/// Reads dates as offices write them.
public enum DateText {
    public enum Reading: Equatable {
        case day(Day)
        case noSuchDay(month: Int, day: Int)
        case notADate
    }

    /// `2022-01-15`, `2022/1/15`, `2022.1.15`, `2022年1月15日`, `20220115`, `1月15日` and `0115` (of the given year); full-width digits too.
    public static func read(_ text: String, year: Int) -> Reading {
        let compact = PlainText.compact(text)
        guard !compact.isEmpty else { return .notADate }
        var numbers: [Int] = []
        var digits = ""
        var marks: [Character] = []
        for character in compact {
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else if "-/.年月日号—－".contains(character) {
                if !digits.isEmpty {
                    guard digits.count <= 8, let number = Int(digits) else { return .notADate }
                    numbers.append(number)
                    digits = ""
                }
                marks.append(character)
            } else {
                return .notADate
            }
        }
        if !digits.isEmpty {
            if marks.isEmpty { return plainDigits(digits, year: year) }
            guard digits.count <= 4, let number = Int(digits) else { return .notADate }
            numbers.append(number)
        }
        switch numbers.count {
        case 3:
            if numbers[0] >= 1000 { return make(numbers[0], numbers[1], numbers[2]) }
            // 22年1月5日; a year that is still far away is a slip of the pen, not a date.
            let short = 2000 + numbers[0]
            guard numbers[0] < 100, marks.first == "年", short <= year + 10 else { return .notADate }
            return make(short, numbers[1], numbers[2])
        case 2 where (marks.first == "月" || (marks.count == 1 && numbers[0] <= 12)) && numbers[1] < 100:
            return make(year, numbers[0], numbers[1])
        default: return .notADate
        }
    }

    private static func plainDigits(_ digits: String, year: Int) -> Reading {
        guard let number = Int(digits) else { return .notADate }
        switch digits.count {
        case 8: return make(number / 10000, number / 100 % 100, number % 100)
        // A year by itself is no day.
        case 4 where !(1900...2199).contains(number): return make(year, number / 100, number % 100)
        default: return .notADate
        }
    }

    private static func make(_ year: Int, _ month: Int, _ day: Int) -> Reading {
        guard (1900...2199).contains(year) else { return .notADate }
        return Day(year: year, month: month, day: day).map(Reading.day) ?? .noSuchDay(month: month, day: day)
    }

    /// A day and a time of day: `2022-01-15 10:42`, `2022年1月15日10时42分`.
    public static func readMoment(_ text: String, year: Int) -> Instant? {
        let plain = PlainText.trimmed(PlainText.halfWidth(text)).replacing("T", with: " ")
        let split: (String, String)
        if let space = plain.firstIndex(of: " ") {
            split = (String(plain[..<space]), String(plain[plain.index(after: space)...]))
        } else if let mark = plain.firstIndex(of: "日") {
            split = (String(plain[...mark]), String(plain[plain.index(after: mark)...]))
        } else {
            return nil
        }
        guard case .day(let day) = read(split.0, year: year) else { return nil }
        let marked = PlainText.compact(split.1).split(whereSeparator: { ":：时点分秒".contains($0) })
        let parts = marked.compactMap { $0.allSatisfy { $0.isASCII && $0.isNumber } ? Int($0) : nil }
        // Whatever stands there besides digits (pm, +08:00) would change the time if it were passed over.
        guard parts.count == marked.count, let hour = parts.first, (0...23).contains(hour), parts.count <= 3 else { return nil }
        guard parts.dropFirst().allSatisfy((0...59).contains) else { return nil }
        let minute = parts.count > 1 ? parts[1] : 0
        return Instant(day: day, hour: hour, minute: minute)
    }
}

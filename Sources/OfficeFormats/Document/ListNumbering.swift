/// Counts the paragraphs of a document's lists and gives the number of each as Word shows it.
struct ListNumbering {
    let definitions: NumberingListener
    /// The last number of each level, by list pattern: lists of one pattern run on.
    private var counts: [String: [Int: Int]] = [:]
    private var seen: Set<String> = []

    init(_ definitions: NumberingListener) { self.definitions = definitions }

    /// “一、”, “（二）” or “3.” for the next paragraph at a level; empty for bullets and unknown lists.
    mutating func next(list: String, level: Int) -> String {
        guard let pattern = definitions.pattern(of: list), let own = definitions.level(level, of: list), level < 9 else {
            return ""
        }
        // a list that starts anew counts for itself
        if seen.insert("\(list) \(level)").inserted, definitions.level(level, of: list)?.start != nil,
            counts[pattern]?[level] == nil
        {
            counts[pattern, default: [:]][level] = own.start - 1
        }
        counts[pattern, default: [:]][level, default: own.start - 1] += 1
        for deeper in (level + 1)..<10 { counts[pattern]?[deeper] = nil }
        guard own.format != "bullet", own.format != "none" else { return "" }
        var result = own.text
        for place in 0...level where result.contains("%\(place + 1)") {
            let format = definitions.level(place, of: list)?.format ?? "decimal"
            let number = counts[pattern]?[place] ?? definitions.level(place, of: list)?.start ?? 1
            result = result.replacing("%\(place + 1)", with: ListNumbering.written(number, format))
        }
        return result
    }

    private static func written(_ number: Int, _ format: String) -> String {
        guard (1...9999).contains(number) else { return String(number) }
        switch format {
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand",
            "ideographDigital", "chineseLegalSimplified":
            return han(number)
        case "decimalZero": return number < 10 ? "0\(number)" : String(number)
        case "decimalEnclosedParen", "decimalEnclosedCircleChinese", "decimalEnclosedCircle":
            return number <= 20 ? String(Unicode.Scalar(UInt32(0x245F + number)).map(Character.init) ?? "0") : String(number)
        case "decimalFullWidth":
            return String(
                String.UnicodeScalarView(String(number).unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
        case "lowerLetter", "upperLetter":
            guard number <= 26 else { return String(number) }
            return String(Unicode.Scalar(UInt32((format == "lowerLetter" ? 0x60 : 0x40) + number)).map(Character.init) ?? "0")
        default: return String(number)
        }
    }

    /// 十, 十二, 二十三; larger numbers digit by digit.
    private static func han(_ number: Int) -> String {
        let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        if number < 10 { return digits[number] }
        if number < 100 {
            return (number < 20 ? "" : digits[number / 10]) + "十" + (number % 10 == 0 ? "" : digits[number % 10])
        }
        return String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } }.joined()
    }
}

import Records

extension Wording {
    /// A whole number with thousands separated: 1,117.
    public func number(_ value: Int) -> String { NumberText.write(Int64(value), decimals: 0, grouped: true) }

    /// A number in Chinese numerals: 三十一, 一百零二. Beyond 99,999,999 and below zero it stays in digits.
    public static func chineseNumeral(_ value: Int) -> String {
        guard (0..<100_000_000).contains(value) else { return String(value) }
        guard value >= 10_000 else { return upToThousands(value) }
        let rest = value % 10_000
        let gap = rest == 0 ? "" : rest < 1000 ? "零" : ""
        return upToThousands(value / 10_000) + "万" + gap + (rest == 0 ? "" : upToThousands(rest, isRest: true))
    }

    private static func upToThousands(_ value: Int, isRest: Bool = false) -> String {
        let digits = Array("零一二三四五六七八九")
        guard value >= 10 else { return String(digits[value]) }
        var text = ""
        var skipped = false
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = value / unit % 10
            guard digit > 0 else {
                skipped = !text.isEmpty
                continue
            }
            if skipped { text += "零" }
            skipped = false
            text += String(digits[digit]) + name
        }
        return !isRest && text.hasPrefix("一十") ? String(text.dropFirst()) : text
    }

    /// The mark of a heading: 一、 （一） 1. （1） by level from 1; in English `1. `, `(1) `, `(a) `, `(i) `.
    public func headingMark(_ number: Int, level: Int) -> String {
        switch level {
        case 1: say(Self.chineseNumeral(number) + "、", "\(number). ")
        case 2: say("（" + Self.chineseNumeral(number) + "）", "(\(number)) ")
        case 3: say("\(number).", "(\(letter(number))) ")
        default: say("（\(number)）", "(\(roman(number))) ")
        }
    }

    private func letter(_ number: Int) -> String {
        (1...26).contains(number) ? String(Unicode.Scalar(UInt8(96 + number))) : String(number)
    }

    private func roman(_ number: Int) -> String {
        let numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
        return numerals.indices.contains(number - 1) ? numerals[number - 1] : String(number)
    }

    /// The word for what is counted. Chinese measure words mean nothing to an English reader, so each has a noun, or none.
    public func unit(_ unit: String) -> String {
        guard language == .english else { return unit }
        return Self.englishUnits[unit] ?? unit
    }

    private static let englishUnits: [String: String] = [
        "件": "cases", "起": "cases", "宗": "cases", "人": "people", "名": "people", "人次": "attendances", "个": "", "场": "events",
        "次": "times", "场次": "events", "份": "copies", "条": "items", "项": "items", "卷": "files", "户": "households", "家": "bodies",
        "篇": "pieces", "部": "texts", "期": "issues", "处": "places", "所": "places", "支": "teams", "天": "days", "日": "days",
        "工作日": "working days", "个工作日": "working days", "小时": "hours", "分钟": "minutes", "个月": "months", "年": "years",
        "分": "points", "元": "yuan", "万元": "10,000 yuan", "亿元": "100 million yuan", "%": "%", "个百分点": "percentage points",
        "行": "rows", "家次": "visits to bodies", "本": "volumes", "学时": "class hours", "张": "sheets", "题": "questions",
        "平方米": "m²", "块（篇）": "boards or pieces", "户次": "household visits", "批次": "groups", "班": "shifts", "台": "machines",
        "字": "characters", "件次": "times", "天次": "days",
    ]
}

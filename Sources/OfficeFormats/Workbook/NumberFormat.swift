/// What a cell's number format says the number stands for.
enum NumberFormat: Sendable {
    case number
    case date
    case dateTime
    case time
    /// `[h]:mm`: hours that go on past a day.
    case elapsed

    /// The built-in formats of ECMA-376 §18.8.30, with those of the Chinese editions (27–36, 50–58).
    static func builtIn(_ id: Int) -> NumberFormat {
        switch id {
        case 14...17, 27...31, 36, 50...54, 57, 58: .date
        case 18...21, 32...35, 45, 47, 55, 56: .time
        case 46: .elapsed
        case 22: .dateTime
        default: .number
        }
    }

    /// Reads a format code such as `yyyy"年"m"月"d"日"` or `[$-804]h:mm AM/PM`.
    init(code: String) {
        var letters: [Character] = []
        var rest = Substring(code)
        while let next = rest.popFirst(), next != ";" {
            switch next {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }.lowercased()
                rest = rest.drop { $0 != "]" }.dropFirst()
                if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) {
                    self = .elapsed
                    return
                }
            default: letters.append(contentsOf: next.lowercased())
            }
        }
        self = Self.kind(of: String(letters))
    }

    /// Decides from the letters outside quotes and brackets. An `m` is minutes after an `h` or before an `s`, else months.
    private static func kind(of code: String) -> NumberFormat {
        // "General" and its Chinese name hold letters that would otherwise pass for a year or an era.
        if code.hasPrefix("general") || code.hasPrefix("g/") { return .number }
        var text = code
        for (words, letter) in [("am/pm", "h"), ("a/p", "h"), ("\u{4E0A}\u{5348}/\u{4E0B}\u{5348}", "h"), ("e+", ""), ("e-", "")]
        {
            text = text.replacing(words, with: letter)
        }
        let marks = text.filter { "ymdhsae".contains($0) }
        let hasTime = marks.contains { $0 == "h" || $0 == "s" }
        var hasDate = marks.contains { "ydae".contains($0) }
        if !hasDate, marks.contains("m") {
            let runs = marks.reduce(into: [Character]()) { if $0.last != $1 { $0.append($1) } }
            hasDate = runs.indices.contains { place in
                runs[place] == "m" && !(place > 0 && runs[place - 1] == "h")
                    && !(place + 1 < runs.count && runs[place + 1] == "s")
            }
        }
        switch (hasDate, hasTime) {
        case (true, true): return .dateTime
        case (true, false): return .date
        case (false, true): return .time
        case (false, false): return .number
        }
    }
}

/// What a letter is filled with: values as they are to be printed, already masked for whoever prints it.
public struct LetterFacts: Sendable, Hashable {
    /// Text by name. A name without a value is absent.
    public var texts: [String: String]
    /// What conditions look at: the code of a code field, `true` or `false`; absent where unset.
    public var codes: [String: [String]]
    public var rows: [String: [LetterFacts]]

    public init(texts: [String: String] = [:], codes: [String: [String]] = [:], rows: [String: [LetterFacts]] = [:]) {
        self.texts = texts
        self.codes = codes
        self.rows = rows
    }

    /// These facts with those of one row before them; `row.number` counts from 1.
    func entering(_ row: LetterFacts, number: Int) -> LetterFacts {
        var inner = self
        inner.texts.merge(row.texts) { _, new in new }
        inner.codes.merge(row.codes) { _, new in new }
        inner.texts["row.number"] = String(number)
        return inner
    }

    func holds(_ test: LetterTemplate.Test) -> Bool {
        let name = test.name.text
        switch test {
        case .isSet: return isSet(name)
        case .isUnset: return !isSet(name)
        case .isOneOf(_, let codes): return !Set(self.codes[name] ?? []).isDisjoint(with: codes)
        case .isNoneOf(_, let codes): return Set(self.codes[name] ?? []).isDisjoint(with: codes)
        }
    }

    private func isSet(_ name: String) -> Bool {
        if let rows = rows[name] { return !rows.isEmpty }
        return texts[name] != nil || codes[name] != nil
    }
}

/// What stands on a letter beside its text.
public struct LetterHead: Sendable, Hashable {
    /// Its own number; nil for a form that has none.
    public var number: String?
    /// Who signs, a line each.
    public var office: [String]
    /// `2021年11月12日`.
    public var date: String

    public init(number: String?, office: [String], date: String) {
        self.number = number
        self.office = office
        self.date = date
    }
}

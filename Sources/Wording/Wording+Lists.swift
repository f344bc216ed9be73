/// What joins the last two members of a list.
public enum Joint: Sendable, CaseIterable {
    /// 甲、乙、丙
    case plain
    /// 甲、乙和丙
    case and
    /// 甲、乙或丙
    case or
}

extension Wording {
    /// The text in curly quotation marks.
    public func quoted(_ text: String) -> String { "“\(text)”" }

    /// Members joined by 、 or commas.
    public func list(_ items: [String], _ joint: Joint = .plain) -> String {
        joined(items, separator: say("、", ", "), joint)
    }

    /// Quoted members; Chinese puts nothing between two quotations (GB/T 15834).
    public func quotedList(_ items: [String], _ joint: Joint = .plain) -> String {
        joined(items.map(quoted), separator: say("", ", "), joint)
    }

    /// Clauses, which hold commas of their own.
    func clauses(_ items: [String], _ joint: Joint) -> String {
        switch joint {
        case .plain: items.joined(separator: say("；", "; "))
        case .and: items.joined(separator: say("，且", " and "))
        case .or: items.joined(separator: say("，或", " or "))
        }
    }

    private func joined(_ items: [String], separator: String, _ joint: Joint) -> String {
        guard joint != .plain, items.count > 1, let last = items.last else { return items.joined(separator: separator) }
        let word = joint == .and ? say("和", " and ") : say("或", " or ")
        return items.dropLast().joined(separator: separator) + word + last
    }

    /// What a person typed, short enough to be quoted in a sentence.
    func quotedInput(_ text: String) -> String {
        let line = String(text.map { $0.isNewline ? " " : $0 })
        return quoted(line.count > 40 ? line.prefix(40) + "…" : line)
    }

    /// The text with its first letter in upper case, for the beginning of an English sentence.
    func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

import Definitions

/// Reads a checklist as people and sheets write it: `一块标识牌：达标；一张桌：未达标`, `事实清楚：18；…`, or by the items' names, `sign=met;…`.
public enum ChecklistText {
    /// One item as it was written; `item` is nil where the standard has none of that name.
    public struct Entry: Equatable, Sendable {
        public var item: StandardItem?
        public var written: String
        public var mark: String
    }

    /// The items written, in the order of the text. Labels may hold colons: the longest label that fits is taken.
    public static func entries(_ text: String, standard: StandardDefinition) -> [Entry] {
        let names = standard.items.flatMap { item in
            [item.label, item.english, item.name].compactMap(\.self).map { (text: Array(PlainText.halfWidth($0)), item: item) }
        }
        .sorted { $0.text.count > $1.text.count }
        let all = Array(PlainText.halfWidth(PlainText.unixLines(text)))
        var entries: [Entry] = []
        var at = 0
        while at < all.count {
            if all[at] == ";" || all[at].isWhitespace {
                at += 1
                continue
            }
            let named = names.lazy.compactMap { name -> (StandardItem, Int)? in
                guard all[at...].starts(with: name.text) else { return nil }
                return sign(all, from: at + name.text.count).map { (name.item, $0) }
            }.first
            let end = all[(named?.1 ?? at)...].firstIndex { $0 == ";" || $0 == "\n" } ?? all.count
            if let (item, sign) = named {
                entries.append(Entry(item: item, written: item.label, mark: PlainText.trimmed(String(all[(sign + 1)..<end]))))
            } else {
                let part = all[at..<end]
                let cut = part.lastIndex { ":=".contains($0) } ?? end
                entries.append(
                    Entry(
                        item: nil, written: PlainText.trimmed(String(all[at..<cut])),
                        mark: cut < end ? PlainText.trimmed(String(all[(cut + 1)..<end])) : ""))
            }
            at = end
        }
        return entries
    }

    /// Where the sign between an item and its mark stands, after blanks.
    private static func sign(_ all: [Character], from start: Int) -> Int? {
        var at = start
        while at < all.count, all[at] == " " { at += 1 }
        return at < all.count && ":=".contains(all[at]) ? at : nil
    }

    /// Tenths of the mark that a text gives; nil where it is none. An empty text is not asked about.
    public static func tenths(_ mark: String, mode: StandardDefinition.Mode) -> Int64? {
        switch mode {
        case .points:
            if case .scaled(let tenths) = NumberText.read(mark, decimals: 1, dropping: ["分"]) { tenths } else { nil }
        case .met:
            switch mark.lowercased() {
            case "met", "达标", "是", "√", "有", "yes", "y", "true", "1", "on": 10
            case "not_met", "not met", "未达标", "不达标", "否", "×", "无", "no", "n", "x", "false", "0": 0
            default: nil
            }
        }
    }
}

extension InputReader {
    /// The stored form of a checklist, and what is wrong with the text.
    static func checklist(_ text: String, by standard: StandardDefinition) -> (
        value: Value?, problems: [InputProblem.Reason]
    ) {
        var result = ChecklistResult()
        var problems: [InputProblem.Reason] = []
        for entry in ChecklistText.entries(text, standard: standard) {
            guard let item = entry.item else {
                problems.append(
                    .unknownItem(entry.written, near: PlainText.near(entry.written, among: standard.items.map(\.label))))
                continue
            }
            guard !entry.mark.isEmpty else { continue }
            guard let tenths = ChecklistText.tenths(entry.mark, mode: standard.mode) else {
                problems.append(
                    standard.mode == .met
                        ? .itemNotMarked(item: item.label, entry.mark) : .itemNotPoints(item: item.label, entry.mark))
                continue
            }
            guard tenths >= 0, tenths <= Int64(item.points) * 10 else {
                problems.append(.itemOutOfRange(item: item.label, max: item.points, entry.mark))
                continue
            }
            result.awarded[item.name] = tenths
        }
        return (result.encoded(by: standard).map { .text($0) }, problems)
    }
}

import Definitions
import Records

/// Every personal value that a record holds, in clear: what may not stand in anything that leaves the office.
struct PersonalValues {
    struct One: Hashable {
        var text: String
        var mark: PersonalMark
    }

    /// The longest first, so that a name inside an address does not hide the address.
    let values: [One]

    init(_ values: some Collection<One>) {
        var seen: Set<One> = []
        self.values = values.filter { seen.insert($0).inserted }.sorted { $0.text.count > $1.text.count }
    }

    /// Of a record's opened values, its rows among them; running text is not searched as a whole, what is named in it is.
    init(opened: [String: Value], register: RegisterDefinition, names: [String] = []) {
        var found: [One] = names.map { One(text: $0, mark: .name) }
        func take(_ value: Value?, _ field: FieldDefinition) {
            guard let mark = field.personal, mark != .freeText, case .text(let text)? = value else { return }
            for part in Self.parts(PlainText.trimmed(text), mark) { found.append(One(text: part, mark: mark)) }
        }
        for field in register.fields {
            take(opened[field.name], field)
            for row in opened[field.name]?.rows ?? [] { for child in field.fields { take(row.values[child.name], child) } }
        }
        self.init(found)
    }

    /// A field may name several persons; of an address the part behind the district says as much as the whole.
    private static func parts(_ text: String, _ mark: PersonalMark) -> [String] {
        switch mark {
        case .name:
            let names = text.split(whereSeparator: { "、，,；;/ 　".contains($0) }).map(String.init)
            return (names + [text]).filter { $0.count >= 2 }
        case .address:
            var parts = [text]
            if let cut = text.lastIndex(where: { "省市区县".contains($0) }) {
                let rest = String(text[text.index(after: cut)...])
                if rest.count >= 5 { parts.append(rest) }
            }
            return parts.filter { $0.count >= 4 }
        default: return [text].filter { $0.count >= 2 }
        }
    }

    /// Those that stand in a text, also written with blanks or full-width digits.
    func found(in text: String) -> [One] {
        guard !values.isEmpty else { return [] }
        let folded = FoldedText(text)
        return values.filter { folded.contains($0.text) }
    }

    /// The text with every personal value hidden.
    func hiding(_ text: String) -> String {
        guard !values.isEmpty else { return text }
        return marked(text, numbers: false).shown
    }

    /// The text with marks on every personal value, and on numbers that look personal.
    func marked(_ text: String, numbers: Bool = true) -> MarkedText {
        let folded = FoldedText(text)
        var covered = [Bool](repeating: false, count: folded.characters.count)
        var marks: [(Range<Int>, String)] = []
        func mark(_ range: Range<Int>, _ shown: String) {
            guard !range.contains(where: { covered[$0] }) else { return }
            for place in range { covered[place] = true }
            marks.append((range, shown))
        }
        let shown = Self.replacements(values)
        for value in values { for range in folded.ranges(of: value.text) { mark(range, shown[value] ?? MarkedText.blot) } }
        if numbers {
            for (range, _) in NumberFinder.find(in: folded.characters) { mark(range, MarkedText.blot) }
            for match in text.matches(of: Self.address) {
                let from = text.distance(from: text.startIndex, to: match.range.lowerBound)
                mark(from..<from + text.distance(from: match.range.lowerBound, to: match.range.upperBound), MarkedText.blot)
            }
        }
        var pieces: [MarkedText.Piece] = []
        var place = 0
        for (range, shown) in marks.sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) {
            if range.lowerBound > place { pieces.append(.plain(String(folded.characters[place..<range.lowerBound]))) }
            pieces.append(.hidden(String(folded.characters[range]), shown: shown))
            place = range.upperBound
        }
        if place < folded.characters.count { pieces.append(.plain(String(folded.characters[place...]))) }
        return MarkedText(pieces: pieces)
    }

    /// A house in a street: 滨河路12号3单元501室.
    private static var address: Regex<Substring> {
        /[\p{Han}]{1,8}(?:路|街|巷|胡同|村|屯|小区|花园|公寓)[0-9０-９]{1,5}(?:号|-[0-9]+)(?:院|楼|栋)?(?:[0-9０-９]+(?:号楼|栋|单元|室|号|层))*/
    }

    /// 王小明 is shown as 王某某, a second 王大海 as 王某某乙; two persons do not become one.
    private static func replacements(_ values: [One]) -> [One: String] {
        var shown: [One: String] = [:]
        var used: [String: Int] = [:]
        for value in values.sorted(by: { $0.text < $1.text }) {
            guard value.mark == .name else {
                shown[value] = MarkedText.blot
                continue
            }
            let isBody = value.text.count > 4 || bodies.contains { value.text.hasSuffix($0) }
            let family = surname(value.text)
            var mask = isBody ? "某单位" : family + String(repeating: "某", count: max(1, min(2, value.text.count - family.count)))
            let count = used[mask, default: 0]
            used[mask] = count + 1
            if count > 0 { mask += count < ordinals.count ? ordinals[count] : String(count + 1) }
            shown[value] = mask
        }
        return shown
    }

    private static let ordinals = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]
    private static let bodies = ["公司", "商行", "店", "厂", "中心", "合作社", "事务所", "局"]
    private static let compounds = ["欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯", "司徒", "端木", "长孙"]

    private static func surname(_ name: String) -> String {
        name.count >= 3 ? compounds.first { name.hasPrefix($0) } ?? String(name.prefix(1)) : String(name.prefix(1))
    }
}

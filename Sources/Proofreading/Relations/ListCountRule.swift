/// A number and the list it announces: 五个方面 and five things, 3个工作组，即…, 《》《》等11个文件.
struct ListCountRule {
    let passages: Passages
    private let lists: ListReader

    init(_ passages: Passages) {
        self.passages = passages
        lists = ListReader(passages.reading)
    }

    func read(into ledger: inout Ledger) {
        for index in passages.quantities.indices {
            let quantity = passages[index]
            guard quantity.isPlain, quantity.bound == .exact, quantity.family.isCount, let value = quantity.value.whole,
                value >= 1, value <= 60
            else { continue }
            if quantity.unit == "级" {
                readLevels(index, value: value, into: &ledger)
            } else if !readBefore(index, value: value, into: &ledger) {
                readAfter(index, value: value, into: &ledger)
            }
        }
    }

    // MARK: 甲、乙、丙三个方面

    private func readBefore(_ index: Int, value: Int, into ledger: inout Ledger) -> Bool {
        let quantity = passages[index]
        let text = passages.text
        guard quantity.noun.count >= 1 || quantity.unit == "大",
            text[quantity.lead].contains(glyph("、")) || text[quantity.lead].contains(glyph("》"))
        else { return false }
        if quantity.unit != "大", !text.glyph(at: quantity.whole.upperBound).isHan,
            text.glyph(at: quantity.whole.upperBound) != glyph("“")
        {
            return false
        }
        let members = lists.listBefore(quantity.number.lowerBound, from: index > 0 ? passages[index - 1].whole.upperBound : 0)
        guard members.range.upperBound - members.range.lowerBound > 2 else { return false }
        guard members.separators >= 1, value >= 2 || members.isOpen, isTight(members, at: quantity) else { return false }
        return judge(index, value: value, members: members, into: &ledger)
    }

    /// The list must run up to the number: a verb after its last member makes it another sentence part.
    private func isTight(_ members: ListReader.Members, at quantity: Quantity) -> Bool {
        if members.isOpen { return true }
        let text = passages.text
        let last = members.range.upperBound - 1
        var start = last
        while start > members.range.lowerBound, text[start - 1] != glyph("、"),
            text[start - 1] != glyph("》") || text[last] == glyph("》")
        { start -= 1 }
        let tail = start..<members.range.upperBound
        if ListCountRule.verbs.contains(text, in: tail), !text[tail].contains(glyph("”")) { return false }
        if tail.count > 18 { return false }
        let others = members.range.lowerBound..<start
        return ListCountRule.verbs.contains(text, in: max(others.lowerBound, others.upperBound - 1)..<others.upperBound) == false
    }

    private static let verbs = PhraseSet(
        "开展 举办 召开 组织 印发 制定 出台 建立 设立 新增 完成 办理 受理 发放 选派 聘任 选聘 培育 培养 打造 建设 新建 建成 完善 推进 落实 参与 邀请 走访 检查 抽取 抽查 查处 调解 化解 整改 评为 获评 确定 征集 收集 梳理 编制 修订 清理 审核 审查 排查 指导 向 在 对 为 共"
    )

    // MARK: 3个工作组，即：甲、乙、丙

    private static let opens = PhraseSet("即 即： 分别为 分别是 分别为： 分别是： 具体为 具体是 ，即 ，即： ，分别为 ，分别是 ，分别为： ，分别是： ：即 ，为 ，是 （ ：")
    private static let counters = PhraseSet("一是 一要")

    private func readAfter(_ index: Int, value: Int, into ledger: inout Ledger) {
        let quantity = passages[index]
        let text = passages.text
        let noun = quantity.noun
        var position = noun.upperBound
        for offset in noun
        where ListCountRule.opens.match(text, at: offset, limit: noun.upperBound) >= 1 && text[offset] == glyph("即") {
            position = offset
        }
        let length = ListCountRule.opens.match(text, at: position, limit: text.count)
        guard length > 0, noun.count <= 14, !isRanked(noun) else { return }
        let word = text.string(position..<(position + length))
        let start = position + length
        guard
            let end = text[start...].firstIndex(where: {
                $0.endsSentence || $0 == 0xFF1B && word != "：" && word != "，为" || (word == "（" && $0 == glyph("）"))
            })
        else { return }
        let range = start..<end
        if word == "：" || word.hasSuffix("：") {
            if let count = enumerated(from: start, paragraph: passages.reading.paragraphs[quantity.paragraph]) {
                conclude(index, value: value, count: count...count, isOpen: false, isSure: true, into: &ledger)
                return
            }
        }
        if index + 1 < passages.quantities.count, passages[index + 1].number.lowerBound < end { return }
        if text[range].contains(0xFF0C) || range.count > 220 { return }
        let members = lists.listAfter(start, limit: end)
        if word == "，为" || word == "，是" {
            if value == 1, members.separators == 0, range.count <= 24 { ledger.holds(.listCount, [index], "1 = 1") }
            if value > 1, members.separators == 0, members.conjunctions == 0, !members.isOpen, range.count >= 3,
                range.count <= 20, isName(range)
            {
                conclude(index, value: value, count: 1...1, isOpen: false, isSure: true, into: &ledger)
                return
            }
            guard members.separators >= 1, value >= 2 else { return }
        }
        if word == "（" || word == "：" { guard members.separators >= 1, value >= 2 else { return } }
        if word == "（", !members.count.contains(value) {
            // only 四大领域（甲、乙、丙、丁）says that all are listed
            let isClosing =
                quantity.unit == "大" || ListCountRule.closing.match(text, at: quantity.whole.upperBound, limit: text.count) > 0
            guard isClosing, noun.count <= 4, members.separators >= 2 else { return }
        }
        if members.separators == 0, value > 1, !members.count.contains(value) { return }
        _ = judge(index, value: value, members: members, into: &ledger)
    }

    /// 五类案件排名前十的地市为: what follows is counted by another number.
    private func isRanked(_ noun: Range<Int>) -> Bool {
        noun.contains {
            let value = passages.text[$0]
            return value == glyph("前") || value.isDigit || ChineseNumeral.isPart(value)
        }
    }

    private static let places = PhraseSet("社区 村 镇 街道 乡 局 所 中心 学校 公司 单位 站 小区 基地 庭 院")

    private func isName(_ range: Range<Int>) -> Bool {
        ListCountRule.places.suffix(passages.text, of: range) > 0 && !passages.text[range].contains(glyph("各"))
    }

    /// 一是…二是…三是: how many there are up to the end of the paragraph.
    private func enumerated(from start: Int, paragraph: Range<Int>) -> Int? {
        let text = passages.text
        guard ListCountRule.counters.match(text, at: start, limit: text.count) > 0 else { return nil }
        var count = 1
        var position = start + 2
        let sign = text[start + 1]
        while position < paragraph.upperBound {
            if text[position] == sign, let digit = ChineseNumeral.digit(text[position - 1]), digit == count + 1,
                text[position - 2].isMark
            {
                count += 1
            }
            position += 1
        }
        return count >= 2 ? count : nil
    }

    // MARK: 区、镇街、村三级

    private func readLevels(_ index: Int, value: Int, into ledger: inout Ledger) {
        let text = passages.text
        let sentence = passages.reading.sentences[passages[index].sentence].range
        for position in passages[index].number.lowerBound..<sentence.upperBound
        where text[position] == glyph("级") && ChineseNumeral.digit(text[position - 1]) == value {
            let members = lists.listBefore(position - 1)
            guard members.separators >= 1 else { continue }
            guard members.count.contains(value) || isOfLevels(members.range) else { return }
            _ = judge(index, value: value, members: members, into: &ledger)
            return
        }
    }

    /// Names of levels are short: 区、镇街、村; 以…为龙头、…为支点 names none.
    private func isOfLevels(_ range: Range<Int>) -> Bool {
        let text = passages.text
        // what leads up to the first name is no part of it
        guard let first = range.first(where: { text[$0] == glyph("、") }) else { return false }
        var length = 0
        var depth = 0
        for position in range {
            let value = text[position]
            if value == glyph("为") { return false }
            if value == glyph("（") { depth += 1 }
            if depth == 0, position > first {
                length = value == glyph("、") || value == glyph("和") ? 0 : length + 1
                if length > 5 { return false }
            }
            if value == glyph("）") { depth -= 1 }
        }
        return true
    }

    // MARK: judgement

    private func judge(_ index: Int, value: Int, members: ListReader.Members, into ledger: inout Ledger) -> Bool {
        if members.count.upperBound >= 60 { return false }
        conclude(index, value: value, count: members.count, isOpen: members.isOpen, into: &ledger)
        return true
    }

    private static let closing = PhraseSet("方面 领域 功能 环节 维度 主题 板块 重点 层面 体系 机制 类 阶段 步骤 内容 部分 要素")

    private func conclude(
        _ index: Int, value: Int, count: ClosedRange<Int>, isOpen: Bool, isSure: Bool = false, into ledger: inout Ledger
    ) {
        let quantity = passages[index]
        let shown = count.lowerBound == count.upperBound ? "\(count.lowerBound)" : "\(count.lowerBound)–\(count.upperBound)"
        if count.contains(value) {
            ledger.holds(.listCount, [index], "\(value) = \(value)")
        } else if isOpen, count.lowerBound < value {
            let isClosing =
                ListCountRule.closing.match(passages.text, at: quantity.whole.upperBound, limit: passages.text.count) > 0
                || quantity.unit == "大"
            if isClosing, count.upperBound == value - 1, value >= 5 {
                ledger.reports(
                    .listCount, [index], "\(shown) < \(value)", rule: .listCount, severity: .hint,
                    remark: Remark(.listShort, [passages.label(index), "\(value)", shown]), anchor: index)
            } else {
                ledger.holds(.listCount, [index], "\(shown) ≤ \(value)")
            }
        } else {
            let isSure = isSure || count.lowerBound >= 3 || isOpen
            guard isSure || quantity.unit == "级" else { return }
            ledger.reports(
                .listCount, [index], "\(shown) ≠ \(value)", rule: .listCount, severity: .warning,
                remark: Remark(.listDiffers, [passages.label(index), "\(value)", shown]), anchor: index)
        }
    }
}

/// What comes later in a matter's course cannot be more than what came before: 办结 ≤ 受理, 司法确认 ≤ 调解成功.
struct AtMostRule {
    let passages: Passages

    func read(into ledger: inout Ledger) {
        for sentence in passages.bySentence {
            for index in sentence where isMatter(index) { readStage(index, sentence: sentence, into: &ledger) }
        }
        for paragraph in passages.byParagraph {
            for index in paragraph where passages[index].family.isCount && !passages[index].isRecurring {
                readKind(index, paragraph: paragraph, into: &ledger)
                readRevised(index, paragraph: paragraph, into: &ledger)
            }
            readRanks(paragraph, into: &ledger)
        }
    }

    private func isMatter(_ index: Int) -> Bool {
        let quantity = passages[index]
        guard !quantity.isRecurring else { return false }
        if case .other = quantity.form { return false }
        return quantity.family == .matter || quantity.family == .item || quantity.family == .document || quantity.family == .batch
            || quantity.family == .place && quantity.unit == "处"
    }

    private static func comparable(_ first: Quantity, _ second: Quantity) -> Bool {
        first.code == second.code || first.family == .matter && second.family == .matter
    }

    // MARK: stages

    private func readStage(_ index: Int, sentence: Range<Int>, into ledger: inout Ledger) {
        let quantity = passages[index]
        let text = passages.text
        guard !quantity.isParenthetical, !passages.isAnnounced(index),
            let later = Vocabulary.stage(quantity.lead, in: text)
        else { return }
        var at = index - 1
        while at >= sentence.lowerBound {
            let other = passages[at]
            if isMatter(at), !other.isParenthetical, AtMostRule.comparable(other, quantity), let earlier = stage(of: at) {
                guard earlier.stage < later.stage else { return }
                guard isSameMatter(quantity, other, later: later.word, earlier: earlier.word) else { return }
                compare(index, with: at, sentence: sentence, into: &ledger)
                return
            }
            if other.passage < quantity.passage { return }
            at -= 1
        }
    }

    /// The stage that a figure's words name; 需要完成88项任务的30项 speaks from the start of the clause.
    private func stage(of index: Int) -> (stage: Vocabulary.Stage, word: Range<Int>)? {
        let text = passages.text
        if let own = Vocabulary.stage(passages.fullLead(index), in: text) { return own }
        guard text.glyph(at: passages[index].lead.upperBound - 1) == glyph("的") else { return nil }
        return Vocabulary.stage(passages.clauseRange(index).lowerBound..<passages[index].number.lowerBound, in: text)
    }

    private static let fillers = PhraseSet(
        """
        已 均 全部 全 共 共计 累计 成功 依法 按期 按时 及时 并 现 其中 所有 完成 当年 目前 当前 截至目前 全年 为 达 的 了 率 进行 年 月 日 按 照 根据 经 最终 实际 妥善 有效 即时 当场
        各类 案件 事项 纠纷 矛盾 件 问题 工作 程序 任务 签订
        """)

    /// Whether the later figure speaks of the matters of the earlier one: it names none of its own, or the same.
    private func isSameMatter(_ later: Quantity, _ earlier: Quantity, later word: Range<Int>, earlier earlierWord: Range<Int>)
        -> Bool
    {
        let text = passages.text
        let before = earlier.lead.lowerBound..<earlier.noun.upperBound
        var rest: [Range<Int>] = []
        var position = later.lead.lowerBound
        var start: Int?
        while position < later.lead.upperBound {
            let isTitle = passages.reading.mask[position] != .plain
            let skip =
                word.contains(position)
                ? 1
                : max(
                    AtMostRule.fillers.match(text, at: position, limit: later.lead.upperBound),
                    text[position].isMark || text[position].isDigit || isTitle ? 1 : 0)
            if skip > 0 {
                if let open = start { rest.append(open..<position) }
                start = nil
                position += skip
            } else {
                start = start ?? position
                position += 1
            }
        }
        if let open = start { rest.append(open..<later.lead.upperBound) }
        let names = rest.filter { $0.count >= 2 }
        if names.isEmpty { return true }
        return names.contains {
            Vocabulary.share($0, before, in: text) || $0.count == 2 && text.first(Array(text[$0]), in: before) != nil
        }
    }

    private func compare(_ index: Int, with base: Int, sentence: Range<Int>, into ledger: inout Ledger) {
        let quantity = passages[index]
        let other = passages[base]
        guard quantity.bound == .exact || quantity.bound == .atLeast, other.bound == .exact || other.bound == .atMost else {
            return
        }
        if quantity.value <= other.value {
            ledger.holds(.atMost, [base, index], "\(quantity.printed) ≤ \(other.printed)")
            return
        }
        var end = quantity.whole.upperBound
        while end < passages.text.count, end - quantity.whole.upperBound < 40, !passages.text[end].endsSentence,
            passages.text[end] != 0xFF0C
        { end += 1 }
        let range = passages.clauseRange(base).lowerBound..<end
        let whole = passages.reading.sentences[quantity.sentence].range
        if Vocabulary.carriedOver.contains(passages.text, in: range) || Vocabulary.otherYears.contains(passages.text, in: whole) {
            ledger.unknown(.atMost, [base, index], "\(quantity.printed) > \(other.printed)")
            return
        }
        // 41 = 29 + 12: a count of something else may have been added in
        var members = [base, index]
        var hint = ""
        if let value = quantity.value.whole, let small = other.value.whole {
            for third in sentence
            where third != index && third != base && passages[third].value.whole == value - small
                && passages[third].family.isCount
            {
                members.insert(third, at: 0)
                hint = "\(value) = \(passages[third].printed) + \(small)"
                break
            }
        }
        let next = index + 1
        if next < sentence.upperBound, passages[next].isPercent, passages[next].sentence == quantity.sentence {
            members.append(next)
        }
        let third = hint.isEmpty ? "" : passages[members[0]].printed + passages[members[0]].unit
        ledger.reports(
            .atMost, members, "\(quantity.printed) > \(other.printed)" + (hint.isEmpty ? "" : "；\(hint)"), rule: .atMost,
            severity: .error,
            remark: Remark(
                hint.isEmpty ? .laterExceedsEarlier : .laterExceedsEarlierMixed,
                [
                    passages.label(index), quantity.printed + quantity.unit, passages.label(base), other.printed + other.unit,
                    hint, third,
                ]),
            anchor: index)
    }

    // MARK: 依申请类 344 of 403

    private static let kinds = PhraseSet("类 类事项 类案件 类别")

    private func readKind(_ index: Int, paragraph: Range<Int>, into ledger: inout Ledger) {
        guard index > paragraph.lowerBound else { return }
        let quantity = passages[index]
        let other = passages[index - 1]
        let lead = Vocabulary.trimmed(quantity.lead, in: passages.text)
        guard other.passage == quantity.passage, other.code == quantity.code, !passages.isBareLead(index - 1), lead.count <= 8,
            AtMostRule.kinds.suffix(passages.text, of: lead) > 0, quantity.isExact, other.isExact
        else { return }
        // the figure before is one of the kinds itself
        if AtMostRule.kinds.suffix(passages.text, of: Vocabulary.trimmed(other.lead, in: passages.text)) > 0 { return }
        if quantity.value <= other.value {
            ledger.holds(.atMost, [index - 1, index], "\(quantity.printed) ≤ \(other.printed)")
        } else {
            ledger.reports(
                .atMost, [index - 1, index], "\(quantity.printed) > \(other.printed)", rule: .atMost, severity: .warning,
                remark: Remark(
                    .partExceedsWhole,
                    [
                        passages.label(index), quantity.printed + quantity.unit, passages.label(index - 1),
                        other.printed + other.unit,
                    ]),
                anchor: index)
        }
    }

    // MARK: 调整 200 余项, 调整后共 4046 项

    private static let revisions = PhraseSet("调整 取消 修订 修改 清理 废止 更新 新增 下放 承接")

    private func readRevised(_ index: Int, paragraph: Range<Int>, into ledger: inout Ledger) {
        let quantity = passages[index]
        let text = passages.text
        guard index > paragraph.lowerBound, let word = AtMostRule.revisions.first(text, in: quantity.lead),
            text.glyph(at: word.upperBound) == glyph("后")
        else { return }
        let other = passages[index - 1]
        guard other.code == quantity.code, other.sentence == quantity.sentence,
            text.first(Array(text[word]), in: other.lead) != nil,
            Vocabulary.share(other.lead, quantity.lead, in: text, length: 2)
        else { return }
        if other.value <= quantity.value {
            ledger.holds(.atMost, [index - 1, index], "\(other.printed) ≤ \(quantity.printed)")
        } else if other.bound == .exact || other.bound == .atLeast, quantity.isExact, text.string(word) != "取消",
            text.string(word) != "废止"
        {
            ledger.reports(
                .atMost, [index - 1, index], "\(other.printed) > \(quantity.printed)", rule: .atMost, severity: .warning,
                remark: Remark(
                    .partExceedsWhole,
                    [
                        passages.label(index - 1), other.printed + other.unit, passages.label(index),
                        quantity.printed + quantity.unit,
                    ]),
                anchor: index - 1)
        }
    }

    // MARK: 科级以上 within 副科级以上

    private static let ranks: [(name: [Glyph], height: Int)] = [
        (glyphs("副科级以上"), 1), (glyphs("科级以上"), 2), (glyphs("副处级以上"), 3), (glyphs("副县级以上"), 3), (glyphs("处级以上"), 4),
        (glyphs("县级以上"), 4),
        (glyphs("县处级以上"), 4), (glyphs("副厅级以上"), 5), (glyphs("厅级以上"), 6),
    ]

    private func rank(_ index: Int) -> Int? {
        let range = max(passages[index].lead.lowerBound, passages[index].lead.upperBound - 10)..<passages[index].noun.upperBound
        for rank in AtMostRule.ranks where passages.text.first(rank.name, in: range) != nil { return rank.height }
        return nil
    }

    private func readRanks(_ paragraph: Range<Int>, into ledger: inout Ledger) {
        let text = passages.text
        let ranked = paragraph.filter {
            passages[$0].family == .person && passages[$0].isExact && text[passages[$0].noun].contains(glyph("级"))
        }
        for (place, first) in ranked.enumerated() {
            for second in ranked[(place + 1)...] where passages[first].sentence == passages[second].sentence {
                guard let one = rank(first), let two = rank(second), one != two else { continue }
                let (fewer, more) = one > two ? (first, second) : (second, first)
                if passages[fewer].value <= passages[more].value {
                    ledger.holds(.atMost, [first, second], "\(passages[fewer].printed) ≤ \(passages[more].printed)")
                } else {
                    ledger.reports(
                        .atMost, [first, second], "\(passages[fewer].printed) > \(passages[more].printed)", rule: .atMost,
                        severity: .hint,
                        remark: Remark(
                            .partExceedsWhole,
                            [
                                passages.label(fewer), passages[fewer].printed + passages[fewer].unit, passages.label(more),
                                passages[more].printed + passages[more].unit,
                            ]), anchor: fewer)
                }
            }
        }
    }
}

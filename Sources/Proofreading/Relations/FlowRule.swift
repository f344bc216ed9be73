/// What was on hand and what came in make up what was done and what is left: 上年结转22件，受理241件，办结236件，结转下年27件.
struct FlowRule {
    let passages: Passages

    private enum Role: Int, CaseIterable {
        case before
        case incoming
        case outgoing
        case left
    }

    private static let before = PhraseSet("上年结转 上年度结转 年初结转 去年结转 上期未结 上年未结 上年转入 年初在册 上年末在册 期初 旧存")
    private static let left = PhraseSet("结转下年 结转下年度 结转至下年 结转至下年度 转入下年 结转下一年 结转下一年度 年末在册 期末 结转次年 结转明年")
    private static let incoming = PhraseSet("受理 新收 新受理 收到 新接收 接收 新增 受理依申请公开")
    private static let outgoing = PhraseSet("办结 审结 结案 已办结 解除 解除矫正 解矫 答复 已审结")

    func read(into ledger: inout Ledger) {
        for sentence in passages.bySentence where sentence.count >= 4 {
            var found: [Role: [Int]] = [:]
            for index in sentence where passages[index].isExact && passages[index].isCount && !passages[index].isPercent {
                if let role = role(of: index) { found[role, default: []].append(index) }
            }
            // each told once, or nothing follows
            guard Role.allCases.allSatisfy({ found[$0]?.count == 1 }) else { continue }
            let members = Role.allCases.compactMap { found[$0]?.first }
            judge(members, into: &ledger)
        }
    }

    private func role(of index: Int) -> Role? {
        let text = passages.text
        let lead = passages[index].lead
        if FlowRule.left.contains(text, in: lead) { return .left }
        if FlowRule.before.contains(text, in: lead) { return .before }
        if text.first(glyphs("不予"), in: lead) != nil || text.first(glyphs("未"), in: lead) != nil { return nil }
        if FlowRule.outgoing.contains(text, in: lead) { return .outgoing }
        return FlowRule.incoming.contains(text, in: lead) ? .incoming : nil
    }

    private func judge(_ members: [Int], into ledger: inout Ledger) {
        let values = members.compactMap { passages[$0].value.whole }
        guard values.count == 4, members.allSatisfy({ passages[$0].code == passages[members[0]].code }) else { return }
        let had = values[0] + values[1]
        let gone = values[2] + values[3]
        let equation = "\(values[0]) + \(values[1]) = \(had)"
        if had == gone {
            ledger.holds(.sum, members, "\(equation) = \(values[2]) + \(values[3])")
        } else if values[1] != gone,
            NearMiss.sum(total: had, parts: [values[2], values[3]], isSure: true)
                || NearMiss.sum(total: gone, parts: [values[0], values[1]], isSure: true)
        {
            ledger.reports(
                .sum, members, "\(equation) ≠ \(values[2]) + \(values[3]) = \(gone)", rule: .sum, severity: .error,
                remark: Remark(
                    .sumDiffers,
                    [
                        passages.label(members[0]) + "+" + passages.label(members[1]), "\(had)", passages[members[0]].unit,
                        "\(values[2]) + \(values[3])", "\(gone)", "\(abs(had - gone))",
                    ]),
                anchor: members[1])
        }
    }
}

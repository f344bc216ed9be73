/// The parts that an annual report on building a law-based government must have (督察工作规定): done, wanting, the first person's duty, next year.
struct PartRules {
    let reading: Reading

    init(reading: Reading) { self.reading = reading }

    private enum Part: String, CaseIterable {
        case done = "上一年度推进法治政府建设的主要举措和成效"
        case wanting = "存在的不足和原因"
        case duty = "党政主要负责人履行推进法治建设第一责任人职责的情况"
        case next = "下一年度推进法治政府建设的主要安排"
    }

    private static let done = PhraseSet(
        "成效 基本情况 工作情况 主要做法 开展情况 推进情况 主要特点 进展 主要工作 完成情况 总体情况 主要举措 工作举措 特色 亮点 工作成绩 履职情况 落实情况 建设情况 取得 具体情况 工作总结")
    private static let wanting = PhraseSet("不足 问题 困难 短板 薄弱 差距")
    private static let duty = PhraseSet("第一责任人 主要负责人履行 主要负责同志履行 第一责任")
    private static let next = PhraseSet("安排 打算 计划 思路 下一步 下步 展望 下一年 下阶段 工作重点 努力方向 改进措施 今后")

    func read(into desk: inout FindingDesk) {
        let text = reading.text
        let opening = 0..<min(text.count, 400)
        guard text.first(glyphs("法治政府建设"), in: opening) != nil else { return }
        let top = reading.headings.filter { $0.mark.level == 1 }
        guard top.count >= 2 else { return }
        var found: Set<String> = []
        for heading in top {
            let parts = parts(of: heading.title)
            found.formUnion(parts.map(\.rawValue))
            if parts.contains(.wanting), parts.contains(.next) {
                desk.add(
                    .partsMerged, .warning, heading.range,
                    Remark(
                        .partsMerged, [text.string(heading.title), [Part.wanting, .next].map(\.rawValue).joined(separator: "、")]))
            }
        }
        // the year of a 安排 may be all that tells the plan: 2022年工作思路 is caught above
        for part in Part.allCases where !found.contains(part.rawValue) {
            if part == .done { continue }
            let place = duty(part) ?? top[0].range
            desk.add(.partMissing, .hint, place, Remark(.partMissing, [part.rawValue]))
        }
    }

    private func parts(of title: Range<Int>) -> [Part] {
        let text = reading.text
        var parts: [Part] = []
        if PartRules.duty.contains(text, in: title) { parts.append(.duty) }
        if PartRules.wanting.contains(text, in: title) { parts.append(.wanting) }
        if PartRules.next.contains(text, in: title) { parts.append(.next) }
        if parts.isEmpty || PartRules.done.contains(text, in: title) { parts.append(.done) }
        return parts
    }

    /// Where a part is told inside another.
    private func duty(_ part: Part) -> Range<Int>? {
        guard part == .duty else { return nil }
        return reading.headings.first { $0.mark.level > 1 && PartRules.duty.contains(reading.text, in: $0.range) }?.range
    }
}

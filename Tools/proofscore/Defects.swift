import Proofreading

extension Score {
    private static let rules: [String: Set<Rule>] = [
        "繁体混入": [.traditional], "分页断句": [.pageBreak], "括号半全角混用": [.width, .headingStyle], "缺字": [.missingCharacter],
        "书签残留": [.residue],
        "重复字": [.doubledCharacter, .missingCharacter], "算式残留": [.formula], "书名号/括号错位": [.brackets, .markMisplaced],
        "连接号不一": [.dashes],
        "日期分隔符不一": [.dateMarks], "缺连接号": [.yearRange], "缺连接号+缺括号": [.yearRange], "缺标题编号": [.headingMissing], "页眉残留": [.residue],
        "网页元信息": [.residue], "页脚残留": [.residue], "NBSP 行": [.residue, .spaces], "段末缺标点": [.endMarkMissing],
        "句间缺标点": [.markMissing],
        "缺标点/重复": [.markMissing], "全文半角标点": [.halfWidthMarks], "合并必备部分": [.partsMerged], "单位混用": [.unitsMixed],
        "标题编号重复": [.headingRepeated],
        "括号不配对": [.brackets, .width], "标题拆行": [.titleSplit], "半全角混用": [.width], "标题末标点": [.headingEndMark],
        "缺空行": [.headingSpacing],
        "数据矛盾": [.atMost, .actorCounts, .sum, .share], "标点误用": [.markMisplaced],
    ]

    /// Defects of text and layout: hard ones found; what is reported beside them.
    func defects() {
        var found = 0
        var wanted = 0
        var claimed: [String: Set<Int>] = [:]
        for row in readings.defects {
            let name = row["file"]
            guard let proof = proofs[name], let line = Int(row["line"]) else { continue }
            let rules = Score.rules[row["type"]] ?? []
            let starts = lineStarts(name)
            let lines = row["type"] == "分页断句" ? line...(line + 2) : line...line
            let matches = proof.findings.indices.filter { index in
                let finding = proof.findings[index]
                let from = lineOf(finding.start, starts)
                let to = lineOf(max(finding.start, finding.end - 1), starts)
                return rules.contains(finding.rule) && from <= lines.upperBound + (row["type"] == "缺空行" ? 40 : 0)
                    && to >= lines.lowerBound - 1
            }
            claimed[name, default: []].formUnion(matches)
            guard row["hard"] == "yes" else { continue }
            wanted += 1
            if matches.isEmpty { say("defect missed \(name) L\(line) \(row["type"]) \(row["evidence"])") } else { found += 1 }
        }
        print("defects    hard found \(found) of \(wanted) (\(ratio(found, wanted)))")
        var counts: [String: Int] = [:]
        for name in readings.names {
            guard let proof = proofs[name] else { continue }
            for (index, finding) in proof.findings.enumerated()
            where finding.rule.group != .arithmetic && !(claimed[name]?.contains(index) ?? false) {
                counts[finding.severity.rawValue, default: 0] += 1
                say(
                    "beside \(name) L\(lineOf(finding.start, lineStarts(name))) \(finding.severity.rawValue) \(finding.rule.rawValue) “\(finding.quote)” \(FindingWording(language: .chinese).message(finding))"
                )
            }
        }
        print(
            "           beside them \(counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))")
    }

    private func lineStarts(_ name: String) -> [Int] {
        var starts = [0]
        for (index, scalar) in (readings.texts[name] ?? "").unicodeScalars.enumerated() where scalar == "\n" {
            starts.append(index + 1)
        }
        return starts
    }

    private func lineOf(_ position: Int, _ starts: [Int]) -> Int { (starts.lastIndex { $0 <= position } ?? 0) + 1 }
}

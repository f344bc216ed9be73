import Foundation
import Proofreading

/// Our readings of the published reports, from the folder that ZHUNSHENG_REPORTS names.
struct Readings {
    struct Row {
        let fields: [String: String]
        subscript(name: String) -> String { fields[name] ?? "" }
        func numbers(_ name: String) -> [Int] { self[name].split(separator: ",").compactMap { Int($0) } }
    }

    let folder: String
    let texts: [String: String]
    let figures: [Row]
    let relations: [Row]
    let defects: [Row]

    init?(_ folder: String) {
        func table(_ name: String) -> [Row] {
            guard let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8) else { return [] }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map {
                $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            }
            guard let header = lines.first else { return [] }
            return lines.dropFirst().map { Row(fields: Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first })) }
        }
        self.folder = folder
        figures = table("figures.tsv")
        relations = table("relations.tsv")
        defects = table("defects.tsv")
        guard !figures.isEmpty else { return nil }
        var texts: [String: String] = [:]
        for name in Set(figures.map { $0["file"] }) {
            texts[name] = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        }
        self.texts = texts
    }

    var names: [String] { texts.keys.sorted() }
}

/// The score of one run over all texts.
struct Score {
    let readings: Readings
    let proofs: [String: ProofResult]
    let isTalkative: Bool

    init(_ readings: Readings, talkative: Bool) {
        self.readings = readings
        isTalkative = talkative
        let reader = Proofreader()
        proofs = readings.texts.mapValues { reader.proof($0) }
    }

    func say(_ line: String) { if isTalkative { print("    " + line) } }

    func around(_ file: String, _ position: Int) -> String {
        let scalars = Array((readings.texts[file] ?? "").unicodeScalars)
        let range = max(0, position - 14)..<min(scalars.count, position + 16)
        return String(String.UnicodeScalarView(scalars[range])).replacingOccurrences(of: "\n", with: "⏎")
    }

    /// Figures: place and value.
    func figures() {
        var found = 0
        var wanted = 0
        var extra = 0
        for name in readings.names {
            let ours = proofs[name]?.figures ?? []
            var byStart = Dictionary(grouping: ours, by: \.start)
            for row in readings.figures where row["file"] == name {
                guard let start = Int(row["char_start"]) else { continue }
                let isFigure = row["kind"] == "figure"
                if isFigure { wanted += 1 }
                guard let mine = byStart[start]?.first else {
                    if isFigure { say("missed \(name) \(start) \(row["fragment"])") }
                    continue
                }
                var value = row["value"]
                if let open = value.firstIndex(of: "("), let close = value.firstIndex(of: ")") {
                    value = String(value[value.index(after: open)..<close])
                }
                let bounds = ["余(≥)": "at_least", "万+余(≥)": "at_least", "≥": "at_least", "≤": "at_most"]
                let bound = bounds[row["precision"]] ?? "exact"
                if isFigure, mine.value == value {
                    found += 1
                    if mine.bound.rawValue != bound {
                        say("bound \(name) \(start) \(row["fragment"]): \(mine.bound.rawValue), wanted \(bound)")
                    }
                    if Int(row["char_end"]) != mine.end {
                        say("end \(name) \(start) \(row["fragment"]): \(mine.end), wanted \(row["char_end"])")
                    }
                } else {
                    extra += 1
                    say("\(isFigure ? "wrong value \(mine.value)" : "no figure") \(name) \(start) \(row["fragment"])")
                }
                byStart[start] = nil
            }
            for (start, _) in byStart.sorted(by: { $0.key < $1.key }) {
                extra += 1
                say("extra \(name) \(start) …\(around(name, start))…")
            }
        }
        print(
            "figures    found \(found) of \(wanted), extra \(extra): P \(ratio(found, found + extra)) R \(ratio(found, wanted))")
    }

    func ratio(_ part: Int, _ whole: Int) -> String { whole == 0 ? "—" : String(format: "%.3f", Double(part) / Double(whole)) }

    /// Relations: found, and the verdict.
    func relations() {
        var wanted = 0
        var found = 0
        var right = 0
        var judged = 0
        var used: [String: Set<Int>] = [:]
        for row in readings.relations {
            let members = Set(row.numbers("members"))
            guard let proof = proofs[row["file"]] else { continue }
            let claimed = row["claimed"] == "yes"
            var matches = proof.relations.filter { relation in
                let mine = Set(relation.members)
                let common = mine.intersection(members)
                if members.count == 1 || mine.count == 1 {
                    return mine == members
                        || (members.count == 1 && common.count == 1 && kinds(row["type"]).contains(relation.kind))
                }
                return common.count >= 2
                    && (members.isSubset(of: mine) || mine.isSubset(of: members) || common.count * 3 >= members.count * 2)
            }
            let nearest = matches.map { Set($0.members).symmetricDifference(members).count }.min() ?? 0
            matches.removeAll { Set($0.members).symmetricDifference(members).count > nearest }
            let severities = proof.findings.filter { finding in
                !finding.members.isEmpty && matches.contains { Set($0.members) == Set(finding.members) }
            }.map(\.severity)
            let expected = row["expected"]
            let verdict: String
            if severities.contains(.error) {
                verdict = "error"
            } else if severities.contains(.warning) {
                verdict = "warning"
            } else if severities.contains(.hint) {
                verdict = matches.contains { $0.verdict == .ok } && expected == "ok" ? "ok" : "hint"
            } else {
                verdict = matches.contains { $0.verdict == .ok } ? "ok" : matches.isEmpty ? "" : "nothing"
            }
            if claimed {
                wanted += 1
                if !matches.isEmpty {
                    found += 1
                } else {
                    say("relation missed \(row["file"]) \(row["relation_id"]) \(row["statement"])")
                }
            }
            judged += 1
            let isRight: Bool
            switch expected {
            case "hint", "nothing": isRight = verdict != "error" && verdict != "warning"
            case "ok": isRight = verdict == "ok" || verdict == ""
            default: isRight = verdict == expected
            }
            if isRight {
                right += 1
            } else {
                say("verdict \(row["file"]) \(row["relation_id"]): \(verdict), wanted \(expected) — \(row["statement"])")
            }
            for match in matches { used[row["file"], default: []].formUnion(match.members) }
        }
        print(
            "relations  claimed found \(found) of \(wanted) (\(ratio(found, wanted))), verdict right \(right) of \(judged) (\(ratio(right, judged)))"
        )
        var false_ = 0
        for name in readings.names {
            for finding in proofs[name]?.findings ?? [] where finding.rule.group == .arithmetic {
                let known = readings.relations.contains { row in
                    row["file"] == name && ["error", "warning", "hint"].contains(row["expected"])
                        && !Set(row.numbers("members")).isDisjoint(with: finding.members)
                }
                let severity = finding.severity.rawValue
                if !known && finding.severity == .error { false_ += 1 }
                say(
                    "\(known ? "known" : "EXTRA") \(severity) \(finding.rule.rawValue) \(name): \(FindingWording(language: .chinese).message(finding))"
                )
            }
        }
        print("           false errors \(false_)")
    }

    private func kinds(_ type: String) -> Set<Relation.Kind> {
        switch type {
        case "list-count": [.listCount]
        case "ratio": [.share, .all]
        case "ratio-feasible": [.share, .growth]
        case "equal": [.equal]
        default: []
        }
    }
}

import Proofreading

/// One figure of a relation that holds is changed; the proof-reader should report it, and nothing else.
struct PlantedErrors {
    let score: Score

    private struct Change {
        let member: Int
        let end: Int
        let old: String
        let new: String
    }

    func run() {
        let reader = Proofreader()
        var planted = 0
        var caught = 0
        var noisy = 0
        for row in score.readings.relations where row["expected"] == "ok" && row["claimed"] == "yes" {
            guard let text = score.readings.texts[row["file"]], let before = score.proofs[row["file"]] else { continue }
            let scalars = Array(text.unicodeScalars)
            var missed: [String] = []
            for change in changes(row) where breaks(row, change) {
                planted += 1
                var changed = scalars
                changed.replaceSubrange(change.member..<change.end, with: change.new.unicodeScalars)
                let after = reader.proof(String(String.UnicodeScalarView(changed)))
                let shift = change.new.unicodeScalars.count - (change.end - change.member)
                func moved(_ place: Int) -> Int { place > change.member ? place + shift : place }
                let old = Set(before.findings.map { "\($0.rule.rawValue) \(moved($0.start))" })
                let fresh = after.findings.filter {
                    !old.contains("\($0.rule.rawValue) \($0.start)")
                        || $0.members.contains(change.member) && !before.findings.contains { $0.members.contains(change.member) }
                }
                let related = Set(row.numbers("members").map(moved))
                let hits = fresh.filter { !related.isDisjoint(with: $0.members) }
                if hits.isEmpty { missed.append("\(change.old)→\(change.new)") } else { caught += 1 }
                let others = fresh.filter { related.isDisjoint(with: $0.members) }
                if !others.isEmpty {
                    noisy += 1
                    score.say(
                        "noise \(row["relation_id"]) \(change.old)→\(change.new): \(others.map { "\($0.rule.rawValue) “\($0.quote)”" }.joined(separator: " | "))"
                    )
                }
            }
            if !missed.isEmpty {
                score.say("planted missed \(row["relation_id"]) \(row["statement"]): \(missed.joined(separator: ", "))")
            }
        }
        print(
            "planted    caught \(caught) of \(planted) (\(score.ratio(caught, planted))), with something else reported \(noisy)")
    }

    private func changes(_ row: Readings.Row) -> [Change] {
        var result: [Change] = []
        for member in row.numbers("members") {
            guard
                let figure = score.readings.figures.first(where: { $0["file"] == row["file"] && Int($0["char_start"]) == member }
                ), let end = Int(figure["char_end"]),
                let text = score.readings.texts[row["file"]]
            else { continue }
            let scalars = Array(text.unicodeScalars)
            let old = String(String.UnicodeScalarView(scalars[member..<end]))
            var variants: [String] = []
            let han = Array("零一二三四五六七八九十")
            if old.count == 1, let value = han.firstIndex(of: Character(old)), value > 0 {
                variants = [value - 1, value + 1].filter { $0 > 1 && $0 <= 10 }.map { String(han[$0]) }
            } else if old.contains(".") {
                let parts = old.split(separator: ".")
                if let whole = Int(parts[0]) {
                    variants = [whole + 1, whole - 1, whole + 10, whole - 10].filter { $0 > 0 }.map { "\($0).\(parts[1])" }
                }
            } else if let value = Int(old) {
                variants = [value + 1, value - 1, value + 10, value - 10].filter { $0 > 0 }.map(String.init)
                let digits = Array(old)
                if digits.count >= 2 {
                    for place in 0..<(digits.count - 1) where digits[place] != digits[place + 1] && digits[place + 1] != "0" {
                        var swapped = digits
                        swapped.swapAt(place, place + 1)
                        variants.append(String(swapped))
                    }
                }
            }
            for new in variants { result.append(Change(member: member, end: end, old: old, new: new)) }
        }
        return result
    }

    /// Whether the relation no longer holds after the change, as far as its kind says.
    private func breaks(_ row: Readings.Row, _ change: Change) -> Bool {
        let members = row.numbers("members")
        var values: [Double] = members.map { member in
            let figure = score.readings.figures.first { $0["file"] == row["file"] && Int($0["char_start"]) == member }
            return (figure?["value"] ?? "").split(separator: "+").reduce(0) { $0 + (Double($1) ?? 0) }
        }
        guard let place = members.firstIndex(of: change.member) else { return false }
        let new = Double(change.new) ?? 0
        switch row["type"] {
        case "≤":
            values[place] = new
            let isRevised = row["relation_id"] == "E10" || row["relation_id"] == "L11"
            return isRevised ? values[0] > values[1] : values[1] > values[0]
        case "list-count":
            // 等 leaves the list open
            return row["relation_id"] != "E9" || new < 4
        case "ratio-feasible", "ratio":
            if row["relation_id"] == "L13" { return change.member != members[0] && new > 100 }
            if row["relation_id"] == "W7" { return false }
            if members.count == 2, row["relation_id"] == "E2" || row["relation_id"] == "W13" { return true }
            return true
        default: return row["relation_id"] != "W10"
        }
    }
}

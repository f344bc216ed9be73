import Definitions

// What is counted where it is not the records themselves: the rows of a field, or the acts of a move.
extension MeasureWords {
    /// 变更中类型是“新增”的项数; nil where records are counted.
    func subjectNoun(_ measure: SimpleMeasure, _ phrase: String?) -> String? {
        switch measure.subject {
        case .records: nil
        case .rows(let field): ofRows(wording.label(ofField: field, in: register), measure.aggregate, phrase)
        case .acts(let moves, let isDistinct): ofActs(moves, isDistinct: isDistinct, phrase)
        }
    }

    private func ofRows(_ rows: String, _ aggregate: Aggregate, _ phrase: String?) -> String {
        let whose = phrase.map { wording.say("中\($0)的", " where \($0)") } ?? ""
        switch aggregate {
        case .count:
            return wording.say("\(rows)\(whose)项数，逐项计", "number of rows of \(rows)\(whose), each row counted")
        case .countDistinct(let path):
            let what = label(path)
            return wording.say(
                "\(rows)\(whose)不同\(what)数，同一\(what)只计一次",
                "number of different values of \(what) over the rows of \(rows)\(whose), each counted once")
        case .sum(let path):
            return wording.say("\(rows)\(whose)\(name(path))合计", "sum of \(name(path)) over the rows of \(rows)\(whose)")
        case .mean(let quantity):
            return wording.say(
                "\(rows)\(whose)\(name(of: quantity, "平均"))，逐项平均",
                "mean \(name(of: quantity, "")) over the rows of \(rows)\(whose)")
        case .max(let quantity):
            return wording.say(
                "\(rows)\(whose)\(name(of: quantity, "最大"))", "largest \(name(of: quantity, "")) over the rows of \(rows)\(whose)"
            )
        }
    }

    private func name(_ path: FieldPath) -> String { wording.label(ofField: path, in: register) }

    private func ofActs(_ moves: [String], isDistinct: Bool, _ phrase: String?) -> String {
        let names = wording.quotedList(moves.compactMap { register.transition($0).map { wording.label($0, in: register) } }, .or)
        let (of, whose) = (phrase.map { $0 + "的" } ?? "", phrase.map { " where " + $0 } ?? "")
        return isDistinct
            ? wording.say(
                "\(of)办过\(names)的件数，同一件只计一次", "number of records that took the step \(names)\(whose), each counted once")
            : wording.say("\(of)办理\(names)的次数，每办一次计一次", "number of times that the step \(names) was taken\(whose)")
    }
}

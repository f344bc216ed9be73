import Records

/// Sentences about the items of a checklist.
struct ChecklistProblemSentences {
    let wording: Wording
    /// The field's label, quoted.
    let label: String

    func sentence(_ reason: InputProblem.Reason) -> String {
        switch reason {
        case .unknownItem(let text, let near):
            say(
                "\(label)里没有\(wording.quoted(text))这一项。"
                    + (near.isEmpty ? "请核对条目。" : "是不是\(wording.list(near.map(wording.quoted)))？"),
                "\(label) has no item \(wording.quoted(text)). "
                    + (near.isEmpty ? "Please check the items." : "Did you mean \(wording.list(near.map(wording.quoted)))?"))
        case .itemNotMarked(let item, let text):
            say(
                "\(label)里“\(item)”写的是\(wording.quoted(text))。请写“达标”或“未达标”，还没有评的留空。",
                "\(label), item \(wording.quoted(item)): \(wording.quoted(text)) is neither met nor not met. Leave it empty if it is not assessed yet."
            )
        case .itemNotPoints(let item, let text):
            say(
                "\(label)里“\(item)”的分值\(wording.quoted(text))不是数。请写得分，至多一位小数；还没有评的留空。",
                "\(label), item \(wording.quoted(item)): \(wording.quoted(text)) is no number of points. Leave it empty if it is not assessed yet."
            )
        case .itemOutOfRange(let item, let max, let text):
            say(
                "\(label)里“\(item)”得分 \(text)，应在 0 到满分 \(max) 之间。请核对。",
                "\(label), item \(wording.quoted(item)): \(text) is not between 0 and the full mark of \(max). Please check.")
        case .itemsMissing(let count):
            say(
                "\(label)还有 \(count) 项没有评。请逐项评完。",
                "\(wording.plural(count, "item")) of \(label) still to be assessed. Please assess every item.")
        default: ""
        }
    }

    private func say(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        wording.say(chinese(), english())
    }
}

import Definitions
import Records

extension Wording {
    /// 85.5 / 100；未达标：门能关上、漆色; before every item is assessed only how many are.
    public func summary(of result: ChecklistResult, by standard: StandardDefinition) -> String {
        let count = result.awarded.count
        guard result.isComplete(by: standard) else {
            return say("已评 \(count) / \(standard.items.count) 项", "\(count) of \(standard.items.count) items assessed")
        }
        let failed = result.failedItems(by: standard)
        let names = list(failed.map { label(ofItem: $0, of: standard) })
        let rest = failed.isEmpty ? text(ChecklistWords.allPassed) : text(ChecklistWords.failedItems) + colon + names
        return total(of: result, by: standard) + say("；", "; ") + rest
    }

    /// 85.5 / 100.
    public func total(of result: ChecklistResult, by standard: StandardDefinition) -> String {
        "\(NumberText.write(result.score, decimals: 1)) / \(standard.fullMark)"
    }
}

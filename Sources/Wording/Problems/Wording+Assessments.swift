import Assessment

/// Sentences about editions, items and scores.
extension Wording {
    public func sentence(for problem: EditionRowProblem) -> String {
        switch problem.reason {
        case .numberMissing: say("缺序号。请填写该项的序号。", "The number is missing.")
        case .numberUsed(let row): say("序号与第 \(row) 行重复。请改为各不相同。", "Row \(row) has this number already.")
        case .textMissing: say("缺三级指标的文字。", "The item's text is missing.")
        case .headingMissing: say("上面没有\(problem.column)。请在本行或上面的行填写。", "There is no \(problem.column) in this row or above it.")
        case .unknownMode(let text):
            say("“\(text)”不是方式。可填 R、E、R+E，或 数据、材料、数据+材料。", "“\(text)” is no mode. Use R, E or R+E.")
        case .notAWeight(let text):
            say("“\(text)”不是分值。请填至多两位小数的数字。", "“\(text)” is no weight. Use a number with at most two decimals.")
        }
    }

    public func sentence(for problem: MappingRowProblem) -> String {
        switch problem.reason {
        case .oldMissing: say("缺原序号。", "The old number is missing.")
        case .unknownOld(let number): say("旧版没有序号“\(number)”。", "The old edition has no number “\(number)”.")
        case .unknownNew(let number): say("新版没有序号“\(number)”。", "The new edition has no number “\(number)”.")
        }
    }

    /// A sheet whose header lacks columns.
    public func columnsMissing(_ names: [String]) -> String {
        say(
            "找不到表头：缺少 \(names.joined(separator: "、")) 列。",
            "No header found: the columns \(names.joined(separator: ", ")) are missing.")
    }

    public func text(of mode: EditionItem.Mode?) -> String {
        switch mode {
        case .figure: text(AssessmentText.modeFigure)
        case .evidence: text(AssessmentText.modeEvidence)
        case .both: text(AssessmentText.modeBoth)
        case nil: text(AssessmentText.modeOpen)
        }
    }

    /// 缺佐证, 复核扣分 0.5.
    public func text(of gap: Gap) -> String {
        switch gap {
        case .noFigure: text(AssessmentText.noFigure)
        case .noEvidence: text(AssessmentText.noEvidence)
        case .belowTarget: text(AssessmentText.belowTarget)
        case .noSelfScore: text(AssessmentText.noSelfScore)
        case .selfScoreAboveWeight: text(AssessmentText.aboveWeight)
        case .notReviewed: text(AssessmentText.notReviewed)
        case .reviewedLower(let by): text(AssessmentText.reviewedLower) + " " + Score.text(by)
        }
    }

    public func text(of part: EditionDifference.Change.Part) -> String {
        switch part {
        case .first: text(AssessmentText.firstLevel)
        case .second: text(AssessmentText.secondLevel)
        case .text: text(AssessmentText.text)
        case .mode: text(AssessmentText.mode)
        case .weight: text(AssessmentText.weight)
        }
    }

    /// 不低于 100.
    public func text(of target: FigureTarget) -> String {
        text(target.comparison == .atLeast ? AssessmentText.atLeast : .atMost) + " " + target.text
    }

    /// 12.5 分.
    public func scored(_ hundredths: Int) -> String { say("\(Score.text(hundredths)) 分", Score.text(hundredths)) }

    public func scoreAboveWeight(_ weight: Int) -> String {
        say("得分不能超过分值 \(Score.text(weight)) 分。", "The score may not be above the weight of \(Score.text(weight)).")
    }

    public func notAScore(_ text: String) -> String {
        say(
            "\(quotedInput(text))不是分数。请填不小于 0、至多两位小数的数字，如 1.5。",
            "\(quotedInput(text)) is no score. Use a number with at most two decimals, such as 1.5.")
    }

    public func unknownRecord(_ number: String) -> String {
        say(
            "该台账里没有编号\(quotedInput(number))，或不在你的权限内。",
            "The register has no record \(quotedInput(number)), or it is not yours to see.")
    }

    public func unknownItem(_ number: String) -> String {
        say(
            "没有序号\(quotedInput(number))的指标。请核对两版的序号。",
            "There is no item \(quotedInput(number)). Check the numbers of both editions.")
    }

    /// 10 个一级指标、34 个二级指标、104 项.
    public func editionCounts(first: Int, second: Int, items: Int) -> String {
        say(
            "一级指标 \(number(first)) 个，二级指标 \(number(second)) 个，共 \(number(items)) 项",
            "\(plural(first, "level-1 heading")), \(plural(second, "level-2 heading")), \(plural(items, "item"))")
    }

    /// 第 2 稿 · 赵六丁 · 2022-01-18 09:30.
    public func revision(_ revision: Int64, source: String) -> String {
        say("第 \(revision) 稿 · \(source)", "Revision \(revision) · \(source)")
    }

    /// 齐备 12 项，共 30 项.
    public func completeOf(_ complete: Int, _ all: Int) -> String {
        say("齐备 \(number(complete)) 项，共 \(number(all)) 项", "\(number(complete)) of \(plural(all, "item")) complete")
    }

    /// 第 5 项.
    public func itemTitle(_ number: String) -> String { say("第 \(number) 项", "Item \(number)") }

    /// 已沿用 14 项关联。
    public func carriedLinks(_ count: Int) -> String {
        say("已沿用 \(number(count)) 项关联。", "\(plural(count, "link")) carried over.")
    }

    /// 载入 29 项.
    public func loadItems(_ count: Int) -> String { say("确认载入 \(number(count)) 项", "Load \(plural(count, "item"))") }

    /// 已载入 29 项，为第 1 稿。
    public func loadedItems(_ count: Int, revision: Int64) -> String {
        say("已载入 \(number(count)) 项，为第 \(revision) 稿。", "\(plural(count, "item")) loaded as revision \(revision).")
    }
}

/// The words of the trade that say how figures hang together.
enum Vocabulary {
    static let total = PhraseSet("共计 总计 合计 总共 共 累计 总数 总量 总人数 总件数 一共 小计")
    /// Whether a word for a total stands in a range; 公共服务 and 共享 have only its character.
    static func hasTotal(_ text: [Glyph], in range: Range<Int>) -> Bool {
        var rest = range
        while let word = total.first(text, in: rest) {
            if word.count > 1 { return true }
            let before = text.glyph(at: word.lowerBound - 1)
            let after = text.glyph(at: word.upperBound)
            if !beforeShared.contains(before), !afterShared.contains(after) { return true }
            rest = word.upperBound..<range.upperBound
        }
        return false
    }

    private static let beforeShared: Set<Glyph> = Set(glyphs("公中一"))
    private static let afterShared: Set<Glyph> = Set(glyphs("同建享治管商产和识青联融"))

    static let amongThem = PhraseSet("其中 包括 包含 涵盖 含")
    static let severally = PhraseSet("分别")
    static let rest = PhraseSet("其余 其他 其它 剩余 余下 尚余 还有 另有")
    static let lastYear = PhraseSet("上年 去年 上一年 前一年 上年度 往年 同期 上年同期 去年同期 上半年 上季度 第一轮 首轮 上届 上次 此前 原有 原来")
    static let carriedOver = PhraseSet("结转 结存 往年 上年 去年 旧存 积案 历史 遗留 存量 跨年")
    /// Words anywhere in a sentence that say matters of another year are in the count.
    static let otherYears = PhraseSet("结转 结存 旧存 旧案 跨年")
    static let growth = PhraseSet("增长 增加 上升 提高 提升 增幅 增多 多 升 上涨 上浮 优于 改善")
    static let fall = PhraseSet("下降 减少 降低 下滑 降幅 减幅 回落 缩减 压减 精简 压缩 少 缩短 节约 降")
    static let comparison = PhraseSet("同比 环比 较上年 比上年 较去年 比去年 与上年 与去年 较上一年 较前一年 相比 比较 较 同期 比前一年 比上一年")

    private static let adverbs = PhraseSet(
        """
        共 共计 总计 合计 累计 总共 已 已经 均 全部 其中 所有 全年 全区 全市 全县 全镇 截至目前 目前 今年 今年以来 本年度 年度 年内 以来 先后 依法 新 又 再 仅 约 近 达 达到 为 的 了
        、 ， 和 及 与 以及 并 等 该 其 我区 我市 我县 我局 我镇 分别 共有 现有 有 年 月 ： 超 超过 完成 开展 组织 进行 对 将
        """)

    /// A lead without the adverbs and marks at its ends.
    static func trimmed(_ range: Range<Int>, in text: [Glyph]) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            if text[low].isMark || text[low].isDigit {
                low += 1
                continue
            }
            let length = leading.match(text, at: low, limit: high)
            guard length > 0 else { break }
            low += length
        }
        while low < high {
            let length = trailing.suffix(text, of: low..<high)
            if length > 0 {
                high -= length
            } else if text[high - 1].isMark, text[high - 1] != glyph("）"), text[high - 1] != glyph("》"),
                text[high - 1] != glyph("”")
            {
                high -= 1
            } else {
                break
            }
        }
        return low..<high
    }

    private static let leading = PhraseSet("、 ， 和 及 与 以及 其中 共 共计 累计 总计 合计 已 全年 截至目前 目前 今年以来 今年 年 月 日 底 以来 全区 全市 全县 并 还 又 是 了 的 份")
    private static let trailing = PhraseSet("共 共计 累计 总计 合计 为 达 达到 近 约 超 超过 有 了 数 的 逾 至 是 已 分别 分别为")

    /// How far a matter has gone: a later stage cannot hold more of them than an earlier one.
    enum Stage: Int, Comparable, Sendable {
        case received = 0
        case accepted
        case disposed
        case succeeded
        case confirmed

        static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
    }

    static let stages: [(PhraseSet, Stage)] = [
        (PhraseSet("司法确认 当场履行 自动履行"), .confirmed),
        (PhraseSet("成功 达成协议 达成调解协议 达成和解 调解协议 成功率 调成"), .succeeded),
        (PhraseSet("已完成 办结 审结 结案 化解 办复 回复 答复 销号 办理完毕 处结 办毕 整改到位 完成整改 已整改 采纳 已处理 已解决 执结 审毕 办理完成 反馈"), .disposed),
        (PhraseSet("查处 受理 立案 承办 处理 办理 调处 调解 处置 审理 接办 需要完成 应完成 需完成 应当完成"), .accepted),
        (PhraseSet("收到 接到 接收 收件 接待 接访 来访 来信 交办 转办 转送 转来 提出 征集 排查 发现 登记 提交 申请 移送 移交 收案"), .received),
    ]

    /// 不予受理, 未办结
    private static let negated: Set<Glyph> = [glyph("予"), glyph("未"), glyph("不")]

    /// The stage that a lead names last, nearest to the number.
    static func stage(_ range: Range<Int>, in text: [Glyph]) -> (stage: Stage, word: Range<Int>)? {
        var best: (stage: Stage, word: Range<Int>)?
        for (set, stage) in stages {
            guard let word = set.last(text, in: range), !negated.contains(text.glyph(at: word.lowerBound - 1)) else { continue }
            if let found = best {
                if word.upperBound > found.word.upperBound
                    || word.upperBound == found.word.upperBound && word.count > found.word.count
                {
                    best = (stage, word)
                }
            } else {
                best = (stage, word)
            }
        }
        // 已整改44处: only at the end of the lead, for 责令整改通知书 is a paper
        if best == nil || best.map({ $0.stage < .disposed }) ?? false {
            let length = mended.suffix(text, of: range)
            if length > 0 { best = (.disposed, (range.upperBound - length)..<range.upperBound) }
        }
        return best
    }

    private static let mended = PhraseSet("整改 拆除 清零 消除 完成整改 已整改")

    static let generic = PhraseSet("案件 事项 问题 矛盾 纠纷 工作 情况 任务 群众 人员 有关 相关 各类 行政 法治 法律 进行 开展 我区 全区 全市 全县 我市 我县 本年 年度")

    /// Whether two ranges share a run of at least `length` characters that says more than 案件 or 工作.
    static func share(_ first: Range<Int>, _ second: Range<Int>, in text: [Glyph], length: Int = 2) -> Bool {
        guard first.count >= length, second.count >= length else { return false }
        for start in first.lowerBound...(first.upperBound - length) {
            guard text[start].isHan, text[start + length - 1].isHan else { continue }
            if length == 2, generic.match(text, at: start, limit: start + 2) == 2 { continue }
            for other in second.lowerBound...(second.upperBound - length) where text[other] == text[start] {
                var offset = 1
                while offset < length, text[other + offset] == text[start + offset] { offset += 1 }
                if offset == length { return true }
            }
        }
        return false
    }

    /// The longest ending that two ranges have in common.
    static func commonSuffix(_ first: Range<Int>, _ second: Range<Int>, in text: [Glyph]) -> Int {
        var length = 0
        while length < min(first.count, second.count), text[first.upperBound - 1 - length] == text[second.upperBound - 1 - length]
        { length += 1 }
        return length
    }

    static func commonPrefix(_ first: Range<Int>, _ second: Range<Int>, in text: [Glyph]) -> Int {
        var length = 0
        while length < min(first.count, second.count), text[first.lowerBound + length] == text[second.lowerBound + length] {
            length += 1
        }
        return length
    }

    /// Words of which one matter can bear only one: together they make up the whole.
    private static let contrastLists = [
        "书面 口头", "线上 线下 网上 网下", "国内 涉外 涉港澳台 涉港澳 涉台", "一审 二审 再审 申诉", "部门联合 跨部门 单部门 联合 单独", "优秀 良好 合格 不合格 基本合格 一般 较差 达标 不达标",
        "受理 不予受理 未受理 告知 申请人撤回 撤回申请 转送 补正", "成功 不成功 未成功 调解成功 调解不成功 成功调解", "胜诉 败诉 待判 未判决 部分败诉", "来信 来访 来电 网上信访 网信 网络",
        "电话 网络 现场 微信 邮件 信函 窗口",
        "简易程序 一般程序 普通程序 快速办理", "刑事 民事 行政 民商事 非诉讼 非诉", "男 女", "国家级 省级 市级 区级 县级 县区级 镇级 乡级 乡镇级 镇街级 村级",
        "予以公开 部分公开 不予公开 无法提供 不予处理 其他处理",
        "继续有效 保留 有效 修改 修订 废止 失效 宣布失效 废止和宣布失效 废止或失效", "城镇 农村", "专职 兼职", "在编 编外 辅助", "县政府 县政府办 以县政府 以区政府 以市政府", "新办 换发 注销 补办",
        "制定 修改 废止 修订 新制定",
        "警告 罚款 没收 吊销 责令停产 责令停业 行政拘留 通报批评 暂扣", "正职 副职", "完成 未完成 已完成", "销号 未销号",
    ]
    static let contrasts = contrastLists.map { PhraseSet($0) }
    /// All of them, for a first look.
    static let contrasting = PhraseSet(contrastLists.joined(separator: " "))

    /// Cases that have come to an end: each has an outcome.
    static let concluded = PhraseSet("审结 办结 结案 已结 结果 清理")

    /// A number that stands for the characters of a range.
    static func key(_ text: [Glyph], _ range: Range<Int>) -> Int {
        var key = range.count
        for position in range { key = (key ^ Int(text[position])) &* 0x100_0000_01B3 }
        return key
    }

    /// The ways a case of reconsideration, litigation or petition can end.
    static let outcomes = PhraseSet(
        "继续有效 保留 修改 修订 废止 失效 宣布失效 维持 撤销 变更 确认违法 驳回 终止 责令履行 责令 调解 和解 撤回 撤诉 不予受理 不予立案 告知 移送 胜诉 败诉 部分 支持 不予支持 中止 纠正 补正 转送 驳回诉讼请求 判决 裁定 准予"
    )
}

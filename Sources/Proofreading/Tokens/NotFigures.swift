/// Runs of digits that count nothing: dates, numbers of documents, ordinals, names.
enum NotFigures {
    private static let dashes: Set<Glyph> = [
        0x2D, 0x2013, 0x2014, 0xFF0D, 0x7E, 0xFF5E, 0x2015, 0x2500, glyph("至"), glyph("到"), 0x301C,
    ]

    static func isDash(_ value: Glyph) -> Bool { dashes.contains(value) }

    /// Classifiers after which a number in characters belongs to a set phrase (三项制度, 四个意识).
    private static let setPhrases = PhraseSet(
        """
        三项制度 三项清单 两个维护 两个确立 四个意识 四个自信 四个全面 三个规定 两个责任 两个覆盖 两个一百年 两个大局 三个务必 四个亲自 四个服务 两个结合 五个一
        两个毫不动摇 两个至上 三个代表 四个最严 四个不放过 六个必须 五个到位 八项规定 十项规定 六条禁令 九条规定 两个健康 两个清单 三个清单 四个伟大 四个善于 三个善于
        七个一 六个一 四个一 三个一 八个一 十个一 两个中心 五个统筹 四个机关 三件大事 两件大事 四个到位 三个到位 两个专项 十个坚持 十一个坚持 两个坚持
        三个结合 四个结合 五个结合 四个严禁 三个严禁 两项法律监督 四大检察 十大检察 三大攻坚战 三类人员 两类人员 五类人员 四类人员 四个百分百 三大攻坚 两条例 三条例 一个中心 一条龙 一个窗口
        四个环节五 三员 四大班子 四套班子 五大班子 三大行动 三家人 两个只有 三个第一
        """)
    private static let anaphora = PhraseSet("这 那 上述 该 前述 同 任 某 另 每 各 前 后 以上 第 初 老 周 星期 之 中")
    private static let groupNouns = PhraseSet(
        """
        领域 方面 功能 主题 任务 工程 行动 体系 机制 板块 平台 中心 片区 行业 举措 攻坚 环节 措施 模块 品牌 重点 系统 类 类别 要素 专项 项目 阵地 专题 指标 抓手 载体
        清单 区域 维度 难题 问题 内容 特色 亮点 产业 战略 目标 职能 作用 优势 群体 场景 工作 系列 步骤 阶段 渠道 方向 部分 提升 矩阵 支柱 保障 建设
        """)

    /// Whether 三项制度, 四个意识 and the like stand here.
    static func isSetPhrase(_ text: [Glyph], at position: Int) -> Bool {
        setPhrases.match(text, at: position, limit: text.count) > 0
    }

    /// Whether the words before a number in characters take it out of counting: 这两个, 第三.
    static func isAnaphoric(_ text: [Glyph], before position: Int) -> Bool {
        guard position > 0 else { return false }
        let range = max(0, position - 2)..<position
        let length = anaphora.suffix(text, of: range)
        guard length > 0 else { return false }
        // 其中两件, 前两个 stay figures of their own only in the first case
        if length == 1, text[position - 1] == glyph("中") { return false }
        return true
    }

    /// Whether a group noun follows 大: 八大领域.
    static func isGroup(_ text: [Glyph], at position: Int) -> Bool {
        if groupNouns.match(text, at: position, limit: text.count) > 0 { return true }
        for offset in 1...4 where groupNouns.match(text, at: position + offset, limit: text.count) > 0 {
            for middle in position..<(position + offset) where !text.glyph(at: middle).isHan { return false }
            return true
        }
        return false
    }

    private static let clockNames = PhraseSet("自助 热线 不打烊 值班 在线 开放 全天候 服务 值守 无休 备勤 待命 响应")

    /// 24小时自助, 24小时热线.
    static func isRoundTheClock(_ text: [Glyph], after position: Int) -> Bool {
        clockNames.match(text, at: position, limit: text.count) > 0
    }

    private static let spans = PhraseSet("连续 近 历时 用时 为期 满 超过 不足 至少 长达 每隔 期限 有效期 有效期为 任期 延长 不超过 最长 执业 从业 工作")

    /// Whether the words before 3年 or 15日 make it a length of time.
    static func isSpan(_ text: [Glyph], before position: Int) -> Bool {
        spans.suffix(text, of: max(0, position - 4)..<position) > 0
    }
}

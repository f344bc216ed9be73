/// How a printed number bounds the true one.
public enum Bound: String, Sendable {
    case exact
    /// 余, 多, 以上, 超过, 至少
    case atLeast = "at_least"
    /// 以内, 不超过, 至多
    case atMost = "at_most"
    /// 约, 近, 左右
    case about
}

/// One figure of the text.
struct Quantity: Sendable {
    enum Form: Sendable, Equatable {
        case plain
        /// 88+11: the summands.
        case formula([Int])
        /// 10-20, 三分之二: not reckoned with.
        case other(String)
    }

    /// The digits, in the clean text.
    let number: Range<Int>
    /// From the digits to the end of the unit.
    let whole: Range<Int>
    let value: Numeral
    let form: Form
    let bound: Bound
    let family: UnitFamily
    let isHan: Bool
    /// 每月一次: an amount for each of something.
    let isRecurring: Bool
    /// The power of ten of the last digit printed: 2 in 1.89万, 0 in 526.
    var scale = 0
    /// The unit as a number: two units are the same when their codes are.
    let code: UInt16

    /// Set by the grouping pass.
    var sentence = 0
    var paragraph = 0
    /// Runs of clauses without a semicolon.
    var passage = 0
    var clause = 0
    /// What stands before the number in its clause, back to the figure before.
    var lead: Range<Int> = 0..<0
    /// What is counted: the words after the unit.
    var noun: Range<Int> = 0..<0
    /// Where 其中 or 包括 stands before the figure.
    var announcement: Int?
    /// Depth of （）.
    var isParenthetical = false

    var unit: String { UnitTable.names[Int(code)] }

    var isPlain: Bool {
        if case .plain = form { return true }
        return false
    }
    var isExact: Bool { bound == .exact && isPlain }
    /// 3.6万 and 1.25亿 were rounded before they were printed.
    var isRounded: Bool { scale > 0 && scale != 4 && scale != 8 }
    var isPercent: Bool { family == .percent }
    /// A count of whole things that may be added up.
    var isCount: Bool { family.isCount && isPlain && !isRecurring }

    /// As printed in equations: "88+11", "526".
    var printed: String {
        switch form {
        case .plain: value.description
        case .formula(let summands): summands.map(String.init).joined(separator: "+")
        case .other(let text): text
        }
    }
}

/// Units that may be compared and added with each other.
enum UnitFamily: Int, Sendable {
    case matter
    case person
    case turnout
    case occasion
    case batch
    case document
    case item
    case body
    case place
    case thing
    case money
    case area
    case period
    case percent
    case point
    case times
    case score
    case bare

    var isCount: Bool {
        switch self {
        case .matter, .person, .turnout, .occasion, .batch, .document, .item, .body, .place, .thing: true
        default: false
        }
    }

    /// Money, areas and people come in parts of 万 and are added all the same.
    var isAdditive: Bool { isCount || self == .money || self == .area }
}

/// The closed list of units and classifiers.
enum UnitTable {
    struct Entry: Sendable {
        let glyphs: [Glyph]
        let name: String
        let family: UnitFamily
        /// Also after a number in characters: 两个, 三十余场.
        let isClassifier: Bool
        /// Needs a look at what stands around it: 位一体, 起来.
        let isTricky: Bool
    }

    private static let tricky: Set<String> = [
        "个", "分", "日内", "年内", "期", "届次", "班", "节", "所", "部", "面", "口", "把", "道", "通", "回", "对", "度", "门", "路", "队", "层", "只", "位",
        "周",
        "天", "秒", "人",
        "家", "小时", "个小时", "市", "县", "乡", "村", "镇", "车", "条", "款", "类", "种", "组", "支", "套", "批", "起", "名", "张", "台", "场",
    ]

    private static let byHead: [Glyph: [Entry]] = {
        var table: [Glyph: [Entry]] = [:]
        func add(_ list: String, _ family: UnitFamily, classifier: Bool = true) {
            for word in list.split(separator: " ") {
                let entry = Entry(
                    glyphs: glyphs(String(word)), name: String(word), family: family, isClassifier: classifier,
                    isTricky: tricky.contains(String(word)))
                table[entry.glyphs[0], default: []].append(entry)
            }
        }
        add("件 起 宗 例 桩", .matter)
        add("件次 案次", .matter)
        add("人 名 位", .person)
        add("人次 人（次） 人（户）", .turnout)
        add("户 家 户次 家次 户数", .body)
        add("次 场 场次 场（次） 场/次 期 轮 轮次 届次 节 堂 讲 回 班次 趟 余场", .occasion)
        add("批 批次 批（次）", .batch)
        add("份 部 篇 册 本 张 幅 封 卷 页 块 面 枚 把 条次 则 通", .document)
        add("项 个 条 项次 条次 款 类 种 组 对 支 套 台 辆 架 艘 只 口 株 棵 队 路 栋 幢 座 间 层 道 台次 车次 台套 根 门 批件 车 件套 个/次", .item)
        add("题 笔 箱 袋 瓶 盒 帖 盏 点次 学分 字", .item, classifier: false)
        add("处 所", .place)
        add("站点 窗口", .place, classifier: false)
        add("村 镇 乡 街道 社区 部门 单位 县 市 镇街 乡镇 村居 网格 小区 学校 企业", .place, classifier: false)
        add("元 块钱 美元", .money)
        add("亩 公顷 平方米 平方公里 公里 千米 米 吨 千克 公斤 立方米 千瓦时 度 平米 ㎡", .area, classifier: false)
        add("周岁 岁 个工作日 工作日 个小时 小时 分钟 个月 个半月 天 周 秒 课时 学时 个学时 日内 年内 个自然日 个周期 星期 个季度", .period)
        add("% ‰", .percent, classifier: false)
        add("个百分点 百分点", .point)
        add("倍", .times)
        add("分", .score, classifier: false)
        for key in table.keys { table[key]?.sort { $0.glyphs.count > $1.glyphs.count } }
        return table
    }()

    private static let codes: [String: UInt16] = {
        var codes: [String: UInt16] = ["": 0, "大": 1, "级": 2]
        for name in byHead.values.flatMap({ $0 }).map(\.name).sorted() where codes[name] == nil {
            codes[name] = UInt16(codes.count)
        }
        return codes
    }()

    /// The units in the order of their codes.
    static let names = codes.sorted { $0.value < $1.value }.map(\.key)

    static func code(_ unit: String) -> UInt16 { codes[unit] ?? 0 }

    static let composite: Set<UInt16> = [code("件次"), code("案次")]
    static let composed: Set<UInt16> = [code("件"), code("次")]

    static func match(_ text: [Glyph], at position: Int) -> Entry? {
        for entry in byHead[text.glyph(at: position)] ?? [] where text.has(entry.glyphs, at: position) { return entry }
        return nil
    }
}

/// Invented reports of the genre: sentences with figures that hang together, put together in several styles.
/// Figures between ⟦ and ⟧ are members of the one relation of their sentence; changing any of them breaks it.
struct InventedReports {
    /// A small generator that gives the same numbers on every machine.
    struct Dice {
        private var state: UInt64
        init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

        mutating func roll(_ range: ClosedRange<Int>) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return range.lowerBound + Int(state % UInt64(range.count))
        }

        mutating func pick<Item>(_ items: [Item]) -> Item { items[roll(0...(items.count - 1))] }
    }

    /// Sentences with a relation that must be noticed when a member changes.
    static let bound: [@Sendable (inout Dice) -> String] = [
        { dice in
            let parts = [dice.roll(40...300), dice.roll(20...90), dice.roll(2...19)]
            return "办理法律援助案件⟦\(parts.reduce(0, +))⟧件，其中刑事案件⟦\(parts[0])⟧件、民事案件⟦\(parts[1])⟧件、行政案件⟦\(parts[2])⟧件。"
        },
        { dice in
            let parts = [dice.roll(20...60), dice.roll(11...19), dice.roll(2...9), dice.roll(2...9)]
            return "共办结行政复议案件⟦\(parts.reduce(0, +))⟧件，其中，维持⟦\(parts[0])⟧件，驳回⟦\(parts[1])⟧件，撤销⟦\(parts[2])⟧件，终止⟦\(parts[3])⟧件。"
        },
        { dice in
            let done = dice.roll(20...80)
            let pending = dice.roll(2...15)
            return "镇街累计受理信访事项⟦\(done + pending)⟧件，化解⟦\(done)⟧件（⟦\(pending)⟧件正在化解中）。"
        },
        { dice in
            let done = dice.roll(20...80)
            let pending = dice.roll(2...15)
            return "全年收到行政复议申请⟦\(done + pending)⟧件，已审结⟦\(done)⟧件，尚有⟦\(pending)⟧件正在审理。"
        },
        { dice in
            let whole = dice.roll(60...400)
            return "街道调委会调解案件⟦\(whole)⟧起，成功⟦\(whole)⟧起，调解成功率为⟦100⟧%。"
        },
        { dice in
            let count = dice.roll(11...36)
            return "在全区⟦\(count)⟧个行政村建设⟦\(count)⟧个评理说事点，建成率达到⟦100⟧%。"
        },
        { dice in
            let parts = [dice.roll(2...9), dice.roll(11...40), dice.roll(11...60)]
            return "完成总体预案⟦\(parts[0])⟧个、专项预案⟦\(parts[1])⟧个、部门预案⟦\(parts[2])⟧个，共⟦\(parts.reduce(0, +))⟧个。"
        },
        { dice in
            let whole = dice.roll(40...90)
            let part = dice.roll(10...35)
            let tenths = (part * 2000 + whole) / (whole * 2)
            return "全年共办理行政诉讼案件⟦\(whole)⟧件，其中调解结案⟦\(part)⟧件，占⟦\(tenths / 10).\(tenths % 10)⟧%。"
        },
        { dice in
            let whole = dice.roll(120...480)
            let part = whole - dice.roll(11...30)
            let tenths = (part * 2000 + whole) / (whole * 2)
            return "受理消费者投诉⟦\(whole)⟧件，办结⟦\(part)⟧件，办结率⟦\(tenths / 10).\(tenths % 10)⟧%。"
        },
        { dice in
            let old = dice.roll(20...90)
            let new = old + dice.roll(5...40)
            let tenths = ((new - old) * 2000 + old) / (old * 2)
            return "新收行政应诉案件⟦\(new)⟧件，上年为⟦\(old)⟧件，同比增长⟦\(tenths / 10).\(tenths % 10)⟧%。"
        },
        { dice in
            let old = dice.roll(300...600)
            let new = old - dice.roll(20...120)
            return "行政许可事项由⟦\(old)⟧项减少到⟦\(new)⟧项，减少⟦\(old - new)⟧项。"
        },
        { dice in
            let parts = [dice.roll(100...300), dice.roll(100...300)]
            return "评理说事点共调解矛盾⟦\(parts[0] + parts[1])⟧件，书面调解⟦\(parts[0])⟧件，口头调解⟦\(parts[1])⟧件。"
        },
        { dice in
            let parts = [dice.roll(20...80), dice.roll(11...40), dice.roll(11...30)]
            return "审核文件⟦\(parts.reduce(0, +))⟧件，其中规范性文件⟦\(parts[0])⟧件，合同文件⟦\(parts[1])⟧件，其余⟦\(parts[2])⟧件为其他涉法文件。"
        },
        { dice in
            let parts = [dice.roll(20...80), dice.roll(11...40)]
            return "办理人大代表建议⟦\(parts[0])⟧件、政协委员提案⟦\(parts[1])⟧件，共计⟦\(parts[0] + parts[1])⟧件。"
        },
        { dice in
            let parts = [dice.roll(300...900), dice.roll(20...90)]
            return "录入一般程序案件⟦\(parts[0] + parts[1])⟧件，其中市执法局东部分局⟦\(parts[0])⟧件，市场监督管理局东部分局⟦\(parts[1])⟧件。"
        },
        { dice in
            let whole = dice.roll(30...60)
            return "行政机关负责人应出庭案件⟦\(whole)⟧件，实际出庭⟦\(whole)⟧件，出庭率⟦100⟧%。"
        },
        { dice in
            let sessions = dice.roll(12...30)
            let each = dice.roll(30...60)
            return "举办法治讲座⟦\(sessions)⟧场，参与群众\(sessions * each)人，平均每场⟦\(each)⟧人。"
        },
        { dice in
            let parts = [dice.roll(20...80), dice.roll(11...40), dice.roll(11...30)]
            return "清理规范性文件⟦\(parts.reduce(0, +))⟧件（继续有效⟦\(parts[0])⟧件，修改⟦\(parts[1])⟧件，废止⟦\(parts[2])⟧件）。"
        },
    ]

    /// Sentences with figures that say nothing of each other.
    static let free: [@Sendable (inout Dice) -> String] = [
        { "召开区委全面依法治区委员会会议\($0.roll(1...4))次、办公室会议\($0.roll(2...6))次，印发文件\($0.roll(5...20))个。" },
        { "组织区政府常务会议学法\($0.roll(3...9))次，举办领导干部法治讲座\($0.roll(2...5))场，\($0.roll(100...900))余人参加。" },
        { "全区现有人民调解委员会\($0.roll(100...300))个、人民调解员\($0.roll(500...1500))名。" },
        { "开展“法律六进”活动\($0.roll(100...400))余场次，发放宣传资料\($0.roll(2...9)).\($0.roll(1...9))万份，受教育群众\($0.roll(10...20))万人次。" },
        { "审批时限压缩至\($0.roll(20...60))个工作日内，网上可办率达\($0.roll(95...99)).\($0.roll(1...9))%，群众满意率\($0.roll(95...99))%以上。" },
        { "选聘“法律明白人”\($0.roll(300...900))名，培训\($0.roll(3...9))期，\($0.roll(2...9))个村被评为省级民主法治示范村。" },
        { "对\($0.roll(10...30))家执法单位的\($0.roll(40...90))本案卷进行评查，发现问题\($0.roll(100...200))个，均已整改。" },
        { "组织行政执法人员培训\($0.roll(2...6))期，参训\($0.roll(200...900))人次，新申领执法证\($0.roll(30...90))人。" },
        { "区法律顾问团审查合同协议\($0.roll(40...190))份，提出意见建议\($0.roll(100...300))余条。" },
        { "12345热线受理群众诉求\($0.roll(1...9)).\($0.roll(1...9))万件，按时办结率\($0.roll(95...98)).\($0.roll(1...9))%。" },
        { _ in "严格落实“三项制度”，坚持和发展新时代“枫桥经验”，全面推行“双随机、一公开”监管，法治化营商环境持续优化。" },
        { "2021年1月4日召开第\($0.roll(100...200))次常务会议，审议《法治政府建设要点》（政发〔2021〕\($0.roll(1...60))号）。" },
        { "围绕依法决策、规范执法、化解纠纷三个方面，细化任务\($0.roll(30...90))项。" },
        { "全年接收社区矫正对象\($0.roll(100...200))人，解除矫正\($0.roll(80...190))人，现有在册社区矫正对象\($0.roll(100...300))人。" },
        { "主动公开政府信息\($0.roll(1000...9000))条，受理依申请公开\($0.roll(11...60))件，均按期答复。" },
        { "立案查处环境违法案件\($0.roll(30...90))件，罚款\($0.roll(100...900))万元，移送公安机关\($0.roll(2...9))件。" },
        { "培育公职律师\($0.roll(11...40))名，每月开展一次案卷评查，每年至少组织一次应急演练。" },
    ]

    enum Style: Int, CaseIterable, Sendable {
        case plain
        case halfWidth
        case spaced
        case wrapped
        case enumerated
        case oneParagraph
    }

    /// A figure that may be changed, by its place in the text.
    struct Member: Sendable {
        let start: Int
        let end: Int
        let fellows: Set<Int>
    }

    let text: String
    let members: [Member]

    init(seed: UInt64, style: Style) {
        var dice = Dice(seed)
        var sentences: [String] = []
        for index in 0..<8 {
            sentences.append(dice.pick(InventedReports.free)(&dice))
            sentences.append(InventedReports.bound[(Int(seed) * 8 + index) % InventedReports.bound.count](&dice))
        }
        let marked = InventedReports.assembled(sentences, style: style)
        var text = String.UnicodeScalarView()
        var groups: [[(Int, Int)]] = []
        var start = 0
        var sentence = -1
        var last = -1
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦": start = text.count
            case "⟧":
                if sentence != last { groups.append([]) }
                last = sentence
                groups[groups.count - 1].append((start, text.count))
            default:
                if scalar == "。" || (scalar == "\n" && style != .wrapped) { sentence += 1 }
                text.append(scalar)
            }
        }
        self.text = String(text)
        members = groups.flatMap { group in group.map { Member(start: $0.0, end: $0.1, fellows: Set(group.map(\.0))) } }
    }

    private static func assembled(_ sentences: [String], style: Style) -> String {
        let opening = "某某区2022年法治政府建设情况报告\n\n区委：\n\n现将有关情况报告如下：\n\n"
        let closing =
            "二、党政主要负责人履行推进法治建设第一责任人职责情况\n\n认真履行职责，定期听取汇报。\n\n三、存在的不足和原因\n\n执法力量仍显不足。\n\n四、2023年主要安排\n\n继续深入推进。\n\n某某区人民政府\n\n2023年1月10日\n"
        let numbers = ["一", "二", "三", "四", "五", "六", "七", "八"]
        switch style {
        case .plain, .halfWidth, .spaced:
            var body = "一、主要举措和成效\n\n"
            for index in 0..<8 {
                body +=
                    "（\(numbers[index])）加强第\(numbers[index])方面工作\n\n" + sentences[index * 2] + sentences[index * 2 + 1] + "\n\n"
            }
            let whole = opening + body + closing
            if style == .halfWidth {
                return whole.replacing("，", with: ",").replacing("；", with: ";").replacing("（", with: "(").replacing(
                    "）", with: ")"
                ).replacing("：", with: ":")
            }
            return style == .spaced ? spaced(whole) : whole
        case .wrapped:
            let whole =
                opening.replacing("\n\n", with: "\n") + "一、主要举措和成效\n" + wrapped("　　" + sentences.joined()) + "\n"
                + closing.replacing("\n\n", with: "\n")
            return whole
        case .enumerated:
            let body = sentences.chunked(4).enumerated().map { index, chunk in
                "（\(numbers[index])）推进各项工作。一是抓落实。" + chunk.joined() + "\n"
            }
            return opening + "一、主要举措和成效\n" + body.joined() + closing
        case .oneParagraph:
            return sentences.joined()
        }
    }

    private static func spaced(_ text: String) -> String {
        var result = ""
        var before: Character = "\n"
        for character in text {
            if character.isNumber && character.isASCII != before.isASCII && before != "\n" && before != "⟦" && before != "." {
                result += before == "〔" ? "" : " "
            }
            result.append(character)
            before = character
        }
        return result
    }

    /// Lines of 34 characters, as pdftotext gives them.
    private static func wrapped(_ text: String) -> String {
        var result = ""
        var width = 0
        for character in text {
            result.append(character)
            if character != "⟦", character != "⟧" { width += 1 }
            if width == 34 {
                result.append("\n")
                width = 0
            }
        }
        return result
    }
}

extension Array {
    fileprivate func chunked(_ size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}

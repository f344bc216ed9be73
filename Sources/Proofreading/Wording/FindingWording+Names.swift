extension FindingWording {
    public func name(_ severity: Severity) -> String {
        switch (severity, language) {
        case (.error, .chinese): "错误"
        case (.warning, .chinese): "存疑"
        case (.hint, .chinese): "提示"
        case (_, .english): severity.rawValue
        }
    }

    /// What a file was found to hold, in one line.
    public func summary(_ result: ProofResult, file: String) -> String {
        func count(_ severity: Severity) -> Int { result.findings.reduce(0) { $1.severity == severity ? $0 + 1 : $0 } }
        let name = file.isEmpty ? "" : file + (language == .chinese ? "：" : ": ")
        if language == .chinese {
            return
                "\(name)\(result.characters) 字，\(result.figures.count) 个数字；错误 \(count(.error))，存疑 \(count(.warning))，提示 \(count(.hint))"
        }
        return
            "\(name)\(result.characters) characters, \(result.figures.count) figures; errors \(count(.error)), warnings \(count(.warning)), hints \(count(.hint))"
    }

    public func line(_ number: Int) -> String { language == .chinese ? "第 \(number) 行" : "line \(number)" }

    public func name(_ rule: Rule) -> String { language == .chinese ? rule.chinese.name : rule.english }

    /// A few words in which the rule finds something.
    public func example(_ rule: Rule) -> String { rule.chinese.example }
}

extension Rule {
    fileprivate var chinese: (name: String, example: String) {
        switch self {
        case .sum: ("总数与分项不符", "受理246件，其中刑事189件、民事55件、行政1件")
        case .share: ("比率与分子分母不符", "调解99起，成功97起，成功率100%")
        case .shareImpossible: ("没有整数分子能得出的比率", "审结39件，纠错率29.2%")
        case .shareOverHundred: ("比率超过 100%", "办结率102%")
        case .atMost: ("部分大于整体、办结多于受理", "受理50件，审结53件")
        case .remainder: ("办结与未结、其余不合总数", "受理54件，办结51件（2件正在办理）")
        case .listCount: ("个数与所列不符", "甲、乙、丙、丁五个方面")
        case .repeatedFact: ("同一事实前后不一", "辖区内12个社区……辖区内13个社区")
        case .growth: ("增减与两期数字不符", "120件，上年100件，同比增长25%")
        case .average: ("平均数不符", "20场、840人，平均每场52人")
        case .correspondence: ("应当对应的两数不等", "纠正11件，制发《纠正通知书》10份")
        case .actorCounts: ("同一单位的两个数字不能并存", "公示28件……录入案件13件")
        case .unitsMixed: ("单位混用", "接访54批次，化解53起（1起正在化解）")
        case .formula: ("正文留有算式", "88+11项任务")
        case .plausibility: ("数字合理性", "470人次，发放资料3600份")
        case .headingMissing: ("标题缺编号", "（一）……强化政府职能转变……（三）")
        case .headingRepeated: ("标题编号重复", "（三）……（三）")
        case .headingSkipped: ("标题编号跳号", "（一）……（三）")
        case .headingStyle: ("标题括号不一", "（三）……(四)")
        case .headingEndMark: ("标题末尾有句号", "（一）加强领导。")
        case .headingSpacing: ("标题前空行不一", "标题紧接上段")
        case .titleSplit: ("标题拆成两行", "2022年某区⏎法治政府建设工作报告")
        case .partMissing: ("缺必备部分", "没有“第一责任人”部分")
        case .partsMerged: ("必备部分合并", "二、存在问题及下步安排")
        case .addressee: ("缺主送机关", "标题下没有“××：”")
        case .signature: ("缺署名、日期", "文末没有机关与日期")
        case .lateReport: ("报送、公开逾期", "2022年3月4日成文")
        case .pageBreak: ("分页断句", "法治建设责⏎⏎任落实")
        case .endMarkMissing: ("段末缺标点", "现将有关情况报告如下")
        case .markMissing: ("句间缺标点", "打造“升级版”三是坚持")
        case .markMisplaced: ("标点误用", "《操作手册》、加强综合研判")
        case .yearRange: ("年份之间缺连接号", "（20212025年）")
        case .yearWord: ("缺“年”字", "2021以来")
        case .documentNumber: ("发文字号括号", "[2018]118号")
        case .brackets: ("括号、引号、书名号不配对", "(2021—2025年》)")
        case .width: ("半角、全角混用", "(北部生态新区）")
        case .halfWidthMarks: ("正文用半角标点", "坚持党的领导,统筹推进")
        case .dashes: ("连接号不一", "2021-2025、2021－2025")
        case .dateMarks: ("日期分隔号不一", "“3.15”“12·4”")
        case .traditional: ("繁体字", "各部門")
        case .doubledCharacter: ("重复的字词", "提升了了")
        case .doubledSentence: ("重复的句子", "同一句话出现两次")
        case .missingCharacter: ("缺字", "完善理体系")
        case .nameVariants: ("名称不一", "“个人调解室”“个人调解工作室”")
        case .wrongWord: ("错别字", "截止目前")
        case .spaces: ("空格", "1 260 人")
        case .residue: ("网页、文档残留", "浏览次数:18")
        case .identityNumber: ("身份证号", "18 位公民身份号码")
        case .telephone: ("手机号码", "11 位手机号码")
        case .homeAddress: ("个人住址", "家住某路3号2单元")
        case .privatePerson: ("当事人全名", "申请人王建国与某局")
        case .carriedOver: ("与上年相同的句子", "--previous 上年报告")
        case .unchangedFigure: ("与上年相同的数字", "--previous 上年报告")
        case .forgottenYear: ("忘改的年份", "--previous 上年报告")
        case .knownFigure: ("与台账数字不符", "--figures 数字.json")
        }
    }

    fileprivate var english: String {
        switch self {
        case .sum: "a total that is not the sum of its parts"
        case .share: "a rate that its counts do not give"
        case .shareImpossible: "a rate that no whole number gives"
        case .shareOverHundred: "a rate above 100%"
        case .atMost: "a part larger than its whole, more finished than taken on"
        case .remainder: "finished and pending, or the rest, do not make up the total"
        case .listCount: "a number and its list differ"
        case .repeatedFact: "one fact told in two ways"
        case .growth: "growth that the two periods do not give"
        case .average: "an average that the figures do not give"
        case .correspondence: "two counts that should answer each other"
        case .actorCounts: "two figures of one office that cannot both stand"
        case .unitsMixed: "units mixed in one account"
        case .formula: "a sum left standing in the text"
        case .plausibility: "a figure that is hardly possible"
        case .headingMissing: "a heading without its number"
        case .headingRepeated: "a heading number twice"
        case .headingSkipped: "a heading number skipped"
        case .headingStyle: "heading brackets of two widths"
        case .headingEndMark: "a heading with a full stop"
        case .headingSpacing: "uneven spacing of headings"
        case .titleSplit: "a title split over two lines"
        case .partMissing: "a required part is missing"
        case .partsMerged: "required parts put together"
        case .addressee: "no addressee"
        case .signature: "no signature or date"
        case .lateReport: "submitted or published late"
        case .pageBreak: "a sentence cut by a page"
        case .endMarkMissing: "a paragraph without an end mark"
        case .markMissing: "a mark missing between sentences"
        case .markMisplaced: "a wrong mark"
        case .yearRange: "a dash missing between years"
        case .yearWord: "a year without 年"
        case .documentNumber: "brackets of a document number"
        case .brackets: "brackets and title marks that do not pair"
        case .width: "half and full width mixed"
        case .halfWidthMarks: "half-width marks in the text"
        case .dashes: "different dashes between years"
        case .dateMarks: "different marks in dates"
        case .traditional: "traditional characters"
        case .doubledCharacter: "characters or words twice"
        case .doubledSentence: "a sentence twice"
        case .missingCharacter: "a character missing"
        case .nameVariants: "a name written in several ways"
        case .wrongWord: "a wrong word"
        case .spaces: "spaces"
        case .residue: "left over from a web page or a document"
        case .identityNumber: "an identity number"
        case .telephone: "a personal telephone number"
        case .homeAddress: "a home address"
        case .privatePerson: "the full name of a party"
        case .carriedOver: "sentences of last year"
        case .unchangedFigure: "figures of last year"
        case .forgottenYear: "years not changed"
        case .knownFigure: "a figure that differs from the registers"
        }
    }
}

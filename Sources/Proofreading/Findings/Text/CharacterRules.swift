/// Single characters: traditional forms, characters missing from set words, well-known slips.
struct CharacterRules {
    let reading: Reading
    private var text: [Glyph] { reading.text }

    init(reading: Reading) { self.reading = reading }

    /// Traditional characters and their usual forms, pair by pair.
    private static let pairs = Array(
        """
        門门們们個个來来時时國国會会對对發发學学經经過过進进開开關关實实現现為为與与這这業业産产產产機机構构設设責责務务區区縣县鄉乡鎮镇村村規规劃划
        執执議议論论調调記记認认識识說说讀读課课請请證证評评語语試试話话該该詳详誠诚護护讓让變变價价優优億亿傳传傷伤備备債债據据擔担擴扩攜携數数
        條条極极標标樣样檔档檢检權权歸归歷历殘残氣气決决況况準准滿满漢汉漸渐濟济災灾無无爭争爲为狀状獎奖獨独環环監监盡尽確确種种稱称積积穩稳
        競竞節节範范簡简糾纠紀纪約约紅红納纳純纯級级紛纷細细終终組组結结絕绝給给統统絲丝綜综綠绿維维網网緊紧線线練练緒绪總总績绩縮缩繼继續续織织
        羅罗習习聞闻聯联職职聽听脫脱腦脑舉举舊旧華华萬万號号處处術术衛卫補补裝装製制複复見见視视覺觉觀观訓训託托訪访訴诉診诊詢询誤误謀谋講讲謝谢
        豐丰貝贝負负財财貢贡貧贫貨货質质貫贯貴贵買买費费貼贴資资賓宾賞赏賠赔賢贤賣卖賴赖購购贈赠車车軌轨軍军軟软較较載载輔辅輕轻輛辆輪轮輸输轉转
        辦办農农運运達达違违遠远適适遞递遲迟選选遺遗還还邊边郵邮鄰邻醫医釋释針针銀银錄录錢钱錯错鋼钢鐵铁長长閉闭閱阅闆板陳陈陸陆陽阳隊队階阶際际
        隨随險险隱隐難难電电靈灵靜静響响頁页項项順顺須须預预領领頭头題题額额顏颜願愿類类顧顾顯显風风飛飞餘余館馆馬马駐驻騎骑驗验驚惊體体鬥斗鬧闹
        魚鱼鳥鸟麗丽黃黄黨党點点齊齐龍龙龜龟應应慶庆憲宪懷怀態态戰战戶户擇择擊击擬拟攝摄敗败敵敌斷断於于晉晋書书幣币幫帮師师帶带歲岁廣广廠厂庫库張张
        強强彈弹彙汇徑径從从復复徵征憂忧慣惯勞劳勝胜勢势動动勵励勸劝協协單单卻却厭厌參参雙双嚴严團团園园圍围圖图報报場场塊块壓压壞坏壯壮夠够奪夺奮奋
        婦妇媽妈孫孙寧宁審审寫写寬宽寶宝將将專专尋寻導导屆届層层屬属島岛創创劑剂劇剧別别則则剛刚剝剥
        """.unicodeScalars.filter { $0.value >= 0x4E00 })
    private static let traditional: [Glyph: Glyph] = {
        var table: [Glyph: Glyph] = [:]
        for index in stride(from: 0, to: pairs.count - 1, by: 2) where pairs[index] != pairs[index + 1] {
            table[Glyph(truncatingIfNeeded: pairs[index].value)] = Glyph(truncatingIfNeeded: pairs[index + 1].value)
        }
        return table
    }()
    private static let isTraditional: [Bool] = {
        var table = [Bool](repeating: false, count: 0x10000)
        for key in traditional.keys { table[Int(key)] = true }
        return table
    }()

    /// A set word without its first character, and verbs after which it cannot stand.
    private static let governed = PhraseSet("理体系 理能力 理水平 理机制 理现代化 理效能 理格局")
    private static let governing = PhraseSet("完善 健全 推进 加强 提升 优化 创新 深化 构建 社会 基层 市域 强化 提高")
    private static let slips: [(wrong: [Glyph], right: String)] = [
        ("截止目前", "截至目前"), ("截止到目前", "截至目前"), ("截止20", "截至20"), ("布署", "部署"), ("台帐", "台账"), ("帐户", "账户"), ("适应新形式", "适应新形势"),
        ("面对新形式", "面对新形势"),
        ("按步就班", "按部就班"), ("再接再励", "再接再厉"), ("精减人员", "精简人员"), ("座右名", "座右铭"), ("渡过难关度", "渡过难关"), ("法制政府建设", "法治政府建设"),
        ("以致于", "以至于"),
        ("委派员", "委派员"), ("行政负议", "行政复议"), ("行政复义", "行政复议"), ("执法监察督", "执法监督"), ("规范性文年", "规范性文件"), ("习近平法制思想", "习近平法治思想"),
        ("依法行攻", "依法行政"),
        ("行攻", "行政"), ("化节", "化解"), ("调节委员会", "调解委员会"), ("人民调节", "人民调解"), ("行政调节", "行政调解"), ("诉调对节", "诉调对接"), ("宣传月活月", "宣传月活动"),
        ("建义", "建议"),
    ].filter { $0.0 != $0.1 }.map { (glyphs($0.0), $0.1) }
    private static let slipHeads = PhraseSet(
        "截止目前 截止到目前 截止20 布署 台帐 帐户 适应新形式 面对新形式 按步就班 再接再励 精减人员 法制政府建设 行政复义 习近平法制思想 依法行攻 行攻 调节委员会 人民调节 行政调节 建义")
    private static let terms = PhraseSet("数据 数字 报名 时间 日期 征求意见 统计")
    private static let governments = PhraseSet("法政府建设 治政府建设")

    func read(into desk: inout FindingDesk) {
        var reported: Set<Glyph> = []
        let text = self.text
        let isTraditional = CharacterRules.isTraditional
        let slipHeads = CharacterRules.slipHeads
        for position in text.indices {
            let value = text[position]
            guard value.isHan else { continue }
            if isTraditional[Int(value)], let usual = CharacterRules.traditional[value], isAlone(position),
                reported.insert(value).inserted
            {
                desk.add(
                    .traditional, .warning, position..<(position + 1),
                    Remark(.traditional, [text.string(position..<(position + 1)), [usual].string(0..<1)]))
            }
            if value == glyph("案") { readCase(position, into: &desk) }
            if value == glyph("理") { readGoverned(position, into: &desk) }
            if value == glyph("法") || value == glyph("治") { readGovernment(position, into: &desk) }
            if slipHeads.match(text, at: position, limit: text.count) > 0 { readSlip(position, into: &desk) }
        }
    }

    /// A traditional character among simplified text; a name wholly in traditional form is left alone.
    private func isAlone(_ position: Int) -> Bool {
        let around = max(0, position - 4)..<min(text.count, position + 5)
        return around.reduce(into: 0) { count, place in if CharacterRules.isTraditional[Int(text[place])] { count += 1 } } <= 2
    }

    /// 完善理体系: 治 is missing.
    private func readGoverned(_ position: Int, into desk: inout FindingDesk) {
        let length = CharacterRules.governed.match(text, at: position, limit: text.count)
        guard length > 0, CharacterRules.governing.suffix(text, of: max(0, position - 3)..<position) > 0 else { return }
        let range = (position - 2)..<(position + length)
        desk.add(
            .missingCharacter, .warning, range,
            Remark(
                .missingCharacter,
                [text.string(range), text.string((position - 2)..<position) + "治" + text.string(position..<(position + length))]))
    }

    private static let kinds = PhraseSet("市场秩序 领域 环境资源")

    /// 扰乱市场秩序案，: a kind of cases, and 件 is missing.
    private func readCase(_ position: Int, into desk: inout FindingDesk) {
        let next = text.glyph(at: position + 1)
        guard next == 0xFF0C || next == glyph("、") || next == glyph("。"),
            CharacterRules.kinds.suffix(text, of: max(0, position - 4)..<position) > 0
        else { return }
        let range = (position - 2)..<(position + 1)
        desk.add(.missingCharacter, .hint, range, Remark(.missingCharacter, [text.string(range), text.string(range) + "件"]))
    }

    private func readGovernment(_ position: Int, into desk: inout FindingDesk) {
        let length = CharacterRules.governments.match(text, at: position, limit: text.count)
        guard length > 0 else { return }
        let before = text.glyph(at: position - 1)
        if text[position] == glyph("治"), before == glyph("法") || before == glyph("自") || before == glyph("政") { return }
        if text[position] == glyph("法"), before == glyph("司") || before == glyph("执") { return }
        let range = position..<(position + length)
        desk.add(.missingCharacter, .warning, range, Remark(.missingCharacter, [text.string(range), "法治政府建设"]))
    }

    private func readSlip(_ position: Int, into desk: inout FindingDesk) {
        guard let slip = CharacterRules.slips.first(where: { text.has($0.wrong, at: position) }) else { return }
        // 数据截止、报名截止: the end of a term
        if text[position] == glyph("截"), CharacterRules.terms.suffix(text, of: max(0, position - 4)..<position) > 0 { return }
        let range = position..<(position + slip.wrong.count)
        desk.add(.wrongWord, .hint, range, Remark(.wrongWord, [text.string(range), slip.right]))
    }
}

/// What must not be published of persons: identity numbers, telephones, home addresses, full names of parties.
struct PersonalRules {
    let reading: Reading
    private var glyphs: [Glyph] { reading.source.glyphs }

    init(reading: Reading) { self.reading = reading }

    func read(into desk: inout FindingDesk) {
        readNumbers(into: &desk)
        readAddresses(into: &desk)
        readNames(into: &desk)
    }

    // MARK: numbers

    private func readNumbers(into desk: inout FindingDesk) {
        let glyphs = self.glyphs
        var position = 0
        while position < glyphs.count {
            guard glyphs[position].isDigit else {
                position += 1
                continue
            }
            var end = position
            while end < glyphs.count, glyphs[end].isDigit { end += 1 }
            let before = glyphs.glyph(at: position - 1)
            if end - position == 18 || end - position == 17 && (glyphs.glyph(at: end) == 0x58 || glyphs.glyph(at: end) == 0x78),
                !before.isLetter
            {
                let range = position..<(position + 18)
                if isIdentity(range, glyphs) {
                    desk.add(.identityNumber, .error, inFile: range, Remark(.identityNumber, [glyphs.string(range)]))
                }
            } else if end - position == 11, glyphs[position] == 0x31, glyphs[position + 1] >= 0x33, before != 0x2E,
                glyphs.glyph(at: end) != 0x2E,
                glyphs.glyph(at: end) != glyph("号"), UnitTable.match(glyphs, at: end) == nil
            {
                let range = position..<end
                desk.add(.telephone, .warning, inFile: range, Remark(.telephone, [glyphs.string(range)]))
            }
            position = end
        }
    }

    /// The date of birth must be one; the check digit is not asked for, a mistyped number is personal too.
    private func isIdentity(_ range: Range<Int>, _ glyphs: [Glyph]) -> Bool {
        func number(_ from: Int, _ count: Int) -> Int {
            glyphs[(range.lowerBound + from)..<(range.lowerBound + from + count)].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
        }
        return (1900...2099).contains(number(6, 4)) && (1...12).contains(number(10, 2)) && (1...31).contains(number(12, 2))
            && number(0, 2) >= 11
            && number(0, 2) <= 82
    }

    // MARK: addresses

    private static let homes = PhraseSet("家住 住址 现住 户籍地 家庭住址 家庭地址 居住于 居住在 住所地")
    private static let doors = PhraseSet("号楼 单元 室 号 栋 幢 组")

    private func readAddresses(into desk: inout FindingDesk) {
        let text = reading.text
        let homes = PersonalRules.homes
        var position = 0
        while position < text.count {
            let length = homes.match(text, at: position, limit: text.count)
            guard length > 0 else {
                position += 1
                continue
            }
            var end = position + length
            while end < text.count, end - position < 50, !text[end].endsSentence, text[end] != 0xFF0C { end += 1 }
            let range = (position + length)..<end
            if range.contains(where: { text[$0].isDigit }), let door = PersonalRules.doors.last(text, in: range),
                text.glyph(at: door.lowerBound - 1).isDigit
            {
                desk.add(
                    .homeAddress, .warning, position..<door.upperBound,
                    Remark(.homeAddress, [text.string(range.lowerBound..<door.upperBound)]))
            }
            position = end
        }
    }

    // MARK: names

    private static let roles = PhraseSet("当事人 申请人 被申请人 原告 被告 被告人 上诉人 罪犯 犯罪嫌疑人 嫌疑人 信访人 上访人 被处罚人 受害人 被害人 违法行为人 举报人 投诉人")
    private static let surnames = PhraseSet(
        "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 潘 杜 戴 夏 钟 汪 田 姜 范 姚 谭 廖 邹 熊 陆 郝 孔 崔 邱 秦 顾 侯 邵 孟 龙 万 段 雷 钱 汤 尹 黎 易 常 武 乔 贺 赖 龚 文 欧阳 司马"
    )
    private static let common = PhraseSet(
        "高度 高效 高校 马上 文化 文明 文书 万元 常见 常住 常委 武装 高新 高速 何种 何时 何地 许可 程序 程度 范围 田间 温馨 江苏 安全 钟表 陆续 龙头 夏季 文件 顾虑 顾问 易于 段落 万人 孔子 万余 林业 高风")
    private static let followers = PhraseSet("与 诉 因 不 等 、 ， 。 的 和 对 向 案 一案 在 涉 提 之间 （ ）")

    private func readNames(into desk: inout FindingDesk) {
        let text = reading.text
        let roles = PersonalRules.roles
        for position in text.indices {
            let role = roles.match(text, at: position, limit: text.count)
            guard role > 0, reading.mask[position] == .plain else { continue }
            let start = position + role
            let surname = PersonalRules.surnames.match(text, at: start, limit: text.count)
            guard surname > 0, PersonalRules.common.match(text, at: start, limit: text.count) == 0 else { continue }
            for given in [2, 1] {
                let end = start + surname + given
                guard end < text.count, PersonalRules.followers.match(text, at: end, limit: text.count) > 0 else { continue }
                let name = (start + surname)..<end
                guard
                    name.allSatisfy({
                        text[$0].isHan && text[$0] != glyph("某")
                            && PersonalRules.followers.match(text, at: $0, limit: $0 + 1) == 0
                    })
                else { continue }
                let full = start..<end
                desk.add(
                    .privatePerson, .hint, full,
                    Remark(
                        .privatePerson,
                        [text.string(full), text.string(start..<(start + surname)) + String(repeating: "某", count: given)]))
                break
            }
        }
    }
}

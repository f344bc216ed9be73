/// What a web page or a word processor left in the text: set aside before reading, so that its digits are no figures.
struct Residue: Sendable {
    enum Kind: Sendable {
        case image
        case pageHeader
        case pageFooter
        case bookmark
        case markup
        case pageNumber
        case noBreakSpace
    }

    let kind: Kind
    /// Where it stands in the file.
    let range: Range<Int>

    private static let imageEndings = PhraseSet(".png .jpg .jpeg .gif .bmp .svg .webp .PNG .JPG .JPEG .GIF")
    private static let headers = PhraseSet(
        """
        浏览次数 阅读次数 点击次数 访问次数 浏览量 阅读量 访问量 点击量 点击数 点击率 点击： 点击: 浏览： 浏览: 阅读： 阅读: 发布时间 发布日期 发表时间 更新时间
        信息来源 文章来源 来源： 来源: 作者： 作者: 编辑： 编辑: 责任编辑 责编： 字体： 字体: 字号： 【字体 [字体 【打印 打印本页 关闭窗口 关闭本页
        分享到 扫一扫 上一篇 下一篇 上一条 下一条 当前位置 您的位置 您现在的位置 索引号 主题分类 发布机构 公开方式 信息分类 返回顶部 打印 【大 [大
        """)
    private static let footers = PhraseSet(
        """
        主办单位 承办单位 版权所有 ICP备 ICP证 公网安备 网站标识码 网站地图 联系我们 技术支持 Copyright copyright COPYRIGHT 建议使用 无障碍 设为首页
        备案序号 备案号 友情链接 网站声明 联系电话： 联系电话: 邮编： 邮编: 邮政编码 电子邮箱 传真： 传真: 主管单位 党政机关事业单位标识
        """)
    private static let addresses = PhraseSet("http:// https:// www.")

    /// What a whole line is, if it is residue.
    static func kind(of content: Range<Int>, in text: [Glyph]) -> Kind? {
        guard content.count <= 160, let first = content.first else { return nil }
        if isPageNumber(content, in: text) { return .pageNumber }
        if content.count <= 80, imageEndings.suffix(text, of: content) > 0,
            !content.contains(where: { text[$0].isHan && text[$0] != 0x56FE })
        {
            return .image
        }
        for position in content where text[position] == glyph("。") { return nil }
        let isShort = content.count <= 120
        if isShort, footers.contains(text, in: content), isFooter(content, in: text) { return .pageFooter }
        if isShort, headers.match(text, at: first, limit: content.upperBound) > 0, isHeader(content, in: text) {
            return .pageHeader
        }
        if addresses.match(text, at: first, limit: content.upperBound) > 0 { return .markup }
        return nil
    }

    /// A header line names a field and gives its value; a sentence of the report that happens to start alike goes on with a verb.
    private static func isHeader(_ content: Range<Int>, in text: [Glyph]) -> Bool {
        if content.count <= 12 { return true }
        return content.contains {
            text[$0] == glyph("：") || text[$0] == 0x3A || text[$0] == 0x5B || text[$0] == glyph("【") || text[$0] == 0x3E
        }
    }

    private static func isFooter(_ content: Range<Int>, in text: [Glyph]) -> Bool {
        if content.count <= 14 { return !content.contains { text[$0] == glyph("，") } }
        let comma = content.contains { text[$0] == glyph("，") }
        return !comma && content.contains { text[$0] == glyph("：") || text[$0] == 0x3A || text[$0].isLetter || text[$0].isSpace }
    }

    /// “— 3 —”, “-3-”, “3 / 10”, “第 3 页 共 10 页”, or a number alone.
    private static func isPageNumber(_ content: Range<Int>, in text: [Glyph]) -> Bool {
        guard content.count <= 14 else { return false }
        var digits = 0
        for position in content {
            let value = text[position]
            if value.isDigit {
                digits += 1
            } else if !value.isSpace, value != 0x2D, value != 0x2014, value != 0x2013, value != 0x2F, value != glyph("第"),
                value != glyph("页"),
                value != glyph("共"), value != 0xB7, value != 0xFF0D, value != 0x2015, value != 0x2500
            {
                return false
            }
        }
        return digits > 0 && digits <= 6
    }

    /// The length of a remnant of markup that starts here inside a line: `[bookmark: x]`, `&nbsp;`, `<br/>`.
    static func inline(_ text: [Glyph], at position: Int, limit: Int) -> (kind: Kind, length: Int)? {
        switch text[position] {
        case 0x5B where text.has(bookmark, at: position):
            guard let end = text[position..<min(limit, position + 80)].firstIndex(of: 0x5D) else { return nil }
            return (.bookmark, end + 1 - position)
        case 0x26:
            guard let end = text[position..<min(limit, position + 10)].firstIndex(of: 0x3B), end > position + 1 else {
                return nil
            }
            for middle in (position + 1)..<end where !text[middle].isLetter && !text[middle].isDigit && text[middle] != 0x23 {
                return nil
            }
            return (.markup, end + 1 - position)
        case 0x3C:
            guard position + 1 < limit, text[position + 1].isLetter || text[position + 1] == 0x2F else { return nil }
            guard let end = text[position..<min(limit, position + 200)].firstIndex(of: 0x3E) else { return nil }
            for middle in position..<end where text[middle].isHan { return nil }
            return (.markup, end + 1 - position)
        default: return nil
        }
    }

    private static let bookmark = glyphs("[bookmark:")
}

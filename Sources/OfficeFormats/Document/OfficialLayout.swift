/// Page, type and spacing of an official document; the defaults are GB/T 9704-2012. Lengths in millimetres, type in points.
public struct OfficialLayout: Sendable, Hashable {
    public var pageWidth = 210.0
    public var pageHeight = 297.0
    public var topMargin = 37.0
    public var leftMargin = 28.0
    public var rightMargin = 26.0
    /// At most this: a little is given up where `linesPerPage` lines would not fit.
    public var bottomMargin = 35.0
    /// From the paper's edge to the page number's lower edge, which puts its dashes 7 mm below the text.
    public var footerMargin = 24.5

    public var linePitch = 29.0
    public var linesPerPage = 22
    /// Nil to leave characters as far apart as the type has them.
    public var charactersPerLine: Int? = 28
    /// 3号
    public var bodySize = 16.0
    /// 2号
    public var titleSize = 22.0
    /// 4号
    public var pageNumberSize = 14.0
    /// 小四
    public var tableSize = 12.0
    /// The largest size of the office's red mark; long names are set smaller so as to stay on one line.
    public var redTitleSize = 56.0

    public var bodyFont = "\u{4EFF}\u{5B8B}_GB2312"
    public var titleFont = "\u{65B9}\u{6B63}\u{5C0F}\u{6807}\u{5B8B}\u{7B80}\u{4F53}"
    /// Headings 一、 and the heads of tables: 黑体.
    public var firstHeadingFont = "\u{9ED1}\u{4F53}"
    /// Headings （一） and subtitles: 楷体.
    public var secondHeadingFont = "\u{6977}\u{4F53}_GB2312"
    public var pageNumberFont = "\u{5B8B}\u{4F53}"
    /// For Latin letters and figures; nil to set them in the Chinese font around them.
    public var latinFont: String? = "Times New Roman"
    /// What an office program takes when a font is missing, by font, most wanted first.
    public var substitutes: [String: [String]] = [
        "\u{4EFF}\u{5B8B}_GB2312": ["\u{4EFF}\u{5B8B}", "FangSong"],
        "\u{6977}\u{4F53}_GB2312": ["\u{6977}\u{4F53}", "KaiTi"],
        "\u{65B9}\u{6B63}\u{5C0F}\u{6807}\u{5B8B}\u{7B80}\u{4F53}": [
            "\u{65B9}\u{6B63}\u{5C0F}\u{6807}\u{5B8B}_GBK", "\u{534E}\u{6587}\u{4E2D}\u{5B8B}", "\u{5B8B}\u{4F53}",
        ],
        "\u{9ED1}\u{4F53}": ["SimHei"],
        "\u{5B8B}\u{4F53}": ["SimSun"],
    ]

    /// First-line indent of paragraphs and headings, in characters.
    public var indentCharacters = 2
    public var showsPageNumbers = true
    /// The colour of links, `RRGGBB`; nil to print them like the text around them.
    public var linkColor: String?

    public init() {}

    public static let standard = OfficialLayout()
}

extension OfficialLayout {
    /// Twentieths of a point, Word's unit.
    static func twips(millimetres: Double) -> Int { Int((millimetres / 25.4 * 1440).rounded()) }
    static func twips(points: Double) -> Int { Int((points * 20).rounded()) }

    /// The width of the text in twips.
    var textWidth: Int {
        Self.twips(millimetres: pageWidth) - Self.twips(millimetres: leftMargin) - Self.twips(millimetres: rightMargin)
    }

    /// The bottom margin in twips, small enough for `linesPerPage`: 22 lines of 29 pt are 0.07 mm more than 225 mm.
    var fittingBottomMargin: Int {
        let room = Self.twips(millimetres: pageHeight) - Self.twips(millimetres: topMargin)
        let text = linesPerPage * Self.twips(points: linePitch)
        return max(0, min(Self.twips(millimetres: bottomMargin), room - text))
    }

    /// What each character of body size is moved by, in twips, to fit `charactersPerLine`: 28 of 16 pt are wider than 156 mm.
    /// A grid of characters would say the same, but LibreOffice then sets each character into two of its cells.
    var characterSpacing: Int {
        guard let charactersPerLine, charactersPerLine > 0 else { return 0 }
        let pitch = Double(textWidth) / Double(charactersPerLine)
        return Int((pitch - bodySize * 20).rounded(.down))
    }

    /// Every font the document names, each once.
    var fonts: [String] {
        var seen: Set<String> = []
        return [bodyFont, titleFont, firstHeadingFont, secondHeadingFont, pageNumberFont, latinFont]
            .compactMap { $0 }.filter { seen.insert($0).inserted }
    }
}

import Letters
import OfficeFormats
import Testing

@Suite("A letter's template")
struct LetterTemplateTests {
    static let text = """
        # 包裹{kind}通知书
        @number
        @addressee {sender}
        你于{sent_on}寄出的包裹（{number}），经查收。
        {if outcome = paid, lapsed}

        按《收寄办法》赔付{fee|零}元。
        {else}

        不予赔付。
        {end}
        | 序号 | 物品 | 数量 |
        |---|---|---|
        {for items}
        | {row.number} | {name} | {amount} |
        {end}
        {if not remark}
        @blank 收件人签名
        {end}
        {{此处照印}}
        @signature
        """
    static let facts = LetterFacts(
        texts: ["kind": "赔付", "sender": "李某乙", "sent_on": "2031年1月5日", "number": "芦收〔2031〕1号"], codes: ["outcome": ["paid"]],
        rows: ["items": [LetterFacts(texts: ["name": "瓷碗", "amount": "2"]), LetterFacts(texts: ["name": "茶叶"])]])
    static let head = LetterHead(number: "芦赔〔2031〕3号", office: ["芦湾收寄所"], date: "2031年2月1日")

    @Test("values, choices, rows and blanks come out in their places")
    func merge() throws {
        let (template, problems) = LetterTemplateParser.parse(Self.text)
        #expect(problems == [])
        let blocks = template.blocks(Self.facts, head: Self.head)
        #expect(blocks.count == 9)
        #expect(blocks[0] == .title(["包裹赔付通知书"]) && blocks[1] == .documentNumber("芦赔〔2031〕3号") && blocks[2] == .addressee("李某乙："))
        #expect(blocks[3] == .paragraph([.init("你于2031年1月5日寄出的包裹（芦收〔2031〕1号），经查收。")]))
        #expect(blocks[4] == .paragraph([.init("按《收寄办法》赔付零元。")]))
        guard case .table(let table) = blocks[5] else { return #expect(Bool(false), "a table") }
        #expect(table.headerRows == 1)
        #expect(
            table.rows.map { $0.map { $0.runs.map(\.text).joined() } } == [
                ["序号", "物品", "数量"], ["1", "瓷碗", "2"], ["2", "茶叶", "　　　　"],
            ])
        #expect(blocks[6] == .paragraph([.init("收件人签名：＿＿＿＿＿＿＿＿＿＿")]))
        #expect(blocks[7] == .paragraph([.init("{此处照印}}")]))
        #expect(blocks[8] == .signature(office: ["芦湾收寄所"], date: "2031年2月1日"))
        var other = Self.facts
        other.codes["outcome"] = ["refused"]
        other.texts["remark"] = "有"
        let refused = template.blocks(other, head: Self.head)
        #expect(refused.contains(.paragraph([.init("不予赔付。")])) && refused.count == 8)
    }

    @Test("each mistake is said with its line")
    func mistakes() {
        let (_, problems) = LetterTemplateParser.parse("{if kind}\n没有标题{name\n@stamp\n{for items}\n| {} |\n{end}\n")
        #expect(problems.map(\.line) == [1, 1, 2, 3, 5])
        #expect(problems.map(\.reason) == [.notEnded("if"), .noTitle, .openBrace, .unknownDirective("@stamp"), .emptyName])
        #expect(LetterTemplateParser.parse("# 标题\n{end}\n完").problems.map(\.reason) == [.endWithoutBeginning("{end}")])
    }

    @Test("a name or code that the register does not have is found with the nearest one")
    func names() {
        let names = LetterNames(
            values: ["kind", "sender", "sent_on", "number", "fee"], codes: ["outcome": ["paid", "refused"]],
            rows: ["items": LetterNames(values: ["name"])])
        let (template, _) = LetterTemplateParser.parse(Self.text)
        let problems = template.problems(names) { word, list in list.first { $0.hasPrefix(word.prefix(2)) } }
        #expect(
            problems == [
                .init(line: 5, reason: .unknownCode(field: "outcome", code: "lapsed", near: nil)),
                .init(line: 15, reason: .unknownName("amount", near: nil)),
                .init(line: 17, reason: .unknownName("remark", near: nil)),
            ])
    }

    @Test("no text crashes or stops the parser")
    func hostile() {
        var random = SystemRandomNumberGenerator()
        let tokens = [
            "{", "}", "{if x}", "{for y}", "{else}", "{end}", "|", "|-|", "# ", "@", "@blank ", "\n", "字", "{x|", "{{", "{not",
        ]
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0..<40, using: &random)).map { _ in tokens.randomElement(using: &random) ?? "" }
                .joined()
            let (template, _) = LetterTemplateParser.parse(text)
            _ = template.blocks(Self.facts, head: Self.head)
        }
    }
}

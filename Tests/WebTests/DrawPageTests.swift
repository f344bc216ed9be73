import Draws
import Testing

@testable import Web

@Suite("draws on the pages")
struct DrawPageTests {
    static var files: [String: String] {
        var files = LoanCatalogue.files
        files["registers/desk/stock_check.yaml"] = """
            register: stock_check
            label: 盘点
            summary: 一行是一次盘点。
            owner: branch
            office: reading
            number: { pattern: "{prefix}盘〔{year}〕{serial}号", year_of: on_day }
            fields:
              - { name: branch, label: 分馆, type: unit, required: true }
              - { name: on_day, label: 盘点日期, type: date, required: true }
              - { name: many, label: 抽几册, type: integer }
              - name: books
                label: 抽中的书
                type: rows
                fields:
                  - { name: loan, label: 借阅, type: reference, to: loan }
                  - { name: loan_number, label: 借阅号, type: text, max: 60 }
                  - { name: shape, label: 状况, type: text, max: 60 }
            states:
              - { name: open, label: 盘点中, start: true }
              - { name: done, label: 完成, end: true }
            transitions:
              - { name: finish, label: 完成, from: [open], to: done, roles: [clerk] }
            draws:
              - { name: books, label: 抽书, english: Books, after: [open], roles: [clerk], into: books, from: { register: loan }, count: many, set: { loan: reference, loan_number: number }, exclude: [{ code: lost, label: 遗失, english: Lost }], basis: 借阅办法#12, publish: true }
            form:
              - { section: 盘点, fields: [branch, on_day, many, books] }
            list: { columns: [branch, on_day], filters: [branch] }
            retention: { years: 5, force: local }
            """
        return files
    }

    @Test("a list is frozen, drawn from once and called off by forms, and the file downloaded repeats")
    func whole() async throws {
        try await Library.test(Self.files) { library, browser in
            for index in 1...5 { try await library.loan("山居笔记\(index)") }
            let nora = try await browser.person("nora")
            let made = try await nora.post(
                "/registers/stock_check/new", [("branch", "north"), ("on_day", "2024-03-05"), ("many", "2")])
            #expect(made.status == 303, "\(made.text.prefix(600))")
            let path = String(made.location.prefix { $0 != "?" })
            let page = try await nora.get(path).text
            for text in ["id=\"draws\"", "这一件还没有抽取。", "\(path)/draws/books\"", "冻结名单：抽书", "href=\"/draws\""] {
                #expect(page.contains(text), "\(text)")
            }
            let form = try await nora.get(path + "/draws/books").text
            for text in ["第十二条", "从全部名单抽 2 项", "山居笔记5", "遗失", "name=\"things.山借〔2024〕3号\"", "名单 5 项，排除 0 项"] {
                #expect(form.contains(text), "\(text)")
            }
            let seen = try #require(form.split(separator: "name=\"seen\" value=\"").last?.prefix { $0 != "\"" })
            let late = try await nora.post(
                path + "/draws/books",
                [
                    ("seen", String(seen)), ("seed", "named"), ("source", "开奖"), ("day", "2024-03-12"),
                    ("things.山借〔2024〕3号", "lost"),
                ])
            #expect(late.status == 422 && late.text.contains("要晚于今天") && late.text.contains("value=\"开奖\""))
            #expect(late.text.contains("value=\"lost\" selected"))
            #expect(try await nora.post(path + "/draws/books", [("seen", "x"), ("seed", "system")]).status == 409)
            #expect(try await nora.post(path + "/draws/books", [("seed", "system")], token: false).status == 403)
            let frozen = try await nora.post(
                path + "/draws/books", [("seen", String(seen)), ("seed", "system"), ("things.山借〔2024〕3号", "lost")])
            #expect(frozen.status == 303 && frozen.location.hasSuffix("?done=frozen"), "\(frozen.text.prefix(900))")
            let draw = String(frozen.location.prefix { $0 != "?" })
            let shown = try await nora.get(draw + "?done=frozen").text
            for text in ["名单已冻结", "种子的承诺", "抽取时公布", "排除 1 项", "遗失", "zhunsheng draw --verify 山抽〔2024〕1号.json", "\(draw)/draw\""] {
                #expect(shown.contains(text), "\(text)")
            }
            let waiting = try #require(DrawRecord(json: try await nora.get(draw + ".json").bytes))
            #expect(waiting.isPending && waiting.findings().isEmpty)

            #expect(try await nora.post(draw + "/draw", []).status == 303)
            #expect(try await nora.post(draw + "/draw", []).status == 409)
            let file = try await nora.get(draw + ".json")
            let record = try #require(DrawRecord(json: file.bytes))
            #expect(record.findings().isEmpty && record.drawn.count == 2 && record.list == waiting.list)
            #expect(file.headers[.contentDisposition]?.contains(".json") == true)
            let after = try await nora.get(path).text
            for choice in record.drawn { #expect(after.contains(choice.id)) }
            let title = try await nora.get(draw).text
            #expect(title.contains("抽取结果") && title.contains(record.seed))
            let list = try await nora.get("/draws").text
            #expect(list.contains("山抽〔2024〕1号") && list.contains("名单 5 项，排除 1 项，抽中 2 项"))
            // The south library sees neither the draw nor its file.
            let sam = try await browser.person("sam")
            #expect(try await sam.get(draw).status == 404)
            #expect(try await sam.get(draw + ".json").status == 404)
            #expect(!(try await sam.get("/draws").text.contains("山抽")))

            let empty = try await nora.post(draw + "/void", [("reason", " ")])
            #expect(empty.status == 422 && empty.text.contains("请写作废原因"))
            #expect(try await nora.post(draw + "/void", [("reason", "抽错了册数")]).status == 303)
            let void = try await nora.get(draw).text
            #expect(void.contains("已作废") && void.contains("抽错了册数") && !void.contains("\(draw)/draw\""))
            let log = try await nora.get(path + "/history").text
            for text in ["冻结抽取名单", "随机抽取", "作废抽取", "抽错了册数"] { #expect(log.contains(text), "\(text)") }
            let inEnglish = "zhunsheng_session=\(nora.session ?? ""); zhunsheng_language=en"
            let english = try await nora.get(draw, headers: [.cookie: inEnglish]).text
            for text in ["Random draws", "called off", "Lost", "2 out of the whole list"] {
                #expect(english.contains(text), "\(text)")
            }
        }
    }

    /// Freezes a list of two books out of five as Nora does, and draws from it; the address of the draw.
    private func draw(_ nora: Browser, isDrawn: Bool = true) async throws -> String {
        let made = try await nora.post(
            "/registers/stock_check/new", [("branch", "north"), ("on_day", "2024-03-05"), ("many", "2")])
        let path = String(made.location.prefix { $0 != "?" })
        let form = try await nora.get(path + "/draws/books").text
        let seen = try #require(form.split(separator: "name=\"seen\" value=\"").last?.prefix { $0 != "\"" })
        let frozen = try await nora.post(
            path + "/draws/books", [("seen", String(seen)), ("seed", "system"), ("things.山借〔2024〕3号", "lost")])
        let draw = String(frozen.location.prefix { $0 != "?" })
        if isDrawn { #expect(try await nora.post(draw + "/draw", []).status == 303) }
        return draw
    }

    @Test("anybody reads list, seed and outcome of a published draw, gets the file and repeats it, and sees no name of a record")
    func open() async throws {
        try await Library.test(Self.files) { library, browser in
            for index in 1...5 { try await library.loan("山居笔记\(index)") }
            #expect(try await browser.get("/open/draws").text.contains("还没有公开的抽取"))
            #expect(!(try await browser.get("/open").text.contains("id=\"draws\"")))
            let nora = try await browser.person("nora")
            let draw = try await draw(nora, isDrawn: false)
            let page = "/open" + draw
            let waiting = try await browser.get(page).text
            for text in ["名单已经冻结，还没有抽取", "抽取时公布", "种子的承诺", "遗失", "名单 5 项，排除 1 项"] {
                #expect(waiting.contains(text), "\(text)")
            }
            #expect(try await nora.post(draw + "/draw", []).status == 303)
            let file = try await browser.get(page + ".json")
            let record = try #require(DrawRecord(json: file.bytes))
            #expect(record.findings().isEmpty && record.drawn.count == 2)
            #expect(try await nora.get(draw + ".json").bytes == file.bytes)
            #expect(file.headers[.contentDisposition]?.contains(".json") == true && file.headers[.setCookie] == nil)
            let shown = try await browser.get(page).text
            for text in [
                "山抽〔2024〕1号", record.seed, record.fingerprint, record.commitment ?? "-",
                "zhunsheng draw --verify 山抽〔2024〕1号.json",
                "第十二条", "href=\"\(page).json\"", "id=\"outcome\"",
            ] + record.drawn.map(\.id) { #expect(shown.contains(text), "\(text)") }
            #expect(!shown.contains("山居笔记") && !shown.contains("诺拉"))
            let english = try await browser.get(page + "?lang=en").text
            for text in ["How to check it yourself", "Lost", "Seed", "2 out of the whole list"] {
                #expect(english.contains(text), "\(text)")
            }
            let home = try await browser.get("/open").text
            #expect(home.contains("id=\"draws\"") && home.contains("href=\"\(page)\"") && home.contains("href=\"/open/draws\""))
            #expect(try await browser.get("/open/draws").text.contains("名单 5 项，排除 1 项，抽中 2 项"))
            #expect(try await nora.post(draw + "/void", [("reason", "抽错了册数")]).status == 303)
            let void = try await browser.get(page).text
            #expect(void.contains("已经作废") && void.contains(record.seed) && !void.contains("抽错了册数"))
            for path in ["/open/draws/nothing", "/open/draws/nothing.json"] { #expect(try await browser.get(path).status == 404) }
        }
    }

    @Test("a draw that is not declared public is nowhere on the open site")
    func closed() async throws {
        let files = Self.files.mapValues { $0.replacing(", publish: true }", with: " }") }
        try await Library.test(files) { library, browser in
            for index in 1...5 { try await library.loan("山居笔记\(index)") }
            let draw = try await draw(try await browser.person("nora"))
            for path in ["/open" + draw, "/open\(draw).json", "/open/draws"] {
                #expect(try await browser.get(path).status == 404, "\(path)")
            }
            #expect(!(try await browser.get("/open").text.contains("山抽")))
        }
    }
}

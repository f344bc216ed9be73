import Casework
import HTTPTypes
import LegalTime
import Records
import Testing

@testable import Web

/// The library with figures of several forms and an outline that speaks of them.
enum CountedLibrary {
    static let files: [String: String] = {
        var files = LoanCatalogue.files
        files["registers/desk/loan.yaml"] = LoanCatalogue.loan.replacing(
            "  - { name: lent, label: 借出册数, unit: 册, count: {}, period_by: lent_on }",
            with: """
                  - { name: lent, label: 借出册数, unit: 册, count: {}, period_by: lent_on }
                  - { name: returned, label: 归还册数, unit: 册, count: { ever: back }, period_by: returned_on }
                  - name: new_share
                    label: 新书占比
                    unit: "%"
                    decimals: 1
                    ratio: { of: { count: { is_new: true }, period_by: lent_on }, over: { count: {}, period_by: lent_on } }
                  - { name: branches, label: 分馆数, unit: 个, count_distinct: owner, period_by: lent_on }
                  - { name: readers, label: 读者数, unit: 人, count_distinct: readers.name, period_by: lent_on }
                  - { name: fees, label: 押金, unit: 元, decimals: 2, sum: fee, period_by: lent_on }
                  - { name: out, label: 未还册数, unit: 册, count: {}, stock: { from: lent_on, until: returned_on } }
                breakdowns: [genre, branch]
                """)
        files["outlines/annual.yaml"] = """
            outline: annual
            title: "{district}{year}年度借阅报告"
            addressee: 镇政府
            parts:
              - name: measures
                title: 主要举措
                required: true
                basis: 借阅办法
                contributions: true
                paragraphs:
                  - - 全年借出{loan.lent}册，新书占{loan.new_share}。
                    - 归还{loan.returned}册。
              - { name: shortcomings, title: 不足, required: true, contributions: true, placeholder: 写不足 }
              - { name: heads_duty, title: 履职, required: true, placeholder: 待补 }
              - { name: next_year, title: 安排, required: true, placeholder: 待补 }
              - { name: other, title: 其他, required: true, placeholder: 待补 }
            """
        files["laws/lending.yaml"]? += """

              - name: 借阅/report
                label: 报送年度报告
                versions:
                  - { law: 借阅办法, article: 20, from: 2020-01-01, force: mandatory, on: 04-01 }
            """
        return files
    }()

    /// Three loans of the north, one of the south and one of the year before.
    static func test(
        _ files: [String: String] = files, _ body: @Sendable (Library, Browser) async throws -> Void
    ) async throws {
        try await Library.test(files) { library, browser in
            try await library.loan("山居笔记", on: "2024-01-05", more: ["genre": "novel", "is_new": "是", "fee": "10.50"])
            try await library.loan("听雨集", on: "2024-03-01", more: ["genre": "poem", "is_new": "否", "fee": "4"])
            try await library.loan("无题", on: "2024-03-02")
            try await library.loan("水经注", on: "2024-03-03", branch: "south", phone: "13900005678", more: ["genre": "poem"])
            try await library.loan("旧书", on: "2023-12-30")
            try await body(library, browser)
        }
    }
}

extension JSONValue {
    fileprivate var list: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
    fileprivate var whole: Int64? { if case .number(let digits) = self { Int64(digits) } else { nil } }
}

@Suite("the pages of figures")
struct FigurePagesTests {
    @Test("a figure is counted under the scope of whoever asks")
    func scope() async throws {
        try await CountedLibrary.test { _, browser in
            let cora = try await browser.person("cora").get("/figures/loan/lent?year=2024")
            #expect(cora.status == 200)
            #expect(
                cora.text.contains(
                    "<div class=\"value\"><a href=\"/figures/loan/lent/rows?year=2024&amp;side=value\">4</a><small>册</small>"))
            #expect(cora.text.contains("2023 年 <b>1 册</b>"))
            #expect(cora.text.contains("增 3 册"))
            let nora = try await browser.person("nora").get("/figures/loan/lent?year=2024")
            #expect(nora.text.contains(">3</a><small>册</small>"))
            #expect(nora.text.contains("只算您能看到的单位"))
            #expect(!nora.text.contains("南馆"))
        }
    }

    @Test("a share stands as a fraction with both its lists, its rule, its months and its breakdown")
    func share() async throws {
        try await CountedLibrary.test { _, browser in
            let page = try await browser.person("cora").get("/figures/loan/new_share?year=2024&by=genre").text
            #expect(page.contains("25.0<small>%</small>"))
            #expect(page.contains("aria-label=\"1 除以 4\""))
            #expect(page.contains("side=denominator\">4</a>"))
            #expect(page.contains("<dt>公式</dt>"))
            #expect(page.contains("分母为零时写“—”"))
            #expect(page.contains("<rect class=\"a\""))
            #expect(page.contains("side=denominator&amp;by=month&amp;key=2024-03\">3</a>"))
            #expect(page.contains(">诗</th>"))
            #expect(page.contains("side=denominator&amp;by=genre&amp;key=poem\">2</a>"))
        }
    }

    @Test("the rows behind every figure are as many as it says, on each side, for everybody")
    func rows() async throws {
        try await CountedLibrary.test { _, browser in
            for login in ["cora", "nora", "sam"] {
                let person = try await browser.person(login)
                let figures = try #require(try await person.json("/figures?year=2024"))
                for figure in try #require(figures["figures"]?.list) {
                    let name = try #require(figure["name"]?.string)
                    let path = "/figures/" + name.replacing(".", with: "/") + "/rows?year=2024"
                    let rows = try #require(try await person.json(path), "\(path)")
                    #expect(rows["total"]?.whole == figure["rows"]?.whole, "\(login) \(name)")
                    if let denominator = figure["denominator"]?.string {
                        let below = try #require(try await person.json(path + "&side=denominator"))
                        #expect(below["total"]?.whole == Int64(denominator), "\(login) \(name)")
                    }
                }
            }
        }
    }

    @Test("a figure of some units counts, lists and prints those alone, within what the reader may see")
    func someUnits() async throws {
        var files = CountedLibrary.files
        files["districts/hill/outlines/annual.yaml"] = files["outlines/annual.yaml"]?
            .replacing("全年借出{loan.lent}册", with: "全年借出{loan.lent}册，北馆{loan.lent@north}册，各馆{loan.lent@town}册")
        try await CountedLibrary.test(files) { _, browser in
            let cora = try await browser.person("cora")
            let report = try await cora.get("/reports/2024/annual.md").text
            #expect(report.contains("全年借出4册，北馆3册，各馆4册"), "\(report)")
            let page = try await cora.get("/figures/loan/lent@north?year=2024").text
            #expect(page.contains("借出册数（北馆）") && page.contains(">3</a><small>册</small>"))
            let rows = try await cora.json("/figures/loan/lent@north/rows?year=2024")
            #expect(rows?["total"]?.whole == 3)
            #expect(try await cora.json("/figures/loan/lent@north/rows?year=2024&by=owner&key=south")?["total"]?.whole == 0)
            let nora = try await browser.person("nora")
            #expect(try await nora.json("/figures/loan/lent@south/rows?year=2024")?["total"]?.whole == 0)
            #expect(try await cora.get("/figures/loan/lent@nowhere?year=2024").status == 404)
        }
    }

    @Test("a cell of a breakdown lists its own rows, those without a value too")
    func cells() async throws {
        try await CountedLibrary.test { _, browser in
            let cora = try await browser.person("cora")
            for (query, total) in [
                ("by=month&key=2024-03", 3), ("by=month&key=2024-02", 0), ("by=genre&key=poem", 2), ("by=genre&key=", 1),
                ("by=owner&key=north", 3),
            ] as [(String, Int64)] {
                let rows = try await cora.json("/figures/loan/lent/rows?year=2024&\(query)")
                #expect(rows?["total"]?.whole == total, "\(query)")
            }
            #expect(try await cora.get("/figures/loan/lent/rows?year=2024&by=phone&key=x").status == 404)
            #expect(try await cora.get("/figures/loan/lent/rows?year=2024&side=denominator").status == 404)
            #expect(try await cora.get("/figures/loan/lent/rows?year=2024&side=other").status == 400)
        }
    }

    @Test("rows are masked as in the register, and distinct people stay without a name")
    func masks() async throws {
        try await CountedLibrary.test { _, browser in
            let cora = try await browser.person("cora")
            let rows = try await cora.get("/figures/loan/lent/rows?year=2024").text
            #expect(rows.contains("138****1234"))
            #expect(!rows.contains("13800001234"))
            let people = try await cora.get("/figures/loan/readers/rows?year=2024").text
            #expect(!people.contains("张三甲"))
            let branches = try await cora.get("/figures/loan/branches/rows?year=2024").text
            #expect(branches.contains("北馆") && branches.contains("南馆"))
        }
    }

    @Test("all figures come as a page, as JSON and as files")
    func index() async throws {
        try await CountedLibrary.test { _, browser in
            let cora = try await browser.person("cora")
            let page = try await cora.get("/figures?year=2024")
            #expect(page.text.contains("href=\"/figures/loan/lent?year=2024\">4 册</a>"))
            #expect(page.text.contains("书架数"))
            let json = try #require(try await cora.json("/figures?year=2024"))
            #expect(json["district"]?.string == "hill")
            #expect(json["year"]?.whole == 2024)
            let file = try await cora.get("/figures?year=2024&format=xlsx")
            #expect(file.headers[.contentDisposition] == "attachment; filename=\"figures-2024.xlsx\"")
            #expect(file.bytes.starts(with: Array("PK".utf8)))
            #expect(try await cora.get("/figures?year=2024&format=csv").text.contains("借出册数,4,册"))
            #expect(try await cora.get("/figures/loan/lent/rows?year=2024&format=csv").text.contains("水经注"))
            #expect(try await cora.get("/figures?year=12").status == 400)
        }
    }

    @Test("somebody without a role sees no figure")
    func stranger() async throws {
        try await CountedLibrary.test { _, browser in
            let stranger = try await browser.person("stranger")
            #expect(try await stranger.get("/figures").status == 403)
            #expect(try await stranger.get("/figures/loan/lent?year=2024").status == 404)
            #expect(try await stranger.get("/leader").status == 403)
            #expect(try await stranger.get("/reports/2024").status == 403)
            #expect(try await browser.get("/figures").location.hasPrefix("/login"))
        }
    }
}

@Suite("the report room")
struct ReportRoomTests {
    @Test("the coordinator reads the report with live figures, deadlines and what is still missing")
    func room() async throws {
        try await CountedLibrary.test { _, browser in
            let page = try await browser.person("cora").get("/reports/2024")
            #expect(page.status == 200)
            #expect(page.text.contains("全年借出<a class=\"live\" href=\"/figures/loan/lent?year=2024\">4</a>册，新书占"))
            #expect(!page.text.contains("归还<a"), "nothing was returned")
            #expect(page.text.contains("2025-04-01 前"))
            #expect(page.text.contains("报送年度报告"))
            #expect(page.text.contains("写不足"))
        }
    }

    @Test("it can be taken along as Word, HTML, Markdown and JSON")
    func files() async throws {
        try await CountedLibrary.test { _, browser in
            let cora = try await browser.person("cora")
            let word = try await cora.get("/reports/2024/annual.docx")
            #expect(word.bytes.starts(with: Array("PK".utf8)))
            #expect(word.headers[.contentDisposition] == "attachment; filename=\"hill-2024.docx\"")
            #expect(try await cora.get("/reports/2024/annual.html").text.contains("href=\"/figures/loan/lent?year=2024\">4</a>"))
            #expect(try await cora.get("/reports/2024/annual.md").text.contains("全年借出4册，新书占25.0%。"))
            #expect(try await cora.json("/reports/2024/annual.json")?["title"]?.string == "山镇2024年度借阅报告")
            #expect(try await cora.get("/reports/2024/annual.exe").status == 404)
        }
    }

    @Test("whoever sees some units only is told so and led to what is his")
    func partial() async throws {
        try await CountedLibrary.test { _, browser in
            let nora = try await browser.person("nora")
            for path in ["/reports/2024", "/reports/2024/annual.docx", "/reports/2024/annual.json"] {
                let answer = try await nora.get(path)
                #expect(answer.status == 403, "\(path)")
                #expect(answer.text.contains("href=\"/figures?year=2024\""))
                #expect(answer.text.contains("href=\"/reports/2024/contributions\""))
                #expect(!answer.text.contains("全年借出"))
            }
        }
    }

    @Test("a unit writes its own part, and it stands in the report")
    func contribute() async throws {
        try await CountedLibrary.test { _, browser in
            let nora = try await browser.person("nora")
            let form = [("part", "measures"), ("unit", "north"), ("revision", "0"), ("text", "北馆办了 <两> 次读书会。\r\n还添了书架。")]
            #expect(try await nora.post("/reports/2024/contribution", form, token: false).status == 403)
            let saved = try await nora.post("/reports/2024/contribution", form)
            #expect(saved.status == 303)
            #expect(saved.location == "/reports/2024/contributions?saved=1")
            let page = try await browser.person("cora").get("/reports/2024").text
            #expect(page.contains("北馆办了 &lt;两&gt; 次读书会。</p>"))
            #expect(page.contains("北馆供稿"))
        }
    }

    @Test("nobody writes for another unit, nor for a part that takes nothing")
    func others() async throws {
        try await CountedLibrary.test { _, browser in
            let nora = try await browser.person("nora")
            for (part, unit) in [("measures", "south"), ("heads_duty", "north"), ("nothing", "north")] {
                let form = [("part", part), ("unit", unit), ("revision", "0"), ("text", "x")]
                #expect(try await nora.post("/reports/2024/contribution", form).status == 404, "\(part) \(unit)")
            }
            let hana = try await browser.person("hana")
            let form = [("part", "measures"), ("unit", "south"), ("revision", "0"), ("text", "x")]
            #expect(try await hana.post("/reports/2024/contribution", form).status == 404)
        }
    }

    @Test("whoever was overtaken sees both texts, and saves over the other only on purpose")
    func conflict() async throws {
        try await CountedLibrary.test { _, browser in
            let nora = try await browser.person("nora")
            let cora = try await browser.person("cora")
            let base = [("part", "measures"), ("unit", "north")]
            _ = try await nora.post("/reports/2024/contribution", base + [("revision", "0"), ("text", "第一稿")])
            let late = try await cora.post("/reports/2024/contribution", base + [("revision", "0"), ("text", "另一稿")])
            #expect(late.status == 409)
            #expect(late.text.contains("第一稿") && late.text.contains("另一稿"))
            #expect(late.text.contains("name=\"revision\" value=\"1\""))
            let again = try await cora.post("/reports/2024/contribution", base + [("revision", "1"), ("text", "另一稿")])
            #expect(again.status == 303)
            #expect(try await nora.get("/reports/2024/contribution?part=measures&unit=north").text.contains("另一稿"))
        }
    }

    @Test("the leader's page shows lamps, what is overdue, and this year beside the last")
    func leader() async throws {
        try await CountedLibrary.test { _, browser in
            let page = try await browser.person("cora").get("/leader?year=2024").text
            // Lent for 60 days on 2023-12-30 and on 2024-01-05: due on 2024-02-28 and on 2024-03-05.
            #expect(page.contains("有 2 件超期"))
            #expect(page.contains("旧书"))
            #expect(page.contains("href=\"/registers/loan?unit=north&amp;clock=overdue\""))
            #expect(page.contains("data-status=\"overdue\""))
            #expect(page.contains("借出册数"))
            #expect(page.contains("增 3 册"))
        }
    }

    @Test("English at a click, and the menu leads here")
    func english() async throws {
        try await CountedLibrary.test { _, browser in
            var cora = try await browser.person("cora")
            cora.language = "en"
            let page = try await cora.get("/figures/loan/lent?year=2024").text
            #expect(page.contains("Counting rule"))
            #expect(page.contains("href=\"/leader\""))
            #expect(page.contains("href=\"/reports/2023\""))
        }
    }
}

import Foundation
import HTTPTypes
import Records
import Testing

@testable import Web

@Suite("Pages of exchanges with other systems")
struct SystemPageTests {
    private static let files = LoanCatalogue.files.merging([
        "exchanges/union.yaml": """
        exchange: union
        label: 联盟借阅表
        english: Loans of the union
        summary: 各馆借阅。
        english_summary: Loans of the branches.
        system: 图书联盟
        english_system: Library union
        confirm: true
        rows:
          register: loan
          direction: both
          sheet: 借阅
          title: "{district}借阅表"
          key: [book, lent_on]
          columns:
            - { heading: 题名, field: book }
            - { heading: 借出馆, field: branch }
            - { heading: 借期, field: lent_on, date: yyyymmdd }
            - { heading: 体裁, field: genre, words: { poem: 韵文 } }
            - { heading: 借书人, field: readers.1.name }
            - { heading: 联系方式, field: phone }
        """,
        "exchanges/count.yaml": """
        exchange: count
        label: 借阅统计表
        english: Loan statistics
        summary: 借出册数。
        english_summary: Loans.
        system: 图书联盟
        english_system: Library union
        form:
          spans: [year, month]
          sheet: 统计
          title: "{district}{period}统计表"
          heading: 分馆
          english: Branch
          rows: { units: [town] }
          columns:
            - { heading: 册数, english: Books, figure: loan.lent }
        """,
    ]) { $1 }

    @Test("the list shows what somebody may do, and the menu leads to it")
    func list() async throws {
        try await Library.test(Self.files) { library, browser in
            let nora = try await browser.person("nora")
            let list = try await nora.get("/exchange")
            #expect(list.status == 200 && list.text.contains("联盟借阅表") && list.text.contains("格式待核对"))
            #expect(try await nora.get("/").text.contains("href=\"/exchange\""))
            var english = nora
            english.language = "en"
            #expect(try await english.get("/exchange").text.contains("Loans of the union"))
            let stranger = try await browser.person("stranger")
            #expect(try await stranger.get("/exchange").text.contains("没有您可以"))
            #expect(try await stranger.get("/exchange/union").status == 404)
            #expect(try await stranger.get("/exchange/union/out").status == 404)
            #expect(!(try await stranger.get("/exchange").text.contains("href=\"/exchange\"")))
            #expect(try await nora.get("/exchange/onion").status == 404)
        }
    }

    @Test("a file goes out, comes back as nothing to do, and changed it goes through the pages of an import")
    func wholeWay() async throws {
        try await Library.test(Self.files) { library, browser in
            try await library.loan("山居笔记", on: "2024-03-01", more: ["genre": "poem"])
            try await library.loan("南方纪事", branch: "south")
            let nora = try await browser.person("nora")
            let page = try await nora.get("/exchange/union")
            #expect(page.status == 200 && page.text.contains("韵文") && page.text.contains("multipart/form-data"))
            let out = try await nora.get("/exchange/union/out?format=csv")
            #expect(out.text.contains("题名,借出馆,借期,体裁,借书人") && out.text.contains("20240301,韵文,张三甲"))
            #expect(!out.text.contains("南方纪事"))
            #expect(try await nora.get("/exchange/union/out").bytes.starts(with: Array("PK".utf8)))
            let same = try await nora.post("/exchange/union", [], file: ("file", "联盟.csv", "text/csv", out.bytes))
            #expect(same.status == 303 && same.location.hasPrefix("/registers/loan/import/"))
            #expect(!(try await nora.get(same.location).text.contains("确认写入")))
            let more =
                out.text.replacing("韵文", with: "小说")
                + "新书,\(library.office.district.units.first { $0.id == "north" }?.label ?? ""),2024/3/5,韵文,李四乙,\r\n"
            let sent = try await nora.post("/exchange/union", [], file: ("file", "联盟.csv", "text/csv", Array(more.utf8)))
            #expect(try await nora.post(sent.location, [("checked", "1")]).status == 303)
            #expect(try await nora.json("/registers/loan")?["total"] == .number("2"))
            let bad = try await nora.post("/exchange/union", [], file: ("file", "a.csv", "text/csv", Array("一,二\n".utf8)))
            #expect(bad.status == 422 && bad.text.contains("id=\"errors\""))
        }
    }

    @Test("a form shows its numbers for a period and can be fetched")
    func form() async throws {
        try await Library.test(Self.files) { library, browser in
            try await library.loan("山居笔记", on: "2024-03-01")
            try await library.loan("南方纪事", on: "2024-02-01", branch: "south")
            let cora = try await browser.person("cora")
            let page = try await cora.get("/exchange/count?period=2024")
            #expect(page.status == 200 && page.text.contains("<td class=\"num\">2</td>"))
            #expect(try await cora.get("/exchange/count?period=2024-03").text.contains("<td class=\"num\">1</td>"))
            #expect(try await cora.get("/exchange/count?period=2024Q1").status == 422)
            let file = try await cora.get("/exchange/count/out?period=2024")
            #expect(file.status == 200 && file.bytes.starts(with: Array("PK".utf8)))
            #expect(try await cora.get("/exchange/count/out?period=no").status == 404)
        }
    }
}

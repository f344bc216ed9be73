import Casework
import OfficeFormats
import Testing

@testable import Web

@Suite("Assessments in the browser")
struct AssessmentPageTests {
    static let sheet = """
        一级指标,二级指标,序号,三级指标,方式,分值
        一 样例,（一）样例,1,借出有数,R,2
        ,,2,有材料,E,1.5
        ,,2,重号,E,1
        ,,4,分值错,E,一分
        """

    private func load(_ cora: Browser, _ sheet: String, name: String = "v1", without: Bool = false) async throws -> Browser.Answer
    {
        let form = [("name", name), ("title", "样例" + name), ("year", "2024")]
        let checked = try await cora.post(
            "/assessments/load", form, file: ("file", "样例.csv", "text/csv", Array(sheet.utf8)))
        #expect(checked.status == 303 && checked.location.hasPrefix("/assessments/load/"), "\(checked.text.suffix(800))")
        let page = try await cora.get(checked.location)
        if without {
            #expect(page.text.contains("序号与第 3 行重复") && page.text.contains("“一分”不是分值"))
            let failed = try await cora.get(checked.location + "/failed")
            #expect(failed.text.contains("重号") && failed.text.contains("分值错") && !failed.text.contains("有材料"))
            #expect(try await cora.post(checked.location, []).status == 422)
        }
        return try await cora.post(checked.location, without ? [("without", "1")] : [])
    }

    @Test("a workbook is checked, loaded without its wrong rows, answered by a unit, and goes out as a pack")
    func walk() async throws {
        try await Library.test { library, browser in
            try await library.loan()
            let cora = try await browser.person("cora")
            let nora = try await browser.person("nora")
            let sam = try await browser.person("sam")
            #expect(try await nora.get("/assessments/load").status == 403)
            let stranger = try await browser.person("stranger")
            #expect(try await stranger.get("/assessments").status == 403)
            #expect(try await cora.get("/assessments/template.xlsx").status == 200)
            let loaded = try await load(cora, Self.sheet, without: true)
            #expect(loaded.status == 303 && loaded.location == "/assessments/v1?done=loaded")
            let page = try await cora.get(loaded.location).text
            for text in ["已载入 2 项，为第 1 稿", "借出有数", "缺数据", "缺佐证", "不是评估机关的评分", "id=\"item-2\""] {
                #expect(page.contains(text), "\(text)")
            }
            #expect(try await cora.post("/assessments/v1/1/assign", [("unit", "north")]).status == 303)
            #expect(try await cora.post("/assessments/v1/2/assign", [("unit", "south")]).status == 303)

            // The unit sees its own item with forms, and the other's without.
            let own = try await nora.get("/assessments/v1/1").text
            #expect(own.contains("action=\"/assessments/v1/1/score\"") && !own.contains("/1/assign\""))
            #expect(!(try await nora.get("/assessments/v1/2").text).contains("<form class=\"form\""))
            let step = try await nora.get("/assessments/v1/1/figure?register=loan").text
            #expect(step.contains("name=\"indicator\"") && step.contains("name=\"comparison\""))
            let link = [
                ("register", "loan"), ("indicator", "lent"), ("year", "2024"), ("comparison", "at_least"), ("target", "高"),
            ]
            let refused = try await nora.post("/assessments/v1/1/figure", link)
            #expect(refused.status == 422 && refused.text.contains("目标值应为数字"))
            let right = link.map { $0.0 == "target" ? ("target", "2") : $0 }
            #expect(try await nora.post("/assessments/v1/1/figure", right).status == 303)
            #expect(try await nora.post("/assessments/v1/2/score", [("score", "1")]).status == 403)
            let high = try await nora.post("/assessments/v1/1/score", [("score", "2.5"), ("note", "核过")])
            #expect(high.status == 422 && high.text.contains("不能超过分值 2 分") && high.text.contains("value=\"2.5\""))
            #expect(try await nora.post("/assessments/v1/1/score", [("score", "2")]).status == 303)
            #expect((try await cora.get("/assessments/v1?gap=below").text).contains("借出有数"))

            let file = ("file", "佐证.txt", "text/plain", Array("一页".utf8))
            #expect(try await sam.post("/assessments/v1/2/file", [], file: file).status == 303)
            let seen = try await nora.get("/assessments/v1/2").text
            #expect(seen.contains("你无权查看") && !seen.contains("佐证.txt"))
            #expect(try await cora.post("/assessments/v1/1/review", [("review", "2")]).status == 303)

            let pack = try await cora.get("/assessments/v1/pack.zip")
            let archive = try ZipArchive(bytes: pack.bytes)
            #expect(Set(archive.entries.map(\.name)) == ["index.xlsx", "index.html", "2/01 佐证.txt"])
            #expect(try archive.data("2/01 佐证.txt") == Array("一页".utf8))
            let masked = try ZipArchive(bytes: try await nora.get("/assessments/v1/pack.zip").bytes)
            #expect(masked.entries.count == 2)
            let index = String(decoding: try masked.data("index.html"), as: UTF8.self)
            #expect(index.contains("无权查看，未放入") && !index.contains("佐证.txt"))

            let json = try await cora.json("/assessments/v1")
            guard case .object(let members)? = json else { throw Library.Missing(["json"]) }
            #expect(members.contains { $0.name == "items" })
            #expect(try await cora.get("/assessments/v1/progress?format=xlsx").status == 200)
            #expect(try await cora.get("/assessments/v1/revisions").status == 200)
            #expect(try await cora.post("/assessments/v1/lock", [("locked", "1")]).status == 303)
            #expect(try await nora.post("/assessments/v1/1/score", [("score", "1")]).status == 409)
        }
    }

    @Test("two editions stand side by side, mapped by hand or by a sheet, and links are carried over")
    func comparison() async throws {
        try await Library.test { library, browser in
            let cora = try await browser.person("cora")
            let head = "一级指标,二级指标,序号,三级指标\n"
            _ = try await load(cora, head + "一,甲,1,借出有数\n,,2,不再列\n")
            _ = try await load(cora, head + "一,甲,1,新做的\n,,7,借出有数\n", name: "v2")
            let file = ("file", "佐证.txt", "text/plain", Array("一页".utf8))
            #expect(try await cora.post("/assessments/v1/1/file", [], file: file).status == 303)
            let path = "/assessments/compare?from=v1&to=v2"
            let page = try await cora.get(path).text
            for text in ["尚未确认", "不再列入", "新增", "name=\"item.1\"", "value=\"7\""] { #expect(page.contains(text), "\(text)") }
            let pair = [("from", "v1"), ("to", "v2")]
            let wrong = try await cora.post("/assessments/compare", pair + [("item.1", "9")])
            #expect(wrong.status == 422 && wrong.text.contains("没有序号“9”的指标") && wrong.text.contains("value=\"9\""))
            let bad = ("mapping", "对应.csv", "text/csv", Array("原序号,新序号\n3,7\n".utf8))
            let told = try await cora.post("/assessments/compare/sheet", pair, file: bad)
            #expect(told.status == 422 && told.text.contains("旧版没有序号“3”"))
            let good = ("mapping", "对应.csv", "text/csv", Array("原序号,新序号\n1,7\n2,\n".utf8))
            #expect(try await cora.post("/assessments/compare/sheet", pair, file: good).status == 303)
            #expect((try await cora.get(path).text).contains("已由人确认"))
            let carried = try await cora.post("/assessments/compare/carry", pair)
            #expect(carried.status == 303 && carried.location.contains("carried=1"))
            #expect((try await cora.get("/assessments/v2/7").text).contains("佐证.txt"))
            #expect(try await cora.get(path + "&format=xlsx").status == 200)
            let nora = try await browser.person("nora")
            #expect(!(try await nora.get(path).text).contains("name=\"item.1\""))
            #expect(try await nora.post("/assessments/compare", pair).status == 403)
        }
    }
}

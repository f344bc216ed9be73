import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite("checklists and dated lists on the site")
struct BinderyTests {
    static let machine: [(String, String)] = [
        ("title", "大压机"), ("branch", "north"), ("bought_on", "2024-02-01"), ("state_check~oiled", "met"),
        ("state_check~level", "not_met"),
        ("samples.0.made_on", "2024-02-03"), ("samples.0.marks~straight", "50"), ("samples.0.marks~tight", "9.5"),
    ]

    private func machine(_ browser: Browser) async throws -> String {
        let answer = try await browser.post("/registers/machine/new", Self.machine)
        #expect(answer.status == 303, "\(answer.text.suffix(900))")
        return answer.location
    }

    @Test("a checklist is a table of choices and points, and its page says score and failed items in both languages")
    func checklist() async throws {
        try await Library.test(BinderyCatalogue.files) { _, browser in
            var nora = try await browser.person("nora")
            let form = try await nora.get("/registers/machine/new").text
            for control in [
                "name=\"state_check~oiled\" value=\"met\"", "name=\"state_check~level\" value=\"not_met\"", "上过油", "必须达标",
            ] { #expect(form.contains(control), "\(control)") }
            #expect(!form.contains("name=\"press_grade\""))
            let place = try await machine(nora)
            let page = try await nora.get(place).text
            for text in ["1 / 2；未达标条目：放得平", "停用", "59.5 / 100；未达标条目：针脚直、线紧", "59.5"] { #expect(page.contains(text), "\(text)") }
            nora.language = "en"
            let english = try await nora.get(place).text
            for text in ["1 / 2; Items failed: Stands level", "Unfit", "Not met"] { #expect(english.contains(text), "\(text)") }
        }
    }

    @Test("what was typed in a checklist stays when it is wrong")
    func keepsInput() async throws {
        try await Library.test(BinderyCatalogue.files) { _, browser in
            let nora = try await browser.person("nora")
            let form = Self.machine.filter { $0.0 != "samples.0.marks~straight" } + [("samples.0.marks~straight", "sechzig; 1")]
            let answer = try await nora.post("/registers/machine/new", form)
            #expect(answer.status == 422)
            for text in [
                "href=\"#samples.0.marks\"", "id=\"samples.0.marks\"", "“针脚直”", "value=\"sechzig, 1\"", "value=\"9.5\"",
                "name=\"state_check~level\" value=\"not_met\" checked",
            ] { #expect(answer.text.contains(text), "\(text)") }
            let over = Self.machine.filter { $0.0 != "samples.0.marks~tight" } + [("samples.0.marks~tight", "41")]
            #expect(try await nora.post("/registers/machine/new", over).text.contains("满分 40"))
        }
    }

    @Test("a stored checklist is there to be edited, and the edit reckons its grade anew")
    func edits() async throws {
        try await Library.test(BinderyCatalogue.files) { _, browser in
            let nora = try await browser.person("nora")
            let answer = try await nora.postJSON(
                "/registers/machine",
                """
                {"title":"小压机","branch":"north","bought_on":"2024-02-01","press_grade":"fit","state_check":{"oiled":true},
                 "samples":[{"made_on":"2024-02-02","marks":{"straight":60,"tight":"20.5"},"score":"1"}]}
                """, headers: [.authorization: "Bearer \(nora.session ?? "")"])
            #expect(answer.status == 201, "\(answer.text)")
            let place = try #require(answer.location.split(separator: "?").first.map(String.init))
            let json = try await nora.get(place, headers: [.accept: "application/json"]).text
            #expect(json.contains("\"state_check\":{\"oiled\":true}"))
            #expect(json.contains("\"marks\":{\"straight\":\"60\",\"tight\":\"20.5\"}") && json.contains("\"score\":\"80.5\""))
            #expect(!json.contains("press_grade"))
        }
    }

    private func tariff(_ browser: Browser, _ title: String, _ price: String, _ day: String) async throws -> String {
        let answer = try await browser.post(
            "/registers/tariff/new", [("title", title), ("branch", "north"), ("price", price), ("listed_on", day)])
        #expect(answer.status == 303, "\(answer.text.suffix(900))")
        return String(answer.location.split(separator: "?")[0])
    }

    @Test("the list as of a day is on the page, in JSON and in the export, and the record shows its versions")
    func asOf() async throws {
        try await Library.test(BinderyCatalogue.files) { _, browser in
            var nora = try await browser.person("nora")
            let place = try await tariff(nora, "线装", "10", "2024-01-05")
            let other = try await tariff(nora, "平装", "4", "2024-02-01")
            let form = try await nora.get(place + "/move/adjust").text
            #expect(form.contains("name=\"price\"") && form.contains("name=\"effective_on\""))
            #expect(!(try await nora.get(place + "/edit").text.contains("name=\"price\"")))
            let moved = try await nora.post(
                place + "/move/adjust",
                [("record.revision", "1"), ("title", "线装（新）"), ("price", "12"), ("effective_on", "2024-03-01")])
            #expect(moved.status == 303, "\(moved.text.suffix(900))")
            let ended = try await nora.post(other + "/move/finish", [("record.revision", "1"), ("ended_on", "2024-02-20")])
            #expect(ended.status == 303, "\(ended.text.suffix(900))")

            let february = try await nora.get("/registers/tariff?as_of=2024-02-10").text
            for text in ["线装", "平装", "截至日期：2024-02-10", "name=\"as_of\" value=\"2024-02-10\""] {
                #expect(february.contains(text), "\(text)")
            }
            #expect(!february.contains("线装（新）") && !february.contains("已取消</td>"))
            let march = try await nora.get("/registers/tariff?as_of=2024-03-05").text
            #expect(march.contains("线装（新）") && !march.contains("平装"))
            let json = try await nora.get("/registers/tariff?as_of=2024-02-10", headers: [.accept: "application/json"]).text
            #expect(json.contains("\"price\":\"10\"") && json.contains("\"total\":2") && !json.contains("\"price\":\"12\""))
            let csv = try await nora.get("/registers/tariff/export?format=csv&as_of=2024-02-10").text
            #expect(csv.contains("线装") && csv.contains("平装") && !csv.contains("线装（新）"), "\(csv)")
            #expect(try await nora.get("/registers/tariff?as_of=gestern").status == 400)
            #expect(try await nora.get("/registers/machine?as_of=2024-02-10").status == 400)

            let page = try await nora.get(place).text
            for text in ["历次版本", "2024-02-29", "<del>10</del> → 12", "线装（新）", "诺拉"] { #expect(page.contains(text), "\(text)") }
            nora.language = "en"
            let english = try await nora.get(place).text
            for text in ["Versions", "in force", "Made by"] { #expect(english.contains(text), "\(text)") }
        }
    }

    @Test("the rows behind a figure over rows lead to the records, with how often each counts")
    func rowsBehind() async throws {
        try await Library.test(BinderyCatalogue.files) { _, browser in
            let nora = try await browser.person("nora")
            let twice =
                Self.machine + [
                    ("samples.1.made_on", "2024-02-05"), ("samples.1.marks~straight", "60"), ("samples.1.marks~tight", "40"),
                ]
            #expect(try await nora.post("/registers/machine/new", twice).status == 303)
            let figure = try await nora.get("/figures/machine/samples_made?year=2024").text
            #expect(figure.contains("样张"))
            let rows = try await nora.get("/figures/machine/samples_made/rows?year=2024").text
            for text in ["大压机", "计入次数", "<td class=\"num\">2</td>"] {
                #expect(rows.contains(text), "\(text)")
            }
        }
    }
}

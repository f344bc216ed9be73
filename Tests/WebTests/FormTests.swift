import Foundation
import Testing

@testable import Web

@Suite("forms")
struct FormTests {
    static let loan: [(String, String)] = [
        ("book", "夜航船"), ("branch", "north"), ("lent_on", "2024年2月1日"), ("genre", "essay"), ("tags", "rare"), ("tags", "large"),
        ("fee", "1.2万"),
        ("weight", "0.35"), ("is_new", "1"), ("phone", "13812345678"), ("remark", "第一行\r\n第二行"), ("readers.0.name", "李某乙"),
        ("readers.0.age", "31"),
    ]

    @Test("a form that is right is registered and leads to the record")
    func registers() async throws {
        try await Library.test { _, browser in
            let nora = try await browser.person("nora")
            let answer = try await nora.post("/registers/loan/new", Self.loan)
            #expect(answer.status == 303, "\(answer.text.suffix(900))")
            let page = try await nora.get(answer.location).text
            for text in ["夜航船", "山借〔2024〕1号", "2024-02-01", "12,000", "0.35", "珍本、大开本", "第一行<br>第二行", "李某乙", "已登记。"] {
                #expect(page.contains(text), "\(text)")
            }
        }
    }

    @Test("a form that is wrong comes back with everything typed, every problem at its field and in the summary")
    func keepsInput() async throws {
        try await Library.test { _, browser in
            let nora = try await browser.person("nora")
            var form = Self.loan.filter { !["book", "lent_on", "readers.0.age"].contains($0.0) }
            form += [
                ("book", ""), ("lent_on", "2024-13-01"), ("readers.0.age", "viele"), ("readers.1.name", ""),
                ("readers.1.age", "9"),
            ]
            let answer = try await nora.post("/registers/loan/new", form)
            #expect(answer.status == 422)
            let page = answer.text
            #expect(page.contains("<title>错误："))
            #expect(page.contains("还有四处要改"))
            for anchor in ["#book", "#lent_on", "#readers.0.age", "#readers.1.name"] {
                #expect(page.contains("href=\"\(anchor)\""), "\(anchor)")
            }
            for id in ["id=\"book\"", "id=\"lent_on\"", "id=\"readers.0.age\"", "id=\"readers.1.name\""] {
                #expect(page.contains(id), "\(id)")
            }
            let places = ["#book", "#lent_on", "#readers.0.age", "#readers.1.name"].map {
                page.range(of: "href=\"\($0)\"")?.lowerBound
            }
            #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted(), "in the order of the page")
            let sentence = "请填写书名。"
            #expect(page.components(separatedBy: sentence).count == 3, "once in the summary and once at the field")
            for typed in [
                "value=\"2024-13-01\"", "value=\"viele\"", "value=\"李某乙\"", "value=\"9\"", "value=\"1.2万\"", "第一行\r\n第二行",
                "value=\"essay\" selected", "value=\"rare\" checked", "value=\"1\" checked", "value=\"13812345678\"",
            ] { #expect(page.contains(typed), "\(typed)") }
        }
    }

    @Test("rows are added and removed by buttons, without a script and without losing what was typed")
    func rows() async throws {
        try await Library.test { _, browser in
            let nora = try await browser.person("nora")
            let added = try await nora.post("/registers/loan/new", Self.loan + [("add_row", "readers")])
            #expect(added.status == 200)
            #expect(added.text.contains("name=\"readers.1.name\""))
            #expect(added.text.contains("value=\"李某乙\""))
            #expect(added.text.contains("value=\"夜航船\""))
            let removed = try await nora.post(
                "/registers/loan/new", Self.loan + [("readers.1.name", "赵六丁"), ("remove_row", "readers.0")])
            #expect(removed.text.contains("value=\"赵六丁\""))
            #expect(!removed.text.contains("value=\"李某乙\""))
            #expect(!removed.text.contains("name=\"readers.1.name\""))
            let list = try await nora.json("/registers/loan")
            #expect(list?["total"] == .number("0"))
        }
    }

    @Test("a locked year is refused at its date")
    func lockedYear() async throws {
        try await Library.test { _, browser in
            let nora = try await browser.person("nora")
            let late = Self.loan.map { $0.0 == "lent_on" ? ("lent_on", "2023-12-30") : $0 }
            #expect(try await nora.post("/registers/loan/new", late).status == 303)
            let locked = Self.loan.map { $0.0 == "lent_on" ? ("lent_on", "2022-12-30") : $0 }
            let answer = try await nora.post("/registers/loan/new", locked)
            #expect(answer.status == 422)
            #expect(answer.text.contains("2022 年度已锁定"))
        }
    }

    @Test("another unit's record cannot be registered")
    func notYours() async throws {
        try await Library.test { _, browser in
            let nora = try await browser.person("nora")
            let page = try await nora.get("/registers/loan/new").text
            #expect(page.contains("value=\"north\""))
            #expect(!page.contains("value=\"south\""))
            let answer = try await nora.post("/registers/loan/new", Self.loan.map { $0.0 == "branch" ? ("branch", "south") : $0 })
            #expect(answer.status == 422)
            #expect(answer.text.contains("不在您可以登记的范围"))
        }
    }

    @Test("a record is edited; what was not changed stays, and the log shows before and after")
    func edits() async throws {
        try await Library.test { library, browser in
            let receipt = try await library.loan(more: ["fee": "20"])
            let nora = try await browser.person("nora")
            let page = try await nora.get("/registers/loan/\(receipt.id)/edit").text
            #expect(page.contains("value=\"山居笔记\""))
            #expect(page.contains("value=\"20\""))
            let form = Self.edit(page)
            let answer = try await nora.post(
                "/registers/loan/\(receipt.id)/edit", form.map { $0.0 == "fee" ? ("fee", "35.5") : $0 })
            #expect(answer.status == 303, "\(answer.text.suffix(900))")
            let history = try await nora.get("/registers/loan/\(receipt.id)/history").text
            for text in ["押金", "<td class=\"quiet\">20</td>", "<td>35.5</td>", "诺拉"] {
                #expect(history.contains(text), "\(text)")
            }
            let unchanged = try await nora.post(
                "/registers/loan/\(receipt.id)/edit", Self.edit(try await nora.get("/registers/loan/\(receipt.id)/edit").text))
            #expect(unchanged.status == 422)
            #expect(unchanged.text.contains("没有改动"))
        }
    }

    @Test("somebody who sees masks only edits the rest, and the personal values stay whole")
    func editsUnderMask() async throws {
        try await Library.test { library, browser in
            let receipt = try await library.loan()
            let cora = try await browser.person("cora")
            let page = try await cora.get("/registers/loan/\(receipt.id)/edit").text
            let form = Self.edit(page).map { $0.0 == "book" ? ("book", "山居续笔") : $0 }
            #expect(
                try await cora.post("/registers/loan/\(receipt.id)/edit", form + [("phone", "000"), ("remark", "x")]).status
                    == 303)
            let nora = try await browser.person("nora")
            let shown = try await nora.get("/registers/loan/\(receipt.id)").text
            for text in ["山居续笔", "13800001234", "张三甲常来"] { #expect(shown.contains(text), "\(text)") }
        }
    }

    @Test("a second editor is told who changed what, loses nothing typed, and may save over it")
    func conflict() async throws {
        try await Library.test { library, browser in
            let receipt = try await library.loan()
            let (nora, cora) = (try await browser.person("nora"), try await browser.person("cora"))
            let path = "/registers/loan/\(receipt.id)/edit"
            let before = Self.edit(try await nora.get(path).text)
            let first = Self.edit(try await cora.get(path).text).map { $0.0 == "book" ? ("book", "先到") : $0 }
            #expect(try await cora.post(path, first).status == 303)
            let second = before.map { $0.0 == "book" ? ("book", "后到") : $0 }
            let answer = try await nora.post(path, second)
            #expect(answer.status == 409)
            for text in ["<title>错误：", "科拉", "修改：书名", "value=\"后到\"", "target=\"_blank\""] {
                #expect(answer.text.contains(text), "\(text)")
            }
            #expect(try await nora.get("/registers/loan/\(receipt.id)").text.contains("先到"))
            let over = try await nora.post(path, Self.edit(answer.text))
            #expect(over.status == 303)
            #expect(try await nora.get("/registers/loan/\(receipt.id)").text.contains("后到"))
        }
    }

    @Test("a correction asks for a reason and keeps the old value in the log")
    func corrects() async throws {
        try await Library.test { library, browser in
            let receipt = try await library.loan()
            let nora = try await browser.person("nora")
            let path = "/registers/loan/\(receipt.id)/correct"
            #expect(try await nora.get(path).text.contains("name=\"field\""))
            let page = try await nora.get(path + "?field=book").text
            #expect(page.contains("name=\"book\""))
            #expect(!page.contains("name=\"branch\""))
            let form = [("record.revision", "1"), ("field", "book"), ("book", "山居笔记（修订）")]
            let without = try await nora.post(path, form + [("correct.reason", " ")])
            #expect(without.status == 422)
            #expect(without.text.contains("请写明更正原因"))
            #expect(without.text.contains("value=\"山居笔记（修订）\""))
            #expect(try await nora.post(path, form + [("correct.reason", "书名登记有误")]).status == 303)
            let history = try await nora.get("/registers/loan/\(receipt.id)/history").text
            for text in ["书名登记有误", "山居笔记（修订）", "更正"] { #expect(history.contains(text), "\(text)") }
        }
    }

    @Test("text from people is never markup")
    func escapes() async throws {
        try await Library.test { library, browser in
            let nasty = "<script>alert('x')</script>\"&"
            let receipt = try await library.loan(nasty, more: ["remark": "</textarea><img src=x onerror=1>"])
            let nora = try await browser.person("nora")
            let id = receipt.id
            for path in [
                "/", "/registers/loan", "/registers/loan/\(id)", "/registers/loan/\(id)/edit", "/registers/loan/\(id)/history",
                "/registers/loan?q=%3Cscript%3E",
                "/find?q=%3Cscript%3E%22", "/registers/loan?genre=%22%3E%3Cscript%3E",
                "/login?back=%22%3E%3Cscript%3E&district=%22%3E%3Cscript%3E",
            ] {
                let page = try await nora.get(path).text
                #expect(!page.contains("<script>"), "\(path)")
                #expect(!page.contains("<img src=x"), "\(path)")
            }
        }
    }

    @Test("a file is kept with the record and comes back as a download, never as a page of ours")
    func files() async throws {
        try await Library.test { library, browser in
            let receipt = try await library.loan()
            let nora = try await browser.person("nora")
            let path = "/registers/loan/\(receipt.id)"
            let page = try await nora.get(path + "/edit").text
            #expect(page.contains("enctype=\"multipart/form-data\""))
            let content = Array("<html>不是网页</html>".utf8)
            let answer = try await nora.post(
                path + "/edit", Self.edit(page), file: ("slip", "借条 \"一\".html", "text/html", content))
            #expect(answer.status == 303, "\(answer.text.suffix(600))")
            let shown = try await nora.get(path).text
            guard let start = shown.range(of: "\(path)/files/") else {
                Issue.record("no link to the file")
                return
            }
            let hash = shown[start.upperBound...].prefix { $0 != "\"" }
            let file = try await nora.get("\(path)/files/\(hash)")
            #expect(file.bytes == content)
            #expect(file.headers[.contentType] == "application/octet-stream")
            #expect(file.headers[.contentDisposition]?.hasPrefix("attachment;") ?? false)
            #expect(file.headers[.contentDisposition]?.contains("filename*=UTF-8''%E5%80%9F%E6%9D%A1") ?? false)
            #expect(file.headers[.xContentTypeOptions] == "nosniff")
            let sam = try await browser.person("sam")
            #expect(try await sam.get("\(path)/files/\(hash)").status == 404)
            let kept = try await nora.post(
                path + "/edit", Self.edit(try await nora.get(path + "/edit").text).map { $0.0 == "book" ? ("book", "新名") : $0 })
            #expect(kept.status == 303)
            #expect(try await nora.get(path).text.contains(String(hash)), "a form without a new file keeps the present one")
        }
    }

    /// The controls of a form as a browser would send them.
    static func edit(_ page: String) -> [(String, String)] {
        guard let start = page.range(of: "<form class=\"form\""),
            let end = page.range(of: "</form>", range: start.upperBound..<page.endIndex)
        else { return [] }
        let form = page[start.upperBound..<end.lowerBound]
        var controls: [(String, String)] = []
        for match in form.matches(of: /<(input|textarea|select)([^>]*)>/) {
            let attributes = String(match.2)
            guard let name = attributes.firstMatch(of: /\ name="([^"]*)"/).map({ String($0.1) }), name != "form_token" else {
                continue
            }
            let value = attributes.firstMatch(of: /\ value="([^"]*)"/).map { String($0.1) } ?? ""
            let rest = form[match.range.upperBound...]
            switch match.1 {
            case "textarea": controls.append((name, plain(String(rest.prefix { $0 != "<" }))))
            case "select":
                let inside = rest[..<(rest.range(of: "</select>")?.lowerBound ?? rest.endIndex)]
                controls.append(
                    (name, inside.firstMatch(of: /<option value="([^"]*)" selected/).map { plain(String($0.1)) } ?? ""))
            default:
                if attributes.contains("type=\"file\"") { continue }
                if attributes.contains("type=\"radio\"") || attributes.contains("type=\"checkbox\"") {
                    if attributes.contains(" checked") { controls.append((name, plain(value))) }
                } else {
                    controls.append((name, plain(value)))
                }
            }
        }
        return controls
    }

    private static func plain(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing(
            "&#39;", with: "'"
        ).replacing("&amp;", with: "&")
    }
}

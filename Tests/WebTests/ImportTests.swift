import Foundation
import HTTPTypes
import Records
import Testing

@testable import Web

@Suite("import and export")
struct ImportTests {
    private static let sheet = """
        图书借阅登记,,,,,
        书名,分馆,借出日期,联系电话,读者1姓名,读者1年龄
        山居笔记,北馆,2024年3月1日,13800001234,张三甲,40
        城南旧事,北馆,2024-13-02,13800001235,李四乙,41
        呐喊,不知道馆,2024.3.3,13800001236,王五丙,42
        合计,,,,,3

        """

    /// The sheet with the labels that the made-up register has.
    private func sheet(_ library: Library) -> [UInt8] {
        guard let register = library.office.catalogue.register("loan") else { return [] }
        func label(_ name: String) -> String { register.field(name)?.label ?? name }
        let readers = register.field("readers")
        func child(_ name: String) -> String {
            (readers?.label ?? "") + "1" + (readers?.fields.first { $0.name == name }?.label ?? "")
        }
        let unit = library.office.district.units.first { $0.id == "north" }?.label ?? ""
        let text = Self.sheet.replacing(
            "书名,分馆,借出日期,联系电话,读者1姓名,读者1年龄",
            with: [label("book"), label("branch"), label("lent_on"), label("phone"), child("name"), child("age")].joined(
                separator: ",")
        ).replacing("北馆", with: unit)
        return Array(text.utf8)
    }

    private func upload(_ library: Library, _ person: Browser, _ bytes: [UInt8], name: String = "借阅.csv") async throws
        -> Browser.Answer
    {
        try await person.post("/registers/loan/import", [], file: ("file", name, "text/csv", bytes))
    }

    @Test("a sheet is checked, confirmed once, and its failed rows come back")
    func wholeWay() async throws {
        try await Library.test { library, browser in
            let nora = try await browser.person("nora")
            let form = try await nora.get("/registers/loan/import")
            #expect(
                form.status == 200 && form.text.contains("multipart/form-data")
                    && form.text.contains("/registers/loan/template.xlsx"))
            let sent = try await upload(library, nora, sheet(library))
            #expect(sent.status == 303)
            let check = try await nora.get(sent.location)
            #expect(check.status == 200)
            #expect(check.text.contains("还没有写入任何内容") && check.text.contains("没有 13 月") && check.text.contains("合计行，不导入"))
            #expect(check.text.contains("确认写入 1 行"))
            #expect(try await nora.json("/registers/loan")?["total"] == .number("0"))
            // Without the form's token nothing happens.
            #expect(try await nora.post(sent.location, [], token: false).status == 403)
            #expect(try await nora.post(sent.location, []).status == 303)
            #expect(try await nora.post(sent.location, []).status == 303)
            #expect(try await nora.json("/registers/loan")?["total"] == .number("1"))
            let done = try await nora.get(sent.location)
            #expect(done.text.contains("已写入 1 行：新增 1，更新 0。") && !done.text.contains("确认写入"))
            let failed = try await nora.get(sent.location + "/failed")
            let lines = failed.text.split(separator: "\r\n")
            #expect(lines.count == 4 && lines[1].hasSuffix("原因与改法") && lines[2].contains("2024-13-02"))
            #expect(failed.headers[.contentDisposition]?.contains("filename*=UTF-8''") == true)
            // The same sheet again adds nothing.
            let again = try await nora.get(try await upload(library, nora, sheet(library)).location)
            #expect(!again.text.contains("确认写入"))
        }
    }

    @Test("a check is seen by the session that sent it and by no other")
    func ownSession() async throws {
        try await Library.test { library, browser in
            let nora = try await browser.person("nora")
            let sent = try await upload(library, nora, sheet(library))
            let other = try await browser.person("nora")
            #expect(try await other.get(sent.location).status == 422)
            #expect(try await other.post(sent.location, []).status == 422)
            #expect(try await browser.person("sam").get(sent.location + "/failed").status == 422)
            #expect(try await other.json("/registers/loan")?["total"] == .number("0"))
            #expect(try await browser.person("stranger").get("/registers/loan/import").status == 404)
        }
    }

    @Test("what is no sheet of the register is said on the page")
    func refused() async throws {
        try await Library.test { library, browser in
            let nora = try await browser.person("nora")
            for (name, bytes) in [("a.csv", "一,二\n1,2\n"), ("a.xls", "x"), ("a.xlsx", "x"), ("a.jsonl", "{]")] {
                let answer = try await upload(library, nora, Array(bytes.utf8), name: name)
                #expect(answer.status == 422 && answer.text.contains("id=\"errors\""), "\(name)")
            }
        }
    }

    @Test("an export holds what the list shows, for those who may take it out")
    func export() async throws {
        try await Library.test { library, browser in
            try await library.loan("山居笔记")
            try await library.loan("南方纪事", branch: "south")
            let nora = try await browser.person("nora")
            let answer = try await nora.get("/registers/loan/export?format=csv&q=山居")
            #expect(answer.status == 200)
            #expect(answer.headers[.contentType] == "text/csv; charset=utf-8" && answer.headers[.cacheControl] == "no-store")
            #expect(answer.text.contains("山居笔记") && answer.text.contains("条件：“山居”"))
            let whole = try await nora.get("/registers/loan/export?format=csv")
            #expect(!whole.text.contains("南方纪事"))
            #expect(try await browser.person("stranger").get("/registers/loan/export").status == 404)
            let book = try await nora.get("/registers/loan/export")
            #expect(book.bytes.starts(with: Array("PK".utf8)))
            #expect(try await nora.get("/registers/loan/template.xlsx").bytes.starts(with: Array("PK".utf8)))
        }
    }
}

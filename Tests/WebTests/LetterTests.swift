import OfficeFormats
import Testing

@testable import Web

@Suite("letters")
struct LetterTests {
    static var files: [String: String] {
        var files = LoanCatalogue.files
        files["registers/desk/loan.yaml", default: ""] += """

            letters:
              - { name: reminder, label: 催还单, english: Reminder, after: [lent], roles: [clerk], number: "{prefix}催〔{year}〕{serial}号", basis: 借阅办法#14, remedy: 可以续借, starts: return, service: true }
              - { name: receipt, label: 归还凭证, english: Receipt, after: [give_back], roles: [clerk] }
            file: [cover, catalogue, { letter: reminder }, { letter: receipt }, { attachment: slip }]
            """
        files["templates/loan/reminder.md"] =
            "# 催还单\n@number\n{for readers}\n@addressee {name}\n{end}\n《{book}》请于{due.return}前归还。\n@signature\n"
        files["templates/loan/receipt.md"] = "# 归还凭证\n{book}{returned_on}\n"
        return files
    }

    @Test("a letter is issued by a button, downloaded, and its service written down, without a script")
    func issue() async throws {
        try await Library.test(Self.files) { library, browser in
            let receipt = try await library.loan()
            let nora = try await browser.person("nora")
            let path = "/registers/loan/\(receipt.id)"
            let page = try await nora.get(path).text
            for text in [
                "id=\"letters\"", "\(path)/letters/reminder\"", "制发：催还单", "第十四条", "可以续借", "送达后起算：归还期限", "还没有制发文书。",
                "\(path)/bound/zip\"",
            ] {
                #expect(page.contains(text), "\(text)")
            }
            #expect(!page.contains("归还凭证"))
            let answer = try await nora.post(path + "/letters/reminder", [("issued", "0")])
            #expect(answer.status == 303 && answer.location.hasSuffix("done=letter#letters"), "\(answer.location)")
            let shown = try await nora.get(path + "?done=letter").text
            for text in ["文书已制发", "山催〔2024〕1号", "未登记送达", "重新制发：催还单"] { #expect(shown.contains(text), "\(text)") }
            // Pressed twice: the second press is told, and issues nothing.
            let twice = try await nora.post(path + "/letters/reminder", [("issued", "0")])
            #expect(twice.status == 409 && twice.text.contains("已经有人制发了这份文书"))
            #expect(try await nora.post(path + "/letters/receipt", [("issued", "0")]).status == 409)
            #expect(try await nora.post(path + "/letters/nothing", [("issued", "0")]).status == 404)
            #expect(try await nora.post(path + "/letters/reminder", [("issued", "1")], token: false).status == 403)

            let id = try await Self.letter(nora, path)
            let file = try await nora.get("\(path)/letters/\(id)")
            #expect(file.status == 200 && file.headers[.contentDisposition]?.contains("filename*=UTF-8''") == true)
            let text = try DocumentReader().read(bytes: file.bytes).text
            #expect(text.contains("张三甲：") && text.contains("《山居笔记》请于2024年"), "\(text)")

            let form = try await nora.get("\(path)/letters/\(id)/service").text
            for text in ["登记送达", "留置送达", "name=\"receiver\"", "value=\"2024-03-12\""] { #expect(form.contains(text), "\(text)") }
            let late = try await nora.post(
                "\(path)/letters/\(id)/service", [("mode", "left"), ("on", "2024-04-01"), ("receiver", "李四")])
            #expect(late.status == 422 && late.text.contains("不能晚于今天") && late.text.contains("value=\"李四\""))
            let served = try await nora.post(
                "\(path)/letters/\(id)/service", [("mode", "left"), ("on", "2024-03-12"), ("receiver", "李四")])
            #expect(served.status == 303)
            let after = try await nora.get(path).text
            #expect(after.contains("2024-03-12 留置送达 · 签收人：李四"), "\(after.suffix(3000))")
            let log = try await nora.get(path + "/history").text
            for text in ["制发文书", "登记送达", "催还单 山催〔2024〕1号", "李四"] { #expect(log.contains(text), "\(text)") }
        }
    }

    private static func letter(_ browser: Browser, _ path: String) async throws -> String {
        guard case .object(let members)? = try await browser.json(path + "/letters"),
            case .array(let issued)? = members.first(where: { $0.name == "issued" })?.value
        else { return "" }
        return issued.first?["id"]?.string ?? ""
    }

    @Test("whoever sees masks downloads masks, in English too, and the bound file says what is missing")
    func masked() async throws {
        try await Library.test(Self.files) { library, browser in
            let receipt = try await library.loan()
            let path = "/registers/loan/\(receipt.id)"
            let nora = try await browser.person("nora")
            guard let token = nora.token else { return }
            let made = try await nora.postJSON(path + "/letters/reminder", "{}", headers: [.formToken: token.formToken])
            #expect(made.status == 201 && made.text.contains("\"number\":\"山催〔2024〕1号\""), "\(made.text)")
            let id = try await Self.letter(nora, path)
            let json = #"{"mode":"direct","on":"2024-03-12","receiver":"张三甲"}"#
            let served = try await nora.postJSON("\(path)/letters/\(id)/service", json, headers: [.formToken: token.formToken])
            #expect(served.status == 201 && served.text.contains("\"receiver\":\"张三甲\""))

            var cora = try await browser.person("cora")
            cora.language = "en"
            let page = try await cora.get(path).text
            for text in ["Reminder", "handed over", "masked", "Whole file (ZIP)"] { #expect(page.contains(text), "\(text)") }
            #expect(!page.contains("张三甲"))
            #expect(try await cora.post(path + "/letters/reminder", [("issued", "1")]).status == 403)
            #expect(try await cora.get("\(path)/letters/\(id)/service").status == 403)
            for place in ["\(path)/letters/\(id)", path + "/bound/docx"] {
                let file = try await cora.get(place)
                let text = try DocumentReader().read(bytes: file.bytes).text
                #expect(text.contains("张**") && !text.contains("张三甲"), "\(text)")
            }
            let archive = try ZipArchive(bytes: try await cora.get(path + "/bound/zip").bytes)
            #expect(archive.entries.map(\.name) == ["index.html", "index.csv", "01 Reminder 山催〔2024〕1号.docx"])
            let index = String(decoding: try archive.data("index.html"), as: UTF8.self)
            for text in ["Catalogue of the file", "Receipt", "missing", "handed over 2024-03-12"] {
                #expect(index.contains(text), "\(text)")
            }
            let whole = try DocumentReader().read(bytes: try await nora.get(path + "/bound/docx").bytes).text
            for text in ["借阅卷宗", "卷内目录", "1\t催还单\t山催〔2024〕1号", "2\t归还凭证", "缺", "《山居笔记》", "送达回证", "张三甲"] {
                #expect(whole.contains(text), "\(text) in \(whole)")
            }
            let sam = try await browser.person("sam")
            for place in ["/letters/\(id)", "/bound/zip", "/letters"] { #expect(try await sam.get(path + place).status == 404) }
            #expect(try await nora.get(path + "/bound/exe").status == 404)
        }
    }
}

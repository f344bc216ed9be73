import Casework
import Foundation
import HTTPTypes
import OfficeFormats
import Records
import TestSupport
import Testing

@testable import Web

@Suite("exam pages")
struct ExamPageTests {
    static var files: [String: String] {
        var files = LoanCatalogue.files
        files["registers/desk/contest.yaml"] = ExamCatalogue.contest
        return files
    }

    /// A sheet of questions as an office would send it, with two rows that are wrong.
    static let csv: [UInt8] = {
        var lines = ["题型,题干,选项A,选项B,选项C,选项D,答案,解析"]
        for question in ExamCatalogue.questions {
            let kind = ["single": "单选", "multiple": "多选", "judgement": "判断"][question.kind.rawValue] ?? ""
            let answer =
                question.kind == .judgement
                ? (question.right == [0] ? "正确" : "错误") : question.right.sorted().map { ["A", "B", "C", "D"][$0] }.joined()
            var options = question.kind == .judgement ? [] : question.options
            while options.count < 4 { options.append("") }
            lines.append(([kind, question.stem] + options + [answer, question.explanation]).joined(separator: ","))
        }
        lines += ["填空,哪个结？,甲,乙,,,A,", "单选,哪个结最紧？,甲,乙,,,F,"]
        return Array(lines.joined(separator: "\n").utf8)
    }()

    /// A contest that is open, of the north library.
    static func contest(_ library: Library, kind: String = "grand") async throws -> String {
        let nora = try await library.actor("nora")
        let texts = [
            "title": "馆员绳结", "host": "north", "kind": kind, "set_on": "2024-03-01", "minutes": "30", "enough": "60",
            "rounds": "2",
        ]
        let rows = [
            "sheet": [
                RowInput(texts: ["kind": "single", "count": "2", "points": "30"]),
                RowInput(texts: ["kind": "multiple", "count": "1", "points": "20"]),
                RowInput(texts: ["kind": "judgement", "count": "1", "points": "20"]),
            ]
        ]
        let made = try #require(
            try await library.office.register("contest", RecordInput(texts: texts, rows: rows), by: nora).receipt)
        let dates = RecordInput(texts: ["from_on": "2024-03-11", "until_on": "2024-03-15"])
        _ = try #require(
            try await library.office.change(
                "contest", id: made.id,
                RecordChange(.move("begin"), revision: made.revision, input: dates, fields: ["from_on", "until_on"]), by: nora
            ).receipt)
        return made.id
    }

    static func bank(_ nora: Browser, for id: String) async throws {
        let answer = try await nora.post("/exams/banks", [("title", "绳结题库")], file: ("file", "结.csv", "text/csv", csv))
        #expect(answer.status == 200)
        let page = try await nora.get("/exams/contest/\(id)").text
        let bank = try #require(page.firstMatch(of: /<option value="([0-9A-Z]{26})"[^>]*>绳结题库/)).1
        #expect(try await nora.post("/exams/contest/\(id)/bank", [("bank", String(bank))]).status == 303)
    }

    @Test("a bank is taken in from a sheet; rows that are wrong come back in its layout, and the same file is known")
    func bank() async throws {
        try await Library.test(Self.files) { library, browser in
            let nora = try await browser.person("nora")
            #expect(try await browser.person("stranger").get("/exams/banks").status == 403)
            let template = try await nora.get("/exams/banks/template.xlsx")
            let sheets = try SheetReader(bytes: template.bytes).sheets
            #expect(template.status == 200 && !sheets.isEmpty)
            let answer = try await nora.post("/exams/banks", [("title", "绳结题库")], file: ("file", "结.csv", "text/csv", Self.csv))
            for text in ["已导入 12 道题", "下列行没有导入", "“填空”不认识", "没有对应的选项", ">14<", ">15<"] {
                #expect(answer.text.contains(text), "\(text)")
            }
            let path = try #require(answer.text.firstMatch(of: /"(\/exams\/failed\/[0-9a-z]+)"/)).1
            let failed = try await nora.get(String(path))
            #expect(failed.status == 200 && failed.text.contains("填空,哪个结？") && !failed.text.contains("第1个结"), "\(failed.text)")
            #expect(try await browser.person("sam").get(String(path)).status == 404)
            let again = try await nora.post("/exams/banks", [("title", "绳结题库")], file: ("file", "结.csv", "text/csv", Self.csv))
            #expect(again.status == 422 && again.text.contains("已经导入过"))
            let other = try await nora.post(
                "/exams/banks", [("title", "别的")], file: ("file", "a.csv", "text/csv", Array("甲,乙\n1,2\n".utf8)))
            #expect(other.status == 422 && other.text.contains("没有找到表头"))
        }
    }

    @Test("an exam is sat without a script: begun, saved, handed in, marked, counted, and in the record")
    func plain() async throws {
        try await Library.test(Self.files) { library, browser in
            let nora = try await browser.person("nora")
            let id = try await Self.contest(library)
            try await Self.bank(nora, for: id)
            #expect(try await nora.post("/exams/contest/\(id)/units", [("unit", "north"), ("unit", "root")]).status == 303)
            // Somebody without any role sits it.
            let stranger = try await browser.person("stranger")
            #expect(try await stranger.get("/exams").text.contains("馆员绳结"))
            #expect(try await stranger.get("/exams/contest/\(id)").status == 404)
            #expect(try await browser.person("sam").get("/exams/contest/\(id)/start").status == 404)
            let start = try await stranger.get("/exams/contest/\(id)/start").text
            for text in ["30 分钟", "满分", "100 分", "60 分", "开始答题", "时间以服务器为准"] { #expect(start.contains(text), "\(text)") }
            let begun = try await stranger.post("/exams/contest/\(id)/start", [])
            #expect(begun.status == 303 && begun.location.hasPrefix("/exams/sittings/"))
            #expect(try await stranger.post("/exams/contest/\(id)/start", []).location == begun.location)
            let paper = try await stranger.get(begun.location)
            #expect(paper.headers[.contentSecurityPolicy]?.hasSuffix("; connect-src 'self'") == true)
            #expect(!paper.text.contains("<script>") && paper.text.contains("exam.js") && !paper.text.contains("结谱"))
            #expect(try await nora.get(begun.location).status == 404)
            // The right place of each question as this paper shows it.
            let items = Self.items(paper.text)
            #expect(items.count == 4)
            let one = try #require(items.first)
            let saved = try await stranger.post(
                begun.location, [("was.\(one.number)", "")] + one.right.map { ("a.\(one.number)", String($0)) })
            #expect(saved.location == begun.location + "?done=saved")
            let after = try await stranger.get(begun.location).text
            #expect(after.contains("已答 1 题，共 4 题") && after.contains("checked"))
            var form = items.dropFirst().flatMap { item in
                [("was.\(item.number)", "")] + item.right.map { ("a.\(item.number)", String($0)) }
            }
            // A stale window does not know of the first answer, and leaves it as it is.
            form.append(("was.\(one.number)", ""))
            form.append(("submit", "1"))
            #expect(try await stranger.post(begun.location, form, token: false).status == 403)
            #expect(try await stranger.post(begun.location, form).location == begun.location)
            let result = try await stranger.get(begun.location).text
            #expect(result.contains("100 分，满分 100 分") && result.contains("已合格") && !result.contains("结谱"), "\(result)")
            let late = try await stranger.post(begun.location, [("was.1", ""), ("a.1", "0"), ("submit", "1")])
            #expect(late.location.hasSuffix("late=1"))
            #expect(try await stranger.get(late.location).text.contains("没有收"))

            #expect(try await nora.post("/exams/contest/\(id)/count", []).status == 303)
            let run = try await nora.get("/exams/contest/\(id)?done=count").text
            for text in ["结果已写入台账", "路人", "1/1 = 100.0%", "逐题分析"] { #expect(run.contains(text), "\(text)") }
            let record = try #require(
                try await library.office.records("contest", ids: [id], by: try await library.actor("nora")).first)
            let rows = record.values["teams"]?.rows ?? []
            #expect(
                rows.contains {
                    $0.values["unit"] == .text("root") && $0.values["came"] == .integer(1) && $0.values["good"] == .integer(1)
                })
            let cora = try await browser.person("cora").get("/exams/contest/\(id)").text
            #expect(cora.contains("路*") && !cora.contains("路人"))
            let file = try await nora.get("/exams/contest/\(id)/results.xlsx")
            let sheets = try SheetReader(bytes: file.bytes).sheets
            #expect(file.status == 200 && sheets.count == 3)
            #expect(
                try await nora.get("/exams", headers: [.cookie: "zhunsheng_session=\(nora.session ?? ""); zhunsheng_language=en"])
                    .text.contains("Exams you may see"))
        }
    }

    @Test("answers are saved by script one by one, in any order, and refused without the form's token")
    func script() async throws {
        try await Library.test(Self.files) { library, browser in
            let nora = try await browser.person("nora")
            let id = try await Self.contest(library)
            try await Self.bank(nora, for: id)
            _ = try await nora.post("/exams/contest/\(id)/units", [("unit", "north")])
            let path = try await nora.post("/exams/contest/\(id)/start", []).location
            let items = Self.items(try await nora.get(path).text)
            let single = try #require(items.first { $0.options == 4 })
            let token: HTTPFields = [.formToken: nora.token?.formToken ?? ""]
            func send(_ chosen: Int, _ sequence: Int, headers: HTTPFields) async throws -> Browser.Answer {
                try await nora.postJSON(
                    path + "/answers", #"{"answers":[{"item":\#(single.number),"chosen":[\#(chosen)],"sequence":\#(sequence)}]}"#,
                    headers: headers)
            }
            #expect(try await send(1, 10, headers: [:]).status == 403)
            let newer = try await send(2, 20, headers: token)
            #expect(
                newer.status == 200 && newer.text.contains("\"saved\":[\(single.number)]")
                    && newer.text.contains("\"answered\":1"))
            // An older message that comes late is told as done, and changes nothing.
            #expect(try await send(1, 10, headers: token).status == 200)
            let page = try await nora.get(path).text
            #expect(page.contains("name=\"was.\(single.number)\" value=\"2\""))
            #expect(try await nora.postJSON(path + "/answers", "[]", headers: token).status == 400)
            #expect(try await browser.person("sam").get(path).status == 404)
            _ = try await nora.post(path, [("submit", "1")])
            let closed = try await send(1, 30, headers: token)
            #expect(closed.status == 409 && closed.text.contains("\"error\":\"closed\""))
        }
    }

    @Test("a person without an account comes in by his code and no other, and tries are limited")
    func door() async throws {
        try await Library.test(Self.files) { library, browser in
            let nora = try await browser.person("nora")
            let id = try await Self.contest(library)
            try await Self.bank(nora, for: id)
            let list = Array("单位,姓名\n北馆,公孙拾玖\n西馆,慕容廿二\n".utf8)
            let added = try await nora.post("/exams/contest/\(id)/persons", [], file: ("file", "名单.csv", "text/csv", list))
            #expect(added.text.contains("已加入 1 人") && added.text.contains("没有单位“西馆”"))
            let codes = try await nora.post("/exams/contest/\(id)/codes", [])
            #expect(codes.status == 200)
            let reader = try SheetReader(bytes: codes.bytes)
            let rows = try reader.rows(of: try #require(reader.sheets.first))
            _ = try rows.next()
            let row = try #require(try rows.next())
            let (name, code, door) = (row[2].plainText, row[3].plainText, row[4].plainText)
            #expect(name == "公孙拾玖" && code.count == 14 && door.hasPrefix("/sit/"))
            #expect(try await browser.get(door).text.contains("入场码"))
            #expect(try await browser.get("/sit/NOWHERE2").status == 404)
            let wrong = try await browser.post(door, [("code", "AAAA-BBBB-CCCC")])
            #expect(wrong.status == 422 && wrong.text.contains("入场码不对") && !wrong.text.contains("公孙"))
            #expect(try await browser.get(door + "/start").location == door)
            let entered = try await browser.post(door, [("code", code.lowercased())])
            let cookie = try #require(entered.headers[.setCookie]?.split(separator: ";").first.map(String.init))
            #expect(entered.status == 303 && cookie.hasPrefix("zhunsheng_exam=hill."))
            let start = try await browser.get(door + "/start", headers: [.cookie: cookie])
            let token = try #require(start.text.firstMatch(of: /name="form_token" value="([^"]+)"/)).1
            let begun = try await browser.post(door + "/start", [("form_token", String(token))], headers: [.cookie: cookie])
            #expect(begun.location.hasPrefix("/exams/sittings/"))
            #expect(try await browser.get(begun.location).location.hasPrefix("/login"))
            let paper = try await browser.get(begun.location, headers: [.cookie: cookie])
            #expect(paper.status == 200 && Self.items(paper.text).count == 4)
            let sent = try await browser.post(
                begun.location, [("form_token", String(token)), ("was.1", ""), ("a.1", "0"), ("submit", "1")],
                headers: [.cookie: cookie])
            #expect(sent.status == 303)
            #expect(try await browser.get(begun.location, headers: [.cookie: cookie]).text.contains("满分 100 分"))
            for _ in 0..<25 { _ = try await browser.post(door, [("code", "AAAA-BBBB-CCCC")]) }
            #expect(try await browser.post(door, [("code", code)]).status == 429)
        }
    }

    struct Item {
        var number: Int
        var options: Int
        var right: [Int]
    }

    /// The questions of a paper, with the places of the right options as it shows them.
    static func items(_ page: String) -> [Item] {
        page.matches(of: /<fieldset class="question" id="q(\d+)">(.*?)<\/fieldset>/.dotMatchesNewlines()).map { found in
            let body = String(found.2)
            let stem = ExamCatalogue.right.keys.first { body.contains($0) } ?? ""
            let options = body.matches(of: /<label class="choice">.*?value="(\d+)"[^>]*> (?:[A-Z]\. )?([^<]+)<\/label>/).map {
                (Int($0.1) ?? 0, String($0.2))
            }
            let right = ExamCatalogue.right[stem] ?? []
            return Item(
                number: Int(found.1) ?? 0, options: options.count, right: options.filter { right.contains($0.1) }.map(\.0))
        }
    }
}

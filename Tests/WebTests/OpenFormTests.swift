import Casework
import Foundation
import HTTPTypes
import LegalTime
import Records
import Testing

@testable import Web

@Suite("forms of the open site")
struct OpenFormTests {
    static var files: [String: String] {
        var files = LoanCatalogue.files
        files["registers/house/shelf.yaml", default: ""] += "\npublication: { level: full, fields: [title] }\n"
        files["registers/desk/loan.yaml", default: ""] += """

            letters:
              - { name: reply, label: 回信, english: Reply, after: [back], roles: [clerk] }
            requests:
              - name: borrow
                label: 预约借书
                english: Ask for a book
                intro: 写下想借的书。
                intro_english: Say which book.
                fields:
                  - branch
                  - { field: book, hint: 不写人名, english: No names }
                  - genre
                  - shelf
                  - remark
                  - slip
                  - readers.name
                  - { field: phone, required: true }
                set: { lent_on: today }
                consent: 我会归还
                consent_english: I shall bring it back
                shows:
                  - { state: [lent], label: 已收到, english: Received }
                  - { state: [back, filed], label: 已办好, english: Done }
                clocks: [return]
                answers: { letters: [reply], after: [back] }
            """
        files["templates/loan/reply.md"] = "# 回信\n《{book}》已办好。\n@signature\n"
        files["registers/house/rule.yaml"] = rule
        files["laws/lending.yaml", default: ""] += """

              - name: 借阅/hear
                label: 征求意见
                versions:
                  - { law: 借阅办法, article: 3, from: 2020-01-01, force: mandatory, length: { calendar_days: 5 }, sense: at_least }
            """
        return files
    }

    private static let rule = """
        register: rule
        label: 馆规
        summary: 一行是一条馆规。
        owner: unit
        office: reading
        heading: title
        number: { pattern: "{prefix}规〔{year}〕{serial}号", year_of: begun_on }
        fields:
          - { name: title, label: 名称, type: text, max: 40, required: true }
          - { name: unit, label: 承办单位, type: unit, required: true }
          - { name: begun_on, label: 开始日期, type: date, required: true }
          - { name: draft, label: 草案, type: attachment }
          - { name: note, label: 说明, type: long_text, max: 500 }
          - { name: heard_from, label: 征求开始, type: date }
          - { name: heard_until, label: 征求截止, type: date }
          - { name: heard, label: 条数, type: integer, min: 0 }
          - { name: taken, label: 采纳, type: integer, min: 0 }
        states:
          - { name: hearing, label: 征求意见, start: true }
          - { name: made, label: 已定, end: true }
        transitions:
          - { name: make, label: 确定, from: [hearing], to: made, roles: [clerk] }
        form:
          - { section: 馆规, fields: [title, unit, begun_on, draft, note, heard_from, heard_until, heard, taken] }
        list: { columns: [unit], filters: [unit], search: [title] }
        retention: { years: 5, force: local }
        consultation: { open_in: [hearing], title: title, draft: draft, explanation: note, from: heard_from, until: heard_until,
          minimum: 借阅/hear, opinions: { received: heard, adopted: taken } }
        """

    /// A token as a page of some minutes ago carried it.
    static func token(_ library: Library, _ purpose: String, minutesAgo: Int = 5, keysOf other: Library? = nil) -> String {
        let office = library.office
        let now = office.clock.now()
        let then = Casework.Office(
            engine: office.engine, catalogue: office.catalogue, district: office.district, keys: (other ?? library).office.keys,
            clock: OfficeClock(today: office.clock.today, now: { now.adding(minutes: -minutesAgo) }))
        return then.openFormToken(for: purpose).text
    }

    static let path = "/open/requests/loan/borrow"

    static func form(_ library: Library, _ more: [(String, String)] = [], without: Set<String> = []) -> [(String, String)] {
        let base = [
            ("branch", "north"), ("book", "山居笔记"), ("genre", "essay"), ("remark", "爷爷想看"), ("readers.0.name", "上官拾伍"),
            ("phone", "13700009999"), ("consent", "1"), ("form_token", token(library, "request/loan/borrow")),
        ]
        let replaced = Set(more.map(\.0)).union(without)
        return base.filter { !replaced.contains($0.0) } + more
    }

    static func code(_ page: String) -> String? {
        guard let start = page.range(of: "id=\"receipt-code\">") else { return nil }
        return String(page[start.upperBound...].prefix(23))
    }

    @Test("a book is asked for without log-in or script; the code leads to it, and nothing of the sender is in any open page")
    func handIn() async throws {
        try await Library.test(Self.files) { library, browser in
            let page = try await browser.get("/open/requests").text
            #expect(page.contains("预约借书") && page.contains(Self.path) && !page.contains("<script>"))
            let form = try await browser.get(Self.path)
            #expect(form.status == 200 && form.headers[.cacheControl] == "no-store" && form.headers[.setCookie] == nil)
            for text in ["写下想借的书。", "name=\"readers.0.name\"", "name=\"website\"", "我会归还", "不写人名"] {
                #expect(form.text.contains(text), "\(text)")
            }
            for text in ["name=\"returned_on\"", "name=\"lent_on\"", "name=\"fee\""] { #expect(!form.text.contains(text)) }
            #expect(try await browser.get(Self.path + "?lang=en").text.contains("I shall bring it back"))

            let answer = try await browser.post(Self.path, Self.form(library))
            #expect(answer.status == 200, "\(answer.text.suffix(2000))")
            let code = try #require(Self.code(answer.text))
            for text in ["山借〔2024〕1号", "北馆", "2024-05-13", "第十二条"] { #expect(answer.text.contains(text), "\(text)") }
            for secret in ["上官拾伍", "13700009999", "爷爷想看"] { #expect(!answer.text.contains(secret)) }

            // The clerk finds it on the desk, marked, with its clock; who came is known to the office.
            let nora = try await browser.person("nora")
            let desk = try await nora.get("/").text
            #expect(desk.contains("网上新收到") && desk.contains("山借〔2024〕1号"))
            let sam = try await browser.person("sam")
            #expect(try await !sam.get("/").text.contains("山借〔2024〕1号"))
            let id = try #require(try await library.office.waitingFromOutside(by: library.actor("nora")).first?.record)
            let record = try await nora.get("/registers/loan/\(id)").text
            for text in ["上官拾伍", "网上提交", "预约借书"] { #expect(record.contains(text), "\(text)") }

            let token = Self.token(library, "follow")
            let found = try await browser.post("/open/follow", [("code", code.lowercased()), ("form_token", token)])
            #expect(found.status == 200 && found.headers[.cacheControl] == "no-store")
            for text in ["山借〔2024〕1号", "已收到", "2024-05-13", "第十二条", "还没有可以取的文书"] {
                #expect(found.text.contains(text), "\(text)")
            }
            for secret in ["上官拾伍", "13700009999", "爷爷想看"] { #expect(!found.text.contains(secret)) }

            // Answered, the letter is fetched with the code.
            let view = try #require(try await library.office.record("loan", id: id, by: library.actor("nora")))
            let moved = try await library.office.change(
                "loan", id: id,
                RecordChange(
                    .move("give_back"), revision: view.record.revision,
                    input: RecordInput(texts: ["returned_on": "2024-03-12", "condition": "good"]),
                    fields: ["returned_on", "condition"]), by: library.actor("nora"))
            #expect(moved.receipt != nil)
            #expect(try await nora.post("/registers/loan/\(id)/letters/reply", [("issued", "0")]).status == 303)
            let done = try await browser.post("/open/follow", [("code", code), ("form_token", token)]).text
            #expect(done.contains("已办好") && done.contains("回信"))
            let key = try #require(done.firstMatch(of: /name="answer" value="(letter:[0-9A-Z]+)"/)).1
            let file = try await browser.post(
                "/open/follow/answer", [("code", code), ("answer", String(key)), ("form_token", token)])
            #expect(file.status == 200 && file.bytes.starts(with: [0x50, 0x4B]))
            let other = try await browser.post(
                "/open/follow/answer", [("code", code), ("answer", "field:slip"), ("form_token", token)])
            #expect(other.status == 404)
        }
    }

    @Test("what is wrong comes back with what was typed, and a second press registers nothing twice")
    func problems() async throws {
        try await Library.test(Self.files) { library, browser in
            let wrong = try await browser.post(Self.path, Self.form(library, [("book", ""), ("phone", "12")]))
            #expect(wrong.status == 422 && wrong.text.contains("value=\"上官拾伍\"") && wrong.text.contains("爷爷想看"))
            #expect(wrong.text.contains("href=\"#book\"") && wrong.text.contains("href=\"#phone\""))
            let bare = try await browser.post(Self.path, Self.form(library, without: ["consent"]))
            #expect(bare.status == 422 && bare.text.contains("勾选同意"))
            let more = try await browser.post(Self.path, Self.form(library, [("add_row", "readers")]))
            #expect(more.status == 200 && more.text.contains("name=\"readers.1.name\""))
            let form = Self.form(library)
            #expect(try await browser.post(Self.path, form).status == 200)
            let twice = try await browser.post(Self.path, form)
            #expect(twice.status == 409 && twice.text.contains("已经提交过"))
            let fast = try await browser.post(
                Self.path, Self.form(library, [("form_token", Self.token(library, "request/loan/borrow", minutesAgo: 0))]))
            #expect(fast.status == 422 && fast.text.contains("太快") && fast.text.contains("爷爷想看"))
            let old = try await browser.post(
                Self.path, Self.form(library, [("form_token", Self.token(library, "request/loan/borrow", minutesAgo: 400))]))
            #expect(old.status == 422 && old.text.contains("爷爷想看"))
            #expect(try await library.office.waitingFromOutside(by: library.actor("nora")).count == 1)
        }
    }

    @Test("machines and pages of other sites are turned away")
    func strangers() async throws {
        try await Library.test(Self.files) { library, browser in
            #expect(try await browser.post(Self.path, Self.form(library, [("website", "spam")])).status == 400)
            #expect(try await browser.post(Self.path, Self.form(library, without: ["form_token"])).status == 403)
            let foreign = Self.token(library, "opinion/x")
            #expect(try await browser.post(Self.path, Self.form(library, [("form_token", foreign)])).status == 403)
            let cross = try await browser.post(Self.path, Self.form(library), headers: [.fetchSite: "cross-site"])
            #expect(cross.status == 403)
            let elsewhere = try await browser.post(Self.path, Self.form(library), headers: [.origin: "https://elsewhere.example"])
            #expect(elsewhere.status == 403)
            for path in ["/open/requests/loan/nothing", "/open/requests/nothing/borrow", "/open/consultations/nothing"] {
                #expect(try await browser.get(path).status == 404)
            }
            #expect(try await library.office.waitingFromOutside(by: library.actor("nora")).isEmpty)
        }
    }

    @Test("wrong codes cost: after ten the address has to wait, even with the right one")
    func guesses() async throws {
        try await Library.test(Self.files) { library, browser in
            let code = try #require(Self.code(try await browser.post(Self.path, Self.form(library)).text))
            let token = Self.token(library, "follow")
            var sentences: Set<String> = []
            for wrong in ["x", "AAAAA-AAAAA-AAAAA-AAAAA"] + (0..<8).map({ _ in ReceiptCode().text }) {
                let answer = try await browser.post("/open/follow", [("code", wrong), ("form_token", token)])
                #expect(answer.status == 422)
                sentences.insert(answer.text.contains("没有查到。请核对回执号后再试。") ? "same" : "other")
            }
            #expect(sentences == ["same"])
            let closed = try await browser.post("/open/follow", [("code", code), ("form_token", token)])
            #expect(closed.status == 429 && closed.headers[.retryAfter] != nil && !closed.text.contains("山借"))
        }
    }

    @Test("a draft is put out, opinions come in and are answered, adoption is told in public")
    func consultation() async throws {
        try await Library.test(Self.files) { library, browser in
            let nora = try await browser.person("nora")
            let input = RecordInput(texts: [
                "title": "借阅规则修订", "unit": "north", "begun_on": "2024-03-01", "note": "方便读者。", "heard_from": "2024-03-06",
                "heard_until": "2024-03-12",
            ])
            let outcome = try await library.office.register(
                "rule", input,
                uploads: ["draft": Upload(name: "草案.txt", mediaType: "text/plain", bytes: Array("第一条".utf8))],
                by: library.actor("nora"))
            let id = try #require(outcome.receipt?.id)
            let list = try await browser.get("/open/consultations").text
            #expect(list.contains("借阅规则修订") && list.contains("征求意见中"))
            let page = try await browser.get("/open/consultations/\(id)").text
            for text in ["方便读者。", "2024-03-12", "第三条", "/open/consultations/\(id)/draft", "提意见"] {
                #expect(page.contains(text), "\(text)")
            }
            let draft = try await browser.get("/open/consultations/\(id)/draft")
            #expect(draft.text == "第一条" && draft.headers[.contentDisposition]?.contains("filename*") == true)
            let path = "/open/consultations/\(id)/opinion"
            #expect(try await browser.get(path).text.contains("name=\"opinion\""))
            func post(_ text: String, _ name: String) async throws -> Browser.Answer {
                try await browser.post(
                    path,
                    [
                        ("opinion", text), ("kind", "person"), ("name", name), ("contact", ""),
                        ("form_token", Self.token(library, "opinion/\(id)")),
                    ])
            }
            let empty = try await post("", "上官拾伍")
            #expect(empty.status == 422 && empty.text.contains("value=\"上官拾伍\""))
            let thanks = try await post("延长到三个月", "上官拾伍")
            let code = try #require(Self.code(thanks.text))
            #expect(try await !browser.get("/open/consultations/\(id)").text.contains("延长到三个月"))

            let record = try await nora.get("/registers/rule/\(id)").text
            #expect(record.contains("/registers/rule/\(id)/opinions") && record.contains("1 条待处理"))
            let opinions = try await nora.get("/registers/rule/\(id)/opinions").text
            #expect(opinions.contains("延长到三个月") && opinions.contains("上官拾伍") && !opinions.contains("name=\"summary\""))
            let opinion = try #require(opinions.firstMatch(of: /name="state-([0-9A-Z]+)"/)).1
            let bare = try await nora.post(
                "/registers/rule/\(id)/opinions/\(opinion)", [("state-\(opinion)", "not"), ("reason-\(opinion)", "")])
            #expect(bare.status == 422 && bare.text.contains("请写明理由"))
            let decided = try await nora.post(
                "/registers/rule/\(id)/opinions/\(opinion)", [("state-\(opinion)", "not"), ("reason-\(opinion)", "书不够")])
            #expect(decided.status == 303)
            let early = try await nora.post(
                "/registers/rule/\(id)/opinions/release", [("summary", "没有采纳"), ("other_received", "0"), ("other_adopted", "0")])
            #expect(early.status == 409)
            let sheet = try await nora.get("/registers/rule/\(id)/opinions/export")
            #expect(sheet.status == 200 && sheet.bytes.starts(with: [0x50, 0x4B]))
            let hana = try await browser.person("hana")
            #expect(try await hana.get("/registers/rule/\(id)/opinions").status == 200)
            let sam = try await browser.person("sam")
            #expect(try await sam.get("/registers/rule/\(id)/opinions").status == 404)
            let found = try await browser.post("/open/follow", [("code", code), ("form_token", Self.token(library, "follow"))])
                .text
            #expect(found.contains("延长到三个月") && found.contains("已收到，正在研究") && !found.contains("书不够"))
        }
    }

    /// Bodies that no browser sends.
    @Test("bodies of any shape are answered, never with a failure, and register nothing")
    func fuzz() async throws {
        // One address may send some twenty forms at once; each round is another site.
        for seed in 1...6 { try await fuzz(seed: UInt64(seed)) }
    }

    private func fuzz(seed: UInt64) async throws {
        try await Library.test(Self.files) { library, browser in
            var random = SeededBytes(seed: seed)
            let types = ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", ""]
            let paths = [Self.path, "/open/follow", "/open/follow/answer", "/open/follow/supplement"]
            let pieces = [
                "book=", "%", "&", "=", "%FF%00", "readers.99999.name=a", "readers.0.~id=1", "add_row=readers",
                "remove_row=readers.7",
                "form_token=1.2.3",
                "--x\r\nContent-Disposition: form-data; name=\"slip\"; filename=\"a.pdf\"\r\n\r\n%PDF-\r\n--x--",
                "\u{202E}", "code=", String(repeating: "A", count: 4000), "branch=north'--",
            ]
            for round in 0..<30 {
                var body: [UInt8] = []
                for _ in 0..<(1 + random.next(6)) {
                    body += Array(pieces[random.next(pieces.count)].utf8)
                    if random.next(4) == 0 { body.append(UInt8(random.next(256))) }
                    if random.next(3) == 0 { body += Array("&form_token=\(Self.token(library, "request/loan/borrow"))".utf8) }
                }
                let path = paths[random.next(paths.count)]
                let answer = try await browser.send(
                    .post, path, headers: [.contentType: types[random.next(types.count)]], body: body)
                #expect((200..<500).contains(answer.status), "\(round) \(path) \(answer.status)")
                if answer.status == 429 { break }
            }
            #expect(try await library.office.waitingFromOutside(by: library.actor("nora")).isEmpty)
        }
    }

    struct SeededBytes {
        var state: UInt64
        init(seed: UInt64) { state = seed }
        mutating func next(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(below))
        }
    }
}

import Access
import Casework
import Definitions
import Foundation
import LegalTime
import Testing

@testable import Web

/// The library whose return period is unsure, with a reminder whose length is left to the place.
private enum UnsureLoans {
    static let files: [String: String] = {
        var files = LoanCatalogue.files
        files["parameters.yaml"] = """
            parameters:
              - { name: remind_days, label: 提醒时限, english: Reminder, kind: length, default: { working_days: 5 }, basis: 借阅办法#15, confirm: true }
              - { name: deposit, label: 押金上限, english: Deposit, kind: money, default: 100 }
            """
        files["laws/lending.yaml"]?.replace("article: 12, from", with: "article: 12, confirm: true, from")
        files["laws/lending.yaml"]? += """

              - name: 借阅/remind
                label: 提醒
                versions:
                  - { law: 借阅细则, article: 3, from: 2020-01-01, force: local, length: { parameter: remind_days } }
            """
        files["registers/desk/loan.yaml"]?.replace(
            "extend: { by: extended_days } }",
            with: "extend: { by: extended_days } }\n"
                + "  - { name: remind, label: 提醒期限, clock: 借阅/remind, starts: lent_on, stops: [returned_on] }")
        files["registers/desk/loan.yaml"]?.replace(
            "{ name: lent, label: 借出册数, unit: 册, count: {}",
            with: "{ name: lent, label: 借出册数, unit: 册, count: { fee: { at_most: { parameter: deposit } } }")
        files["registers/house/shelf.yaml"]?.replace("office: reading", with: "office: reading\nbusiness: [department]")
        return files
    }()

    static let version = "/periods/version?clock=%E5%80%9F%E9%98%85%2Freturn&from=2020-01-01"
    static let form = [("clock", "借阅/return"), ("from", "2020-01-01")]
}

extension Library {
    fileprivate func administrator(_ role: Role = .systemAdministrator) async throws -> String {
        let login = role.rawValue
        let account = Account(id: login, name: login, displayName: "管", unit: "root", passwordHash: PasswordHash(phc: ""))
        let grant = Grant(account: login, role: role, unit: "root", from: Day(daysSince1970: 17_000))
        let refusals = try await office.save(account, grants: [grant])
        #expect(refusals.isEmpty)
        return login
    }
}

@Suite("Statutory periods in the browser")
struct PeriodTests {
    @Test("an unsure period is marked wherever its due day is shown")
    func marked() async throws {
        try await Library.test(UnsureLoans.files) { library, browser in
            let loan = try await library.loan()
            let nora = try await browser.person("nora")
            for path in ["/", "/registers/loan", "/registers/loan/\(loan.id)", "/periods", "/periods?view=unsure"] {
                #expect(try await nora.get(path).text.contains("待确认"), "\(path)")
            }
            let record = try await nora.get("/registers/loan/\(loan.id)").text
            #expect(record.components(separatedBy: "这个期限还待法规人员确认").count == 3)
            #expect(record.contains("期限为 5 个工作日（本地参数，默认 5 个工作日）。"))
            let json = try await nora.get("/registers/loan/\(loan.id)", headers: [.accept: "application/json"]).text
            #expect(json.contains("\"confirm\":true"))
        }
    }

    @Test("anybody who is logged in reads the periods; only the system administrator is offered to settle them")
    func reading() async throws {
        try await Library.test(UnsureLoans.files) { library, browser in
            let administrator = try await library.administrator()
            let audit = try await library.administrator(.auditAdministrator)
            for login in ["nora", "cora", audit] {
                let person = try await browser.person(login)
                let page = try await person.get("/periods")
                #expect(page.status == 200 && page.text.contains("借阅办法第十二条") && page.text.contains("60 日内"))
                #expect(!page.text.contains("/periods/version?"))
                #expect(try await person.get(UnsureLoans.version).status == 403)
                #expect(try await person.post("/periods/version", UnsureLoans.form).status == 403)
                #expect(try await person.get("/periods/local.yaml").status == 403)
            }
            let person = try await browser.person(administrator)
            let page = try await person.get("/periods")
            #expect(page.text.contains("/periods/version?clock=") && page.text.contains("/periods/parameter?name=remind_days"))
            let parameters = try await person.get("/periods?view=parameters").text
            #expect(parameters.contains("提醒时限") && parameters.contains("100 元") && parameters.contains("5 个工作日"))
        }
    }

    @Test("a replacement is previewed, applied, and holds for the running deadlines and after a restart")
    func replace() async throws {
        try await Library.test(UnsureLoans.files) { library, browser in
            let loan = try await library.loan()
            let nora = try await browser.person("nora")
            #expect(try await nora.get("/registers/loan/\(loan.id)").text.contains("2024-04-30"))
            let person = try await browser.person(try await library.administrator())
            let blank = try await person.get(UnsureLoans.version)
            #expect(blank.status == 200 && blank.text.contains("value=\"60\"") && blank.text.contains("name=\"source\""))

            let missing = try await person.post(
                "/periods/version", UnsureLoans.form + [("article", "12"), ("amount", "45"), ("unit", "calendar_days")])
            #expect(missing.status == 422 && missing.text.contains("请写明书面依据"))
            #expect(missing.text.contains("value=\"45\""), "what was typed stays")

            let typed =
                UnsureLoans.form + [
                    ("article", "12(2)"), ("amount", "45"), ("unit", "calendar_days"), ("source", "山镇答复〔2024〕2号"),
                ]
            let preview = try await person.post("/periods/version", typed)
            #expect(preview.status == 200 && preview.text.contains("2024-04-30") && preview.text.contains("2024-04-15"))
            #expect(preview.text.contains(loan.number) && !preview.text.contains("山居笔记"))
            #expect(preview.text.contains("name=\"revision\" value=\"0\""))
            #expect(try await nora.get("/registers/loan/\(loan.id)").text.contains("2024-04-30"), "not yet settled")

            #expect(try await person.post("/periods/version", typed + [("revision", "0")], token: false).status == 403)
            let done = try await person.post("/periods/version", typed + [("revision", "0")])
            #expect(done.status == 303 && done.location == "/periods?done=1")
            let record = try await nora.get("/registers/loan/\(loan.id)").text
            #expect(record.contains("2024-04-15") && record.contains("借阅办法第十二条第二款"))
            #expect(record.contains("本地2024-03-12 已改定，依据：山镇答复〔2024〕2号。"))
            #expect(record.components(separatedBy: "这个期限还待法规人员确认").count == 2, "of the reminder alone")
            let again = try await person.post("/periods/version", typed + [("revision", "0")])
            #expect(again.status == 422 && again.text.contains("别人刚确定过别的值"))

            let page = try await person.get("/periods").text
            #expect(page.contains("文件所写：第十二条，60 日内") && page.contains("/periods/local.yaml"))
            let file = try await person.get("/periods/local.yaml").text
            #expect(file.contains("\"clock\": \"借阅/return\"") && file.contains("\"calendar_days\": 45"))

            let restarted = Office(
                engine: library.office.engine, catalogue: library.office.filed, district: library.office.district,
                keys: library.office.keys, clock: library.office.clock)
            try await restarted.prepare()
            #expect(restarted.catalogue.clock("借阅/return")?.versions.first?.term == .length(.calendarDays(45)))
            #expect(try await restarted.verifyLog().finding == nil)

            let withdrawal = try await person.get(UnsureLoans.version + "&withdraw=1")
            #expect(withdrawal.status == 200 && withdrawal.text.contains("name=\"withdraw\" value=\"1\""))
            let withdrawn = try await person.post(
                "/periods/version", UnsureLoans.form + [("withdraw", "1"), ("revision", "1")])
            #expect(withdrawn.status == 303)
            #expect(try await nora.get("/registers/loan/\(loan.id)").text.contains("2024-04-30"))
        }
    }

    @Test("a parameter is set with a source and shown in periods and counting rules")
    func parameter() async throws {
        try await Library.test(UnsureLoans.files) { library, browser in
            try await library.loan()
            let person = try await browser.person(try await library.administrator())
            let cora = try await browser.person("cora")
            #expect(try await cora.get("/figures/loan/lent?year=2024").text.contains("100 元（本地参数，默认 100 元）"))
            #expect(try await person.get("/periods/parameter?name=deposit").text.contains("value=\"100.00\""))
            let wrong = try await person.post("/periods/parameter", [("name", "deposit"), ("value", "一百"), ("source", "表")])
            #expect(wrong.status == 422 && wrong.text.contains("这个值读不出来"))
            let typed = [("name", "deposit"), ("value", "80.5"), ("source", "山镇收费表")]
            #expect(try await person.post("/periods/parameter", typed).status == 200)
            #expect(try await person.post("/periods/parameter", typed + [("revision", "0")]).status == 303)
            #expect(try await cora.get("/figures/loan/lent?year=2024").text.contains("80.5 元（本地参数，默认 100 元）"))
            #expect(try await person.get("/periods?view=parameters").text.contains("本地依据：山镇收费表"))
        }
    }

    @Test("a clock or parameter that is not there is not found")
    func unknown() async throws {
        try await Library.test(UnsureLoans.files) { library, browser in
            let person = try await browser.person(try await library.administrator())
            for path in [
                "/periods/version?clock=x%2Fy&from=2020-01-01",
                "/periods/version?clock=%E5%80%9F%E9%98%85%2Freturn&from=2021-01-01",
                "/periods/parameter?name=nothing", "/periods/version",
            ] {
                #expect(try await person.get(path).status == 404, "\(path)")
            }
        }
    }
}

@Suite("The menu and all registers")
struct RegisterMenuTests {
    @Test("the menu holds the unit's business, and all registers stand on a page of their own")
    func business() async throws {
        try await Library.test(UnsureLoans.files) { library, browser in
            let receipt = try await library.loan()
            let nora = try await browser.person("nora")
            let desk = try await nora.get("/").text
            #expect(desk.contains("href=\"/registers/loan\"") && !desk.contains("href=\"/registers/shelf\""))
            #expect(desk.contains("href=\"/registers\"") && desk.contains("全部台账"))
            #expect(!desk.contains("href=\"/registers/shelf/new\""))
            let all = try await nora.get("/registers")
            #expect(all.status == 200 && all.text.contains("一行是一个书架。") && all.text.contains("href=\"/registers/shelf\""))
            #expect(all.text.contains("<td class=\"num\" data-label=\"件数\">1</td>"))
            let shelf = try await nora.get("/registers/shelf").text
            #expect(shelf.contains("href=\"/registers/shelf\" aria-current"), "the register one stands in is in the menu")
            let list = try await nora.get("/registers/loan").text
            #expect(list.contains("<details open") && list.components(separatedBy: "<details open").count == 2)
            let cora = try await browser.person("cora")
            #expect(try await cora.get("/").text.contains("href=\"/registers/shelf\""))
            let stranger = try await browser.person("stranger")
            #expect(try await stranger.get("/registers").status == 403)
            #expect(!(try await stranger.get("/").text.contains("全部台账")))
            #expect(!receipt.id.isEmpty)
        }
    }
}

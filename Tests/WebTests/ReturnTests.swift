import Foundation
import HTTPTypes
import OfficeFormats
import Testing

@testable import Web

/// The library with a monthly return of its branches.
private enum LoanReturns {
    static let files: [String: String] = LoanCatalogue.files.merging([
        "returns/tally.yaml": """
        return: tally
        label: 借阅月报
        english: Loan return
        summary: 各馆每月借出多少。
        english_summary: What each library lent in a month.
        office: { name: reading, approve: [coordinator] }
        fill: [clerk]
        units: [town]
        since: 2023-11
        every: month
        due: { day_of_next_month: 5 }
        items:
          - { name: lent, label: 借出, english: Lent, unit: 册, figure: loan.lent, entered: true }
          - { name: visitors, label: 到馆, english: Visitors, unit: 人次, entered: true }
        """
    ]) { $1 }

    static let sheet = "/returns/tally/2024-02/north"
}

@Suite("Monthly returns in the browser")
struct ReturnPageTests {
    @Test("a sheet is filled in, sent back, submitted again, approved and locked; each refusal stands on the page")
    func life() async throws {
        try await Library.test(LoanReturns.files) { library, browser in
            try await library.loan(on: "2024-02-10")
            let nora = try await browser.person("nora")
            let cora = try await browser.person("cora")
            #expect(try await nora.get("/").text.contains("本月月报"))
            #expect(try await nora.get("/returns?year=2024").text.contains("北馆"))
            #expect(!(try await nora.get("/returns?year=2024").text.contains("南馆")))
            let wrong = try await nora.post(
                LoanReturns.sheet, [("act", "submit"), ("revision", "0"), ("entered.visitors", "好多"), ("remark.lent", "留着")])
            #expect(wrong.status == 422 && wrong.text.contains("value=\"好多\"") && wrong.text.contains("value=\"留着\""))
            #expect(wrong.text.contains("请只填数字"))
            let form = [("act", "submit"), ("revision", "0"), ("entered.visitors", "12")]
            #expect(try await nora.post(LoanReturns.sheet, form).location == LoanReturns.sheet + "?done=1")
            let twice = try await nora.post(LoanReturns.sheet, form)
            #expect(twice.status == 409 && twice.text.contains("别人在您打开以后改过"))
            let seen = try await nora.get(LoanReturns.sheet).text
            #expect(seen.contains("逾期") && seen.contains("重新报送") && !seen.contains("审核通过"))
            #expect(try await nora.post(LoanReturns.sheet, [("act", "approve"), ("revision", "1")]).status == 403)
            let noReason = try await cora.post(LoanReturns.sheet, [("act", "send_back"), ("revision", "1")])
            #expect(noReason.status == 422 && noReason.text.contains("请写明理由"))
            #expect(
                try await cora.post(LoanReturns.sheet, [("act", "send_back"), ("revision", "1"), ("reason", "少一本")]).status == 303
            )
            #expect(try await nora.get(LoanReturns.sheet).text.contains("少一本"))
            #expect(
                try await nora.post(LoanReturns.sheet, [("act", "submit"), ("revision", "2"), ("entered.visitors", "13")]).status
                    == 303)
            #expect(try await cora.post(LoanReturns.sheet, [("act", "approve"), ("revision", "3")]).status == 303)
            #expect(
                try await cora.post("/returns/tally/2024-02", [("act", "lock"), ("reason", "已通报")]).status == 303)
            let locked = try await nora.post(
                LoanReturns.sheet, [("act", "submit"), ("revision", "4"), ("entered.visitors", "14")])
            #expect(locked.status == 409 && locked.text.contains("已通报"))
            let page = try await nora.get(LoanReturns.sheet).text
            #expect(page.contains("已通报") && page.contains("已锁定") && !page.contains("重新报送"))
            #expect(try await cora.get("/returns/tally/2024-02").text.contains("13"))
        }
    }

    @Test("zero reports, exceptions and lists stand behind their numbers, in both languages")
    func figures() async throws {
        try await Library.test(LoanReturns.files) { library, browser in
            let nora = try await browser.person("nora")
            let cora = try await browser.person("cora")
            let undeclared = try await nora.post(
                LoanReturns.sheet, [("act", "submit"), ("revision", "0"), ("entered.visitors", "0")])
            #expect(undeclared.status == 422 && undeclared.text.contains("本月无此类事项"))
            #expect(try await nora.post(LoanReturns.sheet, [("act", "submit"), ("revision", "0"), ("zero", "1")]).status == 303)
            let zero = try await cora.get("/returns/tally/2024-02?show=zero").text
            #expect(zero.contains("零报告 1") && zero.contains("北馆"))
            #expect(try await cora.get("/returns/tally/2024-02?show=missing").text.contains("未报 1"))
            let bad = try await cora.post(
                "/returns/tally?year=2024",
                [("act", "except"), ("unit", "south"), ("from", "二月"), ("until", "2024-03"), ("reason", "装修")])
            #expect(bad.status == 422 && bad.text.contains("value=\"二月\"") && bad.text.contains("value=\"装修\""))
            #expect(
                try await cora.post(
                    "/returns/tally?year=2024",
                    [("act", "except"), ("unit", "south"), ("from", "2024-02"), ("until", "2024-03"), ("reason", "装修")]
                ).status == 303)
            let year = try await cora.get("/returns/tally?year=2024&show=excepted").text
            #expect(year.contains("装修") && year.contains("2024-02"))
            let sam = try await browser.person("sam")
            #expect(try await sam.get("/returns/tally/2024-02/south").text.contains("装修"))
            #expect(try await sam.get(LoanReturns.sheet).status == 404)
            #expect(try await sam.post("/returns/tally", [("act", "except"), ("unit", "south")]).status == 422)
            for path in ["/returns?year=2024", "/returns/tally?year=2024", "/returns/tally/2024-02", LoanReturns.sheet] {
                var english = cora
                english.language = "en"
                let text = try await english.get(path).text
                #expect(text.contains("Loan return"), "\(path)")
            }
            #expect(try await cora.get("/returns/tally/2024-13").status == 404)
            #expect(try await cora.get("/returns/other").status == 404)
        }
    }

    @Test("a month and a unit’s year are taken out as workbooks")
    func workbooks() async throws {
        try await Library.test(LoanReturns.files) { library, browser in
            try await library.loan(on: "2024-02-10")
            let nora = try await browser.person("nora")
            _ = try await nora.post(LoanReturns.sheet, [("act", "submit"), ("revision", "0"), ("entered.visitors", "12")])
            for path in ["/returns/tally/2024-02?format=xlsx", "/returns/tally?year=2024&unit=north&format=xlsx"] {
                let answer = try await nora.get(path)
                #expect(answer.status == 200 && Array(answer.bytes.prefix(2)) == Array("PK".utf8), "\(path)")
                #expect(answer.headers[.contentDisposition]?.contains(".xlsx") ?? false)
            }
            #expect(try await nora.get("/returns/tally?year=2024&unit=south&format=xlsx").status == 404)
        }
    }
}

import HTTPTypes
import Testing

@testable import Web

@Suite("the open site")
struct OpenPagesTests {
    static var files: [String: String] {
        var files = LoanCatalogue.files
        files["registers/desk/loan.yaml", default: ""] += """

            publication: { level: full, automatic: true, day: lent_on, fields: [book, branch, lent_on], indicators: [] }
            """
        return files
    }

    @Test("anybody reads lists and records without log-in, in two languages, as page, JSON and CSV, and gets no cookie")
    func pages() async throws {
        try await Library.test(Self.files) { library, browser in
            let receipt = try await library.loan()
            _ = try await library.loan("张三甲的书")
            for path in [
                "/open", "/open/loan", "/open/loan?lang=en", "/open/loan?q=山居", "/open/loan?format=json", "/open/loan?format=csv",
                "/open/loan/\(receipt.id)", "/open/figures", "/open/report", "/open/loan?q=138&size=large",
            ] {
                let answer = try await browser.get(path)
                #expect(answer.status == 200, "\(path) \(answer.status)")
                #expect(answer.headers[.setCookie] == nil && answer.headers[.eTag] != nil, "\(path)")
                for secret in ["张三甲", "13800001234", "常来", "138****"] {
                    #expect(!answer.text.contains(secret), "\(path): \(secret)")
                }
            }
            #expect(try await browser.get("/open/loan").text.contains("山居笔记"))
            #expect(try await browser.get("/open/loan?q=13800001234").text.contains("没有符合条件的公开事项"))
            #expect(try await browser.get("/open/loan?lang=en").text.contains("lang=\"en\""))
            for path in [
                "/open/loan/nothing", "/open/nothing", "/open/loan/\(receipt.id)/copy.docx", "/open/loan/x/files/y",
                "/open/report/2020", "/open?district=nowhere",
            ] {
                #expect(try await browser.get(path).status == 404, "\(path)")
            }
        }
    }

    @Test("what somebody inside withdraws is gone, with its reason in its place")
    func withdraw() async throws {
        try await Library.test(Self.files) { library, browser in
            let receipt = try await library.loan()
            let nora = try await browser.person("nora")
            let record = "/registers/loan/\(receipt.id)"
            let page = try await nora.get(record).text
            #expect(page.contains("id=\"publication\"") && page.contains("\(record)/publication"))
            let form = try await nora.get(record + "/publication")
            #expect(form.status == 200 && form.text.contains("撤下原因"))
            let answer = try await nora.post(
                record + "/publication", [("act", "withdraw"), ("revision", "0"), ("reason", "mistaken"), ("remark", "")])
            #expect(answer.status == 303, "\(answer.text.suffix(800))")
            let gone = try await browser.get("/open/loan/\(receipt.id)")
            #expect(gone.status == 410 && gone.text.contains("公开有误") && !gone.text.contains("山居笔记"))
            #expect(try await !browser.get("/open/loan?format=csv").text.contains("山居笔记"))
            #expect(try await nora.post(record + "/publication", [("act", "publish"), ("revision", "0")]).status == 409)
            #expect(try await nora.post(record + "/publication", [("act", "publish"), ("revision", "1")]).status == 303)
            #expect(try await browser.get("/open/loan/\(receipt.id)").status == 200)
            #expect(try await browser.get(record + "/publication").status == 303)
        }
    }

    @Test("an address that asks too often is told to wait")
    func throttle() async throws {
        try await Library.test(Self.files) { _, browser in
            var last = 200
            for _ in 0..<260 where last == 200 { last = try await browser.get("/open/report").status }
            #expect(last == 429)
            let answer = try await browser.get("/open/report")
            #expect(answer.headers[.retryAfter] != nil && answer.text.contains("请稍候再试"))
        }
    }
}

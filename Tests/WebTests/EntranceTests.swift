import Testing

@testable import Web

@Suite("the entrance")
struct EntranceTests {
    @Test("the right password opens a session in a cookie that scripts cannot read, and leads on to the page asked for")
    func logIn() async throws {
        try await Library.test { _, browser in
            let answer = try await browser.post(
                "/login", [("account", "nora"), ("password", Library.password), ("back", "/registers/loan")])
            #expect(answer.status == 303)
            #expect(answer.location == "/registers/loan")
            let cookie = answer.headers[.setCookie] ?? ""
            #expect(cookie.hasPrefix("zhunsheng_session=hill."))
            for part in ["HttpOnly", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(part)) }
            var known = browser
            known.session = String(cookie.drop { $0 != "=" }.dropFirst().prefix { $0 != ";" })
            #expect(try await known.get("/").text.contains("诺拉"))
        }
    }

    @Test("a wrong password, an unknown account and a locked one get the same sentence")
    func neutral() async throws {
        try await Library.test { _, browser in
            var texts: Set<String> = []
            for account in ["nora", "nobody"] {
                let answer = try await browser.post("/login", [("account", account), ("password", "wrong-password-1")])
                #expect(answer.status == 422)
                #expect(answer.text.contains("<title>错误："))
                #expect(answer.headers[.setCookie] == nil)
                texts.insert(answer.text.replacing(account, with: "X"))
            }
            #expect(texts.count == 1)
        }
    }

    @Test("after five wrong passwords the right one does not open either")
    func lockOut() async throws {
        try await Library.test { _, browser in
            for _ in 0..<5 { _ = try await browser.post("/login", [("account", "sam"), ("password", "wrong-password-1")]) }
            let answer = try await browser.post("/login", [("account", "sam"), ("password", Library.password)])
            #expect(answer.status == 422)
            #expect(answer.headers[.setCookie] == nil)
        }
    }

    @Test("an address that fails twenty times has to wait")
    func throttled() async throws {
        try await Library.test { library, browser in
            let now = library.office.clock.now()
            library.site.throttle.withLock { throttle in for _ in 0..<20 { throttle.noteFailure(of: "", at: now) } }
            let answer = try await browser.post("/login", [("account", "nora"), ("password", Library.password)])
            #expect(answer.status == 429)
        }
    }

    @Test("a client logs in with JSON and uses the token as a bearer")
    func bearer() async throws {
        try await Library.test { library, browser in
            let answer = try await browser.postJSON("/login", #"{"account":"nora","password":"\#(Library.password)"}"#)
            let token = JSONValue(answer.bytes)?["token"]?.string ?? ""
            let list = try await browser.get(
                "/registers/loan", headers: [.authorization: "Bearer \(token)", .accept: "application/json"])
            #expect(list.status == 200)
            let none = try await browser.get(
                "/registers/loan", headers: [.authorization: "Bearer nonsense", .accept: "application/json"])
            #expect(none.status == 401)
            _ = library
        }
    }

    @Test("a password is changed after the old one, and the other sessions end")
    func changePassword() async throws {
        try await Library.test { library, browser in
            let other = try await browser.person("fresh")
            let nora = try await browser.person("fresh")
            #expect(
                try await nora.post(
                    "/account",
                    [("password", "no"), ("new_password", "Copper kettle 19"), ("repeat_password", "Copper kettle 19")]
                ).status == 422)
            let differing = [
                ("password", Library.password), ("new_password", "Copper kettle 19"), ("repeat_password", "Copper kettle 20"),
            ]
            #expect(try await nora.post("/account", differing).text.contains("两遍新密码不一样"))
            let short = try await nora.post(
                "/account", [("password", Library.password), ("new_password", "short"), ("repeat_password", "short")])
            #expect(short.text.contains("至少 10 位"))
            #expect(!short.text.contains("value=\"short\""), "a password does not come back in a page")
            let done = try await nora.post(
                "/account",
                [("password", Library.password), ("new_password", "Copper kettle 19"), ("repeat_password", "Copper kettle 19")])
            #expect(done.status == 303)
            var fresh = nora
            fresh.session = String((done.headers[.setCookie] ?? "").drop { $0 != "=" }.dropFirst().prefix { $0 != ";" })
            #expect(try await fresh.get("/").status == 200)
            #expect(try await other.get("/account").status == 303)
        }
    }

    @Test("English is a click away on every page")
    func english() async throws {
        try await Library.test { _, browser in
            let set = try await browser.get("/preferences?language=en&back=%2Fregisters%2Floan")
            #expect(set.headers[.setCookie]?.hasPrefix("zhunsheng_language=en;") ?? false)
            var nora = try await browser.person("nora")
            nora.language = "en"
            let page = try await nora.get("/registers/loan").text
            for text in ["<html lang=\"en\"", "Loans", "Lent on", "North Library", "Hill Town"] {
                #expect(page.contains(text), "\(text)")
            }
        }
    }

    @Test("style sheets are kept by the browser until they change")
    func assets() async throws {
        try await Library.test { _, browser in
            let sheet = try await browser.get("/assets/zhunsheng.css")
            #expect(sheet.status == 200)
            #expect(sheet.headers[.contentType] == "text/css; charset=utf-8")
            let tag = sheet.headers[.eTag] ?? ""
            let again = try await browser.get("/assets/zhunsheng.css", headers: [.ifNoneMatch: tag])
            #expect(again.status == 304)
            #expect(again.bytes.isEmpty)
            #expect(try await browser.get("/assets/..%2Fsecret").status == 404)
        }
    }

    @Test("a page with data is kept nowhere")
    func noStore() async throws {
        try await Library.test { library, browser in
            let receipt = try await library.loan()
            let nora = try await browser.person("nora")
            for path in ["/", "/registers/loan", "/registers/loan/\(receipt.id)"] {
                #expect(try await nora.get(path).headers[.cacheControl] == "no-store")
            }
        }
    }
}

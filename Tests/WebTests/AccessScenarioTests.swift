import Testing

@Suite("who is let in and what he is shown")
struct AccessScenarioTests {
    static let scenarios: [Scenario] = [
        Scenario(
            "nobody is sent to the log-in page", "/registers/loan", status: 303, location: "/login?back=%2Fregisters%2Floan"),
        Scenario("the log-in page is open to anybody", "/login", status: 200, contains: ["name=\"password\"", "山镇"]),
        Scenario(
            "a wrong address gets a page with the way back", as: "nora", "/no/such/page", status: 404,
            contains: ["没有这一页", "href=\"/\""]),
        Scenario("a register that does not exist is not found", as: "nora", "/registers/nothing", status: 404),
        Scenario(
            "somebody without a role sees no register", as: "stranger", "/registers/loan", status: 404, doesNotContain: ["山居笔记"]),
        Scenario(
            "somebody without a role has an empty desk", as: "stranger", "/", status: 200,
            doesNotContain: ["山居笔记", "/registers/loan"]),
        Scenario("somebody without a role gets no form", as: "stranger", "/registers/loan/new", status: 404),
        Scenario(
            "the clerk sees the own record with its personal fields", as: "nora", "/registers/loan/{id}", status: 200,
            contains: ["山居笔记", "13800001234", "张三甲", "归还期限", "2024-04-30"]),
        Scenario(
            "the clerk of another unit does not learn that it is there", as: "sam", "/registers/loan/{id}", status: 404,
            doesNotContain: ["山居笔记", "13800001234"]),
        Scenario("nor its log", as: "sam", "/registers/loan/{id}/history", status: 404),
        Scenario("nor its form", as: "sam", "/registers/loan/{id}/edit", status: 404),
        Scenario(
            "the coordinator sees the record and not the phone", as: "cora", "/registers/loan/{id}", status: 200,
            contains: ["山居笔记", "138****1234", "张**", "个人信息已遮盖"], doesNotContain: ["13800001234", "张三甲"]),
        Scenario(
            "the coordinator's list is masked too", as: "cora", "/registers/loan", status: 200, contains: ["138****1234"],
            doesNotContain: ["13800001234"]),
        Scenario(
            "the coordinator's form holds no personal field", as: "cora", "/registers/loan/{id}/edit", status: 200,
            contains: ["name=\"book\""], doesNotContain: ["name=\"phone\"", "13800001234", "138****1234", "name=\"readers"]),
        Scenario(
            "the coordinator's log is masked", as: "cora", "/registers/loan/{id}/history", status: 200,
            doesNotContain: ["13800001234", "张三甲"]),
        Scenario(
            "the clerk's list holds the own unit only", as: "nora", "/registers/loan", status: 200, contains: ["山居笔记"],
            doesNotContain: ["水经注"]),
        Scenario(
            "the clerk's search too", as: "nora", "/find?q=%E6%B0%B4%E7%BB%8F", status: 200, contains: ["没有找到"],
            doesNotContain: ["水经注"]),
        Scenario(
            "a search that finds one record leads to it", as: "sam", "/find?q=%E6%B0%B4%E7%BB%8F", status: 303,
            location: "/registers/loan/"),
        Scenario(
            "a person is found by the whole phone number", as: "nora", "/registers/loan?q=13800001234", status: 200,
            contains: ["山居笔记"]),
        Scenario(
            "but not by somebody who may not see it", as: "cora", "/registers/loan?q=13800001234", status: 200,
            doesNotContain: ["山居笔记"]),
        Scenario("the head may not register", as: "hana", "/registers/loan/new", status: 403, contains: ["不在您的权限内"]),
        Scenario("the head may not edit", as: "hana", "/registers/loan/{id}/edit", status: 403),
        Scenario(
            "the head is offered the head's moves only", as: "hana", "/registers/loan/{id}", status: 200,
            contains: ["/move/recall"], doesNotContain: ["/move/give_back"]),
        Scenario(
            "the clerk is offered the clerk's moves only", as: "nora", "/registers/loan/{id}", status: 200,
            contains: ["/move/give_back"], doesNotContain: ["/move/recall"]),
        Scenario(
            "a move of another role is explained", as: "nora", "/registers/loan/{id}/move/recall", status: 403,
            contains: ["由负责人办理"]),
        Scenario("a move that does not exist is not found", as: "nora", "/registers/loan/{id}/move/fly", status: 404),
        Scenario(
            "a form without a token is refused", as: "nora", .post, "/registers/loan/new", form: [("book", "书")], hasToken: false,
            status: 403, contains: ["页面已过期"]),
        Scenario("a log-out without a token is refused", as: "nora", .post, "/logout", hasToken: false, status: 403),
        Scenario(
            "a log-out with its token ends at the entrance", as: "nora", .post, "/logout", status: 303, location: "/login?out=1"),
        Scenario(
            "a first log-in leads to the change of password", as: "fresh", "/registers/loan", status: 303, location: "/account"),
        Scenario("and that page is open to it", as: "fresh", "/account", status: 200, contains: ["请先修改密码"]),
        Scenario("a preference comes back to the page", "/preferences?theme=dark&back=%2Flogin", status: 303, location: "/login"),
        Scenario("but never to another site", "/preferences?theme=dark&back=%2F%2Fevil.example", status: 303, location: "/"),
    ]

    @Test("each line of the table holds")
    func table() async throws {
        try await Library.test { library, browser in
            let own = try await library.loan()
            let other = try await library.loan("水经注", branch: "south", phone: "13900005678")
            for scenario in Self.scenarios { try await scenario.check(library, browser, ids: (own.id, other.id)) }
        }
    }

    @Test("a link never leads back to another site")
    func openRedirect() async throws {
        try await Library.test { _, browser in
            for back in ["%2F%2Fevil.example", "https%3A%2F%2Fevil.example", "%2F%5Cevil.example", "evil", "%2F%09%2Fevil"] {
                let answer = try await browser.get("/preferences?size=large&back=\(back)")
                #expect(answer.location == "/", "\(back) led to \(answer.location)")
            }
        }
    }

    @Test("an address of another site cannot make a browser send a form")
    func crossSite() async throws {
        try await Library.test { _, browser in
            let nora = try await browser.person("nora")
            let answer = try await nora.post("/logout", [], headers: [.init("Sec-Fetch-Site")!: "cross-site"])
            #expect(answer.status == 403)
        }
    }
}

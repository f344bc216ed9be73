import Foundation
import HTTPTypes
import Records
import Testing

@testable import Web

@Suite("lists")
struct ListTests {
    @Test("paging by keys walks every record once, forwards and back, in every order")
    func walks() async throws {
        try await Library.test { library, browser in
            for index in 0..<23 {
                // Several of one day, and one without a clock's end nearby.
                try await library.loan("书\(index)", on: "2024-0\(1 + index % 3)-1\(index % 2)")
            }
            let nora = try await browser.person("nora")
            for sort in ["registered", "-registered", "lent_on", "-lent_on", "due"] {
                var seen: [String] = []
                var pages: [[String]] = []
                var next: String? = "/registers/loan?sort=\(sort)&limit=5"
                while let path = next {
                    let json = try await nora.json(path)
                    let ids = Self.ids(json)
                    pages.append(ids)
                    seen += ids
                    #expect(json?["total"] == .number("23"))
                    next = json?["next"]?.string
                    #expect(pages.count < 8)
                    if pages.count >= 8 { break }
                }
                #expect(seen.count == 23, "\(sort)")
                #expect(Set(seen).count == 23, "\(sort)")
            }
        }
    }

    @Test("the page before leads back to the first")
    func backwards() async throws {
        try await Library.test { library, browser in
            for index in 0..<12 { try await library.loan("书\(index)", on: "2024-02-0\(1 + index % 9)") }
            let nora = try await browser.person("nora")
            let first = try await nora.get("/registers/loan?sort=lent_on&limit=5").text
            guard let next = Self.link(first, "after") else {
                Issue.record("no next page")
                return
            }
            let second = try await nora.get(next).text
            guard let previous = Self.link(second, "before") else {
                Issue.record("no previous page")
                return
            }
            let back = try await nora.get(previous).text
            #expect(Self.titles(back) == Self.titles(first))
            #expect(Self.titles(second) != Self.titles(first))
        }
    }

    @Test("the JSON list holds the records of the page")
    func sameAsPage() async throws {
        try await Library.test { library, browser in
            for (index, genre) in ["poem", "novel", "poem", "other"].enumerated() {
                try await library.loan("书\(index)", more: ["genre": genre, "fee": "12.5"])
            }
            let nora = try await browser.person("nora")
            for query in [
                "", "?genre=poem", "?sort=lent_on", "?q=%E4%B9%A61", "?lent_on_from=2024-02-01&lent_on_to=2024-03-31",
                "?state=lent", "?clock=open", "?state=filed",
                "?unit=north", "?view=open", "?is_new=1",
            ] {
                let page = try await nora.get("/registers/loan" + query).text
                let json = try await nora.json("/registers/loan" + query)
                guard case .array(let items)? = json?["items"] else {
                    Issue.record("no items for \(query)")
                    return
                }
                #expect(items.map { $0["values"]?["book"]?.string ?? "" } == Self.titles(page), "\(query)")
                #expect(json?["total"] == .number(String(items.count)), "\(query)")
            }
            let one = try await nora.json("/registers/loan?genre=novel")
            guard case .array(let items)? = one?["items"], let item = items.first else {
                Issue.record("no item")
                return
            }
            #expect(items.count == 1)
            #expect(item["values"]?["fee"]?.string == "12.5")
            #expect(item["values"]?["genre"]?.string == "novel")
            #expect(item["clock"]?["status"]?.string == "open")
            #expect(item["clock"]?["due"]?.string == "2024-04-30")
        }
    }

    @Test("a condition in the address keeps out what it says")
    func conditions() async throws {
        try await Library.test { library, browser in
            try await library.loan("早", on: "2024-01-05", more: ["genre": "poem", "is_new": "1"])
            try await library.loan("晚", on: "2024-03-01", more: ["genre": "novel", "is_new": "0"])
            try await library.loan("南", on: "2024-02-10", branch: "south", more: ["genre": "poem"])
            let cora = try await browser.person("cora")
            let expected: [(String, [String])] = [
                ("", ["南", "晚", "早"]), ("?genre=poem", ["南", "早"]), ("?branch=north", ["晚", "早"]), ("?unit=south", ["南"]),
                ("?unit=root", ["南", "晚", "早"]), ("?is_new=1", ["早"]), ("?lent_on_from=2024-02-01", ["南", "晚"]),
                ("?lent_on_to=2024-02-10", ["南", "早"]), ("?lent_on_from=2024-02-01&lent_on_to=2024-02-28", ["南"]),
                ("?lent_on_from=0201&lent_on_to=0228", ["南"]), ("?lent_on_from=rubbish", ["南", "晚", "早"]),
                ("?clock=overdue", ["早"]),
                ("?clock=open", ["南", "晚"]), ("?clock=overdue,open", ["南", "晚", "早"]), ("?state=lent&genre=novel", ["晚"]),
                ("?state=filed", []),
                ("?q=\u{65E9}", ["早"]), ("?genre=unknown", []), ("?state=unknown", ["南", "晚", "早"]),
                ("?sort=lent_on", ["早", "南", "晚"]),
                ("?sort=-lent_on", ["晚", "南", "早"]), ("?sort=due", ["早", "南", "晚"]), ("?sort=phone", ["南", "晚", "早"]),
            ]
            for (query, titles) in expected {
                let answer = try await cora.get("/registers/loan" + query.replacing("\u{65E9}", with: "%E6%97%A9"))
                #expect(Self.titles(answer.text) == titles, "\(query)")
            }
        }
    }

    @Test("the JSON of somebody who sees masks holds masks")
    func masked() async throws {
        try await Library.test { library, browser in
            let receipt = try await library.loan()
            let cora = try await browser.person("cora")
            for path in ["/registers/loan", "/registers/loan/\(receipt.id)"] {
                let text = try await cora.get(path, headers: [.accept: "application/json"]).text
                #expect(text.contains("138****1234"))
                #expect(!text.contains("13800001234"))
                #expect(!text.contains("张三甲"))
            }
        }
    }

    @Test("each condition in force is a chip that takes itself away")
    func chips() async throws {
        try await Library.test { library, browser in
            try await library.loan(more: ["genre": "poem"])
            let nora = try await browser.person("nora")
            let page = try await nora.get("/registers/loan?genre=poem&lent_on_from=2024-02-01&sort=due").text
            #expect(page.contains("类别：诗"))
            #expect(page.contains("借出日期 2024-02-01 起"))
            #expect(page.contains("class=\"chip\" href=\"/registers/loan?lent_on_from=2024-02-01&amp;sort=due\""))
            #expect(page.contains("aria-sort=\"ascending\""))
        }
    }

    @Test("the desk sorts by what is due and leads to it")
    func desk() async throws {
        try await Library.test { library, browser in
            try await library.loan("过期的书", on: "2024-01-05")
            try await library.loan("今天的书", on: "2024-01-12")
            try await library.loan("本周的书", on: "2024-01-15")
            try await library.loan("以后的书", on: "2024-03-01")
            let nora = try await browser.person("nora")
            let page = try await nora.get("/").text
            let places = ["id=\"overdue\"", "过期的书", "id=\"today\"", "今天的书", "id=\"week\"", "本周的书", "id=\"later\"", "以后的书"].map {
                page.range(of: $0)?.lowerBound
            }
            #expect(places.allSatisfy { $0 != nil })
            #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
            #expect(page.contains("class=\"n late\""))
            let done = try await nora.get("/?view=done").text
            #expect(done.contains("山借〔2024〕4号"))
        }
    }

    @Test("a client registers with JSON and is told the place of each problem")
    func json() async throws {
        try await Library.test { _, browser in
            let nora = try await browser.person("nora")
            let right =
                #"{"book":"夜航船","branch":"north","lent_on":"2024-02-01","fee":12000,"is_new":true,"tags":["rare"],"readers":[{"name":"李某乙","age":31}]}"#
            #expect(try await nora.postJSON("/registers/loan", right).status == 403, "a cookie alone is not enough")
            let bearer = [.authorization: "Bearer \(nora.session ?? "")"] as HTTPFields
            let made = try await nora.postJSON("/registers/loan", right, headers: bearer)
            #expect(made.status == 201, "\(made.text)")
            let id = JSONValue(made.bytes)?["id"]?.string ?? ""
            #expect(made.location == "/registers/loan/\(id)")
            let record = try await nora.json("/registers/loan/\(id)")
            #expect(record?["values"]?["fee"]?.string == "12000")
            #expect(record?["values"]?["readers"] != nil)
            let wrong = try await nora.postJSON(
                "/registers/loan", #"{"book":"","branch":"north","lent_on":"morgen","readers":[{"age":"x"}]}"#, headers: bearer)
            #expect(wrong.status == 422)
            guard case .array(let problems)? = JSONValue(wrong.bytes)?["problems"] else {
                Issue.record("no problems")
                return
            }
            #expect(Set(problems.compactMap { $0["place"]?.string }) == ["book", "lent_on", "readers.0.name", "readers.0.age"])
            #expect(try await nora.postJSON("/registers/loan", #"{"nothing":1}"#, headers: bearer).status == 422)
            #expect(try await nora.postJSON("/registers/loan", "{", headers: bearer).status == 400)
            let withToken = try await nora.postJSON(
                "/registers/loan", right, headers: [.init("X-Form-Token")!: nora.token?.formToken ?? ""])
            #expect(withToken.status == 201)
        }
    }

    private static func ids(_ json: JSONValue?) -> [String] {
        guard case .array(let items)? = json?["items"] else { return [] }
        return items.compactMap { $0["id"]?.string }
    }

    private static func titles(_ page: String) -> [String] {
        page.matches(of: /<a class="what" href="[^"]*">([^<]*)<\/a>/).map { String($0.1) }
    }

    private static func link(_ page: String, _ name: String) -> String? {
        page.matches(of: /<a class="btn" href="([^"]*)"/).map { String($0.1).replacing("&amp;", with: "&") }.first {
            $0.contains("\(name)=")
        }
    }
}

import Testing

@testable import Web

@Suite("moves")
struct MoveTests {
    @Test("a move asks for its fields, shows its article, and stamps the record")
    func moves() async throws {
        try await Library.test { library, browser in
            let receipt = try await library.loan()
            let nora = try await browser.person("nora")
            let path = "/registers/loan/\(receipt.id)/move/give_back"
            let page = try await nora.get(path).text
            for text in ["name=\"returned_on\"", "name=\"condition\"", "name=\"slip\"", "需要：归还日期和状况。", "第十四条"] {
                #expect(page.contains(text), "\(text)")
            }
            let answer = try await nora.post(
                path,
                FormTests.edit(page).map { $0.0 == "returned_on" ? ("returned_on", "2024-03-10") : $0 } + [("condition", "good")])
            #expect(answer.status == 303, "\(answer.text.suffix(900))")
            let shown = try await nora.get(answer.location).text
            for text in ["已归还", "按期办结", "2024-03-10", "已办理。"] { #expect(shown.contains(text), "\(text)") }
        }
    }

    @Test("what is missing is said at the field, and what was typed stays")
    func missing() async throws {
        try await Library.test { library, browser in
            let receipt = try await library.loan()
            let nora = try await browser.person("nora")
            let path = "/registers/loan/\(receipt.id)/move/give_back"
            let answer = try await nora.post(
                path, [("record.revision", "1"), ("returned_on", ""), ("condition", "good"), ("move.note", "还书")])
            #expect(answer.status == 422)
            for text in ["<title>错误：", "href=\"#returned_on\"", "value=\"good\" checked", "还书"] {
                #expect(answer.text.contains(text), "\(text)")
            }
        }
    }

    @Test("a move whose condition fails is refused with its condition, and nothing is written")
    func refused() async throws {
        try await Library.test { library, browser in
            let receipt = try await library.loan()
            let nora = try await browser.person("nora")
            let path = "/registers/loan/\(receipt.id)/move/give_back"
            let answer = try await nora.post(
                path, [("record.revision", "1"), ("returned_on", "2024-03-10"), ("condition", "damaged")])
            #expect(answer.status == 422)
            #expect(answer.text.contains("的条件是"))
            let json = try await nora.json("/registers/loan/\(receipt.id)")
            #expect(json?["state"]?.string == "lent")
            #expect(json?["revision"] == .number("1"))
        }
    }

    @Test("a move from a state that has passed is explained")
    func wrongState() async throws {
        try await Library.test { library, browser in
            let receipt = try await library.loan()
            let nora = try await browser.person("nora")
            let answer = try await nora.get("/registers/loan/\(receipt.id)/move/file")
            #expect(answer.status == 409)
            #expect(answer.text.contains("“借出”"))
        }
    }

    @Test("a move that needs a reason does not go without one")
    func note() async throws {
        try await Library.test { library, browser in
            let receipt = try await library.loan()
            let hana = try await browser.person("hana")
            let path = "/registers/loan/\(receipt.id)/move/recall"
            let answer = try await hana.post(path, [("record.revision", "1"), ("move.note", "  ")])
            #expect(answer.status == 422)
            #expect(answer.text.contains("要写明原因"))
            #expect(
                try await hana.post(path, [("record.revision", "1"), ("move.note", "馆际调拨"), ("move.on", "3月5日")]).status == 303)
            let page = try await hana.get("/registers/loan/\(receipt.id)").text
            #expect(page.contains("馆际调拨"))
            #expect(page.contains("2024-03-05"))
        }
    }

    @Test("an extension beyond the law is refused at its field")
    func extensionTooLong() async throws {
        try await Library.test { library, browser in
            let receipt = try await library.loan()
            let nora = try await browser.person("nora")
            let path = "/registers/loan/\(receipt.id)/edit"
            let form = FormTests.edit(try await nora.get(path).text).map {
                $0.0 == "extended_days" ? ("extended_days", "45") : $0
            }
            let answer = try await nora.post(path, form)
            #expect(answer.status == 422)
            #expect(answer.text.contains("href=\"#extended_days\""))
            #expect(answer.text.contains("至多 30"))
        }
    }

    @Test("a stale revision of a move is a conflict")
    func conflict() async throws {
        try await Library.test { library, browser in
            let receipt = try await library.loan()
            let nora = try await browser.person("nora")
            let edit = "/registers/loan/\(receipt.id)/edit"
            #expect(
                try await nora.post(
                    edit, FormTests.edit(try await nora.get(edit).text).map { $0.0 == "book" ? ("book", "新名") : $0 }
                ).status == 303)
            let answer = try await nora.post(
                "/registers/loan/\(receipt.id)/move/give_back",
                [("record.revision", "1"), ("returned_on", "2024-03-10"), ("condition", "good")])
            #expect(answer.status == 409)
            #expect(answer.text.contains("value=\"2024-03-10\""))
            #expect(answer.text.contains("name=\"record.revision\" value=\"2\""))
        }
    }
}

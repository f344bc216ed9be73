import Store
import StoreSQLite
import Testing

@Suite struct SearchTests {
    private func engine(_ titles: [String]) async throws -> SQLiteEngine {
        let engine = try SQLiteEngine(path: ":memory:")
        try await engine.migrate()
        try await engine.write { session in
            for (number, title) in titles.enumerated() { try session.insert("\(number)", title, number: "no\(number)") }
            return .commit(())
        }
        return engine
    }

    @Test("a word of two characters is found, which a trigram index misses")
    func twoCharacters() async throws {
        let engine = try await engine(["申请人民调解委员会"])
        for word in ["调解", "申请", "员会", "民调解", "解", "会", "申", "申请人民调解委员会"] {
            #expect(try await engine.find(word) == ["0"], "\(word)")
        }
        for word in ["解调", "申民", "委会", "法", "会申"] { #expect(try await engine.find(word) == [], "\(word)") }
        await engine.close()
    }

    @Test("over random texts a word of one to four characters is found exactly where the text contains it")
    func agreesWithContains() async throws {
        var dice = Dice(state: 20_240_101)
        // Few characters, so that pairs recur; one outside the first plane, one compatibility form, the numeral zero.
        let signs = Array("人民调解法院〇\u{20BB7}\u{2B740}\u{F9D1}々，。 （")
        let letters = signs.filter { !"，。 （".contains($0) }
        let texts = (0..<(isLong ? 3000 : 300)).map { _ in
            String((0..<Int.random(in: 0...24, using: &dice)).map { _ in signs.randomElement(using: &dice) ?? "人" })
        }
        let engine = try await engine(texts)
        for _ in 0..<(isLong ? 3000 : 300) {
            let word = String((0..<Int.random(in: 1...4, using: &dice)).map { _ in letters.randomElement(using: &dice) ?? "人" })
            let expected = texts.indices.filter { texts[$0].contains(word) }.map(String.init).sorted()
            #expect(try await engine.find(word) == expected, "\(word)")
        }
        await engine.close()
    }

    @Test("ideographs beside digits and letters are found exactly where they stand in that order")
    func mixedRuns() async throws {
        var dice = Dice(state: 7)
        func pieces(_ count: Int) -> [String] {
            var pieces: [String] = []
            for _ in 0..<count {
                let isAfterWord = pieces.last.map { "0" <= $0 && $0 <= "z" } ?? false
                pieces.append(
                    (isAfterWord ? ["第", "号", "案"] : ["第", "号", "案", "12", "2024", "ab"]).randomElement(using: &dice) ?? "号")
            }
            return pieces
        }
        let texts = (0..<(isLong ? 2000 : 200)).map { _ in pieces(Int.random(in: 1...12, using: &dice)) }
        let engine = try await engine(texts.map { $0.joined() })
        for _ in 0..<(isLong ? 2000 : 200) {
            let word = pieces(Int.random(in: 1...5, using: &dice))
            let expected = texts.indices.filter { texts[$0].firstRange(of: word) != nil }.map(String.init).sorted()
            #expect(try await engine.find(word.joined()) == expected, "\(word)")
        }
        await engine.close()
    }

    @Test("capitals and full-width forms are found by their plain ones and the other way round")
    func folding() async throws {
        let engine = try await engine(["ＡＢＣ第１２号", "abc第12号", "Élan ÜBER"])
        for word in ["abc", "ABC", "ａｂｃ", "第12号", "第１２号", "ABC第12"] {
            #expect(try await engine.find(word) == ["0", "1"], "\(word)")
        }
        #expect(try await engine.find("über") == ["2"])
        #expect(try await engine.find("élan") == ["2"])
        await engine.close()
    }

    @Test("several words must all be found, in any order and any column")
    func severalWords() async throws {
        let engine = try await engine(["人民调解协议", "司法确认 人民法院", "人民 no0"])
        #expect(try await engine.find("确认 人民") == ["1"])
        #expect(try await engine.find("no1\u{3000}司法") == ["1"])
        #expect(try await engine.find("no0 人民") == ["0", "2"])
        #expect(try await engine.find("调解 法院") == [])
        await engine.close()
    }

    @Test("what a person types is never syntax")
    func noSyntax() async throws {
        let engine = try await engine(["a OR b", "\"quoted\" title", "NEAR(c d)"])
        #expect(try await engine.find("a OR zzz") == [])
        #expect(try await engine.find("a OR b") == ["0"])
        #expect(try await engine.find("\"quoted\"") == ["1"])
        #expect(try await engine.find("NEAR(c") == ["2"])
        #expect(try await engine.find("quot*") == [])
        for text in ["\"", "'", "title:a\"", "-a^", "(", "a\0b\"", "*", "{number}:x", String(repeating: "词 ", count: 500)] {
            _ = try await engine.find(text)
        }
        #expect(try await engine.find("，。\"") == [], "punctuation alone finds nothing")
        #expect(try await engine.find(" \n") == ["0", "1", "2"], "blank is no condition")
        await engine.close()
    }

    @Test("an edited text is found by its new words only, and a removed one not at all")
    func editing() async throws {
        let engine = try await engine(["人民调解", "行政复议"])
        try await engine.write { session in
            try session.execute(StoreStatement("UPDATE r_matter SET title = '司法确认' WHERE id = '0'"))
            try session.index(matterSearch, district: "d", id: "0", old: ["no0", "人民调解"], new: ["no0", "司法确认"])
            try session.index(matterSearch, district: "d", id: "1", old: ["no1", "行政复议"], new: nil)
            try session.execute(StoreStatement("DELETE FROM r_matter WHERE id = '1'"))
            return .commit(())
        }
        #expect(try await engine.find("调解") == [])
        #expect(try await engine.find("确认") == ["0"])
        #expect(try await engine.find("复议") == [])
        try await engine.checkSearch()
        await #expect(throws: StoreError.unreadableRow(table: "r_matter", column: "rid")) {
            try await engine.write { .commit(try $0.index(matterSearch, district: "d", id: "9", old: nil, new: ["", ""])) }
        }
        await engine.close()
    }

    @Test("a search index that is made over rows that are there finds them")
    func createOverRows() async throws {
        let engine = try SQLiteEngine(path: ":memory:")
        try await engine.migrate([matter], search: [])
        _ = try await engine.write { session in
            .commit(
                try session.execute(
                    StoreStatement("INSERT INTO r_matter (district, id, number, title) VALUES ('d', '1', 'n', '信访事项')")))
        }
        #expect(try await engine.plan([matter], search: [matterSearch]) == [.createSearch(matterSearch)])
        try await engine.migrate()
        #expect(try await engine.plan([matter], search: [matterSearch]) == [])
        #expect(try await engine.find("信访") == ["1"])
        let fewer = SearchLayout(table: "r_matter", columns: ["number"])
        #expect(try await engine.plan([matter], search: [fewer]) == [.rebuildSearch(fewer)])
        try await engine.migrate([matter], search: [fewer])
        #expect(try await engine.find("信访") == [])
        #expect(try await engine.find("n") == ["1"])
        await engine.close()
    }
}

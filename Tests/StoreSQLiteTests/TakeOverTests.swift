import Store
import StoreSQLite
import Testing

@Suite("Taking over another database") struct TakeOverTests {
    /// Two databases with rows of their own, one of which lost some, so that row keys meet.
    private func two() async throws -> (home: SQLiteEngine, other: SQLiteEngine) {
        let home = try SQLiteEngine(path: ":memory:")
        let other = try SQLiteEngine(path: ":memory:")
        try await home.migrate()
        try await other.migrate()
        try await home.write { session in
            for number in 0..<30 { try session.insert("h\(number)", "人民调解") }
            return .commit(())
        }
        try await other.write { session in
            for number in 0..<40 { try session.insert("o\(number)", "行政复议") }
            try session.execute(StoreStatement("DELETE FROM r_matter WHERE id = 'o7'"))
            return .commit(())
        }
        return (home, other)
    }

    @Test("all rows of both are there afterwards, and are found by their words")
    func rows() async throws {
        let (home, other) = try await two()
        try await home.take(over: other)
        #expect(try await home.count() == 69)
        #expect(try await home.find("复议").count == 39)
        #expect(try await home.find("调解").count == 30)
        #expect(try await home.find("复议").contains("o8"))
        try await home.checkSearch()
        // The other one stays as it was, and this one goes on.
        #expect(try await other.count() == 39)
        try await home.write { .commit(try $0.insert("later", "行政复议")) }
        #expect(try await home.find("复议").count == 40)
        await home.close()
        await other.close()
    }

    @Test("a row that is in both stops it, and nothing of the other comes in")
    func duplicate() async throws {
        let (home, other) = try await two()
        try await other.write { .commit(try $0.insert("h3", "仲裁")) }
        await #expect(throws: StoreError.self) { try await home.take(over: other) }
        #expect(try await home.count() == 30)
        try await home.checkSearch()
        // Nothing is left attached: the next one comes in.
        try await other.write { session in
            try session.execute(StoreStatement("DELETE FROM r_matter WHERE id = 'h3'"))
            return .commit(())
        }
        try await home.take(over: other)
        #expect(try await home.count() == 69)
        await home.close()
        await other.close()
    }

    @Test("a table that is not here stops it")
    func strangeTable() async throws {
        let (home, other) = try await two()
        let alien = TableLayout("r_alien", key: ["district"], columns: [ColumnLayout("district", .text)])
        try await other.migrate([alien], search: [])
        await #expect(throws: StoreError.self) { try await home.take(over: other) }
        #expect(try await home.count() == 30)
        await home.close()
        await other.close()
    }

    @Test("a scratch copy has the rows and goes its own way")
    func scratchCopy() async throws {
        let (home, other) = try await two()
        let copy = try await SQLiteEngine.scratch(copyOf: home)
        try await copy.write { .commit(try $0.insert("later", "行政复议")) }
        #expect(try await copy.count() == 31)
        #expect(try await copy.find("复议") == ["later"])
        #expect(try await home.count() == 30)
        #expect(try await copy.plan([matter], search: [matterSearch]).isEmpty)
        for engine in [home, other, copy] { await engine.close() }
    }
}

import Store
import StoreSQLite
import Testing

@Suite struct SchemaTests {
    private func layout(_ columns: [ColumnLayout], indexes: [IndexLayout] = []) -> TableLayout {
        TableLayout(
            "r_matter", key: ["district", "id"],
            columns: [
                ColumnLayout("district", .text, required: true), ColumnLayout("id", .text, required: true),
                ColumnLayout("number", .text, required: true),
            ] + columns, indexes: indexes)
    }

    private func migrated(_ layouts: [TableLayout], _ search: [SearchLayout] = []) async throws -> SQLiteEngine {
        let engine = try SQLiteEngine(path: ":memory:")
        try await engine.migrate(layouts, search: search)
        return engine
    }

    @Test("the shared tables are made as planned, and nothing is left to do")
    func sharedTables() async throws {
        let engine = try SQLiteEngine(path: ":memory:")
        let plan = try await engine.plan(SharedLayout.tables, search: [])
        #expect(plan == SharedLayout.tables.map(SchemaChange.createTable))
        try await engine.apply(plan)
        #expect(try await engine.plan(SharedLayout.tables, search: []) == [])
        // A neighbour with the same plan finds it done.
        try await engine.apply(plan)
        #expect(try await engine.plan(SharedLayout.tables, search: []) == [])
        await engine.close()
    }

    @Test("tables are strict, and a required column takes no null")
    func strict() async throws {
        let engine = try await migrated([matter])
        let wrong = StoreStatement("INSERT INTO r_matter (district, id, number, amount) VALUES ('d', 'i', 'n', 'many')")
        let missing = StoreStatement("INSERT INTO r_matter (district, id) VALUES ('d', 'i')")
        for statement in [wrong, missing] {
            await #expect(throws: StoreError.self) { try await engine.write { .commit(try $0.execute(statement)) } }
        }
        await engine.close()
    }

    @Test("new columns are added, the required ones empty in the rows that are there")
    func addColumns() async throws {
        let engine = try await migrated([layout([])])
        _ = try await engine.write { session in
            .commit(try session.execute(StoreStatement("INSERT INTO r_matter (district, id, number) VALUES ('d', '1', 'n')")))
        }
        let added = [
            ColumnLayout("place", .text, required: true), ColumnLayout("amount", .integer, required: true),
            ColumnLayout("seal", .blob, required: true), ColumnLayout("note", .text),
        ]
        let wider = layout(added, indexes: [IndexLayout("r_matter_place", ["district", "place DESC"], where: "place <> ''")])
        let plan = try await engine.plan([wider], search: [])
        #expect(plan == added.map { .addColumn(table: "r_matter", $0) } + [.createIndex(table: "r_matter", wider.indexes[0])])
        try await engine.apply(plan)
        #expect(try await engine.plan([wider], search: []) == [])
        try await engine.read { session in
            try session.query(StoreStatement("SELECT place, amount, seal, note FROM r_matter")) { row in
                #expect(row.text(0) == "")
                #expect(row.integer(1) == 0)
                #expect(row.blob(2) == [])
                #expect(row.text(3) == nil)
            }
        }
        await engine.close()
    }

    @Test("a renamed column keeps its values and its index, and a search index over it is made anew")
    func rename() async throws {
        let old = layout([ColumnLayout("title", .text)], indexes: [IndexLayout("r_matter_title", ["district", "title", "id"])])
        let engine = try await migrated([old], [matterSearch])
        try await engine.write { .commit(try $0.insert("1", "人民调解")) }
        let new = layout(
            [ColumnLayout("cause", .text, was: "title")], indexes: [IndexLayout("r_matter_cause", ["district", "cause", "id"])])
        let search = SearchLayout(table: "r_matter", columns: ["number", "cause"])
        let plan = try await engine.plan([new], search: [search])
        #expect(plan == [.renameColumn(table: "r_matter", from: "title", to: "cause"), .rebuildSearch(search)])
        try await engine.apply(plan)
        #expect(try await engine.plan([new], search: [search]) == [])
        #expect(try await engine.find("调解", search) == ["1"])
        #expect(try await engine.count(where: "cause = '人民调解'") == 1)
        try await engine.checkSearch(search)
        await engine.close()
    }

    @Test("a new column may take the name that another gave up")
    func nameTakenAgain() async throws {
        let old = layout([ColumnLayout("title", .text)], indexes: [IndexLayout("r_matter_title", ["district", "title"])])
        let engine = try await migrated([old])
        _ = try await engine.write { session in
            .commit(
                try session.execute(
                    StoreStatement("INSERT INTO r_matter (district, id, number, title) VALUES ('d', '1', 'n', 'a')")))
        }
        let renamed = layout(
            [ColumnLayout("cause", .text, was: "title")], indexes: [IndexLayout("r_matter_cause", ["district", "cause"])])
        try await engine.migrate([renamed], search: [])
        let both = layout(
            [ColumnLayout("cause", .text, was: "title"), ColumnLayout("title", .text)],
            indexes: [
                IndexLayout("r_matter_cause", ["district", "cause"]), IndexLayout("r_matter_title", ["district", "title"]),
            ])
        try await engine.migrate([both], search: [])
        #expect(try await engine.plan([both], search: []) == [])
        #expect(try await engine.count(where: "cause = 'a' AND title IS NULL") == 1)
        await engine.close()
    }

    @Test("a column that left the layout stays in the table")
    func nothingIsDropped() async throws {
        let engine = try await migrated([layout([ColumnLayout("title", .text)])])
        #expect(try await engine.plan([layout([])], search: []) == [])
        await engine.close()
    }

    @Test("an index with other columns is made anew under its name")
    func changedIndex() async throws {
        let engine = try await migrated([layout([], indexes: [IndexLayout("r_matter_number", ["number"])])])
        let other = layout([], indexes: [IndexLayout("r_matter_number", ["district", "number"], unique: true)])
        let plan = try await engine.plan([other], search: [])
        #expect(plan == [.createIndex(table: "r_matter", other.indexes[0])])
        try await engine.apply(plan)
        #expect(try await engine.plan([other], search: []) == [])
        await engine.close()
    }

    @Test("a column of another kind stops the plan by its name")
    func otherKind() async throws {
        let engine = try await migrated([layout([ColumnLayout("title", .text)])])
        await #expect(throws: StoreError.unreadableRow(table: "r_matter", column: "title")) {
            try await engine.plan([layout([ColumnLayout("title", .blob)])], search: [])
        }
        await engine.close()
    }

    @Test("a plan that fails halfway changes nothing")
    func failedPlan() async throws {
        let engine = try await migrated([layout([])])
        let plan: [SchemaChange] = [
            .addColumn(table: "r_matter", ColumnLayout("title", .text)),
            .createIndex(table: "r_matter", IndexLayout("r_matter_none", ["none"])),
        ]
        await #expect(throws: StoreError.self) { try await engine.apply(plan) }
        #expect(
            try await engine.plan([layout([ColumnLayout("title", .text)])], search: [])
                == [.addColumn(table: "r_matter", ColumnLayout("title", .text))])
        await engine.close()
    }
}

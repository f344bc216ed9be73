import Foundation
import Store
import StoreSQLite
import Testing

@Suite struct SQLiteEngineTests {
    @Test("the writer syncs every commit in full")
    func synchronousIsFull() async throws {
        let folder = try Folder()
        let engine = try SQLiteEngine(path: folder.file())
        #expect(try await engine.synchronous() == 2)
        try await engine.migrate()
        #expect(try await engine.synchronous() == 2)
        await engine.close()
    }

    @Test("the file and its log are for their owner only")
    func fileMode() async throws {
        let folder = try Folder()
        let engine = try SQLiteEngine(path: folder.file())
        try await engine.migrate()
        for name in ["a.sqlite", "a.sqlite-wal", "a.sqlite-shm"] {
            let mode = try FileManager.default.attributesOfItem(atPath: folder.file(name))[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(name)")
        }
        await engine.close()
    }

    @Test("every kind of value comes back as it went in")
    func values() async throws {
        let engine = try SQLiteEngine(path: ":memory:")
        try await engine.migrate()
        let blob: [UInt8] = [0, 255, 1]
        let title = "准绳\0\u{20BB7}野家 \"'"
        try await engine.write { session in
            let sql = "INSERT INTO r_matter (district, id, number, title, amount, sealed) VALUES ('d', ?, ?, ?, ?, ?)"
            let changed = try session.execute(
                StoreStatement(sql, [.text("1"), .text(""), .text(title), .integer(.min), .blob(blob)]))
            #expect(changed == 1)
            try session.execute(StoreStatement(sql, [.text("2"), .text("x"), .null, .null, .blob([])]))
            return .commit(())
        }
        try await engine.read { session in
            var rows = 0
            try session.query(StoreStatement("SELECT number, title, amount, sealed FROM r_matter ORDER BY id")) { row in
                rows += 1
                #expect(row.text(0) == (rows == 1 ? "" : "x"))
                #expect(row.text(1) == (rows == 1 ? title : nil))
                #expect(row.integer(2) == (rows == 1 ? .min : nil))
                #expect(row.blob(3) == (rows == 1 ? blob : []))
            }
            #expect(rows == 2)
        }
        await engine.close()
    }

    @Test("a query may be asked again inside its own rows")
    func nestedQuery() async throws {
        let engine = try SQLiteEngine(path: ":memory:")
        let pairs = try await engine.read { session in
            let numbers = StoreStatement("SELECT column1 FROM (VALUES (1), (2), (3))")
            var pairs: [[Int64]] = []
            try session.query(numbers) { outer in
                let left = outer.integer(0) ?? 0
                try session.query(numbers) { pairs.append([left, $0.integer(0) ?? 0]) }
            }
            return pairs
        }
        #expect(pairs.count == 9)
        #expect(pairs.last == [3, 3])
        await engine.close()
    }

    @Test("a read sees one state of the database and nothing that is not committed")
    func readersSeeCommitted() async throws {
        let engine = try SQLiteEngine(path: ":memory:")
        try await engine.migrate()
        let inserted = DispatchSemaphore(value: 0)
        let mayCommit = DispatchSemaphore(value: 0)
        async let write: Void = engine.write { session in
            try session.insert("1")
            inserted.signal()
            mayCommit.wait()
            return .commit(())
        }
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                inserted.wait()
                continuation.resume()
            }
        }
        #expect(try await engine.count() == 0)
        mayCommit.signal()
        try await write
        #expect(try await engine.count() == 1)
        await engine.close()
    }

    @Test("a read cannot write")
    func readOnly() async throws {
        let engine = try SQLiteEngine(path: ":memory:")
        try await engine.migrate()
        await #expect(throws: StoreError.readOnly) { try await engine.read { try $0.insert("1") } }
        await engine.close()
    }

    @Test("a second row with a unique key is a duplicate of named columns")
    func duplicate() async throws {
        let engine = try SQLiteEngine(path: ":memory:")
        try await engine.migrate()
        try await engine.write { .commit(try $0.insert("1", number: "n")) }
        await #expect(throws: StoreError.duplicate(columns: "r_matter.district, r_matter.number")) {
            try await engine.write { .commit(try $0.insert("2", number: "n")) }
        }
        await #expect(throws: StoreError.duplicate(columns: "r_matter.district, r_matter.id")) {
            try await engine.write { .commit(try $0.insert("1", number: "m")) }
        }
        await engine.close()
    }

    @Test("no failure repeats a value of its statement")
    func failuresCarryNoValues() async throws {
        let engine = try SQLiteEngine(path: ":memory:")
        try await engine.migrate()
        let statements = [
            StoreStatement("INSERT INTO r_matter (district, id, number, amount) VALUES ('d', 'i', 'n', ?)", [.text("secret")]),
            StoreStatement("INSERT INTO r_matter (district, id, number) VALUES ('d', ?, NULL)", [.text("secret")]),
            StoreStatement("SELECT rowid FROM s_r_matter WHERE s_r_matter MATCH ?", [.text("secret:x")]),
            StoreStatement("SELECT json(?)", [.text("{secret")]), StoreStatement("SELECT ?", [.text("secret"), .text("secret")]),
            StoreStatement("SELECT nothing FROM r_matter WHERE id = ?", [.text("secret")]),
        ]
        for statement in statements {
            do {
                _ = try await engine.write { .commit(try $0.execute(statement)) }
                Issue.record("went through: \(statement.sql)")
            } catch {
                #expect(!"\(error)".contains("secret"))
                guard case .failed = error else {
                    Issue.record("\(error)")
                    continue
                }
            }
        }
        await engine.close()
    }

    @Test("a file that is no database, a folder and a missing folder are told apart from a database")
    func cannotOpen() async throws {
        let folder = try Folder()
        try Data(repeating: 0x5A, count: 9000).write(to: URL(fileURLWithPath: folder.file()))
        #expect(throws: StoreError.corrupt) { try SQLiteEngine(path: folder.file()) }
        #expect(throws: StoreError.cannotOpen(path: folder.path, code: 14)) { try SQLiteEngine(path: folder.path) }
        let missing = folder.path + "/none/a.sqlite"
        #expect(throws: StoreError.cannotOpen(path: missing, code: 2)) { try SQLiteEngine(path: missing) }
    }

    @Test("a damaged page is reported as damage, not as missing rows")
    func damagedPage() async throws {
        let folder = try Folder()
        let engine = try SQLiteEngine(path: folder.file())
        try await engine.migrate()
        try await engine.write { session in
            for number in 0..<2000 { try session.insert("\(number)", String(repeating: "案", count: 40)) }
            return .commit(())
        }
        await engine.close()
        let handle = try #require(FileHandle(forUpdatingAtPath: folder.file()))
        let size = try handle.seekToEnd()
        for page in stride(from: size / 8192 * 4096, to: size, by: 4096) {
            try handle.seek(toOffset: page)
            try handle.write(contentsOf: Data(repeating: 0xA5, count: 64))
        }
        try handle.close()
        await #expect(throws: StoreError.corrupt) {
            let damaged = try SQLiteEngine(path: folder.file())
            _ = try await damaged.count(where: "title LIKE '%x%'")
        }
    }

    @Test("days between two dates are whole days, over a leap day and backwards")
    func daysBetween() async throws {
        let engine = try SQLiteEngine(path: ":memory:")
        let days = engine.dialect.daysBetween("?", "?")
        for (from, to, expected) in [
            ("2024-02-28", "2024-03-01", 2), ("2023-12-31", "2024-12-31", 366), ("2024-03-01", "2024-02-28", -2),
        ] {
            // The later date comes first in the expression.
            let statement = StoreStatement("SELECT \(days)", [.text(to), .text(from)])
            let found = try await engine.read { try $0.first(statement) { $0.integer(0) } }
            #expect(found == Int64(expected))
        }
        await engine.close()
    }

    @Test("the plan of a query names the index it uses")
    func explain() async throws {
        let engine = try SQLiteEngine(path: ":memory:")
        try await engine.migrate()
        let plan = try await engine.explain(
            StoreStatement("SELECT id FROM r_matter WHERE district = ? AND number = ?", [.text("d"), .text("n")]))
        #expect(plan.count == 1)
        #expect(plan[0].contains("USING INDEX r_matter_number (district=? AND number=?)"))
        await engine.close()
    }

    @Test("after closing everything is refused, and closing waits for the writes under way")
    func closing() async throws {
        let folder = try Folder()
        let engine = try SQLiteEngine(path: folder.file())
        try await engine.migrate()
        let written = await withTaskGroup(of: Int.self) { group in
            for number in 0..<50 {
                group.addTask {
                    do {
                        try await engine.write { .commit(try $0.insert("\(number)")) }
                        return 1
                    } catch {
                        #expect(error as? StoreError == .closed)
                        return 0
                    }
                }
            }
            group.addTask {
                await engine.close()
                return 0
            }
            return await group.reduce(0, +)
        }
        await engine.close()
        await #expect(throws: StoreError.closed) { try await engine.count() }
        await #expect(throws: StoreError.closed) { try await engine.write { _ in .commit(()) } }
        #expect(!FileManager.default.fileExists(atPath: folder.file("a.sqlite-wal")))
        let again = try SQLiteEngine(path: folder.file())
        #expect(try await again.count() == written)
        await again.close()
    }

    @Test("a database in memory leaves nothing behind")
    func memoryLeavesNothing() async throws {
        let engine = try SQLiteEngine(path: ":memory:")
        #expect(engine.path == nil)
        try await engine.migrate()
        let file = try await engine.read { try $0.first(StoreStatement("PRAGMA database_list")) { $0.text(2) } ?? nil }
        let name = try #require(file)
        #expect(FileManager.default.fileExists(atPath: name))
        await engine.close()
        for end in ["", "-wal", "-shm"] { #expect(!FileManager.default.fileExists(atPath: name + end)) }
    }

    @Test("a copy made while others write is a whole database")
    func backup() async throws {
        let folder = try Folder()
        let engine = try SQLiteEngine(path: folder.file())
        try await engine.migrate()
        try await engine.write { session in
            for number in 0..<500 { try session.insert("a\(number)", "人民调解") }
            return .commit(())
        }
        async let writes: Void = {
            for number in 0..<100 { try await engine.write { .commit(try $0.insert("b\(number)", "行政复议")) } }
        }()
        try await engine.backup(to: folder.file("copy.sqlite"))
        try await writes
        await #expect(throws: StoreError.cannotOpen(path: folder.file("copy.sqlite"), code: 17)) {
            try await engine.backup(to: folder.file("copy.sqlite"))
        }
        let copy = try SQLiteEngine(path: folder.file("copy.sqlite"))
        #expect(try await copy.count(where: "id LIKE 'a%'") == 500)
        #expect(try await copy.find("调解").count == 500)
        try await copy.checkSearch()
        #expect(try await copy.plan([matter], search: [matterSearch]) == [])
        #expect(!FileManager.default.fileExists(atPath: folder.file("copy.sqlite.partial")))
        let mode = try FileManager.default.attributesOfItem(atPath: folder.file("copy.sqlite"))[.posixPermissions] as? Int
        #expect(mode == 0o600)
        await copy.close()
        await engine.close()
    }
}

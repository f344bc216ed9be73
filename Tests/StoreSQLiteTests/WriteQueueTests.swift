import Foundation
import Store
import Synchronization
import Testing

@testable import StoreSQLite

@Suite struct WriteQueueTests {
    private struct Slip: Error {}

    @Test("64 writers at once share commits, and every answered write is there after reopening")
    func groupCommit() async throws {
        let folder = try Folder()
        let engine = try SQLiteEngine(path: folder.file())
        try await engine.migrate()
        let before = engine.commitCount
        let each = isLong ? 100 : 10
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<64 {
                group.addTask {
                    for number in 0..<each {
                        try await engine.write { .commit(try $0.insert("\(writer)-\(number)", "第\(number)号")) }
                    }
                }
            }
            try await group.waitForAll()
        }
        let commits = engine.commitCount - before
        #expect(commits < 64 * each / 4, "\(commits) commits")
        await engine.close()
        let again = try SQLiteEngine(path: folder.file())
        #expect(try await again.count() == 64 * each)
        try await again.checkSearch()
        await again.close()
    }

    @Test("a refused, a throwing and a failing write in a shared transaction leave no trace, and their neighbours stay")
    func neighbours() async throws {
        let folder = try Folder()
        let engine = try SQLiteEngine(path: folder.file())
        try await engine.migrate()
        let before = engine.commitCount
        let count = 40
        let answers = try await engine.together(count) {
            await withTaskGroup(of: (Int, String).self) { group in
                for number in 0..<count {
                    group.addTask {
                        do {
                            let answer = try await engine.write { session -> Outcome<String> in
                                try session.insert("\(number)", "人民调解")
                                switch number % 4 {
                                case 0: return .commit("kept")
                                case 1: return .rollBack("refused")
                                case 2: throw Slip()
                                default:
                                    try session.insert("\(number)", "again", number: "again")
                                    return .commit("never")
                                }
                            }
                            return (number, answer)
                        } catch {
                            return (number, "\(error)")
                        }
                    }
                }
                return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
        }
        #expect((1...2).contains(engine.commitCount - before), "the held write, then all others together")
        for number in 0..<count {
            let expected = [
                "kept", "refused", "\(StoreError.failed(code: -1, message: "Slip"))",
                "\(StoreError.duplicate(columns: "r_matter.district, r_matter.id"))",
            ]
            #expect(answers[number] == expected[number % 4])
        }
        await engine.close()
        let again = try SQLiteEngine(path: folder.file())
        let ids = try await again.read { try $0.all(StoreStatement("SELECT id FROM r_matter")) { Int($0.text(0) ?? "") ?? -1 } }
        #expect(ids.sorted() == Array(stride(from: 0, to: count, by: 4)))
        #expect(try await again.find("调解").count == count / 4)
        try await again.checkSearch()
        await again.close()
    }

    @Test("a refusal alone leaves no trace and needs no commit")
    func refusalAlone() async throws {
        let engine = try SQLiteEngine(path: ":memory:")
        try await engine.migrate()
        let before = engine.commitCount
        let answer = try await engine.write { session -> Outcome<Int> in
            try session.insert("1")
            return .rollBack(7)
        }
        #expect(answer == 7)
        #expect(try await engine.count() == 0)
        #expect(engine.commitCount == before)
        await engine.close()
    }

    @Test("writes run in the order in which they came, each seeing those before it", .timeLimit(.minutes(20)))
    func order() async throws {
        let engine = try SQLiteEngine(path: ":memory:")
        try await engine.migrate()
        let tasks = try await engine.together(60) {
            var tasks: [Task<Int64, any Error>] = []
            for number in 0..<60 {
                tasks.append(
                    Task {
                        try await engine.write { session in
                            let count = try session.first(StoreStatement("SELECT count(*) FROM r_matter")) { $0.integer(0) ?? -1 }
                            try session.insert("\(number)")
                            return .commit(count ?? -1)
                        }
                    })
                // However long it takes: on a busy machine the task may wait behind every other test.
                // Not for the last, with which the held write lets go and all are written.
                while number < 59, engine.waitingCount <= number { try await Task.sleep(for: .milliseconds(1)) }
            }
            return tasks
        }
        for (number, task) in tasks.enumerated() { #expect(try await task.value == Int64(number)) }
        await engine.close()
    }

    @Test("two engines on one file both write, and no write is lost")
    func twoEngines() async throws {
        let folder = try Folder()
        let engines = [try SQLiteEngine(path: folder.file()), try SQLiteEngine(path: folder.file())]
        try await engines[0].migrate([matter, counter])
        try await engines[1].migrate([matter, counter])
        let each = isLong ? 500 : 60
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (name, engine) in engines.enumerated() {
                for writer in 0..<4 {
                    group.addTask {
                        for number in 0..<each {
                            try await engine.write { session in
                                try session.insert("\(name)-\(writer)-\(number)")
                                try session.execute(StoreStatement("UPDATE counter SET last = last + 1"))
                                return .commit(())
                            }
                        }
                    }
                }
            }
            _ = try await engines[0].write { session in
                .commit(try session.execute(StoreStatement("INSERT INTO counter (district, last) VALUES ('d', 0)")))
            }
            try await group.waitForAll()
        }
        #expect(try await engines[1].count() == 8 * each)
        for engine in engines { await engine.close() }
    }

    @Test("a writer in another process that holds on longer than one's patience is reported as busy")
    func busy() async throws {
        let folder = try Folder()
        let engine = try SQLiteEngine(path: folder.file())
        try await engine.migrate()
        let other = try SQLiteEngine(path: folder.file(), patience: 0.05)
        let end = DispatchSemaphore(value: 0)
        let isHolding = Atomic(false)
        async let held: Void = engine.write { session in
            try session.insert("held")
            isHolding.store(true, ordering: .relaxed)
            end.wait()
            return .commit(())
        }
        while !isHolding.load(ordering: .relaxed) { try await Task.sleep(for: .milliseconds(1)) }
        await #expect(throws: StoreError.busy) { try await other.write { .commit(try $0.insert("other")) } }
        end.signal()
        try await held
        try await other.write { .commit(try $0.insert("other")) }
        #expect(try await engine.count() == 2)
        await other.close()
        await engine.close()
    }

    @Test("a full database fails the write that does not fit, and the next one that fits goes through")
    func full() async throws {
        let folder = try Folder()
        let engine = try SQLiteEngine(path: folder.file())
        try await engine.migrate()
        let pages = try await engine.write { session in
            let pages = try session.first(StoreStatement("PRAGMA page_count")) { $0.integer(0) ?? 0 } ?? 0
            try session.execute(StoreStatement("PRAGMA max_page_count = \(pages + 20)"))
            return .commit(pages)
        }
        #expect(pages > 0)
        await #expect(throws: StoreError.full) {
            try await engine.write { session in
                for number in 0..<2000 { try session.insert("\(number)", String(repeating: "卷宗", count: 100)) }
                return .commit(())
            }
        }
        #expect(try await engine.count() == 0)
        try await engine.write { .commit(try $0.insert("small")) }
        #expect(try await engine.count() == 1)
        try await engine.checkSearch()
        await engine.close()
    }

    private let counter = TableLayout(
        "counter", key: ["district"],
        columns: [ColumnLayout("district", .text, required: true), ColumnLayout("last", .integer, required: true)])
}

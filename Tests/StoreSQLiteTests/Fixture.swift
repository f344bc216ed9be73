import Foundation
import Store
import Synchronization

@testable import StoreSQLite

/// A folder of its own for a test, gone with it.
final class Folder: Sendable {
    let path: String
    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }
    func file(_ name: String = "a.sqlite") -> String { path + "/" + name }
}

let matter = TableLayout(
    "r_matter", key: ["district", "id"],
    columns: [
        ColumnLayout("district", .text, required: true), ColumnLayout("id", .text, required: true),
        ColumnLayout("number", .text, required: true), ColumnLayout("title", .text), ColumnLayout("amount", .integer),
        ColumnLayout("sealed", .blob),
    ],
    indexes: [IndexLayout("r_matter_number", ["district", "number"], unique: true)])
let matterSearch = SearchLayout(table: "r_matter", columns: ["number", "title"])

extension SQLiteEngine {
    func migrate(_ layouts: [TableLayout] = [matter], search: [SearchLayout] = [matterSearch]) async throws {
        try await apply(try await plan(layouts, search: search))
    }

    func count(_ table: String = "r_matter", where condition: String = "1") async throws -> Int {
        try await read { session in
            Int(try session.first(StoreStatement("SELECT count(*) FROM \(table) WHERE \(condition)")) { $0.integer(0) ?? 0 } ?? 0)
        }
    }

    func find(_ text: String, _ search: SearchLayout = matterSearch) async throws -> [String] {
        let condition = dialect.searchCondition(search, text: text)
        return try await read { session in
            try session.all(
                StoreStatement("SELECT r.id FROM \(search.table) AS r WHERE ") + condition + StoreStatement(" ORDER BY r.id")
            ) {
                $0.text(0) ?? ""
            }
        }
    }

    /// Throws when the search index and the table do not agree.
    func checkSearch(_ search: SearchLayout = matterSearch) async throws {
        let name = "s_\(search.table)"
        try await write { session in
            try session.execute(StoreStatement("INSERT INTO \(name) (\(name), rank) VALUES ('integrity-check', 1)"))
            return .commit(())
        }
    }

    /// Holds the writer while `work` puts `count` writes into the queue, so that they share a transaction.
    func together<R>(_ count: Int, _ work: () async throws -> R) async throws -> R {
        let isHolding = Atomic(false)
        async let held: Void = write { _ in
            isHolding.store(true, ordering: .relaxed)
            // A limit only against hanging for ever: on a busy machine the writers may come late.
            let end = ContinuousClock.now + .seconds(900)
            while self.waitingCount < count, ContinuousClock.now < end { usleep(500) }
            return .commit(())
        }
        while !isHolding.load(ordering: .relaxed) { try await Task.sleep(for: .milliseconds(1)) }
        let result = try await work()
        try await held
        return result
    }
}

extension Session {
    func insert(_ id: String, _ title: String = "", number: String? = nil) throws {
        try execute(
            StoreStatement(
                "INSERT INTO r_matter (district, id, number, title) VALUES ('d', ?, ?, ?)",
                [.text(id), .text(number ?? id), .text(title)]))
        try index(matterSearch, district: "d", id: id, old: nil, new: [number ?? id, title])
    }
}

/// Repeatable random numbers.
struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

let isLong = ProcessInfo.processInfo.environment["ZHUNSHENG_LONG"] == "1"

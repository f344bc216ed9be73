/// One row of a result, columns from 0. A method returns nil for NULL.
public protocol ResultRow {
    func text(_ column: Int) -> String?
    func integer(_ column: Int) -> Int64?
    func blob(_ column: Int) -> [UInt8]?
}

/// One transaction on one connection. Throws `StoreError`.
public protocol Session {
    /// Runs a query and hands each row to `each`; the row is valid inside the call only.
    func query(_ statement: Statement, _ each: (any ResultRow) throws -> Void) throws
    /// Runs a statement that changes rows; how many it changed.
    @discardableResult
    func execute(_ statement: Statement) throws -> Int
    /// Keeps the full-text index of a register in step: `old` texts out, `new` texts in, in the order of the search columns.
    func index(_ search: SearchLayout, district: String, id: String, old: [String]?, new: [String]?) throws
}

/// What a write does when its body is done: a refusal leaves no trace.
public enum Outcome<T: Sendable>: Sendable {
    case commit(T)
    case rollBack(T)
}

/// How the engines' SQL differs; everything else is common to them.
public protocol Dialect: Sendable {
    /// A condition on the record alias `r` that finds `text` in the search columns.
    func searchCondition(_ search: SearchLayout, text: String) -> Statement
    /// Whether one text expression contains another, letter by letter.
    func contains(_ text: String, _ part: String) -> String
    /// The column in a form by which no index is chosen: for scans that read most rows anyway.
    func unindexed(_ column: String) -> String
    /// Whole days from one ISO date expression to another.
    func daysBetween(_ from: String, _ to: String) -> String
    /// What follows `beginning` on the line of a text that begins so; NULL where no line does. The text is what a query finds.
    func line(beginning: String, of query: String) -> String
    /// The ISO date in Asia/Shanghai of an expression in milliseconds since 1970.
    func day(ofMilliseconds expression: String) -> String
}

/// A database, whichever it is. A `write` is acknowledged after it is durable; several writes may share one sync.
public protocol Engine: Sendable {
    var dialect: any Dialect { get }
    func read<T: Sendable>(_ body: @escaping @Sendable (any Session) throws -> T) async throws(StoreError) -> T
    func write<T: Sendable>(_ body: @escaping @Sendable (any Session) throws -> Outcome<T>) async throws(StoreError) -> T
    /// What has to be added so that the tables hold the layouts.
    func plan(_ layouts: [TableLayout], search: [SearchLayout]) async throws(StoreError) -> [SchemaChange]
    /// Makes the changes of a plan in one transaction.
    func apply(_ changes: [SchemaChange]) async throws(StoreError)
    /// The engine's plan of a query, a line per step, for tests that assert which index is used.
    func explain(_ statement: Statement) async throws(StoreError) -> [String]
    func close() async
}

/// A failure of the database; carries no values of statements.
public enum StoreError: Error, Sendable, Equatable {
    case cannotOpen(path: String, code: Int)
    case busy
    case full
    case corrupt
    case readOnly
    /// A unique key was hit.
    case duplicate(columns: String)
    case failed(code: Int, message: String)
    /// A row could not be read back as what the layout says.
    case unreadableRow(table: String, column: String)
    case closed
}

extension Session {
    /// The first row, mapped; nil when there is none.
    public func first<T>(_ statement: Statement, _ map: (any ResultRow) throws -> T) throws -> T? {
        var found: T?
        try query(statement) { row in if found == nil { found = try map(row) } }
        return found
    }
    public func all<T>(_ statement: Statement, _ map: (any ResultRow) throws -> T) throws -> [T] {
        var found: [T] = []
        try query(statement) { found.append(try map($0)) }
        return found
    }
}

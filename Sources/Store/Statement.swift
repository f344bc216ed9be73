/// A value bound to or read from SQL; the four kinds every engine has.
public enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])

    public init(_ text: String?) { self = text.map(SQLValue.text) ?? .null }
    public init(_ number: Int64?) { self = number.map(SQLValue.integer) ?? .null }
    public init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }
    public init(_ bool: Bool) { self = .integer(bool ? 1 : 0) }
}

/// SQL with `?` for each argument, in order. Text is made of names from the catalogue and constants, never of input.
public struct Statement: Sendable, Hashable {
    public var sql: String
    public var arguments: [SQLValue]
    public init(_ sql: String, _ arguments: [SQLValue] = []) {
        self.sql = sql
        self.arguments = arguments
    }

    public static func + (left: Statement, right: Statement) -> Statement {
        Statement(left.sql + right.sql, left.arguments + right.arguments)
    }
    public static func += (left: inout Statement, right: Statement) {
        left.sql += right.sql
        left.arguments += right.arguments
    }
    public static func += (left: inout Statement, right: String) { left.sql += right }
}

extension Array where Element == Statement {
    /// The parts joined by a separator, arguments in order.
    public func joined(_ separator: String) -> Statement {
        var whole = Statement("")
        for (index, part) in enumerated() {
            if index > 0 { whole.sql += separator }
            whole += part
        }
        return whole
    }
}

extension Statement {
    /// `(?, ?, ?)` over texts.
    public static func list(_ texts: some Collection<String>) -> Statement {
        Statement("(" + Array(repeating: "?", count: texts.count).joined(separator: ", ") + ")", texts.map(SQLValue.text))
    }
}

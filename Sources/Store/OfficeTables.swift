import Access
import Definitions
import LegalTime

/// Serials: the next of a district, register and year, taken inside the write that uses it, so there are no gaps and no doubles.
public enum CounterTable {
    public static func next(register: String, year: Int, district: String, in session: any Session) throws -> Int64 {
        let key: [SQLValue] = [.text(district), .text(register), .integer(Int64(year))]
        let last = try session.first(Statement("SELECT last FROM counter WHERE district = ? AND register = ? AND year = ?", key))
        { $0.integer(0) ?? 0 }
        let next = (last ?? 0) + 1
        if last == nil {
            try session.execute(Statement("INSERT INTO counter (district, register, year, last) VALUES (?, ?, ?, 1)", key))
        } else {
            try session.execute(
                Statement("UPDATE counter SET last = ? WHERE district = ? AND register = ? AND year = ?", [.integer(next)] + key))
        }
        return next
    }

    /// The serial that the next registration would get, for a form to show.
    public static func peek(register: String, year: Int, district: String, in session: any Session) throws -> Int64 {
        let key: [SQLValue] = [.text(district), .text(register), .integer(Int64(year))]
        return
            (try session.first(Statement("SELECT last FROM counter WHERE district = ? AND register = ? AND year = ?", key)) {
                $0.integer(0) ?? 0
            } ?? 0) + 1
    }
}

/// The dated tree of units.
public enum UnitTable {
    public static func insert(_ unit: UnitDefinition, ordinal: Int, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                """
                INSERT INTO unit (district, id, label, english, parent, kind, valid_from, valid_until, ordinal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (district, id) DO UPDATE SET label = excluded.label, english = excluded.english, parent = excluded.parent,
                kind = excluded.kind, valid_from = excluded.valid_from, valid_until = excluded.valid_until, ordinal = excluded.ordinal
                """,
                [
                    .text(district), .text(unit.id), .text(unit.label), SQLValue(unit.english), SQLValue(unit.parent),
                    .text(unit.kind),
                    SQLValue(unit.from?.iso), SQLValue(unit.until?.iso), .integer(Int64(ordinal)),
                ]))
    }

    /// The districts that have units.
    public static func districts(in session: any Session) throws -> Set<String> {
        Set(try session.all(Statement("SELECT DISTINCT district FROM unit")) { $0.text(0) ?? "" })
    }

    public static func all(district: String, in session: any Session) throws -> [UnitDefinition] {
        try session.all(
            Statement(
                "SELECT id, label, english, parent, kind, valid_from, valid_until FROM unit WHERE district = ? ORDER BY ordinal, id",
                [.text(district)])
        ) { row in
            UnitDefinition(
                id: row.text(0) ?? "", label: row.text(1) ?? "", english: row.text(2), parent: row.text(3),
                kind: row.text(4) ?? "",
                from: row.text(5).flatMap(Day.init(iso:)), until: row.text(6).flatMap(Day.init(iso:)))
        }
    }
}

/// Accounts, dated grants and sessions.
public enum AccountTable {
    private static let columns =
        "id, login, display_name, unit, state, failed_tries, locked_until, must_change_password, password_hash"

    public static func save(_ account: Account, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                """
                INSERT INTO account (district, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (district, id) DO UPDATE SET login = excluded.login, display_name = excluded.display_name, unit = excluded.unit,
                state = excluded.state, failed_tries = excluded.failed_tries, locked_until = excluded.locked_until,
                must_change_password = excluded.must_change_password, password_hash = excluded.password_hash
                """,
                [
                    .text(district), .text(account.id), .text(account.name), .text(account.displayName), .text(account.unit),
                    .text(account.state.rawValue), .integer(Int64(account.failedTries)),
                    SQLValue(account.lockedUntil?.milliseconds),
                    SQLValue(account.mustChangePassword), .text(account.passwordHash.phc),
                ]))
    }

    public static func account(login: String, district: String, in session: any Session) throws -> Account? {
        try session.first(
            Statement("SELECT \(columns) FROM account WHERE district = ? AND login = ?", [.text(district), .text(login)]), account
        )
    }

    public static func account(id: String, district: String, in session: any Session) throws -> Account? {
        try session.first(
            Statement("SELECT \(columns) FROM account WHERE district = ? AND id = ?", [.text(district), .text(id)]), account)
    }

    public static func accounts(district: String, in session: any Session) throws -> [Account] {
        try session.all(Statement("SELECT \(columns) FROM account WHERE district = ? ORDER BY login", [.text(district)]), account)
    }

    private static func account(_ row: any ResultRow) throws -> Account {
        guard let state = Account.State(rawValue: row.text(4) ?? "") else {
            throw StoreError.unreadableRow(table: "account", column: "state")
        }
        return Account(
            id: row.text(0) ?? "", name: row.text(1) ?? "", displayName: row.text(2) ?? "", unit: row.text(3) ?? "", state: state,
            failedTries: Int(row.integer(5) ?? 0), lockedUntil: row.integer(6).map(Instant.init(milliseconds:)),
            mustChangePassword: row.integer(7) == 1, passwordHash: PasswordHash(phc: row.text(8) ?? ""))
    }

    public static func add(_ grant: Grant, id: String, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "INSERT INTO role_grant (district, id, account, role, unit, registers, valid_from, valid_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    .text(district), .text(id), .text(grant.account), .text(grant.role.rawValue), .text(grant.unit),
                    .text(grant.registers.description),
                    .text(grant.from.iso), SQLValue(grant.until?.iso),
                ]))
    }

    /// A grant ends; the row stays, so that "who had which right on that day" can be answered.
    public static func end(grant id: String, on day: Day, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "UPDATE role_grant SET valid_until = ? WHERE district = ? AND id = ?",
                [.text(day.iso), .text(district), .text(id)]))
    }

    public static func grants(account: String? = nil, district: String, in session: any Session) throws -> [(
        id: String, grant: Grant
    )] {
        var statement = Statement(
            "SELECT id, account, role, unit, registers, valid_from, valid_until FROM role_grant WHERE district = ?",
            [.text(district)])
        if let account { statement += Statement(" AND account = ?", [.text(account)]) }
        return try session.all(statement + Statement(" ORDER BY id")) { row in
            guard let from = row.text(5).flatMap(Day.init(iso:)), let limit = RegisterLimit(row.text(4) ?? "*") else {
                throw StoreError.unreadableRow(table: "role_grant", column: "valid_from")
            }
            return (
                row.text(0) ?? "",
                Grant(
                    account: row.text(1) ?? "", role: Role(rawValue: row.text(2) ?? ""), unit: row.text(3) ?? "",
                    registers: limit, from: from,
                    until: row.text(6).flatMap(Day.init(iso:)))
            )
        }
    }

    public static func open(_ opened: Access.Session, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "INSERT INTO session (district, token_hash, account, created_at, seen_at) VALUES (?, ?, ?, ?, ?)",
                [
                    .text(district), .blob(opened.digest), .text(opened.account), .integer(opened.startedAt.milliseconds),
                    .integer(opened.seenAt.milliseconds),
                ]))
    }

    public static func session(digest: [UInt8], district: String, in session: any Session) throws -> Access.Session? {
        try session.first(
            Statement(
                "SELECT account, created_at, seen_at FROM session WHERE district = ? AND token_hash = ?",
                [.text(district), .blob(digest)])
        ) { row in
            Access.Session(
                digest: digest, account: row.text(0) ?? "", startedAt: Instant(milliseconds: row.integer(1) ?? 0),
                seenAt: Instant(milliseconds: row.integer(2) ?? 0))
        }
    }

    public static func touch(digest: [UInt8], at now: Instant, district: String, in session: any Session) throws {
        try session.execute(
            Statement(
                "UPDATE session SET seen_at = ? WHERE district = ? AND token_hash = ?",
                [.integer(now.milliseconds), .text(district), .blob(digest)]))
    }

    public static func close(digest: [UInt8], district: String, in session: any Session) throws {
        try session.execute(
            Statement("DELETE FROM session WHERE district = ? AND token_hash = ?", [.text(district), .blob(digest)]))
    }

    /// Ends every session of an account (password changed, account disabled).
    public static func closeAll(account: String, district: String, in session: any Session) throws {
        try session.execute(
            Statement("DELETE FROM session WHERE district = ? AND account = ?", [.text(district), .text(account)]))
    }
}

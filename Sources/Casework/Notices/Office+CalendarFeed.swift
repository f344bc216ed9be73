import Access
import LegalTime
import Notices
import Store

extension Office {
    /// A new secret address for somebody's calendar; one that there was opens nothing any more. Logged.
    public func renewCalendar(by actor: Actor) async throws(StoreError) -> String {
        let secret = SessionToken()
        let district = district.name
        let now = clock.now()
        let digest = Self.hex(secret.digest)
        try await engine.write { session in
            try CalendarAddressTable.set(digest, for: actor.account, at: now, district: district, in: session)
            return .commit(())
        }
        try await note("calendar_renewed", actor: actor.account, facts: [:])
        return secret.text
    }

    /// Withdraws somebody's calendar address. Logged.
    public func withdrawCalendar(by actor: Actor) async throws(StoreError) {
        let district = district.name
        try await engine.write { session in
            try CalendarAddressTable.remove(for: actor.account, district: district, in: session)
            return .commit(())
        }
        try await note("calendar_withdrawn", actor: actor.account, facts: [:])
    }

    /// Since when somebody has a calendar address.
    public func calendarSince(_ actor: Actor) async throws(StoreError) -> Instant? {
        let district = district.name
        return try await engine.read { try CalendarAddressTable.since(of: actor.account, district: district, in: $0) }
    }

    /// Whose feed a secret opens, with his scope of today; nil for a secret that opens none, or whose account is closed.
    public func calendarReader(_ secret: String) async throws(StoreError) -> Actor? {
        guard let token = SessionToken(secret) else { return nil }
        let district = district.name
        let digest = Self.hex(token.digest)
        let account = try await engine.read { session -> Account? in
            guard let id = try CalendarAddressTable.account(digest: digest, district: district, in: session) else { return nil }
            return try AccountTable.account(id: id, district: district, in: session)
        }
        guard let account, account.state == .active else { return nil }
        return try await actor(account: account)
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

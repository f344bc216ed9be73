import Foundation
import LegalTime

@testable import Access

/// A repeatable generator (SplitMix64); the seed makes the run.
struct Seeded: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

/// How often a property is tried: a sample, or the full count for the long run.
func rounds(_ sample: Int, long: Int) -> Int {
    ProcessInfo.processInfo.environment["ZHUNSHENG_LONG"] == "1" ? long : sample
}

extension Day: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) {
        guard let day = Day(iso: value) else { preconditionFailure("no day: \(value)") }
        self = day
    }
}

extension Instant {
    static func minutes(_ minutes: Double) -> Instant { Instant(milliseconds: Int64(minutes * 60_000)) }
}

extension PasswordHash {
    /// So cheap that tests which do not ask about the cost take no time.
    static func cheap(_ password: String) throws -> PasswordHash {
        try make(of: password, parameters: Parameters(passes: 1, kibibytes: 8, lanes: 1))
    }
}

extension Account {
    static func sample(_ id: String = "a", state: State = .active, hash: PasswordHash = PasswordHash(phc: "")) -> Account {
        Account(id: id, name: "login-\(id)", displayName: "经办甲", unit: "town", state: state, passwordHash: hash)
    }
}

extension UnitTree {
    /// district ─ town ─ {village_a, village_b}, district ─ agency; village_b moves to the agency in 2022, village_c of the town ends
    /// in 2021, village_d opens in 2023.
    static func sample() throws -> UnitTree {
        try UnitTree(
            district: "huancui",
            units: [
                UnitEntry(id: "district", name: "区", parent: nil, kind: "district", from: "2000-01-01"),
                UnitEntry(id: "town", name: "镇", parent: "district", kind: "town", from: "2000-01-01"),
                UnitEntry(id: "agency", name: "局", parent: "district", kind: "agency", from: "2000-01-01"),
                UnitEntry(id: "village_a", name: "甲村", parent: "town", kind: "community", from: "2000-01-01"),
                UnitEntry(
                    id: "village_b", name: "乙村", parent: "town", kind: "community", from: "2000-01-01", until: "2021-12-31"),
                UnitEntry(id: "village_b", name: "乙村", parent: "agency", kind: "community", from: "2022-01-01"),
                UnitEntry(
                    id: "village_c", name: "丙村", parent: "town", kind: "community", from: "2000-01-01", until: "2020-12-31"),
                UnitEntry(id: "village_d", name: "丁村", parent: "town", kind: "community", from: "2023-01-01"),
            ])
    }
}

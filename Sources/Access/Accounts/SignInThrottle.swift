import LegalTime

/// Slows down whoever tries many logins from one address. It counts failures only, since a whole office may share an address,
/// and remembers a limited number of addresses.
public struct SignInThrottle: Sendable {
    /// So many failures of one address…
    public let failures: Int
    /// …within so many milliseconds close it until the window has passed.
    public let window: Int64
    private let addresses: Int
    private var byAddress: [String: Failures] = [:]

    private struct Failures {
        var first: Instant
        var count: Int
    }

    /// Twenty failures in ten minutes, unless said otherwise; at most `addresses` addresses are remembered.
    public init(failures: Int = 20, window: Int64 = 10 * 60_000, addresses: Int = 10_000) {
        self.failures = failures
        self.window = window
        self.addresses = max(addresses, 1)
    }

    /// The moment from which the address may try again, or nil where it may now.
    public func closedUntil(_ address: String, at now: Instant) -> Instant? {
        guard let entry = byAddress[address], entry.count >= failures else { return nil }
        let end = end(of: entry)
        return now < end ? end : nil
    }

    /// Takes note of a failure.
    public mutating func noteFailure(of address: String, at now: Instant) {
        if let entry = byAddress[address], now < end(of: entry) {
            byAddress[address]?.count += 1
            return
        }
        if byAddress[address] == nil, byAddress.count >= addresses { makeRoom(at: now) }
        byAddress[address] = Failures(first: now, count: 1)
    }

    /// Forgets the failures of an address, after a right password.
    public mutating func forget(_ address: String) { byAddress[address] = nil }

    private func end(of entry: Failures) -> Instant { Instant(milliseconds: entry.first.milliseconds + window) }

    /// Drops what has run out; where nothing has, the half that began first.
    private mutating func makeRoom(at now: Instant) {
        byAddress = byAddress.filter { now < end(of: $0.value) }
        guard byAddress.count >= addresses else { return }
        let kept = byAddress.sorted { $0.value.first < $1.value.first }.suffix(addresses / 2)
        byAddress = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
}

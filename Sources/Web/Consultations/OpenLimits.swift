import Access
import LegalTime

/// How often one network address, and all together, may guess at codes and hand things in.
struct OpenLimits {
    /// Wrong codes of one address in ten minutes.
    private var codes = SignInThrottle(failures: 10, window: 10 * 60_000, addresses: 20_000)
    /// Wrong codes of all addresses: so high that nobody is kept out by another, and far below what guessing would need.
    private var allCodes = SignInThrottle(failures: 3000, window: 10 * 60_000, addresses: 1)
    /// What one address handed in within an hour; a whole office or village may share one.
    private var sent = SignInThrottle(failures: 30, window: 60 * 60_000, addresses: 20_000)

    private static let everybody = "*"

    func mayGuess(_ origin: String, at now: Instant) -> Bool {
        codes.closedUntil(origin, at: now) == nil && allCodes.closedUntil(Self.everybody, at: now) == nil
    }

    mutating func noteWrongCode(_ origin: String, at now: Instant) {
        codes.noteFailure(of: origin, at: now)
        allCodes.noteFailure(of: Self.everybody, at: now)
    }

    func maySend(_ origin: String, at now: Instant) -> Bool { sent.closedUntil(origin, at: now) == nil }

    mutating func noteSent(_ origin: String, at now: Instant) { sent.noteFailure(of: origin, at: now) }
}

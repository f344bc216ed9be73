import LegalTime

/// A session as it is stored.
public struct Session: Hashable, Sendable {
    /// ``SessionToken/digest``.
    public var digest: [UInt8]
    /// The id of the account.
    public var account: String
    public var startedAt: Instant
    /// When the last request came.
    public var seenAt: Instant

    public init(digest: [UInt8], account: String, startedAt: Instant, seenAt: Instant) {
        self.digest = digest
        self.account = account
        self.startedAt = startedAt
        self.seenAt = seenAt
    }

    /// A session that starts now.
    public init(token: SessionToken, account: String, at now: Instant) {
        self.init(digest: token.digest, account: account, startedAt: now, seenAt: now)
    }
}

/// How long a session lasts (GB/T 22239-2019, 8.1.4.1: idle logout).
public struct SessionLimits: Hashable, Sendable {
    /// Milliseconds without a request.
    public var idle: Int64
    /// Milliseconds altogether.
    public var absolute: Int64

    public init(idle: Int64, absolute: Int64) {
        self.idle = idle
        self.absolute = absolute
    }

    /// 30 minutes idle, 12 hours altogether.
    public static let standard = SessionLimits(idle: 30 * 60_000, absolute: 12 * 3_600_000)

    /// What has become of a session.
    public enum Standing: Hashable, Sendable {
        case live
        case idledOut
        case ranOut
    }

    /// What has become of the session at the moment; the moment at which a limit is reached is past it.
    public func standing(of session: Session, at now: Instant) -> Standing {
        if now.milliseconds - session.startedAt.milliseconds >= absolute { return .ranOut }
        return now.milliseconds - session.seenAt.milliseconds >= idle ? .idledOut : .live
    }

    /// The moment by which the session ends if no further request comes.
    public func end(of session: Session) -> Instant {
        Instant(milliseconds: min(session.startedAt.milliseconds + absolute, session.seenAt.milliseconds + idle))
    }

    /// Whether `seenAt` is to be stored anew; once a minute is enough, so that reading a page writes nothing as a rule.
    public func shouldNote(_ session: Session, at now: Instant) -> Bool {
        now.milliseconds - session.seenAt.milliseconds >= 60_000
    }
}

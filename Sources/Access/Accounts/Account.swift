import LegalTime

/// A person's account. Nobody shares one, and none is deleted.
public struct Account: Hashable, Sendable {
    /// Whether the account may be used at all.
    public enum State: String, Hashable, Sendable, CaseIterable {
        case active
        /// Closed for the time being by an administrator; a lock after wrong tries is `lockedUntil` instead.
        case locked
        /// Closed for good.
        case disabled
    }

    public var id: String
    /// What the person types to log in.
    public var name: String
    public var displayName: String
    /// The id of the unit the person belongs to.
    public var unit: String
    public var state: State
    /// Wrong passwords since the last right one.
    public var failedTries: Int
    /// The end of the lock after wrong tries.
    public var lockedUntil: Instant?
    public var mustChangePassword: Bool
    public var passwordHash: PasswordHash

    public init(
        id: String, name: String, displayName: String, unit: String, state: State = .active, failedTries: Int = 0,
        lockedUntil: Instant? = nil, mustChangePassword: Bool = false, passwordHash: PasswordHash
    ) {
        self.id = id
        self.name = name
        self.displayName = displayName
        self.unit = unit
        self.state = state
        self.failedTries = failedTries
        self.lockedUntil = lockedUntil
        self.mustChangePassword = mustChangePassword
        self.passwordHash = passwordHash
    }
}

/// After how many wrong passwords an account is locked, and for how long.
public struct Lockout: Hashable, Sendable {
    public var tries: Int
    public var milliseconds: Int64

    public init(tries: Int, milliseconds: Int64) {
        self.tries = tries
        self.milliseconds = milliseconds
    }

    /// Five wrong tries lock for 15 minutes.
    public static let standard = Lockout(tries: 5, milliseconds: 15 * 60_000)
}

extension Account {
    /// Whether a lock after wrong tries holds at the moment; its last moment is the one before `lockedUntil`.
    public func isLockedOut(at now: Instant) -> Bool { lockedUntil.map { now < $0 } ?? false }

    /// The account after a wrong password. Tries during a lock do not lengthen it; after a lock the count starts again.
    public func afterWrongPassword(at now: Instant, lockout: Lockout = .standard) -> Account {
        guard !isLockedOut(at: now) else { return self }
        var account = self
        account.failedTries = lockedUntil == nil ? failedTries + 1 : 1
        account.lockedUntil = nil
        if account.failedTries >= lockout.tries {
            account.lockedUntil = Instant(milliseconds: now.milliseconds + lockout.milliseconds)
        }
        return account
    }

    /// The account after the right password.
    public func afterRightPassword() -> Account {
        var account = self
        account.failedTries = 0
        account.lockedUntil = nil
        return account
    }
}

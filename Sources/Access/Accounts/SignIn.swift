import LegalTime

/// Why somebody was not let in.
///
/// All cases but the lock are for the log: before the visitor they are one and the same sentence, so that nobody learns which
/// logins exist.
public enum SignInRefusal: Hashable, Sendable {
    case unknownAccount
    /// With the tries that are left before a lock.
    case wrongPassword(left: Int)
    /// After too many wrong tries.
    case lockedOut(until: Instant)
    /// The administrator closed the account for the time being.
    case locked
    case disabled
}

/// What came of a log-in, with the account as it is to be stored now.
public enum SignInOutcome: Hashable, Sendable {
    /// Let in; `needsRehash` asks for the hash to be made anew from the password at hand.
    case accepted(Account, needsRehash: Bool)
    /// Not let in; the account is nil where there is none.
    case refused(SignInRefusal, Account?)
}

/// One try to log in, as a pure function but for the time it takes: a verification always runs, whatever is known already.
public enum SignIn {
    /// The longest password that is looked at, in bytes of UTF-8; a longer one is wrong.
    static let longestPassword = 1024

    /// Checks a password against the account that the login names, or nil where it names none.
    public static func attempt(
        _ account: Account?, password: String, at now: Instant, lockout: Lockout = .standard
    ) -> SignInOutcome {
        let given = password.utf8.count <= longestPassword ? password : ""
        guard let account else {
            _ = PasswordHash.decoy.verifies(given)
            return .refused(.unknownAccount, nil)
        }
        let isRight = account.passwordHash.verifies(given) && given == password
        if let until = account.lockedUntil, account.isLockedOut(at: now) { return .refused(.lockedOut(until: until), account) }
        guard isRight else {
            let after = account.afterWrongPassword(at: now, lockout: lockout)
            let refusal: SignInRefusal =
                after.lockedUntil.map { .lockedOut(until: $0) } ?? .wrongPassword(left: lockout.tries - after.failedTries)
            return .refused(refusal, after)
        }
        switch account.state {
        case .active: return .accepted(account.afterRightPassword(), needsRehash: account.passwordHash.needsRehash())
        case .locked: return .refused(.locked, account)
        case .disabled: return .refused(.disabled, account)
        }
    }
}

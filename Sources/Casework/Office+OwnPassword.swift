import Access
import Dispatch
import LegalTime
import Store

/// What came of somebody's own change of password.
public enum OwnPasswordOutcome: Sendable, Equatable {
    /// All sessions of the account are closed; a new one is open under this token.
    case changed(SessionToken)
    case wrongPassword
    case problems([PasswordProblem])

    public static func == (a: Self, b: Self) -> Bool {
        switch (a, b) {
        case (.changed(let a), .changed(let b)): a.digest == b.digest
        case (.wrongPassword, .wrongPassword): true
        case (.problems(let a), .problems(let b)): a == b
        default: false
        }
    }
}

extension Office {
    /// The account behind an actor; nil for the office itself.
    public func account(of actor: Actor) async throws(StoreError) -> Account? {
        let district = district.name
        return try await engine.read { try AccountTable.account(id: actor.account, district: district, in: $0) }
    }

    /// Changes the actor's own password after the present one was given; ends every session and opens a new one.
    public func changeOwnPassword(from old: String, to new: String, by actor: Actor) async throws(StoreError)
        -> OwnPasswordOutcome
    {
        guard let account = try await account(of: actor) else { return .wrongPassword }
        let known = account
        let now = clock.now()
        enum Judged: Sendable {
            case wrong(Account?)
            case problems([PasswordProblem])
            case hashed(PasswordHash)
        }
        let judged: Judged = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                // A wrong present password counts like one at the door.
                if case .refused(_, let after) = SignIn.attempt(known, password: old, at: now) {
                    return continuation.resume(returning: .wrong(after))
                }
                let problems = PasswordPolicy.standard.problems(with: new, login: known.name, replacing: known.passwordHash)
                guard problems.isEmpty else { return continuation.resume(returning: .problems(problems)) }
                guard let hash = try? PasswordHash.make(of: new) else { return continuation.resume(returning: .wrong(nil)) }
                continuation.resume(returning: .hashed(hash))
            }
        }
        let district = district.name
        switch judged {
        case .wrong(let after):
            if let after, after != known {
                try await engine.write { session in
                    try AccountTable.save(after, district: district, in: session)
                    return .commit(())
                }
            }
            return .wrongPassword
        case .problems(let problems): return .problems(problems)
        case .hashed(let hash):
            try await setPassword(hash, account: known, mustChange: false)
            let token = SessionToken()
            try await engine.write { session in
                try AccountTable.open(Access.Session(token: token, account: known.id, at: now), district: district, in: session)
                return .commit(())
            }
            return .changed(token)
        }
    }
}

import Access
import Definitions
import Dispatch
import LegalTime
import Store

/// What came of a log-in.
public enum LogInOutcome: Sendable {
    case opened(SessionToken, Actor, mustChangePassword: Bool)
    case refused(SignInRefusal)
}

extension Office {
    /// Checks a password (Argon2id, off the cooperative threads) and opens a session.
    public func logIn(_ login: String, password: String) async throws(StoreError) -> LogInOutcome {
        let district = district.name
        let known = try await engine.read { try AccountTable.account(login: login, district: district, in: $0) }
        let now = clock.now()
        let outcome = await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: SignIn.attempt(known, password: password, at: now)) }
        }
        switch outcome {
        case .refused(let refusal, let account):
            if let account, account != known { try await save(account) }
            // A name that is nobody's is not kept: people type passwords into the wrong box.
            try await note("log_in_refused", actor: known?.id ?? "", facts: known.map { ["login": $0.name] } ?? [:])
            return .refused(refusal)
        case .accepted(let account, _):
            let token = SessionToken()
            try await engine.write { session in
                if account != known { try AccountTable.save(account, district: district, in: session) }
                try AccountTable.open(Access.Session(token: token, account: account.id, at: now), district: district, in: session)
                return .commit(())
            }
            try await note("log_in", actor: account.id, facts: [:])
            guard let actor = try await actor(account: account) else { return .refused(.disabled) }
            return .opened(token, actor, mustChangePassword: account.mustChangePassword)
        }
    }

    /// Who a session token belongs to; nil when it is unknown or has run out.
    public func actor(token: SessionToken) async throws(StoreError) -> Actor? {
        let district = district.name
        let digest = token.digest
        let now = clock.now()
        let found = try await engine.read { session -> (Access.Session, Account)? in
            guard let opened = try AccountTable.session(digest: digest, district: district, in: session),
                let account = try AccountTable.account(id: opened.account, district: district, in: session)
            else { return nil }
            return (opened, account)
        }
        guard let (opened, account) = found, account.state == .active else { return nil }
        guard case .live = SessionLimits.standard.standing(of: opened, at: now) else {
            try await logOut(token)
            return nil
        }
        if SessionLimits.standard.shouldNote(opened, at: now) {
            try await engine.write { session in
                try AccountTable.touch(digest: digest, at: now, district: district, in: session)
                return .commit(())
            }
        }
        return try await actor(account: account)
    }

    /// An account with its scope of today, from the grants as they now stand.
    public func actor(account: Account) async throws(StoreError) -> Actor? {
        let directory = try await directory()
        let district = district.name
        let grants = try await engine.read {
            try AccountTable.grants(account: account.id, district: district, in: $0).map(\.grant)
        }
        let scope = Policy.scope(
            for: account, grants: grants, units: directory.tree, on: clock.today(), registers: registerAccess)
        let posts = Set(grants.filter { $0.isInForce(on: clock.today()) }.map(\.unit))
        return Actor(account: account.id, displayName: account.displayName, unit: account.unit, posts: posts, scope: scope)
    }

    public func actor(login: String) async throws(StoreError) -> Actor? {
        let district = district.name
        guard let account = try await engine.read({ try AccountTable.account(login: login, district: district, in: $0) }) else {
            return nil
        }
        return try await actor(account: account)
    }

    /// The command line's own eyes on the whole district: reads, counts and exports, personal values masked.
    public func console(acts: Set<Act> = Set(Act.allCases), personalInClear: Bool = false) -> Actor {
        Actor(
            account: Self.system, displayName: "zhunsheng", unit: district.units.first?.id ?? "",
            scope: .wholeDistrict(
                district.name, as: Self.system, on: clock.today(), registers: catalogue.registers.map(\.name), acts: acts,
                personalInClear: personalInClear))
    }

    public func logOut(_ token: SessionToken) async throws(StoreError) {
        let district = district.name
        let digest = token.digest
        try await engine.write { session in
            try AccountTable.close(digest: digest, district: district, in: session)
            return .commit(())
        }
    }

    /// Makes or replaces an account and adds the grants that it does not hold yet; logged. Refused grants are returned and nothing is
    /// written.
    public func save(_ account: Account, grants: [Grant]) async throws(StoreError) -> [GrantRefusal] {
        let tree = try await directory().tree
        let roles = Set(catalogue.roles.map { Role(rawValue: $0.name) })
        let district = district.name
        let ids = grants.map { _ in identifiers.next(at: clock.now().milliseconds).description }
        let now = clock.now()
        let keys = keys
        let refusals = try await engine.write { session -> Outcome<[GrantRefusal]> in
            var held = try AccountTable.grants(account: account.id, district: district, in: session).map(\.grant)
            var refusals: [GrantRefusal] = []
            let fresh = grants.enumerated().filter { !held.contains($0.element) }
            for grant in grants where !held.contains(grant) {
                refusals += Policy.refusals(of: grant, beside: held, units: tree, roles: roles)
                held.append(grant)
            }
            guard refusals.isEmpty else { return .rollBack(refusals) }
            try AccountTable.save(account, district: district, in: session)
            for (index, grant) in fresh { try AccountTable.add(grant, id: ids[index], district: district, in: session) }
            let described = grants.map { "\($0.role) \($0.unit) \($0.registers)" }.joined(separator: "; ")
            try LogWriter(keys: keys, district: district).append(
                .init(
                    actor: Self.system, act: "account", at: now, register: nil, record: account.id, revision: 0,
                    facts: ["login": account.name, "grants": described], before: [:], after: [:]), in: session)
            return .commit([])
        }
        forgetDirectory()
        return refusals
    }

    private func save(_ account: Account) async throws(StoreError) {
        let district = district.name
        try await engine.write { session in
            try AccountTable.save(account, district: district, in: session)
            return .commit(())
        }
    }

    /// Sets a password and ends the account's sessions.
    public func setPassword(_ hash: PasswordHash, account: Account, mustChange: Bool) async throws(StoreError) {
        var account = account
        account.passwordHash = hash
        account.mustChangePassword = mustChange
        account.failedTries = 0
        account.lockedUntil = nil
        let changed = account
        let district = district.name
        try await engine.write { session in
            try AccountTable.save(changed, district: district, in: session)
            try AccountTable.closeAll(account: changed.id, district: district, in: session)
            return .commit(())
        }
        try await note("password", actor: account.id, facts: [:])
    }

    public func accounts() async throws(StoreError) -> [(account: Account, grants: [Grant])] {
        let district = district.name
        return try await engine.read { session in
            let grants = Dictionary(
                grouping: try AccountTable.grants(district: district, in: session).map(\.grant), by: \.account)
            return try AccountTable.accounts(district: district, in: session).map { ($0, grants[$0.id] ?? []) }
        }
    }

    func note(_ act: String, actor: String, facts: [String: String]) async throws(StoreError) {
        let keys = keys
        let district = district.name
        let now = clock.now()
        try await engine.write { session in
            try LogWriter(keys: keys, district: district).append(
                .init(
                    actor: actor, act: act, at: now, register: nil, record: "", revision: 0, facts: facts, before: [:], after: [:]
                ), in: session)
            return .commit(())
        }
    }
}

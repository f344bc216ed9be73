import LegalTime
import TestSupport
import Testing

@testable import Access

@Suite("Signing in")
struct SignInTests {
    let account: Account

    init() throws { account = .sample(hash: try .cheap("right")) }

    @Test("the right password lets in and clears the count")
    func right() {
        var tried = account
        tried.failedTries = 4
        #expect(SignIn.attempt(tried, password: "right", at: .minutes(0)) == .accepted(account, needsRehash: true))
    }

    @Test("five wrong tries lock for fifteen minutes, also against the right password, and not a moment longer")
    func lockout() throws {
        var stored = account
        for left in [4, 3, 2, 1] {
            guard case .refused(.wrongPassword(left), let after?) = SignIn.attempt(stored, password: "wrong", at: .minutes(1))
            else {
                Issue.record("left \(left)")
                return
            }
            stored = after
        }
        guard case .refused(.lockedOut(.minutes(16)), let locked?) = SignIn.attempt(stored, password: "wrong", at: .minutes(1))
        else {
            Issue.record("not locked")
            return
        }
        for now in [1, 15.9] {
            #expect(
                SignIn.attempt(locked, password: "right", at: .minutes(now)) == .refused(.lockedOut(until: .minutes(16)), locked))
            #expect(
                SignIn.attempt(locked, password: "wrong", at: .minutes(now)) == .refused(.lockedOut(until: .minutes(16)), locked))
        }
        #expect(SignIn.attempt(locked, password: "right", at: .minutes(16)) == .accepted(account, needsRehash: true))
        guard case .refused(.wrongPassword(left: 4), let again?) = SignIn.attempt(locked, password: "wrong", at: .minutes(16))
        else {
            Issue.record("the count did not start again")
            return
        }
        #expect(again.lockedUntil == nil && again.failedTries == 1)
    }

    @Test("a closed account is refused, and a wrong password does not tell that it is closed")
    func closed() {
        for (state, refusal) in [(Account.State.locked, SignInRefusal.locked), (.disabled, .disabled)] {
            var closed = account
            closed.state = state
            #expect(SignIn.attempt(closed, password: "right", at: .minutes(0)) == .refused(refusal, closed))
            var after = closed
            after.failedTries = 1
            #expect(SignIn.attempt(closed, password: "wrong", at: .minutes(0)) == .refused(.wrongPassword(left: 4), after))
        }
    }

    @Test("an unknown login takes as long as a known one")
    func unknown() throws {
        let real = Account.sample(hash: try .make(of: "right"))
        func fastest(_ account: Account?) -> Duration {
            (0..<5).map { _ in processorTime { _ = SignIn.attempt(account, password: "wrong", at: .minutes(0)) } }.min() ?? .zero
        }
        let (known, unknown) = (fastest(real), fastest(nil))
        #expect(SignIn.attempt(nil, password: "wrong", at: .minutes(0)) == .refused(.unknownAccount, nil))
        #expect(unknown > known * 0.25 && known > unknown * 0.25, "\(known) \(unknown)")
    }

    @Test("a password as long as a book is wrong and costs no more")
    func endless() {
        let endless = String(repeating: "right", count: 1_000_000)
        guard case .refused(.wrongPassword, _) = SignIn.attempt(account, password: endless, at: .minutes(0)) else {
            Issue.record("not refused")
            return
        }
    }

    @Test("an empty stored password lets nobody in through a password that is too long")
    func emptyHash() throws {
        let open = Account.sample(hash: try .cheap(""))
        let long = String(repeating: "x", count: SignIn.longestPassword + 1)
        guard case .refused = SignIn.attempt(open, password: long, at: .minutes(0)) else {
            Issue.record("let in")
            return
        }
    }
}

@Suite("Slowing down an address")
struct SignInThrottleTests {
    @Test("twenty failures close an address for the rest of ten minutes, and no other address")
    func closes() {
        var throttle = SignInThrottle()
        for _ in 0..<19 { throttle.noteFailure(of: "10.0.0.1", at: .minutes(1)) }
        #expect(throttle.closedUntil("10.0.0.1", at: .minutes(1)) == nil)
        throttle.noteFailure(of: "10.0.0.1", at: .minutes(5))
        #expect(throttle.closedUntil("10.0.0.1", at: .minutes(5)) == .minutes(11))
        #expect(throttle.closedUntil("10.0.0.2", at: .minutes(5)) == nil)
        #expect(throttle.closedUntil("10.0.0.1", at: .minutes(11)) == nil)
        throttle.noteFailure(of: "10.0.0.1", at: .minutes(11))
        #expect(throttle.closedUntil("10.0.0.1", at: .minutes(11)) == nil)
    }

    @Test("a right password is forgotten against nobody")
    func forgets() {
        var throttle = SignInThrottle(failures: 1)
        throttle.noteFailure(of: "a", at: .minutes(0))
        #expect(throttle.closedUntil("a", at: .minutes(0)) != nil)
        throttle.forget("a")
        #expect(throttle.closedUntil("a", at: .minutes(0)) == nil)
    }

    @Test("a flood of addresses does not grow without bound, and the newest stay known")
    func bounded() {
        var throttle = SignInThrottle(failures: 1, addresses: 100)
        for index in 0..<1_000 { throttle.noteFailure(of: "a\(index)", at: Instant(milliseconds: Int64(index))) }
        let closed = (0..<1_000).filter { throttle.closedUntil("a\($0)", at: Instant(milliseconds: 1_000)) != nil }
        #expect(closed.count <= 100 && closed.count >= 50)
        #expect(closed.last == 999 && closed.first == 1_000 - closed.count)
    }
}

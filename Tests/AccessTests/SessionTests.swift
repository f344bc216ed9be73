import Crypto
import LegalTime
import Testing

@testable import Access

@Suite("Sessions")
struct SessionTests {
    @Test("a token comes back from its cookie, and only its digest is stored")
    func tokens() throws {
        let token = SessionToken()
        let read = try #require(SessionToken(token.text))
        #expect(token.text.utf8.count == 43 && read.text == token.text && read.digest == token.digest)
        #expect(token.digest.count == 32)
        #expect(token.digest == Array(SHA256.hash(data: try #require(URLSafeText.bytes(of: token.text)))))
        #expect(Set((0..<1_000).map { _ in SessionToken().text }).count == 1_000)
        var shown = "\(token)"
        dump(token, to: &shown)
        #expect(!shown.contains(token.text) && !shown.contains("bytes"))
    }

    @Test(
        "what is no token is refused",
        arguments: ["", "abc", String(repeating: "A", count: 42), String(repeating: "A", count: 44)])
    func noTokens(text: String) {
        #expect(SessionToken(text) == nil)
        #expect(SessionToken(String(repeating: "A", count: 42) + "B") == nil)
        #expect(SessionToken(String(repeating: "A", count: 42) + "=") == nil)
        #expect(SessionToken(String(repeating: "A", count: 43)) != nil)
    }

    @Test("a form's token fits its own session only")
    func formTokens() {
        let token = SessionToken()
        #expect(token.accepts(formToken: token.formToken))
        #expect(SessionToken(token.text)?.accepts(formToken: token.formToken) == true)
        #expect(!SessionToken().accepts(formToken: token.formToken))
        #expect(!token.accepts(formToken: "") && !token.accepts(formToken: token.text))
        #expect(!token.accepts(formToken: String(token.formToken.dropLast())))
        #expect(token.formToken != token.text)
    }

    @Test("bytes come back from their text in addresses, of any length")
    func urlSafe() {
        var random = Seeded(41)
        for count in 0..<100 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            let text = URLSafeText.text(of: bytes)
            #expect(URLSafeText.bytes(of: text) == bytes)
            #expect(text.utf8.count == (count * 4 + 2) / 3)
        }
        #expect(URLSafeText.text(of: [0xFB, 0xFF, 0xFE]) == "-__-")
        #expect(URLSafeText.bytes(of: "+//+") == nil)
    }

    @Test("a session ends after thirty idle minutes, and after twelve hours in any case")
    func limits() {
        let limits = SessionLimits.standard
        var session = Session(token: SessionToken(), account: "a", at: .minutes(0))
        #expect(limits.standing(of: session, at: .minutes(29.99)) == .live)
        #expect(limits.standing(of: session, at: .minutes(30)) == .idledOut)
        #expect(limits.end(of: session) == .minutes(30))
        session.seenAt = .minutes(715)
        #expect(limits.standing(of: session, at: .minutes(719.99)) == .live)
        #expect(limits.standing(of: session, at: .minutes(720)) == .ranOut)
        #expect(limits.end(of: session) == .minutes(720))
        #expect(limits.standing(of: session, at: .minutes(700)) == .live)
    }

    @Test("being seen is stored once a minute")
    func noting() {
        let session = Session(token: SessionToken(), account: "a", at: .minutes(0))
        #expect(!SessionLimits.standard.shouldNote(session, at: .minutes(0.99)))
        #expect(SessionLimits.standard.shouldNote(session, at: .minutes(1)))
    }
}

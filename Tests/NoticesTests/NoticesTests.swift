import Notices
import Testing

@Suite("The calendar feed")
struct CalendarFeedTests {
    @Test("an entry has its day, its escaped words and its alarm")
    func entry() {
        let text = CalendarFeed(
            name: "样例的到期日", domain: "example.invalid", madeAt: "2031-01-05T02:00:00Z",
            entries: [.init(id: "r/1/answer", day: "2031-02-07", title: "答复, 芦收〔2031〕1号; 到期", note: "依据\n第6条", sequence: 2)]
        ).text
        let unfolded = text.replacing("\r\n ", with: "")
        for line in [
            "BEGIN:VCALENDAR", "DTSTART;VALUE=DATE:20310207", "DTSTAMP:20310105T020000Z", "UID:r/1/answer@example.invalid",
            "SEQUENCE:2",
            "SUMMARY:答复\\, 芦收〔2031〕1号\\; 到期", "DESCRIPTION:依据\\n第6条", "END:VCALENDAR",
        ] { #expect(unfolded.split(separator: "\r\n").contains(Substring(line)), "\(line)") }
        #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    }

    @Test("no line is longer than 75 octets and no character is cut")
    func folding() {
        let title = String(repeating: "行政复议案件", count: 30)
        let text = CalendarFeed(
            name: title, domain: "d", madeAt: "2031-01-05T02:00:00Z", entries: [.init(id: "1", day: "2031-01-06", title: title)]
        ).text
        #expect(text.components("\r\n").allSatisfy { $0.utf8.count <= 75 })
        #expect(text.replacing("\r\n ", with: "").contains("SUMMARY:" + title))
    }
}

extension String {
    fileprivate func components(_ mark: String) -> [String] { split(separator: mark).map(String.init) }
}

@Suite("The signature of a message")
struct WebhookSignatureTests {
    private let secret = Array("钥匙".utf8)
    private let body = Array(#"{"kind":"due"}"#.utf8)

    @Test("what was signed is good, and nothing else")
    func signature() {
        let header = WebhookSignature.header(body: body, secret: secret, at: 1_900_000_000)
        #expect(header == "t=1900000000,v1=11bb331d668eee6b187f9458095c12e4d2126da4e0111b58255eff14dfeb587c")
        #expect(WebhookSignature.isGood(header, body: body, secret: secret, now: 1_900_000_100))
        #expect(!WebhookSignature.isGood(header, body: body, secret: secret, now: 1_900_000_400))
        #expect(!WebhookSignature.isGood(header, body: body + [32], secret: secret, now: 1_900_000_100))
        #expect(!WebhookSignature.isGood(header, body: body, secret: [1], now: 1_900_000_100))
        #expect(
            !WebhookSignature.isGood(
                "t=1900000001," + header.split(separator: ",")[1], body: body, secret: secret, now: 1_900_000_100))
        for wrong in [
            "", "t=1", "v1=", "t=x,v1=y", "t=1,t=2,v1=00", "t=-9223372036854775808,v1=" + String(repeating: "0", count: 64),
        ] {
            #expect(!WebhookSignature.isGood(wrong, body: body, secret: secret, now: 1_900_000_100))
        }
    }

    @Test("a message is tried six times and then given up")
    func retries() {
        #expect((1...6).map { RetrySchedule.wait(after: $0) } == [60, 300, 1800, 7200, 43_200, nil])
        #expect(RetrySchedule.wait(after: 0) == nil)
    }
}

import Crypto

/// How a message to the office's own gateway (SMS, WeChat) is signed: `t=<seconds>,v1=<hex HMAC-SHA256 of "<seconds>.<body>">`.
public enum WebhookSignature {
    public static let header = "X-Zhunsheng-Signature"

    public static func header(body: [UInt8], secret: [UInt8], at seconds: Int64) -> String {
        "t=\(seconds),v1=\(code(body, secret, seconds).map(hex).joined())"
    }

    /// Whether a header was made for this body with this secret, at most so many seconds ago.
    public static func isGood(_ header: String, body: [UInt8], secret: [UInt8], now: Int64, tolerance: Int64 = 300) -> Bool {
        var parts: [Substring: Substring] = [:]
        for part in header.split(separator: ",") {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, parts.updateValue(pair[1], forKey: pair[0]) == nil else { return false }
        }
        guard let text = parts["t"], let seconds = Int64(text), let given = parts["v1"].flatMap(bytes) else { return false }
        let age = now.subtractingReportingOverflow(seconds)
        guard !age.overflow, age.partialValue.magnitude <= UInt64(tolerance) else { return false }
        let mine = HMAC<SHA256>.isValidAuthenticationCode(
            given, authenticating: Array("\(seconds).".utf8) + body, using: SymmetricKey(data: secret))
        return mine
    }

    private static func code(_ body: [UInt8], _ secret: [UInt8], _ seconds: Int64) -> [UInt8] {
        Array(
            HMAC<SHA256>.authenticationCode(for: Array("\(seconds).".utf8) + body, using: SymmetricKey(data: secret)))
    }

    private static func hex(_ byte: UInt8) -> String {
        let text = String(byte, radix: 16)
        return text.count == 1 ? "0" + text : text
    }

    private static func bytes(_ hex: Substring) -> [UInt8]? {
        let digits = Array(hex.utf8)
        guard digits.count == 64 else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[place...place + 1], as: UTF8.self), radix: 16) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}

/// When a message that was not taken is tried again.
public enum RetrySchedule {
    private static let waits: [Int64] = [60, 300, 1800, 7200, 43_200]

    /// Seconds to wait after so many failed tries; nil when it is given up and shown to the administrator.
    public static func wait(after tries: Int) -> Int64? { waits.indices.contains(tries - 1) ? waits[tries - 1] : nil }
}

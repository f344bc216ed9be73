import LegalTime
import Vault

/// What a form of the open site carries: when it was asked for, signed, so that it is ours, not too old, and sent once.
///
/// Nothing is kept for it: the signature is the office's, over the form's purpose, the moment and a random part.
public struct OpenFormToken: Sendable, Hashable {
    public let text: String

    public enum Refusal: Sendable, Equatable {
        /// Not ours, or of another form.
        case foreign
        case tooOld
        /// Filled in faster than a person reads.
        case tooFast
    }

    /// A form is good for so many milliseconds.
    static let longest: Int64 = 6 * 3_600_000
    /// A person needs at least so many.
    public static let shortest: Int64 = 3000

    private static func signature(_ head: String, _ purpose: String, _ hash: (String) -> [UInt8]) -> String {
        hash("\(purpose)\n\(head)").map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    init(for purpose: String, at now: Instant, keys: KeyRing) {
        var generator = SystemRandomNumberGenerator()
        let head = "\(now.milliseconds).\(String(generator.next(), radix: 36))"
        text = head + "." + Self.signature(head, purpose) { keys.lookUpHash($0, purpose: "open form") }
    }

    /// Why a token is not taken; nil where it is.
    static func refusal(_ text: String, for purpose: String, at now: Instant, keys: KeyRing) -> Refusal? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count < 200, parts.count == 3, let made = Int64(parts[0]) else { return .foreign }
        let head = "\(parts[0]).\(parts[1])"
        let given = Array(parts[2].utf8)
        let known = keys.lookUpHashes("\(purpose)\n\(head)", purpose: "open form")
        // Every key is compared to the end, so that the time tells nothing.
        var isOurs = false
        for hash in known {
            let wanted = Array(signature(head, purpose) { _ in hash }.utf8)
            guard wanted.count == given.count else { continue }
            let difference = zip(wanted, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
            isOurs = isOurs || difference == 0
        }
        guard isOurs else { return .foreign }
        let age = now.milliseconds - made
        if age < shortest { return age < 0 ? .foreign : .tooFast }
        return age > longest ? .tooOld : nil
    }
}

extension Office {
    /// A token for a form, named by what it is for.
    public func openFormToken(for purpose: String) -> OpenFormToken {
        OpenFormToken(for: "\(district.name)/\(purpose)", at: clock.now(), keys: keys)
    }

    /// Why a form's token is not taken; nil where it is.
    public func refusal(ofFormToken text: String, for purpose: String) -> OpenFormToken.Refusal? {
        OpenFormToken.refusal(text, for: "\(district.name)/\(purpose)", at: clock.now(), keys: keys)
    }

    /// What is kept of a token, so that a form that is sent twice is taken once.
    func formHash(_ token: String) -> [UInt8] { keys.lookUpHash(token, purpose: "sent form") }
}

import Crypto

/// The secret of one session: 256 random bits, which only the browser keeps. The server stores ``digest``.
public struct SessionToken: Sendable, CustomStringConvertible, CustomReflectable {
    private let bytes: [UInt8]

    /// A new random token. Take a new one after each log-in and after each change of password.
    public init() {
        var generator = SystemRandomNumberGenerator()
        bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// The token of a cookie, or nil where the text is none.
    public init?(_ text: some StringProtocol) {
        guard let bytes = URLSafeText.bytes(of: text), bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// The cookie's value, 43 characters that need no escaping.
    public var text: String { URLSafeText.text(of: bytes) }

    /// SHA-256 of the token, 32 bytes: what is stored and looked up.
    public var digest: [UInt8] { Array(SHA256.hash(data: bytes)) }

    /// What a form of this session carries against forgery, 43 characters.
    public var formToken: String {
        URLSafeText.text(of: Array(HMAC<SHA256>.authenticationCode(for: Self.purpose, using: SymmetricKey(data: bytes))))
    }

    /// Whether a form's token belongs to this session, in constant time.
    public func accepts(formToken text: some StringProtocol) -> Bool {
        guard let code = URLSafeText.bytes(of: text) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Self.purpose, using: SymmetricKey(data: bytes))
    }

    private static let purpose = Array("zhunsheng form 1".utf8)

    /// Never the token.
    public var description: String { "SessionToken" }
    /// Empty, so that no dump shows the token.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

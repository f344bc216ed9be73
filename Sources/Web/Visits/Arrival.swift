import Definitions
import HTTPTypes
import Hummingbird
import Pages
import Wording

/// A request before it is known who makes it: where it wants to go, in which language, and what it takes for an answer.
struct Arrival {
    let request: Request
    let context: WebContext
    let address: Address
    let preferences: Preferences
    let cookies: [String: String]
    let wantsJSON: Bool

    static let sessionCookie = "zhunsheng_session"

    init(_ request: Request, _ context: WebContext) {
        self.request = request
        self.context = context
        let segments = request.uri.path.split(separator: "/").map {
            URLEncoded.decode(Array($0.replacing("+", with: "%2B").utf8))
        }
        address = Address(segments, query: request.uri.query.map { URLEncoded.items($0) } ?? [])
        var cookies: [String: String] = [:]
        for line in request.headers[values: .cookie] {
            for part in line.split(separator: ";") {
                let sides = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                if sides.count == 2, cookies[String(sides[0])] == nil { cookies[String(sides[0])] = String(sides[1]) }
            }
        }
        self.cookies = cookies
        preferences = Preferences(
            theme: cookies["zhunsheng_theme"].flatMap(Preferences.Theme.init(rawValue:)),
            isLarge: cookies["zhunsheng_size"] == "large",
            language: cookies["zhunsheng_language"].flatMap(Language.init(rawValue:)) ?? .chinese)
        wantsJSON = request.headers[.accept].map { $0.lowercased().hasPrefix("application/json") } ?? false
    }

    func query(_ name: String) -> String? { address.query.first { $0.name == name }?.value }
    func parameter(_ name: Substring) -> String { context.parameters[name].map { URLEncoded.decode(Array($0.utf8)) } ?? "" }
    var isUnsafe: Bool { request.method != .get && request.method != .head }

    /// A page of another site made the browser send this.
    var isFromElsewhere: Bool { request.headers[.fetchSite].map { $0 == "cross-site" || $0 == "same-site" } ?? false }

    var bearer: String? {
        guard let value = request.headers[.authorization], value.lowercased().hasPrefix("bearer ") else { return nil }
        return String(value.dropFirst(7))
    }

    /// An address of this site to go on to; anything else is the desk.
    static func local(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.first == UInt8(ascii: "/"),
            bytes.count == 1 || (bytes[1] != UInt8(ascii: "/") && bytes[1] != UInt8(ascii: "\\")),
            bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return "/" }
        return text
    }
}

import HTTPTypes
import Hummingbird
import NIOCore

/// Makes responses with the headers that every one of them carries.
enum Answer {
    /// A page with data: kept nowhere.
    static func html(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(status: status, headers: data("text/html; charset=utf-8"), body: body(bytes))
    }

    static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(status: status, headers: data("application/json"), body: body(bytes))
    }

    /// To another page after an act.
    static func see(_ address: String, cookies: [String] = []) -> Response {
        var headers = data(nil)
        headers[.location] = address
        for cookie in cookies { headers.append(HTTPField(name: .setCookie, value: cookie)) }
        return Response(status: .seeOther, headers: headers)
    }

    static func body(_ bytes: [UInt8]) -> ResponseBody { ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)) }

    static func data(_ type: String?) -> HTTPFields {
        var headers = common
        headers[.contentType] = type
        headers[.cacheControl] = "no-store"
        return headers
    }

    /// No script that is not ours, no frame around us, no address told to others.
    static let common: HTTPFields = {
        var headers = HTTPFields()
        headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        headers[.xContentTypeOptions] = "nosniff"
        headers[.referrerPolicy] = "same-origin"
        headers[.crossOriginOpenerPolicy] = "same-origin"
        return headers
    }()

    /// The cookie that a browser sends back to this site alone, unreadable for scripts.
    static func cookie(_ name: String, _ value: String, seconds: Int?, isSecure: Bool) -> String {
        var text = "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax"
        if let seconds { text += "; Max-Age=\(seconds)" }
        if isSecure { text += "; Secure" }
        return text
    }
}

extension HTTPField.Name {
    static let referrerPolicy = field("Referrer-Policy")
    static let crossOriginOpenerPolicy = field("Cross-Origin-Opener-Policy")
    static let formToken = field("X-Form-Token")
    static let forwardedProto = field("X-Forwarded-Proto")
    static let forwardedFor = field("X-Forwarded-For")
    static let fetchSite = field("Sec-Fetch-Site")

    private static func field(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("not a header name") }
        return name
    }
}

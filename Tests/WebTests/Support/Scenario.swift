import HTTPTypes
import Testing

/// One line of a table of requests: who asks what, and what the answer has to hold and must not hold.
struct Scenario: Sendable, CustomTestStringConvertible {
    var name: String
    var person: String?
    var method: HTTPRequest.Method
    /// `{id}` stands for the loan of the north library, `{other}` for that of the south.
    var path: String
    var form: [(String, String)]
    var hasToken: Bool
    var status: Int
    var contains: [String]
    var doesNotContain: [String]
    var location: String?

    /// A page that is asked for.
    init(
        _ name: String, as person: String? = nil, _ path: String, status: Int, contains: [String] = [],
        doesNotContain: [String] = [],
        location: String? = nil
    ) {
        self.init(
            name, as: person, .get, path, status: status, contains: contains, doesNotContain: doesNotContain, location: location)
    }

    init(
        _ name: String, as person: String? = nil, _ method: HTTPRequest.Method, _ path: String, form: [(String, String)] = [],
        hasToken: Bool = true, status: Int, contains: [String] = [], doesNotContain: [String] = [], location: String? = nil
    ) {
        self.name = name
        self.person = person
        self.method = method
        self.path = path
        self.form = form
        self.hasToken = hasToken
        self.status = status
        self.contains = contains
        self.doesNotContain = doesNotContain
        self.location = location
    }

    var testDescription: String { name }

    func check(_ library: Library, _ browser: Browser, ids: (own: String, other: String)) async throws {
        let browser = if let person { try await browser.person(person) } else { browser }
        let path = path.replacing("{id}", with: ids.own).replacing("{other}", with: ids.other)
        let answer = method == .post ? try await browser.post(path, form, token: hasToken) : try await browser.send(method, path)
        #expect(answer.status == status, "\(name): \(answer.text.suffix(1500))")
        for text in contains { #expect(answer.text.contains(text), "\(name) lacks \(text)") }
        for text in doesNotContain { #expect(!answer.text.contains(text), "\(name) shows \(text)") }
        if let location {
            #expect(answer.location.hasPrefix(location.replacing("{id}", with: ids.own)), "\(name): \(answer.location)")
        }
        #expect(answer.headers[.xContentTypeOptions] == "nosniff", "\(name)")
        #expect(answer.headers[.contentSecurityPolicy]?.contains("default-src 'none'") ?? false, "\(name)")
    }
}

import Access
import Casework
import Definitions
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LegalTime
import Logging
import NIOCore
import Records
import Store
import StoreSQLite
import Vault

@testable import Web

/// The made-up library with its people, its records, and its site, on a database file of its own.
struct Library: Sendable {
    static let password = "Lamp-post 7 keeps dark"
    static let day = Day(iso: "2024-03-12") ?? Day(daysSince1970: 0)

    let office: Office
    let site: Site
    let path: String

    static func open(_ files: [String: String] = LoanCatalogue.files) async throws -> Library {
        let load = CatalogueLoader.load(files: files)
        guard let whole = load.catalogue, let district = whole.district("hill") else {
            throw Missing(load.problems.map { "\($0.place): \($0.reason)" })
        }
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("zhunsheng-web-\(UUID().uuidString).sqlite").path
        let engine = try SQLiteEngine(path: path)
        let catalogue = whole.forDistrict("hill")
        try await engine.apply(
            try await engine.plan(Schema.tables(catalogue.registers), search: Schema.search(catalogue.registers)))
        let office = Office(
            engine: engine, catalogue: catalogue, district: district, keys: .random(),
            clock: OfficeClock(today: { day }, now: { Instant(day: day, hour: 9, minute: 30) }))
        try await office.prepare()
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let library = Library(office: office, site: Site(OfficeDirectory(office), logger: logger), path: path)
        try await library.add("nora", "诺拉", unit: "north", roles: [.clerk])
        try await library.add("sam", "萨姆", unit: "south", roles: [.clerk])
        try await library.add("hana", "哈娜", unit: "root", roles: [.head])
        try await library.add("cora", "科拉", unit: "root", roles: [.coordinator])
        try await library.add("stranger", "路人", unit: "root", roles: [])
        try await library.add("fresh", "新人", unit: "north", roles: [.clerk], mustChange: true)
        return library
    }

    func close() async {
        await office.engine.close()
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    }

    private static let hash: PasswordHash? = try? PasswordHash.make(of: password)

    private func add(_ login: String, _ name: String, unit: String, roles: [Role], mustChange: Bool = false) async throws {
        guard let hash = Self.hash else { throw Missing(["hash"]) }
        let account = Account(
            id: login, name: login, displayName: name, unit: unit, mustChangePassword: mustChange, passwordHash: hash)
        let refusals = try await office.save(
            account, grants: roles.map { Grant(account: login, role: $0, unit: unit, from: Day(daysSince1970: 17_000)) })
        guard refusals.isEmpty else { throw Missing(refusals.map { "\($0)" }) }
    }

    func actor(_ login: String) async throws -> Actor {
        guard let actor = try await office.actor(login: login) else { throw Missing([login]) }
        return actor
    }

    /// A loan of the north library, unless said otherwise.
    @discardableResult
    func loan(
        _ book: String = "山居笔记", on day: String = "2024-03-01", branch: String = "north", phone: String = "13800001234",
        by login: String? = nil,
        more: [String: String] = [:]
    ) async throws -> Receipt {
        let texts = ["book": book, "branch": branch, "lent_on": day, "phone": phone, "remark": "张三甲常来"].merging(more) { _, new in
            new
        }
        let input = RecordInput(texts: texts, rows: ["readers": [RowInput(texts: ["name": "张三甲", "age": "40"])]])
        let outcome = try await office.register("loan", input, by: try await actor(login ?? (branch == "north" ? "nora" : "sam")))
        guard let receipt = outcome.receipt else { throw Missing(["\(outcome)"]) }
        return receipt
    }

    /// Runs a test against the router, and closes the library afterwards.
    static func test(
        _ files: [String: String] = LoanCatalogue.files, _ body: @Sendable (Library, Browser) async throws -> Void
    ) async throws {
        let library = try await open(files)
        do {
            try await library.site.application().test(.router) { client in
                try await body(library, Browser(client: client, library: library))
            }
        } catch {
            await library.close()
            throw error
        }
        await library.close()
    }

    struct Missing: Error {
        var what: [String]
        init(_ what: [String]) { self.what = what }
    }
}

/// A browser that keeps its cookie and reads the token out of forms.
struct Browser: Sendable {
    let client: any TestClientProtocol
    let library: Library
    var session: String?
    var language: String?
    var token: SessionToken?

    /// Somebody logged in, without the slow hash.
    func person(_ login: String) async throws -> Browser {
        let actor = try await library.actor(login)
        let token = SessionToken()
        let now = library.office.clock.now()
        try await library.office.engine.write { session in
            try AccountTable.open(Access.Session(token: token, account: actor.account, at: now), district: "hill", in: session)
            return .commit(())
        }
        var copy = self
        copy.session = "hill." + token.text
        copy.token = token
        return copy
    }

    struct Answer: Sendable {
        var status: Int
        var headers: HTTPFields
        var bytes: [UInt8]
        var text: String { String(decoding: bytes, as: UTF8.self) }
        var location: String { headers[.location] ?? "" }
    }

    func send(_ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: [UInt8]? = nil) async throws
        -> Answer
    {
        var headers = headers
        var cookies: [String] = []
        if let session, headers[.authorization] == nil { cookies.append("zhunsheng_session=" + session) }
        if let language { cookies.append("zhunsheng_language=" + language) }
        if !cookies.isEmpty, headers[.cookie] == nil { headers[.cookie] = cookies.joined(separator: "; ") }
        let response = try await client.execute(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) })
        return Answer(status: response.status.code, headers: response.headers, bytes: Array(response.body.readableBytesView))
    }

    func get(_ path: String, headers: HTTPFields = [:]) async throws -> Answer { try await send(.get, path, headers: headers) }

    /// Sends a form with the session's token.
    func post(_ path: String, _ form: [(String, String)], token: Bool = true, headers: HTTPFields = [:]) async throws -> Answer {
        var form = form
        if token, let own = self.token { form.append(("form_token", own.formToken)) }
        let text = form.map { Self.encode($0.0) + "=" + Self.encode($0.1) }.joined(separator: "&")
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await send(.post, path, headers: headers, body: Array(text.utf8))
    }

    /// Sends a form with a file.
    func post(_ path: String, _ form: [(String, String)], file: (name: String, fileName: String, type: String, bytes: [UInt8]))
        async throws -> Answer
    {
        let boundary = "----zhunsheng\(form.count)"
        var form = form
        if let own = self.token { form.append(("form_token", own.formToken)) }
        var body: [UInt8] = []
        for (name, value) in form {
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        let head =
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.name)\"; filename=\"\(file.fileName)\"\r\nContent-Type: \(file.type)\r\n\r\n"
        body += Array(head.utf8) + file.bytes + Array("\r\n--\(boundary)--\r\n".utf8)
        return try await send(.post, path, headers: [.contentType: "multipart/form-data; boundary=\(boundary)"], body: body)
    }

    func postJSON(_ path: String, _ json: String, headers: HTTPFields = [:]) async throws -> Answer {
        var headers = headers
        headers[.contentType] = "application/json"
        headers[.accept] = "application/json"
        return try await send(.post, path, headers: headers, body: Array(json.utf8))
    }

    func json(_ path: String) async throws -> JSONValue? {
        let answer = try await get(path, headers: [.accept: "application/json"])
        return JSONValue(answer.bytes)
    }

    private static func encode(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 95 || byte == 46
                || byte == 126
            let hex = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (hex.count == 1 ? "0" + hex : hex)
        }.joined()
    }
}

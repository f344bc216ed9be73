import Access
import Casework
import Hummingbird
import LegalTime
import Pages
import Wording

extension Site {
    func logInPage(_ arrival: Arrival) async throws -> Response {
        let wording = Wording(language: arrival.preferences.language, labels: directory.first.catalogue.labels)
        let notice: String? =
            arrival.query("ended") != nil
            ? wording.text(EntranceText.sessionEnded) : arrival.query("out") != nil ? wording.text(EntranceText.signedOut) : nil
        return logInAnswer(arrival, district: arrival.query("district") ?? "", back: arrival.query("back") ?? "", notice: notice)
    }

    private func logInAnswer(
        _ arrival: Arrival, district: String, account: String = "", back: String, problem: String? = nil, notice: String? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let frame = frame(for: arrival)
        let page = LogInPage(
            wording: frame.wording, districts: directory.options(frame.wording), district: district, account: account,
            problem: problem, notice: notice,
            back: back)
        return Answer.html(page.render(frame), status: status)
    }

    /// Takes a form, or a JSON object from a client, which gets the token instead of a cookie.
    func logIn(_ arrival: Arrival) async throws -> Response {
        if arrival.isFromElsewhere { throw WebProblem.formExpired }
        let given = try await credentials(arrival)
        let wording = Wording(language: arrival.preferences.language)
        // Another district's account would be answered as a wrong one.
        if given.district.isEmpty, directory.offices.count > 1, !arrival.wantsJSON {
            return refused(arrival, given, wording.text(EntranceText.chooseDistrict), status: .unprocessableContent)
        }
        guard let office = given.district.isEmpty ? directory.first : directory.office(given.district) else {
            throw WebProblem.badRequest
        }
        let now = office.clock.now()
        let origin = origin(arrival)
        if throttle.withLock({ $0.closedUntil(origin, at: now) }) != nil {
            logger.notice("log-in closed for an address")
            return refused(arrival, given, wording.text(PageText.tooManyTries), status: .tooManyRequests)
        }
        switch try await office.logIn(given.account, password: given.password) {
        case .opened(let token, let actor, _):
            throttle.withLock { $0.forget(origin) }
            logger.info("log-in", metadata: ["account": "\(actor.account)"])
            return opened(token, office, arrival, back: given.back)
        case .refused:
            throttle.withLock { $0.noteFailure(of: origin, at: now) }
            // One sentence for all reasons: a lock, too, would tell which accounts exist.
            return refused(arrival, given, wording.text(EntranceText.wrong), status: .unprocessableContent)
        }
    }

    private struct Credentials {
        var district: String
        var account: String
        var password: String
        var back: String
    }

    private func credentials(_ arrival: Arrival) async throws -> Credentials {
        if arrival.request.headers[.contentType]?.lowercased().hasPrefix("application/json") ?? false {
            guard let json = JSONValue(try await FormBody.whole(arrival.request)) else { throw WebProblem.badRequest }
            return Credentials(
                district: json["district"]?.string ?? "", account: json["account"]?.string ?? "",
                password: json["password"]?.string ?? "", back: "")
        }
        let form = try await FormBody.read(arrival.request)
        return Credentials(
            district: form.text("district") ?? "", account: form.text("account") ?? "", password: form.text("password") ?? "",
            back: form.text("back") ?? "")
    }

    private func refused(_ arrival: Arrival, _ given: Credentials, _ sentence: String, status: HTTPResponse.Status) -> Response {
        guard arrival.wantsJSON else {
            return logInAnswer(
                arrival, district: given.district, account: given.account, back: given.back, problem: sentence, status: status)
        }
        var json = JSONWriter(capacity: 128)
        json.object { json in
            json.member("error", status == .tooManyRequests ? "too_many_tries" : "wrong_account_or_password")
            json.member("sentence", sentence)
        }
        return Answer.json(json.bytes, status: status)
    }

    private func opened(_ token: SessionToken, _ office: Office, _ arrival: Arrival, back: String) -> Response {
        let text = office.district.name + "." + token.text
        if arrival.wantsJSON {
            var json = JSONWriter(capacity: 128)
            json.object { $0.member("token", text) }
            return Answer.json(json.bytes)
        }
        return Answer.see(Arrival.local(back), cookies: [sessionCookie(text, arrival)])
    }

    func sessionCookie(_ text: String, _ arrival: Arrival, seconds: Int? = nil) -> String {
        Answer.cookie(Arrival.sessionCookie, text, seconds: seconds, isSecure: isSecure(arrival))
    }

    func logOut(_ visit: Visit) async throws -> Response {
        if !visit.isBearer { _ = try await visit.form() }
        try await visit.office.logOut(visit.token)
        visitors.forget(visit.token.digest)
        return Answer.see(Address.logIn.setting("out", to: "1").text, cookies: [sessionCookie("", visit.arrival, seconds: 0)])
    }

    /// Theme, size and language, kept in the browser for a year.
    func preferences(_ arrival: Arrival) async throws -> Response {
        let items = arrival.isUnsafe ? try await FormBody.read(arrival.request).items : arrival.address.query
        let allowed = ["theme": ["light", "dark", "system"], "size": ["ordinary", "large"], "language": ["zh", "en"]]
        var cookies: [String] = []
        for item in items where allowed[item.name]?.contains(item.value) ?? false {
            cookies.append(Answer.cookie("zhunsheng_\(item.name)", item.value, seconds: 31_536_000, isSecure: isSecure(arrival)))
        }
        return Answer.see(Arrival.local(items.first { $0.name == "back" }?.value ?? "/"), cookies: cookies)
    }
}

import Hummingbird
import LegalTime
import Pages
import Store
import Wording

/// The only place where an error meets an HTTP status.
extension Site {
    func errorResponse(_ error: any Error, _ arrival: Arrival, _ visit: Visit?) async -> Response {
        switch error {
        case WebProblem.notLoggedIn: return notLoggedIn(arrival)
        case is MustChangePassword:
            return arrival.wantsJSON ? problem(.forbidden, "password_change_required", arrival) : Answer.see(Address.account.text)
        case let problem as WebProblem:
            let (status, code, heading, sentence) = Self.words(problem)
            if arrival.wantsJSON { return self.problem(status, code, arrival) }
            return await page(status, heading, [sentence], arrival, visit)
        default: return await failure(error, arrival, visit)
        }
    }

    static func words(_ problem: WebProblem) -> (HTTPResponse.Status, String, ProblemPageText, any InterfaceText) {
        switch problem {
        case .notFound, .notLoggedIn: (.notFound, "not_found", .notFoundTitle, ProblemPageText.notFound)
        case .forbidden: (.forbidden, "forbidden", .forbiddenTitle, ProblemPageText.forbidden)
        case .formExpired: (.forbidden, "form_token", .formExpiredTitle, ProblemPageText.formExpired)
        case .badRequest: (.badRequest, "bad_request", .brokenTitle, PageText.badRequest)
        case .tooLarge: (.contentTooLarge, "too_large", .tooLargeTitle, ProblemPageText.tooLarge)
        }
    }

    /// A failure of the machine: its kind goes to the log under a number, and only the number to the page.
    private func failure(_ error: any Error, _ arrival: Arrival, _ visit: Visit?) async -> Response {
        let moment = directory.first.clock.now()
        let id = String(UInt32.random(in: .min ... .max), radix: 36).uppercased()
        let isBusy = error as? StoreError == .busy
        logger.error(
            "request failed",
            metadata: ["mishap": "\(id)", "kind": "\(Self.kind(error))", "path": "\(arrival.address.path.first ?? "")"])
        let status: HTTPResponse.Status = isBusy ? .serviceUnavailable : .internalServerError
        if arrival.wantsJSON { return problem(status, isBusy ? "busy" : "failed", arrival, mishap: id) }
        let wording = Wording(language: arrival.preferences.language)
        let page = ProblemPage(
            heading: wording.text(isBusy ? ProblemPageText.busyTitle : .brokenTitle),
            sentences: [wording.text(isBusy ? ProblemPageText.busy : .broken), wording.mishap(id, at: moment)],
            links: [Crumb(wording.text(PageText.goToDesk), .desk)])
        // The menu asks the database too; without it the page still stands.
        return Answer.html(frame(for: arrival).render(page), status: status)
    }

    /// What kind of failure it was, without any value in it.
    private static func kind(_ error: any Error) -> String {
        switch error {
        case StoreError.cannotOpen(_, let code): "store cannot open \(code)"
        case StoreError.failed(let code, _): "store failed \(code)"
        case StoreError.unreadableRow(let table, let column): "store unreadable \(table).\(column)"
        case StoreError.duplicate(let columns): "store duplicate \(columns)"
        case let error as StoreError: "store \(error)"
        default: String(describing: type(of: error))
        }
    }

    private func page(
        _ status: HTTPResponse.Status, _ heading: ProblemPageText, _ sentences: [any InterfaceText], _ arrival: Arrival,
        _ visit: Visit?
    )
        async -> Response
    {
        let language = arrival.preferences.language
        let page = ProblemPage(
            heading: heading.text(language), sentences: sentences.map { $0.text(language) },
            links: [Crumb(PageText.goToDesk.text(language), .desk)])
        if let visit, let framed = try? await frame(for: visit) { return Answer.html(framed.render(page), status: status) }
        return Answer.html(frame(for: arrival).render(page), status: status)
    }

    private func notLoggedIn(_ arrival: Arrival) -> Response {
        if arrival.wantsJSON || arrival.bearer != nil { return problem(.unauthorized, "not_logged_in", arrival) }
        var address = Address.logIn
        if !arrival.isUnsafe, !arrival.address.path.isEmpty { address = address.setting("back", to: arrival.address.text) }
        if arrival.cookies[Arrival.sessionCookie] != nil { address = address.setting("ended", to: "1") }
        return Answer.see(address.text)
    }

    private func problem(_ status: HTTPResponse.Status, _ code: String, _ arrival: Arrival, mishap: String? = nil) -> Response {
        var json = JSONWriter(capacity: 64)
        json.object { json in
            json.member("error", code)
            if let mishap { json.member("mishap", mishap) }
        }
        return Answer.json(json.bytes, status: status)
    }
}

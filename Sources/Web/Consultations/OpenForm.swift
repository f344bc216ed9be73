import Casework
import HTTPTypes
import Hummingbird
import Pages
import Wording

/// A form of the open site: who has no session proves with a signed token that it is our form, and by his pace that he is a person.
extension OpenVisit {
    /// The token of a form, by its address.
    func formToken(_ purpose: String) -> String { office.openFormToken(for: purpose).text }

    /// The form that was sent. Throws for one that comes from a page of another site, or in which a machine has filled in the decoy.
    func openForm() async throws -> FormBody {
        // A proxy may speak to this server under another name; the browser's own word has been taken before.
        if !site.settings.trustsProxy, let origin = request.headers[.origin], !isOwn(origin) { throw WebProblem.formExpired }
        let form = try await form()
        if let decoy = form.text(FormPage.decoyName), !decoy.isEmpty { throw WebProblem.badRequest }
        return form
    }

    private func isOwn(_ origin: String) -> Bool {
        guard let host = request.head.authority, let slashes = origin.range(of: "//") else { return false }
        return origin[slashes.upperBound...] == host
    }

    /// What stands over a form whose token is not taken; the form comes back with a new one and what was typed. A foreign token is refused.
    func remark(onToken form: FormBody, _ purpose: String) throws -> ProblemLine? {
        switch office.refusal(ofFormToken: form.text(FormToken.field) ?? "", for: purpose) {
        case nil: return nil
        case .tooFast: return ProblemLine(key: nil, sentence: wording.text(OutsideText.tooFast))
        case .tooOld: return ProblemLine(key: nil, sentence: wording.text(OutsideText.formOld))
        case .foreign: throw WebProblem.formExpired
        }
    }

    var origin: String { site.origin(arrival) }

    /// Whether this address may still hand things in; a page that says to wait where it may not.
    func maySend() -> Bool {
        let now = office.clock.now()
        return site.openLimits.withLock { $0.maySend(origin, at: now) }
    }

    func noteSent() {
        let now = office.clock.now()
        site.openLimits.withLock { $0.noteSent(origin, at: now) }
    }

    /// A page of one sentence.
    func said(_ heading: any InterfaceText, _ sentence: String, _ status: HTTPResponse.Status) -> Response {
        page(
            ProblemPage(
                heading: heading.text(language), sentences: [sentence],
                links: [Crumb(wording.text(PublicText.backHome), address())]), status: status, isKept: false)
    }

    var waitABit: Response {
        var response = said(PublicText.tooManyTitle, wording.text(PublicText.tooMany), .tooManyRequests)
        response.headers[.retryAfter] = "3600"
        return response
    }

    /// The path of the open site that ends here.
    func path(_ crumbs: Crumb...) -> [Crumb] { [Crumb(wording.text(PublicText.title), address())] + crumbs }
}

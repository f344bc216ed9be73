import Access
import Casework
import Hummingbird
import Pages
import Wording

/// A request of somebody who sits an exam: an account that has logged in, or a person who came in by a code.
struct ExamVisit {
    let arrival: Arrival
    let office: Office
    let examinee: Examinee
    let wording: Wording
    let token: SessionToken
    let site: Site
    /// nil: came in by a code.
    let visit: Visit?

    static let cookie = "zhunsheng_exam"

    init(_ visit: Visit) {
        arrival = visit.arrival
        office = visit.office
        examinee = .account(visit.actor)
        wording = visit.wording
        token = visit.token
        site = visit.site
        self.visit = visit
    }

    init(_ arrival: Arrival, office: Office, candidate: String, token: SessionToken, site: Site) {
        self.arrival = arrival
        self.office = office
        examinee = .candidate(candidate)
        wording = Wording(language: arrival.preferences.language, labels: office.catalogue.labels)
        self.token = token
        self.site = site
        visit = nil
    }

    func form() async throws -> FormBody {
        let form = try await FormBody.read(arrival.request)
        guard let text = form.text(FormToken.field), token.accepts(formToken: text) else { throw WebProblem.formExpired }
        return form
    }

    func checkToken() throws {
        if visit?.isBearer == true { return }
        guard let text = arrival.request.headers[.formToken], token.accepts(formToken: text) else { throw WebProblem.formExpired }
    }

    func page(_ page: some Page, status: HTTPResponse.Status = .ok) async throws -> Response {
        if let visit { return try await visit.page(page, status: status) }
        return Answer.html(site.frame(for: arrival, of: office).render(page), status: status)
    }
}

extension Site {
    /// The frame of a page outside, of one office.
    func frame(for arrival: Arrival, of office: Office) -> PageFrame {
        let wording = Wording(language: arrival.preferences.language, labels: office.catalogue.labels)
        return PageFrame(
            wording: wording, preferences: arrival.preferences, district: Self.name(of: office, wording), person: nil,
            menu: Menu(), here: arrival.address, formToken: "", isDemonstration: office.district.today != nil)
    }

    /// Whoever came in by a code; nil for anybody else.
    func examGuest(_ arrival: Arrival) async throws -> ExamVisit? {
        guard let text = arrival.cookies[ExamVisit.cookie], let dot = text.lastIndex(of: "."),
            let office = directory.office(String(text[..<dot])), let token = SessionToken(text[text.index(after: dot)...]),
            let candidate = try await office.candidate(ticket: token)
        else { return nil }
        if arrival.isUnsafe, arrival.isFromElsewhere { throw WebProblem.formExpired }
        return ExamVisit(arrival, office: office, candidate: candidate, token: token, site: self)
    }

    /// Answers a request about a sitting: of the person who came in by a code where the sitting is his, else of an account.
    func sitter(
        _ request: Request, _ context: WebContext, _ handler: @escaping @Sendable (ExamVisit) async throws -> Response
    ) async -> Response {
        await outside(request, context) { arrival in
            if let guest = try await self.examGuest(arrival),
                try await guest.office.examSitting(arrival.parameter("sitting"), by: guest.examinee) != nil
            {
                return try await handler(guest)
            }
            return await self.visit(request, context) { try await handler(ExamVisit($0)) }
        }
    }
}

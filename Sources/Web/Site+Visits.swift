import Access
import Casework
import Hummingbird
import LegalTime
import Pages
import Wording

extension Site {
    typealias Handler = @Sendable (Visit) async throws -> Response

    /// Answers a request of somebody who has logged in, and says to anybody else where to.
    func visit(_ request: Request, _ context: WebContext, _ handler: Handler) async -> Response {
        let arrival = Arrival(request, context)
        var visit: Visit?
        do {
            let found = try await self.visit(arrival)
            visit = found
            return try await handler(found)
        } catch {
            return await errorResponse(error, arrival, visit)
        }
    }

    /// Answers a request of anybody.
    func outside(_ request: Request, _ context: WebContext, _ handler: @Sendable (Arrival) async throws -> Response) async
        -> Response
    {
        let arrival = Arrival(request, context)
        do {
            return try await handler(arrival)
        } catch {
            return await errorResponse(error, arrival, nil)
        }
    }

    private func visit(_ arrival: Arrival) async throws -> Visit {
        guard let (office, token, isBearer) = session(arrival) else { throw WebProblem.notLoggedIn }
        if arrival.isUnsafe, !isBearer, arrival.isFromElsewhere { throw WebProblem.formExpired }
        guard let visitor = try await visitor(token, office) else { throw WebProblem.notLoggedIn }
        let path = arrival.address.path
        if visitor.mustChangePassword, path != Address.account.path, path != Address.logOut.path { throw MustChangePassword() }
        return Visit(
            site: self, arrival: arrival, office: office, actor: visitor.actor, token: token, isBearer: isBearer,
            wording: Wording(language: arrival.preferences.language, labels: office.catalogue.labels),
            directory: try await office.directory())
    }

    /// The session's office and token out of the cookie, or out of the header, where a client puts it.
    func session(_ arrival: Arrival) -> (Office, SessionToken, isBearer: Bool)? {
        let isBearer = arrival.bearer != nil
        guard let text = arrival.bearer ?? arrival.cookies[Arrival.sessionCookie] else { return nil }
        let dot = text.lastIndex(of: ".")
        let district = dot.map { String(text[..<$0]) }
        guard let token = SessionToken(dot.map { text[text.index(after: $0)...] } ?? text[...]) else { return nil }
        guard let office = district.map({ directory.office($0) }) ?? directory.first else { return nil }
        return (office, token, isBearer)
    }

    func visitor(_ token: SessionToken, _ office: Office) async throws -> VisitorShelf.Visitor? {
        let now = office.clock.now()
        let digest = token.digest
        if let known = visitors.visitor(digest, at: now) { return known }
        guard let actor = try await office.actor(token: token), let account = try await office.account(of: actor) else {
            return nil
        }
        let visitor = VisitorShelf.Visitor(actor: actor, mustChangePassword: account.mustChangePassword)
        visitors.keep(visitor, digest, at: now)
        return visitor
    }

    func isSecure(_ arrival: Arrival) -> Bool {
        settings.isSecure || (settings.trustsProxy && arrival.request.headers[.forwardedProto]?.lowercased() == "https")
    }

    /// Where a request came from, for the throttle.
    func origin(_ arrival: Arrival) -> String {
        if settings.trustsProxy, let chain = arrival.request.headers[.forwardedFor], let last = chain.split(separator: ",").last {
            return last.filter { $0 != " " }
        }
        return arrival.context.remoteAddress
    }
}

/// The first log-in leads to the change of password and nowhere else.
struct MustChangePassword: Error {}

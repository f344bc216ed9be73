import Casework
import Definitions
import HTTPTypes
import Hummingbird
import LegalTime
import Pages
import Vault
import Wording

/// One request of somebody who is not known and need not be: the office he asks, and the language of his page.
///
/// The office stands in the address (`?district=`, the first one without it), and so do language and size (`?lang=en&size=large`):
/// no cookie is read or set, and a page may be kept by whoever stands between.
struct OpenVisit {
    let site: Site
    let arrival: Arrival
    let office: Office
    let preferences: Preferences
    let wording: Wording
    let directory: Directory

    var request: Request { arrival.request }
    var today: Day { office.clock.today() }
    var language: Language { wording.language }
    var catalogue: Catalogue { office.catalogue }

    /// What every address of the open site carries on, so that a visitor stays with his district and language.
    static let carried: Set<String> = ["district", "lang", "size"]

    /// An address of the open site: `address("consultations", id)`.
    func address(_ segments: String...) -> Address {
        Address(["open"] + segments, query: arrival.address.query.filter { Self.carried.contains($0.name) })
    }

    func query(_ name: String) -> String? { arrival.query(name) }
    func parameter(_ name: Substring) -> String { arrival.parameter(name) }

    /// The form that was sent; there is no session that a token could belong to. A form that a page of another site sends is refused before.
    func form() async throws -> FormBody { try await FormBody.read(request) }

    /// The page in the frame of the open site. `isKept` for what anybody may keep; not for answers to a form or a receipt code.
    func page(_ page: some Page, status: HTTPResponse.Status = .ok, isKept: Bool = true) -> Response {
        let bytes = site.frame(forOpen: self).render(page)
        guard isKept, status == .ok else { return Answer.html(bytes, status: status) }
        return answer(bytes, type: "text/html; charset=utf-8")
    }

    /// Something that is public as it stands: it may be kept, and is known again by its tag.
    func answer(_ bytes: [UInt8], type: String, name: String? = nil) -> Response {
        var headers = Answer.common
        // Asked for anew each time: what was withdrawn may not be shown out of a browser's memory.
        headers[.cacheControl] = "public, no-cache"
        let tag = "\"" + ContentHash.hex(bytes).prefix(32) + "\""
        headers[.eTag] = tag
        let known = request.headers[.ifNoneMatch]?.split(separator: ",").map { $0.filter { $0 != " " } } ?? []
        if known.contains(tag) { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = type
        if let name { headers[.contentDisposition] = FileName.disposition(name) }
        return Response(status: .ok, headers: headers, body: Answer.body(bytes))
    }
}

extension Site {
    typealias OpenHandler = @Sendable (OpenVisit) async throws -> Response

    /// Answers a request of anybody to the open site. A form that is sent costs more than a page; whoever asks too often is told to wait.
    func openVisit(_ request: Request, _ context: WebContext, _ handler: OpenHandler) async -> Response {
        let arrival = Arrival(request, context)
        var visit: OpenVisit?
        do {
            let found = try await openVisit(arrival)
            visit = found
            let cost = arrival.isUnsafe ? OpenThrottle.form : 1
            let now = found.office.clock.now()
            if let delay = openThrottle.withLock({ $0.delay(origin(arrival), cost: cost, at: now) }) {
                return tooMany(found, delay)
            }
            if arrival.isUnsafe, arrival.isFromElsewhere { throw WebProblem.formExpired }
            return try await handler(found)
        } catch let problem as WebProblem {
            guard let visit, !arrival.wantsJSON else { return await errorResponse(problem, arrival, nil) }
            let (status, _, heading, sentence) = Self.words(problem)
            let said = status == .notFound ? PublicText.notPublic.text(visit.language) : sentence.text(visit.language)
            return openProblem(visit, status, heading.text(visit.language), said)
        } catch {
            return await errorResponse(error, arrival, nil)
        }
    }

    private func openVisit(_ arrival: Arrival) async throws -> OpenVisit {
        guard let office = arrival.query("district").map({ directory.office($0) }) ?? directory.first else {
            throw WebProblem.notFound
        }
        let preferences = Preferences(
            isLarge: arrival.query("size") == "large", language: arrival.query("lang") == "en" ? .english : .chinese)
        return OpenVisit(
            site: self, arrival: arrival, office: office, preferences: preferences,
            wording: Wording(language: preferences.language, labels: office.catalogue.labels),
            directory: try await office.directory())
    }

    private func openProblem(_ visit: OpenVisit, _ status: HTTPResponse.Status, _ heading: String, _ sentence: String) -> Response
    {
        let page = ProblemPage(
            heading: heading, sentences: [sentence], links: [Crumb(visit.wording.text(PublicText.backHome), visit.address())])
        return visit.page(page, status: status, isKept: false)
    }

    private func tooMany(_ visit: OpenVisit, _ delay: Int64) -> Response {
        var response: Response
        if visit.arrival.wantsJSON {
            var json = JSONWriter(capacity: 64)
            json.object { $0.member("error", "too_many_requests") }
            response = Answer.json(json.bytes, status: .tooManyRequests)
        } else {
            response = openProblem(
                visit, .tooManyRequests, visit.wording.text(PublicText.tooManyTitle), visit.wording.text(PublicText.tooMany))
        }
        response.headers[.retryAfter] = String((delay + 999) / 1000)
        return response
    }

    /// The frame of the open site: the district's name, the public columns, language and size.
    func frame(forOpen visit: OpenVisit) -> PageFrame {
        let here = visit.arrival.isUnsafe ? visit.address() : visit.arrival.address
        let menu = OpenMenu(
            home: visit.address(), links: openLinks(visit) + consultationOpenLinks(visit),
            otherLanguage: here.setting("lang", to: visit.language == .english ? nil : "en"),
            otherSize: here.setting("size", to: visit.preferences.isLarge ? nil : "large"))
        return PageFrame(
            wording: visit.wording, preferences: visit.preferences, district: Self.name(of: visit.office, visit.wording),
            person: nil, menu: Menu(), here: visit.arrival.address, formToken: "",
            isDemonstration: visit.office.district.today != nil, open: menu)
    }
}

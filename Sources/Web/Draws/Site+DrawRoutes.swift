import Casework
import Definitions
import Draws
import Hummingbird
import LegalTime
import Pages
import Records
import Wording

extension Site {
    /// The pages of draws.
    func addDrawRoutes(to router: Router<WebContext>) {
        router.get("draws") { request, context in await self.visit(request, context, self.draws) }
        router.get("draws/:draw") { request, context in await self.visit(request, context, self.draw) }
        router.post("draws/:draw/draw") { request, context in await self.visit(request, context, self.makeDraw) }
        router.post("draws/:draw/void") { request, context in await self.visit(request, context, self.voidDraw) }
        let record = router.group("registers/:register/:id")
        record.get("draws/:name") { request, context in await self.visit(request, context, self.freezeForm) }
        record.post("draws/:name") { request, context in await self.visit(request, context, self.freeze) }
    }

    /// The entries of the left menu for them.
    func drawTools(_ visit: Visit) -> [Menu.Link] {
        guard visit.catalogue.registers.contains(where: { !$0.draws.isEmpty && visit.isVisible($0.name) }) else { return [] }
        return [Menu.Link(label: visit.wording.text(DrawText.title), address: .draws)]
    }

    func draws(_ visit: Visit) async throws -> Response {
        let draws = try await visit.office.draws(by: visit.actor)
        return try await visit.page(DrawsPage(lines: draws.map { DrawPresenter(visit, $0).line }))
    }

    /// `/draws/<id>`; with `.json` at the end the published file.
    func draw(_ visit: Visit) async throws -> Response {
        let given = visit.arrival.parameter("draw")
        let isFile = given.hasSuffix(".json")
        let view = try await view(visit, isFile ? String(given.dropLast(5)) : given)
        guard isFile || visit.arrival.wantsJSON else { return try await visit.page(DrawPresenter(visit, view).page()) }
        let bytes = try view.file.json()
        return isFile ? Answer.file(bytes, type: "application/json", name: view.number + ".json") : Answer.json(bytes)
    }

    private func view(_ visit: Visit, _ id: String) async throws -> DrawView {
        guard let view = try await visit.office.draw(id, by: visit.actor) else { throw WebProblem.notFound }
        return view
    }

    func makeDraw(_ visit: Visit) async throws -> Response {
        let seed = try await visit.form().text("seed")
        let id = visit.arrival.parameter("draw")
        let outcome = try await visit.office.makeDraw(id, seed: seed, by: visit.actor)
        return try await answer(visit, id, outcome, done: "drawn", typed: seed ?? "")
    }

    func voidDraw(_ visit: Visit) async throws -> Response {
        let reason = try await visit.form().text("reason") ?? ""
        let id = visit.arrival.parameter("draw")
        let outcome = try await visit.office.voidDraw(id, reason: reason, by: visit.actor)
        return try await answer(visit, id, outcome, done: "void", typed: reason)
    }

    private func answer(_ visit: Visit, _ id: String, _ outcome: DrawOutcome, done: String, typed: String) async throws
        -> Response
    {
        switch outcome {
        case .done(let id): return Answer.see(Address.draw(id).setting("done", to: done).text)
        case .refused(.notFound): throw WebProblem.notFound
        case .refused(let refusal):
            let view = try await view(visit, id)
            let line = visit.line(refusal, register: view.register)
            return try await visit.page(
                DrawPresenter(visit, view).page(problem: line, typed: typed), status: Visit.status(refusal))
        }
    }

    // MARK: Freezing

    func freezeForm(_ visit: Visit) async throws -> Response {
        try await freezeAnswer(visit, DrawDraft(), refusal: nil)
    }

    func freeze(_ visit: Visit) async throws -> Response {
        let draft = DrawDraft(try await visit.form())
        let register = try visit.register()
        let outcome = try await visit.office.freezeDraw(
            visit.arrival.parameter("name"), of: visit.arrival.parameter("id"), in: register.name,
            draft.input(year: visit.today.year), by: visit.actor)
        switch outcome {
        case .done(let id): return Answer.see(Address.draw(id).setting("done", to: "frozen").text)
        case .refused(let refusal): return try await freezeAnswer(visit, draft, refusal: refusal)
        }
    }

    private func freezeAnswer(_ visit: Visit, _ draft: DrawDraft, refusal: DrawActRefusal?) async throws -> Response {
        let register = try visit.register()
        let id = visit.arrival.parameter("id")
        let record = Address.record(register.name, id)
        switch try await visit.office.prepareDraw(visit.arrival.parameter("name"), of: id, in: register.name, by: visit.actor) {
        case .failure(.notFound): throw WebProblem.notFound
        case .failure(let other):
            let page = ProblemPage(
                heading: visit.wording.text(ProblemPageText.refusedTitle),
                sentences: [visit.line(refusal ?? other, register: register.name).sentence],
                links: [Crumb(visit.wording.text(DrawText.record), record.at("draws"))])
            return try await visit.page(page, status: Visit.status(refusal ?? other))
        case .success(let preparation):
            let page = DrawFreezePresenter(visit: visit, register: register, id: id, preparation: preparation, draft: draft)
                .page(problem: refusal.map { visit.line($0, register: register.name) })
            return try await visit.page(page, status: refusal.map(Visit.status) ?? .ok)
        }
    }
}

/// What was typed into the form that freezes a list.
struct DrawDraft {
    var exclusions: [String: String] = [:]
    var peopleExclusions: [String: String] = [:]
    var seed = "system"
    var source = ""
    var day = ""
    var seen: String?

    init() {}

    init(_ form: FormBody) {
        for item in form.items where !item.value.isEmpty {
            if item.name.hasPrefix("things.") { exclusions[String(item.name.dropFirst(7))] = item.value }
            if item.name.hasPrefix("people.") { peopleExclusions[String(item.name.dropFirst(7))] = item.value }
        }
        seed = form.text("seed") ?? ""
        source = form.text("source") ?? ""
        day = PlainText.trimmed(form.text("day") ?? "")
        seen = form.text("seen")
    }

    func input(year: Int) -> DrawInput {
        DrawInput(
            exclusions: exclusions, peopleExclusions: peopleExclusions,
            seed: seed == "named" ? .named(source, from: DateText.read(day, year: year).day) : .system, seen: seen)
    }
}

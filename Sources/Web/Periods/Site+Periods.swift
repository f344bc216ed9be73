import Casework
import Definitions
import Hummingbird
import LegalTime
import Pages
import Wording

extension Site {
    func addPeriodRoutes(to router: Router<WebContext>) {
        router.get("registers") { request, context in await self.visit(request, context, self.allRegisters) }
        router.get("periods") { request, context in await self.visit(request, context, self.periods) }
        router.get("periods/local.yaml") { request, context in await self.visit(request, context, self.periodsFile) }
        for path in ["version", "parameter"] {
            router.get("periods/\(path)") { request, context in await self.visit(request, context, self.periodForm) }
            router.post("periods/\(path)") { request, context in await self.visit(request, context, self.settlePeriod) }
        }
    }

    /// The entry of the left menu; anybody may read what the law says.
    func periodLink(_ visit: Visit) -> Menu.Link { Menu.Link(label: visit.wording.text(FrameText.periods), address: .periods) }

    func periods(_ visit: Visit) async throws -> Response {
        let view = visit.arrival.query("view") ?? "all"
        let mayset = visit.actor.scope.administers(.catalogue)
        let rows = PeriodRows(visit, maySet: mayset)
        let fields = rows.fields(unsureOnly: view == "unsure")
        let parameters = rows.parameters()
        let shown = view == "unsure" ? parameters.filter { $0.mark != nil } : parameters
        let links: [(String, PeriodText, Int)] = [
            ("all", .all, rows.count), ("unsure", .unsureOnly, rows.unsureCount + parameters.count { $0.mark != nil }),
            ("parameters", .parameters, parameters.count),
        ]
        let settled = mayset ? try await visit.office.localRulesFile() : nil
        let page = PeriodsPage(
            views: links.map { name, text, count in
                ViewLink(
                    label: visit.wording.text(text), href: Address.periods.setting("view", to: name).text, count: count,
                    isCurrent: view == name)
            }, fields: view == "parameters" ? [] : fields, parameters: view == "all" ? [] : shown,
            notice: visit.arrival.query("done") == "1" ? visit.wording.text(PeriodText.settled) : nil,
            file: settled == nil ? nil : .periodsFile)
        return try await visit.page(page)
    }

    /// What the office has settled, as the file of its district.
    func periodsFile(_ visit: Visit) async throws -> Response {
        guard visit.actor.scope.administers(.catalogue) else { throw WebProblem.forbidden }
        guard let file = try await visit.office.localRulesFile() else { throw WebProblem.notFound }
        return Answer.file(Array(file.text.utf8), name: "local.yaml")
    }

    func periodForm(_ visit: Visit) async throws -> Response {
        guard visit.actor.scope.administers(.catalogue) else { throw WebProblem.forbidden }
        let change = PeriodChange(visit.arrival.query, catalogue: visit.catalogue, today: visit.today)
        guard change.version != nil || change.parameter != nil else { throw WebProblem.notFound }
        if change.isWithdrawal { return try await preview(change, visit) }
        return try await form(change, visit, isFresh: true, problem: nil)
    }

    /// First shows what would move, then, with the revision that was seen, settles it.
    func settlePeriod(_ visit: Visit) async throws -> Response {
        guard visit.actor.scope.administers(.catalogue) else { throw WebProblem.forbidden }
        let form = try await visit.form()
        let change = PeriodChange(form.text, catalogue: visit.catalogue, today: visit.today)
        guard change.version != nil || change.parameter != nil else { throw WebProblem.notFound }
        guard let revision = form.text("revision").flatMap({ Int64($0) }) else { return try await preview(change, visit) }
        do {
            switch try await visit.office.settle(change.reading(), over: revision, by: visit.actor) {
            case .moves:
                menus.forgetAll()
                return Answer.see(Address.periods.setting("done", to: "1").text)
            case .refused(let refusal): return try await self.form(change, visit, isFresh: false, problem: PeriodProblem(refusal))
            }
        } catch let problem as PeriodProblem {
            return try await self.form(change, visit, isFresh: false, problem: problem)
        }
    }

    private func preview(_ change: PeriodChange, _ visit: Visit) async throws -> Response {
        do {
            switch try await visit.office.preview(change.reading(), by: visit.actor) {
            case .refused(let refusal): return try await form(change, visit, isFresh: false, problem: PeriodProblem(refusal))
            case .moves(let moved, let revision): return try await page(change, moved, revision: revision, visit)
            }
        } catch let problem as PeriodProblem {
            return try await form(change, visit, isFresh: false, problem: problem)
        }
    }

    private static let mostShown = 200

    private func page(_ change: PeriodChange, _ moved: [MovedRun], revision: Int64, _ visit: Visit) async throws -> Response {
        let wording = visit.wording
        let rows = moved.prefix(Self.mostShown).map { run in
            let register = visit.catalogue.register(run.register)
            return PeriodPreviewPage.Row(
                number: run.number, register: register.map { wording.label($0) } ?? run.register,
                deadline: register.map { wording.label(ofDeadline: run.deadline, in: $0) } ?? run.deadline, old: run.old,
                new: run.new)
        }
        let texts = change.texts.filter { !$0.value.isEmpty }
        let hidden = PeriodChange.names.compactMap { name in texts[name].map { (name: name, value: $0) } }
        let address = Self.address(change)
        return try await visit.page(
            PeriodPreviewPage(
                heading: Self.heading(change, wording), facts: try Self.facts(change, wording), rows: Array(rows),
                count: moved.count, action: Address(address.path), formToken: visit.token.formToken,
                hidden: hidden + [("revision", String(revision))], back: address))
    }

    private static func address(_ change: PeriodChange) -> Address {
        change.version.map { .period(change.text("clock"), from: $0.from) } ?? .parameter(change.text("name"))
    }

    private static func heading(_ change: PeriodChange, _ wording: Wording) -> String {
        if let clock = change.clock, let version = change.version { return wording.label(clock) + " " + wording.span(version) }
        return change.parameter.map { wording.label($0) } ?? ""
    }

    private static func facts(_ change: PeriodChange, _ wording: Wording) throws -> [(label: String, text: String)] {
        var facts: [(label: String, text: String)] = []
        if let version = change.version {
            let now = wording.citation(version.basis) + wording.comma + wording.term(of: version)
            facts.append((wording.text(RecordText.before), now))
        } else if let use = change.catalogue.use(ofParameter: change.text("name")) {
            facts.append((wording.text(RecordText.before), wording.value(use.value) + wording.mark(of: use)))
        }
        let after = wording.text(RecordText.after)
        switch try change.reading() {
        case .version(let local):
            guard let version = change.version else { break }
            let basis = LegalBasis(law: version.law, article: local.article)
            facts.append((after, wording.citation(basis) + wording.comma + wording.term(local.term, sense: version.sense)))
            facts.append((wording.text(PeriodText.source), local.source))
        case .parameter(_, let value):
            facts += [(after, wording.value(value.value)), (wording.text(PeriodText.source), value.source)]
        case .withdrawVersion, .withdrawParameter: facts.append((after, wording.text(PeriodText.withdraw)))
        }
        return facts
    }

    private func form(_ change: PeriodChange, _ visit: Visit, isFresh: Bool, problem: PeriodProblem?) async throws -> Response {
        let wording = visit.wording
        let problems = problem.map { [ProblemLine(key: $0.key, sentence: wording.text($0.text))] } ?? []
        let address = Self.address(change)
        let isSettled =
            change.version.map { $0.settled != nil } ?? (change.catalogue.use(ofParameter: change.text("name"))?.source != nil)
        let sub: String
        if let version = change.version {
            sub = wording.citation(version.basis) + wording.comma + wording.summary(of: version)
        } else {
            sub =
                change.catalogue.use(ofParameter: change.text("name")).map { wording.value($0.value) + wording.mark(of: $0) }
                ?? ""
        }
        let identity = ["clock", "from", "name"].compactMap { name in
            change.text(name).isEmpty ? nil : (name: name, value: change.text(name))
        }
        let page = FormPage(
            heading: Self.heading(change, wording), sub: sub,
            path: [Crumb(wording.text(PeriodText.title), .periods), Crumb(Self.heading(change, wording))],
            action: Address(address.path), formToken: visit.token.formToken, hidden: identity,
            sections: [
                FormPage.Section(title: "", controls: change.controls(wording, isFresh: isFresh, problems: problems))
            ], problems: problems,
            notes: change.version?.note.map { [($0, .plain)] } ?? change.parameter?.note.map { [($0, .plain)] } ?? [],
            submit: wording.text(PeriodText.preview),
            cancel: isSettled
                ? (wording.text(PeriodText.withdraw), address.setting("withdraw", to: "1"))
                : (wording.text(PeriodText.title), .periods))
        return try await visit.page(page, status: problem == nil ? .ok : .unprocessableContent)
    }
}

import Assessment
import Casework
import Definitions
import Exchange
import Hummingbird
import LegalTime
import Pages
import Records
import Wording

/// What is done from the page of an item.
enum ItemAct: String, CaseIterable {
    case assign
    case record
    case file
    case score
    case review
    case unlink
}

extension Site {
    func editionItem(_ visit: Visit) async throws -> Response {
        try await itemPage(visit, form: nil, refusal: nil)
    }

    private func itemPage(_ visit: Visit, form: FormBody?, refusal: (ItemAct, AssessmentRefusal)?) async throws -> Response {
        let view = try await EditionView(visit)
        guard let item = view.state.item(visit.arrival.parameter("item")) else { throw WebProblem.notFound }
        let page = ItemView(view: view, item: item, form: form, refusal: refusal).page
        return try await visit.page(page, status: refusal.map { Visit.status($0.1) } ?? .ok)
    }

    func actOnItem(_ visit: Visit, _ act: ItemAct) async throws -> Response {
        let form = try await visit.form()
        let edition = visit.arrival.parameter("edition")
        let item = visit.arrival.parameter("item")
        guard let refusal = try await refusal(of: act, form, edition, item, visit) else {
            return Answer.see(Address.editionItem(edition, item).setting("done", to: "saved").text)
        }
        if refusal == .notFound { throw WebProblem.notFound }
        return try await itemPage(visit, form: form, refusal: (act, refusal))
    }

    /// Does the act; nil when it is done.
    private func refusal(of act: ItemAct, _ form: FormBody, _ edition: String, _ item: String, _ visit: Visit) async throws
        -> AssessmentRefusal?
    {
        let office = visit.office
        func text(_ name: String) -> String { PlainText.trimmed(form.text(name) ?? "") }
        switch act {
        case .assign:
            let unit = text("unit")
            return try await office.assign(
                item, of: edition, to: unit.isEmpty ? nil : unit, isExempt: form.text("exempt") == "1", by: visit.actor
            ).refusal
        case .record:
            return try await office.link(
                record: text("number"), in: text("register"), to: item, of: edition, by: visit.actor
            ).refusal
        case .file:
            guard let file = form.files["file"] else { return .noFile }
            return try await office.attach(file, to: item, of: edition, by: visit.actor).refusal
        case .score, .review:
            let isReview = act == .review
            let typed = text(isReview ? "review" : "score")
            guard let score = Score.hundredths(typed) else { return .notAScore(typed) }
            let revision = form.text("revision").flatMap { Int64($0) }
            let note = text(isReview ? "review_note" : "note")
            return isReview
                ? try await office.review(item, of: edition, score, note: note, over: revision, by: visit.actor).refusal
                : try await office.score(item, of: edition, score, note: note, over: revision, by: visit.actor).refusal
        case .unlink: return try await office.unlink(text("link"), from: item, of: edition, by: visit.actor).refusal
        }
    }

    // MARK: Figures

    /// First asks for the register, then for the figure of it.
    func figureForm(_ visit: Visit) async throws -> Response {
        try await figurePage(visit, form: nil, refusal: nil)
    }

    func linkFigure(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let edition = visit.arrival.parameter("edition")
        let item = visit.arrival.parameter("item")
        func text(_ name: String) -> String { PlainText.trimmed(form.text(name) ?? "") }
        var target: FigureTarget?
        if let comparison = FigureTarget.Comparison(rawValue: text("comparison")) {
            guard let typed = FigureTarget(comparison, text: text("target")) else {
                return try await figurePage(visit, form: form, refusal: .targetNotANumber)
            }
            target = typed
        }
        guard let year = Int(text("year")), FigureYear.years.contains(year) else { throw WebProblem.badRequest }
        let unit = text("unit")
        let link = FigureLink(
            FigureName(register: text("register"), indicator: text("indicator")), year: year, unit: unit.isEmpty ? nil : unit,
            target: target)
        switch try await visit.office.link(link, to: item, of: edition, by: visit.actor) {
        case .done: return Answer.see(Address.editionItem(edition, item).setting("done", to: "saved").text)
        case .refused(.notFound): throw WebProblem.notFound
        case .refused(let refusal): return try await figurePage(visit, form: form, refusal: refusal)
        }
    }

    private func figurePage(_ visit: Visit, form: FormBody?, refusal: AssessmentRefusal?) async throws -> Response {
        let wording = visit.wording
        guard let state = try await visit.office.edition(visit.arrival.parameter("edition"), by: visit.actor),
            let item = state.item(visit.arrival.parameter("item"))
        else { throw WebProblem.notFound }
        guard item.mayEdit else { throw WebProblem.forbidden }
        let here = Address.editionItem(state.entry.name, item.item.number)
        let path = [
            Crumb(wording.text(AssessmentText.title), .assessments), Crumb(state.entry.title, .edition(state.entry.name)),
            Crumb(wording.itemTitle(item.item.number), here), Crumb(wording.text(AssessmentText.addFigure)),
        ]
        func value(_ name: String, _ standard: String = "") -> String {
            form?.text(name) ?? visit.arrival.query(name) ?? standard
        }
        let registers = visit.catalogue.registers.filter { visit.isVisible($0.name) && !$0.indicators.isEmpty }
        let cancel = (wording.text(CommonText.cancel), here)
        guard let register = registers.first(where: { $0.name == value("register") }) else {
            var page = FormPage(
                heading: wording.text(AssessmentText.addFigure), sub: item.item.text, path: path, action: here.below("figure"),
                formToken: visit.token.formToken,
                sections: [
                    .init(
                        title: "",
                        controls: [
                            FieldControl(
                                key: "register", label: wording.text(AssessmentText.chooseRegister),
                                kind: .select(
                                    registers.map { .init(value: $0.name, label: wording.label($0)) }, chosen: ""))
                        ])
                ], submit: wording.text(CommonText.next), cancel: cancel)
            page.isQuestion = true
            return try await visit.page(page)
        }
        let key = refusal == .targetNotANumber ? "target" : refusal == .unknownUnit ? "unit" : "indicator"
        let problems = refusal.map { [ProblemLine(key: key, sentence: wording.sentence(for: $0))] } ?? []
        func control(
            _ name: String, _ label: AssessmentText, hint: AssessmentText? = nil, isOptional: Bool = false,
            _ kind: FieldControl.Kind
        ) -> FieldControl {
            FieldControl(
                key: name, label: wording.text(label), hint: hint.map { wording.text($0) }, isOptional: isOptional,
                problems: problems.filter { $0.key == name }.map(\.sentence), kind: kind)
        }
        var seen: Set<String> = []
        let indicators = register.indicators.filter { seen.insert($0.name).inserted }
        let controls = [
            control(
                "indicator", .chooseFigure,
                .select(
                    indicators.map { .init(value: $0.name, label: wording.label($0, in: register)) }, chosen: value("indicator"))),
            control(
                "year", .year,
                .line(value("year", String(state.entry.year)), FieldControl.Line(width: "w-s", inputMode: "numeric"))),
            control(
                "unit", .onlyUnit, hint: .onlyUnitHint, isOptional: true, .select(visit.unitOptions, chosen: value("unit"))),
            control(
                "comparison", .target,
                isOptional: true,
                .select(
                    FigureTarget.Comparison.allCases.map {
                        .init(value: $0.rawValue, label: wording.text($0 == .atLeast ? AssessmentText.atLeast : .atMost))
                    }, chosen: value("comparison"))),
            control(
                "target", .targetValue, hint: .targetHint, isOptional: true,
                .line(value("target"), FieldControl.Line(width: "w-s", inputMode: "decimal"))),
        ]
        let page = FormPage(
            heading: wording.text(AssessmentText.addFigure), sub: item.item.text, path: path, action: here.below("figure"),
            formToken: visit.token.formToken, hidden: [("register", register.name)],
            sections: [.init(title: wording.label(register), controls: controls)], problems: problems,
            submit: wording.text(AssessmentText.addFigure), cancel: cancel)
        return try await visit.page(page, status: refusal.map { Visit.status($0) } ?? .ok)
    }
}

extension Visit {
    /// The units that are there today, for a list to choose from.
    var unitOptions: [FieldControl.Option] {
        directory.units.filter { ($0.from.map { $0 <= today } ?? true) && ($0.until.map { today <= $0 } ?? true) }.map {
            FieldControl.Option(value: $0.id, label: directory.unitLabel($0.id, in: language))
        }
    }
}

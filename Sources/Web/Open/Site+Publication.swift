import Casework
import Definitions
import Hummingbird
import LegalTime
import Pages
import Records
import Reports
import Wording

/// Letting a record out and taking it back.
extension Site {
    /// What the record's page says about it; nil where the register publishes no records.
    func publicationSection(_ visit: Visit, _ register: RegisterDefinition, _ id: String) async throws -> OneRecordPage
        .Publication?
    {
        guard let standing = try await visit.office.publication(of: id, in: register.name, by: visit.actor) else { return nil }
        let mayAct =
            standing.mayPublish || standing.mayPropose || standing.mayRelease || standing.mayWithdraw || standing.isOwnProposal
        return OneRecordPage.Publication(
            lines: facts(visit, register, standing).map { $0.label + visit.wording.colon + $0.text },
            handle: mayAct ? .publication(register.name, id) : nil,
            publicPage: standing.isPublic ? openAddress(visit, register.name, id) : nil)
    }

    private func facts(_ visit: Visit, _ register: RegisterDefinition, _ standing: PublicationStanding) -> [(
        label: String, text: String
    )] {
        let wording = visit.wording
        var state =
            standing.isPublic ? wording.text(OpenText.isPublicNow) : wording.publicationState(standing.state?.rawValue ?? "")
        if standing.definition.isAutomatic, standing.state != .withdrawn {
            state += "（" + wording.text(OpenText.isAutomatic) + "）"
        }
        if !standing.isFit { state += "，" + wording.text(OpenText.notFitNow) }
        var facts = [(label: wording.text(OpenText.standing), text: state)]
        if let run = standing.within, let due = run.dueOn {
            let clock = wording.clock(of: run, today: visit.today, now: visit.office.clock.present)
            facts.append((wording.text(OpenText.within), due.iso + " · " + clock.text))
        }
        if let by = standing.by { facts.append((wording.text(OpenText.proposedBy), visit.person(by))) }
        if let checker = standing.checker { facts.append((wording.text(OpenText.checkedBy), visit.person(checker))) }
        if let day = standing.day { facts.append((wording.text(OpenText.released), day.iso)) }
        if let until = standing.until { facts.append((wording.text(OpenText.until), until.iso)) }
        if standing.state == .withdrawn, let reason = standing.reason {
            let text = wording.withdrawnOn(standing.withdrawnOn?.iso ?? "—", reason: wording.withdrawalReason(reason.rawValue))
            facts.append((wording.text(OpenText.withdraw), text))
        }
        return facts
    }

    func publicationPage(_ visit: Visit) async throws -> Response {
        let (register, view, standing) = try await publishing(visit)
        var text = standing.marked?.text ?? ""
        if let source = visit.arrival.query("source"),
            let chosen = visit.office.copySources(of: view, in: register.name).first(where: { $0.id == source }),
            let marked = try await visit.office.proposedCopy(chosen, of: view.record.id, in: register.name, by: visit.actor)
        {
            text = marked.text
        }
        let page = page(visit, register, view, standing, text: text, until: standing.until?.iso ?? "")
        return try await visit.page(page)
    }

    private func publishing(_ visit: Visit) async throws -> (RegisterDefinition, RecordView, PublicationStanding) {
        let register = try visit.register()
        let view = try await visit.record(register)
        guard let standing = try await visit.office.publication(of: view.record.id, in: register.name, by: visit.actor) else {
            throw WebProblem.notFound
        }
        return (register, view, standing)
    }

    private func page(
        _ visit: Visit, _ register: RegisterDefinition, _ view: RecordView, _ standing: PublicationStanding, text: String,
        until: String, preview: MarkedText? = nil, problem: ProblemLine? = nil
    ) -> PublicationPage {
        let wording = visit.wording
        let id = view.record.id
        let address = Address.publication(register.name, id)
        var page = PublicationPage(
            number: view.record.number,
            path: [
                Crumb(wording.label(register), .list(register.name)), Crumb(view.record.number, .record(register.name, id)),
                Crumb(wording.text(OpenText.publication)),
            ], address: address, formToken: visit.token.formToken, revision: standing.revision)
        page.problems = problem.map { [$0] } ?? []
        page.facts = facts(visit, register, standing)
        let fields = Office.openFields(of: register).map { wording.label(ofField: $0.name, in: register) }
        page.facts.append((wording.text(OpenText.publicFields), wording.list(fields)))
        if visit.arrival.query("done") != nil { page.notices.append(wording.text(PageText.savedNote)) }
        if standing.isOwnProposal { page.notices.append(wording.text(OpenText.ownProposal)) }
        page.publicPage = standing.isPublic ? openAddress(visit, register.name, id) : nil
        page.maySend = standing.mayPublish
        if standing.mayPropose {
            page.draft = PublicationPage.Draft(
                text: text, until: until,
                sources: visit.office.copySources(of: view, in: register.name).map { source in
                    let name =
                        source.isLetter
                        ? wording.label(ofLetter: source.name, in: register) : wording.label(ofField: source.name, in: register)
                    return Crumb(
                        name + (source.number.map { " " + $0 } ?? ""), address.setting("source", to: source.id).at("draft"))
                })
        }
        let shown = preview ?? (standing.state == .proposed ? standing.marked : nil)
        page.preview = (shown?.pieces ?? []).map { piece in
            switch piece {
            case .plain(let text): PublicationPage.Piece(text: text, shown: nil)
            case .hidden(let text, let shown): PublicationPage.Piece(text: text, shown: shown)
            }
        }
        page.mayRelease = standing.mayRelease
        page.mayWithdraw = standing.mayWithdraw
        page.reasons = WithdrawalReason.allCases.map { .init(value: $0.rawValue, label: wording.withdrawalReason($0.rawValue)) }
        page.reason = WithdrawalReason.overturned.rawValue
        return page
    }

    func changePublication(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let (register, view, standing) = try await publishing(visit)
        let (id, name, office, actor) = (view.record.id, register.name, visit.office, visit.actor)
        let revision = form.text("revision").flatMap { Int64($0) } ?? -1
        let text = PlainText.unixLines(form.text("text") ?? "")
        let untilText = PlainText.trimmed(form.text("until") ?? "")
        let until = DateText.read(untilText, year: visit.today.year).day
        func again(_ line: ProblemLine?, _ preview: MarkedText? = nil, text: String, status: HTTPResponse.Status) async throws
            -> Response
        {
            try await visit.page(
                page(visit, register, view, standing, text: text, until: untilText, preview: preview, problem: line),
                status: status)
        }
        if !untilText.isEmpty, until == nil {
            let line = ProblemLine(key: "until", sentence: visit.wording.text(FormText.dateHint))
            return try await again(line, text: text, status: .unprocessableContent)
        }
        let outcome: PublicationOutcome
        switch form.text("act") {
        case "preview":
            guard standing.mayPropose,
                let marked = try await office.marking(MarkedText(text), of: id, in: name, by: actor)
            else { throw WebProblem.forbidden }
            return try await again(nil, marked, text: marked.text, status: .ok)
        case "publish": outcome = try await office.publish(id, in: name, until: until, over: revision, by: actor)
        case "propose":
            outcome = try await office.propose(MarkedText(text), of: id, in: name, until: until, over: revision, by: actor)
        case "release": outcome = try await office.release(id, in: name, over: revision, by: actor)
        case "return":
            outcome = try await office.sendBack(id, in: name, note: form.text("note") ?? "", over: revision, by: actor)
        case "withdraw":
            guard let reason = WithdrawalReason(rawValue: form.text("reason") ?? "") else { throw WebProblem.badRequest }
            outcome = try await office.withdraw(
                id, in: name, reason: reason, note: form.text("remark") ?? "", over: revision, by: actor)
        default: throw WebProblem.badRequest
        }
        switch outcome {
        case .done: return Answer.see(Address.publication(name, id).setting("done", to: "1").text)
        case .refused(.notFound): throw WebProblem.notFound
        case .refused(let refusal):
            let (line, status) = said(refusal, visit.wording)
            return try await again(line, text: text, status: status)
        }
    }

    private func said(_ refusal: PublicationRefusal, _ wording: Wording) -> (ProblemLine, HTTPResponse.Status) {
        func line(_ key: String?, _ name: String, _ limit: Int = 0) -> ProblemLine {
            ProblemLine(key: key, sentence: wording.publicationRefusal(name, limit: limit))
        }
        switch refusal {
        case .notFound: return (line(nil, "notFound"), .notFound)
        case .notAllowed: return (line(nil, "notAllowed"), .forbidden)
        case .notFit: return (line(nil, "notFit"), .conflict)
        case .samePerson: return (line(nil, "samePerson"), .forbidden)
        case .changedMeanwhile: return (line(nil, "changedMeanwhile"), .conflict)
        case .stillPersonal(let found):
            return (ProblemLine(key: "text", sentence: wording.stillPersonal(found)), .unprocessableContent)
        case .textMissing: return (line("text", "textMissing"), .unprocessableContent)
        case .textTooLong(let limit): return (line("text", "textTooLong", limit), .unprocessableContent)
        case .alreadyPublic: return (line(nil, "alreadyPublic"), .conflict)
        case .notPublic: return (line(nil, "notPublic"), .conflict)
        case .untilPassed: return (line("until", "untilPassed"), .unprocessableContent)
        case .noteTooLong(let limit): return (line("note", "noteTooLong", limit), .unprocessableContent)
        }
    }

    // MARK: The annual report

    func reportRelease(_ visit: Visit, year: Int) async throws -> ReportRelease? {
        guard visit.office.mayReleaseReport(visit.actor) else { return nil }
        let released = try await visit.office.releasedReports().first { $0.year == year }
        return ReportRelease(
            year: year, on: released?.on, publicPage: openAddress(visit, "report", String(year)), formToken: visit.token.formToken
        )
    }

    func changeReportRelease(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let room = try await ReportYear(visit)
        guard room.isOpen, visit.office.mayReleaseReport(visit.actor) else { throw WebProblem.forbidden }
        if form.text("act") == "withdraw" {
            _ = try await visit.office.withdrawReport(year: room.year, by: visit.actor)
        } else {
            let open = try await room.report().openEdition
            let wording = ReportYear.chinese(visit)
            _ = try await visit.office.releaseReport(
                year: room.year, title: open.title, text: open.openText(wording), document: try open.docx(wording),
                by: visit.actor)
        }
        return Answer.see(Address.report(year: room.year).at("release").text)
    }
}

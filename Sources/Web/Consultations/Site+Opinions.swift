import Casework
import Definitions
import Foundation
import HTTPTypes
import Hummingbird
import LegalTime
import OfficeFormats
import Pages
import Records
import Wording

/// Opinions as the office deals with them, and what came in from outside at its desk.
extension Site {
    // MARK: At the desk and on the record

    func outsideLines(_ visit: Visit) async throws -> [DeskPage.OutsideLine] {
        try await visit.office.waitingFromOutside(by: visit.actor).compactMap { waiting in
            guard let register = visit.catalogue.register(waiting.register) else { return nil }
            return DeskPage.OutsideLine(
                number: waiting.number, register: visit.wording.label(register),
                request: visit.wording.text(OutsideText.cameIn),
                unit: visit.directory.unitLabel(waiting.unit, in: visit.language), at: visit.wording.moment(waiting.at),
                address: .record(waiting.register, waiting.record))
        }
    }

    /// What ties a record to the public; nil where nothing does.
    func outside(_ visit: Visit, _ register: RegisterDefinition, _ id: String) async throws -> OneRecordPage.Outside? {
        let wording = visit.wording
        var outside = OneRecordPage.Outside()
        if register.consultation != nil,
            let counts = try await visit.office.opinionCounts(register.name, id: id, by: visit.actor)
        {
            outside.opinions = (
                wording.opinionCount(counts.all, waiting: counts.waiting), .opinions(register.name, id)
            )
        }
        if let found = try await visit.office.fromOutside(register.name, id: id, by: visit.actor) {
            let label = register.requests.first { $0.name == found.request }.map { wording.label($0) } ?? found.request
            outside.cameIn = wording.moment(found.at) + " " + label
            outside.supplements = found.supplements.map { supplement in
                OneRecordPage.Supplement(
                    at: wording.moment(supplement.at), text: supplement.text,
                    file: supplement.file.map { ($0.name, .supplement(register.name, id, supplement.id)) })
            }
        }
        return outside.opinions == nil && outside.cameIn == nil ? nil : outside
    }

    func supplementFile(_ visit: Visit) async throws -> Response {
        let register = try visit.register()
        guard
            let (file, bytes) = try await visit.office.supplementFile(
                visit.arrival.parameter("supplement"), of: visit.arrival.parameter("id"), in: register.name, by: visit.actor)
        else { throw WebProblem.notFound }
        return Answer.file(bytes, type: FileName.mediaType(file.mediaType), name: file.name)
    }

    /// Drafts before the public, as far as this person may read their records.
    func officeConsultations(_ visit: Visit) async throws -> Response {
        let wording = visit.wording
        let all = try await visit.office.consultations().filter {
            visit.actor.scope.may(.read, in: $0.register, unit: $0.unit)
        }
        func lines(_ phases: Set<Consultation.Phase>) -> [ConsultationsPage.Line] {
            all.filter { phases.contains($0.phase) }.map { one in
                ConsultationsPage.Line(
                    title: one.title, unit: visit.directory.unitLabel(one.unit, in: visit.language), from: one.from,
                    until: one.until, phase: wording.name(of: one.phase), isOpen: one.phase == .running,
                    address: .opinions(one.register, one.id))
            }
        }
        let groups = [
            ConsultationsPage.Group(
                title: wording.text(ConsultationText.running), lines: lines([.running]),
                nothing: wording.text(ConsultationText.noneRunning)),
            ConsultationsPage.Group(title: wording.text(ConsultationText.announced), lines: lines([.announced]), nothing: nil),
            ConsultationsPage.Group(
                title: wording.text(ConsultationText.ended), lines: lines([.closed, .answered]),
                nothing: wording.text(ConsultationText.noneEnded)),
        ]
        return try await visit.page(
            ConsultationsPage(groups: groups, path: [Crumb(wording.text(ConsultationText.consultations))]))
    }

    // MARK: Opinions

    func opinions(_ visit: Visit) async throws -> Response {
        let notice = visit.arrival.query("done") == "saved" ? visit.wording.text(ConsultationText.saved) : nil
        return try await opinionsAnswer(visit, notice: notice)
    }

    private func opinionsAnswer(
        _ visit: Visit, notice: String? = nil, problem: ProblemLine? = nil,
        typed: [String: (state: String, reason: String)] = [:],
        release: OpinionsPage.Release? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let wording = visit.wording
        let register = try visit.register()
        let view = try await visit.record(register)
        guard let list = try await visit.office.opinions(register.name, id: view.record.id, by: visit.actor) else {
            throw WebProblem.notFound
        }
        var notices: [(text: String, weight: NoteWeight)] = notice.map { [($0, .plain)] } ?? []
        var phase = wording.text(ConsultationText.phaseFaulty)
        var publicPage: Address?
        switch list.standing {
        case .none: break
        case .faulty(let faults):
            for fault in faults {
                switch fault {
                case .missing(let fields):
                    let labels = fields.map { wording.label(ofField: $0, in: register) }
                    notices.append((wording.notPublicYet(labels), .overdue))
                case .tooShort(let until, let earliest):
                    notices.append((wording.tooShort(until: until, earliest: earliest), .overdue))
                }
            }
        case .open(let one):
            phase = wording.name(of: one.phase)
            publicPage = Address(["open", "consultations", one.id], query: [.init("district", visit.office.district.name)])
            if one.phase == .running { notices.append((wording.openUntil(one.until), .plain)) }
        }
        if !list.seesPersonal { notices.append((wording.text(ConsultationText.maskedNote), .plain)) }
        let lines = list.opinions.enumerated().map { index, opinion in
            OpinionsPage.Line(
                id: opinion.id, number: index + 1, at: wording.moment(opinion.at), kind: wording.name(of: opinion.kind),
                who: opinion.name ?? "", contact: opinion.contact ?? "", text: opinion.text ?? "",
                state: typed[opinion.id]?.state ?? opinion.state.rawValue, stateLabel: wording.name(of: opinion.state),
                isWaiting: opinion.state == .received, answer: typed[opinion.id]?.reason ?? opinion.answer ?? "")
        }
        let heading = register.heading.flatMap { view.record.values[$0]?.text } ?? view.record.number
        let record = Address.record(register.name, view.record.id)
        let page = OpinionsPage(
            heading: heading, sub: view.record.number,
            path: [
                Crumb(wording.label(register), .list(register.name)), Crumb(view.record.number, record),
                Crumb(wording.text(ConsultationText.opinions)),
            ], phase: phase, formToken: visit.token.formToken, notices: notices, problem: problem, opinions: lines,
            states: Opinion.State.allCases.map { .init(value: $0.rawValue, label: wording.name(of: $0)) },
            mayAnswer: list.mayAnswer, export: .opinions(register.name, view.record.id).below("export"),
            publicPage: publicPage, base: .opinions(register.name, view.record.id),
            release: list.mayRelease ? release ?? .init() : nil,
            summary: list.summary.map { .init(on: $0.on, received: $0.received, adopted: $0.adopted, text: $0.text) })
        return try await visit.page(page, status: status)
    }

    func answerOpinion(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let register = try visit.register()
        let id = visit.arrival.parameter("id")
        let opinion = visit.arrival.parameter("opinion")
        let state = form.text("state-\(opinion)") ?? ""
        let reason = form.text("reason-\(opinion)") ?? ""
        guard let decided = Opinion.State(rawValue: state) else { throw WebProblem.badRequest }
        if let refusal = try await visit.office.answer(
            opinion, decided, reason: reason, in: register.name, id: id, by: visit.actor)
        {
            return try await refused(visit, refusal, key: "reason-\(opinion)", typed: [opinion: (state, reason)])
        }
        return Answer.see(
            Address.opinions(register.name, id).setting("done", to: "saved").at("opinion-\(opinion)").text)
    }

    func releaseSummary(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let register = try visit.register()
        let id = visit.arrival.parameter("id")
        let typed = OpinionsPage.Release(
            text: form.text("summary") ?? "", otherReceived: form.text("other_received") ?? "",
            otherAdopted: form.text("other_adopted") ?? "")
        func number(_ text: String) -> Int {
            let text = PlainText.trimmed(PlainText.halfWidth(text))
            return text.isEmpty ? 0 : Int(text) ?? -1
        }
        let summary = ConsultationSummary(
            text: typed.text, otherReceived: number(typed.otherReceived), otherAdopted: number(typed.otherAdopted))
        if let refusal = try await visit.office.release(summary, in: register.name, id: id, by: visit.actor) {
            let key = refusal == .countsWrong ? "other_received" : "summary"
            return try await refused(visit, refusal, key: key, release: typed)
        }
        menus.forgetAll()
        return Answer.see(Address.opinions(register.name, id).setting("done", to: "saved").text)
    }

    private func refused(
        _ visit: Visit, _ refusal: ConsultationRefusal, key: String, typed: [String: (state: String, reason: String)] = [:],
        release: OpinionsPage.Release? = nil
    ) async throws -> Response {
        let wording = visit.wording
        let sentence: String
        var status = HTTPResponse.Status.unprocessableContent
        switch refusal {
        case .notFound: throw WebProblem.notFound
        case .notAllowed: (sentence, status) = (wording.text(ConsultationText.notAllowed), .forbidden)
        case .stillOpen(let until): (sentence, status) = (wording.stillOpen(until: until), .conflict)
        case .unanswered(let count): (sentence, status) = (wording.unanswered(count), .conflict)
        case .releasedAlready: (sentence, status) = (wording.text(ConsultationText.releasedAlready), .conflict)
        case .reasonMissing: sentence = wording.text(ConsultationText.reasonMissing)
        case .summaryMissing: sentence = wording.text(ConsultationText.summaryMissing)
        case .textTooLong(let limit): sentence = wording.tooLong(limit: limit)
        case .countsWrong: sentence = wording.text(ConsultationText.countsWrong)
        case .record: (sentence, status) = (wording.text(ConsultationText.countsNotTaken), .conflict)
        }
        return try await opinionsAnswer(
            visit, problem: ProblemLine(key: key, sentence: sentence), typed: typed, release: release, status: status)
    }

    /// The opinions as a workbook, masked as on the page.
    func opinionSheet(_ visit: Visit) async throws -> Response {
        let wording = visit.wording
        let register = try visit.register()
        let view = try await visit.record(register)
        guard visit.actor.scope.may(.export, in: register.name, unit: view.record.owner) else { throw WebProblem.forbidden }
        guard let list = try await visit.office.opinions(register.name, id: view.record.id, by: visit.actor) else {
            throw WebProblem.notFound
        }
        let title = wording.text(ConsultationText.opinions) + " " + view.record.number
        let layout = SheetLayout(
            name: wording.text(ConsultationText.opinions), title: title,
            columns: [
                SheetColumn("#", kind: .whole), SheetColumn(wording.text(ConsultationText.receivedAt), kind: .text),
                SheetColumn(wording.text(ConsultationText.kind), kind: .text),
                SheetColumn(wording.text(ConsultationText.organisationOrName), kind: .text),
                SheetColumn(wording.text(ConsultationText.contact), kind: .text),
                SheetColumn(wording.text(ConsultationText.opinion), kind: .text, width: 60, wraps: true),
                SheetColumn(wording.text(ConsultationText.decide), kind: .text),
                SheetColumn(wording.text(ConsultationText.reason), kind: .text, width: 40, wraps: true),
            ])
        let created = Date(timeIntervalSince1970: TimeInterval(visit.office.clock.present.milliseconds / 1000))
        let bytes = try WorkbookWriter.bytes(properties: WorkbookProperties(title: title, created: created)) {
            writer throws(OfficeFormatError) in
            let sheet = try writer.addSheet(layout)
            for (index, opinion) in list.opinions.enumerated() {
                try sheet.append([
                    .number(String(index + 1)), .text(wording.moment(opinion.at)), .text(wording.name(of: opinion.kind)),
                    .text(opinion.name ?? ""), .text(opinion.contact ?? ""), .text(opinion.text ?? ""),
                    .text(wording.name(of: opinion.state)), .text(opinion.answer ?? ""),
                ])
            }
        }
        return Answer.file(
            bytes, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: title + ".xlsx")
    }
}

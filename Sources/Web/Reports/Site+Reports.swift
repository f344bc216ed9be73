import Casework
import Definitions
import HTTPTypes
import Hummingbird
import Indicators
import LegalTime
import Pages
import Reports
import Wording

extension Site {
    /// The report room of the year in the address.
    func report(_ visit: Visit) async throws -> Response {
        let room = try await ReportYear(visit)
        guard room.isOpen else { return try await notForYou(room) }
        let report = try await room.report()
        if visit.arrival.wantsJSON { return Answer.json(report.json()) }
        let contributions = room.entries.map { entry in
            ReportRoomPage.Contribution(
                part: entry.part, unit: entry.unit, unitLabel: visit.directory.unitLabel(entry.unit, in: visit.language),
                state: room.state(entry),
                characters: entry.text.count { !$0.isWhitespace })
        }
        let isSaved = visit.arrival.query("saved") != nil
        var page = ReportRoomPage(
            report: report, years: room.figures.yearLinks { .report(year: $0) }, deadlines: room.deadlines,
            contributions: contributions,
            writableUnits: room.writableUnits, note: isSaved ? visit.wording.text(ReportRoomText.saved) : nil)
        page.release = try await reportRelease(visit, year: room.year)
        return try await visit.page(page)
    }

    /// The report as a file: `annual.docx`, `annual.html`, `annual.md`, `annual.json`.
    func reportFile(_ visit: Visit, format: String) async throws -> Response {
        let room = try await ReportYear(visit)
        guard room.isOpen else { return try await notForYou(room) }
        let report = try await room.report()
        let wording = ReportYear.chinese(visit)
        let bytes: [UInt8]
        switch format {
        case "docx": bytes = try report.docx(wording)
        case "html": bytes = Array(report.html(wording).utf8)
        case "md": bytes = Array(report.markdown(wording).utf8)
        default: bytes = report.json()
        }
        return Answer.file(bytes, name: "\(visit.office.district.name)-\(room.year).\(format)")
    }

    /// 403, with what this person can do instead.
    private func notForYou(_ room: ReportYear) async throws -> Response {
        let visit = room.visit
        var links: [Crumb] = []
        if !visit.actor.scope.visibleRegisters.isEmpty {
            links.append(Crumb(visit.wording.text(ReportRoomText.ownFigures), .figures(year: room.year)))
        }
        if room.mayWrite(visit.actor.unit) {
            links.append(Crumb(visit.wording.text(ReportRoomText.ownContributions), .contributions(year: room.year)))
        }
        let page = ProblemPage(
            heading: visit.wording.text(ReportRoomText.notForYou), sentences: [visit.wording.text(ReportRoomText.notForYouWhy)],
            links: links)
        return try await visit.page(page, status: .forbidden)
    }

    // MARK: Contributions

    /// What this person's unit has written, part by part.
    func contributions(_ visit: Visit) async throws -> Response {
        let room = try await ReportYear(visit)
        guard room.mayWrite(visit.actor.unit) else { throw WebProblem.forbidden }
        let lines = room.writtenParts.map { key, part in
            ContributionsPage.Line(
                title: part.title, placeholder: part.placeholder, state: room.entry(key, visit.actor.unit).map { room.state($0) },
                address: .contribution(year: room.year, part: key, unit: visit.actor.unit))
        }
        let isSaved = visit.arrival.query("saved") != nil
        return try await visit.page(
            ContributionsPage(
                year: room.year, unitLabel: visit.directory.unitLabel(visit.actor.unit, in: visit.language),
                note: isSaved ? visit.wording.text(ReportRoomText.saved) : nil, lines: lines))
    }

    /// The form for one unit's text of one part.
    func contribution(_ visit: Visit) async throws -> Response {
        let room = try await ReportYear(visit)
        let draft = try ContributionDraft(room, part: visit.arrival.query("part"), unit: visit.arrival.query("unit"))
        return try await visit.page(draft.page(text: draft.stored?.text ?? "", revision: draft.stored?.revision ?? 0))
    }

    private static let longestContribution = 50_000

    /// Saves a text over the draft its writer started from. Whoever was overtaken sees both texts and loses nothing.
    func contribute(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let room = try await ReportYear(visit)
        let draft = try ContributionDraft(room, part: form.text("part"), unit: form.text("unit"))
        guard draft.mayWrite else { throw WebProblem.forbidden }
        guard let revision = form.text("revision").flatMap({ Int64($0) }), let sent = form.text("text") else {
            throw WebProblem.badRequest
        }
        let text = sent.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        guard text.count <= Self.longestContribution else {
            let page = draft.page(text: text, revision: revision, problem: visit.wording.text(ReportRoomText.tooLong))
            return try await visit.page(page, status: .unprocessableContent)
        }
        if text != draft.stored?.text ?? "" || revision != draft.stored?.revision ?? 0 {
            let isSaved = try await visit.office.contribute(
                text, year: room.year, part: draft.key, unit: draft.unit, over: revision, by: visit.actor)
            guard isSaved else {
                let now = try await ContributionDraft(ReportYear(visit), part: draft.key, unit: draft.unit)
                let page = now.page(text: text, revision: now.stored?.revision ?? 0, conflict: now.stored?.text ?? "")
                return try await visit.page(page, status: .conflict)
            }
        }
        let back = room.isOpen ? Address.report(year: room.year).at("contributions") : .contributions(year: room.year)
        return Answer.see(back.setting("saved", to: "1").text)
    }
}

/// One unit's text for one part, stored or about to be.
struct ContributionDraft {
    let room: ReportYear
    let key: String
    let part: OutlinePart
    let unit: String
    var stored: Stored?

    struct Stored {
        var text: String
        var revision: Int64
        var state: String
    }

    /// Not found where the outline has no such part, or where the text is not for this person to see.
    init(_ room: ReportYear, part key: String?, unit: String?) throws {
        let unit = unit ?? room.visit.actor.unit
        guard let found = room.writtenParts.first(where: { $0.key == key }),
            room.visit.directory.units.contains(where: { $0.id == unit }),
            room.isOpen || room.mayWrite(unit)
        else { throw WebProblem.notFound }
        self.room = room
        self.key = found.key
        part = found.part
        self.unit = unit
        stored = room.entry(found.key, unit).map { Stored(text: $0.text, revision: $0.revision, state: room.state($0)) }
    }

    var mayWrite: Bool { room.mayWrite(unit) }

    func page(text: String, revision: Int64, conflict: String? = nil, problem: String? = nil) -> ContributionPage {
        let visit = room.visit
        let back: Crumb =
            room.isOpen
            ? Crumb(visit.wording.reportOfYear(room.year), .report(year: room.year))
            : Crumb(visit.wording.text(ReportRoomText.ownContributions), .contributions(year: room.year))
        return ContributionPage(
            year: room.year, part: key, partTitle: part.title, unit: unit,
            unitLabel: visit.directory.unitLabel(unit, in: visit.language),
            text: text, revision: revision, state: stored?.state, placeholder: part.placeholder, mayWrite: mayWrite,
            conflict: conflict,
            problem: problem, units: room.writableUnits, back: back, formToken: visit.token.formToken)
    }
}

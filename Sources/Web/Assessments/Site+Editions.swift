import Assessment
import Casework
import Exchange
import HTTPTypes
import Hummingbird
import LegalTime
import NIOCore
import OfficeFormats
import Pages
import Wording

extension Site {
    /// The editions of the office.
    func editions(_ visit: Visit) async throws -> Response {
        guard visit.office.maySeeAssessments(visit.actor) else { throw WebProblem.forbidden }
        var rows: [EditionsPage.Row] = []
        var views: [EditionView] = []
        for state in try await visit.office.editions(by: visit.actor) { views.append(try await EditionView(visit, state)) }
        if visit.arrival.wantsJSON {
            var json = JSONWriter(capacity: 4096)
            json.object { json in
                json.key("items")
                json.array { json in for view in views { json.object { view.head(&$0) } } }
            }
            return Answer.json(json.bytes)
        }
        for view in views {
            rows.append(
                EditionsPage.Row(
                    title: view.state.entry.title, address: .edition(view.name), counts: view.counts,
                    year: visit.wording.year(view.state.entry.year), source: view.source, isLocked: view.state.entry.isLocked,
                    complete: view.totals.complete, selfScore: view.totals.selfScore, reviewScore: view.totals.reviewScore))
        }
        return try await visit.page(
            EditionsPage(
                rows: rows, mayLoad: visit.office.mayManageAssessments(visit.actor), mayCompare: rows.count > 1))
    }

    /// One edition; `?format=xlsx` takes it out, `?gap=` shows items with one kind of gap.
    func edition(_ visit: Visit) async throws -> Response {
        let view = try await EditionView(visit)
        if visit.arrival.wantsJSON { return Answer.json(view.json()) }
        if visit.arrival.query("format") == "xlsx" {
            let bytes = try EditionTables(view.words, at: visit.office.clock.now()).items(view.state, view.figures)
            return Answer.file(bytes, name: view.state.entry.title, as: .xlsx)
        }
        return try await visit.page(
            EditionPage(
                edition: view.name, heading: view.state.entry.title,
                sub: [view.counts, visit.wording.year(view.state.entry.year), view.source].joined(separator: " · "),
                views: view.views, groups: view.groups(view.shown(visit.arrival.query("gap") ?? "all")), totals: view.totals,
                notices: view.notices, mayManage: view.state.mayManage, isLocked: view.state.entry.isLocked,
                formToken: visit.token.formToken, export: Address.edition(view.name).setting("format", to: "xlsx")))
    }

    func lockEdition(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let name = visit.arrival.parameter("edition")
        switch try await visit.office.lock(name, form.text("locked") == "1", by: visit.actor) {
        case .done: return Answer.see(Address.edition(name).setting("done", to: "saved").text)
        case .refused(let refusal): return try await visit.refused(refusal, back: Crumb(name, .edition(name)))
        }
    }

    /// 月度核查: the gaps of each responsible unit.
    func editionProgress(_ visit: Visit) async throws -> Response {
        let view = try await EditionView(visit)
        let progress = UnitProgress.of(view.state, view.standing)
        if visit.arrival.query("format") == "xlsx" {
            let bytes = try EditionTables(view.words, at: visit.office.clock.now()).progress(view.state, progress)
            let name = visit.wording.text(AssessmentText.progress) + " " + visit.today.iso
            return Answer.file(bytes, name: name, as: .xlsx)
        }
        let units = progress.map { unit in
            EditionProgressPage.Unit(
                label: view.words.unit(unit.unit), counts: EditionTables.counted.map { $0.1(unit) },
                open: unit.open.map { item, gaps in
                    (item.number, item.text, view.words.gaps(gaps), Address.editionItem(view.name, item.number))
                })
        }
        return try await visit.page(
            EditionProgressPage(
                edition: view.crumb, columns: EditionTables.counted.map { visit.wording.text($0.0) }, units: units,
                export: Address.editionProgress(view.name).setting("format", to: "xlsx")))
    }

    func editionRevisions(_ visit: Visit) async throws -> Response {
        let view = try await EditionView(visit)
        let entries = try await visit.office.editionRevisions(view.name, by: visit.actor)
        var revisions: [EditionRevisionsPage.Revision] = []
        for (place, entry) in entries.enumerated() {
            var difference: EditionCheckPage.Difference?
            if place + 1 < entries.count {
                let items = try await visit.office.editionItems(view.name, revision: entry.revision, by: visit.actor)
                let before = try await visit.office.editionItems(
                    view.name, revision: entries[place + 1].revision, by: visit.actor)
                difference = visit.shown(EditionDifference(from: before, to: items))
            }
            let source = [entry.sourceName, visit.person(entry.by), visit.wording.moment(entry.at)].joined(separator: " · ")
            revisions.append(
                .init(label: visit.wording.revision(entry.revision, source: entry.title), source: source, difference: difference))
        }
        return try await visit.page(EditionRevisionsPage(edition: view.crumb, revisions: revisions))
    }

    /// The evidence pack, sent entry by entry.
    func editionPack(_ visit: Visit) async throws -> Response {
        let name = visit.arrival.parameter("edition")
        guard
            let pack = try await EvidencePack.make(name, office: visit.office, by: visit.actor, wording: visit.wording)
        else { throw WebProblem.notFound }
        var headers = Answer.data("application/zip")
        headers[.contentDisposition] = FileName.disposition(name + " " + visit.wording.text(AssessmentText.packIndex) + ".zip")
        let body = ResponseBody { writer in
            var archive = ArchiveStream()
            for entry in pack.entries {
                guard let content = try await pack.content(entry) else { continue }
                try await writer.write(ByteBuffer(bytes: try archive.entry(entry.path, content)))
            }
            try await writer.write(ByteBuffer(bytes: archive.end()))
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }

    func evidenceFile(_ visit: Visit) async throws -> Response {
        guard
            let (file, bytes) = try await visit.office.evidenceFile(
                visit.arrival.parameter("link"), of: visit.arrival.parameter("edition"), by: visit.actor)
        else { throw WebProblem.notFound }
        return Answer.file(bytes, type: FileName.mediaType(file.mediaType), name: file.name ?? file.hash)
    }
}

extension EditionView {
    func head(_ json: inout JSONWriter) {
        json.member("name", name)
        json.member("title", state.entry.title)
        json.member("revision", state.entry.revision)
        json.member("year", Int64(state.entry.year))
        json.key("locked")
        json.bool(state.entry.isLocked)
        json.member("count", Int64(state.items.count))
        json.member("complete", Int64(standing.complete))
        json.member("full", standing.fullMark.map { Score.text($0) })
        json.member("self", Score.text(standing.selfScore))
        json.member("review", Score.text(standing.reviewScore))
    }

    func json() -> [UInt8] {
        var json = JSONWriter(capacity: 16 * 1024)
        json.object { json in
            head(&json)
            json.key("items")
            json.array { json in for item in state.items { json.object { write(item, &$0) } } }
        }
        return json.bytes
    }

    private func write(_ item: ItemState, _ json: inout JSONWriter) {
        json.member("number", item.item.number)
        json.member("first", item.item.first)
        json.member("second", item.item.second)
        json.member("text", item.item.text)
        json.member("mode", item.item.mode?.rawValue)
        json.member("weight", item.item.weight.map { Score.text($0) })
        json.member("unit", item.unit)
        json.key("exempt")
        json.bool(item.isExempt)
        json.key("figures")
        json.array { json in
            for (id, link) in item.figures {
                json.object { json in
                    json.member("name", link.name.description)
                    json.member("year", Int64(link.year))
                    json.member("unit", link.unit)
                    json.member("value", figures[id]?.figure?.value.decimal)
                    json.member("numerator", figures[id]?.figure?.numerator.map { String($0) })
                    json.member("denominator", figures[id]?.figure?.denominator.map { String($0) })
                    json.member("target", link.target.map { $0.comparison.rawValue + " " + $0.text })
                }
            }
        }
        json.member("evidence", Int64(item.evidence.count))
        json.member("self", item.selfScore.map { Score.text($0.score) })
        json.member("review", item.reviewScore.map { Score.text($0.score) })
        json.key("gaps")
        json.array { json in for gap in words.gaps(gaps(item)) { json.string(gap) } }
    }
}

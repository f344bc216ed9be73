import Assessment
import Casework
import Exchange
import Hummingbird
import LegalTime
import OfficeFormats
import Pages
import Records
import Wording

/// Workbooks in: upload, check, confirmation.
extension Site {
    private func loader(_ visit: Visit) throws {
        guard visit.office.mayManageAssessments(visit.actor) else { throw WebProblem.forbidden }
    }

    func editionTemplate(_ visit: Visit) async throws -> Response {
        try loader(visit)
        let bytes = try EditionSheet.template(visit.wording, at: visit.office.clock.now())
        return Answer.file(bytes, name: visit.wording.text(AssessmentText.title), as: .xlsx)
    }

    func editionLoadForm(_ visit: Visit) async throws -> Response {
        try loader(visit)
        return try await loadPage(visit, form: nil, problems: [])
    }

    private func loadPage(_ visit: Visit, form: FormBody?, problems: [ProblemLine]) async throws -> Response {
        let wording = visit.wording
        func line(_ key: String, _ label: AssessmentText, _ hint: AssessmentText, _ standard: String, width: String)
            -> FieldControl
        {
            FieldControl(
                key: key, label: wording.text(label), hint: wording.text(hint),
                problems: problems.filter { $0.key == key }.map(\.sentence),
                kind: .line(form?.text(key) ?? standard, FieldControl.Line(width: width)))
        }
        let controls = [
            line("name", .editionName, .editionNameHint, "", width: "w-m"),
            line("title", .editionTitle, .editionTitleHint, "", width: "w-m"),
            line("year", .year, .yearHint, String(visit.office.district.year), width: "w-s"),
            FieldControl(
                key: "file", label: wording.text(AssessmentText.workbook), hint: wording.text(AssessmentText.workbookHint),
                problems: problems.filter { $0.key == "file" }.map(\.sentence), kind: .file(present: nil)),
        ]
        let page = EditionLoadPage(controls: controls, problems: problems, formToken: visit.token.formToken)
        return try await visit.page(page, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// Reads the workbook and keeps it for the confirmation; nothing is written.
    func checkEdition(_ visit: Visit, _ shelf: EditionShelf) async throws -> Response {
        try loader(visit)
        let form = try await visit.form()
        let name = PlainText.trimmed(form.text("name") ?? "")
        let title = PlainText.trimmed(form.text("title") ?? "")
        var problems: [ProblemLine] = []
        func wrong(_ key: String, _ sentence: String) { problems.append(ProblemLine(key: key, sentence: sentence)) }
        let year = form.text("year").flatMap { Int(PlainText.trimmed($0)) } ?? 0
        if name.isEmpty { wrong("name", visit.wording.sentence(for: AssessmentRefusal.nameNotPlain)) }
        if title.isEmpty { wrong("title", visit.wording.sentence(for: AssessmentRefusal.titleMissing)) }
        if !FigureYear.years.contains(year) { wrong("year", visit.wording.text(AssessmentText.yearHint)) }
        var sheet: EditionSheet?
        if let file = form.files["file"], !file.bytes.isEmpty {
            do throws(EditionSheetError) {
                sheet = try EditionSheet.read(file.bytes, fileName: file.name)
            } catch {
                wrong("file", visit.wording.sentence(for: error))
            }
        } else {
            wrong("file", visit.wording.sentence(for: AssessmentRefusal.noFile))
        }
        guard problems.isEmpty, let sheet, let file = form.files["file"] else {
            return try await loadPage(visit, form: form, problems: problems)
        }
        let present = try await visit.office.edition(name, by: visit.actor)
        let id = shelf.keep(
            EditionShelf.Entry(
                session: visit.token.digest, name: name, title: title, year: year, sheet: sheet, source: file,
                revision: present?.entry.revision ?? 0, at: visit.office.clock.now()))
        return Answer.see(Address.editionCheck(id).text)
    }

    private func kept(_ visit: Visit, _ shelf: EditionShelf) throws -> (String, EditionShelf.Entry)? {
        try loader(visit)
        let id = visit.arrival.parameter("check")
        return shelf.entry(id, session: visit.token.digest, at: visit.office.clock.now()).map { (id, $0) }
    }

    private func gone(_ visit: Visit) async throws -> Response {
        let problem = ProblemLine(key: "file", sentence: visit.wording.text(AssessmentText.refusedGone))
        return try await loadPage(visit, form: nil, problems: [problem])
    }

    func editionCheck(_ visit: Visit, _ shelf: EditionShelf) async throws -> Response {
        guard let (_, entry) = try kept(visit, shelf) else { return try await gone(visit) }
        return try await checkPage(visit, entry, problems: [])
    }

    private func checkPage(_ visit: Visit, _ entry: EditionShelf.Entry, problems: [ProblemLine]) async throws -> Response {
        let wording = visit.wording
        let here = Address(visit.arrival.address.path)
        var difference: EditionCheckPage.Difference?
        if let present = try await visit.office.edition(entry.name, by: visit.actor) {
            difference = visit.shown(EditionDifference(from: present.edition.items, to: entry.sheet.items))
        }
        let counts = entry.edition.counts
        let page = EditionCheckPage(
            heading: wording.text(AssessmentText.precheckTitle),
            sub: [
                entry.title, entry.source.name,
                wording.editionCounts(first: counts.first, second: counts.second, items: counts.items),
            ].joined(separator: " · "), here: here, formToken: visit.token.formToken, good: entry.sheet.items.count,
            bad: entry.sheet.problems.map { .init(row: $0.row, column: $0.column, reason: wording.sentence(for: $0)) },
            failedFile: here.below("failed"), difference: difference, problems: problems)
        return try await visit.page(page, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    func loadEdition(_ visit: Visit, _ shelf: EditionShelf) async throws -> Response {
        guard let (id, entry) = try kept(visit, shelf) else { return try await gone(visit) }
        let form = try await visit.form()
        guard entry.sheet.problems.isEmpty || form.text("without") == "1" else {
            let problem = ProblemLine(key: "without", sentence: visit.wording.text(AssessmentText.loadWithout))
            return try await checkPage(visit, entry, problems: [problem])
        }
        let outcome = try await visit.office.load(
            entry.edition, year: entry.year, source: entry.source, over: entry.revision, by: visit.actor)
        switch outcome {
        case .done(let loaded):
            shelf.drop(id)
            return Answer.see(Address.edition(loaded.name).setting("done", to: "loaded").text)
        case .refused(let refusal):
            return try await checkPage(
                visit, entry, problems: [ProblemLine(key: nil, sentence: visit.wording.sentence(for: refusal))])
        }
    }

    func editionFailedRows(_ visit: Visit, _ shelf: EditionShelf) async throws -> Response {
        guard let (_, entry) = try kept(visit, shelf) else { throw WebProblem.notFound }
        let bytes = try entry.sheet.failedRows(visit.wording, at: visit.office.clock.now())
        let name = visit.wording.text(AssessmentText.rowsBad)
        return Answer.file(bytes, name: name, as: SheetFormat(rawValue: entry.sheet.fileEnding) ?? .xlsx)
    }
}

extension Visit {
    func shown(_ difference: EditionDifference) -> EditionCheckPage.Difference {
        EditionCheckPage.Difference(
            added: difference.added.map { $0.number + " " + $0.text },
            removed: difference.removed.map { $0.number + " " + $0.text },
            changes: difference.changes.map { ($0.number, wording.text(of: $0.part), $0.before, $0.after) })
    }
}

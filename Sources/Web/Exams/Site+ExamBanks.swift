import Casework
import Examination
import Exchange
import Hummingbird
import LegalTime
import OfficeFormats
import Pages
import Records
import Store
import Wording

extension Site {
    func examBanks(_ visit: Visit, _ shelf: ExamShelf) async throws -> Response {
        try await banksAnswer(
            visit, problems: [], notice: visit.arrival.query("done") == "retired" ? visit.wording.text(ExamText.retiredNote) : nil
        )
    }

    private func banksAnswer(
        _ visit: Visit, title: String = "", problems: [ProblemLine], notice: String?, failed: ExamBanksPage.Failed? = nil
    ) async throws -> Response {
        guard let banks = try await visit.office.examBanks(by: visit.actor) else { throw WebProblem.forbidden }
        let wording = visit.wording
        let page = ExamBanksPage(
            banks: banks.map { bank in
                ExamBanksPage.Bank(
                    title: bank.title, edition: wording.edition(bank.edition), count: bank.count,
                    imported: visit.person(bank.by) + " " + wording.moment(bank.at), isRetired: bank.isRetired,
                    address: .examBank(bank.id))
            }, formToken: visit.token.formToken, bankTitle: title, problems: problems, notice: notice, failed: failed)
        return try await visit.page(page, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    func examBankTemplate(_ visit: Visit) async throws -> Response {
        guard visit.office.runsExams(visit.actor) else { throw WebProblem.forbidden }
        let bytes = try ExamSheets(wording: visit.wording, moment: Instant(day: visit.today)).bankTemplate()
        return Answer.file(
            bytes, name: visit.wording.text(ExamText.bank) + " " + visit.wording.text(ExamText.template), as: .xlsx)
    }

    /// A sheet out of a form's file; a problem where it is none.
    func examSheet(_ form: FormBody, isHeader: ([String]) -> Bool) -> Result<(ExamSheet, String), ExamSheetProblem> {
        guard let file = form.files["file"], !file.bytes.isEmpty, let format = SheetFormat(fileName: file.name), format != .jsonl
        else {
            return .failure(ExamSheetProblem(text: .noFile))
        }
        do throws(OfficeFormatError) {
            guard let sheet = try ExamSheet.read(file.bytes, isWorkbook: format == .xlsx, isHeader: isHeader) else {
                return .failure(ExamSheetProblem(text: .noHeader))
            }
            return .success((sheet, file.name))
        } catch {
            return .failure(ExamSheetProblem(text: .unreadable))
        }
    }

    struct ExamSheetProblem: Error {
        var text: ExamText
    }

    func importExamBank(_ visit: Visit, _ shelf: ExamShelf) async throws -> Response {
        guard visit.office.runsExams(visit.actor) else { throw WebProblem.forbidden }
        let wording = visit.wording
        let form = try await visit.form()
        let title = PlainText.trimmed(form.text("title") ?? "")
        func refused(_ key: String, _ sentence: String) async throws -> Response {
            try await banksAnswer(visit, title: title, problems: [ProblemLine(key: key, sentence: sentence)], notice: nil)
        }
        if title.isEmpty { return try await refused("title", wording.text(ExamText.titleMissing)) }
        let sheet: ExamSheet
        let name: String
        switch examSheet(form, isHeader: { (try? BankReader(header: $0)) != nil }) {
        case .failure(let problem): return try await refused("file", wording.text(problem.text))
        case .success(let found): (sheet, name) = found
        }
        guard let reader = try? BankReader(header: sheet.header) else {
            return try await refused("file", wording.text(ExamText.noHeader))
        }
        let (questions, wrong) = reader.read(sheet.rows)
        // The reader counts from a header in the first row.
        let lines = wrong.map { (row: $0.row + sheet.headerRow - 1, column: $0.column, why: wording.sentence($0.reason)) }
        let failed = try lines.isEmpty ? nil : failedRows(visit, shelf, sheet, name, lines)
        guard !questions.isEmpty else {
            return try await banksAnswer(
                visit, title: title, problems: [ProblemLine(key: "file", sentence: wording.text(ExamText.nothingImported))],
                notice: nil, failed: failed)
        }
        let content = form.files["file"]?.bytes ?? []
        switch try await visit.office.importBank(title, fileName: name, content: content, questions: questions, by: visit.actor) {
        case .failure(let refusal): return try await refused("file", wording.sentence(refusal))
        case .success(let imported):
            return try await banksAnswer(
                visit, problems: [],
                notice: wording.bankImported(imported.entry.count, edition: imported.entry.edition, known: imported.known),
                failed: failed)
        }
    }

    /// Keeps the rows that were not taken for a download.
    func failedRows(
        _ visit: Visit, _ shelf: ExamShelf, _ sheet: ExamSheet, _ name: String, _ lines: [(row: Int, column: String, why: String)]
    ) throws -> ExamBanksPage.Failed {
        let now = visit.office.clock.now()
        let bytes = try ExamSheets(wording: visit.wording, moment: now).failed(sheet, rows: lines.map { ($0.row, $0.why) })
        let stem = name.split(separator: ".").first.map(String.init) ?? name
        let id = shelf.keep(
            ExamShelf.File(
                session: visit.token.digest, name: stem + " " + visit.wording.badRows(lines.count),
                format: sheet.isWorkbook ? .xlsx : .csv, bytes: bytes, at: now))
        return ExamBanksPage.Failed(lines: lines, file: .examFailedRows(id))
    }

    func examFailedRows(_ visit: Visit, _ shelf: ExamShelf) async throws -> Response {
        let id = visit.arrival.parameter("file")
        guard let file = shelf.file(id, session: visit.token.digest, at: visit.office.clock.now()) else {
            throw WebProblem.notFound
        }
        return Answer.file(file.bytes, name: file.name, as: file.format)
    }

    func examBank(_ visit: Visit) async throws -> Response {
        guard let (bank, questions) = try await visit.office.examBank(visit.arrival.parameter("bank"), by: visit.actor) else {
            throw WebProblem.notFound
        }
        let wording = visit.wording
        let page = ExamBankPage(
            heading: bank.title + " " + wording.edition(bank.edition),
            sub: visit.person(bank.by) + " " + wording.moment(bank.at) + " · " + bank.fileName,
            questions: questions.map { question in
                (
                    wording.text(ExamText(question.kind)), question.stem,
                    wording.list(question.right.sorted().map { question.options[$0] }), question.explanation
                )
            }, retire: bank.isRetired ? nil : .examBank(bank.id), formToken: visit.token.formToken)
        return try await visit.page(page)
    }

    func retireExamBank(_ visit: Visit) async throws -> Response {
        _ = try await visit.form()
        switch try await visit.office.retireBank(visit.arrival.parameter("bank"), by: visit.actor) {
        case nil: return Answer.see(Address.examBanks.setting("done", to: "retired").text)
        case .notAllowed: throw WebProblem.forbidden
        case .some: throw WebProblem.notFound
        }
    }
}

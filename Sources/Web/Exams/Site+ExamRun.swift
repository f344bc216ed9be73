import Casework
import Exchange
import Hummingbird
import LegalTime
import Pages
import Records
import Store
import Wording

/// One exam for whoever runs it.
extension Site {
    private func found(_ visit: Visit) async throws -> ExamRun {
        guard
            let run = try await visit.office.examRun(
                visit.arrival.parameter("register"), visit.arrival.parameter("id"), by: visit.actor)
        else { throw WebProblem.notFound }
        return run
    }

    func examRun(_ visit: Visit, _ shelf: ExamShelf) async throws -> Response {
        let wording = visit.wording
        var notices: [(text: String, weight: NoteWeight)] = []
        switch visit.arrival.query("done") {
        case "count": notices.append((wording.text(ExamText.counted), .plain))
        case "bank": notices.append((wording.text(ExamText.bankChosen), .plain))
        case "added":
            let count = visit.arrival.query("n").flatMap { Int($0) }
            notices.append((count.map { wording.personsAdded($0) } ?? wording.text(ExamText.added), .plain))
        default: break
        }
        return try await runAnswer(visit, notices: notices, status: .ok)
    }

    private func runAnswer(
        _ visit: Visit, notices: [(text: String, weight: NoteWeight)], status: HTTPResponse.Status,
        failed: ExamBanksPage.Failed? = nil
    ) async throws -> Response {
        let run = try await found(visit)
        let wording = visit.wording
        let rules = run.rules
        let register = visit.catalogue.register(rules.register)
        func unit(_ id: String) -> String { visit.directory.unitLabel(id, in: visit.language) }
        var facts = wording.facts(rules)
        facts.append(
            (
                wording.text(ExamText.bank),
                run.bank.map { $0.title + " " + wording.edition($0.edition) } ?? wording.text(ExamText.noBank)
            ))
        facts.append((wording.text(ExamText.runningNow), String(run.running)))
        if rules.isQuiz { facts.append((wording.text(ExamText.attendances), String(run.attendances))) }
        if run.mayRun, let door = run.plan?.door { facts.append((wording.text(ExamText.door), Address.examDoor(door).text)) }
        var banks: [FieldControl.Option] = []
        var others: [FieldControl.Option] = []
        if run.mayRun {
            banks = (try await visit.office.examBanks(by: visit.actor) ?? []).filter { !$0.isRetired || $0.id == run.bank?.id }
                .map {
                    FieldControl.Option(value: $0.id, label: $0.title + " " + wording.edition($0.edition))
                }
            others = try await visit.office.examLines(by: visit.actor).filter {
                $0.rules.register == rules.register && $0.rules.id != rules.id && $0.due > $0.passed
            }.map { FieldControl.Option(value: $0.rules.id, label: $0.rules.title + " " + $0.rules.number) }
        }
        let total = run.total
        var page = ExamRunPage(
            heading: rules.title,
            sub: rules.number + " · " + (register.map { wording.label(ofState: rules.state, in: $0) } ?? rules.state),
            address: .exam(rules.register, rules.id), record: .record(rules.register, rules.id), formToken: visit.token.formToken,
            facts: facts, notices: notices, mayRun: run.mayRun, banks: banks, bank: run.bank?.id ?? "",
            units: visit.directory.units.map { FieldControl.Option(value: $0.id, label: unit($0.id)) }, others: others,
            results: run.units.map {
                .init(label: unit($0.unit), isResit: $0.isResit, due: $0.due, sat: $0.sat, passed: $0.passed)
            },
            total: .init(
                label: wording.text(ExamText.total), isResit: false, due: total.due, sat: total.sat, passed: total.passed),
            people: run.people.map { person in
                .init(
                    unit: unit(person.unit), name: person.name ?? wording.text(ExamText.guest),
                    way: wording.text(person.hasAccount ? ExamText.hasAccount : person.name == nil ? .guest : .byCode),
                    tries: person.tries, best: person.best.map(String.init) ?? "—", standing: wording.text(ExamText(person)),
                    hasPassed: person.hasPassed)
            },
            questions: run.questions.map {
                .init(stem: $0.stem, kind: wording.text(ExamText($0.kind)), asked: $0.asked, right: $0.right)
            }, isQuiz: rules.isQuiz, mayCertify: rules.isCertificate)
        page.failed = failed
        return try await visit.page(page, status: status)
    }

    private func refused(_ refusal: ExamRefusal, _ visit: Visit) async throws -> Response {
        if refusal == .notFound { throw WebProblem.notFound }
        return try await runAnswer(
            visit, notices: [(visit.wording.sentence(refusal), .soon)], status: refusal == .notAllowed ? .forbidden : .conflict)
    }

    private func here(_ visit: Visit) -> Address { .exam(visit.arrival.parameter("register"), visit.arrival.parameter("id")) }

    private func done(_ visit: Visit, _ what: String, _ count: Int? = nil) -> Response {
        Answer.see(here(visit).setting("done", to: what).setting("n", to: count.map(String.init)).text)
    }

    func countExam(_ visit: Visit, _ shelf: ExamShelf) async throws -> Response {
        _ = try await visit.form()
        let outcome = try await visit.office.countExam(
            visit.arrival.parameter("register"), visit.arrival.parameter("id"), by: visit.actor)
        switch outcome {
        case .success:
            menus.forgetAll()
            return done(visit, "count")
        case .failure(let refusal): return try await refused(refusal, visit)
        }
    }

    func setExamBank(_ visit: Visit, _ shelf: ExamShelf) async throws -> Response {
        let bank = try await visit.form().text("bank") ?? ""
        let outcome = try await visit.office.setBank(
            bank, of: visit.arrival.parameter("id"), in: visit.arrival.parameter("register"), by: visit.actor)
        switch outcome {
        case .success: return done(visit, "bank")
        case .failure(.notFound): return try await refused(.noBank, visit)
        case .failure(let refusal): return try await refused(refusal, visit)
        }
    }

    func addExamUnits(_ visit: Visit, _ shelf: ExamShelf) async throws -> Response {
        let units = Set(try await visit.form().texts("unit"))
        return try await added(
            visit,
            await visit.office.addAccounts(
                of: units, to: visit.arrival.parameter("id"), in: visit.arrival.parameter("register"), by: visit.actor))
    }

    func addExamRetakers(_ visit: Visit, _ shelf: ExamShelf) async throws -> Response {
        let other = try await visit.form().text("from") ?? ""
        return try await added(
            visit,
            await visit.office.addRetakers(
                from: other, to: visit.arrival.parameter("id"), in: visit.arrival.parameter("register"), by: visit.actor))
    }

    private func added(_ visit: Visit, _ outcome: Result<Int, ExamRefusal>) async throws -> Response {
        switch outcome {
        case .success(let count): return done(visit, "added", count)
        case .failure(let refusal): return try await refused(refusal, visit)
        }
    }

    func examPersonsTemplate(_ visit: Visit) async throws -> Response {
        guard try await found(visit).mayRun else { throw WebProblem.forbidden }
        let units = visit.directory.units.map(\.label)
        let bytes = try ExamSheets(wording: visit.wording, moment: Instant(day: visit.today)).personTemplate(units: units)
        return Answer.file(
            bytes, name: visit.wording.text(ExamText.candidates) + " " + visit.wording.text(ExamText.template), as: .xlsx)
    }

    func addExamPersons(_ visit: Visit, _ shelf: ExamShelf) async throws -> Response {
        let form = try await visit.form()
        let wording = visit.wording
        func places(_ header: [String]) -> (unit: Int, name: Int, number: Int?)? {
            let titles = header.map { PlainText.trimmed($0) }
            guard let unit = titles.firstIndex(of: "单位"), let name = titles.firstIndex(of: "姓名") else { return nil }
            return (unit, name, titles.firstIndex(of: "编号"))
        }
        let sheet: ExamSheet
        let fileName: String
        switch examSheet(form, isHeader: { places($0) != nil }) {
        case .failure(let problem):
            return try await runAnswer(
                visit, notices: [(wording.text(problem.text), .soon)], status: .unprocessableContent)
        case .success(let found): (sheet, fileName) = found
        }
        guard let place = places(sheet.header) else { throw WebProblem.badRequest }
        let rows = sheet.rows.enumerated().compactMap { index, cells -> CandidateRow? in
            func cell(_ place: Int?) -> String { place.flatMap { $0 < cells.count ? PlainText.trimmed(cells[$0]) : nil } ?? "" }
            if cells.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { return nil }
            return CandidateRow(
                row: sheet.headerRow + 1 + index, unit: cell(place.unit), name: cell(place.name), number: cell(place.number))
        }
        let outcome = try await visit.office.addPersons(
            rows, to: visit.arrival.parameter("id"), in: visit.arrival.parameter("register"), by: visit.actor)
        switch outcome {
        case .failure(let refusal): return try await refused(refusal, visit)
        case .success(let added):
            guard !added.problems.isEmpty else { return done(visit, "added", added.added) }
            let lines = added.problems.map { (row: $0.row, column: "", why: wording.sentence($0.reason)) }
            return try await runAnswer(
                visit, notices: [(wording.personsAdded(added.added), .plain)],
                status: added.added > 0 ? .ok : .unprocessableContent,
                failed: try failedRows(visit, shelf, sheet, fileName, lines))
        }
    }

    func issueExamCodes(_ visit: Visit, _ shelf: ExamShelf) async throws -> Response {
        _ = try await visit.form()
        let outcome = try await visit.office.issueCodes(
            of: visit.arrival.parameter("id"), in: visit.arrival.parameter("register"), by: visit.actor)
        switch outcome {
        case .failure(let refusal): return try await refused(refusal, visit)
        case .success(let codes):
            let run = try await found(visit)
            let bytes = try ExamSheets(wording: visit.wording, moment: visit.office.clock.now()).codes(
                codes, door: run.plan.map { Address.examDoor($0.door).text } ?? "",
                units: { visit.directory.unitLabel($0, in: visit.language) })
            return Answer.file(bytes, name: run.rules.title + " " + visit.wording.text(ExamText.entryCode), as: .xlsx)
        }
    }

    func examResultsFile(_ visit: Visit) async throws -> Response {
        let run = try await found(visit)
        try await visit.office.noteExamExport(run.rules, people: run.people.count, by: visit.actor)
        let bytes = try ExamSheets(wording: visit.wording, moment: visit.office.clock.now()).results(
            run, units: { visit.directory.unitLabel($0, in: visit.language) })
        return Answer.file(bytes, name: run.rules.title + " " + visit.wording.text(ExamText.results), as: .xlsx)
    }

    func examPassedFile(_ visit: Visit) async throws -> Response {
        let run = try await found(visit)
        guard run.rules.isCertificate, run.mayRun else { throw WebProblem.forbidden }
        try await visit.office.noteExamExport(run.rules, people: run.people.count(where: \.hasPassed), by: visit.actor)
        let bytes = try ExamSheets(wording: visit.wording, moment: visit.office.clock.now()).passed(
            run, units: { visit.directory.unitLabel($0) })
        return Answer.file(bytes, name: run.rules.title + " " + visit.wording.text(ExamText.hasPassed), as: .xlsx)
    }
}

import Casework
import Definitions
import Hummingbird
import LegalTime
import OfficeFormats
import Pages
import Store
import Wording

extension Site {
    /// Every return that concerns somebody.
    func returns(_ visit: Visit) async throws -> Response {
        let year = try visit.returnYear()
        var parts: [ReturnsPage.Part] = []
        for definition in visit.office.returns(for: visit.actor, in: visit.directory) {
            guard let board = try await visit.office.returnBoard(definition.name, months: Month.all(of: year), by: visit.actor)
            else { continue }
            let address = Address.monthlyReturn(definition.name, year: year)
            parts.append(
                ReturnsPage.Part(
                    label: visit.wording.label(definition), summary: visit.wording.summary(definition),
                    rule: visit.wording.dueRule(definition), address: address, strip: visit.strip(board.counts, at: address),
                    matrix: visit.matrix(board)))
        }
        let years = visit.returnYears(year) { Address.returns.setting("year", to: String($0)) }
        return try await visit.page(ReturnsPage(years: years, parts: parts))
    }

    /// One return over a year; `?format=xlsx&unit=…` takes one unit's year out.
    func returnYear(_ visit: Visit) async throws -> Response {
        try await returnYear(visit, problems: [], typed: [:], status: .ok)
    }

    private func returnYear(
        _ visit: Visit, problems: [ProblemLine], typed: [String: String], status: HTTPResponse.Status
    ) async throws -> Response {
        let year = try visit.returnYear()
        let name = visit.arrival.parameter("return")
        let months = Month.all(of: year)
        guard let board = try await visit.office.returnBoard(name, months: months, by: visit.actor) else {
            throw WebProblem.notFound
        }
        let wording = visit.wording
        let definition = board.definition
        if visit.arrival.query("format") == "xlsx" {
            guard let unit = visit.arrival.query("unit"), board.rows.contains(where: { $0.unit.id == unit }),
                let table = try await visit.office.returnTable(name, months: months, unit: unit, by: visit.actor)
            else { throw WebProblem.notFound }
            let title = [visit.unitLabel(unit), wording.year(year), wording.label(definition)].joined(separator: " ")
            let book = ReturnWorkbook(visit: visit, title: title, sheet: wording.year(year), table: table, isOfOneUnit: true)
            return Answer.file(try book.bytes(), name: "\(name)-\(year)-\(unit).xlsx")
        }
        let address = Address.monthlyReturn(name, year: year)
        var rules = [wording.dueRule(definition) + " " + wording.text(ReturnText.setByOffice)]
        if let basis = definition.basis { rules.append(wording.text(CommonText.basis) + wording.colon + wording.citation(basis)) }
        return try await visit.page(
            ReturnYearPage(
                label: wording.label(definition), summary: wording.summary(definition), rules: rules,
                years: visit.returnYears(year) { .monthlyReturn(name, year: $0) }, strip: visit.strip(board.counts, at: address),
                matrix: visit.matrix(board), list: visit.list(board.cells, of: definition),
                exports: board.rows.map { row in
                    Crumb(
                        visit.unitLabel(row.unit.id),
                        address.setting("unit", to: row.unit.id).setting("format", to: "xlsx"))
                },
                exceptions: board.exceptions.map { exception in
                    ReturnYearPage.Exception(
                        id: exception.id, unit: visit.unitLabel(exception.unit),
                        span: "\(exception.from) \(wording.text(CommonText.until)) \(exception.until)",
                        reason: exception.reason, by: wording.signed(visit.person(exception.by), exception.at))
                }, form: board.isInCharge ? exceptionForm(board, visit, problems, typed) : nil, address: address,
                notice: visit.arrival.query("done") == nil ? nil : wording.text(ReturnText.done), problems: problems),
            status: status)
    }

    private func exceptionForm(
        _ board: ReturnBoard, _ visit: Visit, _ problems: [ProblemLine], _ typed: [String: String]
    ) -> ReturnYearPage.Form {
        let wording = visit.wording
        func found(_ key: String) -> [String] { problems.filter { $0.key == key }.map(\.sentence) }
        let units = board.rows.map { FieldControl.Option(value: $0.unit.id, label: visit.unitLabel($0.unit.id)) }
        func month(_ key: String, _ label: ReturnText) -> FieldControl {
            FieldControl(
                key: key, label: wording.text(label), hint: wording.text(ReturnText.monthHint), problems: found(key),
                kind: .line(typed[key] ?? "", .init(width: "w-date", inputMode: "numeric")))
        }
        return ReturnYearPage.Form(
            controls: [
                FieldControl(
                    key: "unit", label: wording.text(ReturnText.unit), problems: found("unit"),
                    kind: .select(units, chosen: typed["unit"] ?? "")),
                month("from", .firstMonth), month("until", .lastMonth),
                FieldControl(
                    key: "reason", label: wording.text(ReturnText.reason), problems: found("reason"),
                    kind: .line(typed["reason"] ?? "", .init())),
            ], formToken: visit.token.formToken)
    }

    /// Gives an exception, or takes one back.
    func changeExceptions(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let name = visit.arrival.parameter("return")
        let outcome: ReturnOutcome
        switch form.text("act").flatMap(ReturnAct.init(rawValue:)) {
        case .except:
            var problems: [ProblemLine] = []
            let unit = form.text("unit") ?? ""
            let from = form.text("from").flatMap { Month(iso: $0.filter { $0 != " " }) }
            let until = form.text("until").flatMap { Month(iso: $0.filter { $0 != " " }) }
            if unit.isEmpty { problems.append(ProblemLine(key: "unit", sentence: visit.wording.text(ReturnText.unitMissing))) }
            for (key, month) in [("from", from), ("until", until)] where month == nil {
                problems.append(ProblemLine(key: key, sentence: visit.wording.text(ReturnText.monthUnreadable)))
            }
            guard problems.isEmpty, let from, let until else {
                return try await returnYear(visit, problems: problems, typed: texts(form), status: .unprocessableContent)
            }
            outcome = try await visit.office.exceptFromReturn(
                name, unit: unit, from: from, until: until, reason: form.text("reason") ?? "", by: visit.actor)
        case .endException:
            outcome = try await visit.office.endException(
                form.text("exception") ?? "", of: name, reason: form.text("reason") ?? "", by: visit.actor)
        default: throw WebProblem.badRequest
        }
        if case .refused(let refusal) = outcome {
            let (line, status) = try visit.refusal(refusal)
            return try await returnYear(visit, problems: [line], typed: texts(form), status: status)
        }
        let year = try visit.returnYear()
        return Answer.see(Address.monthlyReturn(name, year: year).setting("done", to: "1").at("exceptions").text)
    }

    private func texts(_ form: FormBody) -> [String: String] {
        Dictionary(form.items.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}

import Casework
import Definitions
import Hummingbird
import LegalTime
import OfficeFormats
import Pages
import Store
import Wording

extension Site {
    /// One month of a return; `?format=xlsx` takes it out.
    func returnMonth(_ visit: Visit) async throws -> Response {
        try await returnMonth(visit, problems: [], reason: "", status: .ok)
    }

    private func returnMonth(_ visit: Visit, problems: [ProblemLine], reason: String, status: HTTPResponse.Status) async throws
        -> Response
    {
        let name = visit.arrival.parameter("return")
        guard let month = Month(iso: visit.arrival.parameter("month")),
            let board = try await visit.office.returnBoard(name, months: [month], by: visit.actor),
            let table = try await visit.office.returnTable(name, months: [month], by: visit.actor)
        else { throw WebProblem.notFound }
        let wording = visit.wording
        let definition = board.definition
        let address = Address.returnMonth(name, month)
        if visit.arrival.query("format") == "xlsx" {
            let title = [wording.month(month), wording.label(definition)].joined(separator: " ")
            let book = ReturnWorkbook(visit: visit, title: title, sheet: month.iso, table: table, isOfOneUnit: false)
            return Answer.file(try book.bytes(), name: "\(name)-\(month).xlsx")
        }
        let lock = board.monthLocks.first
        let due = definition.dueDay(of: month, calendar: visit.catalogue.calendar)
        func link(_ month: Month) -> Crumb? {
            definition.covers(month) ? Crumb(wording.month(month), .returnMonth(name, month)) : nil
        }
        return try await visit.page(
            ReturnMonthPage(
                label: wording.label(definition), month: wording.month(month),
                year: .monthlyReturn(name, year: month.year),
                sub: wording.text(ReturnText.dueOn) + " " + due.iso + " · " + wording.text(ReturnText.setByOffice),
                items: definition.items.map { wording.label(wording.label($0), unit: $0.unit) },
                rows: table.rows.map { row in
                    ReturnMonthPage.Row(
                        unit: visit.unitLabel(row.unit.id), mark: visit.mark(row.cell, of: definition, isNamed: false),
                        numbers: row.numbers.map { number in
                            ReturnMonthPage.Number(
                                text: row.cell.isIn
                                    ? wording.number(number.value, of: number.item) : wording.text(CommonText.noData),
                                mark: row.cell.isIn && number.isOnlyEntered ? wording.text(ReturnText.enteredMark) : nil)
                        })
                },
                totals: zip(definition.items, table.totals).map { item, total in
                    ReturnMonthPage.Number(
                        text: wording.number(total.value, of: item),
                        mark: total.onlyEntered > 0
                            ? wording.text(ReturnText.ofIt) + " " + wording.number(total.onlyEntered, of: item) : nil)
                },
                remarks: table.rows.flatMap { row in
                    row.numbers.compactMap { number in
                        number.remark.map { (unit: visit.unitLabel(row.unit.id), item: wording.label(number.item), text: $0) }
                    }
                }, strip: visit.strip(board.counts, at: address), list: visit.list(board.cells, of: definition),
                previous: link(Month(of: month.first.adding(days: -1))), next: link(month.next),
                export: address.setting("format", to: "xlsx"),
                lockNote: lock.map { visit.lockNote(($0.by, $0.at, $0.reason, true)) },
                form: board.isInCharge
                    ? ReturnMonthPage.MonthForm(
                        isLocked: lock != nil,
                        control: FieldControl(
                            key: "reason", label: wording.text(ReturnText.reason),
                            hint: wording.text(ReturnText.reasonHint),
                            problems: problems.filter { $0.key == "reason" }.map(\.sentence), kind: .line(reason, .init())),
                        formToken: visit.token.formToken) : nil,
                address: address, notice: visit.arrival.query("done") == nil ? nil : wording.text(ReturnText.done),
                problems: problems), status: status)
    }

    /// Locks or unlocks the month for all units.
    func changeMonth(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let name = visit.arrival.parameter("return")
        guard let month = Month(iso: visit.arrival.parameter("month")) else { throw WebProblem.notFound }
        let reason = form.text("reason") ?? ""
        let outcome: ReturnOutcome
        switch form.text("act").flatMap(ReturnAct.init(rawValue:)) {
        case .lock: outcome = try await visit.office.lockReturn(name, month: month, unit: nil, reason: reason, by: visit.actor)
        case .unlock:
            outcome = try await visit.office.unlockReturn(name, month: month, unit: nil, reason: reason, by: visit.actor)
        default: throw WebProblem.badRequest
        }
        if case .refused(let refusal) = outcome {
            let (line, status) = try visit.refusal(refusal)
            return try await returnMonth(visit, problems: [line], reason: reason, status: status)
        }
        return Answer.see(Address.returnMonth(name, month).setting("done", to: "1").text)
    }
}

import Casework
import Definitions
import Hummingbird
import LegalTime
import Pages
import Store
import Wording

/// How returns are told: marks, strips, lists, refusals.
extension Visit {
    /// The year of the address, else the district's.
    func returnYear() throws -> Int {
        guard let text = arrival.query("year"), !text.isEmpty else { return office.district.year }
        guard let year = Int(text), FigureYear.years.contains(year) else { throw WebProblem.badRequest }
        return year
    }

    func returnYears(_ year: Int, _ address: (Int) -> Address) -> [ViewLink] {
        (year - 1...year + 1).filter { $0 <= max(today.year, year) }.map {
            ViewLink(label: wording.year($0), href: address($0).text, isCurrent: $0 == year)
        }
    }

    func unitLabel(_ id: String) -> String { directory.unitLabel(id, in: language) }

    func label(_ standing: ReturnCell.Standing) -> (text: ReturnText, status: ClockStatus) {
        switch standing {
        case .notYet: (.notYet, .idle)
        case .due: (.due, .open)
        case .dueSoon: (.dueSoon, .dueSoon)
        case .missing: (.missing, .overdue)
        case .submitted: (.submitted, .met)
        case .approved: (.approved, .met)
        case .returned: (.returned, .dueSoon)
        case .excepted: (.excepted, .paused)
        }
    }

    /// - Parameter tellsLock: False where it is said once for all of the month.
    func mark(_ cell: ReturnCell, of definition: ReturnDefinition, isNamed: Bool = true, tellsLock: Bool = true) -> ReturnMark {
        let (text, status) = label(cell.standing)
        var remarks: [String] = []
        if cell.isZero { remarks.append(wording.text(ReturnText.zero)) }
        if cell.isLate { remarks.append(wording.text(ReturnText.late)) }
        if cell.lock != nil, tellsLock { remarks.append(wording.text(ReturnText.locked)) }
        return ReturnMark(
            text: wording.text(text), status: cell.isIn && cell.isLate ? .late : status, remarks: remarks,
            address: .returnSheet(definition.name, cell.month, cell.unit),
            name: isNamed ? unitLabel(cell.unit) + " " + wording.month(cell.month) : "")
    }

    /// 已报 11 / 14, 按时 9 / 14, …: each with its list.
    func strip(_ counts: ReturnCounts, at address: Address) -> ReturnStrip {
        let parts: [(ReturnCounts.Part, ReturnText, String, StripCell.Tone?)] = [
            (.submitted, .partSubmitted, wording.share(counts.submitted, of: counts.due), nil),
            (.onTime, .partOnTime, wording.share(counts.onTime, of: counts.due), nil),
            (.late, .partLate, wording.number(counts.late), counts.late > 0 ? .soon : nil),
            (.missing, .partMissing, wording.number(counts.missing), counts.missing > 0 ? .late : nil),
            (.returned, .partReturned, wording.number(counts.returned), counts.returned > 0 ? .soon : nil),
            (.zero, .partZero, wording.number(counts.zero), nil),
            (.excepted, .partExcepted, wording.number(counts.excepted), nil),
        ]
        return ReturnStrip(
            label: wording.text(ReturnText.figures),
            cells: parts.map { part, text, number, tone in
                ReturnStrip.Cell(
                    label: wording.text(text), text: number,
                    address: address.setting("show", to: part.rawValue).at("list"), tone: tone)
            })
    }

    /// The sheets behind the number that the address asks for.
    func list(_ cells: [ReturnCell], of definition: ReturnDefinition) -> ReturnList? {
        guard let part = arrival.query("show").flatMap(ReturnCounts.Part.init(rawValue:)) else { return nil }
        let texts: [ReturnCounts.Part: ReturnText] = [
            .due: .partDue, .submitted: .partSubmitted, .onTime: .partOnTime, .late: .partLate, .zero: .partZero,
            .missing: .partMissing, .returned: .partReturned, .excepted: .partExcepted,
        ]
        let rows = cells.filter { ReturnCounts.holds(part, $0, today: today) }.map { cell in
            ReturnList.Row(
                unit: unitLabel(cell.unit), month: wording.month(cell.month), due: cell.dueOn,
                mark: mark(cell, of: definition))
        }
        return ReturnList(title: wording.text(texts[part] ?? .list), rows: rows)
    }

    func matrix(_ board: ReturnBoard) -> ReturnMatrix {
        let locked = Set(board.monthLocks.map(\.month))
        return ReturnMatrix(
            caption: wording.text(ReturnText.matrix),
            months: board.months.map { month in
                (
                    label: wording.month(month.month), address: .returnMonth(board.definition.name, month),
                    isLocked: locked.contains(month)
                )
            },
            rows: board.rows.map { row in
                ReturnMatrix.Row(
                    unit: unitLabel(row.unit.id),
                    marks: row.cells.map { cell in
                        cell.map { mark($0, of: board.definition, tellsLock: !locked.contains($0.month)) }
                    })
            })
    }

    func lockNote(_ lock: (by: String, at: Instant, reason: String, isWholeMonth: Bool)) -> String {
        wording.lockedSince(lock.at, by: person(lock.by), wholeMonth: lock.isWholeMonth, reason: lock.reason)
    }

    // MARK: Refusals

    /// The sentence for a refusal, the field it leads to, and the status.
    func refusal(_ refusal: ReturnRefusal) throws -> (line: ProblemLine, status: HTTPResponse.Status) {
        func line(_ sentence: String, _ key: String? = nil) -> ProblemLine { ProblemLine(key: key, sentence: sentence) }
        switch refusal {
        case .notFound: throw WebProblem.notFound
        case .notAllowed: return (line(wording.text(ReturnText.notAllowed)), .forbidden)
        case .excepted(let exception):
            return (line(wording.exceptedFor(exception.from...exception.until, reason: exception.reason)), .conflict)
        case .monthNotOver(let day): return (line(wording.openFrom(day)), .conflict)
        case .locked(let lock):
            return (line(lockNote((lock.by, lock.at, lock.reason, lock.unit == nil))), .conflict)
        case .notLocked: return (line(wording.text(ReturnText.notLocked)), .conflict)
        case .wrongState(let state):
            let standing = ReturnCell.Standing(rawValue: state.rawValue) ?? .due
            return (line(wording.notOpen(inState: wording.text(label(standing).text))), .conflict)
        case .reasonMissing: return (line(wording.text(ReturnText.reasonMissing), "reason"), .unprocessableContent)
        case .reasonTooLong(let limit): return (line(wording.reasonTooLong(limit), "reason"), .unprocessableContent)
        case .ownSubmission: return (line(wording.text(ReturnText.ownSubmission)), .forbidden)
        case .nothingChanged: return (line(wording.text(ReturnText.nothingChanged)), .unprocessableContent)
        case .monthsReversed: return (line(wording.text(ReturnText.monthsReversed), "until"), .unprocessableContent)
        case .notOwed: return (line(wording.text(ReturnText.notOwed), "unit"), .unprocessableContent)
        }
    }

    func sentence(for problem: ReturnProblem, in definition: ReturnDefinition) -> String {
        let item = problem.item.flatMap(definition.item)
        func labels(_ names: [String]) -> [String] { names.compactMap { definition.item($0).map { wording.label($0) } } }
        func number(_ value: Int64) -> String { item.map { wording.number(value, of: $0) } ?? String(value) }
        switch problem.reason {
        case .notANumber: return wording.text(ReturnText.notANumber)
        case .tooFine(let decimals): return wording.tooManyPlaces(decimals)
        case .belowZero: return wording.text(ReturnText.belowZero)
        case .missing: return wording.text(ReturnText.numberMissing)
        case .remarkMissing: return wording.text(ReturnText.remarkMissing)
        case .differenceUnexplained(let counted, let entered):
            return wording.differs(counted: number(counted), entered: number(entered))
        case .remarkTooLong(let limit): return wording.reasonTooLong(limit)
        case .zeroNotDeclared: return wording.text(ReturnText.zeroNotDeclared)
        case .notZero: return wording.text(ReturnText.notZero)
        case .partsExceed(let parts, let total): return wording.exceeds(labels(parts), total: labels([total]).first ?? "")
        case .partsDiffer(let parts, let total): return wording.isNotSum(labels(parts), total: labels([total]).first ?? "")
        }
    }

    func label(ofReturnAct act: String) -> String {
        switch ReturnAct(rawValue: act) {
        case .save: wording.text(ReturnText.actSave)
        case .submit: wording.text(ReturnText.actSubmit)
        case .approve: wording.text(ReturnText.actApprove)
        case .sendBack: wording.text(ReturnText.actSendBack)
        case .lock: wording.text(ReturnText.actLock)
        case .unlock: wording.text(ReturnText.actUnlock)
        case .except: wording.text(ReturnText.actExcept)
        case .endException: wording.text(ReturnText.actEndException)
        case nil: act
        }
    }
}

import Casework
import Definitions
import Hummingbird
import LegalTime
import Pages
import Store
import Wording

extension Site {
    func returnSheet(_ visit: Visit) async throws -> Response {
        try await visit.page(try await ReturnSheetDraft(visit).page())
    }

    /// Every step of a sheet; what was typed stays on the page when it is not done.
    func changeSheet(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        var draft = try await ReturnSheetDraft(visit)
        guard let act = form.text("act").flatMap(ReturnAct.init(rawValue:)),
            let revision = form.text("revision").flatMap({ Int64($0) })
        else { throw WebProblem.badRequest }
        draft.reason = form.text("reason") ?? ""
        let office = visit.office
        let (name, month, unit) = (draft.view.definition.name, draft.view.cell.month, draft.view.cell.unit)
        let outcome: ReturnOutcome
        switch act {
        case .save:
            let input = draft.take(form)
            outcome = try await office.saveReturn(name, month: month, unit: unit, input, over: revision, by: visit.actor)
        case .submit:
            let input = draft.take(form)
            outcome = try await office.submitReturn(name, month: month, unit: unit, input, over: revision, by: visit.actor)
        case .approve:
            outcome = try await office.approveReturn(name, month: month, unit: unit, over: revision, by: visit.actor)
        case .sendBack:
            outcome = try await office.sendBackReturn(
                name, month: month, unit: unit, reason: draft.reason, over: revision, by: visit.actor)
        case .lock:
            outcome = try await office.lockReturn(name, month: month, unit: unit, reason: draft.reason, by: visit.actor)
        case .unlock:
            outcome = try await office.unlockReturn(name, month: month, unit: unit, reason: draft.reason, by: visit.actor)
        case .except, .endException: throw WebProblem.badRequest
        }
        switch outcome {
        case .done:
            let address = Address.returnSheet(name, month, unit).setting("done", to: act == .save ? "save" : "1")
            return Answer.see(address.text)
        case .problems(let problems):
            draft.problems = problems
            return try await visit.page(draft.page(), status: .unprocessableContent)
        case .refused(let refusal):
            let (line, status) = try visit.refusal(refusal)
            draft.lines = [line]
            return try await visit.page(draft.page(), status: status)
        case .conflict(_, let last):
            var sentence = visit.wording.text(ReturnText.conflict)
            if let last {
                let changed = visit.wording.changedBy(
                    visit.person(last.by), at: last.at, act: visit.label(ofReturnAct: last.act))
                sentence = visit.wording.sentences([changed, sentence])
            }
            draft.lines = [ProblemLine(key: nil, sentence: sentence)]
            return try await visit.page(draft.page(), status: .conflict)
        }
    }
}

/// A sheet with what is being typed into it.
struct ReturnSheetDraft {
    let visit: Visit
    let view: ReturnSheetView
    var typed: ReturnInput?
    var reason = ""
    var problems: [ReturnProblem] = []
    var lines: [ProblemLine] = []

    init(_ visit: Visit) async throws {
        guard let month = Month(iso: visit.arrival.parameter("month")),
            let view = try await visit.office.returnSheet(
                visit.arrival.parameter("return"), month: month, unit: visit.arrival.parameter("unit"), by: visit.actor)
        else { throw WebProblem.notFound }
        self.visit = visit
        self.view = view
    }

    mutating func take(_ form: FormBody) -> ReturnInput {
        var input = ReturnInput(declaresZero: form.text("zero") != nil)
        for item in view.definition.items {
            input.entered[item.name] = form.text("entered.\(item.name)")
            input.remarks[item.name] = form.text("remark.\(item.name)")
        }
        typed = input
        return input
    }

    private var wording: Wording { visit.wording }
    private var cell: ReturnCell { view.cell }

    func page() -> ReturnSheetPage {
        let definition = view.definition
        let name = definition.name
        return ReturnSheetPage(
            label: wording.label(definition), month: wording.month(cell.month), unit: visit.unitLabel(cell.unit),
            year: .monthlyReturn(name, year: cell.month.year), monthAddress: .returnMonth(name, cell.month),
            address: .returnSheet(name, cell.month, cell.unit), standing: standing, facts: facts, notes: notes,
            problems: lines
                + problems.map { problem in
                    let sentence = visit.sentence(for: problem, in: definition)
                    let label = problem.item.flatMap(definition.item).map { wording.label($0) + wording.colon } ?? ""
                    return ProblemLine(key: problem.item ?? "zero", sentence: label + sentence)
                }, rows: view.numbers.map(row), fill: fill, judge: judge,
            events: view.events.map { event in
                ReturnSheetPage.Event(
                    at: event.on.iso, act: visit.label(ofReturnAct: event.act), by: visit.person(event.by), reason: event.reason)
            }, revision: view.revision, formToken: visit.token.formToken)
    }

    private var standing: ReturnMark {
        var mark = visit.mark(cell, of: view.definition, isNamed: false)
        mark.address = nil
        return mark
    }

    private var facts: [(label: String, text: String)] {
        var facts: [(label: String, text: String)] = [(wording.text(ReturnText.dueOn), cell.dueOn.iso)]
        guard let sheet = cell.sheet else { return facts }
        if let by = sheet.submittedBy, let at = sheet.submittedAt {
            facts.append((wording.text(ReturnText.submittedBy), wording.signed(visit.person(by), at)))
        }
        if let first = sheet.firstOn {
            let word = wording.text(sheet.isLate ? ReturnText.partLate : .onTime)
            facts.append((wording.text(ReturnText.onTime), word + " " + first.iso))
        }
        if let by = sheet.zeroBy, let at = sheet.zeroAt {
            facts.append((wording.text(ReturnText.declaredBy), wording.signed(visit.person(by), at)))
        }
        if let by = sheet.approvedBy, let at = sheet.approvedAt {
            facts.append((wording.text(ReturnText.approvedBy), wording.signed(visit.person(by), at)))
        }
        return facts
    }

    private var notes: [(text: String, weight: NoteWeight)] {
        var notes: [(text: String, weight: NoteWeight)] = []
        switch visit.arrival.query("done") {
        case "save": notes.append((wording.text(ReturnText.doneSave), .plain))
        case nil: break
        default: notes.append((wording.text(ReturnText.done), .plain))
        }
        if let lock = cell.lock { notes.append((visit.lockNote((lock.by, lock.at, lock.reason, lock.unit == nil)), .soon)) }
        if let exception = cell.exception {
            notes.append((wording.exceptedFor(exception.from...exception.until, reason: exception.reason), .soon))
        }
        if cell.standing == .notYet { notes.append((wording.openFrom(cell.month.last), .plain)) }
        if cell.standing == .returned, let event = view.events.last(where: { $0.act == ReturnAct.sendBack.rawValue }) {
            notes.append((wording.sentBack(by: visit.person(event.by), on: event.on, reason: event.reason ?? ""), .overdue))
        }
        if view.hasMoved { notes.append((wording.text(ReturnText.moved), .soon)) }
        return notes
    }

    private func row(_ number: ReturnNumber) -> ReturnSheetPage.Row {
        let item = number.item
        let stored = number.entered.map { wording.number($0, of: item) } ?? ""
        let isIn = cell.isIn
        return ReturnSheetPage.Row(
            name: item.name, label: wording.label(wording.label(item), unit: item.unit),
            counted: item.figure == nil ? wording.text(CommonText.noData) : wording.number(number.counted, of: item),
            now: isIn && number.hasMoved ? wording.countedNow(wording.number(number.now, of: item)) : nil,
            entered: item.isEntered ? typed?.entered[item.name] ?? stored : nil,
            difference: number.difference.map { ($0 > 0 ? "+" : "") + wording.number($0, of: item) },
            value: wording.number(number.value, of: item),
            mark: number.value == nil ? nil : wording.text(number.isOnlyEntered ? ReturnText.enteredMark : .countedMark),
            remark: typed?.remarks[item.name] ?? number.remark ?? "",
            problems: problems.filter { $0.item == item.name }.map { visit.sentence(for: $0, in: view.definition) })
    }

    private var fill: ReturnSheetPage.Fill? {
        guard view.isOpen else { return nil }
        return ReturnSheetPage.Fill(
            isZero: typed?.declaresZero ?? cell.isZero, submit: wording.text(cell.isIn ? ReturnText.resubmit : .submitSheet),
            maySave: !cell.isIn)
    }

    private var judge: ReturnSheetPage.Judge? {
        guard view.mayApprove, cell.standing != .notYet else { return nil }
        var acts: [(name: String, label: String, isMain: Bool)] = []
        if cell.lock == nil {
            if cell.sheet?.state == .submitted, cell.sheet?.submittedBy != visit.actor.account {
                acts.append((ReturnAct.approve.rawValue, wording.text(ReturnText.approve), true))
            }
            if cell.isIn { acts.append((ReturnAct.sendBack.rawValue, wording.text(ReturnText.sendBack), false)) }
            acts.append((ReturnAct.lock.rawValue, wording.text(ReturnText.lock), false))
        } else if cell.lock?.unit != nil {
            acts.append((ReturnAct.unlock.rawValue, wording.text(ReturnText.unlock), false))
        }
        guard !acts.isEmpty else { return nil }
        return ReturnSheetPage.Judge(
            acts: acts,
            reason: FieldControl(
                key: "reason", label: wording.text(ReturnText.reason), hint: wording.text(ReturnText.reasonHint),
                isOptional: true,
                problems: lines.filter { $0.key == "reason" }.map(\.sentence), kind: .line(reason, .init())))
    }
}

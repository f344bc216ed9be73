import Casework
import Definitions
import LegalTime
import Pages
import Records
import Wording

/// Turns one record as the office shows it into its page.
struct RecordPresenter {
    let visit: Visit
    let register: RegisterDefinition
    let view: RecordView

    var wording: Wording { visit.wording }
    var text: ValueText { visit.valueText(register, references: view.references) }
    private var values: [String: Value] { view.record.values }
    private var address: Address { .record(register.name, view.record.id) }
    private func label(_ field: FieldDefinition) -> String { wording.label(ofField: field.name, in: register) }

    var page: OneRecordPage {
        let principal = principal
        let state = register.state(view.record.state)
        let heading = register.heading.flatMap { register.field($0) }.map { text.text(values[$0.name], of: $0) } ?? ""
        let running = view.clocks.compactMap { clock in
            clock.run.flatMap { $0.phase == .running ? $0.dueOn.map { (clock, $0) } : nil }
        }.min { $0.1 < $1.1 }
        var page = OneRecordPage(
            register: wording.label(register),
            workstream: visit.catalogue.workstreams.first { $0.name == register.workstream }.map { wording.label($0) } ?? "",
            list: .list(register.name), number: view.record.number, heading: heading,
            state: wording.label(ofState: view.record.state, in: register),
            isEnded: state?.isEnd ?? false, clock: principal.map { clockText($0) }, notice: notice, sections: sections,
            tables: tables,
            clocks: view.clocks.enumerated().map { line($1, isOpen: $1.run != nil && $1.run == principal?.run) },
            timeline: timeline,
            ahead: running.map { ($0.1, wording.latestOn(wording.label($0.0.deadline, in: register))) },
            moves: moves, files: files, editing: view.mayEdit ? address.below("edit") : nil,
            correcting: view.mayCorrect ? address.below("correct") : nil,
            history: view.maySeeHistory ? address.below("history") : nil, isMasked: !view.seesPersonal && hasPersonal)
        page.related = related
        page.owners = owners
        page.letters = letters
        page.draws = draws
        page.versions = versions
        if register.exam != nil {
            page.elsewhere.append(Crumb(wording.text(ExamText.organise), .exam(register.name, view.record.id)))
        }
        page.recordings = recordings
        return page
    }

    private var hasPersonal: Bool { register.fields.contains { $0.personal != nil || $0.fields.contains { $0.personal != nil } } }

    private var notice: String? {
        switch visit.arrival.query("done") {
        case "registered": wording.text(PageText.registeredNote)
        case "saved": wording.text(PageText.savedNote)
        case "moved": wording.text(PageText.movedNote)
        case "corrected": wording.text(PageText.correctedNote)
        case "letter": wording.text(LetterText.issuedNote)
        case "service": wording.text(LetterText.servedNote)
        case "recording": wording.text(RecordingText.addedNote)
        default: nil
        }
    }

    // MARK: Facts

    private var sections: [OneRecordPage.FactSection] {
        var left = Set(register.fields.map(\.name))
        var sections = register.form.enumerated().map { index, section in
            left.subtract(section.fields)
            return OneRecordPage.FactSection(
                title: wording.label(ofSection: index, in: register),
                facts: section.fields.compactMap { register.field($0) }.compactMap(fact))
        }
        let rest = register.fields.filter { left.contains($0.name) }.compactMap(fact)
        let owner = OneRecordPage.Fact(
            label: wording.text(CommonText.owner), text: visit.directory.unitLabel(view.record.owner, in: visit.language))
        if register.field(register.owner)?.type != .unit, sections.isEmpty == false { sections[0].facts.append(owner) }
        if !rest.isEmpty { sections.append(OneRecordPage.FactSection(title: wording.text(CommonText.more), facts: rest)) }
        return sections.filter { !$0.facts.isEmpty }
    }

    private func fact(_ field: FieldDefinition) -> OneRecordPage.Fact? {
        guard field.type != .rows, field.type != .attachment, field.type != .checklist, let value = values[field.name] else {
            return nil
        }
        var shown = text.text(value, of: field)
        if case .integer = value {
            let unit = wording.unit(field.unit ?? (field.type == .money ? "元" : ""))
            if !unit.isEmpty { shown += " " + unit }
        }
        var link: Address?
        if field.type == .reference, let target = field.target, let id = value.text, visit.isVisible(target),
            !view.relations.contains(where: { $0.id == id && !$0.mayOpen })
        {
            link = .record(target, id)
        }
        let isMasked = if case .masked = value { true } else { false }
        return OneRecordPage.Fact(
            label: label(field), text: shown, isLong: !isMasked && (field.type == .longText || shown.count > 36),
            isMasked: isMasked, address: link)
    }

    private var tables: [OneRecordPage.ChildTable] {
        register.fields.compactMap { field in
            if field.type == .checklist { return checklist(field) }
            guard field.type == .rows, let rows = values[field.name]?.rows, !rows.isEmpty else { return nil }
            // A column that no row fills is left out.
            let columns = field.fields.filter { child in rows.contains { $0.values[child.name] != nil } }
            return OneRecordPage.ChildTable(
                title: label(field),
                columns: columns.map { child in
                    let isNumber = [.integer, .decimal, .money].contains(child.type)
                    let name = wording.label(ofField: "\(field.name).\(child.name)", in: register)
                    return (
                        isNumber ? wording.label(name, unit: child.unit ?? (child.type == .money ? "元" : nil)) : name, isNumber
                    )
                }, rows: rows.map { row in columns.map { cell(row.values[$0.name], $0) } })
        }
    }

    private var files: [OneRecordPage.File] {
        var found: [(FieldDefinition, Attachment)] = []
        for field in register.fields where !field.isMedia {
            if let file = values[field.name]?.attachment { found.append((field, file)) }
            for row in values[field.name]?.rows ?? [] {
                for child in field.fields where !child.isMedia {
                    if let file = row.values[child.name]?.attachment { found.append((child, file)) }
                }
            }
        }
        return found.map { field, file in
            OneRecordPage.File(
                name: file.name, label: field.label, size: wording.fileSize(file.size),
                address: .file(register.name, view.record.id, file.hash))
        }
    }

    // MARK: Clocks

    /// The running clock due first, else a paused one, else the one that stopped last.
    private var principal: ClockView? {
        func rank(_ clock: ClockView) -> (Int, Int) {
            switch clock.run?.phase {
            case .running: (0, clock.run?.dueOn?.daysSince1970 ?? .max)
            case .paused: (1, 0)
            case .stopped: (2, -(clock.run?.stoppedOn?.daysSince1970 ?? 0))
            case nil: (3, 0)
            }
        }
        return view.clocks.filter { $0.run != nil }.min { rank($0) < rank($1) }
    }

    private func clockText(_ clock: ClockView, isMarked: Bool = true) -> ClockText {
        guard let run = clock.run else { return ClockText(status: clock.status, word: wording.name(of: clock.status), rest: nil) }
        let since = clock.steps.last { if case .stillPaused = $0.reason { true } else { false } }?.from
        return wording.clock(
            of: run, today: visit.today, now: visit.office.clock.present, sense: clock.version?.sense ?? .atMost,
            pausedSince: since, needsConfirmation: isMarked && clock.version?.needsConfirmation == true)
    }

    private func line(_ clock: ClockView, isOpen: Bool) -> OneRecordPage.ClockLine {
        let run = clock.run
        var marks: [String] = []
        if run?.isProvisional ?? false { marks.append(wording.provisionalMark) }
        if clock.version?.needsConfirmation ?? false { marks.append(wording.confirmMark) }
        var detail: String?
        if let field = clock.deadline.forEach, let run, let index = values[field]?.rows?.firstIndex(where: { $0.id == run.row }) {
            detail = wording.rowTitle(wording.label(ofField: field, in: register), index + 1)
        }
        return OneRecordPage.ClockLine(
            label: wording.label(clock.deadline, in: register), detail: detail,
            basis: clock.version.map { wording.citation($0.basis, in: visit.catalogue, on: day(clock)) }
                ?? (clock.deadline.due == nil ? "" : wording.text(LinkText.setByOffice)),
            start: run?.startsOn,
            due: run?.dueOn, dueTime: run?.dueAt.map { wording.time($0) }, clock: clockText(clock, isMarked: false), marks: marks,
            panel: panel(clock, isOpen: isOpen))
    }

    /// The day whose edition of a law is cited.
    private func day(_ clock: ClockView) -> Day { register.versionDay(of: values) ?? clock.run?.startsOn ?? visit.today }

    private func panel(_ clock: ClockView, isOpen: Bool) -> ReckoningPanel? {
        guard let run = clock.run, let version = clock.version, let first = clock.steps.first else { return nil }
        let due: Due =
            run.dueOn.map { .due(DuePoint(day: $0, instant: run.dueAt, provisional: run.isProvisional, steps: clock.steps)) }
            ?? .paused(since: clock.steps.last?.from ?? first.from, steps: clock.steps)
        let period = wording.reckonedPeriod(of: clock.deadline, version: version, in: register)
        let texts = visit.catalogue.laws.flatMap(\.texts).filter { $0.law == version.law }
        let edition = texts.count > 1 ? visit.catalogue.lawText(version.law, on: day(clock))?.version : nil
        let versionField = register.versionBy.first { values[$0] != nil }.map { wording.label(ofField: $0, in: register) }
        let footnote = wording.sentences(
            [
                wording.reckonedBy(
                    law: version.law, version: edition, versionField: edition == nil ? nil : versionField,
                    calendarYear: visit.catalogue.calendar.editions.last?.year),
                wording.localNote(version) ?? "", run.isProvisional ? wording.text(PageText.provisionalNote) : "",
                version.needsConfirmation ? wording.text(PageText.confirmNote) : "",
            ].filter { !$0.isEmpty })
        return ReckoningPanel(
            heading: wording.whyHeading(wording.label(clock.deadline, in: register), due: run.dueOn),
            lines: wording.lines(of: due, period),
            clock: clockText(clock), start: run.startsOn, due: run.dueOn, stoppedOn: run.stoppedOn, today: visit.today,
            footnote: footnote, isOpen: isOpen)
    }

    // MARK: History

    private var timeline: [OneRecordPage.TimelineEntry] {
        view.stamps.map { stamp in
            OneRecordPage.TimelineEntry(
                day: stamp.on, what: what(stamp.transition), note: stamp.note,
                who: visit.person(stamp.by) + " · " + wording.moment(stamp.at))
        }
    }

    private func what(_ transition: String) -> String {
        register.transition(transition).map { wording.label($0, in: register) } ?? visit.actLabel(transition)
    }

    func entry(_ entry: HistoryEntry) -> HistoryPage.Entry {
        var facts: [String] = []
        func add(_ label: String, _ text: String?) { if let text, !text.isEmpty { facts.append(label + wording.colon + text) } }
        add(wording.text(CommonText.state), entry.facts["to"].map { wording.label(ofState: $0, in: register) })
        add(wording.text(RecordText.correctionReason), entry.facts["reason"])
        add(
            entry.act == "service" ? wording.text(LetterText.remark) : wording.text(RecordText.moveReason),
            entry.facts["note"])
        add(
            wording.text(LetterText.letter),
            entry.facts["letter"].map {
                wording.label(ofLetter: $0, in: register) + (entry.facts["number"].map { " \($0)" } ?? "")
            })
        add(
            wording.text(LetterText.serviceMode),
            entry.facts["mode"].flatMap { ServiceMode(rawValue: $0) }.map { wording.name(of: $0) })
        add(wording.text(LetterText.receiver), entry.facts["receiver"])
        return HistoryPage.Entry(
            at: wording.moment(entry.at), who: visit.person(entry.by),
            act: entry.facts["transition"].map(what) ?? visit.actLabel(entry.act),
            facts: facts,
            changes: entry.changes.map(change))
    }

    private func change(_ change: HistoryEntry.Change) -> (label: String, before: String, after: String) {
        let field = register.field(at: change.path)
        func shown(_ value: Value?) -> String {
            guard let field, let value else { return "—" }
            return text.text(value, of: field)
        }
        var label = wording.label(ofField: change.path, in: register)
        if change.path.child != nil { label = wording.label(ofField: change.path.field, in: register) + " · " + label }
        return (label, change.isPersonal && change.before == nil ? "" : shown(change.before), shown(change.after))
    }
}

import Assessment
import Casework
import Exchange
import LegalTime
import Pages
import Wording

/// One item as its page.
struct ItemView {
    let view: EditionView
    let item: ItemState
    /// What was typed into the form that was refused.
    let form: FormBody?
    let refusal: (act: ItemAct, why: AssessmentRefusal)?

    private var wording: Wording { view.wording }
    private var visit: Visit { view.visit }
    private var here: Address { .editionItem(view.name, item.item.number) }
    private func text(_ text: AssessmentText) -> String { wording.text(text) }

    var page: EditionItemPage {
        let mayEdit = item.mayEdit && !item.isExempt
        return EditionItemPage(
            edition: view.crumb, heading: wording.itemTitle(item.item.number), text: item.item.text, facts: facts,
            gaps: view.words.gaps(view.gaps(item)),
            figures: item.links.compactMap { link in
                guard case .figure(let figure) = link.kind else { return nil }
                return (view.cell(link.id, figure), by(link.by, link.at))
            }, evidence: item.evidence.map { evidence($0) }, history: history, notices: notices, problems: problems, here: here,
            formToken: visit.token.formToken, forms: forms(mayEdit), mayUnlink: mayEdit,
            addFigure: mayEdit ? here.below("figure") : nil, neighbours: neighbours)
    }

    private var notices: [(text: String, weight: NoteWeight)] {
        var notices: [(text: String, weight: NoteWeight)] = []
        if visit.arrival.query("done") == "saved", refusal == nil { notices.append((text(.saved), .plain)) }
        if view.state.entry.isLocked { notices.append((text(.lockedNote), .soon)) }
        return notices
    }

    private var problems: [ProblemLine] {
        guard let refusal else { return [] }
        return [ProblemLine(key: key(refusal), sentence: wording.sentence(for: refusal.why))]
    }

    /// The control that a refusal is about.
    private func key(_ refusal: (act: ItemAct, why: AssessmentRefusal)) -> String? {
        if refusal.why == .noteMissing { return "review_note" }
        switch refusal.act {
        case .assign: return "unit"
        case .record: return "number"
        case .file: return "file"
        case .score: return item.mayEdit ? "score" : nil
        case .review: return mayReview ? "review" : nil
        case .unlink: return nil
        }
    }

    private var facts: [(label: String, text: String)] {
        [
            (text(.firstLevel), item.item.first), (text(.secondLevel), item.item.second),
            (text(.mode), wording.text(of: item.item.mode)), (text(.weight), view.score(item.item.weight)),
            (text(.unit), item.isExempt ? text(.exemptMark) : view.words.unit(item.unit)),
            (text(.selfScore), scored(item.selfScore)), (text(.reviewScore), scored(item.reviewScore)),
        ]
    }

    private func scored(_ score: ItemScore?) -> String {
        score.map { view.score($0.score) + " · " + visit.person($0.by) } ?? "—"
    }

    private func by(_ account: String, _ at: Instant) -> String { visit.person(account) + " · " + wording.moment(at) }

    private func evidence(_ link: ItemLink) -> EditionItemPage.Evidence {
        var address: Address?
        var remark = ""
        switch link.kind {
        case .record(let record):
            if record.mayOpen { address = .record(record.register, record.id) }
            remark = [view.words.unit(record.unit), view.words.state(record.state, in: record.register)].joined(separator: " · ")
        case .file(let file):
            if file.name != nil { address = .evidence(view.name, link.id) }
            remark = wording.fileSize(file.size)
        case .figure: break
        }
        return EditionItemPage.Evidence(
            id: link.id, label: view.words.label(link), address: address, remark: remark, by: by(link.by, link.at))
    }

    private var neighbours: [Crumb] {
        guard let place = view.state.items.firstIndex(where: { $0.item.number == item.item.number }) else { return [] }
        func crumb(_ place: Int, _ label: AssessmentText) -> Crumb? {
            guard view.state.items.indices.contains(place) else { return nil }
            return Crumb(text(label), .editionItem(view.name, view.state.items[place].item.number))
        }
        return [crumb(place - 1, .itemBefore), crumb(place + 1, .itemAfter)].compactMap(\.self)
    }

    // MARK: Forms

    private var mayReview: Bool {
        item.mayReview && !item.isExempt && item.selfScore.map { $0.by != visit.actor.account } ?? false
    }

    private func forms(_ mayEdit: Bool) -> [EditionItemPage.Form] {
        var forms: [EditionItemPage.Form] = []
        if mayEdit {
            forms.append(scoreForm(isReview: false))
        }
        if mayReview { forms.append(scoreForm(isReview: true)) }
        if mayEdit { forms += [recordForm, fileForm] }
        if view.state.mayManage, !view.state.entry.isLocked { forms.append(assignForm) }
        return forms
    }

    private func control(
        _ key: String, _ label: AssessmentText, hint: AssessmentText? = nil, isOptional: Bool = false, _ kind: FieldControl.Kind
    ) -> FieldControl {
        FieldControl(
            key: key, label: text(label), hint: hint.map { text($0) }, isOptional: isOptional,
            problems: problems.filter { $0.key == key }.map(\.sentence), kind: kind)
    }

    /// What was typed, or what stands.
    private func typed(_ key: String, _ standard: String = "") -> String { form?.text(key) ?? standard }

    private func scoreForm(isReview: Bool) -> EditionItemPage.Form {
        let now = isReview ? item.reviewScore : item.selfScore
        let (key, note) = isReview ? ("review", "review_note") : ("score", "note")
        return EditionItemPage.Form(
            id: isReview ? "give-review" : "give-score", title: text(isReview ? .reviewScore : .selfScore),
            hint: isReview ? text(.reviewHint) : nil, action: here.below(isReview ? "review" : "score"),
            hidden: [("revision", String(item.revision))],
            controls: [
                control(
                    key, .score, hint: .scoreHint,
                    .line(
                        typed(key, now.map { Score.text($0.score) } ?? ""), FieldControl.Line(width: "w-s", inputMode: "decimal"))
                ),
                control(
                    note, isReview ? .reviewNote : .scoreNote, isOptional: true, .area(typed(note, now?.note ?? ""))),
            ], submit: text(isReview ? .giveReview : .giveScore))
    }

    private var recordForm: EditionItemPage.Form {
        let registers = visit.catalogue.registers.filter { visit.isVisible($0.name) }
        return EditionItemPage.Form(
            id: "add-record", title: text(.addRecord), action: here.below("record"),
            controls: [
                control(
                    "register", .register,
                    .select(registers.map { .init(value: $0.name, label: wording.label($0)) }, chosen: typed("register"))),
                control(
                    "number", .recordNumber, hint: .recordNumberHint, .line(typed("number"), FieldControl.Line(width: "w-m"))),
            ], submit: text(.addRecord))
    }

    private var fileForm: EditionItemPage.Form {
        EditionItemPage.Form(
            id: "add-file", title: text(.addFile), action: here.below("file"),
            controls: [control("file", .file, hint: .fileHint, .file(present: nil))], submit: text(.addFile), sendsFiles: true)
    }

    private var assignForm: EditionItemPage.Form {
        EditionItemPage.Form(
            id: "assign", title: text(.assign), action: here.below("assign"),
            controls: [
                control("unit", .unit, isOptional: true, .select(visit.unitOptions, chosen: typed("unit", item.unit ?? ""))),
                control(
                    "exempt", .exempt, isOptional: true,
                    .checks([.init(value: "1", label: text(.exempt))], chosen: item.isExempt ? ["1"] : [])),
            ], submit: text(.assign))
    }

    // MARK: History

    private var history: [EditionItemPage.Event] {
        var events: [(Instant, EditionItemPage.Event)] = []
        func add(_ at: Instant, _ what: String, _ by: String, note: String? = nil) {
            events.append((at, .init(day: at.day, what: what, note: note, who: self.by(by, at))))
        }
        for duty in item.duties {
            let what = duty.isExempt ? text(.actExempt) : text(.actAssigned) + wording.colon + view.words.unit(duty.unit)
            add(duty.at, what, duty.by)
        }
        for link in item.links + item.removed {
            add(link.at, text(.actLinked) + wording.colon + view.words.label(link), link.by)
            if let by = link.removedBy, let at = link.removedAt {
                add(at, text(.actUnlinked) + wording.colon + view.words.label(link), by)
            }
        }
        for score in item.scores {
            let what = text(score.isReview ? .actReviewed : .actScored) + wording.colon + wording.scored(score.score)
            add(score.at, what, score.by, note: score.note)
        }
        return events.sorted { $0.0 > $1.0 }.map(\.1)
    }
}

import Casework
import Definitions
import Draws
import LegalTime
import Pages
import Wording

extension RecordPresenter {
    /// The section of draws; nil where the record has none.
    var draws: OneRecordPage.Draws? {
        guard !view.draws.isEmpty else { return nil }
        return OneRecordPage.Draws(
            made: view.draws.made.map { DrawPresenter(visit, $0).line },
            open: view.draws.open.map { (wording.label($0, in: register), .freezing(register.name, view.record.id, $0.name)) })
    }
}

/// Turns a draw as the office shows it into a line or a page.
struct DrawPresenter {
    let visit: Visit
    let view: DrawView
    var wording: Wording { visit.wording }

    init(_ visit: Visit, _ view: DrawView) {
        self.visit = visit
        self.view = view
    }

    private var register: RegisterDefinition? { visit.catalogue.register(view.register) }
    private var definition: DrawDefinition? { register?.draw(view.name) }
    private var label: String { register.map { wording.label(ofDraw: view.name, in: $0) } ?? view.name }

    private var state: String {
        switch view.state {
        case .frozen: wording.text(DrawText.frozen)
        case .drawn: wording.text(DrawText.drawn)
        case .void: wording.text(DrawText.void)
        }
    }

    var line: DrawLine {
        DrawLine(
            number: view.number, label: label, record: view.recordNumber, state: state, isOpen: view.state == .frozen,
            counts: Self.counts(view.file, wording), frozenAt: Self.moment(view.file.frozenAt),
            drawnAt: Self.moment(view.file.drawnAt), address: .draw(view.id))
    }

    static func counts(_ file: DrawRecord, _ wording: Wording) -> String {
        let all = file.list.candidates.count
        return wording.drawCounts(
            candidates: all, excluded: all - file.list.eligible.count, drawn: file.isPending ? nil : file.drawn.count)
    }

    /// `2022-01-18T10:42:05.123+08:00` as 2022-01-18 10:42.
    static func moment(_ iso: String) -> String { String(iso.prefix(16)).replacing("T", with: " ") }

    static func rule(_ rule: DrawRule, _ wording: Wording) -> String {
        switch rule.size {
        case .total(let count): wording.drawRule(.total(count), team: rule.teamSize)
        case .perStratum(let count): wording.drawRule(.perPart(count), team: rule.teamSize)
        case .percent(let share): wording.drawRule(.percent(share), team: rule.teamSize)
        }
    }

    func page(problem: ProblemLine? = nil, typed: String = "") -> DrawPage {
        let file = view.file
        var lists = [table(file.list, DrawText.list, view.titles)]
        if !file.people.candidates.isEmpty { lists.append(table(file.people, DrawText.people, view.peopleTitles)) }
        return DrawPage(
            heading: label, number: view.number, state: state, isOpen: view.state == .frozen, notice: notice,
            record: (view.recordNumber, .record(view.register, view.record)), facts: facts, results: results, lists: lists,
            file: .drawFile(view.id), command: "zhunsheng draw --verify \(view.number).json",
            problems: problem.map { [$0] } ?? [],
            draw: view.mayDraw ? act(problem, typed) : nil, callOff: view.mayVoid ? callOff(problem, typed) : nil,
            formToken: visit.token.formToken)
    }

    private var notice: String? {
        switch visit.arrival.query("done") {
        case "frozen": wording.text(DrawText.doneFrozen)
        case "drawn": wording.text(DrawText.doneDrawn)
        case "void": wording.text(DrawText.doneVoid)
        default: nil
        }
    }

    private var facts: [DrawPage.Fact] {
        let file = view.file
        func fact(_ name: DrawText, _ text: String, note: DrawText? = nil, isCode: Bool = false) -> DrawPage.Fact {
            DrawPage.Fact(label: wording.text(name), text: text, note: note.map { wording.text($0) }, isCode: isCode)
        }
        var facts = [
            fact(.list, Self.counts(file, wording)), fact(.rule, Self.rule(file.rule, wording)),
            fact(.frozenAt, Self.moment(file.frozenAt) + " · " + visit.person(view.frozenBy)),
            fact(.fingerprint, file.fingerprint, note: .fingerprintNote, isCode: true),
            fact(.seedSource, file.seedSource),
        ]
        if let commitment = file.commitment {
            facts.append(fact(.commitment, commitment, note: .commitmentNote, isCode: true))
        }
        if let day = view.seedDay, file.isPending { facts.append(fact(.seedDay, day.iso)) }
        facts.append(
            file.isPending ? fact(.seed, wording.text(DrawText.notYet)) : fact(.seed, file.seed, isCode: true))
        if !file.isPending {
            facts.append(fact(.drawnAt, Self.moment(file.drawnAt) + (view.drawnBy.map { " · " + visit.person($0) } ?? "")))
        }
        if let at = view.voidAt {
            facts.append(fact(.voidAt, wording.moment(at) + (view.voidBy.map { " · " + visit.person($0) } ?? "")))
            facts.append(fact(.reason, view.reason ?? "—"))
        }
        if let basis = definition?.basis, !basis.isEmpty {
            facts.append(
                fact(.basis, wording.list(basis.map { wording.citation($0, in: visit.catalogue, on: visit.today) })))
        }
        return facts
    }

    private var results: [DrawPage.Result] {
        let file = view.file
        let things = Dictionary(file.list.candidates.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let people = Dictionary(file.people.candidates.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return file.drawn.map { choice in
            DrawPage.Result(
                id: choice.id, label: name(choice.id, things[choice.id]?.label ?? "", view.titles),
                part: things[choice.id]?.stratum ?? "",
                people: choice.team.map { id in
                    let label = people[id]?.label ?? ""
                    return name(id, label.isEmpty ? id : label, view.peopleTitles)
                })
        }
    }

    private func name(_ id: String, _ label: String, _ titles: [String: String]) -> String {
        titles[id].flatMap { $0 == label ? nil : label + " · " + $0 } ?? label
    }

    private func table(_ list: DrawList, _ caption: DrawText, _ titles: [String: String]) -> DrawCandidateTable {
        DrawCandidateTable(
            caption: wording.text(caption),
            rows: list.candidates.map { candidate in
                DrawCandidateTable.Row(
                    id: candidate.id, label: candidate.label, title: titles[candidate.id] ?? "", part: candidate.stratum,
                    exclusion: candidate.exclusion.map { text in
                        register.map { wording.exclusion(text, of: definition, in: $0) } ?? text
                    })
            })
    }

    private func problems(_ problem: ProblemLine?, _ key: String) -> [String] {
        problem.flatMap { $0.key == key ? [$0.sentence] : nil } ?? []
    }

    private func act(_ problem: ProblemLine?, _ typed: String) -> DrawPage.Act {
        let control =
            view.seedDay == nil
            ? nil
            : FieldControl(
                key: "seed", label: wording.text(DrawText.seedInput), hint: wording.text(DrawText.seedInputHint),
                problems: problems(problem, "seed"), kind: .line(problem?.key == "seed" ? typed : "", .init(width: "w-m")))
        return DrawPage.Act(
            title: wording.text(DrawText.drawTitle), note: wording.text(DrawText.drawNote), button: wording.text(DrawText.draw),
            control: control, action: Address.draw(view.id).below("draw"))
    }

    private func callOff(_ problem: ProblemLine?, _ typed: String) -> DrawPage.Act {
        DrawPage.Act(
            title: wording.text(DrawText.callOffTitle), note: wording.text(DrawText.callOffNote),
            button: wording.text(DrawText.callOff),
            control: FieldControl(
                key: "reason", label: wording.text(DrawText.reason), hint: wording.text(DrawText.reasonHint),
                problems: problems(problem, "reason"), kind: .area(problem?.key == "reason" ? typed : "")),
            action: Address.draw(view.id).below("void"))
    }
}

/// The form that freezes a list.
struct DrawFreezePresenter {
    let visit: Visit
    let register: RegisterDefinition
    let id: String
    let preparation: DrawPreparation
    let draft: DrawDraft
    private var wording: Wording { visit.wording }

    func page(problem: ProblemLine?) -> DrawFreezePage {
        let draw = preparation.definition
        let record = Address.record(register.name, id)
        var facts: [(label: String, text: String)] = []
        let all = preparation.list.candidates.count
        facts.append(
            (
                wording.text(DrawText.list),
                wording.drawCounts(candidates: all, excluded: all - preparation.list.eligible.count, drawn: nil)
            ))
        if let rule = preparation.rule { facts.append((wording.text(DrawText.rule), DrawPresenter.rule(rule, wording))) }
        if !draw.basis.isEmpty {
            facts.append(
                (
                    wording.text(DrawText.basis),
                    wording.list(draw.basis.map { wording.citation($0, in: visit.catalogue, on: visit.today) })
                ))
        }
        var lists = [list(preparation.list, .list, "things", draft.exclusions, preparation.titles, ofPeople: false)]
        if draw.people != nil {
            lists.append(
                list(
                    preparation.people, .people, "people", draft.peopleExclusions, preparation.peopleTitles, ofPeople: true))
        }
        return DrawFreezePage(
            heading: wording.label(draw, in: register), record: (preparation.recordNumber, record.at("draws")),
            register: (wording.label(register), .list(register.name)), facts: facts, lists: lists, seed: controls(problem),
            problems: problem.map { [$0] } ?? [], action: .freezing(register.name, id, draw.name),
            formToken: visit.token.formToken, seen: preparation.fingerprint)
    }

    private func list(
        _ list: DrawList, _ caption: DrawText, _ key: String, _ chosen: [String: String], _ titles: [String: String],
        ofPeople: Bool
    ) -> DrawCandidateTable {
        let draw = preparation.definition
        return DrawCandidateTable(
            caption: wording.text(caption),
            rows: list.candidates.map { candidate in
                DrawCandidateTable.Row(
                    id: candidate.id, label: candidate.label, title: titles[candidate.id] ?? "", part: candidate.stratum,
                    exclusion: candidate.exclusion.map { wording.exclusion($0, of: draw, in: register) },
                    chosen: chosen[candidate.id] ?? "")
            }, key: key,
            reasons: draw.exclusions(ofPeople: ofPeople).map {
                FieldControl.Option(value: $0.code, label: wording.label($0, of: draw, in: register))
            })
    }

    private func controls(_ problem: ProblemLine?) -> [FieldControl] {
        func problems(_ key: String) -> [String] { problem.flatMap { $0.key == key ? [$0.sentence] : nil } ?? [] }
        return [
            FieldControl(
                key: "seed", label: wording.text(DrawText.seedChoice),
                kind: .radios(
                    [
                        .init(value: "system", label: wording.text(DrawText.seedSystem)),
                        .init(value: "named", label: wording.text(DrawText.seedNamed)),
                    ], chosen: draft.seed)),
            FieldControl(
                key: "source", label: wording.text(DrawText.namedSource), hint: wording.text(DrawText.namedSourceHint),
                isOptional: true, problems: problems("source"), kind: .line(draft.source, .init())),
            FieldControl(
                key: "day", label: wording.text(DrawText.namedDay), hint: wording.text(DrawText.namedDayHint), isOptional: true,
                problems: problems("day"), kind: .line(draft.day, .init(width: "w-date"))),
        ]
    }
}

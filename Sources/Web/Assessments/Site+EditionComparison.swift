import Assessment
import Casework
import Exchange
import Hummingbird
import Pages
import Wording

/// Two editions side by side, and the mapping between them.
extension Site {
    func compareEditions(_ visit: Visit) async throws -> Response {
        guard visit.office.maySeeAssessments(visit.actor) else { throw WebProblem.forbidden }
        let old = visit.arrival.query("from") ?? ""
        let new = visit.arrival.query("to") ?? ""
        guard let pair = try await visit.office.editionPair(old, new, by: visit.actor) else {
            return try await compareChoice(visit, old, new)
        }
        if visit.arrival.query("format") == "xlsx" {
            let bytes = try EditionTables(visit.editionWords, at: visit.office.clock.now()).pair(pair)
            return Answer.file(bytes, name: visit.wording.text(AssessmentText.compare), as: .xlsx)
        }
        return try await visit.page(comparison(visit, pair, form: nil, problems: []))
    }

    private func compareChoice(_ visit: Visit, _ old: String, _ new: String) async throws -> Response {
        let options = try await visit.office.editions(by: visit.actor).map {
            FieldControl.Option(value: $0.entry.name, label: $0.entry.title)
        }
        let same = !old.isEmpty && old == new ? [visit.wording.text(AssessmentText.refusedSameEdition)] : []
        return try await visit.page(
            CompareChoicePage(controls: [
                FieldControl(
                    key: "from", label: visit.wording.text(AssessmentText.compareFrom),
                    kind: .select(options, chosen: old.isEmpty ? options.first?.value ?? "" : old)),
                FieldControl(
                    key: "to", label: visit.wording.text(AssessmentText.compareTo), problems: same,
                    kind: .select(options, chosen: new.isEmpty ? options.last?.value ?? "" : new)),
            ]))
    }

    private func comparison(_ visit: Visit, _ pair: EditionPair, form: FormBody?, problems: [ProblemLine])
        -> EditionComparisonPage
    {
        let rows = pair.rows
        var seen: Set<String> = []
        var counts: [String: Int] = [:]
        let shown = rows.map { row in
            let way = visit.wording.text(row.way.text)
            counts[way, default: 0] += 1
            let number = row.old?.item.number
            let isFirst = number.map { seen.insert($0).inserted } ?? false
            let targets = number.map {
                form?.text("item." + $0) ?? (pair.mapping.forward[$0] ?? []).joined(separator: "、")
            }
            return EditionComparisonPage.Row(
                oldNumber: number, oldText: row.old?.item.text ?? "", newNumber: row.new?.item.number ?? "",
                newText: row.new?.item.text ?? "", way: way, isCarried: row.way == .carried,
                links: row.old.map(\.links.count), targets: isFirst ? targets : nil)
        }
        let ways: [EditionPairRow.Way] = [.carried, .fell, .new]
        let carried = visit.arrival.query("carried").flatMap { Int($0) }
        let isSaved = visit.arrival.query("done") == "saved"
        return EditionComparisonPage(
            old: (pair.old.entry.name, pair.old.entry.title), new: (pair.new.entry.name, pair.new.entry.title), isSet: pair.isSet,
            rows: shown, counts: ways.map { (visit.wording.text($0.text), counts[visit.wording.text($0.text)] ?? 0) },
            mayManage: pair.new.mayManage && !pair.new.entry.isLocked, formToken: visit.token.formToken,
            notice: carried.map { visit.wording.carriedLinks($0) } ?? (isSaved ? visit.wording.text(AssessmentText.saved) : nil),
            problems: problems)
    }

    private func pair(_ form: FormBody, _ visit: Visit) async throws -> EditionPair {
        guard visit.office.mayManageAssessments(visit.actor) else { throw WebProblem.forbidden }
        guard
            let pair = try await visit.office.editionPair(form.text("from") ?? "", form.text("to") ?? "", by: visit.actor)
        else { throw WebProblem.notFound }
        return pair
    }

    /// The mapping by hand: a box for each old item.
    func mapEditions(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let pair = try await pair(form, visit)
        var forward: [String: [String]] = [:]
        for item in pair.old.items {
            let targets = MappingReader.numbers(form.text("item." + item.item.number) ?? "")
            if !targets.isEmpty { forward[item.item.number] = targets }
        }
        return try await set(EditionMapping(forward: forward), pair, form, visit)
    }

    /// The mapping as a sheet: 原序号, 新序号.
    func mapEditionsBySheet(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let pair = try await pair(form, visit)
        func refused(_ sentences: [String]) async throws -> Response {
            let problems = sentences.map { ProblemLine(key: "mapping", sentence: $0) }
            return try await visit.page(comparison(visit, pair, form: nil, problems: problems), status: .unprocessableContent)
        }
        guard let file = form.files["mapping"], !file.bytes.isEmpty else {
            return try await refused([visit.wording.sentence(for: AssessmentRefusal.noFile)])
        }
        let read: (mapping: EditionMapping, problems: [MappingRowProblem])
        do throws(EditionSheetError) {
            read = try EditionSheet.mapping(file.bytes, fileName: file.name, from: pair.old.edition, to: pair.new.edition)
        } catch {
            return try await refused([visit.wording.sentence(for: error)])
        }
        guard read.problems.isEmpty else {
            return try await refused(
                read.problems.map { visit.wording.row($0.row) + visit.wording.colon + visit.wording.sentence(for: $0) })
        }
        return try await set(read.mapping, pair, form, visit)
    }

    func carryEdition(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let pair = try await pair(form, visit)
        let here = Address.compareEditions(pair.old.entry.name, pair.new.entry.name)
        switch try await visit.office.carry(from: pair.old.entry.name, to: pair.new.entry.name, by: visit.actor) {
        case .done(let count): return Answer.see(here.setting("carried", to: String(count)).text)
        case .refused(let refusal):
            return try await visit.refused(refusal, back: Crumb(visit.wording.text(AssessmentText.compare), here))
        }
    }

    private func set(_ mapping: EditionMapping, _ pair: EditionPair, _ form: FormBody, _ visit: Visit) async throws -> Response {
        let (old, new) = (pair.old.entry.name, pair.new.entry.name)
        switch try await visit.office.map(mapping, from: old, to: new, by: visit.actor) {
        case .done: return Answer.see(Address.compareEditions(old, new).setting("done", to: "saved").text)
        case .refused(let refusal):
            let problem = ProblemLine(key: nil, sentence: visit.wording.sentence(for: refusal))
            return try await visit.page(
                comparison(visit, pair, form: form, problems: [problem]), status: Visit.status(refusal))
        }
    }
}

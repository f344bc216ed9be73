import Casework
import Definitions
import Exchange
import OfficeFormats
import Pages
import Records
import Wording

/// A checked file as a page.
extension Visit {
    /// Lines of each table that the page shows; the rest is in the file of failed rows.
    private static let most = 200

    func checkPage(_ entry: ImportShelf.Entry, _ register: RegisterDefinition) -> ImportCheckPage {
        let plan = entry.plan
        let sentences = sentences(register)
        let stage: ImportCheckPage.Stage =
            switch entry.stage {
            case .checked: .checked
            case .writing: .writing
            case .written(let result): .written(adds: result.adds, updates: result.updates)
            }
        let rows = plan.rows.count + plan.setAside.count
        let source = [
            plan.fileName, wording.rows(rows),
            "\(actor.displayName) \(wording.text(ExchangeText.sentBy)) \(wording.time(entry.at))",
        ]
        var page = ImportCheckPage(
            register: wording.label(register), owner: wording.label(ofField: register.owner, in: register),
            list: .list(register.name),
            here: Address(arrival.address.path), formToken: token.formToken, source: source.joined(separator: " · "), rows: rows,
            stage: stage)
        page.origin = entry.origin
        page.adds = plan.adds.count
        page.updates = plan.updates.count
        page.unchanged = plan.unchanged.count
        page.failed = entry.failed.count
        page.ends = ends(plan, register)
        page.bad = entry.failed.prefix(Self.most).flatMap { badCells($0, plan, sentences) }
        page.changes = plan.updates.prefix(Self.most).flatMap { changes($0, register) }
        page.hints = plan.hinted.prefix(Self.most).flatMap { row in
            row.hints.map { ImportCheckPage.Remark(row: row.line.number, text: sentences.sentence($0)) }
        }
        page.aside = plan.setAside.prefix(Self.most).map {
            ImportCheckPage.Remark(row: $0.line.number, text: sentences.sentence($0.why))
        }
        page.leftOut = plan.sheet.leftOut
        return page
    }

    /// How far new rows go, in the order of the states; nothing where all are only registered.
    private func ends(_ plan: ImportPlan, _ register: RegisterDefinition) -> [(state: String, count: Int)] {
        var counts: [String: Int] = [:]
        for row in plan.adds { if case .add(_, _, let state) = row.outcome { counts[state, default: 0] += 1 } }
        guard counts.keys.contains(where: { $0 != register.startState?.name }) else { return [] }
        return register.states.reversed().compactMap { state in
            counts[state.name].map { (wording.label(ofState: state.name, in: register), $0) }
        }
    }

    private func badCells(_ row: ImportPlan.Row, _ plan: ImportPlan, _ sentences: RowSentences) -> [ImportCheckPage.BadCell] {
        guard case .failed(let problems) = row.outcome else { return [] }
        func text(_ place: InputPlace) -> String {
            plan.sheet.columns.firstIndex { $0.target.place == place }.map { row.line[$0].plainText } ?? ""
        }
        let number = row.number ?? text(InputPlace(field: "number"))
        let owner = text(InputPlace(field: sentences.register.owner))
        return problems.map { problem in
            let column = plan.column(of: problem)
            let title = column.map { plan.sheet.columns[$0].title } ?? sentences.label(problem.place)
            return ImportCheckPage.BadCell(
                row: row.line.number, number: number, owner: owner, field: title,
                content: column.map { row.line[$0].plainText } ?? "",
                reason: sentences.sentence(problem))
        }
    }

    private func changes(_ row: ImportPlan.Row, _ register: RegisterDefinition) -> [ImportCheckPage.Change] {
        guard case .update(let id, _, _, _, let changes) = row.outcome else { return [] }
        return changes.map { change in
            ImportCheckPage.Change(
                number: row.number ?? "", record: .record(register.name, id),
                field: wording.label(ofField: change.field, in: register),
                before: change.before, after: change.after, remark: change.isTenfold ? wording.text(ExchangeText.tenfold) : nil)
        }
    }
}

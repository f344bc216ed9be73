import Casework
import Definitions
import Pages
import Records
import Wording

// The versions of an item of a dated list, and the checklists of a record.
extension RecordPresenter {
    var versions: [OneRecordPage.Version] {
        guard let rule = register.dated else { return [] }
        return view.versions.enumerated().map { index, version in
            let before = index > 0 ? view.versions[index - 1].values : nil
            let names = index == 0 ? rule.fields.filter { version.values[$0] != nil } : version.changed
            let move = version.transition.flatMap { register.transition($0) }.map { wording.label($0, in: register) }
            return OneRecordPage.Version(
                name: "\(version.ordinal) · \(move ?? wording.text(VersionText.listed))", from: version.from,
                until: version.until, who: visit.person(version.by) + " · " + wording.moment(version.at),
                lines: names.compactMap { register.field($0) }.map { field in
                    (
                        wording.label(ofField: field.name, in: register), before.map { shown($0[field.name], field) },
                        shown(version.values[field.name], field)
                    )
                })
        }
    }

    private func shown(_ value: Value?, _ field: FieldDefinition) -> String {
        let words = text.text(value, of: field)
        return words.isEmpty ? "—" : words
    }

    /// A checklist of the record item by item, its total and what failed in the title.
    func checklist(_ field: FieldDefinition) -> OneRecordPage.ChildTable? {
        guard let standard = register.standard(of: field), let value = view.record.values[field.name] else { return nil }
        let result = Value.result(value, by: standard)
        var columns = [(label: wording.text(ChecklistWords.item), isNumber: false)]
        if standard.mode == .points { columns.append((wording.text(ChecklistWords.fullMark), true)) }
        columns.append(
            standard.mode == .points
                ? (wording.text(ChecklistWords.awarded), true) : (wording.text(ChecklistWords.result), false))
        let rows = standard.items.map { item -> [ListPage.Cell] in
            let mark = result.mark(item, standard)
            var cells = [ListPage.Cell(wording.label(ofItem: item, of: standard))]
            switch standard.mode {
            case .points:
                cells.append(ListPage.Cell(String(item.points), .number))
                cells.append(ListPage.Cell(mark ?? wording.text(ChecklistWords.notAssessed), .number))
            case .met:
                let word: ChecklistWords = mark == nil ? .notAssessed : mark == "met" ? .met : .notMet
                cells.append(ListPage.Cell(wording.text(word)))
            }
            return cells
        }
        let title = wording.label(ofField: field.name, in: register) + wording.colon + wording.summary(of: result, by: standard)
        return OneRecordPage.ChildTable(title: title, columns: columns, rows: rows)
    }

    /// The cell of a row's field; of a checklist its total and what failed.
    func cell(_ value: Value?, _ field: FieldDefinition) -> ListPage.Cell {
        guard let value, let standard = register.standard(of: field) else { return ListQuery.cell(value, field, text) }
        return ListPage.Cell(wording.summary(of: Value.result(value, by: standard), by: standard))
    }
}

import Casework
import Definitions
import LegalTime
import Pages
import Records
import Wording

/// The list as a page.
extension ListQuery {
    private var wording: Wording { visit.wording }
    private func given(_ name: String) -> String { visit.arrival.query(name) ?? "" }
    private func label(_ field: FieldDefinition) -> String { wording.label(ofField: field.name, in: register) }

    /// Columns of the table: the definition's, without the heading, which stands first with the number.
    private var columnFields: [FieldDefinition] {
        register.list.columns.filter { $0 != register.heading }.compactMap { register.field($0) }.filter { $0.type != .rows }
    }

    func page(_ found: RecordPage, choices: FormChoices) -> ListPage {
        let caption = ([wording.label(register)] + chips.map(\.label)).joined(separator: wording.comma)
        let workstream = visit.catalogue.workstreams.first { $0.name == register.workstream }
        return ListPage(
            register: wording.label(register), workstream: workstream.map { wording.label($0) } ?? "",
            summary: visit.catalogue.labels.summary(of: register, in: visit.language), address: address, views: views,
            filter: filter(choices),
            chips: chips, total: found.total, columns: columns, rows: rows(found), caption: caption, previous: previous(found),
            next: next(found),
            acts: exchangeActs,
            registering: visit.actor.scope.units(for: .register, in: register.name).isEmpty ? nil : .registering(register.name),
            asOf: visit.office.clock.present, hasClocks: !register.deadlines.isEmpty)
    }

    private var views: [ViewLink] {
        let base = Address.list(register.name)
        let (view, clock) = (given("view"), given("clock"))
        var views = [
            ViewLink(label: wording.text(ListText.allRecords), href: base.text, isCurrent: view.isEmpty && clock.isEmpty),
            ViewLink(
                label: wording.text(PageText.open), href: base.setting("view", to: "open").text,
                isCurrent: view == "open" && clock.isEmpty),
        ]
        guard !register.deadlines.isEmpty else { return views }
        for (status, text) in [("due_soon", ListText.dueSoon), ("overdue", .overdue)] {
            let address = base.setting("clock", to: status).setting("sort", to: "due")
            views.append(ViewLink(label: wording.text(text), href: address.text, isCurrent: clock == status))
        }
        return views
    }

    private func filter(_ choices: FormChoices) -> [ListPage.FilterField] {
        let finds = register.list.lookUp.isEmpty ? PageText.findText : PageText.findTextOrPerson
        var fields = [ListPage.FilterField(name: "q", label: wording.text(finds), kind: .text(given("q")))]
        if register.dated != nil {
            fields.append(
                ListPage.FilterField(name: "as_of", label: wording.text(VersionText.asOf), kind: .day(given("as_of"))))
        }
        for field in filterFields {
            guard let options = options(field, choices) else { continue }
            fields.append(
                ListPage.FilterField(name: field.name, label: label(field), kind: .choice(options, chosen: given(field.name))))
        }
        for field in dateFields {
            fields.append(
                ListPage.FilterField(
                    name: field.name, label: label(field),
                    kind: .days(from: given(field.name + "_from"), to: given(field.name + "_to"))))
        }
        let units = visit.unitOptions(in: visit.actor.scope.units(in: register.name))
        if units.count > 1 {
            fields.append(
                ListPage.FilterField(
                    name: "unit", label: wording.text(CommonText.owner), kind: .choice(units, chosen: given("unit"))))
        }
        if !register.deadlines.isEmpty {
            let statuses = ClockStatus.allCases.filter { $0 != .idle }.map {
                FieldControl.Option(value: $0.rawValue, label: wording.name(of: $0))
            }
            fields.append(
                ListPage.FilterField(
                    name: "clock", label: wording.text(ListText.deadlineStatus), kind: .choice(statuses, chosen: given("clock"))))
        }
        let states = register.states.map {
            FieldControl.Option(value: $0.name, label: wording.label(ofState: $0.name, in: register))
        }
        fields.append(
            ListPage.FilterField(
                name: "state", label: wording.text(ListText.recordState), kind: .choice(states, chosen: given("state"))))
        for name in ["view", "sort", "limit"] where !given(name).isEmpty {
            fields.append(ListPage.FilterField(name: name, label: "", kind: .hidden(given(name))))
        }
        return fields
    }

    private func options(_ field: FieldDefinition, _ choices: FormChoices) -> [FieldControl.Option]? {
        switch field.type {
        case .code, .codes:
            let list = field.codes ?? ""
            return register.codes[list]?.entries.map {
                FieldControl.Option(value: $0.code, label: wording.label(ofCode: $0.code, list: list, in: register))
            }
        case .bool:
            return [
                FieldControl.Option(value: "1", label: wording.text(CommonText.yes)),
                FieldControl.Option(value: "0", label: wording.text(CommonText.no)),
            ]
        case .unit, .units: return choices.units[field.name]
        case .reference, .references:
            if case .few(let options)? = choices.references[field.target ?? ""] { return options }
            return nil
        default: return nil
        }
    }

    private var columns: [ListPage.Column] {
        var columns = [column(wording.text(ListText.titleAndNumber), "registered")]
        for field in columnFields {
            let isNumber = [.integer, .decimal, .money].contains(field.type)
            let unit = field.unit ?? (field.type == .money ? "元" : nil)
            let name = isNumber ? wording.label(label(field), unit: unit) : label(field)
            columns.append(
                dateFields.contains(field) ? column(name, field.name) : ListPage.Column(label: name, isNumber: isNumber))
        }
        if !register.deadlines.isEmpty {
            columns.append(column(wording.text(ListText.dueOn), "due"))
            columns.append(ListPage.Column(label: wording.text(ListText.status)))
        }
        columns.append(ListPage.Column(label: wording.text(ListText.recordState)))
        return columns
    }

    /// A head that puts the list in its order; a second click turns it round. The due day has one direction only.
    private func column(_ label: String, _ name: String) -> ListPage.Column {
        let isHere = sortName == name || sortName == "-" + name
        let isDescending = sortName.hasPrefix("-")
        let next = name == "due" ? "due" : isHere ? (isDescending ? name : "-" + name) : "-" + name
        return ListPage.Column(
            label: label, sort: address.setting("sort", to: next), order: isHere ? (isDescending ? .descending : .ascending) : nil
        )
    }

    func rows(_ found: RecordPage) -> [ListPage.Row] {
        let text = visit.valueText(register, references: found.references)
        let fields = columnFields
        let heading = register.heading.flatMap { register.field($0) }
        let (today, present) = (visit.today, visit.office.clock.present)
        return found.items.map { item in
            let record = item.record
            return ListPage.Row(
                title: heading.map { text.text(record.values[$0.name], of: $0) } ?? "", number: record.number,
                address: .record(register.name, record.id),
                cells: fields.map { field in
                    let value = record.values[field.name]
                    guard let value, let standard = register.standard(of: field) else { return Self.cell(value, field, text) }
                    return ListPage.Cell(wording.summary(of: Value.result(value, by: standard), by: standard))
                }, due: item.run?.dueOn,
                clock: item.run.map { run in
                    wording.clock(
                        of: run, today: today, now: present, sense: visit.sense(run),
                        needsConfirmation: visit.needsConfirmation(run))
                },
                state: wording.label(ofState: record.state, in: register))
        }
    }

    static func cell(_ value: Value?, _ field: FieldDefinition, _ text: ValueText) -> ListPage.Cell {
        guard let value else { return ListPage.Cell("—", [.integer, .decimal, .money].contains(field.type) ? .number : .text) }
        let shown = text.text(value, of: field)
        switch value {
        case .masked, .sealed: return ListPage.Cell(shown, .masked)
        case .integer: return ListPage.Cell(shown, .number)
        case .day, .moment: return ListPage.Cell(shown, .date)
        default: return ListPage.Cell(shown)
        }
    }
}

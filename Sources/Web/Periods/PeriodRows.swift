import Definitions
import Pages
import Wording

/// The lines of the page of periods, out of the catalogue as the office sees it.
struct PeriodRows {
    private let visit: Visit
    private let maySet: Bool
    private let catalogue: Catalogue
    private let users: [String: [String]]

    init(_ visit: Visit, maySet: Bool) {
        self.visit = visit
        self.maySet = maySet
        catalogue = visit.catalogue
        var users: [String: [String]] = [:]
        for register in visit.catalogue.registers {
            for clock in Set(register.deadlines.map(\.clock)).sorted() {
                users[clock, default: []].append(visit.wording.label(register))
            }
        }
        self.users = users
    }

    private var versions: [ClockVersion] { catalogue.laws.flatMap(\.clocks).flatMap(\.versions) }
    var count: Int { versions.count }
    var unsureCount: Int { versions.count { $0.needsConfirmation } }

    func fields(unsureOnly: Bool) -> [PeriodsPage.Field] {
        catalogue.laws.compactMap { law in
            let rows = law.clocks.flatMap { clock in
                clock.versions.filter { !unsureOnly || $0.needsConfirmation }.map { row(clock, $0) }
            }
            return rows.isEmpty ? nil : PeriodsPage.Field(name: law.field, rows: rows)
        }
    }

    private func row(_ clock: ClockDefinition, _ version: ClockVersion) -> PeriodsPage.Row {
        let wording = visit.wording
        let action: Crumb?
        if !maySet {
            action = nil
        } else if let parameter = version.parameter {
            action = Crumb(wording.text(PeriodText.set), .parameter(parameter.name))
        } else {
            let text: PeriodText = version.asWritten.isUnsure ? .confirm : .change
            action = Crumb(wording.text(text), .period(clock.name, from: version.from))
        }
        return PeriodsPage.Row(
            label: wording.label(clock), usedIn: wording.list(users[clock.name] ?? []),
            basis: wording.citation(version.basis, in: catalogue, on: version.from), term: wording.term(of: version),
            cap: version.extendAtMost.map { wording.extensionCap($0) }, force: wording.name(of: version.force),
            span: wording.span(version), mark: version.needsConfirmation ? wording.confirmMark : nil,
            notes: [wording.localNote(version), wording.filed(version), version.note].compactMap(\.self), action: action)
    }

    func parameters() -> [PeriodsPage.Parameter] {
        let wording = visit.wording
        return catalogue.parameters.map { parameter in
            let use = catalogue.use(ofParameter: parameter.name)
            let source = use?.source.map { wording.text(PeriodText.local) + wording.colon + $0 }
            return PeriodsPage.Parameter(
                label: wording.label(parameter), basis: parameter.basis.map { wording.citation($0) },
                standard: wording.value(parameter.standard),
                local: use?.source == nil ? nil : use.map { wording.value($0.value) },
                mark: use?.needsConfirmation == true ? wording.confirmMark : nil,
                notes: [source, parameter.note].compactMap(\.self),
                action: maySet ? Crumb(wording.text(PeriodText.set), .parameter(parameter.name)) : nil)
        }
    }
}

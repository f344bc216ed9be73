import Access
import Casework
import Definitions
import Indicators
import LegalTime
import Records
import Store
import Wording

/// Fills in a statistics form with the figures that somebody may see.
public struct FormFilling: Sendable {
    let exchange: ExchangeDefinition
    let form: ExchangeForm
    let office: Office
    let actor: Actor
    let wording: Wording

    /// nil for an exchange that is no form, and for somebody who may not take its figures out.
    public init?(_ exchange: ExchangeDefinition, office: Office, actor: Actor, wording: Wording) {
        guard let form = exchange.form,
            exchange.registers.allSatisfy({
                !actor.scope.units(for: .export, in: $0).isEmpty && !actor.scope.units(in: $0).isEmpty
            })
        else { return nil }
        self.exchange = exchange
        self.form = form
        self.office = office
        self.actor = actor
        self.wording = wording
    }

    private var statistics: Statistics {
        office.statistics
    }

    public func table(_ period: FormPeriod) async throws(StoreError) -> FormTable {
        let total = try await row(wording.text(SystemText.total), period, actor.scope)
        let units = form.columns.map { column in
            office.catalogue.register(column.figure.register)?.indicator(column.figure.indicator, on: period.period.through)?.unit
                ?? ""
        }
        return FormTable(
            exchange: exchange, form: form, period: period, units: units, rows: try await rows(period), total: total)
    }

    private func rows(_ period: FormPeriod) async throws(StoreError) -> [FormTable.Row] {
        switch form.rows {
        case .none: return []
        case .groups(let groups):
            let homes = try await homes(Set(groups.flatMap(\.kinds)))
            return try await rows(
                groups.map { group in
                    (
                        wording.language == .english ? group.english : group.label,
                        Set(homes.filter { group.kinds.contains($0.value.kind) }.keys)
                    )
                }, rest: Set(homes.keys), period)
        case .units(let kinds):
            let homes = try await homes(Set(kinds))
            var order: [UnitDefinition] = []
            for unit in try await office.directory().units
            where kinds.contains(unit.kind) && !order.contains(where: { $0.id == unit.id }) {
                // A unit that has ended or not begun has no row, unless something is counted there.
                order.append(unit)
            }
            let seen = exchange.registers.map { actor.scope.units(in: $0) }
            order = order.filter { unit in
                seen.contains { $0.contains(unit.id) } && (unit.from.map { $0 <= period.period.through } ?? true)
                    && (unit.until.map { $0 >= period.period.from } ?? true)
            }
            let directory = try await office.directory()
            return try await rows(
                order.map { unit in
                    (directory.unitLabel(unit.id, in: wording.language), Set(homes.filter { $0.value.id == unit.id }.keys))
                }, rest: Set(order.flatMap { unit in homes.filter { $0.value.id == unit.id }.keys }), period)
        case .field(let name): return try await rows(by: name, period)
        case .referred(let field, let code): return try await rows(by: field, code, period)
        }
    }

    // MARK: By units

    /// Of every unit the nearest one of these kinds, itself or above it; none for a unit under no such one.
    private func homes(_ kinds: Set<String>) async throws(StoreError) -> [String: UnitDefinition] {
        let units = try await office.directory().units
        let byID = Dictionary(units.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        var homes: [String: UnitDefinition] = [:]
        for unit in byID.values {
            var here: UnitDefinition? = unit
            var depth = 0
            while let one = here, !kinds.contains(one.kind), depth < 20 {
                here = one.parent.flatMap { byID[$0] }
                depth += 1
            }
            if let here, kinds.contains(here.kind) { homes[unit.id] = here }
        }
        return homes
    }

    /// - Parameter rest: The units that some row counts; what the others have is a row of its own, where there is anything.
    private func rows(_ parts: [(label: String, units: Set<String>)], rest counted: Set<String>, _ period: FormPeriod)
        async throws(StoreError) -> [FormTable.Row]
    {
        var rows: [FormTable.Row] = []
        for part in parts { rows.append(try await row(part.label, period, actor.scope.narrowed(to: part.units))) }
        let others = Set(try await office.directory().units.map(\.id)).subtracting(counted)
        let rest = try await row(wording.text(SystemText.others), period, actor.scope.narrowed(to: others))
        return rest.isEmpty ? rows : rows + [rest]
    }

    private func row(_ label: String, _ period: FormPeriod, _ scope: Scope) async throws(StoreError) -> FormTable.Row {
        let names = form.columns.map(\.figure)
        let figures = try await statistics.figures(names, period: period.period, scope: scope, today: office.clock.today())
        let values = Dictionary(figures.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        return FormTable.Row(label: label, cells: names.map { values[$0] })
    }

    // MARK: By fields

    /// The cells of each column by their keys.
    private func cells(by field: String, _ period: FormPeriod) async throws(StoreError) -> [[String: BreakdownCell]] {
        var columns: [[String: BreakdownCell]] = []
        for column in form.columns {
            let cells = try await statistics.breakdown(
                column.figure, by: .field(field), period: period.period, scope: actor.scope, today: office.clock.today())
            columns.append(Dictionary(cells.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }))
        }
        return columns
    }

    private func definition(_ column: ExchangeForm.Column, _ period: FormPeriod) -> IndicatorDefinition? {
        office.catalogue.register(column.figure.register)?.indicator(column.figure.indicator, on: period.period.through)
    }

    private func nothing(_ column: ExchangeForm.Column, _ period: FormPeriod) -> FigureValue? {
        definition(column, period).map { indicator in
            FigureValue(
                numerator: 0, denominator: indicator.measure.isNoneOfNothing ? 0 : 1, decimals: indicator.decimals,
                isPercent: indicator.unit == "%")
        }
    }

    private func rows(by field: String, _ period: FormPeriod) async throws(StoreError) -> [FormTable.Row] {
        let columns = try await cells(by: field, period)
        let found = Set(columns.flatMap(\.keys))
        let keys = try await keys(of: field, found: found, period)
        return keys.map { key, label in
            FormTable.Row(
                label: label,
                cells: zip(form.columns, columns).map { column, cells in cells[key]?.value ?? nothing(column, period) })
        }
    }

    /// The rows in order: codes as listed, units as in the tree, records by name; what is not filled in comes last.
    private func keys(of name: String, found: Set<String>, _ period: FormPeriod) async throws(StoreError) -> [(
        key: String, label: String
    )] {
        guard let register = form.columns.first.flatMap({ office.catalogue.register($0.figure.register) }),
            let field = register.field(name)
        else { return [] }
        var keys: [(key: String, label: String)]
        switch field.type {
        case .code, .codes: keys = codes(of: field, in: register, found: found, period)
        case .bool: keys = [("true", wording.text(CommonText.yes)), ("false", wording.text(CommonText.no))]
        case .unit, .units:
            let directory = try await office.directory()
            var known: Set<String> = []
            keys = directory.units.filter { found.contains($0.id) && known.insert($0.id).inserted }.map {
                ($0.id, directory.unitLabel($0.id, in: wording.language))
            }
        default:
            let labels = try await names(of: found, in: field.target ?? "")
            keys = found.filter { !$0.isEmpty }.map { ($0, labels[$0] ?? $0) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        }
        if found.contains("") { keys.append(("", wording.text(SystemText.notFilled))) }
        return keys
    }

    private func codes(of field: FieldDefinition, in register: RegisterDefinition, found: Set<String>, _ period: FormPeriod) -> [(
        key: String, label: String
    )] {
        let list = field.codes ?? ""
        return (register.codes[list]?.entries ?? []).filter {
            found.contains($0.code) || $0.validity.holds(on: period.period.through)
        }
        .map { ($0.code, wording.label(ofCode: $0.code, list: list, in: register)) }
    }

    private func names(of ids: Set<String>, in register: String) async throws(StoreError) -> [String: String] {
        guard let heading = office.catalogue.register(register)?.heading else { return [:] }
        let records = try await office.records(register, ids: ids.sorted(), by: actor)
        return Dictionary(records.map { ($0.id, $0.values[heading]?.text ?? $0.number) }, uniquingKeysWith: { first, _ in first })
    }

    /// By a code of the record that the field names: the cells of its records put together.
    private func rows(by name: String, _ code: String, _ period: FormPeriod) async throws(StoreError) -> [FormTable.Row] {
        guard let home = form.columns.first.flatMap({ office.catalogue.register($0.figure.register) }),
            let target = home.field(name)?.target, let other = office.catalogue.register(target), let field = other.field(code)
        else { return [] }
        let columns = try await cells(by: name, period)
        let ids = Set(columns.flatMap(\.keys)).subtracting([""])
        // Which kind a body is says nothing about a person; whoever sees the records sees it.
        let records = try await office.records(target, ids: ids.sorted(), by: office.console(acts: [.read]))
        let kinds = Dictionary(records.map { ($0.id, $0.values[code]?.text ?? "") }, uniquingKeysWith: { first, _ in first })
        let found = Set(kinds.values).union(columns.contains { $0[""] != nil } ? [""] : [])
        var keys = codes(of: field, in: other, found: found, period)
        if found.contains("") { keys.append(("", wording.text(SystemText.notFilled))) }
        return keys.map { key, label in
            FormTable.Row(
                label: label,
                cells: zip(form.columns, columns).map { column, cells in
                    let own = cells.filter { ($0.key.isEmpty ? "" : kinds[$0.key] ?? "") == key }.map(\.value)
                    return nothing(column, period).map { own.reduce($0) { $0.putTogether(with: $1) } }
                })
        }
    }
}

extension Measure {
    /// Whether it has no value where nothing is counted: a share of nothing, the mean of no days.
    fileprivate var isNoneOfNothing: Bool {
        switch self {
        case .ratio: true
        case .simple(let measure):
            switch measure.aggregate {
            case .mean, .max: true
            case .count, .countDistinct, .sum: false
            }
        default: false
        }
    }
}

extension FigureValue {
    /// A count or sum and that of another part; of a share both sides.
    fileprivate func putTogether(with cell: BreakdownCell) -> FigureValue {
        var copy = self
        if isPercent, let numerator = cell.numerator, let denominator = cell.denominator {
            copy.numerator += numerator
            copy.denominator += denominator
            return copy
        }
        guard cell.value.isDefined else { return self }
        let top = Int128(numerator) * Int128(cell.value.denominator) + Int128(cell.value.numerator) * Int128(denominator)
        let bottom = Int128(denominator) * Int128(cell.value.denominator)
        let divisor = Self.commonDivisor(top.magnitude, bottom.magnitude)
        copy.numerator = Int64(clamping: top / Int128(divisor))
        copy.denominator = Int64(clamping: bottom / Int128(divisor))
        return copy
    }

    private static func commonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return max(a, 1)
    }
}

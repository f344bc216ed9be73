import Access
import Casework
import Definitions
import Indicators
import LegalTime
import Pages
import Records
import Reports
import Wording

/// One figure of a year with its parts, as the page shows it.
struct FigureView {
    let year: FigureYear
    let register: RegisterDefinition
    let name: FigureName
    let figure: Figure
    let parts: [FigurePart]
    /// What this person sees of the units that the figure counts.
    let scope: Scope
    /// The units of a figure that is of some alone.
    let owners: Set<String>?

    var visit: Visit { year.visit }
    var wording: Wording { year.visit.wording }

    /// nil where the indicator is unknown.
    init?(_ year: FigureYear, register: RegisterDefinition, name: FigureName) async throws {
        guard let figure = try await year.figures([name]).first else { return nil }
        self.year = year
        self.register = register
        self.name = name
        self.figure = figure
        owners = name.units.isEmpty ? nil : year.visit.directory.units.ids(named: name.units)
        scope = owners.map { year.scope.narrowed(to: $0) } ?? year.scope
        parts = try await year.statistics.parts(of: name, period: year.period, scope: scope, today: year.today)
    }

    var label: String {
        wording.label(figure.definition, in: register) + wording.suffix(ofUnits: name.units, among: visit.directory.units)
    }
    var registerCrumb: Crumb { Crumb(wording.label(register), .list(register.name)) }

    func side(_ side: FigurePart.Side) -> [FigurePart] { parts.filter { $0.side == side } }

    /// The word for a side: 计入分子.
    static func text(_ side: FigurePart.Side) -> FigurePageText {
        switch side {
        case .value: .ofValue
        case .numerator: .ofNumerator
        case .denominator: .ofDenominator
        }
    }

    /// A part in words: what it asks of a record, or else its register.
    func label(_ part: FigurePart) -> String {
        guard let home = visit.catalogue.register(part.register) else { return "" }
        return wording.phrase(part.measure, part.condition, in: home) ?? wording.label(home)
    }

    /// The main list: of a share the numerator's.
    var mainSide: FigurePart.Side { side(.value).isEmpty ? .numerator : .value }

    // MARK: The page

    func page() async throws -> FigurePage {
        let before = try await year.figuresBefore([name]).first
        let unit = figure.definition.unit
        let isPercent = figure.value.isPercent
        let groups = breakdowns
        let chosen = groups.first { $0.name == visit.arrival.query("by") } ?? groups.first
        return FigurePage(
            label: label, register: registerCrumb, district: year.district, year: year.year,
            years: year.yearLinks { .figure(name, year: $0) },
            cutOff: year.cutOff, isLocked: year.isLocked, isPartial: year.isPartial(Set(parts.map(\.register))),
            value: (figure.value.decimal ?? "—", isPercent ? "%" : wording.unit(unit)), fraction: fraction,
            lastYear: before.map { before in
                let change = figure.change(since: before)
                return FigurePage.LastYear(
                    year: year.year - 1, value: wording.figure(before.value, unit: unit),
                    fraction: Self.sides(before.numerator, before.denominator),
                    change: wording.change(change.value, as: change.form, unit: unit))
            }, parts: partLinks, usedIn: usedIn, rule: rule, months: try await months(),
            breakdownLinks: groups.map { group in
                ViewLink(
                    label: group.label, href: Address.figure(name, year: year.year).setting("by", to: group.name).at("by").text,
                    isCurrent: group.name == chosen?.name)
            }, breakdown: try await chosen.asyncMap { try await breakdown($0) }, rows: try await firstRows(),
            exportAddress: rowsAddress(mainSide).setting("format", to: "xlsx"), unit: isPercent ? "%" : unit)
    }

    static func sides(_ numerator: Int64?, _ denominator: Int64?) -> (numerator: Int64, denominator: Int64)? {
        guard let numerator, let denominator else { return nil }
        return (numerator, denominator)
    }

    func rowsAddress(_ side: FigurePart.Side, part: Int = 0) -> Address {
        .figureRows(name, year: year.year, side: side.rawValue, part: part)
    }

    private var fraction: FigurePage.Fraction? {
        guard let (numerator, denominator) = Self.sides(figure.numerator, figure.denominator) else { return nil }
        var labels = (wording.text(FigureText.numerator), wording.text(FigureText.denominator))
        if case .ratio(let of, let over) = figure.definition.measure {
            labels = (indicatorLabel(of) ?? labels.0, indicatorLabel(over) ?? labels.1)
        }
        return FigurePage.Fraction(
            numerator: numerator, denominator: denominator, numeratorAddress: rowsAddress(.numerator),
            denominatorAddress: rowsAddress(.denominator), numeratorLabel: labels.0, denominatorLabel: labels.1)
    }

    /// The label of the indicator that a side is, by name or by its like.
    private func indicatorLabel(_ measure: Measure) -> String? {
        if case .indicator(let other, let name) = measure {
            let home = visit.catalogue.register(other ?? register.name)
            return home.flatMap { home in home.indicator(name).map { wording.label($0, in: home) } }
        }
        return register.indicators.first { $0.measure == measure && $0.name != name.indicator }.map {
            wording.label($0, in: register)
        }
    }

    private var partLinks: [FigurePage.Part] {
        [FigurePart.Side.value, .numerator, .denominator].flatMap { side in
            self.side(side).enumerated().map { place, part in
                let text = side == .value ? label(part) : wording.text(Self.text(side)) + wording.colon + label(part)
                return FigurePage.Part(label: text, count: part.count, address: rowsAddress(side, part: place))
            }
        }
    }

    private var usedIn: [Crumb] {
        let isUsed = visit.catalogue.outlines.contains { ReportComposer.figureNames(of: $0).contains(name) }
        return isUsed && year.isWholeDistrict ? [Crumb(wording.reportOfYear(year.year), .report(year: year.year))] : []
    }

    private var rule: [(label: String, text: String)] {
        let rule = wording.rule(of: figure.definition, in: register, catalogue: visit.catalogue)
        let excludes = [rule.excludes, rule.known, rule.whenEmpty].compactMap { $0 }
        let lines: [(FigureText, String?)] = [
            (.formula, rule.formula), (.numerator, rule.numerator), (.denominator, rule.denominator),
            (.placement, rule.numerator == nil ? rule.placement : nil),
            (.excludes, excludes.isEmpty ? nil : excludes.joined(separator: wording.language == .chinese ? "" : " ")),
            (.basis, rule.basis), (.note, rule.note),
        ]
        return lines.compactMap { label, text in text.map { (wording.text(label), $0) } }
    }

    // MARK: Months and breakdowns

    /// Whether the rows of one cell can be listed: one list a side, in this register.
    private func canList(_ side: FigurePart.Side) -> Bool {
        let own = self.side(side)
        return own.count == 1 && own.allSatisfy { $0.register == register.name }
    }

    private func isDistinct(_ side: FigurePart.Side) -> Bool {
        self.side(side).contains { if case .countDistinct = $0.measure.aggregate { true } else { false } }
    }

    private func cell(_ cell: BreakdownCell, _ label: String, by: String) -> FigurePage.Cell {
        func address(_ side: FigurePart.Side, _ count: Int) -> Address? {
            guard count > 0, by == "month" ? self.side(side).count == 1 : canList(side) && !isDistinct(side) else { return nil }
            return .figureRows(name, year: year.year, side: side.rawValue, by: by, key: cell.key)
        }
        return FigurePage.Cell(
            label: label, value: cell.value, fraction: Self.sides(cell.numerator, cell.denominator),
            address: address(mainSide, cell.rows),
            denominatorAddress: figure.denominator == nil ? nil : address(.denominator, cell.denominator == 0 ? 0 : 1))
    }

    private func months() async throws -> [FigurePage.Cell] {
        guard year.period.from <= year.today else { return [] }
        let cells = try await year.statistics.breakdown(
            name, by: .month, period: year.period, scope: scope, today: year.today)
        // Months that have not begun have no figure.
        return cells.filter { $0.key <= String(year.today.iso.prefix(7)) }.map { cell in
            self.cell(cell, wording.month(Int(cell.key.suffix(2)) ?? 0), by: "month")
        }
    }

    struct Group {
        var name: String
        var label: String
        var breakdown: Breakdown
    }

    /// The fields that the register names, then the owning unit.
    var breakdowns: [Group] {
        let fields = register.breakdowns.filter {
            $0 != register.owner && register.field($0)?.personal == nil && register.field($0)?.type.isMany == false
        }
        return fields.map { Group(name: $0, label: wording.label(ofField: $0, in: register), breakdown: .field($0)) }
            + [Group(name: "owner", label: wording.text(CommonText.owner), breakdown: .owner)]
    }

    private static let mostCells = 100

    private func breakdown(_ group: Group) async throws -> FigurePage.Breakdown {
        let cells = try await year.statistics.breakdown(
            name, by: group.breakdown, period: year.period, scope: scope, today: year.today)
        let largest = cells.sorted { ($0.denominator ?? Int64($0.rows), $1.key) > ($1.denominator ?? Int64($1.rows), $0.key) }
            .prefix(Self.mostCells)
        let names = try await labels(largest.map(\.key), of: group)
        return FigurePage.Breakdown(label: group.label, cells: largest.map { cell($0, names[$0.key] ?? $0.key, by: group.name) })
    }

    /// What the keys of a breakdown are called.
    func labels(_ keys: [String], of group: Group) async throws -> [String: String] {
        var labels: [String: String] = ["": wording.text(FigurePageText.withoutValue)]
        if case .field(let path) = group.breakdown, let field = register.field(path) {
            for (key, label) in try await self.labels(keys, of: field) { labels[key] = label }
            return labels
        }
        for key in keys where !key.isEmpty { labels[key] = visit.directory.unitLabel(key, in: visit.language) }
        return labels
    }

    /// What values of a field are called: units, codes, records.
    func labels(_ keys: [String], of field: FieldDefinition) async throws -> [String: String] {
        var references: [String: String] = [:]
        if field.type == .reference || field.type == .references {
            references = try await visit.office.referenceLabels(
                of: keys.map { key in stub(field, key) }, in: register.name, by: visit.actor)
        }
        let text = visit.valueText(register, references: references)
        return Dictionary(
            keys.filter { !$0.isEmpty }.map { ($0, text.text(.text($0), of: field)) }, uniquingKeysWith: { first, _ in first })
    }

    /// A record that holds nothing but one reference, to ask for its name.
    private func stub(_ field: FieldDefinition, _ key: String) -> Record {
        let none = visit.office.clock.now()
        return Record(
            id: "", district: visit.office.district.name, register: register.name, number: "", state: "", owner: "", revision: 0,
            values: [field.name: .text(key)], createdAt: none, createdBy: "", updatedAt: none, updatedBy: "")
    }

    // MARK: First rows

    private func firstRows() async throws -> FigurePage.Rows? {
        guard let rows = try FigureRows(self, side: mainSide, part: 0, limit: 5) else { return nil }
        let found = try await rows.found()
        return FigurePage.Rows(
            heading: rows.heading(found.total), table: found.table, address: rowsAddress(mainSide),
            shown: found.table.rows.isEmpty ? "" : wording.shown(1...found.table.rows.count, of: found.total))
    }
}

extension Optional {
    func asyncMap<T>(_ transform: (Wrapped) async throws -> T) async rethrows -> T? {
        guard let self else { return nil }
        return try await transform(self)
    }
}

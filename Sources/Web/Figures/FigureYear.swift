import Access
import Casework
import Definitions
import Indicators
import LegalTime
import Pages
import Records
import Reports
import Wording

/// The figures of one year as one person may see them.
struct FigureYear {
    let visit: Visit
    let year: Int
    let statistics: Statistics

    init(_ visit: Visit, year: Int) {
        self.visit = visit
        self.year = year
        statistics = visit.office.statistics
    }

    /// The year of the address, or else the one the district reports on.
    init(_ visit: Visit) throws {
        guard let text = visit.arrival.query("year"), !text.isEmpty else {
            self.init(visit, year: visit.office.district.year)
            return
        }
        guard let year = Int(text), Self.years.contains(year) else { throw WebProblem.badRequest }
        self.init(visit, year: year)
    }

    static let years = 1990...2100

    var scope: Scope { visit.actor.scope }
    var today: Day { visit.today }
    var period: Period { Period(year: year) }
    var periodBefore: Period { Period(year: year - 1) }
    /// The day of the figures: the year's last, or today while it runs.
    var cutOff: Day { min(period.through, today) }
    var isLocked: Bool { visit.office.district.lockedYears.contains(year) }
    var district: String { Site.name(of: visit.office, visit.wording) }

    /// Registers of which this person sees anything.
    var visible: Set<String> { Set(scope.visibleRegisters) }

    /// Whether some of the units are hidden, so that the figures are not the district's.
    func isPartial(_ registers: some Sequence<String>) -> Bool { registers.contains { scope.units(in: $0) != .all } }

    var isWholeDistrict: Bool { !isPartial(visit.catalogue.registers.map(\.name)) }

    func figures(_ names: [FigureName]) async throws -> [Figure] {
        try await statistics.figures(names.filter { visible.contains($0.register) }, period: period, scope: scope, today: today)
    }

    /// Figures of the year before; those that were not counted then are left out.
    func figuresBefore(_ names: [FigureName]) async throws -> [Figure] {
        let then = Set(statistics.names(in: periodBefore, registers: visible))
        return try await statistics.figures(names.filter { then.contains($0) }, period: periodBefore, scope: scope, today: today)
    }

    /// A table of the figures named, in that order.
    func table(_ names: [FigureName]) async throws -> FigureTable {
        FigureTable(
            district: visit.office.district.name, districtLabel: district, year: year,
            cutOff: visit.office.clock.present.startOfMinute,
            figures: try await figures(names), lastYear: try await figuresBefore(names), catalogue: visit.catalogue,
            wording: visit.wording)
    }

    /// The years beside this one, as far as today.
    func yearLinks(_ address: (Int) -> Address) -> [YearLink] {
        (year - 1...year + 1).filter { $0 <= max(today.year, year) }.map {
            YearLink(label: String($0), address: address($0), isCurrent: $0 == year)
        }
    }

    func line(_ line: FigureTable.Line) -> FiguresPage.Line {
        let wording = visit.wording
        let unit = line.figure.definition.unit
        let change = line.lastYear.map { line.figure.change(since: $0) }
        return FiguresPage.Line(
            label: line.label, value: wording.figure(line.figure.value, unit: unit), lastYear: line.lastYear?.value.text ?? "—",
            change: change.map { wording.change($0.value, as: $0.form, unit: unit) } ?? "—",
            address: .figure(line.figure.name, year: year))
    }
}

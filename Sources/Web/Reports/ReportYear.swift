import Access
import Casework
import Definitions
import Indicators
import LegalTime
import Pages
import Reports
import Store
import Wording

/// The report of one year in the making: its outline, figures and contributions.
struct ReportYear {
    let figures: FigureYear
    let outline: OutlineDefinition
    let contributions: [ContributionTable.Entry]

    var visit: Visit { figures.visit }
    var year: Int { figures.year }
    private var office: Office { visit.office }

    /// The year stands in the address; a catalogue without an outline has no report.
    init(_ visit: Visit) async throws {
        guard let year = Int(visit.arrival.parameter("year")), FigureYear.years.contains(year) else { throw WebProblem.notFound }
        guard let outline = Self.outline(of: visit.catalogue) else { throw WebProblem.notFound }
        figures = FigureYear(visit, year: year)
        self.outline = outline
        contributions = try await visit.office.contributions(year: year)
    }

    /// The outline of the annual report.
    static func outline(of catalogue: Catalogue) -> OutlineDefinition? { catalogue.outline("annual") ?? catalogue.outlines.first }

    /// A report needs the whole district: who sees some units only would sign other figures.
    var isOpen: Bool {
        let registers = ReportComposer.registers(of: outline).union(visit.actor.scope.visibleRegisters)
        return !visit.actor.scope.visibleRegisters.isEmpty && !figures.isPartial(registers)
    }

    /// The report as of now. Its text is Chinese, whatever the language of the page.
    func report() async throws -> AnnualReport {
        let registers = ReportComposer.registers(of: outline)
        let names = ReportComposer.names(
            for: outline, among: figures.statistics.names(in: figures.period, registers: registers))
        let header = ReportHeader(
            district: office.district.name, districtLabel: office.district.label, government: office.district.government,
            year: year,
            cutOff: office.clock.present.startOfMinute, today: visit.today)
        return ReportComposer(catalogue: visit.catalogue, wording: Self.chinese(visit)).report(
            outline: outline, header: header, figures: try await figures.figures(names), contributions: texts)
    }

    static func chinese(_ visit: Visit) -> Wording { Wording(language: .chinese, labels: visit.catalogue.labels) }

    /// The contributions in the order of the units.
    var entries: [ContributionTable.Entry] {
        let order = Dictionary(visit.directory.units.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return contributions.enumerated().sorted {
            (order[$0.element.unit] ?? .max, $0.offset) < (order[$1.element.unit] ?? .max, $1.offset)
        }.map(\.element)
    }

    private var texts: [ReportContribution] {
        entries.map {
            ReportContribution(part: $0.part, unit: $0.unit, unitName: visit.directory.unitLabel($0.unit), text: $0.text)
        }
    }

    func entry(_ part: String, _ unit: String) -> ContributionTable.Entry? {
        contributions.first { $0.part == part && $0.unit == unit }
    }

    /// Parts and sections in which units write, with the keys of their contributions.
    var writtenParts: [(key: String, part: OutlinePart)] {
        outline.parts.flatMap { part in [(part.name, part)] + part.sections.map { ("\(part.name)/\($0.name)", $0) } }.filter {
            $0.1.takesContributions
        }
    }

    /// Units for which this person may write: where he may edit records; his own unit first.
    var writableUnits: [(id: String, label: String)] {
        let scope = visit.actor.scope
        let set = visit.catalogue.registers.reduce(UnitSet.none) { $0.union(scope.units(for: .edit, in: $1.name)) }
        let units = visit.unitOptions(in: set).map { (id: $0.value, label: $0.label) }
        return units.filter { $0.id == visit.actor.unit } + units.filter { $0.id != visit.actor.unit }
    }

    func mayWrite(_ unit: String) -> Bool { writableUnits.contains { $0.id == unit } }

    func state(_ entry: ContributionTable.Entry) -> String {
        visit.wording.draft(entry.revision, by: visit.person(entry.by), at: entry.at)
    }

    /// The days of the year after by which the law wants the report, from the clocks of the law that the outline rests on.
    var deadlines: [ReportRoomPage.Deadline] {
        let laws = Set(outline.parts.compactMap(\.basis?.law))
        let wording = visit.wording
        var found: [Day: ReportRoomPage.Deadline] = [:]
        for clock in visit.catalogue.laws.flatMap(\.clocks) {
            guard let last = AnnualDay(month: 12, day: 31)?.day(in: year), let version = clock.version(on: last.adding(days: 1)),
                laws.contains(version.law), case .on(let annual) = version.term
            else { continue }
            let day = annual.day(in: year + 1)
            let known = found[day]
            found[day] = ReportRoomPage.Deadline(
                day: day, daysLeft: visit.today.days(until: day), labels: (known?.labels ?? []) + [wording.label(clock)],
                basis: wording.citation(version.basis),
                needsConfirmation: version.needsConfirmation || known?.needsConfirmation == true)
        }
        return found.values.sorted { $0.day < $1.day }
    }
}

import Casework
import Definitions
import Hummingbird
import Indicators
import LegalTime
import Pages
import Reports
import Wording

extension Site {
    private static let mostDue = 5000
    private static let mostNamed = 5
    private static let mostTallies = 6

    /// 领导一页: what is overdue and where, and this year's main figures beside last year's.
    func leader(_ visit: Visit) async throws -> Response {
        let year = try FigureYear(visit)
        guard !year.visible.isEmpty else { throw WebProblem.forbidden }
        let outline = ReportYear.outline(of: visit.catalogue)
        let names = outline.map { ReportComposer.figureNames(of: $0) } ?? []
        let table = try await year.table(names)
        // The first figure of each part that has something to say stands large at the top.
        let parts = outline?.parts.flatMap { $0.sections.isEmpty ? [$0] : $0.sections } ?? []
        let first = parts.compactMap { part in
            part.paragraphs.flatMap(\.sentences).flatMap(\.pieces).lazy.compactMap { piece in
                if case .figure(let name) = piece {
                    table.lines.first { $0.figure.name == name && $0.figure.isPositive }
                } else {
                    nil
                }
            }.first
        }
        let items = try await visit.office.due(by: visit.actor, limit: Self.mostDue)
        // What has still to be confirmed raises no alarm by itself.
        let overdue = items.filter { $0.status == .overdue && !$0.needsConfirmation }
        let board = LampBoard(visit, items.filter { !$0.needsConfirmation })
        return try await visit.page(
            LeaderPage(
                district: year.district, year: year.year, years: year.yearLinks { .leader(year: $0) },
                asOf: visit.office.clock.present,
                overdue: overdue.prefix(Self.mostNamed).map { item in
                    let clock = visit.wording.clock(
                        of: item.run, today: visit.today, now: visit.office.clock.present, sense: item.run.sense)
                    let unit = visit.directory.unitLabel(item.owner, in: visit.language)
                    let title = item.title.isEmpty ? item.number : item.title
                    return LeaderPage.Matter(
                        label: "\(unit) \(title) \(clock.text)", address: .record(item.register, item.record))
                }, overdueCount: overdue.count, tallies: first.prefix(Self.mostTallies).map { year.line($0) },
                workstreams: board.workstreams,
                lamps: board.units,
                figures: table.lines.filter { $0.figure.isPositive || $0.lastYear?.isPositive == true }.map { year.line($0) }))
    }
}

/// The gravest running clock of each unit in each workstream.
struct LampBoard {
    let workstreams: [String]
    let units: [LeaderPage.UnitLamps]

    private static let gravity: [ClockStatus] = [.overdue, .dueSoon, .paused, .open]
    private static let mostUnits = 60

    init(_ visit: Visit, _ items: [DueItem]) {
        let home = Dictionary(visit.catalogue.registers.map { ($0.name, $0.workstream) }, uniquingKeysWith: { first, _ in first })
        let seen = Set(items.compactMap { home[$0.register] })
        let shown = visit.catalogue.workstreams.filter { seen.contains($0.name) }
        workstreams = shown.map { visit.wording.label($0) }
        let order = Dictionary(visit.directory.units.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let byUnit = Dictionary(grouping: items, by: \.owner).map { unit, items in
            (
                unit: unit, items: items, overdue: items.count { $0.status == .overdue },
                soon: items.count { $0.status == .dueSoon }
            )
        }.sorted { ($1.overdue, $1.soon, order[$0.unit] ?? .max) < ($0.overdue, $0.soon, order[$1.unit] ?? .max) }
        units = byUnit.prefix(Self.mostUnits).map { entry in
            LeaderPage.UnitLamps(
                unit: visit.directory.unitLabel(entry.unit, in: visit.language),
                lamps: shown.map { workstream in
                    Self.lamp(entry.items.filter { home[$0.register] == workstream.name }, unit: entry.unit, visit)
                })
        }
    }

    private static func lamp(_ items: [DueItem], unit: String, _ visit: Visit) -> LeaderPage.Lamp? {
        guard let status = gravity.first(where: { status in items.contains { $0.status == status } }) else { return nil }
        let gravest = items.filter { $0.status == status }
        let text = visit.wording.lamp(status, gravest.count)
        let address = gravest.first.map {
            Address.list($0.register).setting("unit", to: unit).setting("clock", to: status.rawValue)
        }
        return LeaderPage.Lamp(status: status, text: text, address: address)
    }
}

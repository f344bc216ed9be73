import Access
import Casework
import Deadlines
import Definitions
import Indicators
import LegalTime
import Records
import TestSupport
import Testing

/// What a walk left behind, judged record by record: its clocks against the catalogue, its figures against a count by hand.
struct WalkCount {
    let bench: TestOffice
    let register: RegisterDefinition
    let day: Day
    let views: [RecordView]

    /// Each running clock goes by the version in force for its record, starts on the day of its event and is not due before it.
    func checkClocks() {
        for view in views {
            for clock in view.clocks {
                guard let run = clock.run, clock.deadline.due == nil else { continue }
                let on = register.versionDay(of: view.record.values) ?? run.startsOn
                let version = bench.office.catalogue.clock(clock.deadline.clock)?.version(on: on)
                #expect(
                    version?.from == run.versionFrom && version?.article == run.article,
                    "\(view.record.number) \(clock.deadline.name)")
                guard let version, version.sense == .atMost, case .length(let length) = version.term, let due = run.dueOn else {
                    continue
                }
                #expect(due >= run.startsOn, "\(clock.deadline.name)")
                if length.unit == .calendarDays, clock.deadline.pauses == nil, clock.deadline.extendBy == nil,
                    clock.deadline.every == nil
                {
                    // Rolled over rest days at most: the longest rest of the calendars is of ten days.
                    let late = run.startsOn.days(until: due) - length.amount
                    #expect((0...10).contains(late), "\(view.record.number) \(clock.deadline.name): \(late)")
                }
            }
        }
    }

    /// Every plain count of the register is what a count of the records by hand comes to.
    func checkFigures(by actor: Actor) async throws {
        let year = day.year
        let counted = register.indicators.compactMap { indicator -> (FigureName, Int)? in
            guard indicator.validity.holds(on: Period(year: year).through), case .simple(let simple) = indicator.measure,
                case .count = simple.aggregate, simple.subject == .records, indicator.scale == 1,
                case .event(.field(let name)) = simple.placement
            else { return nil }
            let rows = views.filter { view in
                guard view.record.day(name)?.year == year else { return false }
                let statuses = Dictionary(grouping: view.clocks.filter { $0.run != nil }, by: \.deadline.name)
                    .mapValues { Set($0.map(\.status)) }
                return simple.condition.holds(
                    for: RecordFacts(
                        register: register, values: view.record.values, state: view.record.state, stamps: view.stamps,
                        deadlines: statuses))
            }
            return (FigureName(register: register.name, indicator: indicator.name), rows.count)
        }
        let statistics = Statistics(
            engine: bench.engine, catalogue: bench.office.catalogue, district: bench.office.district.name)
        let figures = try await statistics.figures(counted.map(\.0), period: Period(year: year), scope: actor.scope, today: day)
        for (figure, (name, count)) in zip(figures, counted) {
            #expect(figure.name == name && figure.value.text == String(count), "\(name): \(figure.value.text), by hand \(count)")
        }
    }
}

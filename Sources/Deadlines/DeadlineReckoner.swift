import Definitions
import LegalTime
import Records

/// What is due when for one record. Pure: the clocks of the law and the calendar are handed in.
public struct DeadlineReckoner: Sendable {
    public var clock: @Sendable (String) -> ClockDefinition?
    public var calendar: WorkCalendar

    public init(calendar: WorkCalendar, clock: @escaping @Sendable (String) -> ClockDefinition?) {
        self.calendar = calendar
        self.clock = clock
    }

    public init(_ catalogue: Catalogue) {
        self.init(calendar: catalogue.calendar) { catalogue.clock($0) }
    }

    /// The runs that have started, in the order of the definition. `today` bounds how far a repeated clock is unrolled.
    public func runs(for facts: RecordFacts, today: Day) -> [DeadlineRun] {
        facts.register.deadlines.flatMap { runs(of: $0, for: facts, today: today) }
    }

    /// The steps by which one run's due day is reached; nil when it does not run.
    public func explain(_ deadline: DeadlineDefinition, row: String = "", occurrence: Int = 0, for facts: RecordFacts) -> Due? {
        guard let reckoning = reckoning(of: deadline, row: row, occurrence: occurrence, for: facts) else { return nil }
        return reckoning.reckoning.explain(by: calendar)
    }

    /// The version of a deadline's clock that governs the record; nil when none is in force.
    public func version(of deadline: DeadlineDefinition, for facts: RecordFacts, row: Row? = nil) -> ClockVersion? {
        guard let start = EventDates(facts: facts, row: row).first(deadline.starts) else { return nil }
        return version(of: deadline, for: facts, start: start.day)
    }

    private func version(of deadline: DeadlineDefinition, for facts: RecordFacts, start: Day) -> ClockVersion? {
        clock(deadline.clock)?.version(on: facts.register.versionDay(of: facts.values) ?? start)
    }

    private func runs(of deadline: DeadlineDefinition, for facts: RecordFacts, today: Day) -> [DeadlineRun] {
        guard deadline.applies.holds(for: facts) else { return [] }
        if let rowsField = deadline.forEach {
            return (facts.values[rowsField]?.rows ?? []).compactMap { run(of: deadline, row: $0, occurrence: 0, for: facts) }
        }
        guard deadline.every != nil else { return run(of: deadline, row: nil, occurrence: 0, for: facts).map { [$0] } ?? [] }
        var runs: [DeadlineRun] = []
        // A repeated clock is unrolled through the first repetition that is still to begin.
        for occurrence in 0..<Self.mostOccurrences {
            guard let run = run(of: deadline, row: nil, occurrence: occurrence, for: facts) else { break }
            runs.append(run)
            if run.startsOn > today { break }
        }
        return runs
    }

    private static let mostOccurrences = 600

    /// A due day that the office has set: nothing is reckoned, and it holds whatever day of the week it is.
    private func assigned(_ deadline: DeadlineDefinition, row: Row?, for facts: RecordFacts) -> DeadlineRun? {
        let dates = EventDates(facts: facts, row: row)
        guard let due = dates.first(deadline.starts)?.day, deadline.validity.holds(on: due) else { return nil }
        let stop = dates.first(anyOf: deadline.stops)
        return DeadlineRun(
            deadline: deadline.name, row: row?.id ?? "", occurrence: 0, clock: "", law: "", article: "", versionFrom: due,
            startsOn: min(facts.stamps.first?.on ?? due, due), dueOn: due, dueAt: nil, isProvisional: false, stoppedOn: stop?.day,
            stoppedAt: nil, phase: stop == nil ? .running : .stopped, soonDays: deadline.soonDays)
    }

    private func run(of deadline: DeadlineDefinition, row: Row?, occurrence: Int, for facts: RecordFacts) -> DeadlineRun? {
        if deadline.due != nil { return assigned(deadline, row: row, for: facts) }
        guard let (reckoning, version) = reckoning(of: deadline, row: row?.id ?? "", occurrence: occurrence, for: facts) else {
            return nil
        }
        let due = reckoning.due(by: calendar)
        let dates = EventDates(facts: facts, row: row)
        let stop: EventDates.Event?
        if deadline.every != nil {
            stop = dates.event(number: occurrence, of: deadline.stops)
        } else {
            stop = dates.first(anyOf: deadline.stops)
        }
        let phase: DeadlineRun.Phase = stop != nil ? .stopped : due.isPaused ? .paused : .running
        return DeadlineRun(
            deadline: deadline.name, row: row?.id ?? "", occurrence: occurrence, clock: deadline.clock, law: version.law,
            article: version.article,
            versionFrom: version.from, startsOn: reckoning.start.day, dueOn: due.day, dueAt: due.point?.instant,
            isProvisional: due.point?.provisional ?? false, stoppedOn: stop?.day, stoppedAt: stop?.instant, phase: phase,
            soonDays: deadline.soonDays,
            sense: version.sense)
    }

    private func reckoning(of deadline: DeadlineDefinition, row: String, occurrence: Int, for facts: RecordFacts)
        -> (reckoning: Reckoning, version: ClockVersion)?
    {
        let child = deadline.forEach.flatMap { facts.values[$0]?.rows?.first { $0.id == row } }
        if deadline.forEach != nil, child == nil { return nil }
        guard let begin = EventDates(facts: facts, row: child).first(deadline.starts) else { return nil }
        guard let version = version(of: deadline, for: facts, start: begin.day), deadline.validity.holds(on: begin.day) else {
            return nil
        }
        var start: Reckoning.Start = begin.instant.map { .instant($0) } ?? .day(begin.day)
        if let every = deadline.every, occurrence > 0 {
            let later = Reckoning(from: begin.day, every.repeated(occurrence)).due(by: calendar).day ?? begin.day
            start = .day(later)
        }
        var extended: Length?
        if let field = deadline.extendBy, case .integer(let amount)? = child?.values[field] ?? facts.values[field], amount > 0,
            let unit = version.extendAtMost?.unit
        {
            extended = Length(Int(amount), unit)
        }
        return (
            Reckoning(
                from: start, term: version.term, sense: version.sense, roll: version.roll, pauses: pauses(deadline, facts: facts),
                extendedBy: extended),
            version
        )
    }

    private func pauses(_ deadline: DeadlineDefinition, facts: RecordFacts) -> [Pause] {
        guard let name = deadline.pauses, let field = facts.register.field(name) else { return [] }
        return (facts.values[name]?.rows ?? []).compactMap { row in
            guard let from = row.values["from_on"]?.day else { return nil }
            let cause = row.values["cause"]?.text.map { code in
                facts.register.codes[field.fields.first { $0.name == "cause" }?.codes ?? ""]?.entry(code)?.label ?? code
            }
            return Pause(from: from, resumed: row.values["resumed_on"]?.day, cause: cause)
        }
    }
}

extension Length {
    /// The length n times over.
    func repeated(_ times: Int) -> Length { Length(amount * times, unit) }
}

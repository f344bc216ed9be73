import Definitions
import LegalTime
import Records

/// On which days the events that a deadline names have happened.
struct EventDates {
    struct Event {
        var day: Day
        var instant: Instant?
    }

    let facts: RecordFacts
    /// The child row of a `for_each` run: its fields are looked at first.
    let row: Row?

    func first(_ event: EventReference) -> Event? { all(event).first }

    /// The earliest of several events that have happened.
    func first(anyOf events: [EventReference]) -> Event? { events.compactMap(first).min { $0.day < $1.day } }

    /// The nth of the events in order of time, for repeated clocks: each repetition is met by one event.
    func event(number: Int, of events: [EventReference]) -> Event? {
        let ordered = events.flatMap(all).sorted { $0.day < $1.day }
        return ordered.indices.contains(number) ? ordered[number] : nil
    }

    private func all(_ event: EventReference) -> [Event] {
        switch event {
        case .entered(let states):
            return facts.stamps.filter { states.contains($0.to) && $0.from != $0.to }.map { Event(day: $0.on, instant: nil) }
        case .field(let name):
            let path = FieldPath(name)
            if let child = path.child {
                let rows = facts.values[path.field]?.rows ?? []
                return rows.compactMap { Self.event($0.values[child]) }.sorted { $0.day < $1.day }
            }
            return (Self.event(row?.values[name]) ?? Self.event(facts.values[name])).map { [$0] } ?? []
        }
    }

    private static func event(_ value: Value?) -> Event? {
        switch value {
        case .day(let day): Event(day: day, instant: nil)
        case .moment(let moment): Event(day: moment.day, instant: moment)
        default: nil
        }
    }
}

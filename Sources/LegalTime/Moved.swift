/// A run whose due point another calendar changes.
public struct Moved<ID: Hashable & Sendable>: Hashable, Sendable {
    /// Which run.
    public var id: ID
    /// What the calendar in use says.
    public var old: Due
    /// What the other calendar says.
    public var new: Due

    /// Whether the day or the moment changes, and not only that it is provisional no longer.
    public var changesDay: Bool {
        old.day != new.day || old.point?.instant != new.point?.instant
    }
}

extension WorkCalendar {
    /// What changes when `other` takes this calendar's place: the preview of a recomputation. Nothing is changed by asking.
    public func moves<Run, ID>(
        of runs: some Sequence<Run>, to other: WorkCalendar, id: (Run) -> ID, reckoning: (Run) -> Reckoning
    ) -> [Moved<ID>] {
        runs.compactMap { run in
            let asked = reckoning(run)
            let old = asked.due(by: self)
            let new = asked.due(by: other)
            return old == new ? nil : Moved(id: id(run), old: old, new: new)
        }
    }
}

/// A time in which a period does not run (中止, 补正, 鉴定 …): from `from` until the day of resumption, which counts again.
public struct Pause: Hashable, Sendable, Codable {
    /// The first day that does not count.
    public var from: Day
    /// The first day that counts again; nil while the period still stands still.
    public var resumed: Day?
    /// Why, as the record says it.
    public var cause: String?

    /// The days `[from, resumed)`.
    public init(from: Day, resumed: Day?, cause: String? = nil) {
        self.from = from
        self.resumed = resumed
        self.cause = cause
    }

    /// Whether the day does not count because of this pause.
    public func contains(_ day: Day) -> Bool {
        guard day >= from else { return false }
        guard let resumed else { return true }
        return day < resumed
    }

    /// The pauses in order and free of overlap, without what lies on or before `start`, where nothing is counted anyhow.
    ///
    /// A day inside two pauses belongs to the one that began first. Whatever follows an open pause is dropped, as is a pause
    /// that ends before it begins.
    static func inOrder(_ pauses: [Pause], after start: Day) -> [Pause] {
        if pauses.isEmpty { return [] }
        let sorted =
            pauses.count == 1
            ? pauses : pauses.sorted { ($0.from, $0.resumed?.number ?? .max) < ($1.from, $1.resumed?.number ?? .max) }
        var ordered: [Pause] = []
        var free = start.adding(days: 1)
        for pause in sorted {
            let from = Swift.max(pause.from, free)
            guard let resumed = pause.resumed else {
                ordered.append(Pause(from: from, resumed: nil, cause: pause.cause))
                break
            }
            guard resumed > from else { continue }
            ordered.append(Pause(from: from, resumed: resumed, cause: pause.cause))
            free = resumed
        }
        return ordered
    }
}

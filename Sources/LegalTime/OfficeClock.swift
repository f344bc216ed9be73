#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What day it is for the rules, and what moment it is for the log.
///
/// The two are kept apart because a demonstration district lives on a day of its own while its log tells real time.
public struct OfficeClock: Sendable {
    /// The day that the rules go by.
    public var today: @Sendable () -> Day
    /// The real moment, for the log.
    public var now: @Sendable () -> Instant

    /// A clock out of its two hands.
    public init(today: @escaping @Sendable () -> Day, now: @escaping @Sendable () -> Instant) {
        self.today = today
        self.now = now
    }

    /// The moment that rules counted in minutes or hours go by: the time of day of `now` on the day `today`.
    public var present: Instant {
        let moment = now()
        return moment.adding(minutes: moment.day.days(until: today()) * 1440)
    }

    /// A clock whose day stands still; its moments are real unless told otherwise.
    public static func fixed(
        today: Day, now: @escaping @Sendable () -> Instant = OfficeClock.system.now
    ) -> OfficeClock {
        OfficeClock(today: { today }, now: now)
    }

    /// The machine's clock: the only place that reads it.
    public static let system = OfficeClock(today: { systemInstant().day }, now: { systemInstant() })

    private static func systemInstant() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}

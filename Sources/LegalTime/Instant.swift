/// A moment, in milliseconds since 1970-01-01T00:00Z, read and written on the clock of Asia/Shanghai.
///
/// The offset is fixed at +08:00. China has one civil time and has kept it without summer time since September 1991, so the
/// offset is exact for every moment from 1992 on; no register reaches further back by the minute.
public struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00Z.
    public let milliseconds: Int64

    static let offset: Int64 = 8 * 3_600_000
    static let millisecondsPerMinute: Int64 = 60_000
    static let millisecondsPerDay: Int64 = 86_400_000

    /// The moment `milliseconds` after 1970-01-01T00:00Z.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The moment at which the office's clock shows `hour:minute:second` on `day`.
    public init(day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        let seconds = Int64(day.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        self.init(milliseconds: seconds * 1000 - Instant.offset)
    }

    /// The day in Asia/Shanghai.
    public var day: Day {
        Day(daysSince1970: Int((milliseconds + Instant.offset).quotient(Instant.millisecondsPerDay)))
    }

    /// Minutes since midnight in Asia/Shanghai, 0...1439.
    public var minuteOfDay: Int {
        Int((milliseconds + Instant.offset).modulo(Instant.millisecondsPerDay) / Instant.millisecondsPerMinute)
    }

    /// The first moment of this moment's minute.
    public var startOfMinute: Instant { Instant(minuteNumber: minuteNumber) }

    /// The moment `minutes` later (earlier, when negative).
    public func adding(minutes: Int) -> Instant {
        Instant(milliseconds: milliseconds + Int64(minutes) * Instant.millisecondsPerMinute)
    }

    /// Whole minutes by the clock from this moment's minute to the minute of `other`; seconds are not looked at.
    public func minutes(until other: Instant) -> Int {
        other.minuteNumber - minuteNumber
    }

    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
}

extension Instant {
    /// Minutes since 1970-01-01T00:00Z, rounded down.
    var minuteNumber: Int { Int(milliseconds.quotient(Instant.millisecondsPerMinute)) }

    init(minuteNumber: Int) {
        self.init(milliseconds: Int64(minuteNumber) * Instant.millisecondsPerMinute)
    }
}

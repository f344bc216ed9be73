/// A civil day in the Gregorian calendar, kept as the number of days from 1970-01-01.
///
/// A day has no time zone: it is the day that an office in China writes on a paper. `Instant.day` gives the day of a moment.
public struct Day: Hashable, Sendable {
    let number: Int32

    /// The day that lies `daysSince1970` days after 1970-01-01 (before it, when negative).
    public init(daysSince1970: Int) {
        number = Int32(clamping: daysSince1970)
    }

    /// The day of a year (1...9999), a month (1...12) and a day of the month; nil where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year) else {
            return nil
        }
        self.init(civil: year, month, day)
    }

    /// Days from 1970-01-01 to this day.
    public var daysSince1970: Int { Int(number) }
    /// The year, as written: 2022.
    public var year: Int { civil.year }
    /// The month, 1...12.
    public var month: Int { civil.month }
    /// The day of the month, 1...31.
    public var day: Int { civil.day }
    /// The day of the week, 1 for Monday to 7 for Sunday.
    public var weekday: Int { Int(number + 3).modulo(7) + 1 }
    /// Whether the day is a Saturday or a Sunday, whatever the notices arrange.
    public var isWeekend: Bool { weekday > 5 }

    /// The first day of this day's month.
    public var firstOfMonth: Day {
        let (year, month, _) = civil
        return Day(civil: year, month, 1)
    }

    /// The last day of this day's month.
    public var lastOfMonth: Day {
        let (year, month, _) = civil
        return Day(civil: year, month, Day.length(ofMonth: month, year: year))
    }

    /// 1 January of this day's year.
    public var firstOfYear: Day { Day(civil: year, 1, 1) }
    /// 31 December of this day's year.
    public var lastOfYear: Day { Day(civil: year, 12, 31) }

    /// The day `days` later (earlier, when negative).
    public func adding(days: Int) -> Day {
        Day(daysSince1970: Int(number) + days)
    }

    /// The same-numbered day `months` later, or the last day of that month where it has no such day (01-31 → 02-28).
    public func adding(months: Int) -> Day {
        let (year, month, day) = civil
        let count = year * 12 + month - 1 + months
        let target = (year: count.quotient(12), month: count.modulo(12) + 1)
        return Day(civil: target.year, target.month, Swift.min(day, Day.length(ofMonth: target.month, year: target.year)))
    }

    /// The same day `years` later; 29 February becomes 28 February in a common year.
    public func adding(years: Int) -> Day {
        adding(months: years * 12)
    }

    /// The number of days from this day to `other`, negative when it lies before.
    public func days(until other: Day) -> Int {
        Int(other.number) - Int(number)
    }
}

extension Day: Comparable, Strideable {
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
    public func advanced(by days: Int) -> Day { adding(days: days) }
    public func distance(to other: Day) -> Int { days(until: other) }
}

// Civil from and to day numbers by 400-year eras that begin on 1 March, so that the leap day is the last of its year.
extension Day {
    private init(civil year: Int, _ month: Int, _ day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.quotient(400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(daysSince1970: era * 146_097 + dayOfEra - 719_468)
    }

    var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = shifted.quotient(146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension BinaryInteger {
    /// The quotient rounded towards negative infinity; `divisor` is positive.
    func quotient(_ divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// The remainder in `0..<divisor`; `divisor` is positive.
    func modulo(_ divisor: Self) -> Self {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}

/// The numbers by which a workbook counts days and times, without floating point.
struct SerialDay {
    /// Whole days since the system's start, and the second of the day, rounded to the nearest.
    let days: Int
    let second: Int

    /// Reads plain decimal text; nil when negative or beyond the year 9999.
    init?(_ number: String) {
        var whole = 0
        // Twelve digits of a day are a tenth of a microsecond, and keep the product within 64 bits.
        var fraction = 0
        var fractionDigits: Int?
        for byte in number.utf8 {
            if byte == UInt8(ascii: "."), fractionDigits == nil {
                fractionDigits = 0
                continue
            }
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            if let digits = fractionDigits {
                if digits < 12 {
                    fraction = fraction * 10 + Int(byte - 0x30)
                    fractionDigits = digits + 1
                }
            } else {
                whole = whole * 10 + Int(byte - 0x30)
                guard whole <= 2_958_465 else { return nil }
            }
        }
        for _ in (fractionDigits ?? 0)..<12 { fraction *= 10 }
        let seconds = (fraction * 86_400 + 500_000_000_000) / 1_000_000_000_000
        days = whole + seconds / 86_400
        second = seconds % 86_400
    }

    /// The cell's value under that format. A serial number that is no day (0, and 60, Excel's 29 February 1900) stays a number.
    static func value(_ number: String, _ format: NumberFormat, is1904: Bool) -> CellValue {
        guard format != .number, let serial = SerialDay(number) else { return .number(number) }
        let (hour, minute, second) = (serial.second / 3600, serial.second / 60 % 60, serial.second % 60)
        if format == .elapsed { return .time(hour: serial.days * 24 + hour, minute: minute, second: second) }
        if format == .time, serial.days == 0 { return .time(hour: hour, minute: minute, second: second) }
        guard let day = serial.day(is1904: is1904) else { return .number(number) }
        if format == .date { return .date(year: day.year, month: day.month, day: day.day) }
        return .dateTime(year: day.year, month: day.month, day: day.day, hour: hour, minute: minute, second: second)
    }

    private func day(is1904: Bool) -> (year: Int, month: Int, day: Int)? {
        if is1904 { return Self.civil(days - 24_107) }
        guard days > 0, days != 60 else { return nil }
        return Self.civil(days - (days < 60 ? 25_568 : 25_569))
    }

    /// The day so many days after 1970-01-01 in the Gregorian calendar, by counting in years that start in March.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The serial number of a day in the 1900 system; nil before 1900-03-01, where Excel's count is off, and for no day at all.
    static func number(year: Int, month: Int, day: Int) -> Int? {
        guard (1900...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear % 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        guard civil(days) == (year, month, day), days + 25_569 > 60 else { return nil }
        return days + 25_569
    }
}

/// How long a statutory period runs.
public enum Length: Hashable, Sendable {
    /// Minutes of clock time, day and night.
    case minutes(Int)
    /// Hours of clock time, day and night.
    case hours(Int)
    /// Working days, 工作日: rest days do not count, make-up workdays do.
    case workingDays(Int)
    /// Calendar days, 自然日.
    case calendarDays(Int)
    /// Months, ending on the same-numbered day.
    case months(Int)
    /// Years, ending on the same day.
    case years(Int)

    /// A number of a unit.
    public init(_ amount: Int, _ unit: LengthUnit) {
        switch unit {
        case .minutes: self = .minutes(amount)
        case .hours: self = .hours(amount)
        case .workingDays: self = .workingDays(amount)
        case .calendarDays: self = .calendarDays(amount)
        case .months: self = .months(amount)
        case .years: self = .years(amount)
        }
    }

    /// How many of the unit.
    public var amount: Int {
        switch self {
        case .minutes(let count), .hours(let count), .workingDays(let count), .calendarDays(let count), .months(let count),
            .years(let count):
            count
        }
    }

    /// What is counted.
    public var unit: LengthUnit {
        switch self {
        case .minutes: .minutes
        case .hours: .hours
        case .workingDays: .workingDays
        case .calendarDays: .calendarDays
        case .months: .months
        case .years: .years
        }
    }

    /// Whether the period runs on the clock and ends at a moment rather than on a day.
    public var isClockTime: Bool { clockMinutes != nil }

    /// The minutes of a length of clock time; nil for days, months and years.
    var clockMinutes: Int? {
        switch self {
        case .minutes(let count): count
        case .hours(let count): count * 60
        default: nil
        }
    }

    /// The months of a length in months or years.
    var wholeMonths: Int? {
        switch self {
        case .months(let count): count
        case .years(let count): count * 12
        default: nil
        }
    }
}

/// The unit of a length, under the name it has in a law's file.
public enum LengthUnit: String, Hashable, Sendable, CaseIterable, Codable, CodingKey {
    case minutes
    case hours
    case workingDays = "working_days"
    case calendarDays = "calendar_days"
    case months
    case years
}

extension Length: Codable {
    /// Reads `{"working_days": 5}`: one unit with its number.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: LengthUnit.self)
        guard container.allKeys.count == 1, let unit = container.allKeys.first else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: container.codingPath, debugDescription: "a length has exactly one unit"))
        }
        self.init(try container.decode(Int.self, forKey: unit), unit)
    }

    /// Writes `{"working_days": 5}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: LengthUnit.self)
        try container.encode(amount, forKey: unit)
    }
}

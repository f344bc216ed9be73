import LegalTime

extension Wording {
    /// A day as registers write it: 2022-01-18.
    public func day(_ day: Day) -> String { day.iso }

    /// A day as letters and reports write it: 2022年1月18日, 18 January 2022.
    public func longDay(_ day: Day) -> String {
        say("\(day.year)年\(day.month)月\(day.day)日", "\(day.day) \(Self.months[day.month - 1]) \(day.year)")
    }

    /// 星期二, Tuesday.
    public func weekday(_ day: Day) -> String {
        say("星期" + ["一", "二", "三", "四", "五", "六", "日"][day.weekday - 1], Self.weekdays[day.weekday - 1])
    }

    /// 2022-01-18 星期二.
    public func dayAndWeekday(_ day: Day) -> String { day.iso + " " + weekday(day) }

    /// A moment to the minute: 2022-01-18 09:30.
    public func moment(_ moment: Instant) -> String { moment.day.iso + " " + time(moment) }

    /// The time of day: 09:30.
    public func time(_ moment: Instant) -> String {
        let (hour, minute) = moment.minuteOfDay.quotientAndRemainder(dividingBy: 60)
        return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }

    /// 3 月 1 日, 1 March.
    public func annualDay(_ annual: AnnualDay) -> String {
        say("\(annual.month) 月 \(annual.day) 日", "\(annual.day) \(Self.months[annual.month - 1])")
    }

    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
    static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    /// What a day is in the calendar of working days.
    public func name(of kind: DayKind) -> String {
        switch kind {
        case .workday: say("工作日", "working day")
        case .weekend: say("周末", "weekend")
        case .restDay: say("法定休假日", "rest day")
        case .makeUpWorkday: say("调休上班日", "make-up workday")
        }
    }
}

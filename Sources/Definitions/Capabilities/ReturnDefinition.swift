import LegalTime

/// A monthly return (月报): what is due from which units by which day, with which figures.
public struct ReturnDefinition: Sendable, Equatable {
    public var name: String
    public var label: String
    public var english: String
    public var summary: String
    public var englishSummary: String
    /// The office that receives it.
    public var office: String
    /// Who approves, sends back and locks, by the roles held in that office.
    public var approvers: [String]
    /// Who fills it in for a unit.
    public var fillers: [String]
    /// The kinds of unit that owe it.
    public var kinds: [String]
    /// District, then the units that do not.
    public var except: [String: [String]]
    /// The first and the last month for which it is due.
    public var since: Month?
    public var until: Month?
    public var due: ReturnDue
    /// How many working days before the day it is due units are reminded; nil: not at all.
    public var remind: Int?
    public var items: [ReturnItem]
    public var sums: [ReturnSum]
    public var basis: LegalBasis?
    public var place: SourcePlace

    public func item(_ name: String) -> ReturnItem? { items.first { $0.name == name } }

    /// Whether the month is one of those for which it is due.
    public func covers(_ month: Month) -> Bool { (since ?? month) <= month && month <= (until ?? month) }

    /// The last day on which the return of a month is in time. The office has set it, no law.
    public func dueDay(of month: Month, calendar: WorkCalendar) -> Day { due.day(after: month, calendar: calendar) }

    /// The day from which units are reminded.
    public func reminderDay(of month: Month, calendar: WorkCalendar) -> Day? {
        remind.map { calendar.workingDay($0, before: dueDay(of: month, calendar: calendar)) }
    }

    /// The indicators that it counts.
    public var figures: [FigureName] { items.compactMap(\.figure) }
}

/// By which day of the month after a return is due.
public struct ReturnDue: Sendable, Equatable {
    public enum Roll: String, Sendable, CaseIterable {
        case nextWorkingDay = "next_working_day"
        case previousWorkingDay = "previous_working_day"
        case none
    }
    /// From 1 to 28.
    public var dayOfNextMonth: Int
    /// Where the day goes if it is a rest day.
    public var roll: Roll

    func day(after month: Month, calendar: WorkCalendar) -> Day {
        let day = month.next.first.adding(days: dayOfNextMonth - 1)
        switch roll {
        case .nextWorkingDay: return calendar.nextWorkingDay(onOrAfter: day)
        case .previousWorkingDay: return calendar.previousWorkingDay(onOrBefore: day)
        case .none: return day
        }
    }
}

/// One number of a return: counted from the unit's own rows, entered, or counted where the unit keeps rows and entered where not.
public struct ReturnItem: Sendable, Equatable {
    /// When a remark has to stand beside the number; a difference of counted and entered always needs one.
    public enum Note: String, Sendable, CaseIterable {
        case always
        case positive
        case zero
    }
    public var name: String
    public var label: String
    public var english: String
    public var unit: String
    /// What counts it; nil: only entered.
    public var figure: FigureName?
    public var isEntered: Bool
    /// Places after the point of what is entered; of a counted one those of its indicator.
    public var decimals: Int
    public var note: Note?
    public var place: SourcePlace
}

/// What the numbers of one return have to agree in: the parts are at most the total, or make it up.
public struct ReturnSum: Sendable, Equatable {
    public enum Relation: String, Sendable, CaseIterable {
        case atMost = "at_most"
        case equal
    }
    public var parts: [String]
    public var total: String
    public var relation: Relation
}

extension ReturnDefinition {
    /// The definition written in one way only, in the keys of the form.
    public var text: String {
        CanonicalValue.given([
            ("return", .text(name)), ("label", .text(label)), ("summary", .text(summary)),
            ("office", .map([("name", .text(office)), ("approve", .texts(approvers))])), ("fill", .texts(fillers)),
            ("units", .texts(kinds)),
            ("except", except.isEmpty ? nil : .map(except.sorted { $0.key < $1.key }.map { ($0.key, .texts($0.value)) })),
            ("since", since.map { .text($0.iso) }), ("until", until.map { .text($0.iso) }), ("every", .text("month")),
            (
                "due",
                .map([("day_of_next_month", .integer(Int64(due.dayOfNextMonth))), ("roll", .text(due.roll.rawValue))])
            ),
            ("remind", remind.map { .integer(Int64($0)) }), ("items", .list(items.map(\.canonical))),
            ("sums", sums.isEmpty ? nil : .list(sums.map(\.canonical))), ("basis", basis.map { .text($0.description) }),
        ]).block + "\n"
    }

    /// Of the text; it stands in the log beside each act on a sheet.
    public var digest: String { CanonicalText.digest(of: text) }
}

extension ReturnItem {
    fileprivate var canonical: CanonicalValue {
        .given([
            ("name", .text(name)), ("label", .text(label)), ("unit", .text(unit)),
            ("figure", figure.map { .text($0.description) }), ("entered", isEntered ? .bool(true) : nil),
            ("decimals", figure == nil && decimals > 0 ? .integer(Int64(decimals)) : nil),
            ("note", note.map { .text($0.rawValue) }),
        ])
    }
}

extension ReturnSum {
    fileprivate var canonical: CanonicalValue {
        .map([("parts", .texts(parts)), ("total", .text(total)), ("as", .text(relation.rawValue))])
    }
}

import LegalTime

/// Reads a file of `calendars/`: rest days and make-up workdays of one year.
struct CalendarParser {
    /// - Parameter name: The name of the file, which is the year.
    func edition(_ reader: NodeReader, name: String) -> YearEdition? {
        guard let root = reader.mapping(["year", "source", "rest", "work"]) else { return nil }
        let year = root.required("year")?.integer(1900...2999)
        if let year, String(year) != name {
            root["year"]?.report(.unknownValue(key: "year", value: String(year), allowed: [name]), suggestion: name)
        }
        let source = root.required("source")?.text()
        var places: [Day: SourcePlace] = [:]
        let rest = days(root.required("rest"), &places)
        let work = days(root.required("work"), &places)
        guard let year, let source else { return nil }
        let edition = YearEdition(year: year, restDays: rest, workDays: work, source: source)
        for problem in edition.problems {
            switch problem {
            case .outsideYear(let day): reader.problems.add(places[day] ?? reader.place, .calendarDayOutsideYear(day.iso))
            case .restAndWork(let day):
                reader.problems.add(places[day] ?? reader.place, .duplicate(kind: "calendar_day", name: day.iso))
            case .workDayOnWeekday(let day):
                reader.problems.add(places[day] ?? reader.place, .calendarWorkdayNotOnWeekend(day.iso))
            }
        }
        return edition
    }

    private func days(_ reader: NodeReader?, _ places: inout [Day: SourcePlace]) -> Set<Day> {
        var days: Set<Day> = []
        for item in reader?.items() ?? [] {
            guard let day = item.day() else { continue }
            if !days.insert(day).inserted { item.report(.duplicate(kind: "calendar_day", name: day.iso)) }
            places[day] = item.place
        }
        return days
    }
}

import LegalTime

extension NodeReader {
    /// A day written `yyyy-mm-dd`.
    func day() -> Day? {
        guard let text = text() else { return nil }
        guard let day = Day(iso: text) else {
            report(.badDate(text))
            return nil
        }
        return day
    }

    /// A day of the year written `mm-dd`.
    func annualDay() -> AnnualDay? {
        guard let text = text() else { return nil }
        guard let day = AnnualDay(text: text) else {
            report(.badDate(text))
            return nil
        }
        return day
    }

    /// `{ working_days: 5 }`: exactly one unit with a number above zero.
    func length() -> Length? {
        let units = LengthUnit.allCases.map(\.rawValue)
        guard let mapping = mapping(units) else { return nil }
        let given = units.filter(mapping.has)
        guard given.count == 1, let unit = LengthUnit(rawValue: given[0]) else {
            if !given.isEmpty || node.mapping?.isEmpty == true { reportShape("one_of " + units.joined(separator: "|")) }
            return nil
        }
        guard let amount = mapping.integer(unit.rawValue, 1...100_000) else { return nil }
        return Length(amount, unit)
    }

    /// One status of a clock or a list of them.
    func clockStatuses() -> [ClockStatus] { itemsOrOne().compactMap { $0.choice(ClockStatus.self) } }
}

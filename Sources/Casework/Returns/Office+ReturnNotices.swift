import Definitions
import LegalTime
import Store

/// What units are told of their returns.
extension Office {
    /// Tells every unit that still owes a return once when its reminder falls, and once when the day has passed.
    ///
    /// Returns how many notices were made. Running it twice tells nothing twice.
    @discardableResult
    public func remindOfReturns() async throws(StoreError) -> Int {
        let directory = try await directory()
        let today = clock.today()
        var made = 0
        for definition in catalogue.returns where definition.remind != nil {
            // The month that has just ended, and the one before it, whose day may have passed since.
            let last = Month(of: today.firstOfMonth.adding(days: -1))
            let months = [Month(of: last.first.adding(days: -1)), last, Month(of: today)].filter(definition.covers)
            guard let first = months.first, let end = months.last else { continue }
            made += try await engine.write { session in
                let district = self.district.name
                let sheets = try ReturnSheetTable.sheets(definition.name, first...end, district: district, in: session)
                let exceptions = try ReturnOrderTable.exceptions(definition.name, district: district, in: session)
                let locks = try ReturnOrderTable.locks(definition.name, first...end, district: district, in: session)
                var made = 0
                for month in months {
                    for unit in directory.units where definition.isOwed(by: unit, in: month, district: district) {
                        let sheet = sheets.first { $0.month == month && $0.unit == unit.id }
                        let cell = self.cell(
                            definition, month, unit.id, sheet, exceptions: exceptions, locks: locks, today: today)
                        guard cell.lock == nil, let kind = self.reminder(of: cell) else { continue }
                        let mark = "return:\(definition.name):\(month):\(unit.id):\(kind.rawValue)"
                        let notice = NewNotice(
                            kind, to: .unit(unit.id), number: self.title(definition, month), dueOn: cell.dueOn.iso,
                            mark: mark, by: Self.system)
                        if try self.notify(notice, in: session) { made += 1 }
                    }
                }
                return made == 0 ? .rollBack(0) : .commit(made)
            }
        }
        return made
    }

    private func reminder(of cell: ReturnCell) -> NoticeKind? {
        switch cell.standing {
        case .dueSoon: .asked
        case .missing: .overdue
        default: nil
        }
    }

    /// Tells the unit what the office in charge did with its sheet.
    func tell(
        of act: ReturnAct, _ definition: ReturnDefinition, _ month: Month, _ unit: String, by account: String,
        in session: any Transaction
    )
        throws
    {
        let kind: NoticeKind
        switch act {
        case .sendBack: kind = .sentBack
        case .approve: kind = .answered
        default: return
        }
        try notify(NewNotice(kind, to: .unit(unit), number: title(definition, month), by: account), in: session)
    }

    private func title(_ definition: ReturnDefinition, _ month: Month) -> String { "\(definition.label) \(month)" }
}

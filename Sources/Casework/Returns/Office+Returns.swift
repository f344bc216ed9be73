import Access
import Definitions
import Indicators
import LegalTime
import Records
import Store

extension ReturnDefinition {
    /// Under what name the policy knows the return, beside the registers; no register has a stroke in its name.
    var accessName: String { "returns/\(name)" }

    /// What the policy is told of it.
    var access: RegisterAccess {
        RegisterAccess(name: accessName, office: office).moved(by: Set((approvers + fillers).map(Role.init(rawValue:))))
    }

    /// Whether the unit owes the return of the month: it is of one of the kinds, stands on the month's last day and is not left out.
    public func isOwed(by unit: UnitDefinition, in month: Month, district: String) -> Bool {
        covers(month) && kinds.contains(unit.kind) && !(except[district]?.contains(unit.id) ?? false)
            && (unit.from ?? month.last) <= month.last && month.last <= (unit.until ?? month.last)
    }
}

// MARK: Who may what

extension Office {
    /// Whether somebody fills the return in for the unit: by a role for the return itself or for a register that it counts.
    public func mayFill(_ definition: ReturnDefinition, _ unit: String, _ actor: Actor) -> Bool {
        let fillers = Set(definition.fillers.map(Role.init(rawValue:)))
        let places = [definition.accessName] + Set(definition.figures.map(\.register)).sorted()
        return places.contains { !actor.scope.roles(in: $0, unit: unit).isDisjoint(with: fillers) }
    }

    func mayApprove(_ definition: ReturnDefinition, _ unit: String, _ actor: Actor) -> Bool {
        let approvers = Set(definition.approvers.map(Role.init(rawValue:)))
        return !actor.scope.roles(in: definition.accessName, unit: unit).isDisjoint(with: approvers)
    }

    /// Whether somebody is the office in charge for every unit of the district.
    public func isInCharge(_ definition: ReturnDefinition, _ actor: Actor) -> Bool {
        district.units.first { $0.parent == nil }.map { mayApprove(definition, $0.id, actor) } ?? false
    }

    func mayRead(_ definition: ReturnDefinition, _ unit: String, _ actor: Actor) -> Bool {
        actor.scope.may(.read, in: definition.accessName, unit: unit) || mayFill(definition, unit, actor)
    }

    /// The returns of which this person sees anything.
    public func returns(for actor: Actor, in directory: Directory) -> [ReturnDefinition] {
        catalogue.returns.filter { definition in
            directory.units.contains { definition.kinds.contains($0.kind) && mayRead(definition, $0.id, actor) }
        }
    }
}

// MARK: Reading

extension Office {
    /// Units by months; nil for a return that is not there or of which this person sees nothing.
    public func returnBoard(_ name: String, months: [Month], by actor: Actor) async throws(StoreError) -> ReturnBoard? {
        let directory = try await directory()
        guard let definition = catalogue.monthlyReturn(name) else { return nil }
        return try await engine.read { session in
            try self.board(definition, months: months, by: actor, directory: directory, in: session)
        }
    }

    func board(
        _ definition: ReturnDefinition, months: [Month], by actor: Actor, directory: Directory, in session: any Transaction
    ) throws -> ReturnBoard? {
        guard let first = months.min(), let last = months.max() else { return nil }
        let district = district.name
        let today = clock.today()
        let sheets = try ReturnSheetTable.sheets(definition.name, first...last, district: district, in: session)
        let byPlace = Dictionary(sheets.map { ("\($0.month)/\($0.unit)", $0) }, uniquingKeysWith: { first, _ in first })
        let exceptions = try ReturnOrderTable.exceptions(definition.name, district: district, in: session)
        let locks = try ReturnOrderTable.locks(definition.name, first...last, district: district, in: session)
        let rows = directory.units.compactMap { unit -> ReturnBoard.Row? in
            guard mayRead(definition, unit.id, actor) else { return nil }
            let cells = months.map { month -> ReturnCell? in
                guard definition.isOwed(by: unit, in: month, district: district) else { return nil }
                return cell(
                    definition, month, unit.id, byPlace["\(month)/\(unit.id)"], exceptions: exceptions, locks: locks, today: today
                )
            }
            guard cells.contains(where: { $0 != nil }) else { return nil }
            return ReturnBoard.Row(unit: unit, cells: cells, mayApprove: mayApprove(definition, unit.id, actor))
        }
        let mayReadAny = directory.units.contains {
            definition.kinds.contains($0.kind) && mayRead(definition, $0.id, actor)
        }
        guard mayReadAny else { return nil }
        let shown = Set(rows.map(\.unit.id))
        return ReturnBoard(
            definition: definition, months: months, rows: rows, exceptions: exceptions.filter { shown.contains($0.unit) },
            monthLocks: locks.filter { $0.unit == nil }, today: today, isInCharge: isInCharge(definition, actor),
            ownUnits: Set(rows.map(\.unit.id).filter { mayFill(definition, $0, actor) }))
    }

    func cell(
        _ definition: ReturnDefinition, _ month: Month, _ unit: String, _ sheet: ReturnSheetTable.Sheet?,
        exceptions: [ReturnOrderTable.Exception], locks: [ReturnOrderTable.Lock], today: Day
    ) -> ReturnCell {
        let calendar = catalogue.calendar
        let dueOn = sheet?.dueOn ?? definition.dueDay(of: month, calendar: calendar)
        let exception = exceptions.first { $0.unit == unit && $0.covers(month) }
        let lock = locks.first { $0.month == month && ($0.unit == nil || $0.unit == unit) }
        let standing: ReturnCell.Standing
        switch sheet?.state {
        case .submitted: standing = .submitted
        case .approved: standing = .approved
        case .returned: standing = .returned
        case .due, nil:
            if today < month.last {
                standing = .notYet
            } else if dueOn < today {
                standing = .missing
            } else {
                let reminder = definition.reminderDay(of: month, calendar: calendar)
                standing = reminder.map { $0 <= today } ?? false ? .dueSoon : .due
            }
        }
        return ReturnCell(
            unit: unit, month: month, dueOn: dueOn, standing: exception != nil && sheet?.isIn != true ? .excepted : standing,
            sheet: sheet, exception: exception, lock: lock)
    }

    /// One sheet with its numbers as frozen and as counted now.
    public func returnSheet(_ name: String, month: Month, unit: String, by actor: Actor) async throws(StoreError)
        -> ReturnSheetView?
    {
        let directory = try await directory()
        guard let definition = catalogue.monthlyReturn(name) else { return nil }
        return try await engine.read { session in
            guard
                let place = try self.place(definition, month, unit, by: actor, directory: directory, in: session)
            else { return nil }
            let values = try ReturnSheetTable.values(name, month, unit, district: self.district.name, in: session)
            let counted = try self.counted(definition, month, unit, directory: directory, in: session)
            let isIn = place.cell.sheet?.isIn ?? false
            let numbers = definition.items.map { item in
                var number = ReturnNumber(item: item, values.first { $0.item == item.name })
                number.now = counted[item.name]
                // What is not submitted is counted as it stands.
                if !isIn { number.counted = counted[item.name] }
                return number
            }
            return ReturnSheetView(
                definition: definition, cell: place.cell, unit: place.unit, numbers: numbers,
                events: try ReturnOrderTable.events(name, month, unit, district: self.district.name, in: session),
                mayFill: self.mayFill(definition, unit, actor), mayApprove: self.mayApprove(definition, unit, actor),
                isInCharge: self.isInCharge(definition, actor), today: self.clock.today())
        }
    }

    /// The sheet that a unit owes, for whoever may see it.
    func place(
        _ definition: ReturnDefinition, _ month: Month, _ unit: String, by actor: Actor, directory: Directory,
        in session: any Transaction
    ) throws -> (unit: UnitDefinition, cell: ReturnCell)? {
        let district = district.name
        guard let found = directory.units.first(where: { $0.id == unit }),
            definition.isOwed(by: found, in: month, district: district), mayRead(definition, unit, actor)
        else { return nil }
        let sheet = try ReturnSheetTable.sheet(definition.name, month, unit, district: district, in: session)
        let cell = cell(
            definition, month, unit, sheet,
            exceptions: try ReturnOrderTable.exceptions(definition.name, district: district, in: session),
            locks: try ReturnOrderTable.locks(definition.name, month...month, district: district, in: session),
            today: clock.today())
        return (found, cell)
    }

    /// The numbers of some months, with what they add up to; of one unit where one is named.
    public func returnTable(_ name: String, months: [Month], unit: String? = nil, by actor: Actor) async throws(StoreError)
        -> ReturnTable?
    {
        let directory = try await directory()
        guard let definition = catalogue.monthlyReturn(name), let first = months.min(), let last = months.max() else {
            return nil
        }
        return try await engine.read { session in
            guard let board = try self.board(definition, months: months, by: actor, directory: directory, in: session) else {
                return nil
            }
            let stored = try ReturnSheetTable.values(name, first...last, district: self.district.name, in: session)
            let byPlace = Dictionary(grouping: stored) { "\($0.month)/\($0.unit)" }
            let rows = board.rows.filter { unit == nil || $0.unit.id == unit }.flatMap { row in
                row.cells.compactMap(\.self).map { cell in
                    let values = byPlace["\(cell.month)/\(cell.unit)"] ?? []
                    return ReturnTable.Row(
                        cell: cell, unit: row.unit,
                        numbers: definition.items.map { item in
                            ReturnNumber(item: item, cell.isIn ? values.first { $0.value.item == item.name }?.value : nil)
                        })
                }
            }
            return ReturnTable(definition: definition, rows: rows)
        }
    }

    // MARK: Counting

    /// What the registers give for a unit and month, by item, in the items' smallest units.
    ///
    /// A unit counts its own rows and those of the units under it that do not owe the return themselves, so that nothing is
    /// counted twice and nothing is left out.
    func counted(
        _ definition: ReturnDefinition, _ month: Month, _ unit: String, directory: Directory, in session: any Transaction
    ) throws -> [String: Int64] {
        let items = definition.items.filter { $0.figure != nil }
        guard !items.isEmpty else { return [:] }
        let catalogue = catalogue
        let units = counting(definition, month, unit, directory)
        let scope = Scope.units(
            .only(units), of: district.name, as: Self.system, on: clock.today(), registers: catalogue.registers.map(\.name),
            acts: [.read])
        let figures = try statistics.figures(
            items.compactMap(\.figure), period: Period(from: month.first, through: month.last), scope: scope,
            today: clock.today(),
            in: session)
        var counted: [String: Int64] = [:]
        for item in items {
            guard let figure = figures.first(where: { $0.name == item.figure }), let text = figure.value.decimal,
                case .scaled(let value) = NumberText.read(text, decimals: item.decimals)
            else { continue }
            counted[item.name] = value
        }
        return counted
    }

    private func counting(_ definition: ReturnDefinition, _ month: Month, _ unit: String, _ directory: Directory) -> Set<String> {
        let owing = Set(
            directory.units.filter { definition.isOwed(by: $0, in: month, district: district.name) }.map(\.id))
        var found: Set<String> = [unit]
        var open = [unit]
        while let next = open.popLast() {
            for child in directory.tree.children(of: next, on: month.last, includingEnded: true)
            where !owing.contains(child.id) && found.insert(child.id).inserted {
                open.append(child.id)
            }
        }
        return found
    }
}

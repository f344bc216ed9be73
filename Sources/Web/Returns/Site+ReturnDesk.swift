import Casework
import Definitions
import LegalTime
import Pages
import Wording

extension Site {
    /// What stands on the desk: the sheets that this person's units still owe, and those that wait for his approval.
    func returnLines(_ visit: Visit) async throws -> [DeskPage.ReturnLine] {
        var lines: [DeskPage.ReturnLine] = []
        let last = Month(of: visit.today.firstOfMonth.adding(days: -1))
        let months = (0..<12).map { Month(of: last.first.adding(months: -$0)) }
        for definition in visit.office.returns(for: visit.actor, in: visit.directory) {
            guard let board = try await visit.office.returnBoard(definition.name, months: months.sorted(), by: visit.actor) else {
                continue
            }
            for row in board.rows {
                for cell in row.cells.compactMap(\.self) where concerns(cell, row, board) {
                    lines.append(
                        DeskPage.ReturnLine(
                            label: visit.wording.label(definition), month: visit.wording.month(cell.month),
                            unit: visit.unitLabel(cell.unit), due: cell.dueOn, mark: visit.mark(cell, of: definition)))
                }
            }
        }
        return Array(lines.sorted { ($0.due, $0.unit) < ($1.due, $1.unit) }.suffix(20))
    }

    private func concerns(_ cell: ReturnCell, _ row: ReturnBoard.Row, _ board: ReturnBoard) -> Bool {
        if row.mayApprove, cell.standing == .submitted, cell.lock == nil { return true }
        guard board.ownUnits.contains(cell.unit), cell.lock == nil else { return false }
        return [.due, .dueSoon, .missing, .returned].contains(cell.standing)
    }
}

import Casework
import Foundation
import LegalTime
import OfficeFormats
import Pages
import Records
import Wording

/// A table of returns as a workbook: the units of a month, or the months of a unit.
struct ReturnWorkbook {
    let visit: Visit
    let title: String
    let sheet: String
    let table: ReturnTable
    let isOfOneUnit: Bool

    private var wording: Wording { visit.wording }

    func bytes() throws -> [UInt8] {
        let cutOff = visit.office.clock.present.startOfMinute
        let created = Date(timeIntervalSince1970: TimeInterval(cutOff.milliseconds / 1000))
        return try WorkbookWriter.bytes(properties: WorkbookProperties(title: title, author: "", created: created)) {
            writer throws(OfficeFormatError) in
            let page = try writer.addSheet(
                SheetLayout(
                    name: sheet, title: title,
                    captions: [wording.asOf(cutOff), wording.text(ReturnText.setByOffice)], columns: heads))
            for row in table.rows { try page.append(cells(row)) }
            try page.append(totals { $0.value })
            try page.append(totals(label: .onlyEntered) { $0.onlyEntered })
        }
    }

    private var heads: [SheetColumn] {
        var heads = [
            SheetColumn(wording.text(isOfOneUnit ? ReturnText.month : .unit), width: 18),
            SheetColumn(wording.text(CommonText.state), width: 16), SheetColumn(wording.text(ReturnText.dueOn), width: 12),
        ]
        for item in table.definition.items {
            heads.append(SheetColumn(wording.label(wording.label(item), unit: item.unit), width: 16, wraps: true))
        }
        heads.append(SheetColumn(wording.text(ReturnText.enteredMark), width: 24, wraps: true))
        heads.append(SheetColumn(wording.text(ReturnText.remark), width: 40, wraps: true))
        return heads
    }

    private func cells(_ row: ReturnTable.Row) -> [CellValue] {
        let mark = visit.mark(row.cell, of: table.definition, isNamed: false)
        let due = row.cell.dueOn
        var cells: [CellValue] = [
            .text(isOfOneUnit ? wording.month(row.cell.month) : visit.unitLabel(row.unit.id)),
            .text(([mark.text] + mark.remarks).joined(separator: " ")),
            .date(year: due.year, month: due.month, day: due.day),
        ]
        var entered: [String] = []
        var remarks: [String] = []
        for number in row.numbers {
            guard row.cell.isIn, let value = number.value else {
                cells.append(.empty)
                continue
            }
            cells.append(.number(NumberText.write(value, decimals: number.item.decimals, trim: false)))
            if number.isOnlyEntered { entered.append(wording.label(number.item)) }
            if let remark = number.remark { remarks.append(wording.label(number.item) + wording.colon + remark) }
        }
        return cells + [.text(wording.list(entered)), .text(remarks.joined(separator: wording.semicolon))]
    }

    private func totals(label: ReturnText = .total, _ value: (ReturnTable.Total) -> Int64) -> [CellValue] {
        var cells: [CellValue] = [.text(wording.text(label)), .empty, .empty]
        for (item, total) in zip(table.definition.items, table.totals) {
            cells.append(.number(NumberText.write(value(total), decimals: item.decimals, trim: false)))
        }
        return cells + [.empty, .empty]
    }
}

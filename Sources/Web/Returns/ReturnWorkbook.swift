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
        [
            SheetColumn(wording.text(isOfOneUnit ? ReturnText.month : .unit), width: 18),
            SheetColumn(wording.text(CommonText.state), width: 16), SheetColumn(wording.text(ReturnText.dueOn), width: 12),
        ]
            + table.definition.items.map { item in
                SheetColumn(wording.label(wording.label(item), unit: item.unit), width: 16, wraps: true)
            } + [
                SheetColumn(wording.text(ReturnText.enteredMark), width: 24, wraps: true),
                SheetColumn(wording.text(ReturnText.remark), width: 40, wraps: true),
            ]
    }

    private func cells(_ row: ReturnTable.Row) -> [CellValue] {
        let mark = visit.mark(row.cell, of: table.definition, isNamed: false)
        let entered = row.cell.isIn ? row.numbers.filter(\.isOnlyEntered).map { wording.label($0.item) } : []
        let remarks = row.numbers.compactMap { number in number.remark.map { wording.label(number.item) + wording.colon + $0 } }
        let due = row.cell.dueOn
        return [
            .text(isOfOneUnit ? wording.month(row.cell.month) : visit.unitLabel(row.unit.id)),
            .text(([mark.text] + mark.remarks).joined(separator: " ")), .date(year: due.year, month: due.month, day: due.day),
        ]
            + row.numbers.map { number in
                guard row.cell.isIn, let value = number.value else { return .empty }
                return .number(NumberText.write(value, decimals: number.item.decimals, trim: false))
            } + [.text(wording.list(entered)), .text(remarks.joined(separator: wording.semicolon))]
    }

    private func totals(label: ReturnText = .total, _ value: (ReturnTable.Total) -> Int64) -> [CellValue] {
        [.text(wording.text(label)), .empty, .empty]
            + zip(table.definition.items, table.totals).map { item, total in
                .number(NumberText.write(value(total), decimals: item.decimals, trim: false))
            } + [.empty, .empty]
    }
}

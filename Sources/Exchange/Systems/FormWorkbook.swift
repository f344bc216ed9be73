import Casework
import Definitions
import Foundation
import LegalTime
import OfficeFormats
import Records
import Store
import Wording

/// A filled form as a workbook: title, period, who makes it, rows and the total.
public struct FormWorkbook: Sendable {
    let table: FormTable
    let office: Office
    let actor: Actor

    /// - Parameter table: filled in in Chinese.
    public init(_ table: FormTable, office: Office, actor: Actor) {
        self.table = table
        self.office = office
        self.actor = actor
    }

    public func bytes() async throws -> [UInt8] {
        let words = SheetWords(office: office, actor: actor, directory: try await office.directory())
        let sheet = table.form.sheet
        let title = sheet.title.map { words.filled($0, period: table.period.chinese) }
        let captions = sheet.above.map { words.filled($0, period: table.period.chinese) }
        let moment = office.clock.now()
        let created = Date(timeIntervalSince1970: TimeInterval(moment.milliseconds / 1000))
        return try WorkbookWriter.bytes(properties: WorkbookProperties(title: title ?? sheet.name, created: created)) {
            writer throws(OfficeFormatError) in
            let page = try writer.addSheet(
                SheetLayout(name: sheet.name, title: title, captions: captions, columns: heads, footer: captions.last))
            for row in table.rows { try page.append(cells(row)) }
            try page.append(cells(table.total), isTotal: true)
        }
    }

    private var heads: [SheetColumn] {
        [SheetColumn(table.form.rowHeading, kind: .text, width: 30)]
            + zip(table.form.columns, table.units).map { column, unit in
                SheetColumn(unit.isEmpty ? column.heading : "\(column.heading)（\(unit)）", width: 14, wraps: true)
            }
    }

    private func cells(_ row: FormTable.Row) -> [CellValue] {
        [.text(row.label)]
            + row.cells.map { value in
                guard let value, let decimal = value.decimal else { return .text("—") }
                return .number(decimal)
            }
    }

    /// Notes in the log that the form went out.
    public func note() async throws(StoreError) {
        let exchange = table.exchange
        let facts = ["exchange": exchange.name, "layout": exchange.digest(of: nil), "period": table.period.text]
        for register in exchange.registers {
            try await office.noteExport(register, records: 0, format: "form", facts: facts, by: actor)
        }
    }
}

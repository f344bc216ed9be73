import Casework
import Foundation
import LegalTime
import OfficeFormats
import Records

/// The file an export goes to, written as the rows come.
struct ExportSink {
    private enum Kind {
        case workbook(WorkbookWriter, SheetWriter)
        case table(CSVWriter, FileHandle)
        case lines(FileHandle)
    }

    private var kind: Kind
    private let path: String

    static func open(_ format: SheetFormat, path: String, head: ExportHead) throws(ExportError) -> ExportSink {
        if format == .xlsx {
            let layout = SheetLayout(
                name: head.tab, title: head.title, captions: head.captions, columns: head.columns, footer: head.captions.last)
            let created = Date(timeIntervalSince1970: TimeInterval(head.created.milliseconds / 1000))
            do {
                let writer = try WorkbookWriter(
                    path: path, properties: WorkbookProperties(title: head.title ?? head.tab, created: created))
                return ExportSink(kind: .workbook(writer, try writer.addSheet(layout)), path: path)
            } catch {
                throw .format(error)
            }
        }
        // Personal values may stand in it: nobody else on the machine reads it.
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let file = FileHandle(forWritingAtPath: path)
        else { throw .unwritable(path: path) }
        guard format == .csv else { return ExportSink(kind: .lines(file), path: path) }
        var writer = CSVWriter()
        if let title = head.title { writer.append([title]) }
        for caption in head.captions { writer.append([caption]) }
        writer.append(head.columns.map(\.title))
        return ExportSink(kind: .table(writer, file), path: path)
    }

    mutating func append(_ layout: any RowLayout, _ item: RecordPage.Item, _ texts: ValueText, _ today: Day) throws(ExportError) {
        switch kind {
        case .workbook(_, let sheet):
            do { try sheet.append(layout.cells(item, texts, today: today)) } catch { throw .format(error) }
        case .table(var writer, let file):
            writer.append(layout.cells(item, texts, today: today))
            try write(writer.take(), file)
            kind = .table(writer, file)
        case .lines(let file):
            guard
                let line = try? JSONSerialization.data(
                    withJSONObject: layout.object(item.record), options: [.sortedKeys, .withoutEscapingSlashes])
            else { throw .unwritable(path: path) }
            try write([UInt8](line) + [0x0A], file)
        }
    }

    /// Adds a sheet of lines behind the table; a file of lines has no place for it.
    func note(_ lines: [String], under title: String) throws(ExportError) {
        guard case .workbook(let writer, _) = kind, !lines.isEmpty else { return }
        do { try writer.addNotes(name: title, title: title, lines: lines) } catch { throw .format(error) }
    }

    private func write(_ bytes: [UInt8], _ file: FileHandle) throws(ExportError) {
        do { try file.write(contentsOf: Data(bytes)) } catch { throw .unwritable(path: path) }
    }

    func finish() throws(ExportError) {
        switch kind {
        case .workbook(let writer, _):
            do { try writer.finish() } catch { throw .format(error) }
        case .table(var writer, let file):
            try write(writer.take(), file)
            try? file.close()
        case .lines(let file): try? file.close()
        }
    }
}

import Casework
import Definitions
import Foundation
import LegalTime
import OfficeFormats
import Records
import Wording

/// One record as a document to be printed, its fields as the reader may see them.
public struct RecordSheet: Sendable {
    let view: RecordView
    let register: RegisterDefinition
    let wording: Wording
    let directory: Directory
    let government: String

    public init(_ view: RecordView, register: RegisterDefinition, wording: Wording, directory: Directory, government: String) {
        self.view = view
        self.register = register
        self.wording = wording
        self.directory = directory
        self.government = government
    }

    private var values: ValueText {
        let language = wording.language
        return ValueText(
            register: register, labels: wording.labels, language: language,
            unitLabel: { directory.unitLabel($0, in: language) }, referenceLabel: { _, id in view.references[id] ?? id })
    }

    /// - Throws: as `DocumentWriter`.
    public func document(at moment: Instant) throws(OfficeFormatError) -> [UInt8] {
        var rows: [[OfficeDocument.Table.Cell]] = [
            [.init(wording.text(CommonText.number)), .init(view.record.number)],
            [.init(wording.text(CommonText.owner)), .init(directory.unitLabel(view.record.owner, in: wording.language))],
            [.init(wording.text(CommonText.state)), .init(wording.label(ofState: view.record.state, in: register))],
        ]
        var blocks: [OfficeDocument.Block] = []
        for field in register.fields {
            guard let value = view.record.values[field.name] else { continue }
            if field.type == .rows {
                if let table = table(field, value.rows ?? []) { blocks += table }
            } else if field.type != .checklist {
                rows.append([.init(wording.label(ofField: field.name, in: register)), .init(values.text(value, of: field))])
            }
        }
        let title = wording.label(register) + " " + view.record.number
        let head: [OfficeDocument.Block] = [
            .title([title]), .table(.init(columns: [.init(width: 2), .init(width: 5)], headerRows: 0, rows: rows)),
        ]
        return try DocumentWriter().bytes(
            of: OfficeDocument(
                title: title, creator: government,
                created: Date(timeIntervalSince1970: TimeInterval(moment.milliseconds / 1000)), blocks: head + blocks))
    }

    private func table(_ field: FieldDefinition, _ rows: [Row]) -> [OfficeDocument.Block]? {
        let columns = field.fields.filter { child in rows.contains { $0.values[child.name] != nil } }
        guard !columns.isEmpty else { return nil }
        let texts = values
        let head = columns.map {
            OfficeDocument.Table.Cell(wording.label(ofField: FieldPath("\(field.name).\($0.name)"), in: register))
        }
        let body = rows.map { row in columns.map { OfficeDocument.Table.Cell(texts.text(row.values[$0.name], of: $0)) } }
        return [
            .heading(level: 1, [.init(wording.label(ofField: field.name, in: register))]),
            .table(.init(columns: columns.map { _ in .init() }, rows: [head] + body)),
        ]
    }
}

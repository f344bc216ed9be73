import Foundation

/// Binds several documents of `DocumentWriter` into one, each on a new page; page numbers run through.
public enum DocumentBinding {
    /// - Throws: as `ZipArchive`; `missingPart` for a file that is no document, or where there is none at all.
    public static func bound(_ files: [[UInt8]]) throws(OfficeFormatError) -> [UInt8] {
        guard let first = files.first else { throw .missingPart(part) }
        let base = try ZipArchive(bytes: first)
        let whole = try text(base)
        guard let end = whole.range(of: "<w:sectPr", options: .backwards) else {
            throw .missingPart("w:sectPr")
        }
        var body = String(whole[..<end.lowerBound])
        for file in files.dropFirst() {
            let other = try text(try ZipArchive(bytes: file))
            guard let start = other.range(of: "<w:body>"),
                let stop = other.range(of: "<w:sectPr", options: .backwards)
            else {
                throw .missingPart("w:body")
            }
            body +=
                #"<w:p><w:r><w:br w:type="page"/></w:r></w:p>"# + other[start.upperBound..<stop.lowerBound]
        }
        var archive = ZipWriter()
        for entry in base.entries {
            if entry.name == part {
                archive.add(part, body + whole[end.lowerBound...])
            } else {
                archive.add(entry.name, try base.data(entry.name))
            }
        }
        return try archive.bytes()
    }

    private static let part = "word/document.xml"

    private static func text(_ archive: ZipArchive) throws(OfficeFormatError) -> String {
        String(decoding: try archive.data(part), as: UTF8.self)
    }
}

extension DocumentText {
    /// The same text as blocks, for a document whose own looks cannot be kept.
    public var plainBlocks: [OfficeDocument.Block] {
        blocks.map { block in
            switch block {
            case .paragraph(let paragraph):
                return paragraph.text.isEmpty
                    ? .emptyLine : .paragraph([.init(paragraph.number + paragraph.text)])
            case .table(let table):
                let width = table.rows.map { $0.reduce(0) { $0 + $1.columnSpan } }.max() ?? 1
                return .table(
                    OfficeDocument.Table(
                        columns: Array(repeating: .init(), count: width), headerRows: 0,
                        rows: table.rows.map { row in
                            row.map {
                                OfficeDocument.Table.Cell(
                                    [.init($0.text)], columnSpan: $0.columnSpan, continuesAbove: $0.continuesAbove)
                            }
                        }))
            }
        }
    }
}

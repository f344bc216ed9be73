import Foundation

/// Writes an `OfficeDocument` as DOCX laid out by GB/T 9704-2012, for WPS and Word. The same document gives the same bytes.
public struct DocumentWriter: Sendable {
    public var layout: OfficialLayout

    public init(layout: OfficialLayout = .standard) {
        self.layout = layout
    }

    /// - Throws: `writingFailed`.
    public func bytes(of document: OfficeDocument) throws(OfficeFormatError) -> [UInt8] {
        var body = BodyWriter(layout: layout)
        let text = body.write(document.blocks)
        let parts = DocumentParts(layout: layout)
        var archive = ZipWriter()
        archive.add("[Content_Types].xml", parts.contentTypes())
        archive.add("_rels/.rels", parts.packageRelationships())
        archive.add("word/document.xml", text)
        archive.add("word/_rels/document.xml.rels", parts.documentRelationships(addresses: body.addresses))
        archive.add("word/styles.xml", parts.styles())
        archive.add("word/settings.xml", parts.settings())
        archive.add("word/fontTable.xml", parts.fontTable())
        if layout.showsPageNumbers {
            archive.add("word/footer1.xml", parts.footer(isEven: false))
            archive.add("word/footer2.xml", parts.footer(isEven: true))
        }
        let created = document.created.formatted(.iso8601)
        archive.add(
            "docProps/core.xml", parts.coreProperties(title: document.title, creator: document.creator, created: created))
        return try archive.bytes()
    }
}

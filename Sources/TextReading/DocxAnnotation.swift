import Foundation
import OfficeFormats

/// A remark for the margin: where it belongs in the text that `TextReader` gave, and what it says.
public struct MarginComment: Sendable, Hashable {
    /// Place in the extracted text, in Unicode scalars.
    public let start: Int
    public let end: Int
    public let text: String

    public init(start: Int, end: Int, text: String) {
        self.start = start
        self.end = end
        self.text = text
    }
}

/// Writes remarks into a DOCX as Word comments, leaving everything else as it was.
public struct DocxAnnotation: Sendable {
    public let author: String
    /// ISO 8601, such as 2026-01-02T03:04:05Z.
    public let date: String

    public init(author: String, date: String) {
        self.author = author
        self.date = date
    }

    /// The document with its comments. `text` is what `TextReader` read from the same bytes.
    public func annotated(_ bytes: [UInt8], text: String, comments: [MarginComment]) throws(TextReadingError) -> [UInt8] {
        do {
            let archive = try ZipArchive(bytes: bytes)
            let part = "word/document.xml"
            var document = WordMarkup(try archive.data(part))
            let first =
                archive.entry(named: "word/comments.xml") == nil ? 0 : highestComment(try archive.data("word/comments.xml")) + 1
            var written: [(id: Int, text: String)] = []
            document.place(comments, text: text) { comment, index in
                written.append((first + index, comment.text))
                return first + index
            }
            var writer = ZipWriter()
            var hasComments = false
            for entry in archive.entries where !entry.name.hasSuffix("/") {
                switch entry.name {
                case part: writer.add(entry.name, document.bytes())
                case "word/comments.xml":
                    hasComments = true
                    writer.add(entry.name, adding(written, to: try archive.data(entry.name), prefix: document.prefix))
                case "[Content_Types].xml":
                    let type = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
                    writer.add(
                        entry.name,
                        inserted(
                            "<Override PartName=\"/word/comments.xml\" ContentType=\"\(type)\"/>", before: "</Types>",
                            in: try archive.data(entry.name), unless: "/word/comments.xml"))
                case "word/_rels/document.xml.rels":
                    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
                    writer.add(
                        entry.name,
                        inserted(
                            "<Relationship Id=\"rIdZhunshengComments\" Type=\"\(kind)\" Target=\"comments.xml\"/>",
                            before: "</Relationships>", in: try archive.data(entry.name), unless: "comments.xml\""))
                default: writer.add(entry.name, try archive.data(entry.name))
                }
            }
            if !hasComments { writer.add("word/comments.xml", adding(written, to: [], prefix: "w")) }
            return try writer.bytes()
        } catch {
            throw .office(error)
        }
    }

    private func inserted(_ element: String, before end: String, in bytes: [UInt8], unless known: String) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        guard !text.contains(known), let place = text.range(of: end, options: .backwards) else { return bytes }
        return Array((text[..<place.lowerBound] + element + text[place.lowerBound...]).utf8)
    }

    private func highestComment(_ bytes: [UInt8]) -> Int {
        let text = String(decoding: bytes, as: UTF8.self)
        return text.components(separatedBy: "w:id=\"").dropFirst().compactMap { Int($0.prefix { $0.isNumber }) }.max() ?? -1
    }

    private func adding(_ comments: [(id: Int, text: String)], to bytes: [UInt8], prefix: String) -> [UInt8] {
        let elements = comments.map { comment in
            let lines = comment.text.split(separator: "\n", omittingEmptySubsequences: false)
            let paragraphs = lines.map {
                "<\(prefix):p><\(prefix):r><\(prefix):t xml:space=\"preserve\">\(WordMarkup.escaped(String($0)))</\(prefix):t></\(prefix):r></\(prefix):p>"
            }
            return
                "<\(prefix):comment \(prefix):id=\"\(comment.id)\" \(prefix):author=\"\(WordMarkup.escaped(author))\" \(prefix):date=\"\(date)\" \(prefix):initials=\"准\">"
                + paragraphs.joined() + "</\(prefix):comment>"
        }.joined()
        if bytes.isEmpty {
            let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            return Array(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><\(prefix):comments xmlns:\(prefix)=\"\(namespace)\">\(elements)</\(prefix):comments>"
                    .utf8)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.range(of: "</\(prefix):comments>", options: .backwards) else { return bytes }
        return Array((text[..<end.lowerBound] + elements + text[end.lowerBound...]).utf8)
    }
}

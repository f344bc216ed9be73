import Casework
import Definitions
import Foundation
import LegalTime
import OfficeFormats
import Records
import Wording

/// Writes the bound file (卷宗) of a record: as one archive with an index, and as one document to be printed.
public struct BoundFileWriter: Sendable {
    let file: BoundFile
    /// The file itself is in Chinese; the index of the archive is in this language.
    let wording: Wording
    let chinese: Wording
    let district: DistrictDefinition
    let units: Directory
    let now: Instant

    public init(_ file: BoundFile, office: Office, directory: Directory, wording: Wording) {
        self.file = file
        self.wording = wording
        chinese = Wording(language: .chinese, labels: wording.labels)
        district = office.district
        units = directory
        now = office.clock.now()
    }

    // MARK: Archive

    /// `index.html`, `index.csv`, the printable document, and every letter and attachment. - Throws: `writingFailed`.
    public func archive() throws(OfficeFormatError) -> [UInt8] {
        let lines = file.lines(wording)
        var archive = ZipWriter()
        archive.add("index.html", page(lines))
        archive.add("index.csv", table(lines))
        for line in lines {
            if let path = line.path, let content = line.content { archive.add(path, content) }
        }
        return try archive.bytes()
    }

    private var columns: [String] {
        [LetterText.order, .title].map { wording.text($0) } + [wording.text(CommonText.number)]
            + [LetterText.issuedOn, .remark].map { wording.text($0) }
    }

    private func table(_ lines: [BoundFileLine]) -> [UInt8] {
        var writer = CSVWriter()
        let part = wording.text(LetterText.boundFile)
        let attachment = wording.text(LetterText.attached)
        writer.append([part] + columns + [attachment])
        for line in lines {
            let name = file.side.isEmpty ? "" : wording.text(line.isSide ? LetterText.sidePart : LetterText.mainPart)
            writer.append([name, String(line.order), line.title, line.number, line.day, line.remark, line.path ?? ""])
        }
        return writer.take()
    }

    private func page(_ lines: [BoundFileLine]) -> String {
        func cell(_ text: String) -> String { "<td>" + HTMLEscape.text(text) + "</td>" }
        let title = wording.text(LetterText.catalogueOfFile) + " " + file.record.number
        var html =
            "<!doctype html><html lang=\"\(wording.language == .chinese ? "zh-CN" : "en")\"><head><meta charset=\"utf-8\"><title>"
        html += HTMLEscape.text(title) + "</title><style>body{font:16px/1.6 serif;margin:2em}table{border-collapse:collapse}"
        html += "td,th{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}</style></head><body><h1>"
        html +=
            HTMLEscape.text(title) + "</h1><p>" + HTMLEscape.text(wording.label(file.register) + "　" + heading)
            + "</p><table><thead><tr>"
        for column in columns { html += "<th scope=\"col\">" + HTMLEscape.text(column) + "</th>" }
        html += "</tr></thead><tbody>"
        var isSide: Bool?
        for line in lines {
            if !file.side.isEmpty, isSide != line.isSide {
                let part = wording.text(line.isSide ? LetterText.sidePart : LetterText.mainPart)
                html += "<tr><th colspan=\"5\">" + HTMLEscape.text(part) + "</th></tr>"
                isSide = line.isSide
            }
            html += "<tr>" + cell(String(line.order)) + "<td>"
            if let path = line.path {
                let address = path.split(separator: "/").map {
                    String($0).addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                }.joined(separator: "/")
                html += "<a href=\"" + address + "\">" + HTMLEscape.text(line.title) + "</a>"
            } else {
                html += HTMLEscape.text(line.title)
            }
            html += "</td>" + cell(line.number) + cell(line.day) + cell(line.remark) + "</tr>"
        }
        return html + "</tbody></table></body></html>\n"
    }

    private var heading: String {
        switch file.heading {
        case .text(let text), .masked(let text): text
        default: ""
        }
    }

    // MARK: Printable document

    /// Cover, catalogue and letters one after the other; attachments stand in the catalogue. - Throws: as `DocumentWriter`.
    public func document() throws(OfficeFormatError) -> [UInt8] {
        let lines = file.lines(chinese)
        var parts: [[UInt8]] = []
        for isSide in file.side.isEmpty ? [false] : [false, true] {
            let own = lines.filter { $0.isSide == isSide }
            parts.append(try written(cover(isSide: isSide)))
            parts.append(try written(catalogue(own, isSide: isSide)))
            for line in own {
                guard let letter = line.letter, let content = line.content else { continue }
                parts.append(
                    line.isForeign ? try written(DocumentReader().read(bytes: content).plainBlocks) : content)
                if !letter.services.isEmpty { parts.append(try written(receipts(letter, title: line.title))) }
            }
        }
        return try DocumentBinding.bound(parts)
    }

    private func written(_ blocks: [OfficeDocument.Block]) throws(OfficeFormatError) -> [UInt8] {
        try DocumentWriter().bytes(
            of: OfficeDocument(
                title: chinese.text(LetterText.boundFile) + " " + file.record.number, creator: district.government,
                created: Date(timeIntervalSince1970: TimeInterval(now.milliseconds / 1000)), blocks: blocks))
    }

    private func part(_ isSide: Bool) -> String {
        file.side.isEmpty ? "" : "（" + chinese.text(isSide ? LetterText.sidePart : LetterText.mainPart) + "）"
    }

    private func cover(isSide: Bool) -> [OfficeDocument.Block] {
        func row(_ label: LetterText, _ text: String) -> [OfficeDocument.Table.Cell] {
            [.init(chinese.text(label)), .init(text)]
        }
        let rows: [[OfficeDocument.Table.Cell]] = [
            [.init(chinese.text(CommonText.number)), .init(file.record.number)],
            row(.name, heading.isEmpty ? chinese.label(file.register) : heading),
            row(.unit, units.unitLabel(file.record.owner)), row(.opened, file.openedOn.iso),
            row(.closed, file.closedOn?.iso ?? ""), row(.kept, chinese.kept(file.register.retention)),
        ]
        return [
            .emptyLine, .emptyLine,
            .title([district.government, chinese.label(file.register) + chinese.text(LetterText.boundFile) + part(isSide)]),
            .emptyLine, .table(.init(columns: [.init(width: 2), .init(width: 5)], headerRows: 0, rows: rows)),
        ]
    }

    private func catalogue(_ lines: [BoundFileLine], isSide: Bool) -> [OfficeDocument.Block] {
        let head = [LetterText.order, .title].map { chinese.text($0) } + [chinese.text(CommonText.number)]
        let tail = [LetterText.issuedOn, .page, .remark].map { chinese.text($0) }
        var rows = [(head + tail).map { OfficeDocument.Table.Cell($0) }]
        for line in lines {
            rows.append([String(line.order), line.title, line.number, line.day, "", line.remark].map { .init($0) })
        }
        return [
            .title([chinese.text(LetterText.catalogueOfFile) + part(isSide)]),
            .table(
                .init(
                    columns: [
                        .init(width: 3, alignment: .center), .init(width: 8), .init(width: 9), .init(width: 8), .init(width: 3),
                        .init(width: 7),
                    ], rows: rows)),
        ]
    }

    /// The records of service of one letter.
    private func receipts(_ letter: IssuedLetter, title: String) -> [OfficeDocument.Block] {
        var rows: [[OfficeDocument.Table.Cell]] = [
            [.init(chinese.text(LetterText.letter)), .init(title)],
            [.init(chinese.text(CommonText.number)), .init(letter.number ?? "")],
        ]
        for service in letter.services {
            let texts: [(LetterText, String)] = [
                (.serviceMode, chinese.name(of: service.mode)), (.servedOn, service.on.iso),
                (.servedBy, units.person(service.by)), (.receiver, service.receiver ?? ""), (.remark, service.note ?? ""),
            ]
            rows += texts.map { [.init(chinese.text($0.0)), .init($0.1)] }
        }
        return [
            .title([chinese.text(LetterText.service)]),
            .table(.init(columns: [.init(width: 2), .init(width: 5)], headerRows: 0, rows: rows)),
        ]
    }
}

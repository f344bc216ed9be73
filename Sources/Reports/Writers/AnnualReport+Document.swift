import Definitions
import Foundation
import OfficeFormats
import Wording

extension AnnualReport {
    /// DOCX by GB/T 9704-2012: the same report gives the same bytes.
    public func docx(_ wording: Wording, layout: OfficialLayout = AnnualReport.layout) throws(OfficeFormatError) -> [UInt8] {
        try DocumentWriter(layout: layout).bytes(of: document(wording))
    }

    /// The standard's page with the appendix's tables in 五号, for they are long.
    public static let layout: OfficialLayout = {
        var layout = OfficialLayout.standard
        layout.tableSize = 10.5
        return layout
    }()

    /// The report as an official document: title, addressee, body, attachment, signature, appendix.
    public func document(_ wording: Wording) -> OfficeDocument {
        var blocks: [OfficeDocument.Block] = [.title(titleLines)]
        if let addressee { blocks.append(.addressee(addressee.hasSuffix("：") ? addressee : addressee + "：")) }
        for part in parts {
            blocks.append(.heading(level: 1, [.init(wording.headingMark(part.number, level: 1) + part.title)]))
            blocks += body(of: part, wording)
            for section in part.sections {
                blocks.append(.heading(level: 2, [.init(wording.headingMark(section.number, level: 2) + section.title)]))
                blocks += body(of: section, wording)
            }
        }
        let hasAppendix = !appendix.isEmpty
        if hasAppendix { blocks.append(.attachments([wording.text(ReportDocumentText.appendixTitle)])) }
        blocks.append(.signature(office: [header.government], date: wording.longDay(header.today)))
        if hasAppendix { blocks += appendixBlocks(wording) }
        let created = Date(timeIntervalSince1970: TimeInterval(header.cutOff.milliseconds / 1000))
        return OfficeDocument(title: title, creator: header.government, created: created, blocks: blocks)
    }

    /// A title longer than a line is broken after its year, so that no word is cut.
    var titleLines: [String] {
        guard title.count > 19 else { return [title] }
        for word in ["\(header.year)年度", "\(header.year)年"] {
            if let end = title.range(of: word)?.upperBound, end < title.endIndex {
                return [String(title[..<end]), String(title[end...])]
            }
        }
        let middle = title.index(title.startIndex, offsetBy: (title.count + 1) / 2)
        return [String(title[..<middle]), String(title[middle...])]
    }

    private func body(of part: ReportPart, _ wording: Wording) -> [OfficeDocument.Block] {
        var blocks = part.paragraphs.map { paragraph in
            OfficeDocument.Block.paragraph(
                paragraph.runs.map { run in
                    switch run {
                    case .text(let text): OfficeDocument.Run(text)
                    case .figure(let name, let printed): OfficeDocument.Run(printed, link: .bookmark(name.description))
                    }
                })
        }
        blocks += part.contributions.flatMap(\.paragraphs).map { .paragraph([.init($0)]) }
        if let placeholder = part.placeholder {
            blocks.append(.paragraph([.init(wording.text(ReportDocumentText.toBeWritten), isBold: true), .init(placeholder)]))
        }
        return blocks
    }

    private func appendixBlocks(_ wording: Wording) -> [OfficeDocument.Block] {
        var blocks: [OfficeDocument.Block] = [
            .appendix(label: wording.text(ReportDocumentText.appendix), title: [wording.text(ReportDocumentText.appendixTitle)]),
            .paragraph([.init(wording.asOf(header.cutOff))]),
        ]
        var number = 0
        for (isUsed, heading) in [(true, ReportDocumentText.figuresUsed), (false, .otherFigures)] {
            let entries = appendix.filter { $0.isUsed == isUsed }
            guard !entries.isEmpty else { continue }
            number += 1
            blocks.append(.heading(level: 1, [.init(wording.headingMark(number, level: 1) + wording.text(heading))]))
            blocks.append(.table(table(entries, wording)))
        }
        return blocks
    }

    private func table(_ entries: [AppendixEntry], _ wording: Wording) -> OfficeDocument.Table {
        let heads: [ReportDocumentText] = [.serial, .figureAndID, .value, .rule, .records]
        var rows = [heads.map { OfficeDocument.Table.Cell(wording.text($0)) }]
        var register: String?
        for (place, entry) in entries.enumerated() {
            if entry.name.register != register {
                register = entry.name.register
                rows.append([
                    .init(
                        [.init(entry.registerLabel, isBold: true), .init("  " + entry.name.register)], alignment: .left,
                        columnSpan: heads.count)
                ])
            }
            rows.append([
                .init(String(place + 1)),
                .init([.init(entry.label, bookmark: entry.name.description), .init("\n" + entry.name.local)]),
                .init(entry.value), .init(entry.rule), .init(String(entry.rows)),
            ])
        }
        return OfficeDocument.Table(
            columns: [
                .init(width: 13, alignment: .center), .init(width: 43), .init(width: 22, alignment: .right), .init(width: 61),
                .init(width: 17, alignment: .right),
            ], headerRows: 1, rows: rows)
    }
}

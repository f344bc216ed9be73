import Assessment
import Casework
import Definitions
import Foundation
import LegalTime
import OfficeFormats
import Records
import Wording

/// The evidence pack of an edition: an index, the figures with their rules, and a folder for each item with its files and the printable
/// sheets of its records, as whoever downloads it may see them.
public struct EvidencePack: Sendable {
    /// One entry of the archive; its content is fetched when its turn comes.
    public struct Entry: Sendable {
        enum Source: Sendable {
            case bytes([UInt8])
            case file(ItemLink)
            case record(register: String, id: String)
            case bound(register: String, id: String)
        }
        public var path: String
        var source: Source
    }

    /// One line of the index: an item and something that belongs to it.
    struct Line: Sendable {
        var item: EditionItem
        var kind: AssessmentText
        var title: String
        var remark: String
        /// In the archive; nil for what is not in it.
        var path: String?
        /// A row of the sheet of figures.
        var figureRow: Int?
    }

    public let entries: [Entry]
    let office: Office
    let actor: Actor
    let words: EditionWords
    let directory: Directory

    /// nil where there is no such edition for this person. Logged.
    public static func make(_ edition: String, office: Office, by actor: Actor, wording: Wording) async throws -> EvidencePack? {
        guard let state = try await office.edition(edition, by: actor) else { return nil }
        let figures = try await office.figureStandings(state, by: actor)
        let directory = try await office.directory()
        let words = EditionWords(wording, catalogue: office.catalogue, directory: directory)
        let maker = PackMaker(state: state, figures: figures, words: words, office: office)
        let (lines, contents) = maker.lines()
        let index = [
            Entry(path: "index.xlsx", source: .bytes(try maker.workbook(lines))),
            Entry(path: "index.html", source: .bytes(Array(maker.page(lines).utf8))),
        ]
        try await office.notePack(edition, entries: contents.count, by: actor)
        return EvidencePack(entries: index + contents, office: office, actor: actor, words: words, directory: directory)
    }

    /// The content of an entry; nil for what went away meanwhile.
    public func content(_ entry: Entry) async throws -> [UInt8]? {
        let now = office.clock.now()
        switch entry.source {
        case .bytes(let bytes): return bytes
        case .file(let link): return try await office.evidenceContent(link)
        case .record(let register, let id):
            guard let definition = office.catalogue.register(register),
                let view = try await office.record(register, id: id, by: actor)
            else { return nil }
            return try RecordSheet(
                view, register: definition, wording: words.wording, directory: directory, government: office.district.government
            ).document(at: now)
        case .bound(let register, let id):
            guard let file = try await office.boundFile(register, id: id, by: actor) else { return nil }
            return try BoundFileWriter(file, office: office, directory: directory, wording: words.wording).document()
        }
    }
}

/// Plans a pack and writes its index.
struct PackMaker {
    let state: EditionState
    let figures: [String: FigureStanding]
    let words: EditionWords
    let office: Office

    private var wording: Wording { words.wording }
    private func text(_ text: AssessmentText) -> String { wording.text(text) }

    func lines() -> (lines: [EvidencePack.Line], contents: [EvidencePack.Entry]) {
        var lines: [EvidencePack.Line] = []
        var entries: [EvidencePack.Entry] = []
        var figureRow = 0
        for item in state.items where !item.isExempt {
            let folder = Self.safe(item.item.number)
            var order = 0
            func add(
                _ kind: AssessmentText, _ title: String, _ remark: String, _ name: String, _ source: EvidencePack.Entry.Source
            ) {
                order += 1
                let path = "\(folder)/" + (order < 10 ? "0" : "") + "\(order) " + Self.safe(name)
                lines.append(.init(item: item.item, kind: kind, title: title, remark: remark, path: path))
                entries.append(.init(path: path, source: source))
            }
            let before = lines.count
            for link in item.links {
                switch link.kind {
                case .figure(let figure):
                    figureRow += 1
                    let value =
                        words.value(figures[link.id]?.figure)
                        + (words.fraction(figures[link.id]?.figure).map { " (\($0))" } ?? "")
                    lines.append(
                        .init(
                            item: item.item, kind: .figure, title: words.label(figure),
                            remark: wording.year(figure.year) + wording.colon + value, figureRow: figureRow))
                case .record(let record):
                    let title = words.register(record.register) + " " + record.number
                    let remark = [words.unit(record.unit), words.state(record.state, in: record.register)].joined(
                        separator: " · ")
                    guard record.mayOpen else {
                        lines.append(
                            .init(
                                item: item.item, kind: .register, title: title, remark: remark + " · " + text(.packWithheld)))
                        continue
                    }
                    add(
                        .packRecordSheet, title, remark, record.number + " " + text(.packRecordSheet) + ".docx",
                        .record(register: record.register, id: record.id))
                    if let register = office.catalogue.register(record.register), !register.file.isEmpty {
                        add(
                            .packBoundFile, title, remark, record.number + " " + text(.packBoundFile) + ".docx",
                            .bound(register: record.register, id: record.id))
                    }
                case .file(let file):
                    guard let name = file.name else {
                        lines.append(.init(item: item.item, kind: .file, title: text(.hiddenFile), remark: text(.packWithheld)))
                        continue
                    }
                    add(.file, name, wording.fileSize(file.size), name, .file(link))
                }
            }
            if lines.count == before {
                lines.append(.init(item: item.item, kind: .gaps, title: text(.nothingLinked), remark: ""))
            }
        }
        return (lines, entries)
    }

    /// A name that every file system takes, and that leads nowhere else.
    private static func safe(_ text: String) -> String {
        let plain = String(text.map { "/\\:*?\"<>|".contains($0) || $0.isNewline ? "_" : $0 }).drop { $0 == "." || $0 == " " }
        return plain.isEmpty ? "_" : String(plain.suffix(120))
    }

    // MARK: Index

    func workbook(_ lines: [EvidencePack.Line]) throws(OfficeFormatError) -> [UInt8] {
        let now = office.clock.now()
        return try EditionSheet.workbook(state.entry.title + " " + text(.packIndex), at: now) {
            writer throws(OfficeFormatError) in
            let index = try writer.addSheet(
                SheetLayout(
                    name: text(.packIndex), title: state.entry.title + " · " + text(.packIndex), captions: [text(.notOfficial)],
                    columns: [
                        SheetColumn(text(.number), kind: .text, width: 8),
                        SheetColumn(text(.text), kind: .text, width: 44, wraps: true),
                        SheetColumn(wording.text(CommonText.name), kind: .text, width: 36, wraps: true),
                        SheetColumn(text(.part), kind: .text, width: 12),
                        SheetColumn(wording.text(CommonText.note), kind: .text, width: 30, wraps: true),
                        SheetColumn(text(.packPage), kind: .text, width: 44, wraps: true),
                    ]))
            for line in lines {
                try index.append([
                    .text(line.item.number), .text(line.item.text), .text(line.title), .text(text(line.kind)), .text(line.remark),
                    .text(place(line)),
                ])
            }
            try addFigures(to: writer)
            try EditionTables(words, at: now).addItems(state, figures, to: writer)
        }
    }

    private func place(_ line: EvidencePack.Line) -> String {
        if let path = line.path { return path }
        return line.figureRow.map { "index.xlsx · " + text(.figures) + " · " + wording.row($0 + 2) } ?? ""
    }

    private func addFigures(to writer: WorkbookWriter) throws(OfficeFormatError) {
        let sheet = try writer.addSheet(
            SheetLayout(
                name: text(.figures), title: state.entry.title + " · " + text(.figures),
                columns: [
                    SheetColumn(text(.number), kind: .text, width: 8),
                    SheetColumn(text(.figure), kind: .text, width: 36, wraps: true),
                    SheetColumn(text(.register), kind: .text, width: 24, wraps: true),
                    SheetColumn(text(.year), kind: .text, width: 10),
                    SheetColumn(text(.figureNow), kind: .text, width: 14),
                    SheetColumn(wording.text(FigureText.numerator), kind: .whole, width: 10),
                    SheetColumn(wording.text(FigureText.denominator), kind: .whole, width: 10),
                    SheetColumn(text(.target), kind: .text, width: 14),
                    SheetColumn(text(.packRows), kind: .whole, width: 10),
                    SheetColumn(text(.packRule), kind: .text, width: 70, wraps: true),
                ]))
        for item in state.items where !item.isExempt {
            for (id, link) in item.figures {
                let figure = figures[id]?.figure
                func number(_ value: Int64?) -> CellValue { value.map { .number(String($0)) } ?? .empty }
                try sheet.append([
                    .text(item.item.number), .text(words.label(link)), .text(words.register(link.name.register)),
                    .text(String(link.year)), .text(words.value(figure)), number(figure?.numerator), number(figure?.denominator),
                    .text(link.target.map { wording.text(of: $0) } ?? ""), number(figure.map { Int64($0.rows) }),
                    .text(words.rule(figure)),
                ])
            }
        }
    }

    func page(_ lines: [EvidencePack.Line]) -> String {
        func cell(_ text: String) -> String { "<td>" + HTMLEscape.text(text) + "</td>" }
        let title = state.entry.title + " · " + text(.packIndex)
        var html =
            "<!doctype html><html lang=\"\(wording.language == .chinese ? "zh-CN" : "en")\"><head><meta charset=\"utf-8\"><title>"
        html += HTMLEscape.text(title) + "</title><style>body{font:16px/1.6 serif;margin:2em}table{border-collapse:collapse}"
        html += "td,th{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}</style></head><body><h1>"
        html += HTMLEscape.text(title) + "</h1><p>" + HTMLEscape.text(text(.notOfficial)) + "</p><table><thead><tr>"
        for column in [text(.number), text(.text), wording.text(CommonText.name), text(.part), wording.text(CommonText.note)] {
            html += "<th scope=\"col\">" + HTMLEscape.text(column) + "</th>"
        }
        html += "</tr></thead><tbody>"
        var number: String?
        for line in lines {
            let isFirst = number != line.item.number
            number = line.item.number
            html += "<tr>" + cell(isFirst ? line.item.number : "") + cell(isFirst ? line.item.text : "") + "<td>"
            if let path = line.path {
                let address = path.split(separator: "/").map {
                    String($0).addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                }.joined(separator: "/")
                html += "<a href=\"" + address + "\">" + HTMLEscape.text(line.title) + "</a>"
            } else if line.figureRow != nil {
                html += "<a href=\"index.xlsx\">" + HTMLEscape.text(line.title) + "</a>"
            } else {
                html += HTMLEscape.text(line.title)
            }
            html += "</td>" + cell(text(line.kind)) + cell(line.remark) + "</tr>"
        }
        return html + "</tbody></table></body></html>\n"
    }
}

import Definitions
import Foundation
import OfficeFormats
import Records

/// Finds the records in a sheet as an office keeps it: a title above the header, notes below, totals between.
public struct SheetReading: Sendable {
    /// Most rows taken from one file.
    public static let mostRows = 100_000
    public let register: RegisterDefinition
    public let labels: Labels
    public let mapping: Mapping

    public init(register: RegisterDefinition, labels: Labels = Labels(), mapping: Mapping = .none) {
        self.register = register
        self.labels = labels
        self.mapping = mapping
    }

    /// - Throws: `format` for a file that cannot be read, `noHeader`, `tooManyRows`, `malformedLine`.
    public func read(_ bytes: [UInt8], format: SheetFormat) throws(SheetError) -> KeptSheet {
        let names = ColumnNames(register, labels: labels, mapping: mapping)
        if format == .jsonl { return try jsonSheet(try SheetSource.jsonLines(bytes, rows: Self.mostRows + 1)) }
        let sheets: [RawSheet]
        do {
            sheets =
                format == .csv
                ? [try SheetSource.table(bytes, rows: Self.mostRows + 50)]
                : try SheetSource.workbook(bytes, rows: Self.mostRows + 50, only: mapping.sheet)
        } catch {
            throw .format(error)
        }
        var best: (sheet: RawSheet, header: Int, score: Int)?
        for sheet in sheets {
            guard let (header, score) = header(in: sheet, names) else { continue }
            if score > best?.score ?? 0 { best = (sheet, header, score) }
        }
        guard let best else { throw .noHeader }
        return try sheet(best.sheet, header: best.header, names, format)
    }

    /// The row with the most known column names among the first forty.
    private func header(in sheet: RawSheet, _ names: ColumnNames) -> (place: Int, score: Int)? {
        var best: (place: Int, score: Int)?
        for (place, line) in sheet.rows.prefix(40).enumerated() {
            let known = Set(
                line.cells.compactMap { cell -> ColumnTarget? in
                    guard case .text(let text) = cell, let target = names.target(text), target.isUsed else { return nil }
                    return target
                })
            if known.count > best?.score ?? 1 { best = (place, known.count) }
        }
        return best
    }

    private func sheet(_ raw: RawSheet, header place: Int, _ names: ColumnNames, _ format: SheetFormat) throws(SheetError)
        -> KeptSheet
    {
        let header = raw.rows[place]
        var used: Set<ColumnTarget> = []
        let columns = header.cells.map { cell -> KeptSheet.Column in
            let title = PlainText.trimmed(cell.plainText)
            let target = names.target(title) ?? .unknown
            // Of two columns with one name the first counts.
            guard target.isUsed else { return KeptSheet.Column(title: title, target: target) }
            return KeptSheet.Column(title: title, target: used.insert(target).inserted ? target : .unknown)
        }
        let preamble = raw.rows[..<place].map { $0.cells.map { PlainText.trimmed($0.plainText) }.filter { !$0.isEmpty } }.filter {
            !$0.isEmpty
        }
        var sheet = KeptSheet(
            format: format, name: raw.name, preamble: preamble, headerRow: header.number, columns: columns, lines: [], aside: [],
            year: mapping.year ?? Self.year(in: preamble.joined().joined(separator: " ")))
        let titles = columns.map { ColumnNames.folded($0.title) }
        for line in raw.rows[(place + 1)...] {
            guard line.cells.contains(where: { !PlainText.trimmed($0.plainText).isEmpty }) else { continue }
            if let why = setAside(line, columns, titles) {
                sheet.aside.append(KeptSheet.Aside(line: line, why: why))
            } else {
                sheet.lines.append(line)
                if sheet.lines.count > Self.mostRows { throw .tooManyRows(limit: Self.mostRows) }
            }
        }
        return sheet
    }

    private func jsonSheet(_ raw: RawSheet) throws(SheetError) -> KeptSheet {
        let columns = (raw.rows.first?.cells ?? []).map { cell in
            let path = cell.plainText
            let known = ["id", "state", "owner", "revision", "reason"].contains(path) && register.field(path) == nil
            return KeptSheet.Column(title: path, target: known ? .ignored : ColumnTarget(path: path, in: register) ?? .unknown)
        }
        guard columns.contains(where: \.target.isUsed) else { throw .noHeader }
        guard raw.rows.count <= Self.mostRows + 1 else { throw .tooManyRows(limit: Self.mostRows) }
        return KeptSheet(
            format: .jsonl, name: "", preamble: [], headerRow: 0, columns: columns, lines: Array(raw.rows.dropFirst()), aside: [],
            year: mapping.year)
    }

    private static let totals = ["合计", "总计", "小计", "共计", "累计", "total"]
    private static let notes = ["注", "备注", "说明", "填表", "制表", "填报", "审核人", "负责人签", "单位负责人", "单位盖章", "联系人"]

    private func setAside(_ line: KeptSheet.Line, _ columns: [KeptSheet.Column], _ titles: [String]) -> KeptSheet.SetAside? {
        let filled = line.cells.indices.filter { !PlainText.trimmed(line[$0].plainText).isEmpty }
        let first = filled.first.map { ColumnNames.folded(line[$0].plainText) } ?? ""
        let second = filled.dropFirst().first.map { ColumnNames.folded(line[$0].plainText) } ?? ""
        if let word = Self.totals.first(where: { first.hasPrefix($0) || second == $0 }), first.count <= word.count + 12 {
            return .total
        }
        let again = filled.filter {
            $0 < titles.count && !titles[$0].isEmpty && titles[$0] == ColumnNames.folded(line[$0].plainText)
        }
        if again.count >= 2, again.count * 2 >= filled.count { return .header }
        if filled.count <= 3, Self.notes.contains(where: { first.hasPrefix($0) }) { return .note }
        // A line of which no cell but one of the row numbers stands under a column of the register.
        let used = filled.filter { $0 < columns.count && columns[$0].target.isUsed }
        return used.isEmpty || (filled.count == 1 && columns.filter(\.target.isUsed).count > 2) ? .note : nil
    }

    /// The one year a title names: 2021年度人民调解台账.
    static func year(in text: String) -> Int? {
        let plain = PlainText.halfWidth(text)
        var years: Set<Int> = []
        var rest = Substring(plain)
        while let mark = rest.firstIndex(of: "年") {
            let digits = rest[..<mark].suffix(4)
            if digits.count == 4, let year = Int(digits), (1990...2199).contains(year) { years.insert(year) }
            rest = rest[rest.index(after: mark)...]
        }
        return years.count == 1 ? years.first : nil
    }
}

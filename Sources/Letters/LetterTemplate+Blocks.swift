import OfficeFormats

extension LetterTemplate {
    /// The letter as blocks of a document; no page is begun on which nothing stands.
    public func blocks(_ facts: LetterFacts, head: LetterHead) -> [OfficeDocument.Block] {
        var blocks = parts.flatMap { Self.blocks($0, facts, head) }
        while blocks.last == .pageBreak { blocks.removeLast() }
        return blocks
    }

    private static func blocks(_ part: Part, _ facts: LetterFacts, _ head: LetterHead) -> [OfficeDocument.Block] {
        switch part {
        case .title(let pieces): return [.title([text(pieces, facts)])]
        case .heading(let level, let pieces): return [.heading(level: level, [.init(text(pieces, facts))])]
        case .number: return head.number.map { [.documentNumber($0)] } ?? []
        case .addressee(let pieces):
            let text = text(pieces, facts)
            return [.addressee(text.hasSuffix("：") ? text : text + "：")]
        case .paragraph(let pieces):
            let text = text(pieces, facts)
            return text.isEmpty ? [] : [.paragraph([.init(text)])]
        case .blank(let pieces): return [.paragraph([.init(text(pieces, facts) + "：" + String(repeating: "＿", count: 10))])]
        case .signature: return [.signature(office: head.office, date: head.date)]
        case .date: return [.paragraph([.init(head.date)])]
        case .pageBreak: return [.pageBreak]
        case .table(let titles, let rows): return table(titles, rows, facts).map { [.table($0)] } ?? []
        case .forEach(let name, let parts):
            return (facts.rows[name.text] ?? []).enumerated().flatMap { place, row in
                parts.flatMap { blocks($0, facts.entering(row, number: place + 1), head) }
            }
        case .choice(let test, let yes, let no):
            return (facts.holds(test) ? yes : no).flatMap { blocks($0, facts, head) }
        }
    }

    /// A value that is missing leaves room to write it by hand.
    static let room = "　　　　"

    private static func text(_ pieces: [Piece], _ facts: LetterFacts) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .value(let name, let otherwise): facts.texts[name.text] ?? otherwise ?? room
            }
        }.joined()
    }

    private static func table(_ titles: [[Piece]]?, _ rows: [TableRow], _ facts: LetterFacts) -> OfficeDocument.Table? {
        var lines = rows.flatMap { cells($0, facts) }
        if let titles { lines.insert(titles.map { text($0, facts) }, at: 0) }
        let width = lines.map(\.count).max() ?? 0
        guard width > 0 else { return nil }
        // A label is narrower than what is written beside it.
        let longest = (0..<width).map { column in lines.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        let columns = longest.map { OfficeDocument.Table.Column(width: min(max($0, 4), 24)) }
        return OfficeDocument.Table(
            columns: columns, headerRows: titles == nil ? 0 : 1,
            rows: lines.map { line in
                line.enumerated().map { place, cell in
                    // A short row's last cell reaches to the table's edge.
                    OfficeDocument.Table.Cell([.init(cell)], columnSpan: place == line.count - 1 ? width - place : 1)
                }
            })
    }

    private static func cells(_ row: TableRow, _ facts: LetterFacts) -> [[String]] {
        switch row {
        case .row(let cells): return [cells.map { text($0, facts) }]
        case .forEach(let name, let rows):
            return (facts.rows[name.text] ?? []).enumerated().flatMap { place, inner in
                rows.flatMap { cells($0, facts.entering(inner, number: place + 1)) }
            }
        case .choice(let test, let yes, let no): return (facts.holds(test) ? yes : no).flatMap { cells($0, facts) }
        }
    }
}

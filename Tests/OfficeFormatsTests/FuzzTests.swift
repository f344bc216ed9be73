import Foundation
import OfficeFormats
import Testing

/// Damaged files must be read or refused, never crash a reader or hold it up.
@Suite("Damaged files", .timeLimit(.minutes(10)))
struct FuzzTests {
    private static let rounds = ProcessInfo.processInfo.environment["ZHUNSHENG_LONG"] == "1" ? 20_000 : 500

    private static func mutated(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var result = bytes
        for _ in 0..<Int.random(in: 1...6, using: &generator) where !result.isEmpty {
            let place = Int.random(in: 0..<result.count, using: &generator)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: result[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: result[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 2: result.removeSubrange(place..<min(result.count, place + Int.random(in: 1...40, using: &generator)))
            case 3:
                let end = min(result.count, place + Int.random(in: 1...80, using: &generator))
                result.insert(contentsOf: Array(result[place..<end]), at: Int.random(in: 0...result.count, using: &generator))
            case 4:
                let tokens = [
                    "<", ">", "\"", "&amp;", "<c t=\"s\">", "</row>", "<v>1E400</v>", "<!--", "<![CDATA[", "\u{0}", "999999999",
                    "-1", "=", "]]>",
                ]
                result.insert(contentsOf: Array((tokens.randomElement(using: &generator) ?? "<").utf8), at: place)
            default: result.removeLast(min(result.count, Int.random(in: 1...20, using: &generator)))
            }
        }
        return result
    }

    /// Damages either the archive's bytes or, more telling, the bytes of one part in a sound archive.
    private static func damaged(_ bytes: [UInt8], _ generator: inout SeededGenerator) throws -> [UInt8] {
        guard Int.random(in: 0..<4, using: &generator) > 0 else { return mutated(bytes, &generator) }
        let archive = try ZipArchive(bytes: bytes)
        let victim = archive.entries.randomElement(using: &generator)
        var writer = ZipWriter()
        for entry in archive.entries {
            let content = try archive.data(entry.name)
            writer.add(entry.name, entry == victim ? mutated(content, &generator) : content)
        }
        return try writer.bytes()
    }

    private static func attempt(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch is OfficeFormatError {
            // Refusing is one of the two right answers.
        }
    }

    @Test("damaged workbooks")
    func workbooks() throws {
        var generator = SeededGenerator(state: 2021)
        let written = try WorkbookWriter.bytes(properties: WorkbookWriterTests.properties, fill: WorkbookWriterTests.sample)
        let shared = try HandMade.workbook(
            sheet:
                "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>44561.5</v></c></row></sheetData>"
                + "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>",
            strings: "<si><r><t>甲_x000D_</t></r><rPh><t>x</t></rPh></si>",
            styles:
                "<numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m\"/></numFmts>"
                + "<cellXfs><xf/><xf numFmtId=\"176\"/></cellXfs>"
        )
        for round in 0..<Self.rounds {
            let bytes = try Self.damaged(round % 2 == 0 ? shared : written, &generator)
            try Self.attempt {
                let reader = try SheetReader(bytes: bytes)
                for sheet in reader.sheets {
                    let rows = try reader.rows(of: sheet)
                    while let row = try rows.next() { _ = row[3].plainText }
                    _ = try reader.mergedRanges(of: sheet)
                }
            }
        }
    }

    @Test("damaged documents")
    func documents() throws {
        var generator = SeededGenerator(state: 2022)
        let written = try DocumentWriter().bytes(of: DocumentWriterTests.sample)
        for _ in 0..<Self.rounds {
            let bytes = try Self.damaged(written, &generator)
            try Self.attempt { _ = try DocumentReader().read(bytes: bytes).text }
        }
    }

    @Test("damaged CSV files")
    func tables() throws {
        var generator = SeededGenerator(state: 2023)
        var writer = CSVWriter()
        for row in 0..<20 { writer.append([.text("高新调〔2021〕\(row)号"), .text("=\"甲\"\n乙"), .number("\(row)"), .empty]) }
        let sample = writer.take()
        for _ in 0..<Self.rounds {
            let bytes = Self.mutated(sample, &generator)
            try Self.attempt { _ = try CSVReader(bytes: bytes).all() }
        }
    }
}

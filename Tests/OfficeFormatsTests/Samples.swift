import Foundation
import OfficeFormats

/// The same sequence in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Office files put together by hand, for what no library at hand writes.
enum HandMade {
    private static let formats = "http://schemas.openxmlformats.org"
    private static let links = formats + "/officeDocument/2006/relationships"
    private static let spreadsheet = formats + "/spreadsheetml/2006/main"
    private static let word = formats + "/wordprocessingml/2006/main"

    private static func relationships(_ targets: KeyValuePairs<String, String>) -> String {
        let items = targets.enumerated().map { place, item in
            #"<Relationship Id="rId\#(place + 1)" Type="\#(links)/\#(item.key)" Target="\#(item.value)"/>"#
        }
        return #"<Relationships xmlns="\#(formats)/package/2006/relationships">\#(items.joined())</Relationships>"#
    }

    static func workbook(
        sheet: String, strings: String? = nil, styles: String? = nil, properties: String = "", prefix: String = ""
    ) throws -> [UInt8] {
        var archive = ZipWriter()
        archive.add("_rels/.rels", relationships(["officeDocument": "/xl/workbook.xml"]))
        let sheets = #"<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets>"#
        let workbook = #"<workbook xmlns="\#(spreadsheet)" xmlns:r="\#(links)">\#(properties)\#(sheets)</workbook>"#
        archive.add("xl/workbook.xml", workbook)
        archive.add(
            "xl/_rels/workbook.xml.rels",
            relationships([
                "worksheet": "worksheets/sheet1.xml", "sharedStrings": "sharedStrings.xml", "styles": "styles.xml",
            ]))
        let colon = prefix.isEmpty ? "" : ":\(prefix)"
        let tag = (prefix.isEmpty ? "" : "\(prefix):") + "worksheet"
        let declaration = #"<?xml version="1.0" encoding="UTF-8"?>"#
        archive.add("xl/worksheets/sheet1.xml", #"\#(declaration)<\#(tag) xmlns\#(colon)="\#(spreadsheet)">\#(sheet)</\#(tag)>"#)
        if let strings { archive.add("xl/sharedStrings.xml", #"<sst xmlns="\#(spreadsheet)">\#(strings)</sst>"#) }
        if let styles { archive.add("xl/styles.xml", #"<styleSheet xmlns="\#(spreadsheet)">\#(styles)</styleSheet>"#) }
        return try archive.bytes()
    }

    static func document(body: String, styles: String? = nil) throws -> [UInt8] {
        var archive = ZipWriter()
        archive.add("_rels/.rels", relationships(["officeDocument": "word/document.xml"]))
        let others = [
            "mc": "/markup-compatibility/2006", "a": "/drawingml/2006/main", "m": "/officeDocument/2006/math",
        ]
        let names = others.sorted { $0.key < $1.key }.map { #" xmlns:\#($0.key)="\#(formats)\#($0.value)""# }.joined()
        archive.add(
            "word/document.xml", #"<w:document xmlns:w="\#(word)"\#(names)><w:body>\#(body)</w:body></w:document>"#)
        if let styles {
            archive.add("word/_rels/document.xml.rels", relationships(["styles": "styles.xml"]))
            archive.add("word/styles.xml", #"<w:styles xmlns:w="\#(word)">\#(styles)</w:styles>"#)
        }
        return try archive.bytes()
    }
}

extension SheetReader {
    /// All rows of the first sheet.
    func firstRows() throws -> [SheetRow] {
        let rows = try rows(of: sheets[0])
        var all: [SheetRow] = []
        while let row = try rows.next() { all.append(row) }
        return all
    }
}

extension CSVReader {
    func all() throws -> [CSVRow] {
        var rows: [CSVRow] = []
        while let row = try next() { rows.append(row) }
        return rows
    }
}

extension Date {
    static let fixed = Date(timeIntervalSince1970: 1_642_464_000)
}

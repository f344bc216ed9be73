import Foundation
import OfficeFormats
import Testing

@Suite("Files made to do harm", .timeLimit(.minutes(1)))
struct HostileTests {
    private let sheet = "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>"

    private func read(_ bytes: [UInt8], limits: ReadingLimits = .standard) throws {
        _ = try SheetReader(bytes: bytes, limits: limits).firstRows()
    }

    @Test("bytes that are no archive")
    func notAZip() {
        for bytes in [[], Array("案号,金额\n".utf8), [UInt8](repeating: 0, count: 4096), Array("PK".utf8)] {
            #expect(throws: OfficeFormatError.notAZip) { try read(bytes) }
            #expect(throws: OfficeFormatError.notAZip) { try DocumentReader().read(bytes: bytes) }
        }
    }

    @Test("an archive cut short")
    func truncated() throws {
        let bytes = try HandMade.workbook(sheet: sheet)
        for count in [bytes.count - 1, bytes.count / 2, 40] {
            #expect(throws: OfficeFormatError.damaged(entry: nil)) { try read(Array(bytes.prefix(count))) }
        }
    }

    @Test("a part cut short")
    func truncatedPart() throws {
        #expect(throws: OfficeFormatError.malformedXML(part: "xl/worksheets/sheet1.xml", line: 1)) {
            try read(HandMade.workbook(sheet: "<sheetData><row"))
        }
        #expect(throws: OfficeFormatError.malformedXML(part: "xl/worksheets/sheet1.xml", line: 1)) {
            try read(HandMade.workbook(sheet: "<sheetData><row><c><v>&undefined;</v></c></row></sheetData>"))
        }
    }

    @Test("a password, and the formats from before 2007")
    func compoundFiles() throws {
        let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        let name = Array(try #require("EncryptedPackage".data(using: .utf16LittleEndian)))
        let filler = [UInt8](repeating: 0, count: 3000)
        #expect(throws: OfficeFormatError.encrypted) { try read(magic + filler + name + filler) }
        #expect(throws: OfficeFormatError.unsupported(.legacyBinary)) { try read(magic + filler + filler) }
    }

    @Test("an entry with a password")
    func encryptedEntry() throws {
        var bytes = try HandMade.workbook(sheet: sheet)
        // Bit 0 of the flags, in every local (offset 6) and central (offset 8) header.
        for place in bytes.indices.dropLast(10) where bytes[place...].starts(with: [0x50, 0x4B, 3, 4]) { bytes[place + 6] |= 1 }
        for place in bytes.indices.dropLast(10) where bytes[place...].starts(with: [0x50, 0x4B, 1, 2]) { bytes[place + 8] |= 1 }
        #expect(throws: OfficeFormatError.encrypted) { try read(bytes) }
    }

    @Test("a bomb is refused by its ratio, its size or its sum before it is unpacked")
    func bombs() throws {
        let bytes = try HandMade.workbook(sheet: sheet + String(repeating: " ", count: 32 << 20))
        #expect {
            try read(bytes)
        } throws: { error in
            guard case .tooCompressed("xl/worksheets/sheet1.xml", let ratio, 200) = error as? OfficeFormatError else {
                return false
            }
            return ratio > 900
        }
        var limits = ReadingLimits.standard
        limits.entryBytes = 16 << 20
        #expect {
            try read(bytes, limits: limits)
        } throws: { error in
            guard case .tooLarge("xl/worksheets/sheet1.xml", _, 16_777_216) = error as? OfficeFormatError else { return false }
            return true
        }
        limits.totalBytes = 16 << 20
        #expect {
            try read(bytes, limits: limits)
        } throws: { error in
            guard case .tooLarge(nil, _, 16_777_216) = error as? OfficeFormatError else { return false }
            return true
        }
        limits.fileBytes = 100
        #expect(throws: OfficeFormatError.tooLarge(entry: nil, bytes: UInt64(bytes.count), limit: 100)) {
            try read(bytes, limits: limits)
        }
    }

    @Test("an entry that unpacks to more than its directory says is stopped")
    func lyingDirectory() throws {
        let size = 4 << 20
        var archive = ZipWriter()
        archive.add("a", [UInt8](repeating: 0x20, count: size))
        var bytes = try archive.bytes()
        let central = try #require(bytes.indices.dropLast(30).last { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
        bytes.replaceSubrange((central + 24)..<(central + 28), with: [0, 1, 0, 0])
        bytes.replaceSubrange(22..<26, with: [0, 1, 0, 0])
        let opened = try ZipArchive(bytes: bytes)
        #expect(opened.entries[0].size == 256)
        #expect(throws: OfficeFormatError.damaged(entry: "a")) { try opened.data("a") }
    }

    @Test("too many entries, rows, columns")
    func counts() throws {
        var archive = ZipWriter()
        for number in 0..<50 { archive.add("\(number)", "") }
        var limits = ReadingLimits.standard
        limits.entries = 49
        let bytes = try archive.bytes()
        #expect(throws: OfficeFormatError.tooManyEntries(count: 50, limit: 49)) { try ZipArchive(bytes: bytes, limits: limits) }
        #expect(throws: OfficeFormatError.tooManyRows(sheet: "表", limit: 1_048_576)) {
            try read(HandMade.workbook(sheet: "<sheetData><row r=\"1048577\"/></sheetData>"))
        }
        #expect(throws: OfficeFormatError.tooManyRows(sheet: "表", limit: 1_048_576)) {
            try read(HandMade.workbook(sheet: "<sheetData><row r=\"99999999999999999999\"/></sheetData>"))
        }
        #expect(throws: OfficeFormatError.tooManyColumns(sheet: "表", row: 3, limit: 16_384)) {
            try read(HandMade.workbook(sheet: "<sheetData><row r=\"3\"><c r=\"XFE3\"/></row></sheetData>"))
        }
        #expect(throws: OfficeFormatError.tooManyColumns(sheet: "表", row: 1, limit: 16_384)) {
            try read(HandMade.workbook(sheet: "<sheetData><row><c r=\"ZZZZZZZZZZZZZZZZ1\"/></row></sheetData>"))
        }
    }

    @Test("elements nested without end", arguments: [257, 100_000])
    func deep(levels: Int) throws {
        let nested = String(repeating: "<a>", count: levels) + String(repeating: "</a>", count: levels)
        #expect(throws: OfficeFormatError.tooDeep(part: "xl/worksheets/sheet1.xml", limit: 256)) {
            try read(HandMade.workbook(sheet: nested))
        }
        #expect(throws: OfficeFormatError.tooDeep(part: "word/document.xml", limit: 256)) {
            try DocumentReader().read(bytes: HandMade.document(body: nested))
        }
    }

    @Test("document types, and with them entities and outside files, are refused")
    func documentTypes() throws {
        let laughs = """
            <!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY a "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">\
            <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
            """
        let outside = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
        let remote = "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\">"
        for declaration in [laughs, outside, remote] {
            var archive = ZipWriter()
            archive.add(
                "_rels/.rels", "<?xml version=\"1.0\"?>\n\(declaration)<Relationships><a>&c;&x;</a></Relationships>")
            let bytes = try archive.bytes()
            #expect(throws: OfficeFormatError.declaresDocumentType(part: "_rels/.rels")) { try read(bytes) }
            #expect(throws: OfficeFormatError.declaresDocumentType(part: "_rels/.rels")) {
                try DocumentReader().read(bytes: bytes)
            }
        }
    }

    @Test("an archive of something else")
    func otherArchives() throws {
        var plain = ZipWriter()
        plain.add("a.txt", "a")
        let plainBytes = try plain.bytes()
        #expect(throws: OfficeFormatError.missingPart("_rels/.rels")) { try read(plainBytes) }
        plain.add("content.xml", "<a/>")
        let open = try plain.bytes()
        #expect(throws: OfficeFormatError.unsupported(.openDocument)) { try read(open) }
        let document = try HandMade.document(body: "")
        #expect(throws: OfficeFormatError.unsupported(.notAWorkbook)) { try read(document) }
        let workbook = try HandMade.workbook(sheet: sheet)
        #expect(throws: OfficeFormatError.unsupported(.notADocument)) { try DocumentReader().read(bytes: workbook) }
        #expect(throws: OfficeFormatError.unreadable(path: "/nonexistent.xlsx", code: ENOENT)) {
            try SheetReader(path: "/nonexistent.xlsx")
        }
        #expect(throws: OfficeFormatError.self) { try SheetReader(path: "/") }
    }
}

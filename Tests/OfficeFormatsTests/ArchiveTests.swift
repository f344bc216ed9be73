import Foundation
import OfficeFormats
import Testing

@Suite("ZIP archives")
struct ArchiveTests {
    private func sample() throws -> [UInt8] {
        var writer = ZipWriter()
        writer.add("b.txt", "乙")
        writer.add("文件/a.txt", String(repeating: "甲", count: 100_000))
        writer.add("empty", [])
        return try writer.bytes()
    }

    @Test("entries keep their order, names and bytes")
    func roundTrip() throws {
        let archive = try ZipArchive(bytes: sample())
        #expect(archive.entries.map(\.name) == ["b.txt", "文件/a.txt", "empty"])
        #expect(archive.entries.map(\.size) == [3, 300_000, 0])
        #expect(try archive.data("b.txt") == Array("乙".utf8))
        #expect(try archive.data("文件/a.txt").count == 300_000)
        #expect(try archive.data("empty") == [])
        #expect(try archive.data("B.TXT") == Array("乙".utf8))
        #expect(throws: OfficeFormatError.missingPart("c")) { try archive.data("c") }
    }

    @Test("every entry is dated 1980-01-01, so the same entries give the same bytes")
    func deterministic() throws {
        let bytes = try sample()
        #expect(try sample() == bytes)
        // Time and date of the first local header, low byte first.
        #expect(Array(bytes[10..<14]) == [0, 0, 0x21, 0])
    }

    @Test("two entries of one name are refused")
    func duplicate() {
        var writer = ZipWriter()
        writer.add("a", "1")
        writer.add("a", "2")
        #expect(throws: OfficeFormatError.self) { try writer.bytes() }
    }
}

@Suite("Escaping")
struct EscapingTests {
    @Test("the five special characters become references and nothing else changes")
    func html() {
        #expect(HTMLEscape.text("<a href=\"x\">'甲' & 乙</a>") == "&lt;a href=&quot;x&quot;&gt;&#39;甲&#39; &amp; 乙&lt;/a&gt;")
        #expect(HTMLEscape.text("准绳 2021") == "准绳 2021")
        #expect(HTMLEscape.text("") == "")
        var bytes: [UInt8] = [0x5B]
        HTMLEscape.append("&&甲", to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "[&amp;&amp;甲")
    }
}

import Testing

@testable import OfficeFormats

@Suite("An archive written piece by piece")
struct ArchiveStreamTests {
    @Test("what was written is read back by libzip, names and contents")
    func readBack() throws {
        var stream = ArchiveStream()
        var bytes: [UInt8] = []
        let contents: [(String, [UInt8])] = [
            ("目录.txt", Array("甲乙丙".utf8)), ("1/空.txt", []),
            ("1/大.bin", (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }),
        ]
        for (name, content) in contents { bytes += try stream.entry(name, content) }
        #expect(throws: OfficeFormatError.self) { try stream.entry("目录.txt", []) }
        bytes += stream.end()
        let archive = try ZipArchive(bytes: bytes)
        #expect(archive.entries.map(\.name) == contents.map(\.0))
        for (name, content) in contents {
            let read = try archive.data(name)
            #expect(read == content)
        }
    }
}

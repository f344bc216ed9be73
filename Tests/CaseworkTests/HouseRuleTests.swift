import Definitions
import Foundation
import TestSupport
import Testing

@Suite("The engine knows no register by name")
struct HouseRuleTests {
    /// Names of the catalogue that are words of the engine's own.
    private static let shared: [String: String] = [
        "due_on": "a column of the stored clocks", "valid_until": "a column of the dated units and grants",
        "mediator": "a role of the closed list in roles.yaml",
        "id_number": "a type of field and a personal mark", "from_on": "a row of any pauses field begins so",
        "resumed_on": "a row of any pauses field ends so", "exam": "a key of a register, and what is sat in the browser",
        "pass_mark": "a part of that key",
    ]

    @Test("no register, field or indicator of the catalogue stands in Sources")
    func noNames() throws {
        let registers = Repository.catalogue.registers
        let fields = registers.flatMap(\.fields)
        let names = Set(
            registers.map(\.name) + (fields + fields.flatMap(\.fields)).map(\.name)
                + registers.flatMap { $0.indicators.map(\.name) })
        let telling = names.filter { $0.contains("_") }.union(registers.map(\.name)).subtracting(Self.shared.keys)
        #expect(telling.count > 250)
        var found: [String] = []
        let sources = Repository.root.appendingPathComponent("Sources")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var count = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            count += 1
            for (number, line) in try Data(contentsOf: file).split(
                separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
            ).enumerated() {
                for word in words(of: line) where telling.contains(word) {
                    found.append("\(file.path.split(separator: "/Sources/").last ?? ""):\(number + 1) \(word)")
                }
            }
        }
        #expect(count > 100)
        #expect(found == [])
    }

    /// Names in a line up to a comment; a single word tells nothing, registers of one word are few.
    private func words(of line: Data) -> [String] {
        let code = line.firstRange(of: Data("//".utf8)).map { line[..<$0.lowerBound] } ?? line
        let isPart: (UInt8) -> Bool = { (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 95 }
        return code.split { !isPart($0) }.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test("every word that the catalogue shares with the engine is in use in both")
    func sharedWords() {
        let registers = Repository.catalogue.registers
        let fields = registers.flatMap(\.fields)
        let names = Set(registers.map(\.name) + (fields + fields.flatMap(\.fields)).map(\.name))
        #expect(Set(Self.shared.keys).subtracting(names).isEmpty)
    }
}

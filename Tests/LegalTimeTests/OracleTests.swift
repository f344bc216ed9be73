import Foundation
import LegalTime
import Testing

/// `Tools/calendar_oracle.py` reckons in single days over two tables that are not ours; its answers must be ours.
@Suite("An independent reckoning")
struct OracleTests {
    let calendar = Repository.calendar

    @Test("two thousand random cases agree with the oracle")
    func sample() throws {
        let file = Repository.root.appendingPathComponent("Tests/LegalTimeTests/Fixtures/oracle.tsv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 2000)
        for line in lines { try check(line) }
    }

    @Test("a hundred thousand fresh cases agree with the oracle", .enabled(if: Repository.isLong))
    func fresh() throws {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let script = Repository.root.appendingPathComponent("Tools/calendar_oracle.py").path
        process.arguments = ["python3", script, "--seed", String(UInt32.random(in: 0...(.max))), "--count", "100000"]
        process.standardOutput = output
        try process.run()
        let lines = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).split(separator: "\n")
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(lines.count == 100_000)
        for line in lines { try check(line) }
    }

    private func check(_ line: Substring) throws {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        let day = Day(fields[1])
        func number() throws -> Int { try #require(Int(fields[2])) }
        let ours: String
        switch fields[0] {
        case "add": ours = try calendar.workingDay(number(), after: day).iso
        case "back": ours = try calendar.workingDay(number(), before: day).iso
        case "roll": ours = calendar.nextWorkingDay(onOrAfter: day).iso
        case "count": ours = String(calendar.workingDays(after: day, through: Day(fields[2])))
        case "months": ours = try day.adding(months: number()).iso
        default: ours = try reckoning(fields).due(by: calendar).day?.iso ?? "paused"
        }
        #expect(ours == fields.last, "\(line)")
    }

    private func reckoning(_ fields: [String]) throws -> Reckoning {
        let pauses: [Pause] =
            fields[4] == "-"
            ? []
            : fields[4].split(separator: ",").map { pause in
                let ends = pause.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
                return Pause(from: Day(ends[0]), resumed: Day(iso: ends[1]))
            }
        let extended = fields[5].split(separator: ":").map(String.init)
        return Reckoning(
            from: Day(fields[1]), try length(fields[2], fields[3]), roll: try #require(RollRule(rawValue: fields[6])),
            pauses: pauses, extendedBy: extended.count == 2 ? try length(extended[0], extended[1]) : nil)
    }

    private func length(_ unit: String, _ amount: String) throws -> Length {
        Length(try #require(Int(amount)), try #require(LengthUnit(rawValue: unit)))
    }
}

import Definitions
import Foundation
import LegalTime
import TestSupport
import Testing
import Yams

/// The cases that a lawyer reviews and that name a clock of the laws.
@Suite("The reviewed cases of the clocks")
struct ClockCaseTests {
    @Test("there are cases for most of the laws, for extensions, pauses, moments and days of the year")
    func reach() throws {
        let cases = try Repository.yamlFiles(in: "cases/deadlines").flatMap(ClockCase.all)
        #expect(cases.count >= 67)
        #expect(Set(cases.map { $0.clock.prefix { $0 != "/" } }).count >= 10)
        #expect(Set(cases.map(\.name)).count == cases.count)
        #expect(
            cases.contains { $0.extend != nil } && cases.contains { $0.pauses != nil } && cases.contains { $0.from.contains("T") }
        )
    }

    @Test("every version of every clock has a case, and one with an extension where it may be extended")
    func coverage() throws {
        let cases = try Repository.yamlFiles(in: "cases/deadlines").flatMap(ClockCase.all)
        let byClock = Dictionary(grouping: cases, by: \.clock)
        for clock in Repository.catalogue.laws.flatMap(\.clocks) {
            for version in clock.versions {
                let own = try (byClock[clock.name] ?? []).filter { try clock.version(on: $0.lawDay)?.from == version.from }
                #expect(!own.isEmpty, "\(clock.name), \(version.from)")
                if version.extendAtMost != nil { #expect(own.contains { $0.extend != nil }, "\(clock.name), \(version.from)") }
            }
        }
    }

    @Test("every case comes out as written", arguments: Repository.yamlFiles(in: "cases/deadlines"))
    func outcome(file: URL) throws {
        for example in try ClockCase.all(in: file) {
            let clock = try #require(Repository.catalogue.clock(example.clock), "\(example.name)")
            let start = try example.start
            let version = try #require(clock.version(on: example.lawDay), "\(example.name)")
            let reckoning = Reckoning(
                from: start, term: version.term, sense: version.sense, roll: version.roll, pauses: try example.paused,
                extendedBy: example.extend)
            let due = reckoning.due(by: Repository.catalogue.calendar)
            #expect(due.point.map { $0.instant?.iso ?? $0.day.iso } ?? "paused" == example.expected, "\(example.name)")
            #expect(due.point?.provisional ?? false == example.provisional ?? false, "\(example.name)")
            #expect(reckoning.explain(by: Repository.catalogue.calendar).day == due.day, "\(example.name)")
            if let extend = example.extend {
                #expect(extensionWithinCap(requested: extend, cap: version.extendAtMost), "\(example.name)")
            }
        }
    }
}

private struct ClockCase: Decodable {
    var name: String
    var clock: String
    var version_on: String?
    var from: String
    var pauses: [[String]]?
    var extend: Length?
    var due: String
    var provisional: Bool?

    static func all(in file: URL) throws -> [ClockCase] {
        let node = try #require(try Yams.compose(yaml: String(contentsOf: file, encoding: .utf8))?.sequence)
        return try node.filter { $0.mapping?["clock"] != nil }.map { try YAMLDecoder().decode(ClockCase.self, from: $0) }
    }

    var start: Reckoning.Start {
        get throws { try from.contains("T") ? .instant(#require(Instant(iso: from))) : .day(#require(Day(iso: from))) }
    }

    /// The day whose law applies.
    var lawDay: Day {
        get throws { try version_on.map { try #require(Day(iso: $0)) } ?? start.day }
    }

    var paused: [Pause] {
        get throws {
            try (pauses ?? []).map { Pause(from: try #require(Day(iso: $0[0])), resumed: $0.count > 1 ? Day(iso: $0[1]) : nil) }
        }
    }

    var expected: String { Instant(iso: due)?.iso ?? due }
}

import Foundation
import LegalTime
import Yams

/// The files of the repository that the tests read.
enum Repository {
    static let root: URL = {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.appendingPathComponent("calendars").path), folder.path != "/" {
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    /// The years in `calendars/`, oldest first.
    static let editions: [YearEdition] = yamlFiles(in: "calendars").compactMap { url in
        guard let text = try? String(contentsOf: url, encoding: .utf8),
            let file = try? YAMLDecoder().decode(CalendarFile.self, from: text)
        else { return nil }
        return YearEdition(
            year: file.year, restDays: Set(file.rest.map { Day($0) }), workDays: Set(file.work.map { Day($0) }),
            source: file.source)
    }

    static let calendar = WorkCalendar(editions: editions)

    static func yamlFiles(in folder: String) -> [URL] {
        let folder = root.appendingPathComponent(folder)
        let urls = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (urls ?? []).filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
    }

    static let isLong = ProcessInfo.processInfo.environment["ZHUNSHENG_LONG"] == "1"
}

private struct CalendarFile: Decodable {
    var year: Int
    var source: String
    var rest: [String]
    var work: [String]
}

extension Day {
    /// A day that the test knows to be one.
    init(_ text: String) {
        guard let day = Day(iso: text) else { preconditionFailure("not a day: \(text)") }
        self = day
    }
}

extension Instant {
    /// A moment that the test knows to be one.
    init(_ text: String) {
        guard let instant = Instant(iso: text) else { preconditionFailure("not a moment: \(text)") }
        self = instant
    }
}

/// Repeatable chance: SplitMix64.
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    mutating func day(from first: String = "2004-01-01", through last: String = "2026-12-31") -> Day {
        Day(first).adding(days: number(0...Day(first).days(until: Day(last))))
    }

    mutating func pauses(around start: Day, open: Bool = false) -> [Pause] {
        (0..<number(0...3)).map { _ in
            let from = start.adding(days: number(-10...90))
            return Pause(from: from, resumed: open && number(0...9) == 0 ? nil : from.adding(days: number(0...40)))
        }
    }
}

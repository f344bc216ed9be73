import Definitions
import Foundation
import LegalTime

/// The files of the repository that tests read, and the real catalogue in them.
public enum Repository {
    public static let root: URL = {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.appendingPathComponent("calendars").path), folder.path != "/" {
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    /// The catalogue of the repository, read once; its problems stop a test that asks for it.
    public static let catalogue: Catalogue = {
        let load = CatalogueLoader.load(folder: root.path)
        guard let catalogue = load.catalogue else { preconditionFailure("\(load.problems.prefix(5))") }
        return catalogue
    }()

    public static func yamlFiles(in folder: String) -> [URL] {
        let folder = root.appendingPathComponent(folder)
        let urls = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (urls ?? []).filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
    }

    /// Full counts instead of a sample.
    public static let isLong = ProcessInfo.processInfo.environment["ZHUNSHENG_LONG"] == "1"

    public static func rounds(_ sample: Int, long: Int) -> Int { isLong ? long : sample }
}

/// Repeatable chance: SplitMix64.
public struct Chance: RandomNumberGenerator, Sendable {
    private var state: UInt64
    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    public mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// True once in so many.
    public mutating func once(in count: Int) -> Bool { number(1...count) == 1 }

    public mutating func one<C: Collection>(of choices: C) -> C.Element {
        choices[choices.index(choices.startIndex, offsetBy: number(0...choices.count - 1))]
    }

    public mutating func day(from first: Day, through last: Day) -> Day {
        first.adding(days: number(0...first.days(until: last)))
    }
}

extension Day {
    /// A day that the test knows to be one.
    public init(_ text: String) {
        guard let day = Day(iso: text) else { preconditionFailure("not a day: \(text)") }
        self = day
    }
}

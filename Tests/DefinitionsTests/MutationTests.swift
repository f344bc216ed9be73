import Definitions
import Foundation
import Testing

@Suite("Mutated catalogues")
struct MutationTests {
    /// SplitMix64.
    struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let rounds = ProcessInfo.processInfo.environment["ZHUNSHENG_LONG"] == "1" ? 20_000 : 300
    private static let scraps = [
        "{", "}", "[", "]", ":", ",", "- ", "\n", "  ", "\t", "\"", "'", "#", "&a ", "*a", "!!str ", "|", ">", "%", "@", "\u{0}",
        "\u{FEFF}", "é", "{}", "[]",
        "null", "true", "-1", "99999999999999999999", "2024-02-30", "0000-00-00", "9999-12-31", "set", "unset", "state: ",
        "not: ", "<<: ", "? ", "---\n", "...\n",
        "{ a: { b: c } }",
    ]

    @Test("no mutation brings the loader down, and every problem has a line of its file")
    func survives() {
        let paths = LendingCatalogue.files.keys.sorted()
        for round in 0..<Self.rounds {
            var random = Seeded(state: UInt64(round) &+ 20_220_118)
            var files = LendingCatalogue.files
            for _ in 0...Int.random(in: 0...3, using: &random) {
                let path = paths[Int.random(in: 0..<paths.count, using: &random)]
                files[path] = Self.mutated(files[path] ?? "", &random)
            }
            let load = CatalogueLoader.load(files: files)
            for problem in load.problems {
                let lines = (files[problem.place.file] ?? "").split(separator: "\n", omittingEmptySubsequences: false).count
                #expect(problem.place.line >= 1 && problem.place.line <= lines + 1, "round \(round): \(problem)")
            }
            #expect((load.catalogue == nil) == load.problems.contains(where: \.isError), "round \(round)")
        }
    }

    private static func mutated(_ text: String, _ random: inout Seeded) -> String {
        var scalars = Array(text.unicodeScalars)
        guard !scalars.isEmpty else { return text }
        let at = Int.random(in: 0..<scalars.count, using: &random)
        let length = min(scalars.count - at, Int.random(in: 1...12, using: &random))
        switch Int.random(in: 0..<6, using: &random) {
        case 0: scalars.removeSubrange(at..<at + length)
        case 1: scalars.insert(contentsOf: Array(scraps[Int.random(in: 0..<scraps.count, using: &random)].unicodeScalars), at: at)
        case 2:
            let other = Int.random(in: 0..<scalars.count, using: &random)
            scalars.swapAt(at, other)
        case 3:
            scalars.insert(contentsOf: Array(scalars[at..<at + length]), at: Int.random(in: 0..<scalars.count, using: &random))
        case 4:
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            lines.remove(at: Int.random(in: 0..<lines.count, using: &random))
            return lines.joined(separator: "\n")
        default:
            let words = text.split { !$0.isLetter && $0 != "_" }
            guard let from = words.randomElement(using: &random), let to = words.randomElement(using: &random) else {
                return text
            }
            return text.replacing(from, with: to, maxReplacements: 1)
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }
}

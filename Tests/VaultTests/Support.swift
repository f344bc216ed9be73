import Foundation

@testable import Vault

/// A repeatable generator (SplitMix64); the seed makes the run.
struct Seeded: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

/// How often a property is tried: a sample, or the full count for the long run.
func rounds(_ sample: Int, long: Int) -> Int {
    ProcessInfo.processInfo.environment["ZHUNSHENG_LONG"] == "1" ? long : sample
}

extension Binding {
    static let applicant = Binding(district: "huancui", register: "cases", record: "R1", field: "applicant")
}

func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

extension CanonicalValue {
    private static let texts = [
        "", "a", "调解", "e\u{301}", "\u{E9}", "\u{F900}", "Ⅻ", "👨‍👩‍👧", "\u{1100}\u{1161}", "x\u{0}y", "\u{10FFFF}",
    ]

    static func random(_ random: inout Seeded, depth: Int = 0) -> CanonicalValue {
        switch Int.random(in: 0..<(depth < 4 ? 7 : 5), using: &random) {
        case 0: .null
        case 1: .bool(Bool.random(using: &random))
        case 2: .int([.min, -1, 0, 1, .max, Int64.random(in: .min ... .max, using: &random)].randomElement(using: &random) ?? 0)
        case 3: .text(texts.randomElement(using: &random) ?? "")
        case 4: .bytes((0..<Int.random(in: 0..<9, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) })
        case 5: .list((0..<Int.random(in: 0..<5, using: &random)).map { _ in Self.random(&random, depth: depth + 1) })
        default:
            .map(
                Dictionary(
                    (0..<Int.random(in: 0..<5, using: &random)).map { _ in
                        (texts.randomElement(using: &random) ?? "", Self.random(&random, depth: depth + 1))
                    }, uniquingKeysWith: { $1 }))
        }
    }
}

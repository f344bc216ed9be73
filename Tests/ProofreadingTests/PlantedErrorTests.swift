import Foundation
import Testing

@testable import Proofreading

@Suite("errors planted in invented reports")
struct PlantedErrorTests {
    private static var seeds: ClosedRange<UInt64> {
        1...(ProcessInfo.processInfo.environment["ZHUNSHENG_LONG"] == "1" ? 40 : 3)
    }

    @Test("a sound report is told to hold no arithmetical error, in any style", arguments: InventedReports.Style.allCases)
    func soundReportsAreQuiet(_ style: InventedReports.Style) {
        for seed in Self.seeds {
            let report = InventedReports(seed: seed, style: style)
            let findings = Proofreader().proof(report.text).findings.filter {
                $0.rule.group == .arithmetic || $0.severity == .error
            }
            let told = findings.map { "\($0.rule.rawValue) “\($0.quote)” " + FindingWording(language: .chinese).message($0) }
            #expect(told.isEmpty, "seed \(seed): \(told)")
        }
    }

    @Test("nine of ten planted errors are reported, and nothing beside them", arguments: InventedReports.Style.allCases)
    func plantedErrorsAreFound(_ style: InventedReports.Style) {
        let reader = Proofreader()
        var planted = 0
        var caught = 0
        var noise: [String] = []
        var missed: [String] = []
        // every kind of sentence comes up in three seeds; the styles share them in a short run
        let isLong = Self.seeds.upperBound > 3
        for seed in Self.seeds where isLong || style == .plain || seed == UInt64(style.rawValue % 3 + 1) {
            let report = InventedReports(seed: seed, style: style)
            let before = Set(reader.proof(report.text).findings.map { "\($0.rule) \($0.quote)" })
            let scalars = Array(report.text.unicodeScalars)
            for member in report.members {
                let old = String(String.UnicodeScalarView(scalars[member.start..<member.end]))
                for new in Self.slips(old) {
                    planted += 1
                    var changed = scalars
                    changed.replaceSubrange(member.start..<member.end, with: new.unicodeScalars)
                    let shift = new.unicodeScalars.count - old.unicodeScalars.count
                    let fellows = Set(member.fellows.map { $0 > member.start ? $0 + shift : $0 })
                    let findings = reader.proof(String(String.UnicodeScalarView(changed))).findings
                    let sentence = String(
                        String.UnicodeScalarView(scalars[max(0, member.start - 12)..<min(scalars.count, member.end + 30)]))
                    if findings.contains(where: { !fellows.isDisjoint(with: $0.members) }) {
                        caught += 1
                    } else {
                        missed.append("\(old)→\(new) \(sentence)")
                    }
                    for finding in findings
                    where fellows.isDisjoint(with: finding.members) && !before.contains("\(finding.rule) \(finding.quote)")
                        && finding.rule.group == .arithmetic
                    {
                        noise.append("\(finding.rule) \(finding.quote)")
                    }
                }
            }
        }
        #expect(caught * 10 >= planted * 9, "\(caught) of \(planted) in \(style); missed \(missed.prefix(30))")
        #expect(noise.isEmpty, "\(noise.prefix(5))")
    }

    /// One more, one fewer, ten more, ten fewer, two neighbouring digits changed about.
    static func slips(_ old: String) -> [String] {
        let parts = old.split(separator: ".")
        guard let whole = Int(parts[0]) else { return [] }
        let tail = parts.count > 1 ? "." + parts[1] : ""
        var slips = [whole + 1, whole - 1, whole + 10, whole - 10].filter { $0 > 0 }.map { "\($0)\(tail)" }
        let digits = Array(String(parts[0]))
        for place in 0..<max(0, digits.count - 1) where digits[place] != digits[place + 1] && digits[place + 1] != "0" {
            var swapped = digits
            swapped.swapAt(place, place + 1)
            slips.append(String(swapped) + tail)
        }
        return slips
    }
}

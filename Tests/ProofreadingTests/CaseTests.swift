import Foundation
import Testing
import Yams

@testable import Proofreading

/// One case of `cases/proofreading/*.yaml`, as a clerk writes it.
struct ProofCase: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    /// Value, unit and bound of every figure, in order; nil when the case is not about figures.
    let figures: [String]?
    /// Rules of arithmetic, text and personal data that are to report something, each once; the others report nothing.
    let finds: [String]?
    /// The same for the rules of structure.
    let structure: [String]?
    /// An equation that one of the relations must tell.
    let says: String?
    /// Findings are not looked at.
    let ignore: Bool?

    var testDescription: String { name }

    /// The text without the marks ⟦ and ⟧ around figures that may be changed.
    var plain: String { text.replacing("⟦", with: "").replacing("⟧", with: "") }

    /// The scalars of the text without marks, and the ranges that were marked.
    var parted: (scalars: [Unicode.Scalar], members: [Range<Int>]) {
        var scalars: [Unicode.Scalar] = []
        var members: [Range<Int>] = []
        var start = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "⟦": start = scalars.count
            case "⟧": members.append(start..<scalars.count)
            default: scalars.append(scalar)
            }
        }
        return (scalars, members)
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "cases/proofreading")

    static func all() throws -> [ProofCase] {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).filter {
            $0.pathExtension == "yaml"
        }
        return try files.sorted { $0.path < $1.path }.flatMap {
            try YAMLDecoder().decode([ProofCase].self, from: String(contentsOf: $0, encoding: .utf8))
        }
    }
}

@Suite("cases of the proof-reader")
struct CaseTests {
    @Test("every case is read as its clerk says", arguments: try ProofCase.all())
    func reads(_ item: ProofCase) {
        let proof = Proofreader().proof(item.plain)
        if let figures = item.figures {
            let found = proof.figures.map { figure in
                [figure.value, figure.unit].filter { !$0.isEmpty }.joined(separator: " ")
                    + (figure.bound == .exact ? "" : " " + figure.bound.rawValue)
            }
            #expect(found == figures)
        }
        if let structure = item.structure {
            let found = Set(proof.findings.filter { $0.rule.group == .structure }.map(\.rule.rawValue))
            #expect(
                found == Set(structure),
                "\(proof.findings.filter { $0.rule.group == .structure }.map { FindingWording(language: .chinese).message($0) })")
        } else if item.ignore != true {
            let found = proof.findings.filter { $0.rule.group != .structure }
            #expect(
                Set(found.map(\.rule.rawValue)) == Set(item.finds ?? []),
                "\(found.map { FindingWording(language: .chinese).message($0) })")
        }
        if let says = item.says { #expect(proof.relations.contains { $0.says.contains(says) }, "\(proof.relations.map(\.says))") }
    }

    /// Whole reports: each marked figure changed by a slip of the pen is reported, and nothing beside it.
    @Test("figures of whole reports that are changed are reported")
    func marked() throws {
        let reader = Proofreader()
        var planted = 0
        var missed: [String] = []
        var noise: [String] = []
        let step = ProcessInfo.processInfo.environment["ZHUNSHENG_LONG"] == "1" ? 1 : 6
        for (round, item) in try ProofCase.all().filter({ $0.text.contains("⟦") }).enumerated() {
            let (scalars, members) = item.parted
            let before = Set(reader.proof(item.plain).findings.map { "\($0.rule) \($0.quote)" })
            for (place, member) in members.enumerated() where (place + round) % step == 0 {
                let old = String(String.UnicodeScalarView(scalars[member]))
                for new in PlantedErrorTests.slips(old) {
                    planted += 1
                    var changed = scalars
                    changed.replaceSubrange(member, with: new.unicodeScalars)
                    let findings = reader.proof(String(String.UnicodeScalarView(changed))).findings
                    if !findings.contains(where: { $0.members.contains(member.lowerBound) }) {
                        missed.append("\(item.name) \(old)→\(new)")
                    }
                    for finding in findings
                    where !finding.members.contains(member.lowerBound) && finding.rule.group == .arithmetic
                        && !before.contains("\(finding.rule) \(finding.quote)")
                    {
                        noise.append("\(item.name) \(old)→\(new) \(finding.rule) \(finding.quote)")
                    }
                }
            }
        }
        #expect(planted > 150 && missed.count * 20 <= planted, "\(missed.count) of \(planted) missed: \(missed)")
        #expect(noise.isEmpty, "\(noise)")
    }
}

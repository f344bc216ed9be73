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
        let proof = Proofreader().proof(item.text)
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
}

import Foundation
import Testing

@testable import Proofreading

/// On the published reports, which are no part of the project: their folder is named by ZHUNSHENG_REPORTS.
@Suite("published reports")
struct PublishedReportTests {
    private static let folder = ProcessInfo.processInfo.environment["ZHUNSHENG_REPORTS"]

    private func rows(_ name: String) throws -> [[String: String]]? {
        guard let folder = Self.folder else {
            print("ZHUNSHENG_REPORTS is not set: the published reports are not read")
            return nil
        }
        let lines = try String(contentsOfFile: folder + "/" + name, encoding: .utf8).split(separator: "\n")
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        return lines.dropFirst().map { Dictionary(zip(lines[0], $0), uniquingKeysWith: { first, _ in first }) }
    }

    private func proof(_ file: String) throws -> ProofResult {
        Proofreader().proof(try String(contentsOfFile: (Self.folder ?? "") + "/" + file, encoding: .utf8))
    }

    @Test("every figure is found with its value, and nothing that only looks like one")
    func figures() throws {
        guard let rows = try rows("figures.tsv") else { return }
        var found = 0
        var wanted = 0
        var extra = 0
        for (file, own) in Dictionary(grouping: rows, by: { $0["file"] ?? "" }) {
            let figures = try proof(file).figures
            let known = Dictionary(grouping: own.filter { $0["kind"] == "figure" }, by: { Int($0["char_start"] ?? "") ?? -1 })
            wanted += known.count
            for figure in figures {
                var value = known[figure.start]?.first?["value"] ?? "none"
                if let open = value.firstIndex(of: "("), let close = value.firstIndex(of: ")") {
                    value = String(value[value.index(after: open)..<close])
                }
                if value == figure.value { found += 1 } else { extra += 1 }
            }
        }
        #expect(found * 100 >= wanted * 99 && found * 100 >= (found + extra) * 99, "found \(found) of \(wanted), extra \(extra)")
    }

    @Test("no error is reported that is none, and the one that is one is explained")
    func errors() throws {
        guard let rows = try rows("relations.tsv") else { return }
        var errors: [String] = []
        for file in Set(rows.compactMap { $0["file"] }).sorted() {
            errors += try proof(file).findings.filter { $0.severity == .error && $0.rule.group == .arithmetic }.map {
                FindingWording(language: .chinese).message($0)
            }
        }
        #expect(
            errors.count == 1 && errors.allSatisfy { $0.contains("41件") && $0.contains("12件") && $0.contains("41 = 29 + 12") },
            "\(errors)")
    }
}

import Definitions
import Foundation
import TestSupport
import Testing

@Suite("The catalogue of this repository")
struct RealCatalogueTests {
    /// The repository's root, three levels above this file.
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().appendingPathComponent("../../..").standardized
        .path

    @Test("every file of the catalogue loads without problems")
    func catalogueIsSound() throws {
        let load = CatalogueLoader.load(folder: Self.root)
        for problem in load.problems { Issue.record("\(problem.place): \(problem.reason) \(problem.suggestion ?? "")") }
        let catalogue = try #require(load.catalogue)
        #expect(!catalogue.registers.isEmpty)
        for register in catalogue.registers { #expect(register.digest.count == 64) }
    }

    @Test("what a public form says beside a field, it says in both languages")
    func publicHints() throws {
        let catalogue = try #require(CatalogueLoader.load(folder: Self.root).catalogue)
        var count = 0
        for register in catalogue.registers {
            for request in register.requests {
                for field in request.fields where field.hint != nil {
                    count += 1
                    #expect(field.english?.isEmpty == false, "\(register.name): \(request.name): \(field.path)")
                }
            }
        }
        #expect(count > 10)
    }

    @Test("the whole catalogue loads without a wait that grows with its square")
    func loadingIsFast() throws {
        let (files, _) = CatalogueLoader.files(in: Self.root)
        let lines = files.values.reduce(0) { $0 + $1.utf8.count { $0 == 10 } }
        let spent = processorTime { _ = CatalogueLoader.load(files: files) }
        print("\(files.count) files, \(lines) lines in \(spent)")
        #expect(spent < .seconds(40))
    }
}

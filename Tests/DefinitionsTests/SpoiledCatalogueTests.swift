import Definitions
import Testing

@Suite("Mistakes in a catalogue")
struct SpoiledCatalogueTests {
    @Test("a mistake in a register's head is found at its line", arguments: Spoils.heads) func head(_ spoil: Spoil) {
        check(spoil)
    }
    @Test("a mistake in a field or code is found at its line", arguments: Spoils.fields) func field(_ spoil: Spoil) {
        check(spoil)
    }
    @Test("a mistake in states, moves or deadlines is found at its line", arguments: Spoils.process) func process(_ spoil: Spoil)
    { check(spoil) }
    @Test("a mistake in a condition is found at its line", arguments: Spoils.conditions) func condition(_ spoil: Spoil) {
        check(spoil)
    }
    @Test("a mistake in an indicator is found at its line", arguments: Spoils.indicators) func indicator(_ spoil: Spoil) {
        check(spoil)
    }
    @Test("a mistake in form, list or publication is found at its line", arguments: Spoils.pages) func page(_ spoil: Spoil) {
        check(spoil)
    }
    @Test("a mistake in any other file is found at its line", arguments: Spoils.others) func other(_ spoil: Spoil) {
        check(spoil)
    }

    private func check(_ spoil: Spoil) {
        let files = LendingCatalogue.spoiled(spoil.path, spoil.old, spoil.new)
        #expect(files[spoil.path] != LendingCatalogue.files[spoil.path], "nothing was replaced")
        let mark = spoil.line ?? String(spoil.new.split(separator: "\n").first ?? "")
        let lines = (files[spoil.path] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        let line = (lines.firstIndex { $0.contains(mark) } ?? -1) + 1
        let expected = DefinitionProblem(
            place: SourcePlace(file: spoil.path, line: line), reason: spoil.reason, suggestion: spoil.suggestion)
        let problems = CatalogueLoader.load(files: files).problems
        #expect(problems.contains(expected), "\(expected) is not among \(problems)")
        #expect(problems.allSatisfy { $0.place.file == spoil.path }, "\(problems)")
    }
}

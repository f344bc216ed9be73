import Definitions
import TestSupport
import Testing

@Suite("Names of fields as columns")
struct FieldNameTests {
    private func reasons(_ old: String, _ new: String) -> [DefinitionProblem.Reason] {
        var files = ParcelCatalogue.files
        files["registers/yard/keeper.yaml"] = files["registers/yard/keeper.yaml"]?.replacing(old, with: new)
        return CatalogueLoader.load(files: files).problems.map(\.reason)
    }

    @Test("a word of SQL is no name of a field", arguments: ["order", "group", "references", "to", "user", "values"])
    func words(word: String) {
        #expect(reasons("hired_on", word).contains(.badName(word)))
    }

    @Test("a field of several values cannot be personal, since each of them stands in clear")
    func personalList() {
        let found = reasons("type: id_number, personal: id_number, unique: true", "type: units, personal: name")
        #expect(found.contains(.keyNotForType(key: "personal", type: "units")))
    }
}

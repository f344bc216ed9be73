import Definitions
import LegalTime
import Records
import TestSupport
import Testing

@testable import Store

/// What every database must keep of dated lists.
@Suite("The versions in the store")
struct VersionTableTests {
    private static let tree: RegisterDefinition = {
        guard let tree = OrchardCatalogue.catalogue.register("tree") else { preconditionFailure("no tree") }
        return tree
    }()

    @Test("a version comes back as it was kept, whatever stands in it, and none is overwritten", arguments: EngineMaker.all)
    func kept(maker: EngineMaker) async throws {
        let folder = try TemporaryFolder()
        let engine = try maker.make(folder)
        try await engine.apply(try await engine.plan(Schema.tables([Self.tree]), search: []))
        let values: [String: Value] = [
            "name": .text("梨\t树\\n\n第二行"), "kind": .text("pear"), "keeper": .sealed([0, 1, 15, 16, 255]),
            "listed_on": .day(Day("2021-01-01")),
            "tags": .list(["east", "west_one"]),
        ]
        let versions = [
            ItemVersion(
                ordinal: 1, from: Day("2021-01-01"), transition: nil, at: Instant(milliseconds: 5), by: "a", values: values),
            ItemVersion(
                ordinal: 2, from: Day("2021-03-01"), transition: "adjust", at: Instant(milliseconds: 6), by: "b",
                values: ["name": .text("李")]),
            ItemVersion(
                ordinal: 2, from: Day("2021-02-01"), transition: "adjust", at: Instant(milliseconds: 7), by: "b", values: [:]),
        ]
        let district = "reed-bay"
        try await engine.write { session in
            for version in versions {
                try VersionTable.append(version, of: "one", register: Self.tree, district: district, in: session)
            }
            try VersionTable.append(versions[0], of: "two", register: Self.tree, district: district, in: session)
            try VersionTable.append(versions[1], of: "one", register: Self.tree, district: "elsewhere", in: session)
            return .commit(())
        }
        let found = try await engine.read { session in
            try VersionTable.versions(ofRecords: ["one", "two", "three"], register: Self.tree, district: district, in: session)
        }
        #expect(found["one"] == versions)
        #expect(found["two"] == [versions[0]])
        #expect(found["three"] == nil)
    }

    @Test("a renamed field is found in old versions, a field that is gone is passed over")
    func renamed() {
        let body = VersionTable.body(["name": .text("梨"), "remark": .text("x")])
        var register = Self.tree
        register.fields = register.fields.filter { $0.name != "remark" }.map { field in
            var field = field
            if field.name == "name" { (field.name, field.was) = ("title", "name") }
            return field
        }
        #expect(VersionTable.values(body, register) == ["title": .text("梨")])
    }
}

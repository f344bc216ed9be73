import TestSupport
import Testing

@testable import Definitions

@Suite("Draws in the catalogue")
struct DrawDefinitionTests {
    private static let path = "registers/yard/spot_check.yaml"

    private static func problems(_ changes: [(String, String)]) -> [DefinitionProblem] {
        var files = DrawCatalogue.files
        for (old, new) in changes {
            #expect(files[path]?.contains(old) == true, "\(old)")
            files[path] = files[path]?.replacing(old, with: new, maxReplacements: 1)
        }
        return CatalogueLoader.load(files: files).problems
    }

    @Test(
        "a draw is read with its list, people, settings and reasons, changes the digest and reads again from its canonical text")
    func read() throws {
        let register = try #require(DrawCatalogue.catalogue.register("spot_check"))
        let draw = try #require(register.draw("crates"))
        #expect(draw.into == "found" && draw.states == ["opened"] && draw.size == .field("how_many") && draw.strata == "unit")
        #expect(draw.people?.team == 2 && draw.set.count == 8 && draw.isPublished && draw.basis.count == 1)
        guard case .register(let source) = draw.source else {
            Issue.record("\(draw.source)")
            return
        }
        #expect(source.register == "crate" && source.condition == .state(["packed"]) && source.since == "since")
        #expect(register.draw("units")?.size == .percent(50) && register.draw("units")?.source == .units(["station", "town"]))
        #expect(DrawCatalogue.catalogue.labels.english["spot_check/draws/crates/exclude/recusal"] == "Recusal")
        var files = DrawCatalogue.files
        files[Self.path] = register.text
        let again = try #require(CatalogueLoader.load(files: files).catalogue?.register("spot_check"))
        #expect(again.text == register.text && again.digest == register.digest)
        files[Self.path] = DrawCatalogue.files[Self.path]?.replacing("team: 2", with: "team: 3")
        #expect(CatalogueLoader.load(files: files).catalogue?.register("spot_check")?.digest != register.digest)
    }

    @Test(
        "each mistake of a draw is found at its place, with the nearest name",
        arguments: [
            ("into: found,", "into: fond,", "field", "fond", "found"),
            ("strata: unit", "strata: unnit", "field", "unnit", "unit"),
            ("{ register: crate, where", "{ register: crates, where", "register", "crates", "crate"),
            ("where: { state: packed }", "where: { state: paked }", "state", "paked", "packed"),
            ("roles: [clerk, coordinator]\n    when", "roles: [clark]\n    when", "role", "clark", "clerk"),
            ("after: [opened]", "after: [open]", "state_or_move", "open", "opened"),
            ("count: how_many", "count: how_mny", "field", "how_mny", "how_many"),
            ("what: { field: title }", "what: { field: titel }", "field", "titel", "title"),
            ("way: { value: drawn }", "way: { value: drown }", "code", "drown", "drawn"),
            ("size: { field: size }, first", "sise: { field: size }, first", "field", "found.sise", "size"),
        ])
    func names(_ old: String, _ new: String, _ kind: String, _ name: String, _ near: String) {
        let problems = Self.problems([(old, new)])
        #expect(
            problems.contains {
                $0.reason == .unknown(kind: kind, name: name) && $0.suggestion == near && $0.place.file == Self.path
            },
            "\(problems)")
    }

    @Test("nothing personal is published, no required field of a row is left empty, and types fit")
    func shapes() {
        func reasons(_ old: String, _ new: String) -> [DefinitionProblem.Reason] { Self.problems([(old, new)]).map(\.reason) }
        #expect(reasons("label: badge", "label: name").contains(.personalInList(use: "draws", field: "name")))
        #expect(
            reasons("what: { field: title }", "what: { field: packer }").contains(.personalInList(use: "draws", field: "packer")))
        #expect(reasons("strata: unit", "strata: packer").contains(.personalInList(use: "draws", field: "packer")))
        #expect(reasons("crate_number: number, owner_unit", "owner_unit").contains(.missingKey("found.crate_number")))
        #expect(reasons("first: person_1", "first: person_3").contains { if case .unknownValue = $0 { true } else { false } })
        #expect(reasons("first: person_1", "first: reference").contains { if case .wrongShape = $0 { true } else { false } })
        #expect(
            reasons("owner_unit: unit", "owner_unit: number").contains { if case .wrongFieldType = $0 { true } else { false } })
        #expect(
            reasons("draw_number: number, pool", "found_count: pool, pool").contains(
                .wrongShape(key: "fill", expected: "entered_field")))
        #expect(reasons("name: units, label", "name: stalls, label").contains(.duplicate(kind: "draw", name: "stalls")))
        #expect(reasons("since: since, until: until", "until: until").isEmpty)
        #expect(reasons("period: packed_on, ", "").contains(.missingKey("period")))
    }

    @Test("an overlay of a district adds a draw and changes none")
    func overlay() throws {
        var files = DrawCatalogue.files
        let path = "districts/reed-bay/registers/spot_check.draws.yaml"
        files[path] = """
            register: spot_check
            draws:
              - { name: towns, label: 抽镇, english: Towns, roles: [clerk], into: found, from: { units: [town] }, count: 1, set: { crate_number: number } }
            """
        let load = CatalogueLoader.load(files: files)
        let register = try #require(load.catalogue?.forDistrict("reed-bay").register("spot_check"), "\(load.problems)")
        #expect(register.draw("towns")?.overlay == "reed-bay" && register.draws.count == 4)
        files[path] = files[path]?.replacing("name: towns", with: "name: crates")
        #expect(CatalogueLoader.load(files: files).problems.map(\.reason) == [.overlayLoosens("draws/crates")])
    }
}

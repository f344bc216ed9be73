import Definitions
import TestSupport
import Testing

@Suite("Checklists, computed fields and dated lists in the catalogue")
struct StandardTests {
    private let plot = OrchardCatalogue.catalogue.register("plot")

    @Test("a standard's items, grades and English labels are read") func standard() throws {
        let catalogue = OrchardCatalogue.catalogue
        let harvest = try #require(catalogue.standards.first { $0.name == "harvest" })
        #expect(harvest.mode == .points)
        #expect(harvest.fullMark == 80)
        #expect(harvest.items.map(\.group) == ["果实", "果实", "收尾"])
        #expect(harvest.grades.map(\.atLeast) == [90, 60, nil])
        #expect(catalogue.labels.english["standards/harvest/items/ripe"] == "Ripeness")
        #expect(catalogue.labels.english["plot/codes/harvest_grade/second"] == "Second")
        // What the register's own labels say goes before.
        #expect(catalogue.labels.english["plot/codes/fence_grade/fair"] == "Fair enough")
        #expect(catalogue.labels.english["plot/codes/fence_grade/sound"] == "Sound")
    }

    @Test("a register carries the standards it uses and the lists of their grades") func use() throws {
        let plot = try #require(plot)
        #expect(plot.standards.keys.sorted() == ["fence", "harvest"])
        #expect(plot.codes["harvest_grade"]?.entries.map(\.code) == ["first", "second", "third"])
        #expect(plot.field("fencing").flatMap(plot.standard)?.name == "fence")
        #expect(OrchardCatalogue.catalogue.register("tree")?.standards.isEmpty == true)
    }

    @Test("computations are read with the names they use") func computed() throws {
        let plot = try #require(plot)
        #expect(plot.field("fence_grade")?.computed == .grade(of: "fencing"))
        #expect(plot.field(at: FieldPath("rounds.score"))?.computed == .score(of: "marks"))
        #expect(plot.field("grade")?.computed == .latest(FieldPath("rounds.grade"), by: "held_on"))
        #expect(plot.field("round_count")?.computed == .count(rows: "rounds", .always))
        let test: Condition = .all([
            .field(FieldPath("baskets.kind"), .oneOf([.text("pear")], orUnset: false)),
            .field(FieldPath("baskets.amount"), .atLeast(.integer(2))),
        ])
        #expect(plot.field("pear_baskets")?.computed == .count(rows: "baskets", test))
        #expect(plot.field("weight")?.computed == .sum(FieldPath("baskets.weight")))
    }

    @Test("figures over rows and over acts are read") func measures() throws {
        let plot = try #require(plot)
        let held: Placement = .event(.field("rounds.held_on"))
        #expect(
            plot.indicator("mean_score")?.measure
                == .simple(
                    SimpleMeasure(
                        subject: .rows("rounds"), aggregate: .mean(.field(FieldPath("rounds.score"))), condition: .always,
                        placement: held)))
        // A name that the row lacks is the record's.
        #expect(
            plot.indicator("picking_units")?.measure
                == .simple(
                    SimpleMeasure(
                        subject: .rows("baskets"), aggregate: .countDistinct(FieldPath("unit")), condition: .always,
                        placement: .event(.field("baskets.picked_on")))))
        #expect(
            plot.indicator("inspected_plots")?.measure
                == .simple(
                    SimpleMeasure(
                        subject: .acts(["inspect"], isDistinct: true), aggregate: .count, condition: .always, placement: .act)))
    }

    @Test("a dated list names its dates, fields and moves") func dated() throws {
        let rule = try #require(OrchardCatalogue.catalogue.register("tree")?.dated)
        #expect(rule.listed == "listed_on" && rule.ended == "cancelled_on" && rule.effective == "effective_on")
        #expect(rule.fields == ["name", "kind", "unit", "keeper", "tags"])
        #expect(rule.changes == ["adjust"])
    }

    @Test("whatever changes a grade, a computation or a dated rule changes the digest", arguments: digests)
    func digest(path: String, old: String, new: String) throws {
        var files = OrchardCatalogue.files
        files[path] = files[path]?.replacing(old, with: new)
        #expect(files[path] != OrchardCatalogue.files[path])
        let name = path == OrchardCatalogue.treePath ? "tree" : "plot"
        let changed = try #require(CatalogueLoader.load(files: files).catalogue?.register(name))
        #expect(changed.digest != OrchardCatalogue.catalogue.register(name)?.digest)
    }

    static let digests: [(String, String, String)] = [
        (OrchardCatalogue.harvestPath, "at_least: 90", "at_least: 91"),
        (OrchardCatalogue.harvestPath, "points: 40", "points: 41"),
        (OrchardCatalogue.fencePath, ", must: true", ""),
        (OrchardCatalogue.plotPath, "{ failed_of: fencing }", "{ count: rounds }"),
        (OrchardCatalogue.plotPath, "moves: [inspect], distinct: true", "moves: [inspect]"),
        (OrchardCatalogue.treePath, "keeper, tags], changes", "keeper], changes"),
    ]

    @Test("mistakes are found at their line", arguments: spoils) func spoiled(_ spoil: OrchardSpoil) {
        var files = OrchardCatalogue.files
        files[spoil.path] = files[spoil.path]?.replacing(spoil.old, with: spoil.new, maxReplacements: 1)
        #expect(files[spoil.path] != OrchardCatalogue.files[spoil.path], "nothing was replaced")
        let lines = (files[spoil.path] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        let line = (lines.firstIndex { $0.contains(spoil.new) } ?? -1) + 1
        let expected = DefinitionProblem(
            place: SourcePlace(file: spoil.path, line: line), reason: spoil.reason, suggestion: spoil.suggestion)
        let problems = CatalogueLoader.load(files: files).problems
        #expect(problems.contains(expected), "\(expected) is not among \(problems)")
    }

    static let spoils: [OrchardSpoil] = [
        .init(
            OrchardCatalogue.fencePath, "mode: met", "mode: mett",
            .unknownValue(key: "mode", value: "mett", allowed: ["met", "points"]), "met"),
        .init(OrchardCatalogue.fencePath, "english: Gate shuts", "englsh: Gate shuts", .unknownKey("englsh"), "english"),
        .init(
            OrchardCatalogue.fencePath, "name: gate, label: 门能关上", "name: posts, label: 门",
            .duplicate(kind: "item", name: "posts")),
        .init(OrchardCatalogue.fencePath, "name: gate,", "points: 3, name: gate,", .keyNotForType(key: "points", type: "met")),
        .init(
            OrchardCatalogue.harvestPath, "name: ripe, label: 成熟, english: Ripeness, points: 40,",
            "name: ripe, label: 成熟, english: Ripeness,", .missingKey("points")),
        .init(
            OrchardCatalogue.harvestPath, "at_least: 60", "at_least: 95",
            .wrongShape(key: "at_least", expected: "integer<above")),
        .init(
            OrchardCatalogue.harvestPath, "english: Third", "english: Third, at_least: 1",
            .wrongShape(key: "at_least", expected: "last_grade")),
        .init(
            OrchardCatalogue.plotPath, "standard: harvest }", "standard: harwest }", .unknown(kind: "standard", name: "harwest"),
            "harvest"),
        .init(
            OrchardCatalogue.plotPath, "label: 名称, type: text", "label: 名称, standard: fence, type: text",
            .keyNotForType(key: "standard", type: "text")),
        .init(
            OrchardCatalogue.plotPath, "{ grade_of: fencing }", "{ grade_of: fencin }", .unknown(kind: "field", name: "fencin"),
            "fencing"),
        .init(OrchardCatalogue.plotPath, "{ grade_of: fencing }", "{ grad_of: fencing }", .unknownKey("grad_of"), "grade_of"),
        .init(
            OrchardCatalogue.plotPath, "{ grade_of: fencing }", "{ grade_of: title }",
            .wrongFieldType(field: "title", type: "text", expected: "checklist")),
        .init(
            OrchardCatalogue.plotPath, "codes: fence_grade, computed", "codes: fruit, computed",
            .unknownValue(key: "codes", value: "fruit", allowed: ["fence_grade"]), "fence_grade"),
        .init(
            OrchardCatalogue.plotPath, "{ count: rounds }", "{ count: rounts }", .unknown(kind: "field", name: "rounts"), "rounds"
        ),
        .init(
            OrchardCatalogue.plotPath, "{ count: rounds }", "{ count: rounds }, required: true",
            .keyNotForType(key: "required", type: "computed")),
        .init(
            OrchardCatalogue.plotPath, "latest: rounds.grade, by: held_on", "latest: rounds.grade, by: held_in",
            .unknown(kind: "field", name: "held_in"),
            "held_on"),
        .init(
            OrchardCatalogue.plotPath, "where: { kind: pear, amount", "where: { kin: pear, amount",
            .unknown(kind: "field", name: "baskets.kin"), "kind"),
        .init(
            OrchardCatalogue.plotPath, "require: [fencing]", "require: [fence_grade]",
            .wrongShape(key: "require", expected: "entered_field")),
        .init(
            OrchardCatalogue.plotPath, "rows: rounds, count: {}", "rows: round, count: {}",
            .unknown(kind: "field", name: "round"), "rounds"),
        .init(
            OrchardCatalogue.plotPath, "moves: [inspect] }", "moves: [inspec] }", .unknown(kind: "transition", name: "inspec"),
            "inspect"),
        .init(
            OrchardCatalogue.plotPath, "moves: [inspect] }", "moves: [inspect], period_by: opened_on }",
            .unknownKey("period_by")),
        .init(
            OrchardCatalogue.treePath, "changes: [adjust]", "changes: [adjst]", .unknown(kind: "transition", name: "adjst"),
            "adjust"),
        .init(
            OrchardCatalogue.treePath, "changes: [adjust]", "changes: [cancel]",
            .missingRequirement(transition: "cancel", field: "effective_on")),
        .init(
            OrchardCatalogue.treePath, "listed: listed_on", "listed: name",
            .wrongFieldType(field: "name", type: "text", expected: "date")),
        .init(
            OrchardCatalogue.treePath, "fields: [name, kind, unit", "fields: [nam, kind, unit",
            .unknown(kind: "field", name: "nam"), "name"),
    ]
}

/// One text replaced, and the mistake that must come of it on the line of what was put in.
struct OrchardSpoil: CustomTestStringConvertible, Sendable {
    var path: String
    var old: String
    var new: String
    var reason: DefinitionProblem.Reason
    var suggestion: String?

    init(_ path: String, _ old: String, _ new: String, _ reason: DefinitionProblem.Reason, _ suggestion: String? = nil) {
        (self.path, self.old, self.new, self.reason, self.suggestion) = (path, old, new, reason, suggestion)
    }

    var testDescription: String { "\(path): \(old) → \(new)" }
}

import Definitions
import Testing

@Suite("Overlays of a district")
struct OverlayTests {
    private static let path = "districts/hill-town/registers/loan.yaml"

    @Test("an overlay's fields, codes, rules and pages are laid over the shared register")
    func merged() throws {
        let catalogue = try #require(LendingCatalogue.load())
        let shared = try #require(catalogue.register("loan"))
        let merged = try #require(catalogue.forDistrict("hill-town").register("loan"))
        #expect(merged.fields.dropLast(2) == shared.fields[...])
        #expect(merged.field("is_local")?.overlay == "hill-town")
        #expect(shared.field("is_local") == nil)
        #expect(merged.codes["ending"]?.entries.map(\.code) == ["returned", "damaged", "lost", "donated"])
        #expect(merged.codes["pick_up"]?.entries.map(\.code) == ["gate"])
        #expect(merged.deadline("reminder")?.clock == "借阅/reminder")
        #expect(merged.indicator("local_loans") != nil && shared.indicator("local_loans") == nil)
        #expect(merged.form.map(\.title) == ["借出", "归还", "取书"])
        #expect(merged.form[0].fields.last == "is_local")
        #expect(merged.list.columns == ["town", "lent_on", "ending", "pick_up"])
        let labels = catalogue.forDistrict("hill-town").labels
        #expect(labels.label("loan/fields/is_local", chinese: "是否本镇读者", in: .english) == "Local reader")
    }

    @Test("a second overlay document is laid over the first")
    func documents() throws {
        var files = LendingCatalogue.files
        files["districts/hill-town/registers/loan.document-2.yaml"] = """
            register: loan
            fields: [{ name: gift, label: 赠品, type: text, max: 20 }]
            form: [{ section: 取书, fields: [gift] }]
            """
        let load = CatalogueLoader.load(files: files)
        #expect(load.problems == [])
        let merged = try #require(load.catalogue?.forDistrict("hill-town").register("loan"))
        #expect(merged.form.last?.fields == ["pick_up", "gift"])
    }

    static let loosening: [(String, String, DefinitionProblem.Reason, String?)] = [
        ("name: is_local", "name: fee", .overlayLoosens("fields/fee"), nil),
        ("code: donated", "code: lost", .overlayLoosens("codes/ending/lost"), nil),
        ("name: reminder", "name: return", .overlayLoosens("deadlines/return"), nil),
        ("clock: 借阅/reminder", "clock: 借阅/return", .overlayLoosens("deadlines/reminder"), nil),
        ("name: local_loans", "name: lent", .overlayLoosens("indicators/lent"), nil),
        ("labels:", "publication: { level: full }\nlabels:", .overlayLoosens("publication"), nil),
        ("labels:", "retention: { years: 1, force: local }\nlabels:", .overlayLoosens("retention"), nil),
        ("labels:", "transitions: []\nlabels:", .overlayLoosens("transitions"), nil),
        ("labels:", "lables:", .unknownKey("lables"), "labels"),
        ("columns: [pick_up]", "columns: [pick_up, town]", .duplicate(kind: "list_field", name: "town"), nil),
        ("filters: [pick_up]", "search: [pick_up]", .unknownKey("search"), nil),
        (
            "section: 取书, fields: [pick_up]", "section: 取书, fields: [pick_up, fee]", .duplicate(kind: "form_field", name: "fee"),
            nil
        ),
        ("section: 取书, fields: [pick_up]", "section: 取书, fields: []", .fieldNotInForm("pick_up"), nil),
        ("is_local: Local", "is_locl: Local", .unknown(kind: "field", name: "is_locl"), "is_local"),
        ("filters: [pick_up]", "filters: [remark]", .personalInList(use: "list/filters", field: "remark"), nil),
        ("register: loan", "register: laon", .unknownValue(key: "register", value: "laon", allowed: ["loan"]), "loan"),
    ]

    @Test("an overlay that does more than add is refused", arguments: loosening)
    func refused(old: String, new: String, reason: DefinitionProblem.Reason, suggestion: String?) {
        var files = LendingCatalogue.spoiled(Self.path, old, new)
        if old.hasPrefix("name: is_local") { files[Self.path] = files[Self.path]?.replacing("is_local", with: "fee") }
        let problems = CatalogueLoader.load(files: files).problems
        #expect(
            problems.contains { $0.reason == reason && $0.suggestion == suggestion && $0.place.file == Self.path }, "\(problems)")
    }

    @Test("an overlay of an unknown register or district is a mistake")
    func unknown() {
        var files = LendingCatalogue.files
        files["districts/hill-town/registers/lone.yaml"] = "register: lone"
        files["districts/hil-town/registers/loan.yaml"] = "register: loan"
        let problems = CatalogueLoader.load(files: files).problems
        #expect(
            problems == [
                DefinitionProblem(
                    place: SourcePlace(file: "districts/hil-town/registers/loan.yaml", line: 1),
                    reason: .unknown(kind: "district", name: "hil-town"),
                    suggestion: "hill-town"),
                DefinitionProblem(
                    place: SourcePlace(file: "districts/hill-town/registers/lone.yaml", line: 1),
                    reason: .unknown(kind: "register", name: "lone"),
                    suggestion: "loan"),
            ])
    }
}

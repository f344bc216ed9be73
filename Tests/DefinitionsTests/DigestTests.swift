import Definitions
import Testing

@Suite("The digest of a definition")
struct DigestTests {
    private static let path = "registers/desk/loan.yaml"

    private static func digest(_ text: String) throws -> String {
        var files = LendingCatalogue.files
        files[path] = text
        return try #require(CatalogueLoader.load(files: files).catalogue?.register("loan")).digest
    }

    static let sameMeaning: [(String, String)] = [
        ("# 借阅", "# 另一句话\n\n# 又一行"),
        ("label: 借阅\nsummary: 一行是一次借阅。", "summary: \"一行是一次借阅。\"\nlabel: '借阅'"),
        ("{ name: town, label: 镇街, type: unit, kind: town }", "{ kind: town, type: unit, label: 镇街, name: town }"),
        ("version_by: [lent_on]", "version_by: lent_on"),
        (
            "{ readers.is_child: true, not: { weight: { at_most: 2.5 } } }",
            "{ not: { weight: { at_most: 2.50 } }, readers.is_child: true }"
        ),
        ("[{ ending: lost }, { fee: { at_least: 10000 } }]", "[{ fee: { at_least: 10000 } }, { ending: [lost] }]"),
        ("{ indicator: loan.lent }", "{ indicator: lent }"),
        ("over: { sum: [", "over: { total: ["),
        ("soon: 5", "soon:   5   # 天"),
    ]

    @Test("comments, blanks, quotes and the order of keys do not change it", arguments: sameMeaning)
    func stable(old: String, new: String) throws {
        let changed = LendingCatalogue.loan.replacing(old, with: new, maxReplacements: 1)
        #expect(changed != LendingCatalogue.loan)
        #expect(try Self.digest(changed) == Self.digest(LendingCatalogue.loan))
    }

    static let otherMeaning: [(String, String)] = [
        ("label: 书名", "label: 题名"), ("max: 80", "max: 81"), ("soon: 5", "soon: 6"), ("at_most: 2.5", "at_most: 2.6"),
        ("roles: [clerk, head]", "roles: [clerk]"), ("min_cell: 5", "min_cell: 6"), ("years: 10", "years: 11"),
        ("personal: free_text", "personal: sensitive"), ("columns: [town, lent_on, ending]", "columns: [lent_on, town, ending]"),
        ("as: difference", "as: percent"), ("group: gone, until", "group: lost, until"),
        ("since: 2020-01-01", "since: 2021-01-01"),
        ("every: { months: 6 }", "every: { years: 6 }"), ("stops: [answered_at]", "stops: [answered_at, returned_on]"),
        ("at_least: 10000", "at_most: 10000"), ("note: 以借出日计。", "note: 以借出日计算。"),
    ]

    @Test("every change of a rule or a label changes it", arguments: otherMeaning)
    func changed(old: String, new: String) throws {
        let changed = LendingCatalogue.loan.replacing(old, with: new, maxReplacements: 1)
        #expect(changed != LendingCatalogue.loan)
        #expect(try Self.digest(changed) != Self.digest(LendingCatalogue.loan))
    }

    @Test("the canonical text is the digest's source and loads as the same definition")
    func roundTrip() throws {
        let loan = try #require(LendingCatalogue.load()?.register("loan"))
        #expect(loan.digest == CanonicalText.digest(of: loan.text))
        #expect(loan.digest.count == 64)
        var files = LendingCatalogue.files
        files[Self.path] = loan.text
        let again = CatalogueLoader.load(files: files)
        #expect(again.problems == [])
        #expect(again.catalogue?.register("loan")?.text == loan.text)
    }

    @Test("an overlay changes the digest of the merged register only")
    func overlay() throws {
        let catalogue = try #require(LendingCatalogue.load())
        let merged = try #require(catalogue.forDistrict("hill-town").register("loan"))
        #expect(merged.digest != catalogue.register("loan")?.digest)
        #expect(catalogue.forDistrict("hill-town").register("shelf")?.digest == catalogue.register("shelf")?.digest)
        #expect(catalogue.forDistrict("elsewhere").register("loan")?.digest == catalogue.register("loan")?.digest)
    }
}

import Letters
import OfficeFormats
import Testing

@testable import Definitions

@Suite("Letters in the catalogue")
struct LetterDefinitionTests {
    private static let path = "registers/desk/loan.yaml"

    private static func files(_ letters: String, templates: [String: String] = [:], overlay: String = "") -> [String: String] {
        var files = LendingCatalogue.files
        files[path, default: ""] += "\n" + letters + "\n"
        if !overlay.isEmpty { files["districts/hill-town/registers/loan.letters.yaml"] = "register: loan\n" + overlay + "\n" }
        return files.merging(templates) { $1 }
    }

    private static let reminder = """
        letters:
          - { name: reminder, label: 催还单, english: Reminder, roles: [clerk] }
        """

    @Test("a letter is read with its states, moves, number and file, and changes the digest")
    func read() throws {
        let letters = """
            letters:
              - { name: reminder, label: 催还单, english: Reminder, after: [lent, give_back], roles: [clerk], number: "{prefix}催〔{year}〕{serial}号", basis: 借阅办法#9, remedy: 三日内, service: true }
            file: { main: [cover, { letter: reminder }], side: [catalogue] }
            """
        let load = CatalogueLoader.load(files: Self.files(letters, templates: ["templates/loan/reminder.md": "# 催还单\n{number}"]))
        let register = try #require(load.catalogue?.register("loan"), "\(load.problems)")
        let letter = try #require(register.letter("reminder"))
        #expect(letter.states == ["lent"] && letter.hasService && letter.basis.map(\.description) == ["借阅办法#9"])
        #expect(letter.remedy == "三日内" && letter.number == "{prefix}催〔{year}〕{serial}号")
        #expect(register.file == FileDefinition(main: [.cover, .letter("reminder")], side: [.catalogue]))
        #expect(register.digest != LendingCatalogue.load()?.register("loan")?.digest)
        #expect(load.catalogue?.labels.english["loan/letters/reminder"] == "Reminder")
        #expect(load.catalogue?.templates.template("reminder", of: "loan", in: "hill-town") != nil)
    }

    @Test("each mistake of a letter or a file is found, with the nearest name")
    func mistakes() {
        let letters = """
            letters:
              - { name: reminder, label: 催还单, english: Reminder, after: [lentt], roles: [clark], number: "催{serial}" }
              - { name: reminder, label: 又一张, english: Again, roles: [clerk] }
            file: [cover, cover, { letter: remainder }]
            """
        let problems = CatalogueLoader.load(files: Self.files(letters, templates: ["templates/loan/reminder.md": "# 催还单"]))
            .problems
        let found = problems.map { "\($0.reason) \($0.suggestion ?? "")" }
        #expect(problems.count == 6, "\(found)")
        #expect(
            problems.contains { $0.reason == .unknown(kind: "state_or_move", name: "lentt") && $0.suggestion == "lent" },
            "\(found)")
        #expect(problems.contains { $0.reason == .unknown(kind: "role", name: "clark") && $0.suggestion == "clerk" })
        #expect(problems.contains { $0.reason == .wrongShape(key: "number", expected: "{year}") })
        #expect(problems.contains { $0.reason == .duplicate(kind: "letter", name: "reminder") })
        #expect(problems.contains { $0.reason == .duplicate(kind: "file_piece", name: "cover") })
        #expect(problems.contains { $0.reason == .unknown(kind: "letter", name: "remainder") && $0.suggestion == "reminder" })
    }

    @Test("templates are read with the catalogue: missing ones, wrong names and codes, and those of no letter")
    func templates() {
        func problems(_ templates: [String: String]) -> [DefinitionProblem] {
            CatalogueLoader.load(files: Self.files(Self.reminder, templates: templates)).problems
        }
        let path = "templates/loan/reminder.md"
        #expect(problems([:]).map(\.reason) == [.template(.missing(path: path))])
        #expect(problems([path: "# 催还单"]).isEmpty)
        let wrong = problems([path: "# 催还单\n{numbr}\n{if state = lended}\n{end}\n{for number}\n{end}\n@stamp\n{open"])
        #expect(wrong.map(\.place.line) == [2, 3, 5, 7, 8], "\(wrong)")
        #expect(wrong.first?.reason == .unknown(kind: "letter_name", name: "numbr") && wrong.first?.suggestion == "number")
        #expect(wrong.dropFirst().first?.reason == .unknown(kind: "code", name: "lended"))
        #expect(
            wrong.dropFirst(2).map(\.reason) == [
                .template(.notRows("number")), .template(.unknownDirective("@stamp")), .template(.openBrace),
            ])
        let stray = problems([path: "# 催还单", "templates/loan/remainder.md": "# 别的", "templates/loam/x.md": "# 无"])
        #expect(
            stray.map(\.reason) == [.unknown(kind: "register", name: "loam"), .templateWithoutLetter("remainder")], "\(stray)")
        #expect(stray.map(\.isError) == [true, false])
    }

    @Test("a district adds letters and gives its own templates, and may not change one that is there")
    func overlay() throws {
        let own = "districts/hill-town/templates/loan/"
        let overlay = "letters:\n  - { name: local_slip, label: 本地单, english: Local slip, roles: [clerk] }"
        let shared = ["templates/loan/reminder.md": "# 催还单"]
        let load = CatalogueLoader.load(
            files: Self.files(
                Self.reminder,
                templates: shared.merging([own + "local_slip.md": "# 本地单\n{is_local}", own + "reminder.md": "# 本镇催还单"]) { $1 },
                overlay: overlay))
        let catalogue = try #require(load.catalogue, "\(load.problems)")
        #expect(catalogue.register("loan")?.letter("local_slip") == nil)
        #expect(catalogue.forDistrict("hill-town").register("loan")?.letter("local_slip")?.overlay == "hill-town")
        guard case .text(let template)? = catalogue.templates.template("reminder", of: "loan", in: "hill-town") else {
            Issue.record("no template")
            return
        }
        #expect(template.parts == [.title([.text("本镇催还单")])])
        let bad = CatalogueLoader.load(files: Self.files(Self.reminder, templates: shared, overlay: Self.reminder)).problems
        #expect(bad.map(\.reason) == [.overlayLoosens("letters/reminder")])
        let lost = CatalogueLoader.load(files: Self.files(Self.reminder, templates: shared, overlay: overlay)).problems
        #expect(lost.map(\.reason) == [.template(.missing(path: own + "local_slip.md"))])
    }

    @Test("every template of the real catalogue comes out whole, with and without its values")
    func realTemplates() throws {
        let catalogue = try #require(CatalogueLoader.load(folder: RealCatalogueTests.root).catalogue)
        var count = 0
        for register in catalogue.registers {
            for letter in register.letters {
                guard case .text(let template)? = catalogue.templates.template(letter.name, of: register.name, in: "") else {
                    Issue.record("\(register.name)/\(letter.name) has no template")
                    continue
                }
                count += 1
                var isSaid = false
                for round in 0..<16 {
                    let blocks = template.blocks(
                        Self.sample(LetterNames(register), round: round),
                        head: LetterHead(number: "样〔2021〕1号", office: ["样例单位"], date: "2021年11月15日"))
                    let text = "\(blocks)"
                    if !blocks.isEmpty { isSaid = true }
                    #expect(!text.contains("{") && !text.contains("}"), "\(register.name)/\(letter.name): \(text)")
                }
                #expect(isSaid, "\(register.name)/\(letter.name) never says anything")
            }
        }
        #expect(count > 60)
    }

    /// Values by round: none at first, then every code in turn, with no row, one or two.
    private static func sample(_ names: LetterNames, round: Int) -> LetterFacts {
        var facts = LetterFacts()
        guard round > 0 else { return facts }
        for name in names.values { facts.texts[name] = "样例" }
        for (name, codes) in names.codes where !codes.isEmpty { facts.codes[name] = [codes.sorted()[round % codes.count]] }
        for (name, row) in names.rows {
            facts.rows[name] = (0..<(round % 3)).map { _ in sample(row, round: round) }
        }
        return facts
    }
}

import TestSupport
import Testing

@testable import Definitions

@Suite("Recordings in the catalogue")
struct RecordingsDefinitionTests {
    private static let path = "registers/yard/opening.yaml"
    private static let opening = """
        register: opening
        label: 开箱
        summary: 一行是一次开箱。
        owner: unit
        office: yard
        heading: title
        number: { pattern: "{prefix}开〔{year}〕{serial}号", year_of: held_on }
        fields:
          - { name: title, label: 名称, type: text, max: 40, required: true }
          - { name: unit, label: 归属单位, type: unit, required: true }
          - { name: held_on, label: 开箱日期, type: date, required: true }
          - { name: is_dear, label: 贵重, type: bool }
          - { name: ended_at, label: 结束时间, type: moment }
          - { name: slip, label: 单据, type: attachment }
          - name: tapes
            label: 录像
            type: rows
            fields:
              - { name: part, label: 环节, type: text, max: 20, required: true }
              - { name: kept_at, label: 存储时间, type: moment }
              - { name: seen_at, label: 目击时间, type: moment, personal: sensitive }
              - { name: tape, label: 录像文件, type: attachment, media: true }
        states:
          - { name: open, label: 进行中, start: true }
          - { name: closed, label: 已结束, end: true }
        transitions:
          - { name: close, label: 结束, from: [open], to: closed, roles: [clerk] }
        recordings: { field: tapes, expected: { is_dear: true }, basis: 收寄办法#6, stored: kept_at }
        form:
          - { section: 开箱, fields: [title, unit, held_on, is_dear, ended_at, slip, tapes] }
        list: { columns: [unit, held_on], filters: [unit], search: [title] }
        retention: { years: 10, force: local }
        """

    private static func load(_ old: String = "", _ new: String = "") -> CatalogueLoad {
        let text = old.isEmpty ? opening : opening.replacing(old, with: new)
        #expect(old.isEmpty || text != opening, "\(old)")
        return CatalogueLoader.load(files: ParcelCatalogue.files.merging([path: text]) { $1 })
    }

    @Test("what is expected, where it stands and when it was kept is read, changes the digest and reads again from its text")
    func read() throws {
        let load = Self.load()
        let register = try #require(load.catalogue?.register("opening"), "\(load.problems)")
        let recordings = try #require(register.recordings)
        #expect(recordings.media == FieldPath("tapes.tape") && recordings.storedAt == "kept_at")
        #expect(recordings.basis?.description == "收寄办法#6" && recordings.expected.fields == ["is_dear"])
        #expect(register.recordingFields?.media.name == "tape")
        let again = CatalogueLoader.load(files: ParcelCatalogue.files.merging([Self.path: register.text]) { $1 })
        #expect(again.catalogue?.register("opening")?.digest == register.digest)
        let other = try #require(Self.load(", stored: kept_at", "").catalogue?.register("opening"))
        #expect(other.digest != register.digest && other.recordings?.storedAt == nil)
    }

    @Test(
        "each mistake is found at its line, with the nearest name",
        arguments: [
            ("field: tapes", "field: tapse", .unknown(kind: "field", name: "tapse"), "tapes"),
            ("{ is_dear: true }", "{ is_deer: true }", .unknown(kind: "field", name: "is_deer"), "is_dear"),
            ("stored: kept_at", "stored: kept_on", .unknown(kind: "field", name: "kept_on"), "kept_at"),
            ("recordings: { field: tapes,", "recordings: { feld: tapes,", .unknownKey("feld"), "field"),
            ("field: tapes", "field: slip", .wrongShape(key: "field", expected: "one_media_attachment"), nil),
            ("stored: kept_at", "stored: seen_at", .wrongShape(key: "stored", expected: "entered_field"), nil),
        ] as [(String, String, DefinitionProblem.Reason, String?)])
    func mistakes(_ old: String, _ new: String, _ reason: DefinitionProblem.Reason, _ near: String?) throws {
        let problems = Self.load(old, new).problems
        let found = try #require(problems.first { $0.reason == reason }, "\(problems)")
        let line = Self.opening.split(separator: "\n").firstIndex { $0.hasPrefix("recordings:") }.map { $0 + 1 }
        #expect(found.place.file == Self.path && found.place.line == line && found.suggestion == near, "\(problems)")
    }

    @Test("rows with two media fields, or with none, do not say which is the recording, and a register without the key has none")
    func which() throws {
        let second = "      - { name: tape, label: 录像文件, type: attachment, media: true }"
        for rows in [
            second + "\n" + second.replacing("name: tape", with: "name: copy"), second.replacing(", media: true", with: ""),
        ] {
            let problems = Self.load(second, rows).problems
            #expect(problems.contains { $0.reason == .wrongShape(key: "field", expected: "one_media_attachment") }, "\(problems)")
        }
        let line = try #require(Self.opening.split(separator: "\n").first { $0.hasPrefix("recordings:") })
        #expect(Self.load(String(line), "").catalogue?.register("opening")?.recordings == nil)
    }
}

import Casework
import Definitions
import Foundation
import LegalTime
import Records
import Store
import StoreSQLite
import Testing
import Wording

@testable import Exchange

/// A made-up register with a checklist of each mode goes out and comes in again.
@Suite struct ChecklistSheetTests {
    private static let files: [String: String] = [
        "workstreams.yaml": "workstreams: [{ name: pond, label: 池塘, english: Pond }]\n",
        "roles.yaml": """
        roles:
        - { name: clerk, label: 经办, english: Clerk }
        - { name: head, label: 负责人, english: Head }
        - { name: coordinator, label: 统筹, english: Coordinator }
        - { name: leader, label: 领导, english: Leader }
        - { name: reviewer, label: 督察评查, english: Reviewer }
        - { name: mediator, label: 调解员, english: Mediator }
        - { name: examiner, label: 考务, english: Examiner }
        - { name: system_administrator, label: 系统管理员, english: System administrator }
        - { name: security_administrator, label: 安全管理员, english: Security administrator }
        - { name: audit_administrator, label: 审计管理员, english: Audit administrator }
        """,
        "standards/bank.yaml": """
        standard: bank
        label: 塘岸两条
        mode: met
        items:
          - { name: grass, label: 岸草：已割 }
          - { name: rail, label: 有护栏 }
        grades:
          - { name: good, label: 好, at_least: 2 }
          - { name: bad, label: 差 }
        """,
        "standards/water.yaml": """
        standard: water
        label: 水质评分
        mode: points
        items:
          - { name: clear, label: 清, points: 60 }
          - { name: deep, label: 深, points: 40 }
        grades:
          - { name: good, label: 好, at_least: 80 }
          - { name: bad, label: 差 }
        """,
        "registers/pond/pond.yaml": """
        register: pond
        label: 池塘
        summary: 一行是一口塘。
        owner: unit
        office: pond
        heading: title
        number: { pattern: "{prefix}塘〔{year}〕{serial}号", year_of: dug_on }
        fields:
          - { name: title, label: 名称, type: text, max: 40, required: true }
          - { name: unit, label: 单位, type: unit, required: true }
          - { name: dug_on, label: 开挖日期, type: date, required: true }
          - { name: bank, label: 塘岸, type: checklist, standard: bank }
          - { name: bank_grade, label: 塘岸等次, type: code, codes: bank_grade, computed: { grade_of: bank } }
          - name: tests
            label: 水样
            type: rows
            fields:
              - { name: taken_on, label: 日期, type: date, required: true }
              - { name: marks, label: 逐项, type: checklist, standard: water }
              - { name: score, label: 得分, type: decimal, decimals: 1, computed: { score_of: marks } }
        states:
          - { name: open, label: 在用, start: true }
          - { name: filled, label: 已填, end: true }
        transitions:
          - { name: fill, label: 填塘, from: [open], to: filled, roles: [head] }
        form:
          - { section: 塘, fields: [title, unit, dug_on, bank, bank_grade, tests] }
        list: { columns: [unit, bank, bank_grade], filters: [bank_grade], search: [title] }
        retention: { years: 10, force: local }
        """,
        "districts/marsh/district.yaml": """
        district: marsh
        label: 沼泽
        government: 沼泽区人民政府
        prefix: 沼
        year: 2021
        today: 2021-11-15
        units:
          - { id: marsh, label: 沼泽区, kind: district }
          - { id: reed, label: 芦村, kind: village, parent: marsh }
        """,
    ]

    struct Pond {
        let office: Office
        let clerk: Actor

        init() async throws {
            let load = CatalogueLoader.load(files: ChecklistSheetTests.files)
            guard let catalogue = load.catalogue, let district = catalogue.district("marsh"), let today = district.today else {
                throw Missing(load.problems)
            }
            let engine = try SQLiteEngine(path: ":memory:")
            try await engine.apply(
                try await engine.plan(Schema.tables(catalogue.registers), search: Schema.search(catalogue.registers)))
            office = Office(
                engine: engine, catalogue: catalogue, district: district, keys: .random(),
                clock: OfficeClock(today: { today }, now: { Instant(day: today, hour: 9, minute: 30) }))
            try await office.prepare()
            clerk = try await TestOffice.person("clerk", unit: "marsh", roles: ["clerk"], office)
        }

        var wording: Wording { Wording(language: .chinese, labels: office.catalogue.labels) }

        func export(_ format: SheetFormat, _ columns: Export.Columns = .all) async throws -> [UInt8] {
            let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).\(format.rawValue)")
                .path
            defer { try? FileManager.default.removeItem(atPath: path) }
            let export = Export(office: office, register: "pond", actor: clerk, wording: wording, columns: columns)
            _ = try await export?.write(ListRequest(register: "pond"), as: format, to: path)
            return [UInt8](FileManager.default.contents(atPath: path) ?? Data())
        }

        func bring(_ bytes: [UInt8], _ format: SheetFormat) async throws -> (plan: ImportPlan, written: Int) {
            guard let register = office.catalogue.register("pond"),
                let planner = ImportPlanner(office: office, register: "pond", actor: clerk)
            else { throw Missing() }
            let sheet = try SheetReading(register: register, labels: office.catalogue.labels).read(bytes, format: format)
            let plan = try await planner.plan(sheet, fileName: "池塘")
            return (plan, try await Import(office: office, actor: clerk).run(plan).written.count)
        }

        func records() async throws -> [Record] {
            let page = try await office.list(ListRequest(register: "pond"), by: clerk)
            return try await office.records("pond", ids: page.items.map(\.record.id), by: clerk)
        }

        func register() async throws {
            let input = RecordInput(
                texts: ["title": "东塘", "unit": "reed", "dug_on": "2021-03-01", "bank": "grass=met;rail=not_met"],
                rows: [
                    "tests": [
                        RowInput(texts: ["taken_on": "2021-04-01", "marks": "clear=59.5;deep=40"]),
                        RowInput(texts: ["taken_on": "2021-05-01", "marks": "clear=12"]),
                    ]
                ])
            guard try await office.register("pond", input, by: clerk).receipt != nil else { throw Missing() }
        }
    }

    @Test("checklists go out as people read them and come back the same", arguments: [SheetFormat.xlsx, .csv])
    func roundTrip(format: SheetFormat) async throws {
        let pond = try await Pond()
        try await pond.register()
        let bytes = try await pond.export(format)
        if format == .csv {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains("岸草：已割：达标；有护栏：未达标") && text.contains("清：59.5；深：40"), "\(text)")
        }
        let mine = try #require(try await pond.records().first)
        let change = RecordChange(
            .edit, revision: mine.revision, input: RecordInput(texts: ["bank": "有护栏：达标；岸草：已割：达标"]), fields: ["bank"])
        guard try await pond.office.change("pond", id: mine.id, change, by: pond.clerk).receipt != nil else { throw Missing() }
        #expect(try await pond.records().first?.values["bank_grade"] == .text("good"))
        // The sheet puts back what it says.
        let (plan, written) = try await pond.bring(bytes, format)
        #expect(written == 1, "\(plan.rows)")
        let its = try #require(try await pond.records().first)
        for name in ["title", "bank", "bank_grade", "tests"] { #expect(mine.values[name] == its.values[name], "\(name)") }
        #expect(its.values["bank_grade"] == .text("bad"))
        // The same sheet brought in again changes nothing.
        let again = try await pond.bring(bytes, format)
        #expect(again.written == 0, "\(again.plan.rows)")
    }

    @Test("the template has no column for what is computed, and shows how a checklist is written")
    func template() async throws {
        let pond = try await Pond()
        let template = try #require(try await Template.make("pond", office: pond.office, by: pond.clerk, wording: pond.wording))
        let csv = String(decoding: template.csv(), as: UTF8.self)
        #expect(csv.contains("塘岸") && !csv.contains("等次") && !csv.contains("得分"))
    }

    @Test("a column of something computed says nothing, whatever stands in it; a wrong item is named")
    func ignored() async throws {
        let pond = try await Pond()
        let sheet = "名称,单位,开挖日期,塘岸,塘岸等次\n西塘,芦村,2021-03-01,有护栏：达标；岸草：已割：达标,没有这个等次\n南塘,芦村,2021-03-01,围墙：达标,\n"
        let (plan, written) = try await pond.bring(Array(sheet.utf8), .csv)
        #expect(written == 1)
        #expect(try await pond.records().first?.values["bank_grade"] == .text("good"))
        #expect("\(plan.rows)".contains("unknownItem(\"围墙\""))
    }
}

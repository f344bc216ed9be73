import Casework
import Definitions
import Foundation
import LegalTime
import OfficeFormats
import Records
import Testing

@testable import Exchange

@Suite struct ImportTests {
    @Test("a filled template goes in, and its export comes back unchanged in all three formats")
    func roundTrip() async throws {
        let test = try await TestOffice()
        let plan = try await test.plan(
            test.csv((1...30).map { TestOffice.row("纠纷\($0)", on: "2021-12-\($0 < 10 ? "0" : "")\($0)") }), .csv)
        #expect(plan.adds.count == 30)
        _ = try await Import(office: test.office, actor: test.clerk).run(plan)
        for format in SheetFormat.allCases {
            let back = try await test.plan(try await test.export(format), format)
            #expect(
                back.unchanged.count == 30,
                "\(format) \(back.failed.first.map(test.sentences.reason) ?? "") \(back.updates.first.debugDescription)")
            #expect(back.adds.isEmpty && back.updates.isEmpty && back.failed.isEmpty && back.sheet.leftOut.isEmpty)
        }
        #expect(try await test.count() == 30)
    }

    @Test("an export goes into another office as it is")
    func exportIntoAnotherOffice() async throws {
        let one = try await TestOffice()
        let plan = try await one.plan(
            one.csv([TestOffice.row("甲"), TestOffice.row("乙", on: "2021年12月3日", amount: "1.2万元")]), .csv)
        _ = try await Import(office: one.office, actor: one.clerk).run(plan)
        let other = try await TestOffice()
        let file = try await one.export(.xlsx)
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(file).write(to: URL(fileURLWithPath: path))
        // Numbers belong to the office that gave them.
        _ = try python(
            "import sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\nfor row in book.active.iter_rows(min_row=5):\n    row[0].value = None\nbook.save(sys.argv[1])",
            [path])
        let back = try await other.plan([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
        #expect(back.adds.count == 2)
        _ = try await Import(office: other.office, actor: other.clerk).run(back)
        let records = try await other.office.records("mediation_case", numbers: ["锦高民调〔2021〕1号"], by: other.clerk)
        #expect(records.first?.values["amount"] == .integer(1_200_000))
        #expect(records.first?.values["parties"]?.rows?.last?.values["phone"] == .text("13800001234"))
    }

    @Test("a row with a number updates that record and shows each field before and after")
    func updates() async throws {
        let test = try await TestOffice()
        let first = try await test.plan(test.csv([TestOffice.row("甲"), TestOffice.row("乙")]), .csv)
        let written = try await Import(office: test.office, actor: test.clerk).run(first).written
        let number = written[0].receipt.number
        let sheet = test.csv(
            [[number, "5000", "王五"], ["锦高民调〔2021〕99号", "1", ""], [number, "7", ""]], header: ["编号", "涉及金额（元）", "当事人2姓名或名称"])
        let plan = try await test.plan(sheet, .csv)
        #expect(plan.failed.map(\.line.number) == [3, 4])
        guard case .update(_, _, _, let fields, let changes)? = plan.updates.first?.outcome else { throw Missing() }
        #expect(fields == ["parties", "amount"])
        #expect(changes.last == ImportPlan.FieldChange(field: "amount", before: "500", after: "5,000", isTenfold: true))
        #expect(try await Import(office: test.office, actor: test.clerk).run(plan).updates == 1)
        let record = try await test.office.records("mediation_case", numbers: [number], by: test.clerk).first
        #expect(record?.revision == 2)
        #expect(record?.values["parties"]?.rows?.map { $0.values["name"] } == [.text("张三甲"), .text("王五")])
        #expect(record?.values["parties"]?.rows?.last?.values["phone"] == .text("13800001234"))
    }

    @Test("a record changed since the check is not overwritten")
    func changedMeanwhile() async throws {
        let test = try await TestOffice()
        let first = try await test.plan(test.csv([TestOffice.row("甲")]), .csv)
        let receipt = try await Import(office: test.office, actor: test.clerk).run(first).written[0].receipt
        let plan = try await test.plan(test.csv([[receipt.number, "800"]], header: ["编号", "涉及金额"]), .csv)
        let edit = RecordChange(.edit, revision: 1, input: RecordInput(texts: ["amount": "900"]), fields: ["amount"])
        _ = try await test.office.change("mediation_case", id: receipt.id, edit, by: test.clerk)
        let result = try await Import(office: test.office, actor: test.clerk).run(plan)
        #expect(result.written.isEmpty)
        guard case .failed(let problems)? = result.failed.first?.outcome else { throw Missing() }
        #expect(problems == [.changedMeanwhile])
    }

    @Test("what somebody exported masked comes back without touching what it hides")
    func maskedValuesStay() async throws {
        let test = try await TestOffice()
        let plan = try await test.plan(test.csv([TestOffice.row("甲")]), .csv)
        _ = try await Import(office: test.office, actor: test.clerk).run(plan)
        let masked = test.office.console()
        let file = try await test.export(.csv, by: masked)
        #expect(String(decoding: file, as: UTF8.self).contains("138****1234"))
        #expect(!String(decoding: file, as: UTF8.self).contains("张三甲"))
        let back = try await test.plan(file, .csv, by: masked)
        #expect(back.unchanged.count == 1)
        let changed = String(decoding: file, as: UTF8.self).replacing("500.00", with: "600").replacing("500", with: "600")
        let update = try await test.plan([UInt8](changed.utf8), .csv, by: test.office.console())
        guard case .update(_, _, _, let fields, _)? = update.updates.first?.outcome else { throw Missing(update.rows) }
        #expect(fields == ["amount"])
    }

    @Test("the same row twice counts once, and one alike gets a hint")
    func doubles() async throws {
        let test = try await TestOffice()
        let rows = [TestOffice.row("甲"), TestOffice.row("甲"), TestOffice.row("甲", amount: "700")]
        let plan = try await test.plan(test.csv(rows), .csv)
        #expect(plan.setAside.map(\.why) == [.sameAs(row: 2)])
        #expect(plan.adds.map(\.hints) == [[], [.likeRow(2)]])
        _ = try await Import(office: test.office, actor: test.clerk).run(plan)
        let again = try await test.plan(test.csv([TestOffice.row("甲", amount: "800")]), .csv)
        #expect(again.adds.first?.hints == [.likeRecord("锦高民调〔2021〕1号")])
    }

    @Test("people of one day and unit are alike only where their names are")
    func personalNames() async throws {
        let test = try await TestOffice()
        guard let register = test.office.catalogue.register("mediator"),
            let planner = ImportPlanner(office: test.office, register: "mediator", actor: test.clerk)
        else { throw Missing() }
        let header = ["姓名", "人员类别", "所属单位", "聘任日期", "产生方式", "证件或徽章编号"]
        func row(_ name: String, _ badge: String) -> [String] { [name, "人民调解员", "凌南街道", "2019-01-02", "推选产生", badge] }
        let bytes = test.csv([row("周一丁", "1"), row("新甲", "2"), row("新乙", "3"), row("新甲", "4"), row("周一丁", "")], header: header)
        let plan = try await planner.plan(try SheetReading(register: register).read(bytes, format: .csv), fileName: "")
        #expect(plan.adds.map(\.hints) == [[.likeRecord("锦高调员〔2019〕1号")], [], [], [.likeRow(3)]])
        // Nothing is said of the last that the register does not say.
        #expect(plan.unchanged.map(\.line.number) == [6])
    }

    @Test("a clerk of one community imports for no other")
    func scopeHolds() async throws {
        let test = try await TestOffice()
        let rows = [TestOffice.row("甲"), TestOffice.row("乙", committee: "西二社区人民调解委员会")]
        let plan = try await test.plan(test.csv(rows), .csv, by: test.community)
        #expect(plan.adds.count == 1 && plan.failed.count == 1)
        let foreign = try await test.plan(test.csv([TestOffice.row("丙", committee: "西二社区人民调解委员会")]), .csv)
        _ = try await Import(office: test.office, actor: test.clerk).run(foreign)
        let file = String(decoding: try await test.export(.csv, by: test.community), as: UTF8.self)
        #expect(!file.contains("丙"))
        await #expect(throws: ExportError.notAllowed) {
            try await test.export(.csv, by: Actor(account: "x", displayName: "x", unit: "lingnan", scope: .none))
        }
    }

    @Test("columns are known whatever the width, blanks, brackets and numerals of their headers")
    func headersAreTolerant() async throws {
        let test = try await TestOffice()
        let names = ColumnNames(test.register, labels: test.office.catalogue.labels, mapping: .none)
        #expect(names.target("登 记　日期*") == .field("registered_on"))
        #expect(names.target("涉及金额（元）") == .field("amount"))
        #expect(names.target("当事人２（姓名或名称）") == .child(rows: "parties", index: 1, child: "name"))
        #expect(names.target("当事人一：姓名/或名称") == .child(rows: "parties", index: 0, child: "name"))
        #expect(names.target("当事人") == .eachChild(rows: "parties", child: "name"))
        #expect(names.target("序号") == .ignored)
        #expect(names.target("经办心得") == nil)
        let english = names.target(test.office.catalogue.labels.label("mediation_case/fields/town", chinese: "镇街", in: .english))
        #expect(english == .field("town"))
    }

    @Test("a number that lost its digits, a bare 12.3 and a broken formula are refused, not guessed")
    func noGuessing() async throws {
        let test = try await TestOffice()
        let columns = [
            KeptSheet.Column(title: "登记日期", target: .field("registered_on")),
            KeptSheet.Column(title: "证件号码", target: .child(rows: "parties", index: 0, child: "id_number")),
            KeptSheet.Column(title: "纠纷名称", target: .field("title")),
        ]
        let reading = RowReading(register: test.register, mapping: .none, columns: columns, year: 2021)
        let row = reading.read(.init(number: 5, cells: [.number("12.3"), .number("210700199001010000"), .error("#REF!")]))
        #expect(row.input.texts.isEmpty && row.problems.count == 3)
        let serial = reading.read(.init(number: 6, cells: [.number("44532")]))
        #expect(serial.input.texts["registered_on"] == "2021-12-02")
        let short = reading.read(.init(number: 7, cells: [.text("１２月２日")]))
        #expect(short.input.texts["registered_on"] == "2021-12-02")
    }
}

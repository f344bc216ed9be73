import Access
import Casework
import Definitions
import Foundation
import Indicators
import LegalTime
import OfficeFormats
import Records
import Store
import TestSupport
import Testing
import Wording

@testable import Exchange

@Suite("Exchanges with other systems")
struct SystemExchangeTests {
    /// An office of the made-up catalogue with the carrier's mapping, and a clerk who sees names.
    private struct Bench {
        let parcels: ParcelOffice
        let office: Office
        let clerk: Actor

        init() async throws {
            parcels = try await ParcelOffice(today: Day("2021-12-20"))
            office = parcels.bench.office(under: ParcelExchanges.catalogue())
            guard let clerk = try await office.actor(login: parcels.clerk.account) else { throw Missing() }
            self.clerk = clerk
        }

        var exchange: ExchangeDefinition { get throws { try #require(office.catalogue.exchange("carrier")) } }

        func add(_ texts: [String: String], items: [[String: String]], holds: [[String: String]] = [], person: Int = 0)
            async throws
        {
            var input = parcels.input("east_one", texts, person: person)
            input.rows["items"] = items.map { RowInput(texts: $0) }
            if !holds.isEmpty { input.rows["holds"] = holds.map { RowInput(texts: $0) } }
            _ = try await office.register("parcel", input, by: clerk).done()
        }

        func out(by actor: Actor? = nil, as format: SheetFormat = .xlsx) async throws -> (
            bytes: [UInt8], written: SystemExport.Written
        ) {
            let path = parcels.bench.folder.file("out.\(format.rawValue)")
            let export = try #require(SystemExport(try exchange, office: office, actor: actor ?? clerk))
            let written = try await export.write(as: format, to: path)
            return ([UInt8](FileManager.default.contents(atPath: path) ?? Data()), written)
        }

        func plan(_ bytes: [UInt8], _ format: SheetFormat = .xlsx, by actor: Actor? = nil) async throws -> ImportPlan {
            let actor = actor ?? clerk
            let rows = try #require(try exchange.rows)
            let register = try #require(office.catalogue.register("parcel"))
            let mapping = Mapping(rows, of: register, today: office.clock.today(), unit: actor.unit)
            let sheet = try SheetReading(register: register, labels: office.catalogue.labels, mapping: mapping).read(
                bytes, format: format)
            let planner = try #require(ImportPlanner(office: office, register: "parcel", actor: actor, mapping: mapping))
            return try await planner.plan(sheet, fileName: "平台.xlsx")
        }

        func parcels() async throws -> [Record] {
            let page = try await office.list(ListRequest(register: "parcel"), by: clerk)
            let ids = page.items.map(\.record.id)
            return try await office.records("parcel", ids: ids, by: clerk)
        }
    }

    private static func fill(_ bench: Bench) async throws {
        try await bench.add(
            [
                "title": "青陶罐", "kind": "box", "marks": "易碎、冷藏、易碎、易漏", "route": "东镇、西镇", "weight": "2.50", "pieces": "3",
                "fee": "123.45", "is_urgent": "是", "taken_on": "2021-11-15", "insured": "是", "lost_at": "2021-11-20 10:42",
            ],
            items: [
                ["name": "罐", "value": "100.10", "grade": "甲等", "amount": "1"], ["name": "盖"],
            ],
            holds: [["from_on": "2021-11-16", "resumed_on": "2021-11-18"], ["from_on": "2021-11-25"]])
        try await bench.add(
            ["title": "木架", "kind": "crate", "fee": "0.01", "is_urgent": "否", "sent_on": "2021-12-01", "insured": "是"],
            items: [["name": "架", "amount": "1"]], person: 1)
        try await bench.add(["title": "信", "kind": "letter"], items: [["name": "纸"]], person: 2)
    }

    @Test("what goes out comes back as nothing to do, in both formats", arguments: [SheetFormat.xlsx, .csv])
    func roundTrip(_ format: SheetFormat) async throws {
        let bench = try await Bench()
        try await Self.fill(bench)
        let (bytes, written) = try await bench.out(as: format)
        #expect(written.records == 2 && written.cut.isEmpty)
        let plan = try await bench.plan(bytes, format)
        let sentences = RowSentences(
            wording: Wording(language: .chinese), register: try #require(bench.office.catalogue.register("parcel")), roles: [])
        #expect(plan.unchanged.count == 2, "\(plan.failed.map(sentences.reason)) \(plan.updates)")
        #expect(plan.rows.count == 2 && plan.sheet.leftOut.isEmpty && plan.setAside.isEmpty)
    }

    @Test("what goes out of one office fills an empty one with the same fields")
    func intoAnotherOffice() async throws {
        let one = try await Bench()
        try await Self.fill(one)
        let (bytes, _) = try await one.out()
        let other = try await Bench()
        let plan = try await other.plan(bytes)
        #expect(plan.adds.count == 2)
        let result = try await Import(office: other.office, actor: other.clerk).run(plan)
        #expect(result.written.count == 2 && result.failed.isEmpty)
        let mine = try await one.parcels().filter { $0.values["kind"] != .text("letter") }
        let theirs = try await other.parcels()
        let columns = try #require(try one.exchange.rows).columns.compactMap(\.path)
        for record in mine {
            let copy = try #require(theirs.first { $0.values["title"] == record.values["title"] })
            for path in columns where path.row == nil && path.field.field != "depot" {
                #expect(copy.values[path.field.field] == record.values[path.field.field], "\(path.text)")
            }
            for (rows, children) in [("items", ["name", "value", "grade", "amount"]), ("holds", ["from_on", "resumed_on"])] {
                let before = record.values[rows]?.rows ?? []
                let after = copy.values[rows]?.rows ?? []
                // The amount is set for the first row alone.
                #expect(
                    before.map { row in children.map { row.values[$0] } } == after.map { row in children.map { row.values[$0] } })
            }
            #expect(copy.values["shown_on"] == .day(Day("2021-12-20")) && copy.values["insured"] == .bool(true))
        }
    }

    @Test("the sheet is the carrier's: its headings, words, dates, amounts and answers")
    func columns() async throws {
        let bench = try await Bench()
        try await Self.fill(bench)
        let text = String(decoding: try await bench.out(as: .csv).bytes, as: UTF8.self)
        let lines = text.split(separator: "\r\n").map(String.init)
        #expect(lines[0].contains(bench.office.district.label + "包裹（2021）") && lines[1].contains("2021年12月20日"))
        #expect(lines[2].contains("平台状态,寄递物,寄递日,网点,物品大类"))
        let jar = try #require(lines.first { $0.contains("青陶罐") })
        for part in [
            "在途", "20211112", "箱", "易碎、轻放、冷、易碎、易漏", "2021年11月15日", "0.012345", "加急", ",是,", "000000", "东一村",
            "2021-11-16、2021-11-25", "2021-11-18、/",
        ] {
            #expect(jar.contains(part), "\(part) in \(jar)")
        }
        let crate = try #require(lines.first { $0.contains("木架") })
        #expect(crate.contains("木") && crate.contains("0.000001") && crate.contains("普通件") && crate.contains(",否,"))
        #expect(!text.contains("纸"))
    }

    @Test("a changed row updates the record that it meets, synonyms are read, wrong rows are named")
    func changes() async throws {
        let bench = try await Bench()
        try await Self.fill(bench)
        let header = "平台状态,寄递物,寄递日,网点,物品大类,费用（万元）,寄方,内件一\r\n"
        let rows = [
            "在途,青陶罐,20211112,east_one收寄点,纸箱,0.02,,",
            "在途,新瓮,20211201,east_one收寄点,箱,0.5万元,公孙拾玖,瓮",
            "在途,新瓮,2021-12-01,east_one收寄点,箱,1,公孙拾玖,瓮",
            "在途,,20211201,east_one收寄点,箱,1,公孙拾玖,瓮",
            "在途,怪瓮,20211201,east_one收寄点,桶,1,公孙拾玖,瓮",
        ]
        let plan = try await bench.plan(Array((header + rows.joined(separator: "\r\n")).utf8), .csv)
        #expect(plan.adds.count == 1 && plan.updates.count == 1 && plan.failed.count == 3)
        guard case .update(_, _, _, let fields, _)? = plan.updates.first?.outcome else { throw Missing() }
        #expect(fields == ["fee"])
        let problems = plan.failed.flatMap { row -> [RowProblem] in if case .failed(let found) = row.outcome { found } else { [] }
        }
        #expect(problems.contains { if case .keyTwice(_, let row) = $0 { row == 3 } else { false } })
        #expect(problems.contains(.input(InputProblem(place: InputPlace(field: "title"), reason: .missing))))
        _ = try await Import(office: bench.office, actor: bench.clerk).run(plan)
        let fees = try await bench.parcels().reduce(into: [:]) { $0[$1.values["title"]?.text ?? ""] = $1.values["fee"] }
        #expect(fees["青陶罐"] == .integer(20_000) && fees["新瓮"] == .integer(500_000))
    }

    @Test("whoever does not see names takes masks out, and rows beyond the columns are told")
    func masksAndCuts() async throws {
        let bench = try await Bench()
        try await bench.add(
            ["title": "三件", "kind": "box"], items: [["name": "一"], ["name": "二"], ["name": "三"]])
        #expect(try await bench.out().written.cut.count == 1)
        let console = bench.office.console()
        let text = String(decoding: try await bench.out(by: console, as: .csv).bytes, as: UTF8.self)
        #expect(text.contains("三件") && !text.contains(InventedPeople.names[0]))
        let reader = try await bench.parcels.bench.actor(.leader, at: "bay")
        let other = try #require(try await bench.office.actor(login: reader.account))
        if other.scope.units(for: .export, in: "parcel").isEmpty {
            let export = try #require(SystemExport(try bench.exchange, office: bench.office, actor: other))
            await #expect(throws: ExportError.notAllowed) {
                try await export.write(as: .csv, to: bench.parcels.bench.folder.file("no.csv"))
            }
        }
    }

    @Test("the total of a form is the figure itself, and its rows add up to it")
    func totals() async throws {
        for rows in [
            "rows: { by: depot }", "rows: { by: kind }", "rows: { units: [village] }",
            "rows: { groups: [{ label: 东, english: East, kinds: [town] }] }",
        ] {
            let parcels = try await ParcelOffice(today: Day("2021-12-20"))
            let office = parcels.bench.office(under: ParcelExchanges.formCatalogue(rows: rows))
            let clerk = try #require(try await office.actor(login: parcels.clerk.account))
            for (index, unit) in ["east_one", "east_one", "east_two", "west_one"].enumerated() {
                let texts = [
                    "fee": "\(index + 1).25", "kind": index == 2 ? "crate" : "box",
                    "sent_on": "2021-\(index < 2 ? "03" : "11")-12",
                ]
                _ = try await office.register("parcel", parcels.input(unit, texts, person: index), by: clerk).done()
            }
            let exchange = try #require(office.catalogue.exchange("tally_form"))
            let filling = try #require(
                FormFilling(
                    exchange, office: office, actor: clerk, wording: Wording(language: .chinese, labels: office.catalogue.labels))
            )
            let statistics = Statistics(engine: office.engine, catalogue: office.catalogue, district: "reed-bay")
            for span in [
                FormPeriod(year: 2021), FormPeriod(year: 2021, span: .quarter, part: 4),
                FormPeriod(year: 2021, span: .month, part: 3),
            ] {
                let table = try await filling.table(span)
                let form = try #require(exchange.form)
                let figures = try await statistics.figures(
                    form.columns.map(\.figure), period: span.period, scope: clerk.scope, today: office.clock.today())
                #expect(table.total.cells == figures.map(\.value))
                #expect(figures[0].value.numerator == (span.span == .year ? 4 : 2))
                for column in 0..<3 {
                    let sum = table.rows.compactMap { $0.cells[column]?.decimal }.compactMap { Decimal(string: $0) }.reduce(0, +)
                    #expect(sum == Decimal(string: table.total.cells[column]?.decimal ?? ""), "\(rows) \(span.text) \(column)")
                }
            }
            let bytes = try await FormWorkbook(try await filling.table(FormPeriod(year: 2021)), office: office, actor: clerk)
                .bytes()
            let reader = try SheetReader(bytes: bytes)
            let lines = try reader.rows(of: try #require(reader.sheets.first))
            #expect(try lines.next()?.cells.first?.value == .text(office.district.label + "2021年度收寄统计表"))
        }
    }

    @Test("periods are read and written, and hold whole months")
    func periods() throws {
        for (text, from, through) in [
            ("2021", "2021-01-01", "2021-12-31"), ("2021H2", "2021-07-01", "2021-12-31"), ("2020Q1", "2020-01-01", "2020-03-31"),
            ("2020-02", "2020-02-01", "2020-02-29"),
        ] {
            let period = try #require(FormPeriod(text: text))
            #expect(period.text == text && period.period == Period(from: Day(from), through: Day(through)))
        }
        for text in ["", "21", "2021H3", "2021Q0", "2021-13", "2021X1", "1800"] { #expect(FormPeriod(text: text) == nil) }
    }
}

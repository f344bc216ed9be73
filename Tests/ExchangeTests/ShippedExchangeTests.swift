import Access
import Casework
import Definitions
import Foundation
import Indicators
import LegalTime
import Records
import Testing
import Wording

@testable import Exchange

/// The files of `exchanges/` on the real registers.
@Suite("The exchanges that are shipped")
struct ShippedExchangeTests {
    /// A court's list as it comes, read through its exchange.
    private func plan(_ name: String, _ csv: String, _ test: TestOffice, by actor: Actor) async throws -> ImportPlan {
        let exchange = try #require(test.office.catalogue.exchange(name))
        let rows = try #require(exchange.rows)
        let register = try #require(test.office.catalogue.register(rows.register))
        let mapping = Mapping(rows, of: register, today: test.office.clock.today(), unit: actor.unit)
        let sheet = try SheetReading(register: register, labels: test.office.catalogue.labels, mapping: mapping).read(
            Array(csv.utf8), format: .csv)
        let planner = try #require(ImportPlanner(office: test.office, register: rows.register, actor: actor, mapping: mapping))
        return try await planner.plan(sheet, fileName: name + ".csv")
    }

    @Test("they are all there")
    func names() async throws {
        let catalogue = try #require(Repository.catalogue)
        #expect(catalogue.exchanges.count >= 7)
        for name in [
            "enforcement_city_platform", "enforcement_regional_platform", "credit_double_publicity", "court_list",
            "online_course_records",
            "mediation_statistics", "reconsideration_statistics",
        ] {
            #expect(catalogue.exchange(name) != nil, "\(name)")
        }
    }

    @Test("the court's list comes in once, two people of one case apart, and not in public")
    func courtList() async throws {
        let test = try await TestOffice()
        let clerk = try await TestOffice.person("court", unit: "gaoxin", roles: ["clerk"], test.office)
        let csv = """
            执行案号,被执行人单位名称,统一社会信用代码,被执行人姓名,身份证号码,被执行人类型,失信行为具体情形,公布日期,未履行金额（元）,执行法院
            （2021）示例执1号,,,欧阳假名,,自然人,有履行能力而拒不履行,2021年11月3日,"12,000",示例法院
            （2021）示例执1号,,,司徒样例,,自然人,有履行能力而拒不履行,2021年11月3日,3000,示例法院
            （2021）示例执2号,示例虚构贸易公司,,,,企业法人,违反财产报告制度,2021-11-05,50000,示例法院
            """
        let first = try await plan("court_list", csv, test, by: clerk)
        #expect(first.adds.count == 3, "\(first.failed)")
        let result = try await Import(office: test.office, actor: clerk).run(first)
        #expect(result.written.count == 3 && result.failed.isEmpty)
        let page = try await test.office.list(ListRequest(register: "credit_record"), by: clerk)
        #expect(
            page.items.allSatisfy {
                $0.record.values["kind"] == .text("court") && $0.record.values["is_publishable"] == .bool(false)
            })
        let again = try await plan("court_list", csv, test, by: clerk)
        #expect(again.unchanged.count == 3, "\(again.failed) \(again.updates)")
        // Who sees masks cannot tell which of the two it is.
        let masked = try await plan(
            "court_list", csv.replacing("司徒样例", with: "司徒另名"), test, by: test.office.console())
        #expect(masked.failed.count >= 1 && masked.adds.isEmpty)
    }

    @Test("a course of the academy is registered as held")
    func courses() async throws {
        let test = try await TestOffice()
        let clerk = try await TestOffice.person("academy", unit: "gaoxin", roles: ["clerk"], test.office)
        let csv = """
            课程名称,参学单位,开课日期,结课日期,课程类别,应学人数,实学人数,课程学时,结业人数
            宪法知识（示例）,区司法局,2021.09.01,2021.09.30,宪法、法治思想,40,38,4,36
            """
        let first = try await plan("online_course_records", csv, test, by: clerk)
        let result = try await Import(office: test.office, actor: clerk).run(first)
        #expect(result.written.map(\.receipt.state) == ["held"], "\(result.failed)")
        #expect(try await plan("online_course_records", csv, test, by: clerk).unchanged.count == 1)
    }

    @Test("a case goes to the city platform and the regional one, and comes back unchanged")
    func enforcement() async throws {
        let test = try await TestOffice()
        let clerk = try await TestOffice.person("enforcer", unit: "gaoxin", roles: ["clerk"], test.office)
        var input = RecordInput(texts: [
            "found_on": "2021-10-08", "agency": "区司法局", "title": "占道堆放杂物（示例）", "source": "投诉举报", "domain": "城市管理",
            "procedure": "普通程序", "opened_on": "2021-10-09", "decided_on": "2021-11-01", "outcome": "给予行政处罚",
            "decision_number": "示例罚〔2021〕1号", "penalty_kinds": "没收违法所得、没收非法财物、罚款", "fine": "2000.50", "is_publishable": "是",
            "platform_number": "PT-0001", "platform_entered_on": "2021-11-02",
        ])
        input.rows["organisations"] = [RowInput(texts: ["part": "当事人", "title": "示例虚构商行", "credit_code": "000000000000000000"])]
        input.rows["officers"] = [
            RowInput(texts: ["name": "公孙拾玖", "certificate": "示例0001"]),
            RowInput(texts: ["name": "端木样例", "certificate": "示例0002"]),
        ]
        let outcome = try await test.office.register("enforcement_case", input, by: clerk)
        #expect(outcome.receipt != nil, "\(outcome)")
        for name in ["enforcement_city_platform", "enforcement_regional_platform"] {
            let exchange = try #require(test.office.catalogue.exchange(name))
            let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv").path
            defer { try? FileManager.default.removeItem(atPath: path) }
            let export = try #require(SystemExport(exchange, office: test.office, actor: clerk))
            #expect(try await export.write(as: .csv, to: path).records == 1)
            let csv = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
            let plan = try await plan(name, csv, test, by: clerk)
            #expect(plan.unchanged.count == 1, "\(name) \(plan.failed) \(plan.updates)")
            // The same sheet makes the case where it is not known.
            let other = try await TestOffice()
            let there = try await TestOffice.person("enforcer", unit: "gaoxin", roles: ["clerk"], other.office)
            let fresh = try await self.plan(name, csv, other, by: there)
            #expect(fresh.adds.count == 1, "\(name) \(fresh.failed)")
        }
    }

    @Test("the totals of the mediation form are the figures of the report")
    func mediation() async throws {
        let test = try await TestOffice()
        let rows = (1...9).map { index in
            TestOffice.row("纠纷\(index)", on: "2021-1\(index % 2 + 1)-0\(index)", amount: "\(index)00") + [
                index < 7 ? "2021-12-1\(index)" : "", index < 7 ? "2021-12-2\(index)" : "", index < 4 ? "书面" : "口头", "各让一步。",
            ]
        }
        let header = TestOffice.header + ["受理日期", "协议生效日期", "协议形式", "协议内容"]
        let mapping = Mapping(codes: ["agreement_form": ["书面": "调解协议书", "口头": "口头协议"]])
        let plan = try await test.plan(test.csv(rows, header: header), .csv, mapping)
        _ = try await Import(office: test.office, actor: test.clerk).run(plan)
        let count = try await test.count()
        #expect(count > 0)
        for name in ["mediation_statistics", "mediation_types", "reconsideration_statistics"] {
            let exchange = try #require(test.office.catalogue.exchange(name))
            let form = try #require(exchange.form)
            let actor = test.office.console()
            let filling = try #require(FormFilling(exchange, office: test.office, actor: actor, wording: test.wording))
            let table = try await filling.table(FormPeriod(year: 2021))
            let figures = try await Statistics(
                engine: test.office.engine, catalogue: test.office.catalogue, district: test.office.district.name
            ).figures(
                form.columns.map(\.figure), period: Period(year: 2021), scope: actor.scope, today: test.office.clock.today())
            #expect(table.total.cells == figures.map(\.value), "\(name)")
            for (column, figure) in figures.enumerated() where !figure.value.isPercent && figure.denominator == nil {
                guard case .simple(let measure) = figure.definition.measure else { continue }
                if case .mean = measure.aggregate { continue }
                let sum = table.rows.compactMap { $0.cells[column]?.decimal }.compactMap { Decimal(string: $0) }.reduce(0, +)
                #expect(sum == Decimal(string: figure.value.decimal ?? ""), "\(name) \(figure.name)")
            }
            if name == "mediation_statistics" { #expect(figures[0].value.numerator == Int64(count)) }
        }
    }
}

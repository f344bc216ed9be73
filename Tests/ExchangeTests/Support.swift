import Access
import Casework
import Definitions
import Foundation
import LegalTime
import OfficeFormats
import Records
import Store
import StoreSQLite
import Vault
import Wording

@testable import Exchange

enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    static let catalogue: Catalogue? = {
        let load = CatalogueLoader.load(folder: root)
        for problem in load.problems { print("\(problem.place): \(problem.reason)") }
        return load.catalogue
    }()
    static func bytes(_ path: String) -> [UInt8] { [UInt8](FileManager.default.contents(atPath: root + "/" + path) ?? Data()) }
    static func text(_ path: String) -> String { String(decoding: bytes(path), as: UTF8.self) }
}

/// The demo district's office with people, committees and mediators, in memory.
struct TestOffice {
    let office: Office
    /// Clerk and mediator of the whole subdistrict.
    let clerk: Actor
    let community: Actor
    static let district = "jinzhou-gaoxin"

    init() async throws {
        guard let whole = Repository.catalogue, let district = whole.district(Self.district) else { throw Missing() }
        let engine = try SQLiteEngine(path: ":memory:")
        let catalogue = whole.forDistrict(Self.district)
        try await engine.apply(
            try await engine.plan(Schema.tables(catalogue.registers), search: Schema.search(catalogue.registers)))
        guard let today = district.today else { throw Missing() }
        office = Office(
            engine: engine, catalogue: catalogue, district: district, keys: .random(),
            clock: OfficeClock(today: { today }, now: { Instant(day: today, hour: 9, minute: 30) }))
        try await office.prepare()
        clerk = try await Self.person("clerk", unit: "lingnan", roles: ["clerk", "mediator"], office)
        community = try await Self.person("dongyi", unit: "dongyi", roles: ["clerk"], office)
        let whoMay = try await Self.person("bureau", unit: "gaoxin", roles: ["clerk"], office)
        for unit in district.units where unit.kind == "community" {
            let body = RecordInput(texts: [
                "name": unit.label + "人民调解委员会", "kind": "居民人民调解委员会", "unit": unit.label, "set_up_on": "2018-03-01",
            ])
            guard try await office.register("mediation_body", body, by: whoMay).receipt != nil else { throw Missing() }
        }
        // The mediators' own sheet goes in first, as a clerk would do it.
        guard let register = catalogue.register("mediator"),
            let planner = ImportPlanner(office: office, register: "mediator", actor: clerk)
        else {
            throw Missing()
        }
        let bytes = Repository.bytes("districts/jinzhou-gaoxin/sheets/调解员-2021.csv")
        let plan = try await planner.plan(try SheetReading(register: register).read(bytes, format: .csv), fileName: "调解员.csv")
        guard try await Import(office: office, actor: clerk).run(plan).written.count == 5 else { throw Missing(plan.rows) }
    }

    static func person(_ login: String, unit: String, roles: [String], _ office: Office) async throws -> Actor {
        let account = Account(id: login, name: login, displayName: login, unit: unit, passwordHash: PasswordHash(phc: ""))
        let since = Day(daysSince1970: 17_000)
        let grants = roles.map { Grant(account: login, role: Role(rawValue: $0), unit: unit, from: since) }
        let refusals = try await office.save(account, grants: grants)
        guard refusals.isEmpty, let actor = try await office.actor(account: account) else { throw Missing(refusals) }
        return actor
    }

    var register: RegisterDefinition { office.catalogue.register("mediation_case") ?? office.catalogue.registers[0] }
    var wording: Wording { Wording(language: .chinese, labels: office.catalogue.labels) }
    var sentences: RowSentences { RowSentences(wording: wording, register: register, roles: office.catalogue.roles) }

    func read(_ bytes: [UInt8], _ format: SheetFormat = .xlsx, _ mapping: Mapping = .none) throws -> KeptSheet {
        try SheetReading(register: register, labels: office.catalogue.labels, mapping: mapping).read(bytes, format: format)
    }

    func plan(_ bytes: [UInt8], _ format: SheetFormat = .xlsx, _ mapping: Mapping = .none, by actor: Actor? = nil) async throws
        -> ImportPlan
    {
        let planner = ImportPlanner(office: office, register: "mediation_case", actor: actor ?? clerk, mapping: mapping)
        guard let planner else { throw Missing() }
        return try await planner.plan(try read(bytes, format, mapping), fileName: "台账.xlsx")
    }

    func count() async throws -> Int { try await office.count(ListRequest(register: "mediation_case"), by: clerk) }

    /// The list as a file.
    func export(_ format: SheetFormat, _ columns: Export.Columns = .all, by actor: Actor? = nil) async throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).\(format.rawValue)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let export = Export(office: office, register: "mediation_case", actor: actor ?? clerk, wording: wording, columns: columns)
        _ = try await export?.write(ListRequest(register: "mediation_case"), as: format, to: path)
        return [UInt8](FileManager.default.contents(atPath: path) ?? Data())
    }

    /// A sheet of cases with the template's column names.
    func csv(_ rows: [[String]], header: [String] = Self.header) -> [UInt8] {
        var writer = CSVWriter()
        writer.append(header)
        for row in rows { writer.append(row) }
        return writer.take()
    }

    static let header = [
        "编号", "登记日期", "调解组织", "镇街", "案件来源", "纠纷类型", "纠纷名称", "主要事实和争议事项", "当事人1当事人地位", "当事人1姓名或名称",
        "当事人2当事人地位", "当事人2姓名或名称", "当事人2联系电话", "涉及金额",
    ]

    static func row(
        _ title: String, on day: String = "2021-12-02", number: String = "", committee: String = "东一社区人民调解委员会",
        amount: String = "500"
    )
        -> [String]
    {
        [
            number, day, committee, "凌南街道", "当事人申请", "邻里纠纷", title, "楼道堆物。", "申请人", "张三甲", "被申请人", "李四乙", "13800001234", amount,
        ]
    }
}

struct Missing: Error {
    var what = ""
    init() {}
    init(_ what: Any) { self.what = "\(what)" }
}

/// Runs a Python program and gives what it prints.
func python(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program] + arguments
    let out = Pipe()
    process.standardOutput = out
    try process.run()
    let data = out.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Missing("python") }
    return String(decoding: data, as: UTF8.self)
}

import Access
import Casework
import Definitions
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LegalTime
import Logging
import Records
import Store
import Synchronization
import TestSupport
import Testing

@testable import Web

/// Every mechanism that the five reports name has a place in the program: `docs/coverage.tsv` says which, and is held to it here.
@Suite("docs/coverage.tsv", .serialized)
struct CoverageTests {
    private static let rows = (try? CoverageRow.all()) ?? []

    @Test("each of the 149 ids stands once, with everything filled in")
    func ids() throws {
        let reports: [(String, Int)] = [("J", 19), ("W", 46), ("D", 29), ("H", 24), ("Y", 31)]
        var expected: [String] = []
        for (report, count) in reports {
            for number in 1...count { expected.append(number < 10 ? "\(report)0\(number)" : "\(report)\(number)") }
        }
        let districts = ["J": "jinzhou-gaoxin", "W": "wanghua", "D": "dawa", "H": "huancui", "Y": "yanghe"]
        let rows = try CoverageRow.all()
        #expect(rows.count == 149 && rows.map(\.id) == expected)
        for row in rows {
            #expect(!row.name.isEmpty && !row.places.isEmpty && !row.page.isEmpty && !row.remark.isEmpty, "\(row.id)")
            #expect(districts[String(row.id.prefix(1))] == row.district, "\(row.id)")
        }
    }

    @Test("each register, field, code, move, figure, letter, return, standard and exchange that is named is in the catalogue")
    func places() throws {
        for row in Self.rows {
            for place in row.places { #expect(Self.stands(place), "\(row.id): nothing is called \(place)") }
        }
    }

    @Test("each check that is named is in its file")
    func walks() throws {
        for row in Self.rows {
            let parts = row.walk.split(separator: "#", maxSplits: 1).map(String.init)
            guard parts.count == 2,
                let text = try? String(contentsOf: Repository.root.appendingPathComponent(parts[0]), encoding: .utf8)
            else {
                Issue.record("\(row.id): no file for \(row.walk)")
                continue
            }
            let isThere =
                if parts[0].hasSuffix(".yaml") {
                    text.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }).contains {
                        $0 == parts[1]
                    }
                } else {
                    ["func \(parts[1])(", "def \(parts[1])(", "\"\(parts[1])\""].contains(where: text.contains)
                }
            #expect(isThere, "\(row.id): \(parts[0]) has no \(parts[1])")
        }
    }

    /// Answers each page to somebody who holds every working role of the district, and registers a record of each list's kind first:
    /// the list under the conditions of its address has to show it.
    @Test("each page opens, and a list shows a record that was entered for its mechanism")
    func entered() async throws {
        let desk = try await CoverageDesk()
        let application = desk.site.application()
        try await application.test(.router) { client in
            for row in Self.rows {
                if row.page.hasPrefix("zhunsheng ") {
                    let command = row.page.dropFirst(10).prefix(1).uppercased() + row.page.dropFirst(11)
                    let path = "Sources/zhunsheng/\(command)Command.swift"
                    #expect(
                        FileManager.default.fileExists(atPath: Repository.root.appendingPathComponent(path).path), "\(row.id)")
                    continue
                }
                var record: String?
                do {
                    record = try await desk.enter(row)
                } catch {
                    Issue.record("\(row.id): no record for \(row.page): \(error)")
                }
                let answer = try await client.execute(uri: row.page, method: .get, headers: [.cookie: desk.cookie])
                #expect(answer.status == .ok, "\(row.id): \(row.page) answers \(answer.status)")
                if let record {
                    #expect(String(buffer: answer.body).contains(record), "\(row.id): \(row.page) does not show \(record)")
                }
            }
        }
    }

    /// `register`, `register.member`, `register.field=code` with rows fields in between, or `kind:name`.
    private static func stands(_ place: String) -> Bool {
        if let colon = place.firstIndex(of: ":") {
            let name = String(place[place.index(after: colon)...])
            return switch place[..<colon] {
            case "return": Repository.catalogue.monthlyReturn(name) != nil
            case "standard": Repository.catalogue.standards.contains { $0.name == name }
            case "exchange":
                Repository.yamlFiles(in: "exchanges").contains { $0.lastPathComponent == name + ".yaml" }
            case "capability": ["assessments", "notices", "open", "proof"].contains(name)
            default: false
            }
        }
        let parts = place.split(separator: ".", maxSplits: 1).map(String.init)
        guard let register = Repository.catalogue.register(parts[0]) else { return false }
        guard parts.count == 2 else { return true }
        let sides = parts[1].split(separator: "=").map(String.init)
        let field = field(sides[0], of: register)
        if sides.count == 2 { return field?.codes.flatMap { register.codes[$0]?.entry(sides[1]) } != nil }
        return field != nil || has(sides[0], register)
    }

    private static func field(_ path: String, of register: RegisterDefinition) -> FieldDefinition? {
        var fields = register.fields
        var found: FieldDefinition?
        for name in path.split(separator: ".") {
            found = fields.first { $0.name == name }
            fields = found?.fields ?? []
        }
        return found
    }

    private static func has(_ member: String, _ register: RegisterDefinition) -> Bool {
        switch member {
        case "draws": !register.draws.isEmpty
        case "file": !register.file.main.isEmpty
        case "recordings": register.recordings != nil
        case "consultation": register.consultation != nil
        case "requests": !register.requests.isEmpty
        case "exam": register.exam != nil
        case "dated": register.dated != nil
        case "publication": register.publication.level != .none
        default:
            register.transitions.contains { $0.name == member } || register.indicator(member) != nil
                || register.deadlines.contains { $0.name == member } || register.letters.contains { $0.name == member }
        }
    }
}

/// One line of the file.
private struct CoverageRow {
    var id, name, district: String
    var places: [String]
    var page, walk, remark: String

    static func all() throws -> [CoverageRow] {
        let text = try String(contentsOf: Repository.root.appendingPathComponent("docs/coverage.tsv"), encoding: .utf8)
        let lines = text.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(lines.first == ["id", "name", "district", "place", "page", "walk", "remark"])
        return lines.dropFirst().compactMap { columns in
            guard columns.count == 7 else {
                Issue.record("not seven columns: \(columns)")
                return nil
            }
            return CoverageRow(
                id: columns[0], name: columns[1], district: columns[2], places: columns[3].components(separatedBy: "; "),
                page: columns[4], walk: columns[5], remark: columns[6])
        }
    }
}

/// An office of a district of the real catalogue, with one person in it who may do all of its work.
private struct CoverageDesk {
    let bench: TestOffice
    let site: Site
    let person: Actor
    let cookie: String
    private let day = Day("2022-01-17")

    init() async throws {
        let catalogue = Repository.catalogue.forDistrict("jinzhou-gaoxin")
        let district = try #require(catalogue.district("jinzhou-gaoxin"))
        let bench = try await TestOffice(catalogue: catalogue, district: district, today: Day("2022-01-18"))
        let person = try await bench.actor(
            .clerk, .head, .coordinator, .leader, .reviewer, .examiner, at: district.units[0].id)
        let token = SessionToken()
        let now = bench.office.clock.now()
        try await bench.engine.write { session in
            let opened = Access.Session(token: token, account: person.account, at: now)
            try AccountTable.open(opened, district: district.name, in: session)
            return .commit(())
        }
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        self.bench = bench
        self.person = person
        site = Site(OfficeDirectory(bench.office), logger: logger)
        cookie = "zhunsheng_session=\(district.name).\(token.text)"
    }

    /// Registers a record that a list's address asks for, and gives its address; nil where the page is no list.
    func enter(_ row: CoverageRow) async throws -> String? {
        let parts = row.page.split(separator: "?", maxSplits: 1).map(String.init)
        guard parts[0].hasPrefix("/registers/") else { return nil }
        let register = try #require(bench.office.catalogue.register(String(parts[0].dropFirst(11))), "\(row.page)")
        var asked: [String: String] = [:]
        for pair in (parts.count == 2 ? parts[1] : "").split(separator: "&") {
            let sides = pair.split(separator: "=").map(String.init)
            let field = try #require(register.field(sides[0]), "\(row.id): \(register.name) has no \(sides[0])")
            #expect(register.list.filters.contains(field.name), "\(row.id): \(field.name) is no filter of \(register.name)")
            asked[field.name] = field.type == .bool ? (sides[1] == "1" ? "是" : "否") : sides[1]
        }
        return parts[0] + "/" + (try await make(register, asked))
    }

    private func make(_ register: RegisterDefinition, _ asked: [String: String]) async throws -> String {
        var references: [String: String] = [:]
        for field in register.fields where field.isRequired {
            guard let target = field.target.flatMap({ bench.office.catalogue.register($0) }) else { continue }
            references[target.name] = try await make(target, [:])
        }
        let values = SampleValues(
            register: register, day: day, units: bench.office.district.units, references: references, number: counter.next())
        var (input, uploads) = values.registration()
        for (name, text) in asked { input.texts[name] = text }
        let outcome = try await bench.office.register(register.name, input, uploads: uploads, by: person)
        guard let receipt = outcome.receipt else { throw UnexpectedOutcome(outcome: outcome) }
        return receipt.id
    }

    private let counter = Counter()

    private final class Counter: Sendable {
        private let state = Mutex(0)
        func next() -> Int {
            state.withLock {
                $0 += 1
                return $0
            }
        }
    }
}

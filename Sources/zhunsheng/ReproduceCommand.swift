import Access
import ArgumentParser
import Casework
import Definitions
import Demo
import Foundation
import Indicators
import LegalTime
import StoreSQLite
import Vault

struct Reproduce: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Each published figure beside what the registers of the demo district say; exit 1 while one is missing.",
        discussion: "Example: zhunsheng reproduce jinzhou-gaoxin")

    @Argument(help: "The district; else all that have published figures.") var name: String?
    @OptionGroup var catalogue: CatalogueOptions
    @Option(help: "A database with the demo; else the district is built in memory.") var database: String?
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() async throws {
        let folder = try catalogue.folder()
        let whole = try catalogue.load()
        let names =
            name.map { [$0] }
            ?? whole.districts.map(\.name).filter {
                FileManager.default.fileExists(atPath: "\(folder)/districts/\($0)/published.yaml")
            }
        var isMissing = false
        var answers: [JSONText] = []
        for name in names {
            guard let district = whole.district(name) else {
                throw CommandFailure("没有区划“\(name)”。", "There is no district “\(name)”.", catalogue.language)
            }
            let path = "\(folder)/districts/\(name)/published.yaml"
            let published = try PublishedFigures.read(
                String(contentsOfFile: path, encoding: .utf8), file: path, units: district.units)
            let office = try await office(district, whole, folder)
            let judged = try await Reproducer.judge(
                published, statistics: office.statistics,
                year: district.year,
                scope: office.console(acts: [.read]).scope, today: office.clock.today())
            await office.engine.close()
            if judged.contains(where: { $0.status == .missing }) { isMissing = true }
            if format == .json { answers.append(Self.json(name, judged)) } else { Self.text(name, judged, catalogue.language) }
        }
        if format == .json { Terminal.say((answers.count == 1 ? answers[0] : .list(answers)).written()) }
        if isMissing { throw ExitCode(1) }
    }

    private func office(_ district: DistrictDefinition, _ whole: Catalogue, _ folder: String) async throws -> Office {
        if let database {
            let keys = try KeyRing.load(from: database + ".keys")
            return Office(
                engine: try SQLiteEngine(path: database), catalogue: whole.forDistrict(district.name), district: district,
                keys: keys,
                clock: OfficeOptions.clock(district))
        }
        let empty = try SQLiteEngine(path: ":memory:")
        try await DemoDistrict.layTables(of: whole, in: empty)
        let made = try await DemoDistrict(
            district, catalogue: whole, folder: folder, keys: KeyRing.random(), template: empty)
        _ = try await made.make(password: try PasswordHash.make(of: FirstPassword.make())) {
            Terminal.progress(district.label, $0, of: $1)
        }
        return made.office
    }

    private static func json(_ name: String, _ judged: [Reproduction]) -> JSONText {
        .object([
            ("district", .text(name)),
            (
                "figures",
                .list(
                    judged.map { one in
                        .object([
                            ("line", .number(one.figure.line)), ("fragment", .text(one.figure.label)),
                            ("value", .text(one.figure.value)),
                            ("unit", .text(one.figure.unit)), ("bound", .text(one.figure.bound.rawValue)),
                            ("indicator", JSONText(one.indicator?.description)),
                            ("ours", JSONText(one.ours)), ("status", .text(one.status.rawValue)), ("why", JSONText(one.why)),
                        ])
                    })
            ),
        ])
    }

    private static func text(_ name: String, _ judged: [Reproduction], _ language: Language) {
        let bounds: [PublishedFigure.Bound: String] = [.exact: "", .atLeast: "≥", .atMost: "≤", .about: "≈"]
        Terminal.say(name)
        Terminal.say(
            Terminal.table(
                judged.map { one in
                    [
                        "  \(one.figure.line)", one.figure.label,
                        (bounds[one.figure.bound] ?? "") + one.figure.value + " " + one.figure.unit, one.ours ?? "—",
                        one.status.rawValue, one.indicator?.description ?? one.why ?? "",
                    ]
                }))
    }
}

import ArgumentParser
import Definitions
import LegalTime
import Wording

struct Periods: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Every period of the catalogue with law, article, length and versions; a row per version.",
        discussion: "Example: zhunsheng periods 行政复议")

    @Argument(help: "Only clocks whose name begins so.") var field: String?
    @OptionGroup var catalogue: CatalogueOptions
    @Option(help: ArgumentHelp("As this district sees them: with its local parameters.", valueName: "name"))
    var district: String?
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() throws {
        let shared = try catalogue.load()
        let whole = district.map { shared.forDistrict($0) } ?? shared
        let wording = Wording(language: catalogue.language, labels: whole.labels)
        let clocks = whole.laws.flatMap(\.clocks).filter { clock in field.map { clock.name.hasPrefix($0) } ?? true }
        if format == .json {
            Terminal.say(JSONText.list(clocks.flatMap { clock in clock.versions.map { Self.json(clock, $0) } }).written())
            return
        }
        var rows: [[String]] = []
        for clock in clocks {
            for version in clock.versions {
                rows.append([
                    clock.name, wording.label(clock), wording.term(of: version),
                    wording.citation(version.basis, in: whole, on: version.from),
                    "\(version.from.iso) – \(version.until?.iso ?? "")",
                    version.needsConfirmation ? wording.confirmMark : "",
                ])
            }
        }
        Terminal.say(Terminal.table(rows))
    }

    static func json(_ clock: ClockDefinition, _ version: ClockVersion) -> JSONText {
        var pairs: [(String, JSONText)] = [
            ("name", .text(clock.name)), ("law", .text(version.law)), ("article", .text(version.article)),
            ("label", .text(clock.label)),
        ]
        switch version.term {
        case .length(let length): pairs.append(("length", Self.json(length)))
        case .on(let day): pairs.append(("on", .text(day.text)))
        }
        pairs += [
            ("sense", .text(version.sense.rawValue)), ("extend_at_most", version.extendAtMost.map(Self.json) ?? .null),
            ("in_force", .text(version.from.iso)), ("until", JSONText(version.until?.iso)),
            ("confirm", .bool(version.needsConfirmation)), ("parameter", JSONText(version.parameter?.name)),
        ]
        return .object(pairs)
    }

    static func json(_ length: Length) -> JSONText { .object([(length.unit.rawValue, .number(length.amount))]) }
}

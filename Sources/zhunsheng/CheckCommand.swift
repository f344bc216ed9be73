import ArgumentParser
import Definitions
import Wording

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks the catalogue; every mistake with file:line in one run.",
        discussion: "Example: zhunsheng check ../my-district")

    @Argument(help: "The catalogue's folder.") var folder: String?
    @OptionGroup var catalogue: CatalogueOptions
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() throws {
        let load = CatalogueLoader.load(folder: try folder ?? catalogue.folder())
        let wording = Wording(language: catalogue.language)
        if format == .json {
            Terminal.say(
                JSONText.list(
                    load.problems.map {
                        .object([
                            ("file", .text($0.place.file)), ("line", .number($0.place.line)),
                            ("message", .text(wording.sentence(for: $0))),
                        ])
                    }
                ).written())
        } else {
            for problem in load.problems { Terminal.say(wording.line(for: problem)) }
            if let whole = load.catalogue {
                let clocks = whole.laws.reduce(0) { $0 + $1.clocks.count }
                let indicators = whole.registers.reduce(0) { $0 + $1.indicators.count }
                Terminal.say(
                    catalogue.language == .chinese
                        ? "没有错误：\(whole.registers.count) 本台账，\(clocks) 个期限，\(indicators) 个指标，\(whole.districts.count) 个区划。"
                        : "No mistakes: \(whole.registers.count) registers, \(clocks) clocks, \(indicators) indicators, \(whole.districts.count) districts."
                )
            }
        }
        if load.catalogue == nil { throw ExitCode(1) }
    }
}

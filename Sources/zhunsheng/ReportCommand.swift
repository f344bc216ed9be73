import ArgumentParser
import Casework
import Definitions
import Foundation
import Indicators
import LegalTime
import Reports
import Wording

struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The annual report as .docx, .html, .md or .json.",
        discussion: "Example: zhunsheng report --year 2021 -o report.docx")

    @OptionGroup var options: OfficeOptions
    @Option(help: "The year; else the one whose report is being written.") var year: Int?
    @Option(help: "Which outline.") var outline = "annual"
    @Option(name: .shortAndLong, help: "Where to; the ending chooses the form.") var output: String

    func run() async throws {
        let office = try await options.office()
        guard let definition = office.catalogue.outline(outline) else {
            throw CommandFailure("没有提纲“\(outline)”。", "There is no outline “\(outline)”.", options.language)
        }
        let bytes = try await ReportFile.make(
            office, outline: definition, year: year ?? office.district.year, ending: (output as NSString).pathExtension,
            language: options.language)
        try Data(bytes).write(to: URL(fileURLWithPath: output))
        await office.engine.close()
    }
}

import Casework
import Definitions
import Indicators
import LegalTime
import Reports
import Wording

/// The annual report of an office as bytes of a file.
enum ReportFile {
    /// - Parameter ending: docx, html, md or json.
    static func make(_ office: Office, outline: OutlineDefinition, year: Int, ending: String, language: Language) async throws
        -> [UInt8]
    {
        let wording = Wording(language: language, labels: office.catalogue.labels)
        let report = try await compose(office, outline: outline, year: year, wording: wording)
        switch ending {
        case "docx": return try report.docx(wording)
        case "html": return Array(report.html(wording).utf8)
        case "md": return Array(report.markdown(wording).utf8)
        case "json": return report.json()
        default:
            throw CommandFailure("结尾写 .docx、.html、.md 或 .json。", "End the name in .docx, .html, .md or .json.", language)
        }
    }

    static func compose(_ office: Office, outline: OutlineDefinition, year: Int, wording: Wording) async throws -> AnnualReport {
        let statistics = office.statistics
        let period = Period(year: year)
        let names = ReportComposer.names(
            for: outline, among: statistics.names(in: period, registers: ReportComposer.registers(of: outline)))
        let figures = try await statistics.figures(
            names, period: period, scope: office.console(acts: [.read]).scope, today: office.clock.today())
        let directory = try await office.directory()
        let contributions = try await office.contributions(year: year).map { entry in
            ReportContribution(
                part: entry.part, unit: entry.unit, unitName: directory.unitLabel(entry.unit, in: wording.language),
                text: entry.text)
        }
        let header = ReportHeader(
            district: office.district.name, districtLabel: office.district.label, government: office.district.government,
            year: year,
            cutOff: office.clock.present, today: office.clock.today())
        return ReportComposer(catalogue: office.catalogue, wording: wording).report(
            outline: outline, header: header, figures: figures, contributions: contributions)
    }
}

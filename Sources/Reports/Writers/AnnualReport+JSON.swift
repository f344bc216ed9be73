import Definitions
import Foundation

extension AnnualReport {
    /// Stable JSON: `{"district","year","cutoff","title","addressee","characters","parts":[…],"appendix":[…]}`, keys in alphabetical
    /// order. A run is `{"text"}` or, for a figure, `{"figure","text"}`; numbers of figures are texts as printed.
    public func json() -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        // Nothing in these values can fail to encode: texts, whole numbers and truths.
        return ((try? encoder.encode(ReportRecord(self))).map { [UInt8]($0) } ?? []) + [0x0A]
    }
}

private struct ReportRecord: Encodable {
    var district: String
    var year: Int
    var cutoff: String
    var date: String
    var title: String
    var addressee: String?
    var government: String
    var characters: Int
    var parts: [Part]
    var unplaced: [Contribution]
    var appendix: [Entry]

    init(_ report: AnnualReport) {
        district = report.header.district
        year = report.header.year
        cutoff = report.header.cutOff.iso
        date = report.header.today.iso
        title = report.title
        addressee = report.addressee
        government = report.header.government
        characters = report.characters
        parts = report.parts.map(Part.init)
        unplaced = report.unplaced.map(Contribution.init)
        appendix = report.appendix.map(Entry.init)
    }

    struct Part: Encodable {
        var name: String
        var number: Int
        var title: String
        var required: Bool
        var paragraphs: [[Run]]
        var contributions: [Contribution]
        var sections: [Part]
        var placeholder: String?

        init(_ part: ReportPart) {
            name = part.key
            number = part.number
            title = part.title
            required = part.isRequired
            paragraphs = part.paragraphs.map { $0.runs.map(Run.init) }
            contributions = part.contributions.map(Contribution.init)
            sections = part.sections.map(Part.init)
            placeholder = part.placeholder
        }
    }

    struct Run: Encodable {
        var text: String
        var figure: String?

        init(_ run: ReportRun) {
            text = run.text
            if case .figure(let name, _) = run { figure = name.description }
        }
    }

    struct Contribution: Encodable {
        var part: String
        var unit: String
        var name: String
        var paragraphs: [String]

        init(_ contribution: ReportContribution) {
            part = contribution.part
            unit = contribution.unit
            name = contribution.unitName
            paragraphs = contribution.paragraphs
        }
    }

    struct Entry: Encodable {
        var name: String
        var register: String
        var label: String
        var value: String
        var rule: String
        var cutoff: String
        var rows: Int
        var used: Bool

        init(_ entry: AppendixEntry) {
            name = entry.name.description
            register = entry.registerLabel
            label = entry.label
            value = entry.value
            rule = entry.rule
            cutoff = entry.cutOff.iso
            rows = entry.rows
            used = entry.isUsed
        }
    }
}

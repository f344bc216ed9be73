import Definitions
import Wording

extension AnnualReport {
    /// Markdown (CommonMark with tables).
    public func markdown(_ wording: Wording) -> String {
        var blocks = ["# " + Self.escaped(title)]
        if let addressee { blocks.append(Self.escaped(addressee) + "：") }
        for part in parts {
            blocks.append("## " + Self.escaped(wording.headingMark(part.number, level: 1) + part.title))
            blocks += body(of: part, wording)
            for section in part.sections {
                blocks.append("### " + Self.escaped(wording.headingMark(section.number, level: 2) + section.title))
                blocks += body(of: section, wording)
            }
        }
        if !unplaced.isEmpty {
            blocks.append("## " + wording.text(ReportDocumentText.unplaced))
            blocks += unplaced.flatMap(\.paragraphs).map(Self.escaped)
        }
        blocks.append(Self.escaped(header.government) + "  \n" + wording.longDay(header.today))
        blocks.append("## " + wording.text(ReportDocumentText.appendix) + " " + wording.text(ReportDocumentText.appendixTitle))
        blocks.append(wording.asOf(header.cutOff))
        for (isUsed, heading) in [(true, ReportDocumentText.figuresUsed), (false, .otherFigures)] {
            let entries = appendix.filter { $0.isUsed == isUsed }
            guard !entries.isEmpty else { continue }
            blocks.append("### " + wording.text(heading))
            blocks.append(table(entries, wording))
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private func body(of part: ReportPart, _ wording: Wording) -> [String] {
        var blocks = part.paragraphs.map { Self.escaped($0.text) }
        blocks += part.contributions.flatMap(\.paragraphs).map(Self.escaped)
        if let placeholder = part.placeholder {
            blocks.append("**" + wording.text(ReportDocumentText.toBeWritten) + "** " + Self.escaped(placeholder))
        }
        return blocks
    }

    private func table(_ entries: [AppendixEntry], _ wording: Wording) -> String {
        let heads: [ReportDocumentText] = [.serial, .figureAndID, .value, .rule, .records]
        var lines = ["| " + heads.map { wording.text($0) }.joined(separator: " | ") + " |", "| ---: | --- | ---: | --- | ---: |"]
        for (place, entry) in entries.enumerated() {
            let cells = [
                String(place + 1), Self.escaped("\(entry.registerLabel) · \(entry.label)") + " `\(entry.name)`",
                Self.escaped(entry.value),
                Self.escaped(entry.rule), String(entry.rows),
            ]
            lines.append("| " + cells.joined(separator: " | ") + " |")
        }
        return lines.joined(separator: "\n")
    }

    /// Text whose signs mean nothing to Markdown.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for (place, character) in text.enumerated() {
            let isMark = "\\`*_[]<>|#".contains(character) || (place == 0 && "+-=~".contains(character))
            if isMark { escaped.append("\\") }
            escaped.append(character.isNewline ? " " : character)
        }
        // A line that begins with a number, a full stop and a blank would become a list.
        guard let dot = escaped.firstIndex(where: { !$0.isNumber || !$0.isASCII }), dot != escaped.startIndex,
            ".)".contains(escaped[dot]), escaped[dot...].dropFirst().first?.isWhitespace ?? true
        else { return escaped }
        return escaped[..<dot] + "\\" + escaped[dot...]
    }
}

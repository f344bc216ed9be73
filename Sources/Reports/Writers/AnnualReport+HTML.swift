import Definitions
import OfficeFormats
import Wording

extension AnnualReport {
    /// The address of the page of a figure: `/figures/<register>/<indicator>?year=Y`.
    public static func address(of name: FigureName, year: Int) -> String {
        "/figures/\(name.register)/\(name.local)?year=\(year)"
    }

    /// A page that stands by itself; each figure is a link to its page.
    ///
    /// - Parameter site: put before each address, such as `https://example.org`; empty for a page of the site itself.
    public func html(_ wording: Wording, site: String = "") -> String {
        let escape = HTMLEscape.text
        var lines = [
            "<!DOCTYPE html>", "<html lang=\"\(wording.language == .chinese ? "zh-CN" : "en")\">",
            "<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            "<title>\(escape(title))</title>", "<style>\(Self.style)</style></head>", "<body><main>", "<h1>\(escape(title))</h1>",
        ]
        if let addressee { lines.append("<p class=\"to\">\(escape(addressee))：</p>") }
        for part in parts {
            lines.append("<h2 id=\"\(escape(part.key))\">\(escape(wording.headingMark(part.number, level: 1) + part.title))</h2>")
            lines += body(of: part, wording, site)
            for section in part.sections {
                lines.append(
                    "<h3 id=\"\(escape(section.key))\">\(escape(wording.headingMark(section.number, level: 2) + section.title))</h3>"
                )
                lines += body(of: section, wording, site)
            }
        }
        if !unplaced.isEmpty {
            lines.append("<h2>\(escape(wording.text(ReportDocumentText.unplaced)))</h2>")
            lines += unplaced.flatMap { contribution(of: $0) }
        }
        lines.append("<p class=\"sign\">\(escape(header.government))<br>\(escape(wording.longDay(header.today)))</p>")
        lines += appendixLines(wording, site)
        lines.append("</main></body>\n</html>\n")
        return lines.joined(separator: "\n")
    }

    private func body(of part: ReportPart, _ wording: Wording, _ site: String) -> [String] {
        var lines = part.paragraphs.map { paragraph in
            "<p>" + paragraph.runs.map { html(of: $0, site) }.joined() + "</p>"
        }
        lines += part.contributions.flatMap { contribution(of: $0) }
        if let placeholder = part.placeholder {
            lines.append(
                "<p class=\"missing\"><b>\(HTMLEscape.text(wording.text(ReportDocumentText.toBeWritten)))</b>\(HTMLEscape.text(placeholder))</p>"
            )
        }
        return lines
    }

    private func contribution(of contribution: ReportContribution) -> [String] {
        contribution.paragraphs.map {
            "<p data-unit=\"\(HTMLEscape.text(contribution.unit))\" title=\"\(HTMLEscape.text(contribution.unitName))\">\(HTMLEscape.text($0))</p>"
        }
    }

    private func html(of run: ReportRun, _ site: String) -> String {
        switch run {
        case .text(let text): HTMLEscape.text(text)
        case .figure(let name, let printed): link(name, printed, site)
        }
    }

    private func link(_ name: FigureName, _ printed: String, _ site: String) -> String {
        let address = site + Self.address(of: name, year: header.year)
        return
            "<a class=\"live\" data-figure=\"\(HTMLEscape.text(name.description))\" href=\"\(HTMLEscape.text(address))\">\(HTMLEscape.text(printed))</a>"
    }

    private func appendixLines(_ wording: Wording, _ site: String) -> [String] {
        let escape = HTMLEscape.text
        var lines = [
            "<h2 id=\"appendix\">\(escape(wording.text(ReportDocumentText.appendix) + " " + wording.text(ReportDocumentText.appendixTitle)))</h2>",
            "<p>\(escape(wording.asOf(header.cutOff)))</p>",
        ]
        let heads: [ReportDocumentText] = [.serial, .figureAndID, .value, .rule, .records]
        for (isUsed, heading) in [(true, ReportDocumentText.figuresUsed), (false, .otherFigures)] {
            let entries = appendix.filter { $0.isUsed == isUsed }
            guard !entries.isEmpty else { continue }
            lines.append("<table><caption>\(escape(wording.text(heading)))</caption><thead><tr>")
            lines.append(heads.map { "<th scope=\"col\">\(escape(wording.text($0)))</th>" }.joined() + "</tr></thead><tbody>")
            for (place, entry) in entries.enumerated() {
                lines.append(
                    "<tr><td>\(place + 1)</td><th scope=\"row\">\(escape(entry.registerLabel)) · \(escape(entry.label))"
                        + "<br><code>\(escape(entry.name.description))</code></th><td class=\"num\">\(link(entry.name, entry.value, site))</td>"
                        + "<td>\(escape(entry.rule))</td><td class=\"num\">\(entry.rows)</td></tr>")
            }
            lines.append("</tbody></table>")
        }
        return lines
    }

    private static let style = """
        body{margin:0;background:#fff;color:#111;font:1.05rem/1.75 "Noto Serif CJK SC","Songti SC",SimSun,serif}\
        main{max-width:46em;margin:0 auto;padding:2rem 1rem 4rem}h1{text-align:center;font-size:1.6rem;line-height:1.4}\
        h2{font-size:1.2rem;font-family:sans-serif}h3{font-size:1.05rem}p{margin:0 0 .4em;text-indent:2em}.to,.sign{text-indent:0}\
        .sign{text-align:right;margin:2em 0}.live{color:inherit;text-decoration:underline dotted;text-underline-offset:.25em}\
        .missing{background:#fbf0d5}table{width:100%;border-collapse:collapse;font-size:.85rem;line-height:1.45;margin:0 0 1.5rem}\
        caption{text-align:left;font-weight:700;padding:.4em 0}th,td{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top}\
        td.num{text-align:right;white-space:nowrap}code{font-size:.85em;color:#555;font-weight:400}
        """
}

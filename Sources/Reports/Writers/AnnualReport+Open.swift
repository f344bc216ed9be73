import Wording

extension AnnualReport {
    /// The report as it goes to the public: without parts that nobody has written, without the appendix, whose numbers of records are the office's own.
    public var openEdition: AnnualReport {
        var open = self
        open.appendix = []
        open.unplaced = []
        open.parts = parts.compactMap(Self.written)
        return open
    }

    private static func written(_ part: ReportPart) -> ReportPart? {
        var part = part
        part.sections = part.sections.compactMap(written)
        let hasText = !part.paragraphs.isEmpty || !part.contributions.isEmpty || !part.sections.isEmpty
        part.placeholder = nil
        return hasText ? part : nil
    }

    /// Line by line: `# ` before a part, `## ` before a section.
    public func openText(_ wording: Wording) -> String {
        var lines: [String] = addressee.map { [$0 + "："] } ?? []
        func take(_ part: ReportPart, _ level: Int) {
            lines.append(String(repeating: "#", count: level) + " " + wording.headingMark(part.number, level: level) + part.title)
            lines += part.paragraphs.map(\.text) + part.contributions.flatMap(\.paragraphs)
            for section in part.sections { take(section, level + 1) }
        }
        for part in parts { take(part, 1) }
        lines += [header.government, wording.longDay(header.today)]
        return lines.joined(separator: "\n")
    }
}

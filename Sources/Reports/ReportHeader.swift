import LegalTime

/// Whose report it is, for which year, and as of when its figures were counted.
public struct ReportHeader: Sendable, Hashable {
    /// Short name of the district, as in addresses and file names.
    public var district: String
    /// The district's name in the title.
    public var districtLabel: String
    /// The government that signs.
    public var government: String
    public var year: Int
    /// When the figures were counted.
    public var cutOff: Instant
    /// The day of the signature.
    public var today: Day

    public init(district: String, districtLabel: String, government: String, year: Int, cutOff: Instant, today: Day) {
        self.district = district
        self.districtLabel = districtLabel
        self.government = government
        self.year = year
        self.cutOff = cutOff
        self.today = today
    }
}

/// What a unit wrote for a part of the report.
public struct ReportContribution: Sendable, Hashable {
    /// `part`, or `part/section`.
    public var part: String
    /// The unit's id and its name.
    public var unit: String
    public var unitName: String
    public var text: String

    public init(part: String, unit: String, unitName: String, text: String) {
        self.part = part
        self.unit = unit
        self.unitName = unitName
        self.text = text
    }

    /// The text line by line, without blank lines.
    public var paragraphs: [String] {
        text.split(whereSeparator: \.isNewline).map { line in
            let start = line.firstIndex { !$0.isWhitespace } ?? line.endIndex
            let end = line.lastIndex { !$0.isWhitespace }.map { line.index(after: $0) } ?? line.endIndex
            return start < end ? String(line[start..<end]) : ""
        }.filter { !$0.isEmpty }
    }

    var isEmpty: Bool { paragraphs.isEmpty }
}

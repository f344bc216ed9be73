/// Collects findings; takes ranges of the clean text or of the file.
struct FindingDesk {
    let reading: Reading
    private(set) var findings: [Finding] = []
    private var counts: [Rule: Int] = [:]
    /// After so many findings of one rule the next ones tell nothing new.
    private static let mostOfOneRule = 200

    init(_ reading: Reading) { self.reading = reading }

    /// A finding at a range of the clean text.
    mutating func add(_ rule: Rule, _ severity: Severity, _ range: Range<Int>, _ remark: Remark, members: [Int] = []) {
        add(rule, severity, inFile: reading.place(range), remark, members: members)
    }

    /// A finding at a range of the file.
    mutating func add(_ rule: Rule, _ severity: Severity, inFile range: Range<Int>, _ remark: Remark, members: [Int] = []) {
        guard counts[rule, default: 0] < FindingDesk.mostOfOneRule else { return }
        counts[rule, default: 0] += 1
        let glyphs = reading.source.glyphs
        let shown = range.clamped(to: 0..<glyphs.count)
        var quote = glyphs.string(shown.count > 80 ? shown.lowerBound..<(shown.lowerBound + 80) : shown)
        if quote.contains(where: \.isNewline) { quote = quote.split(whereSeparator: \.isNewline).joined(separator: "⏎") }
        findings.append(
            Finding(
                rule: rule, severity: severity, start: shown.lowerBound, end: shown.upperBound, quote: quote, remark: remark,
                members: members))
    }

    /// How many findings of a rule there are so far.
    func count(of rule: Rule) -> Int { counts[rule, default: 0] }
}

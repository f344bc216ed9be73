/// The findings of one file for a terminal.
public struct TextListing {
    private let wording: FindingWording
    private let isColoured: Bool

    public init(language: FindingWording.Language, coloured: Bool) {
        wording = FindingWording(language: language)
        isColoured = coloured
    }

    /// A heading with the counts, then each finding with its line, its words and what to do.
    public func written(_ result: ProofResult, file: String, text: String) -> String {
        let lines = LineNumbers(text)
        var out = coloured(wording.summary(result, file: file), "1") + "\n"
        for finding in result.findings {
            let colour = finding.severity == .error ? "31" : finding.severity == .warning ? "33" : "36"
            out +=
                "\n" + coloured(wording.name(finding.severity), colour)
                + "  \(wording.line(lines.line(of: finding.start)))  \(finding.rule.rawValue)\n"
            out += "  “\(finding.quote)”\n"
            out += "  \(wording.message(finding))\n"
            let suggestion = wording.suggestion(finding)
            if !suggestion.isEmpty { out += "  → \(suggestion)\n" }
        }
        return out
    }

    private func coloured(_ text: String, _ code: String) -> String { isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}

/// Which line a place in a text lies on, counted from 1.
struct LineNumbers {
    private var starts = [0]

    init(_ text: String) {
        for (index, scalar) in text.unicodeScalars.enumerated() where scalar == "\n" { starts.append(index + 1) }
    }

    func line(of place: Int) -> Int {
        var low = 0
        var high = starts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if starts[middle] <= place { low = middle } else { high = middle - 1 }
        }
        return low + 1
    }
}

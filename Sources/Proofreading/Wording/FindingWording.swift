/// Sentences for people, made of findings.
public struct FindingWording: Sendable {
    /// The languages in which findings are told.
    public enum Language: String, Sendable, CaseIterable {
        case chinese = "zh"
        case english = "en"
    }

    public let language: Language

    public init(language: Language) { self.language = language }

    /// What is wrong, with the values.
    public func message(_ finding: Finding) -> String { fill(templates(finding.remark.key).message, finding.remark.values) }

    /// What to write or to check instead; empty when the message says it all.
    public func suggestion(_ finding: Finding) -> String { fill(templates(finding.remark.key).suggestion, finding.remark.values) }

    private func templates(_ key: Remark.Key) -> (message: String, suggestion: String) {
        language == .chinese ? FindingWording.chinese(key) : FindingWording.english(key)
    }

    /// Puts the values into the places {0}, {1} …
    private func fill(_ template: String, _ values: [String]) -> String {
        var result = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            if let index = Int(rest[rest.index(after: open)..<close]), index < values.count { result += values[index] }
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}

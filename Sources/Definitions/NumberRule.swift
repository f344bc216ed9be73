/// How records are numbered: `{prefix}民调〔{year}〕{serial}号`; serials run per district, register and year without gaps.
public struct NumberRule: Sendable, Equatable {
    public var pattern: String
    /// The date field whose year the number carries.
    public var yearOf: String
    public init(pattern: String, yearOf: String) {
        self.pattern = pattern
        self.yearOf = yearOf
    }
}

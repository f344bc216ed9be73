import LegalTime

/// From when until when a rule, code or field is in force; both ends inclusive, nil is open.
public struct Validity: Sendable, Equatable, Hashable {
    public var since: Day?
    public var until: Day?
    public init(since: Day? = nil, until: Day? = nil) {
        self.since = since
        self.until = until
    }
    public func holds(on day: Day) -> Bool {
        if let since, day < since { return false }
        if let until, day > until { return false }
        return true
    }
    public static let always = Validity()
}

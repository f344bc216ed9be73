/// A list of codes: the code is stored, the label is shown; a retired code gets `until`, none is deleted.
public struct CodeList: Sendable, Equatable {
    public var name: String
    public var entries: [CodeEntry]
    public init(name: String, entries: [CodeEntry]) {
        self.name = name
        self.entries = entries
    }
    public func entry(_ code: String) -> CodeEntry? { entries.first { $0.code == code } }
    /// The codes of a group, in order.
    public func codes(inGroup group: String) -> [String] { entries.filter { $0.group == group }.map(\.code) }
}

/// One code with its label, group and legal basis.
public struct CodeEntry: Sendable, Equatable {
    public var code: String
    public var label: String
    public var group: String?
    public var basis: LegalBasis?
    public var validity: Validity
    public init(code: String, label: String, group: String? = nil, basis: LegalBasis? = nil, validity: Validity = .always) {
        self.code = code
        self.label = label
        self.group = group
        self.basis = basis
        self.validity = validity
    }
}

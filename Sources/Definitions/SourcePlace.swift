/// A file and line of the catalogue.
public struct SourcePlace: Sendable, Equatable, Hashable, CustomStringConvertible {
    /// Path below the catalogue folder.
    public var file: String
    public var line: Int
    public init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
    public var description: String { "\(file):\(line)" }
}

/// `field` or `rows.field`.
public struct FieldPath: Sendable, Hashable, CustomStringConvertible {
    public var field: String
    public var child: String?
    public init(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1)
        field = parts.first.map(String.init) ?? text
        child = parts.count > 1 ? String(parts[1]) : nil
    }
    public var description: String { child.map { "\(field).\($0)" } ?? field }
}

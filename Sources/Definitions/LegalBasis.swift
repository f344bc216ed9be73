/// A law and an article: written `行政复议法#30`.
public struct LegalBasis: Sendable, Equatable, Hashable, CustomStringConvertible {
    public var law: String
    /// Article number, `64(1)` where a paragraph matters; nil cites the whole text.
    public var article: String?
    public init(law: String, article: String?) {
        self.law = law
        self.article = article
    }
    public init(_ text: String) {
        let parts = text.split(separator: "#", maxSplits: 1).map(String.init)
        law = parts.first ?? text
        article = parts.count > 1 ? parts[1] : nil
    }
    public var description: String { article.map { "\(law)#\($0)" } ?? law }
}

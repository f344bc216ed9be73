/// What a visitor without log-in finds at the head of every page of the open site.
public struct OpenMenu: Sendable {
    /// The first page.
    public var home: Address
    /// Public columns: lists, decisions, consultations, requests, figures, reports.
    public var links: [Menu.Link]
    /// This page in the other language.
    public var otherLanguage: Address
    /// This page in large or again in ordinary type.
    public var otherSize: Address
    public init(home: Address, links: [Menu.Link], otherLanguage: Address, otherSize: Address) {
        self.home = home
        self.links = links
        self.otherLanguage = otherLanguage
        self.otherSize = otherSize
    }
}

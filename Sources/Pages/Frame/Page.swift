import Wording

/// One page inside the frame.
///
/// To add a page: make a value that conforms to this (its stored properties are all it shows, made by Web out of what Casework, Indicators or
/// Reports hand back), write its `<main>` with the components of `Components/`, and let a handler in Web answer
/// `visit.page(YourPage(…))`. Fixed words are cases of an `InterfaceText`, sentences come from `Wording`. A page of the left menu is
/// listed in `Menu.tools` (Web, `Site+Frame.swift`).
public protocol Page: Sendable {
    func title(_ wording: Wording) -> String
    /// Where the page stands, outermost first; the last one is the page itself. Empty for none.
    func crumbs(_ wording: Wording) -> [Crumb]
    /// Whether the title begins with 错误：.
    var hasProblems: Bool { get }
    func write(into html: inout HTML, _ wording: Wording)
}

extension Page {
    public func crumbs(_ wording: Wording) -> [Crumb] { [] }
    public var hasProblems: Bool { false }
}

/// One step of the path to a page.
public struct Crumb: Sendable {
    public var label: String
    public var address: Address?
    public init(_ label: String, _ address: Address? = nil) {
        self.label = label
        self.address = address
    }
}

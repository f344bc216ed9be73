/// A monthly return (月报): what is due from which units by which day, with which figures.
public struct ReturnDefinition: Sendable, Equatable {
    public var name: String
    public init(name: String) { self.name = name }
}

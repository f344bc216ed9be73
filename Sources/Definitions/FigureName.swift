/// An indicator of a register, of the whole district or of some units alone.
public struct FigureName: Sendable, Hashable, Comparable, CustomStringConvertible {
    public var register: String
    public var indicator: String
    /// Units or kinds of unit whose records alone are counted; empty: all.
    public var units: [String]

    public init(register: String, indicator: String, units: [String] = []) {
        self.register = register
        self.indicator = indicator
        self.units = units
    }

    /// From `register.indicator` or `register.indicator@unit+unit`; nil for anything else.
    public init?(_ text: String) {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        let parts = halves[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let units = halves.dropFirst().flatMap { $0.split(separator: "+", omittingEmptySubsequences: false).map(String.init) }
        guard halves.count <= 2, parts.count == 2, (parts + units).allSatisfy({ !$0.isEmpty }) else { return nil }
        self.init(register: parts[0], indicator: parts[1], units: units)
    }

    /// The indicator with its units, as addresses and lists write it: `agreed_cases@town`.
    public var local: String { units.isEmpty ? indicator : "\(indicator)@\(units.joined(separator: "+"))" }

    public var description: String { "\(register).\(local)" }

    public static func < (a: Self, b: Self) -> Bool { (a.register, a.local) < (b.register, b.local) }
}

extension Sequence<UnitDefinition> {
    /// The ids of units that names of units or of kinds of unit stand for.
    public func ids(named names: [String]) -> Set<String> {
        Set(filter { names.contains($0.id) || names.contains($0.kind) }.map(\.id))
    }
}

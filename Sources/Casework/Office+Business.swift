import Access
import Definitions

extension Office {
    /// The registers that are the daily business of a person's units, in the catalogue's order: what stands in the menu.
    ///
    /// Whoever stands at the district itself, or sees all of it, has every register; what the district says of a register goes
    /// before the register's own kinds of unit. Nothing is said of what the person may see.
    public func business(of actor: Actor, in directory: Directory) -> Set<String> {
        let catalogue = catalogue
        let own = actor.posts.union([actor.unit])
        let kinds = Dictionary(directory.units.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
        let parents = Dictionary(directory.units.map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first })
        let isAtTop = own.contains { parents[$0] == .some(nil) }
        guard !isAtTop, !catalogue.registers.contains(where: { actor.scope.units(in: $0.name) == .all }) else {
            return Set(catalogue.registers.map(\.name))
        }
        let above = own.union(own.flatMap { Self.above($0, parents) })
        return Set(
            catalogue.registers.filter { register in
                if let units = district.business[register.name] { return !above.isDisjoint(with: units) }
                return register.business.isEmpty || own.contains { kinds[$0].map(register.business.contains) ?? false }
            }.map(\.name))
    }

    /// The units over a unit.
    private static func above(_ unit: String, _ parents: [String: String?]) -> [String] {
        var found: [String] = []
        var next = parents[unit] ?? nil
        while let current = next, !found.contains(current) {
            found.append(current)
            next = parents[current] ?? nil
        }
        return found
    }
}

/// How many are drawn, and how many people go to each.
public struct DrawRule: Sendable, Hashable {
    public enum Size: Sendable, Hashable {
        /// So many out of the whole list.
        case total(Int)
        /// So many out of each stratum.
        case perStratum(Int)
        /// So many per cent of each stratum, rounded up, at least one.
        case percent(Int)
    }

    public var size: Size
    /// People drawn for each thing drawn: two for an inspection (行政处罚法#42); 0 where none are drawn.
    public var teamSize: Int

    public init(size: Size, teamSize: Int = 0) {
        self.size = size
        self.teamSize = teamSize
    }

    /// How many of a stratum with so many eligible candidates.
    func count(of eligible: Int) -> Int {
        switch size {
        case .total(let count), .perStratum(let count): min(max(count, 0), eligible)
        case .percent(let share): eligible == 0 ? 0 : min(eligible, max(1, (eligible * share + 99) / 100))
        }
    }

    var isStratified: Bool { if case .total = size { false } else { true } }
}

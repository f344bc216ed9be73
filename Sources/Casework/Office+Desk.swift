import Access
import Deadlines
import Definitions
import LegalTime
import Records
import Store

/// One line of 待办: a record with a clock that runs.
public struct DueItem: Sendable {
    public var register: String
    public var record: String
    public var number: String
    /// The record's heading where it is plain, else empty.
    public var title: String
    public var owner: String
    public var run: DeadlineRun
    public var status: ClockStatus
    public var needsConfirmation: Bool
}

extension Office {
    private func scopes(_ actor: Actor) -> [(register: String, units: UnitSet)] {
        catalogue.registers.map { ($0.name, actor.scope.units(in: $0.name)) }
    }

    /// Open clocks of what this person may see, earliest first.
    ///
    /// - Parameter day: the day on which statuses are judged; nil is today.
    public func due(by actor: Actor, on day: Day? = nil, through: Day? = nil, limit: Int = 500) async throws(StoreError)
        -> [DueItem]
    {
        let scopes = scopes(actor)
        let today = day ?? clock.today()
        let present = clock.present
        let district = district.name
        return try await engine.read { session in
            let entries = try RunTable.open(district: district, scopes: scopes, dueThrough: through, limit: limit, in: session)
            return try self.named(entries, today: today, present: present, in: session)
        }
    }

    private func named(_ entries: [RunTable.Entry], today: Day, present: Instant, in session: any Transaction) throws -> [DueItem]
    {
        var names: [String: (number: String, title: String)] = [:]
        for (name, own) in Dictionary(grouping: entries, by: \.register) {
            guard let table = table(name) else { continue }
            let heading = table.layout.register.heading.flatMap { table.layout.register.field($0) }.flatMap {
                $0.personal == nil ? $0 : nil
            }
            for ids in Array(Set(own.map(\.record))).sorted().chunks(of: 400) {
                let statement =
                    Statement(
                        "SELECT id, number, \(heading?.column ?? "NULL") FROM \(table.layout.table) WHERE district = ? AND id IN ",
                        [.text(district.name)])
                    + .list(ids)
                try session.query(statement) { row in names[row.text(0) ?? ""] = (row.text(1) ?? "", row.text(2) ?? "") }
            }
        }
        return entries.map { entry in
            let version = catalogue.clock(entry.run.clock)?.versions.first { $0.from == entry.run.versionFrom }
            return DueItem(
                register: entry.register, record: entry.record, number: names[entry.record]?.number ?? "",
                title: names[entry.record]?.title ?? "",
                owner: entry.owner, run: entry.run,
                status: entry.run.status(today: today, now: present, sense: version?.sense ?? .atMost),
                needsConfirmation: version?.needsConfirmation ?? false)
        }
    }

    /// Open and overdue matters per register, for the menu.
    public func openCounts(by actor: Actor) async throws(StoreError) -> [String: (open: Int, overdue: Int)] {
        let scopes = scopes(actor)
        let today = clock.today()
        let present = clock.present
        let district = district.name
        return try await engine.read { try RunTable.counts(district: district, scopes: scopes, on: today, now: present, in: $0) }
    }

    /// What this person did lately, newest first.
    public func done(by actor: Actor, limit: Int = 50) async throws(StoreError) -> [LogTable.Entry] {
        let district = district.name
        return try await engine.read {
            try LogTable.latest(district: district, actor: actor.account, before: nil, limit: limit, in: $0)
        }
    }
}

extension Array {
    func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}

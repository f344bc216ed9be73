import Access
import Definitions
import LegalTime
import Store

/// A notice as its reader sees it.
public struct Notice: Sendable, Hashable {
    public var id: String
    public var kind: NoticeKind
    public var register: String?
    public var record: String?
    public var number: String?
    public var state: String?
    public var deadline: String?
    public var dueOn: Day?
    public var unit: String?
    public var by: String
    public var at: Instant
    public var isRead: Bool
}

extension Office {
    /// Somebody is told as himself and as each unit where he serves.
    private func reader(_ actor: Actor) -> NoticeTable.Reader {
        NoticeTable.Reader(account: actor.account, units: actor.posts.union([actor.unit]).filter { !$0.isEmpty })
    }

    /// A notice to a unit is for those who may read the unit's records of the register.
    private static func isFor(_ actor: Actor, register: String?, unit: String?) -> Bool {
        guard let register, let unit else { return true }
        return actor.scope.may(.read, in: register, unit: unit)
    }

    /// What somebody is told, unread notices first, then the newest.
    public func notices(by actor: Actor, limit: Int = 300) async throws(StoreError) -> [Notice] {
        let reader = reader(actor)
        let district = district.name
        let entries = try await engine.read { try NoticeTable.entries(for: reader, limit: limit, district: district, in: $0) }
        return entries.compactMap { entry, isRead in
            guard let kind = NoticeKind(rawValue: entry.kind), Self.isFor(actor, register: entry.register, unit: entry.unit)
            else {
                return nil
            }
            return Notice(
                id: entry.id, kind: kind, register: entry.register, record: entry.record, number: entry.number,
                state: entry.state, deadline: entry.deadline, dueOn: entry.dueOn, unit: entry.unit, by: entry.by, at: entry.at,
                isRead: isRead)
        }
    }

    /// How many notices somebody has not read.
    public func unreadNotices(by actor: Actor) async throws(StoreError) -> Int {
        let reader = reader(actor)
        let district = district.name
        let groups = try await engine.read { try NoticeTable.unread(for: reader, district: district, in: $0) }
        return groups.reduce(0) { $0 + (Self.isFor(actor, register: $1.register, unit: $1.unit) ? $1.count : 0) }
    }

    /// Notes that somebody has read some notices; nil: all of his.
    public func markNoticesRead(_ ids: [String]?, by actor: Actor) async throws(StoreError) {
        let reader = reader(actor)
        let district = district.name
        let now = clock.now()
        try await engine.write { session in
            try NoticeTable.markRead(ids, by: reader, at: now, district: district, in: session)
            return .commit(())
        }
    }

    /// The kinds that somebody does not want to be told of.
    public func silencedNotices(by actor: Actor) async throws(StoreError) -> Set<NoticeKind> {
        let district = district.name
        let account = actor.account
        let names = try await engine.read { try NoticeTable.silenced(by: account, district: district, in: $0) }
        return Set(names.compactMap(NoticeKind.init(rawValue:)))
    }

    public func silenceNotices(_ kinds: Set<NoticeKind>, by actor: Actor) async throws(StoreError) {
        let district = district.name
        let account = actor.account
        try await engine.write { session in
            try NoticeTable.silence(Set(kinds.map(\.rawValue)), by: account, district: district, in: session)
            return .commit(())
        }
    }

    /// How long after its due day a deadline is still news.
    private static let lateDays = 30
    /// The longest time before a due day at which a deadline may begin to count as near.
    private static let soonDays = 90

    /// Tells units of deadlines that are near or have passed, each once in each phase and for each due day.
    ///
    /// - Returns: how many notices were made.
    @discardableResult
    public func tellDeadlines() async throws(StoreError) -> Int {
        let today = clock.today()
        let present = clock.present
        let district = district.name
        return try await engine.write { session in
            let runs = try RunTable.running(
                dueFrom: today.adding(days: -Self.lateDays), through: today.adding(days: Self.soonDays), limit: 20_000,
                district: district, in: session)
            let told = try NoticeTable.marks(beginning: "run:", district: district, in: session)
            var fresh: [(NoticeKind, String, RunTable.Entry)] = []
            for entry in runs {
                let kind: NoticeKind
                switch entry.run.status(today: today, now: present, sense: entry.run.sense) {
                case .dueSoon: kind = .dueSoon
                case .overdue: kind = .overdue
                default: continue
                }
                let run = entry.run
                let mark =
                    "run:\(entry.record):\(run.deadline):\(run.row):\(run.occurrence):\(kind.rawValue):\(run.dueOn?.iso ?? "")"
                if !told.contains(mark) { fresh.append((kind, mark, entry)) }
            }
            guard !fresh.isEmpty else { return .rollBack(0) }
            for (name, own) in Dictionary(grouping: fresh, by: \.2.register).sorted(by: { $0.key < $1.key }) {
                let standing = try self.standing(of: own.map(\.2.record), in: name, session)
                for (kind, mark, entry) in own {
                    guard let (number, state) = standing[entry.record] else { continue }
                    try self.notify(
                        NewNotice(
                            kind, to: .unit(entry.owner), register: name, record: entry.record, number: number, state: state,
                            deadline: entry.run.deadline, dueOn: entry.run.dueOn?.iso, mark: mark, by: Self.system), in: session)
                }
            }
            return .commit(fresh.count)
        }
    }

    /// Number and state of records, by id.
    private func standing(of ids: [String], in register: String, _ session: any Transaction) throws -> [String: (
        number: String, state: String
    )] {
        guard let table = table(register) else { return [:] }
        var found: [String: (number: String, state: String)] = [:]
        for some in Array(Set(ids)).sorted().chunks(of: 400) {
            let statement =
                Statement(
                    "SELECT id, number, state FROM \(table.layout.table) WHERE district = ? AND id IN ", [.text(district.name)])
                + .list(some)
            try session.query(statement) { row in found[row.text(0) ?? ""] = (row.text(1) ?? "", row.text(2) ?? "") }
        }
        return found
    }
}

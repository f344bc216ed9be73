import Access
import Deadlines
import Definitions
import LegalTime
import Records
import Store
import Vault

/// What somebody asks a list for; the scope is added by the office.
public struct ListRequest: Sendable {
    public var register: String
    public var condition: Condition
    public var placed: RecordQuery.Placed?
    /// Owning units within the scope.
    public var owners: Set<String>?
    public var text: String?
    public var clocks: [ClockStatus]
    public var sort: RecordQuery.Sort
    public var cursor: RecordQuery.Cursor?
    public var limit: Int
    public var wantsTotal: Bool
    /// Day on which statuses of deadlines are judged; nil is today.
    public var asOf: Day?
    /// What came about after this day is not seen in the conditions; nil sees the records as they stand.
    public var knownThrough: Day?
    /// Of a dated list the day whose items are wanted, as they read then; nil is the list as it stands.
    public var standingOn: Day?

    public init(register: String) {
        self.register = register
        self.condition = .always
        self.placed = nil
        self.owners = nil
        self.text = nil
        self.clocks = []
        self.sort = .registered(descending: true)
        self.cursor = nil
        self.limit = 50
        self.wantsTotal = true
        self.asOf = nil
        self.knownThrough = nil
        self.standingOn = nil
    }
}

/// One page of a list as somebody may see it.
public struct RecordPage: Sendable {
    public var items: [Item]
    public var total: Int?
    public var next: RecordQuery.Cursor?
    public var previous: RecordQuery.Cursor?
    public var references: [String: String]

    public struct Item: Sendable {
        public var record: Record
        /// The clock that is nearest to its due day, or the last that ran.
        public var run: DeadlineRun?
        public var status: ClockStatus?
        /// How many of its rows or acts the list counts; nil where it counts records.
        public var times: Int? = nil
    }
}

extension Office {
    func query(_ request: ListRequest, by actor: Actor) -> RecordQuery? {
        guard let table = table(request.register) else { return nil }
        var query = RecordQuery(
            district: district.name, layout: table.layout, units: actor.scope.units(in: request.register),
            asOf: request.asOf ?? clock.today())
        query.now = request.asOf == nil ? clock.present : nil
        query.knownThrough = request.knownThrough
        query.condition = request.condition
        query.placed = request.placed
        query.owners = request.owners
        query.clocks = request.clocks
        query.sort = request.sort
        query.after = request.cursor
        query.limit = request.limit + 1
        if let text = request.text.map(PlainText.trimmed), !text.isEmpty {
            query.text = text
            query.lookUps = lookUps(text, table.layout.register)
            query.lookUpUnits = actor.scope.unitsInClear(in: request.register)
        }
        return query
    }

    private func lookUps(_ text: String, _ register: RegisterDefinition) -> [RecordQuery.LookUp] {
        register.list.lookUp.flatMap { path -> [RecordQuery.LookUp] in
            guard let form = PersonalFields.form(register.field(at: path)?.personal) else { return [] }
            return keys.lookUpHashes(text, as: form).map { RecordQuery.LookUp(path: path, hash: $0) }
        }
    }

    /// A page of a register within what this person may see; personal values in clear or masked by unit.
    public func list(_ request: ListRequest, by actor: Actor) async throws(StoreError) -> RecordPage {
        guard let table = table(request.register), let query = query(request, by: actor) else {
            return RecordPage(items: [], total: 0, next: nil, previous: nil, references: [:])
        }
        let dialect = engine.dialect
        let today = clock.today()
        let present = clock.present
        return try await engine.read { session in
            if let day = request.standingOn, let rule = table.layout.register.dated {
                return try self.standing(request, on: day, rule: rule, table: table, by: actor, in: session)
            }
            var rows = try table.page(query, dialect: dialect, in: session)
            let isMore = rows.count > request.limit
            let backwards = request.cursor?.isBackwards ?? false
            if isMore { if backwards { rows.removeFirst() } else { rows.removeLast() } }
            let total = request.wantsTotal ? try session.first(query.count(dialect)) { Int($0.integer(0) ?? 0) } : nil
            var records = rows.map(\.record)
            let register = table.layout.register
            if register.fields.contains(where: { $0.personal != nil && $0.type != .rows }) {
                let personal = PersonalFields(keys: self.keys, register: register, district: self.district.name)
                for index in records.indices {
                    let sight = actor.scope.sight(ofPersonalIn: register.name, unit: records[index].owner)
                    records[index].values = try personal.open(records[index].values, record: records[index].id, sight: sight)
                }
            }
            let runs = register.deadlines.isEmpty ? [:] : try self.nearestRuns(records.map(\.id), in: session)
            let references = try self.referenceLabels(records, register: register, actor: actor, in: session)
            let times = try self.times(query, records.map(\.id), in: session)
            let items = records.map { record in
                let run = runs[record.id]
                return RecordPage.Item(
                    record: record, run: run, status: run?.status(today: today, now: present), times: times[record.id])
            }
            func cursor(_ row: (record: Record, key: SQLValue)?, backwards: Bool) -> RecordQuery.Cursor? {
                row.map { RecordQuery.Cursor(value: $0.key, id: $0.record.id, isBackwards: backwards) }
            }
            return RecordPage(
                items: items, total: total, next: backwards || isMore ? cursor(rows.last, backwards: false) : nil,
                previous: (backwards && isMore) || (!backwards && request.cursor != nil)
                    ? cursor(rows.first, backwards: true) : nil,
                references: references)
        }
    }

    private func times(_ query: RecordQuery, _ ids: [String], in session: any Transaction) throws -> [String: Int] {
        guard let statement = query.times(ofRecords: ids, dialect: engine.dialect) else { return [:] }
        let counted = try session.all(statement) { ($0.text(0) ?? "", Int($0.integer(1) ?? 0)) }
        return Dictionary(counted, uniquingKeysWith: { first, _ in first })
    }

    /// Of each record the running clock that is due first, else a paused one, else the one that stopped last.
    private func nearestRuns(_ ids: [String], in session: any Transaction) throws -> [String: DeadlineRun] {
        guard !ids.isEmpty else { return [:] }
        var nearest: [String: DeadlineRun] = [:]
        for entry in try RunTable.runs(ofRecords: ids, district: district.name, in: session) {
            guard let known = nearest[entry.record] else {
                nearest[entry.record] = entry.run
                continue
            }
            if Self.rank(entry.run) < Self.rank(known) { nearest[entry.record] = entry.run }
        }
        return nearest
    }

    private static func rank(_ run: DeadlineRun) -> (Int, String) {
        switch run.phase {
        case .running: (0, run.dueOn?.iso ?? "9")
        case .paused: (1, "")
        case .stopped: (2, run.stoppedOn.map { String(99_999_999 - $0.daysSince1970) } ?? "")
        }
    }

    /// How many records a request finds.
    public func count(_ request: ListRequest, by actor: Actor) async throws(StoreError) -> Int {
        guard let table = table(request.register), let query = query(request, by: actor) else { return 0 }
        if let day = request.standingOn, let rule = table.layout.register.dated {
            return try await engine.read { session in
                try self.standingItems(request, on: day, rule: rule, table: table, by: actor, in: session).count
            }
        }
        let statement = query.count(engine.dialect)
        return try await engine.read { session in try session.first(statement) { Int($0.integer(0) ?? 0) } ?? 0 }
    }
}

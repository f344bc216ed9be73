import Access
import Deadlines
import Definitions
import LegalTime
import Records
import Store
import Vault
import Workflow

/// One record as somebody may see it.
public struct RecordView: Sendable {
    public var record: Record
    public var stamps: [MoveStamp]
    public var clocks: [ClockView]
    /// Moves open to this person.
    public var moves: [OpenMove]
    public var mayEdit: Bool
    public var mayCorrect: Bool
    public var maySeeHistory: Bool
    public var seesPersonal: Bool
    /// Names of the records it refers to, by id.
    public var references: [String: String]
    /// Records that a referral or a gate ties to it.
    public var relations: [Relation] = []
    /// Of an item of a dated list: its versions, the first one first.
    public var versions: [ItemVersion] = []
    /// The units that had it, in order of time.
    public var owners: [OwnerTable.Entry] = []
    /// How the gates of the open moves stand, by the move's name.
    public var gates: [String: [GateStanding]] = [:]
    /// The letters issued and those that may be issued now.
    public var letters: RecordLetters = .none
    /// The draws made and those that may be made now.
    public var draws: RecordDraws = .none
}

/// One clock of a record: running or run, or not yet started.
public struct ClockView: Sendable {
    public var deadline: DeadlineDefinition
    public var run: DeadlineRun?
    public var version: ClockVersion?
    public var status: ClockStatus
    /// The steps by which the due day is reached.
    public var steps: [Step]
}

extension Office {
    /// A record with its clocks and the moves open to this person; nil when it is not there or not his to see.
    public func record(_ name: String, id: String, by actor: Actor) async throws(StoreError) -> RecordView? {
        guard let table = table(name) else { return nil }
        return try await engine.read { session in
            guard let stored = try table.fetch(id: id, district: self.district.name, in: session),
                actor.scope.may(.read, in: name, unit: stored.owner)
            else { return nil }
            return try self.view(stored, table: table, actor: actor, in: session)
        }
    }

    /// Id of the record with a number, if this person may see it.
    public func id(ofNumber number: String, in name: String, by actor: Actor) async throws(StoreError) -> String? {
        guard let table = table(name) else { return nil }
        let district = district.name
        return try await engine.read { session in
            guard let id = try table.id(ofNumber: number, district: district, in: session),
                let record = try table.fetch(id: id, district: district, in: session),
                actor.scope.may(.read, in: name, unit: record.owner)
            else { return nil }
            return id
        }
    }

    private func view(_ stored: Record, table: RecordTable, actor: Actor, in session: any Transaction) throws -> RecordView {
        let register = table.layout.register
        let personal = PersonalFields(keys: keys, register: register, district: district.name)
        let plain = try personal.open(stored.values, record: stored.id, sight: .clear)
        let runs = try RunTable.runs(of: stored.id, district: district.name, in: session)
        let facts = try facts(of: stored, plain: plain, runs: runs, in: session)
        let isEnded = register.state(stored.state)?.isEnd ?? false
        var shown = stored
        let sight = actor.scope.sight(ofPersonalIn: register.name, unit: stored.owner)
        shown.values = sight == .clear ? plain : try personal.open(stored.values, record: stored.id, sight: sight)
        var view = RecordView(
            record: shown, stamps: try noted(facts.stamps, of: stored.id, personal, sight, in: session),
            clocks: clocks(runs, facts: facts),
            moves: actor.scope.may(.move, in: register.name, unit: stored.owner)
                ? Workflow.openMoves(for: facts, on: clock.today()) { roles(of: actor, on: stored, office: $0) } : [],
            mayEdit: !isEnded && actor.scope.may(.edit, in: register.name, unit: stored.owner),
            mayCorrect: actor.scope.may(.correct, in: register.name, unit: stored.owner),
            maySeeHistory: actor.scope.may(.history, in: register.name, unit: stored.owner), seesPersonal: sight == .clear,
            references: try referenceLabels([shown], register: register, actor: actor, in: session))
        view.versions = try versions(of: stored, plain: plain, personal: personal, sight: sight, in: session)
        view.letters = try letters(of: stored, register: register, stamps: facts.stamps, actor: actor, in: session)
        view.draws = try draws(of: stored, register: register, facts: facts, actor: actor, in: session)
        view.relations = try relations(of: stored, register: register, actor: actor, in: session)
        if register.transitions.contains(where: { $0.owner != nil }) {
            view.owners = try OwnerTable.entries(of: stored.id, district: district.name, in: session)
        }
        for move in view.moves where !move.transition.gates.isEmpty {
            view.gates[move.transition.name] = try gates(of: move.transition, for: facts, id: stored.id, in: session)
        }
        return view
    }

    /// The stamps with their notes as this sight shows them.
    private func noted(
        _ stamps: [MoveStamp], of id: String, _ personal: PersonalFields, _ sight: PersonalSight, in session: any Transaction
    ) throws -> [MoveStamp] {
        let notes = try MoveTable.sealedNotes(of: id, district: district.name, in: session)
        return try zip(stamps, notes).map { stamp, kept in
            var stamp = stamp
            stamp.note = try kept.note.flatMap {
                try personal.openNote($0, record: id, sequence: kept.sequence, sight: sight)
            }
            return stamp
        }
    }

    /// What conditions are judged on: values in clear, stamps, and how the clocks stand.
    func facts(of stored: Record, plain: [String: Value], runs: [DeadlineRun]? = nil, in session: any Transaction) throws
        -> RecordFacts
    {
        guard let register = catalogue.register(stored.register) else {
            throw StoreError.unreadableRow(table: stored.register, column: "id")
        }
        let runs = try runs ?? RunTable.runs(of: stored.id, district: district.name, in: session)
        let stamps = try MoveTable.stamps(of: stored.id, district: district.name, in: session)
        return facts(
            of: stored, HeldRecord.Known(plain: plain, stamps: stamps, runs: runs, stored: runs), register: register)
    }

    func facts(of record: Record, _ known: HeldRecord.Known, register: RegisterDefinition) -> RecordFacts {
        let today = clock.today()
        let present = clock.present
        let statuses = Dictionary(grouping: known.runs, by: \.deadline).mapValues {
            Set($0.map { $0.status(today: today, now: present) })
        }
        return RecordFacts(
            register: register, values: known.plain, state: record.state, stamps: known.stamps, deadlines: statuses)
    }

    /// The roles somebody holds over a record in an office; nil is the register's own.
    func roles(of actor: Actor, on stored: Record, office: String?) -> Set<String> {
        Set(actor.scope.roles(in: stored.register, unit: stored.owner, office: office).map(\.rawValue))
    }

    private func clocks(_ runs: [DeadlineRun], facts: RecordFacts) -> [ClockView] {
        let today = clock.today()
        let present = clock.present
        return facts.register.deadlines.flatMap { deadline -> [ClockView] in
            let own = runs.filter { $0.deadline == deadline.name }
            let definition = catalogue.clock(deadline.clock)
            guard !own.isEmpty else {
                let version = definition?.version(on: facts.register.versionDay(of: facts.values) ?? today)
                // A clock that the record's law does not know, or that does not apply, is not shown as waiting.
                guard let version, deadline.applies.holds(for: facts) else { return [] }
                return [ClockView(deadline: deadline, run: nil, version: version, status: .idle, steps: [])]
            }
            return own.map { run in
                let version = definition?.versions.first { $0.from == run.versionFrom }
                let steps = reckoner.explain(deadline, row: run.row, occurrence: run.occurrence, for: facts)?.steps ?? []
                return ClockView(
                    deadline: deadline, run: run, version: version,
                    status: run.status(today: today, now: present, sense: version?.sense ?? .atMost), steps: steps)
            }
        }
    }

    /// Names of the records that some records refer to: the heading where it may be seen, else the number alone.
    func referenceLabels(_ records: [Record], register: RegisterDefinition, actor: Actor, in session: any Transaction) throws
        -> [String: String]
    {
        var labels: [String: String] = [:]
        for path in register.referencePaths {
            guard let field = register.field(at: path) else { continue }
            let ids = Set(
                records.flatMap { record -> [String] in
                    let values =
                        path.child.map { child in (record.values[path.field]?.rows ?? []).map { $0.values[child] } }
                        ?? [record.values[path.field]]
                    return values.flatMap { $0?.list ?? $0?.text.map { [$0] } ?? [] }
                })
            guard !ids.isEmpty, let target = field.target, let table = table(target) else { continue }
            let definition = table.layout.register
            let heading = definition.heading.flatMap { definition.field($0) }
            let personal = PersonalFields(keys: keys, register: definition, district: district.name)
            let column = heading.map(\.column) ?? "number"
            let statement =
                Statement(
                    "SELECT id, number, owner, \(column) FROM \(table.layout.table) WHERE district = ? AND id IN ",
                    [.text(district.name)])
                + .list(ids.sorted())
            try session.query(statement) { row in
                let id = row.text(0) ?? ""
                let number = row.text(1) ?? ""
                let sight = actor.scope.sight(ofPersonalIn: target, unit: row.text(2) ?? "")
                guard let heading, sight != .hidden else { return labels[id] = number }
                guard heading.personal != nil else { return labels[id] = row.text(3) ?? number }
                // A person named in a record that may be seen is shown as the target register would show him.
                let value = try row.blob(3).flatMap { bytes in
                    try personal.open([heading.name: .sealed(bytes)], record: id, sight: sight)[heading.name]
                }
                switch value {
                case .text(let text), .masked(let text): labels[id] = text
                default: labels[id] = number
                }
            }
        }
        return labels
    }
}

extension RegisterDefinition {
    /// The reference fields, those of rows among them.
    fileprivate var referencePaths: [FieldPath] {
        fields.flatMap { field -> [FieldPath] in
            if field.type == .reference || field.type == .references { return [FieldPath(field.name)] }
            return field.fields.filter { $0.type == .reference }.map { FieldPath("\(field.name).\($0.name)") }
        }
    }
}

import Access
import Definitions
import LegalTime
import Records
import Store
import Vault

/// One row from outside, to be tried against the register before anything is written.
public struct Trial: Sendable {
    /// The record it is to change; nil for a new one.
    public var id: String?
    public var input: RecordInput
    /// The fields a change is about.
    public var fields: [String]
    public init(id: String? = nil, input: RecordInput, fields: [String] = []) {
        self.id = id
        self.input = input
        self.fields = fields
    }
}

/// What the trial of a row shows.
public struct Tried: Sendable {
    /// The record's values as they would be, in clear.
    public var values: [String: Value]
    public var owner: String?
    public var problems: [InputProblem]
    public var refusal: ActRefusal?
}

/// Rows on their way in and out: many at once, each under the same policy as one.
extension Office {
    /// Whole records with their child rows, by id, as this person may see them; the others are left out.
    public func records(_ name: String, ids: [String], by actor: Actor) async throws(StoreError) -> [Record] {
        guard let table = table(name) else { return [] }
        return try await engine.read { session in
            try ids.compactMap { try self.shown($0, table, actor, in: session) }
        }
    }

    /// The same by number.
    public func records(_ name: String, numbers: [String], by actor: Actor) async throws(StoreError) -> [Record] {
        guard let table = table(name) else { return [] }
        let district = district.name
        return try await engine.read { session in
            try numbers.compactMap { number in
                guard let id = try table.id(ofNumber: number, district: district, in: session) else { return nil }
                return try self.shown(id, table, actor, in: session)
            }
        }
    }

    private func shown(_ id: String, _ table: RecordTable, _ actor: Actor, in session: any Transaction) throws -> Record? {
        let register = table.layout.register
        guard var record = try table.fetch(id: id, district: district.name, in: session),
            actor.scope.may(.read, in: register.name, unit: record.owner)
        else { return nil }
        record.values = try PersonalFields(keys: keys, register: register, district: district.name).open(
            record.values, record: id, sight: actor.scope.sight(ofPersonalIn: register.name, unit: record.owner))
        return record
    }

    /// Names of the records that these refer to, by id, as in a list.
    public func referenceLabels(of records: [Record], in name: String, by actor: Actor) async throws(StoreError) -> [String:
        String]
    {
        guard let register = catalogue.register(name) else { return [:] }
        return try await engine.read { try self.referenceLabels(records, register: register, actor: actor, in: $0) }
    }

    /// Tries rows as registering or editing would take them; nothing is written.
    public func tried(_ name: String, _ trials: [Trial], by actor: Actor) async throws(StoreError) -> [Tried] {
        guard let table = table(name) else { return [] }
        let register = table.layout.register
        let directory = try await directory()
        return try await engine.read { session in
            let reading = InputReading(office: self, register: register, actor: actor, directory: directory, session: session)
            let personal = PersonalFields(keys: self.keys, register: register, district: self.district.name)
            let mayRegister = !actor.scope.units(for: .register, in: name).isEmpty
            return try trials.map { trial in
                guard let id = trial.id else {
                    let (values, owner, problems) = try self.checked(trial.input, table, actor, reading)
                    return Tried(values: values, owner: owner, problems: problems, refusal: mayRegister ? nil : .notAllowed)
                }
                guard let stored = try table.fetch(id: id, district: self.district.name, in: session),
                    actor.scope.may(.read, in: name, unit: stored.owner)
                else {
                    return Tried(values: [:], owner: nil, problems: [], refusal: .notFound)
                }
                let refusal = self.permission(RecordChange(.edit, revision: stored.revision), stored, actor)
                let plain = try personal.open(stored.values, record: id, sight: .clear)
                let (values, read) = try reading.read(
                    trial.input, fields: trial.fields.compactMap { register.field($0) }, base: plain)
                let owner = try reading.owner(values) ?? stored.owner
                var problems = read
                if owner != stored.owner, !actor.scope.may(.edit, in: name, unit: owner) {
                    problems.append(InputProblem(place: InputPlace(field: register.owner), reason: .notYours))
                }
                problems += try self.versionProblems(
                    .edit, id, given: trial.fields, plain: plain, values: values, register: register, in: session)
                problems += try reading.uniquenessProblems(values, except: id)
                return Tried(values: values, owner: owner, problems: problems, refusal: refusal)
            }
        }
    }

    /// The most child rows that any record within this person's sight has, by rows field.
    public func mostRows(_ name: String, by actor: Actor) async throws(StoreError) -> [String: Int] {
        guard let table = table(name) else { return [:] }
        let units = actor.scope.units(in: name)
        let district = district.name
        return try await engine.read { session in
            var most: [String: Int] = [:]
            for field in table.layout.rowsFields {
                let statement =
                    Statement(
                        """
                        SELECT max(n) FROM (SELECT count(*) AS n FROM \(table.layout.childTable(field)) c \
                        JOIN \(table.layout.table) r ON r.district = c.district AND r.id = c.parent WHERE c.district = ? AND
                        """ + " ", [.text(district)]) + RecordQuery.scope(units, column: "r.owner")
                    + Statement(" GROUP BY c.parent) AS counted")
                most[field.name] = try session.first(statement) { Int($0.integer(0) ?? 0) } ?? 0
            }
            return most
        }
    }

    /// Notes in the log that somebody took records out.
    ///
    /// - Parameter facts: For which system, in which layout.
    public func noteExport(
        _ name: String, records: Int, format: String, facts: [String: String] = [:], by actor: Actor
    ) async throws(StoreError) {
        let own = ["register": name, "records": String(records), "format": format]
        try await note("export", actor: actor.account, facts: own.merging(facts) { own, _ in own })
    }
}

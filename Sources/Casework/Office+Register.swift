import Access
import Deadlines
import Definitions
import LegalTime
import Records
import Store
import Vault

extension Office {
    /// Registers a matter: number, record, stamp, clocks and log entry in one transaction.
    public func register(_ name: String, _ input: RecordInput, uploads: [String: Upload] = [:], by actor: Actor)
        async throws(StoreError) -> ActOutcome
    {
        guard let table = table(name) else { return .refused(.notFound) }
        if uploads.values.contains(where: { $0.bytes.count > Upload.limit }) {
            return .refused(.fileTooLarge(limit: Upload.limit))
        }
        let directory = try await directory()
        return try await engine.write { session in
            let outcome = try self.register(table, input, uploads: uploads, by: actor, directory: directory, in: session)
            if case .done = outcome { return .commit(outcome) }
            return .rollBack(outcome)
        }
    }

    /// The same without writing: the problems that registering would meet (the pre-check of an import).
    public func check(_ name: String, _ inputs: [RecordInput], by actor: Actor) async throws(StoreError) -> [[InputProblem]] {
        guard let table = table(name) else { return [] }
        let directory = try await directory()
        return try await engine.read { session in
            let reading = InputReading(
                office: self, register: table.layout.register, actor: actor, directory: directory, session: session)
            return try inputs.map { try self.checked($0, table, actor, reading).problems }
        }
    }

    /// - Parameter isReferral: A move of another record opens it; then the right to that move is enough.
    func checked(
        _ input: RecordInput, _ table: RecordTable, _ actor: Actor, _ reading: InputReading, isReferral: Bool = false
    ) throws
        -> (values: [String: Value], owner: String?, problems: [InputProblem])
    {
        let register = table.layout.register
        var (values, problems) = try reading.read(input, fields: register.fields)
        let owner = try reading.owner(values)
        if let owner, !isReferral, !actor.scope.may(.register, in: register.name, unit: owner) {
            problems.append(InputProblem(place: InputPlace(field: register.owner), reason: .notYours))
        } else if owner == nil, !problems.contains(where: { $0.place.field == register.owner }) {
            problems.append(InputProblem(place: InputPlace(field: register.owner), reason: .missing))
        }
        problems += try reading.uniquenessProblems(values, except: nil)
        values = values.filter { $0.value != .text("") }
        return (values, owner, problems)
    }

    func register(
        _ table: RecordTable, _ input: RecordInput, uploads: [String: Upload], by actor: Actor, directory: Directory,
        isReferral: Bool = false, in session: any Transaction
    ) throws -> ActOutcome {
        var opened: HeldRecord?
        return try self.register(
            table, input, uploads: uploads, by: actor, directory: directory, isReferral: isReferral, opened: &opened, in: session)
    }

    /// - Parameter opened: The new record, for acts that follow in the same transaction.
    func register(
        _ table: RecordTable, _ input: RecordInput, uploads: [String: Upload], by actor: Actor, directory: Directory,
        isReferral: Bool = false, opened: inout HeldRecord?, in session: any Transaction
    ) throws -> ActOutcome {
        let register = table.layout.register
        guard let start = register.startState else { return .refused(.notAllowed) }
        guard isReferral || !actor.scope.units(for: .register, in: register.name).isEmpty else { return .refused(.notAllowed) }
        let reading = InputReading(office: self, register: register, actor: actor, directory: directory, session: session)
        var input = input
        input.files.merge(try reading.keep(uploads, fields: register.fields)) { _, new in new }
        let (values, owner, problems) = try checked(input, table, actor, reading, isReferral: isReferral)
        guard problems.isEmpty, let owner else { return .problems(problems) }
        let entered = RecordFacts(register: register, values: values, state: start.name, stamps: [])
        if let over = reckoner.extensionProblems(for: entered).first {
            return .refused(.extensionTooLong(field: over.field, over.refusal))
        }

        let now = clock.now()
        let on = values[register.number.yearOf]?.onDay ?? clock.today()
        let serial = try CounterTable.next(register: register.name, year: on.year, district: district.name, in: session)
        let id = identifiers.next(at: now.milliseconds).description
        let number = NumberText.number(register.number.pattern, prefix: district.prefix, year: on.year, serial: serial)
        let personal = PersonalFields(keys: keys, register: register, district: district.name)
        let record = Record(
            id: id, district: district.name, register: register.name, number: number, state: start.name, owner: owner,
            revision: 1,
            values: try personal.seal(values, record: id), createdAt: now, createdBy: actor.account, updatedAt: now,
            updatedBy: actor.account)
        try table.insert(record, in: session)
        let stamp = MoveStamp(transition: "register", from: nil, to: start.name, on: on, at: now, by: actor.account, note: nil)
        try MoveTable.append(stamp, sequence: 1, record: id, register: register.name, district: district.name, in: session)
        try keepVersion(
            of: record, stored: nil, plain: [:], values: values, transition: nil, register: register, in: session)
        let runs = self.runs(of: record, plain: values, stamps: [stamp], register: register)
        if !runs.isEmpty {
            try RunTable.replace(
                runs, over: [], of: id, register: register.name, owner: owner, district: district.name, in: session)
        }
        try LogWriter(keys: keys, district: district.name).append(
            .init(
                actor: actor.account, act: "register", at: now, register: register, record: id, revision: 1,
                facts: ["number": number, "state": start.name, "owner": owner], before: [:], after: values), in: session)
        opened = HeldRecord(
            record, in: table, known: HeldRecord.Known(plain: values, stamps: [stamp], runs: runs, stored: runs))
        return .done(Receipt(id: id, number: number, revision: 1, state: start.name))
    }

    /// How the clocks of a record stand.
    func runs(of record: Record, plain: [String: Value], stamps: [MoveStamp], register: RegisterDefinition) -> [DeadlineRun] {
        guard !register.deadlines.isEmpty else { return [] }
        let facts = RecordFacts(register: register, values: plain, state: record.state, stamps: stamps)
        return reckoner.runs(for: facts, today: clock.today())
    }

    /// The number the next registration of a year would get, for a form to show.
    public func nextNumber(_ name: String, year: Int) async throws(StoreError) -> String? {
        guard let register = catalogue.register(name) else { return nil }
        let district = district
        let serial = try await engine.read { try CounterTable.peek(register: name, year: year, district: district.name, in: $0) }
        return NumberText.number(register.number.pattern, prefix: district.prefix, year: year, serial: serial)
    }
}

extension NumberText {
    /// `{prefix}民调〔{year}〕{serial}号` filled in; the serial without leading zeros (GB/T 9704-2012).
    static func number(_ pattern: String, prefix: String, year: Int, serial: Int64) -> String {
        pattern.replacing("{prefix}", with: prefix).replacing("{year}", with: String(year)).replacing(
            "{serial}", with: String(serial))
    }
}

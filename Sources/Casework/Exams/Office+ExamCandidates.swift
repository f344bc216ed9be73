import Access
import Definitions
import LegalTime
import Store
import Vault

/// A person without an account, as a sheet names him.
public struct CandidateRow: Sendable, Hashable {
    /// Of the sheet, from 1.
    public var row: Int
    public var unit: String
    public var name: String
    /// What tells two people of one name apart; may be empty.
    public var number: String
    public init(row: Int, unit: String, name: String, number: String) {
        self.row = row
        self.unit = unit
        self.name = name
        self.number = number
    }
}

public struct CandidateProblem: Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
        case nameMissing
        case nameTooLong
        case unitMissing
        case unitUnknown(String)
        /// The same person stands in an earlier row.
        case twice(row: Int)
        /// He is on the list already.
        case known
    }
    public var row: Int
    public var reason: Reason
}

public struct AddedCandidates: Sendable, Equatable {
    public var added: Int
    public var problems: [CandidateProblem]
}

/// What is handed to a person without an account.
public struct EntryCode: Sendable, Hashable {
    public var unit: String
    public var name: String
    public var code: String
}

extension Office {
    /// The exam's record, for whoever runs it.
    func runnable(_ register: String, _ id: String, by actor: Actor, in session: any Transaction) throws
        -> Result<(table: RecordTable, rules: ExamRules, exam: ExamDefinition, revision: Int64), ExamRefusal>
    {
        guard let table = table(register), let exam = table.layout.register.exam,
            let stored = try table.fetch(id: id, district: district.name, in: session),
            actor.scope.may(.read, in: register, unit: stored.owner)
        else { return .failure(.notFound) }
        guard runs(stored.owner, table.layout.register, exam, actor) else { return .failure(.notAllowed) }
        return .success((table, ExamRules(stored, table.layout.register, exam), exam, stored.revision))
    }

    func runs(_ unit: String, _ register: RegisterDefinition, _ exam: ExamDefinition, _ actor: Actor) -> Bool {
        if actor.scope.may(.edit, in: register.name, unit: unit) { return true }
        guard let move = exam.results.move.flatMap({ register.transition($0) }) else { return false }
        return !actor.scope.roles(in: register.name, unit: unit, office: move.office).isDisjoint(
            with: move.roles.map(Role.init(rawValue:)))
    }

    /// An act of whoever runs an exam, in one transaction.
    func running<T: Sendable>(
        _ register: String, _ id: String, by actor: Actor,
        _ body: @escaping @Sendable (ExamRules, any Transaction) throws -> Result<T, ExamRefusal>
    ) async throws(StoreError) -> Result<T, ExamRefusal> {
        try await engine.write { session -> Outcome<Result<T, ExamRefusal>> in
            switch try self.runnable(register, id, by: actor, in: session) {
            case .failure(let refusal): return .rollBack(.failure(refusal))
            case .success(let found):
                let result = try body(found.rules, session)
                if case .success = result { return .commit(result) }
                return .rollBack(result)
            }
        }
    }

    func plan(of rules: ExamRules, in session: any Transaction) throws -> ExamPlanTable.Entry {
        if let known = try ExamPlanTable.entry(record: rules.id, district: district.name, in: session) { return known }
        let entry = ExamPlanTable.Entry(record: rules.id, register: rules.register, bank: nil, door: Self.random(8))
        try ExamPlanTable.save(entry, district: district.name, in: session)
        return entry
    }

    /// Letters and digits that nobody takes for one another.
    static func random(_ count: Int) -> String {
        let letters = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ")
        var generator = SystemRandomNumberGenerator()
        return String((0..<count).map { _ in letters[Int.random(in: letters.indices, using: &generator)] })
    }

    /// Chooses the bank that the exam draws from, once and for all as soon as somebody has sat.
    public func setBank(_ bank: String, of id: String, in register: String, by actor: Actor) async throws(StoreError)
        -> Result<ExamPlanTable.Entry, ExamRefusal>
    {
        let now = clock.now()
        return try await running(register, id, by: actor) { rules, session in
            guard let entry = try ExamBankTable.entry(id: bank, district: self.district.name, in: session),
                self.runsExams(of: entry.unit, actor)
            else { return .failure(.notFound) }
            var plan = try self.plan(of: rules, in: session)
            guard !entry.isRetired || plan.bank == bank else { return .failure(.bankRetired) }
            guard try plan.bank == bank || ExamSittingTable.all(of: id, district: self.district.name, in: session).isEmpty else {
                return .failure(.begun)
            }
            plan.bank = bank
            try ExamPlanTable.save(plan, district: self.district.name, in: session)
            try self.log(
                "exam_plan", ["exam": rules.number, "title": entry.title, "edition": String(entry.edition)], by: actor.account,
                at: now, in: session)
            return .success(plan)
        }
    }

    /// Every active account of these units; who is on the list already stays as he is.
    public func addAccounts(of units: Set<String>, to id: String, in register: String, by actor: Actor) async throws(StoreError)
        -> Result<Int, ExamRefusal>
    {
        let now = clock.now()
        return try await running(register, id, by: actor) { rules, session in
            _ = try self.plan(of: rules, in: session)
            let known = Set(try ExamCandidateTable.all(of: id, district: self.district.name, in: session).compactMap(\.account))
            let fresh = try AccountTable.accounts(district: self.district.name, in: session).filter {
                $0.state == .active && units.contains($0.unit) && !known.contains($0.id)
            }
            guard !fresh.isEmpty else { return .failure(.nothingToTake) }
            for account in fresh {
                try ExamCandidateTable.insert(
                    .init(
                        id: self.identifiers.next(at: now.milliseconds).description, record: id, account: account.id,
                        unit: account.unit), district: self.district.name, in: session)
            }
            try self.log(
                "exam_candidates", ["exam": rules.number, "added": String(fresh.count)], by: actor.account, at: now, in: session)
            return .success(fresh.count)
        }
    }

    /// People without an account; rows that are wrong are told and the others taken.
    public func addPersons(_ rows: [CandidateRow], to id: String, in register: String, by actor: Actor) async throws(StoreError)
        -> Result<AddedCandidates, ExamRefusal>
    {
        let now = clock.now()
        let units = try await directory().units
        return try await running(register, id, by: actor) { rules, session in
            _ = try self.plan(of: rules, in: session)
            let district = self.district.name
            var seen = Dictionary(
                try ExamCandidateTable.all(of: id, district: district, in: session).compactMap(\.nameHash).map { ($0, 0) },
                uniquingKeysWith: { first, _ in first })
            var outcome = AddedCandidates(added: 0, problems: [])
            for row in rows {
                func wrong(_ reason: CandidateProblem.Reason) { outcome.problems.append(.init(row: row.row, reason: reason)) }
                if row.name.isEmpty { wrong(.nameMissing); continue }
                if row.name.count > 30 { wrong(.nameTooLong); continue }
                if row.unit.isEmpty { wrong(.unitMissing); continue }
                guard let unit = units.first(where: { $0.label == row.unit || $0.id == row.unit }) else {
                    wrong(.unitUnknown(row.unit))
                    continue
                }
                let hash = self.keys.lookUpHash("\(unit.id)|\(row.name)|\(row.number)", purpose: "exam candidate")
                if let before = seen[hash] {
                    wrong(before == 0 ? .known : .twice(row: before))
                    continue
                }
                seen[hash] = row.row
                let candidate = self.identifiers.next(at: now.milliseconds).description
                try ExamCandidateTable.insert(
                    .init(
                        id: candidate, record: id, unit: unit.id,
                        name: try self.keys.seal(row.name, bound: self.binding(candidate, of: id, in: register)),
                        nameHash: hash), district: district, in: session)
                outcome.added += 1
            }
            if outcome.added > 0 {
                try self.log(
                    "exam_candidates", ["exam": rules.number, "added": String(outcome.added)], by: actor.account, at: now,
                    in: session)
            }
            return .success(outcome)
        }
    }

    func binding(_ candidate: String, of record: String, in register: String) -> Binding {
        // No field's name has a colon in it.
        Binding(district: district.name, register: register, record: record, field: "exam:candidate", row: candidate)
    }

    /// Brings the people who failed or missed another exam onto this one's list, as its resit.
    public func addRetakers(from other: String, to id: String, in register: String, by actor: Actor) async throws(StoreError)
        -> Result<Int, ExamRefusal>
    {
        let now = clock.now()
        return try await running(register, id, by: actor) { rules, session in
            let district = self.district.name
            guard other != id, case .success(let first) = try self.runnable(register, other, by: actor, in: session) else {
                return .failure(.notFound)
            }
            try self.closeDue(at: now, in: session)
            _ = try self.plan(of: rules, in: session)
            let passed = Set(
                try ExamSittingTable.all(of: other, district: district, in: session).filter { $0.isPassed == true }.map(
                    \.candidate))
            let here = try ExamCandidateTable.all(of: id, district: district, in: session)
            let accounts = Set(here.compactMap(\.account))
            let hashes = Set(here.compactMap(\.nameHash))
            var added = 0
            for person in try ExamCandidateTable.all(of: other, district: district, in: session) where !passed.contains(person.id)
            {
                if let account = person.account, accounts.contains(account) { continue }
                if let hash = person.nameHash, hashes.contains(hash) { continue }
                guard person.account != nil || person.name != nil else { continue }
                let candidate = self.identifiers.next(at: now.milliseconds).description
                let name = try person.name.map { sealed in
                    let plain = try self.keys.openText(sealed, bound: self.binding(person.id, of: other, in: register))
                    return try self.keys.seal(plain, bound: self.binding(candidate, of: id, in: register))
                }
                try ExamCandidateTable.insert(
                    .init(
                        id: candidate, record: id, account: person.account, unit: person.unit, name: name,
                        nameHash: person.nameHash, resitOf: other), district: district, in: session)
                added += 1
            }
            guard added > 0 else { return .failure(.nothingToTake) }
            try self.log(
                "exam_candidates", ["exam": rules.number, "added": String(added), "resit_of": first.rules.number],
                by: actor.account, at: now, in: session)
            return .success(added)
        }
    }

    /// New codes for the people without an account who have not sat yet; the codes before them hold no more. Only for whoever sees
    /// their names.
    public func issueCodes(of id: String, in register: String, by actor: Actor) async throws(StoreError)
        -> Result<[EntryCode], ExamRefusal>
    {
        let now = clock.now()
        return try await running(register, id, by: actor) { rules, session in
            let district = self.district.name
            guard actor.scope.sight(ofPersonalIn: register, unit: rules.owner) == .clear else { return .failure(.notAllowed) }
            let begun = Set(try ExamSittingTable.all(of: id, district: district, in: session).map(\.candidate))
            var codes: [EntryCode] = []
            for person in try ExamCandidateTable.all(of: id, district: district, in: session) where !begun.contains(person.id) {
                guard let sealed = person.name else { continue }
                let code = Self.random(12)
                try ExamCandidateTable.setCode(self.codeHash(code), of: person.id, district: district, in: session)
                codes.append(
                    EntryCode(
                        unit: person.unit,
                        name: try self.keys.openText(sealed, bound: self.binding(person.id, of: id, in: register)),
                        code: code))
            }
            guard !codes.isEmpty else { return .failure(.nothingToTake) }
            try self.log(
                "exam_codes", ["exam": rules.number, "codes": String(codes.count)], by: actor.account, at: now, in: session)
            return .success(codes)
        }
    }

    /// Case and the blanks or hyphens of a typed code do not matter.
    func codeHash(_ code: String) -> [UInt8] {
        keys.lookUpHash(code.uppercased().filter { $0.isLetter || $0.isNumber }, purpose: "exam code")
    }
}

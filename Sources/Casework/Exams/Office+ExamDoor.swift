import Access
import LegalTime
import Store

extension Office {
    /// How long a ticket lets somebody in, in milliseconds.
    private static let ticketLife: Int64 = 24 * 3_600_000

    /// The exam behind an entrance; nil where there is none.
    public func exam(atDoor door: String) async throws(StoreError) -> ExamRules? {
        try await engine.read { session in
            guard let plan = try ExamPlanTable.entry(door: door, district: self.district.name, in: session) else { return nil }
            return try self.rules(plan.register, plan.record, in: session)
        }
    }

    func rules(_ register: String, _ id: String, in session: any Transaction) throws -> ExamRules? {
        guard let table = table(register), let exam = table.layout.register.exam,
            let stored = try table.fetch(id: id, district: district.name, in: session)
        else { return nil }
        return ExamRules(stored, table.layout.register, exam)
    }

    /// Lets in whoever has a code of the exam; nil: no such code.
    public func enter(door: String, code: String) async throws(StoreError) -> SessionToken? {
        let now = clock.now()
        let token = SessionToken()
        return try await engine.write { session -> Outcome<SessionToken?> in
            let district = self.district.name
            guard let plan = try ExamPlanTable.entry(door: door, district: district, in: session),
                let person = try ExamCandidateTable.entry(
                    code: self.codeHash(code), of: plan.record, district: district, in: session)
            else { return .rollBack(nil) }
            try ExamTicketTable.insert(token.digest, candidate: person.id, at: now, district: district, in: session)
            return .commit(token)
        }
    }

    /// Lets anybody into a quiz, without a name; nil where the exam is none or is not open.
    public func enterAsGuest(door: String) async throws(StoreError) -> SessionToken? {
        let now = clock.now()
        let token = SessionToken()
        return try await engine.write { session -> Outcome<SessionToken?> in
            let district = self.district.name
            guard let plan = try ExamPlanTable.entry(door: door, district: district, in: session),
                let rules = try self.rules(plan.register, plan.record, in: session), rules.isQuiz,
                rules.closed(at: self.clock.present) == nil
            else { return .rollBack(nil) }
            let candidate = self.identifiers.next(at: now.milliseconds).description
            try ExamCandidateTable.insert(
                .init(id: candidate, record: plan.record, unit: rules.owner), district: district, in: session)
            try ExamTicketTable.insert(token.digest, candidate: candidate, at: now, district: district, in: session)
            return .commit(token)
        }
    }

    /// The candidate whom a ticket belongs to; nil when it is unknown or has run out.
    public func candidate(ticket: SessionToken) async throws(StoreError) -> String? {
        let now = clock.now()
        let digest = ticket.digest
        return try await engine.read { session in
            guard let found = try ExamTicketTable.candidate(digest, district: self.district.name, in: session),
                now.milliseconds - found.at.milliseconds < Self.ticketLife
            else { return nil }
            return found.id
        }
    }
}

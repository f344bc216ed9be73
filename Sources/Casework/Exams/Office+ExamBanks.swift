import Access
import Definitions
import Examination
import LegalTime
import Store

/// An edition of a bank that was taken in.
public struct ImportedBank: Sendable {
    public var entry: ExamBankTable.Entry
    /// How many of its questions stood in the edition before.
    public var known: Int
}

extension Office {
    /// The registers whose records are exams.
    public var examRegisters: [RegisterDefinition] { catalogue.registers.filter { $0.exam != nil } }

    /// Whether somebody looks after exams: he may edit some, or counts their results.
    public func runsExams(_ actor: Actor) -> Bool {
        examRegisters.contains { register in
            if !actor.scope.units(for: .edit, in: register.name).isEmpty { return true }
            guard let move = register.exam?.results.move.flatMap({ register.transition($0) }) else { return false }
            return move.roles.contains {
                !actor.scope.units(holding: Role(rawValue: $0), in: register.name, office: move.office).isEmpty
            }
        }
    }

    /// Whether somebody looks after the exams of a unit. Only then does he see its banks, which hold the answers.
    func runsExams(of unit: String, _ actor: Actor) -> Bool {
        examRegisters.contains { register in register.exam.map { runs(unit, register, $0, actor) } ?? false }
    }

    /// Every edition of the banks that he may see; nil for whoever does not look after exams.
    public func examBanks(by actor: Actor) async throws(StoreError) -> [ExamBankTable.Entry]? {
        guard runsExams(actor) else { return nil }
        let district = district.name
        return try await engine.read { try ExamBankTable.all(district: district, in: $0) }.filter {
            runsExams(of: $0.unit, actor)
        }
    }

    public func examBank(_ id: String, by actor: Actor) async throws(StoreError) -> (ExamBankTable.Entry, [Question])? {
        guard runsExams(actor) else { return nil }
        return try await engine.read { session in
            guard let entry = try ExamBankTable.entry(id: id, district: self.district.name, in: session),
                self.runsExams(of: entry.unit, actor)
            else { return nil }
            return (entry, try self.questions(of: id, in: session))
        }
    }

    /// Takes a bank in as the next edition of its title in the unit of whoever brings it; editions before it stay as they are.
    ///
    /// - Parameter content: the workbook, by whose hash the same file is known again.
    public func importBank(
        _ title: String, fileName: String, content: [UInt8], questions: [Question], by actor: Actor
    ) async throws(StoreError) -> Result<ImportedBank, ExamRefusal> {
        guard runsExams(of: actor.unit, actor) else { return .failure(.notAllowed) }
        guard title.contains(where: { !$0.isWhitespace }) else { return .failure(.titleMissing) }
        guard !questions.isEmpty else { return .failure(.nothingToTake) }
        let hash = ContentHash.hex(content)
        let now = clock.now()
        let id = identifiers.next(at: now.milliseconds).description
        return try await engine.write { session -> Outcome<Result<ImportedBank, ExamRefusal>> in
            let district = self.district.name
            let editions = try ExamBankTable.all(district: district, in: session).filter { $0.unit == actor.unit }
            if let same = editions.first(where: { $0.hash == hash }) {
                return .rollBack(.failure(.sameFile(title: same.title, edition: same.edition)))
            }
            let before = editions.first { $0.title == title }
            let stems = Set(
                try before.map { try ExamBankTable.questions(of: $0.id, district: district, in: session) }?.map(\.stem) ?? [])
            let entry = ExamBankTable.Entry(
                id: id, unit: actor.unit, title: title, edition: (before?.edition ?? 0) + 1, hash: hash, fileName: fileName,
                count: questions.count, by: actor.account, at: now)
            // Papers name a question by its place: what a workbook calls it may stand there twice.
            let kept = questions.enumerated().map { place, question in
                ExamBankTable.Question(
                    id: String(place + 1), kind: question.kind.rawValue, stem: question.stem, options: question.options,
                    right: question.right.sorted(), topic: question.topic, explanation: question.explanation)
            }
            try ExamBankTable.insert(entry, questions: kept, district: district, in: session)
            try self.log(
                "exam_bank", ["title": title, "edition": String(entry.edition), "questions": String(entry.count), "hash": hash],
                by: actor.account, at: now, in: session)
            return .commit(.success(ImportedBank(entry: entry, known: questions.count { stems.contains($0.stem) })))
        }
    }

    /// No exam takes a retired edition any more; those that have it keep it.
    public func retireBank(_ id: String, by actor: Actor) async throws(StoreError) -> ExamRefusal? {
        guard runsExams(actor) else { return .notAllowed }
        let now = clock.now()
        return try await engine.write { session -> Outcome<ExamRefusal?> in
            guard let entry = try ExamBankTable.entry(id: id, district: self.district.name, in: session),
                self.runsExams(of: entry.unit, actor)
            else { return .rollBack(.notFound) }
            if entry.isRetired { return .rollBack(nil) }
            try ExamBankTable.retire(id, district: self.district.name, in: session)
            try self.log(
                "exam_bank_retired", ["title": entry.title, "edition": String(entry.edition)], by: actor.account, at: now,
                in: session)
            return .commit(nil)
        }
    }

    func questions(of bank: String, in session: any Transaction) throws -> [Question] {
        try ExamBankTable.questions(of: bank, district: district.name, in: session).compactMap { kept in
            guard let kind = Question.Kind(rawValue: kept.kind) else { return nil }
            return Question(
                id: kept.id, kind: kind, stem: kept.stem, options: kept.options, right: Set(kept.right), topic: kept.topic,
                explanation: kept.explanation)
        }
    }

    func log(_ act: String, _ facts: [String: String], by actor: String, at now: Instant, in session: any Transaction) throws {
        try LogWriter(keys: keys, district: district.name).append(
            .init(
                actor: actor, act: act, at: now, register: nil, record: "", revision: 0, facts: facts, before: [:], after: [:]),
            in: session)
    }
}

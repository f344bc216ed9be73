import Access
import Deadlines
import Definitions
import Foundation
import LegalTime
import OfficeFormats
import Records
import Store
import Vault

/// Letting a record out and taking it back: proposed by one, released by another, each act in its own transaction and in the log.
extension Office {
    public static let longestCopy = 200_000
    private static let longestNote = 500

    /// How the publication of a record stands, as this person may see it; nil where the register publishes no records, or he may not read this one.
    public func publication(of id: String, in name: String, by actor: Actor) async throws(StoreError) -> PublicationStanding? {
        guard let register = openRegister(name), let table = table(name) else { return nil }
        return try await engine.read { session in
            guard let stored = try table.fetch(id: id, district: self.district.name, in: session),
                actor.scope.may(.read, in: name, unit: stored.owner)
            else { return nil }
            return try self.standing(of: stored, register, table, actor, in: session)
        }
    }

    private func standing(
        of stored: Record, _ register: RegisterDefinition, _ table: RecordTable, _ actor: Actor, in session: any Transaction
    ) throws -> PublicationStanding {
        let publication = register.publication
        let entry = try PublicationTable.entry(register.name, stored.id, district: district.name, in: session)
        let state = entry.flatMap { PublicationState(rawValue: $0.state) }
        let isFit = try isFit(stored, register, in: session)
        let isPublic = try !table.page(openQuery(register, table, id: stored.id), dialect: engine.dialect, in: session).isEmpty
        let mayAct = mayPublish(stored, register, actor)
        let seesHidden = actor.scope.sight(ofPersonalIn: register.name, unit: stored.owner) == .clear
        let isOwn = entry?.by == actor.account
        var within: DeadlineRun?
        if !isPublic, state != .withdrawn, let name = publication.within {
            within = try RunTable.runs(of: stored.id, district: district.name, in: session).last {
                $0.deadline == name && $0.stoppedOn == nil && $0.dueOn != nil
            }
        }
        return PublicationStanding(
            definition: publication, state: state, revision: entry?.revision ?? 0, by: entry?.by, at: entry?.at,
            checker: entry?.checker, day: entry?.day, until: entry?.until,
            reason: entry?.reason.flatMap { WithdrawalReason(rawValue: $0) }, withdrawnOn: entry?.withdrawnOn, within: within,
            isFit: isFit,
            isPublic: isPublic,
            marked: seesHidden && mayAct ? try entry.flatMap { try marked($0, register) } : nil,
            hasCopy: entry?.textHash != nil || entry?.marked != nil,
            mayPublish: mayAct && isFit && !isPublic && !publication.needsRelease
                && (!publication.isAutomatic || state == .withdrawn),
            mayPropose: mayAct && seesHidden && isFit && !isPublic && publication.needsRelease,
            mayRelease: mayAct && seesHidden && isFit && state == .proposed && !isOwn, mayWithdraw: mayAct && isPublic,
            isOwnProposal: state == .proposed && isOwn)
    }

    /// Those who move the register's records, and its coordinators.
    private func mayPublish(_ stored: Record, _ register: RegisterDefinition, _ actor: Actor) -> Bool {
        let movers = Set(register.transitions.flatMap(\.roles)).union([Role.coordinator.rawValue])
        return !roles(of: actor, on: stored, office: nil).isDisjoint(with: movers)
    }

    private func isFit(_ stored: Record, _ register: RegisterDefinition, in session: any Transaction) throws -> Bool {
        guard let table = table(register.name) else { return false }
        var query = openQuery(register, table, id: stored.id)
        // The same condition as on the open site, without asking whether it was published.
        query.publicOnly?.isFitnessOnly = true
        return try !table.page(query, dialect: engine.dialect, in: session).isEmpty
    }

    /// Ids of records that may be public and were never proposed, the oldest first: the list from which somebody works.
    public func awaitingPublication(_ name: String, limit: Int) async throws(StoreError) -> [String] {
        guard let register = openRegister(name), let table = table(name), !register.publication.isAutomatic else { return [] }
        var query = openQuery(register, table)
        query.publicOnly?.isFitnessOnly = true
        query.sort = .registered(descending: false)
        query.limit = limit
        let (wanted, dialect) = (query, engine.dialect)
        return try await engine.read { session in
            try table.page(wanted, dialect: dialect, in: session).map(\.record.id).filter { id in
                try PublicationTable.entry(name, id, district: self.district.name, in: session) == nil
            }
        }
    }

    // MARK: Acts

    /// Publishes a record of which no copy is redacted, or puts back an entry of a list.
    public func publish(_ id: String, in name: String, until: Day? = nil, over revision: Int64, by actor: Actor)
        async throws(StoreError) -> PublicationOutcome
    {
        try await act(id, name, over: revision, by: actor) { stored, register, standing, entry, session in
            guard standing.mayPublish else {
                return .failure(standing.isPublic ? .alreadyPublic : standing.isFit ? .notAllowed : .notFit)
            }
            let today = self.clock.today()
            if let until, until < today { return .failure(.untilPassed) }
            entry.state = PublicationState.published.rawValue
            entry.by = actor.account
            (entry.day, entry.until, entry.reason, entry.withdrawnOn) = (today, until, nil, nil)
            return .success(("publish", ["on": today.iso], [:]))
        }
    }

    /// Hands the redacted copy to whoever checks it.
    public func propose(
        _ text: MarkedText, of id: String, in name: String, until: Day? = nil, over revision: Int64, by actor: Actor
    )
        async throws(StoreError) -> PublicationOutcome
    {
        try await act(id, name, over: revision, by: actor) { stored, register, standing, entry, session in
            guard standing.mayPropose else {
                return .failure(standing.isPublic ? .alreadyPublic : standing.isFit ? .notAllowed : .notFit)
            }
            if let until, until < self.clock.today() { return .failure(.untilPassed) }
            let shown = PlainText.trimmed(text.shown)
            if shown.isEmpty, !register.publication.copies.isEmpty { return .failure(.textMissing) }
            if text.text.count > Self.longestCopy { return .failure(.textTooLong(limit: Self.longestCopy)) }
            let left = try self.left(in: shown, stored, register, in: session)
            if !left.isEmpty { return .failure(.stillPersonal(left)) }
            entry.state = PublicationState.proposed.rawValue
            entry.by = actor.account
            entry.checker = nil
            entry.until = until
            (entry.reason, entry.withdrawnOn, entry.textHash, entry.documentHash) = (nil, nil, nil, nil)
            entry.marked = shown.isEmpty ? nil : try self.keys.seal(text.text, bound: self.copyBinding(entry))
            return .success(("propose_publication", ["marks": String(text.marks)], [:]))
        }
    }

    /// Releases what somebody else proposed, once nothing personal is found in it any more.
    public func release(_ id: String, in name: String, over revision: Int64, by actor: Actor) async throws(StoreError)
        -> PublicationOutcome
    {
        try await act(id, name, over: revision, by: actor) { stored, register, standing, entry, session in
            guard standing.state == .proposed else { return .failure(.changedMeanwhile) }
            guard standing.isFit else { return .failure(.notFit) }
            guard !standing.isOwnProposal else { return .failure(.samePerson) }
            guard standing.mayRelease else { return .failure(.notAllowed) }
            let today = self.clock.today()
            if let until = entry.until, until < today { return .failure(.untilPassed) }
            var facts = ["on": today.iso, "proposed_by": entry.by]
            if let marked = try self.marked(entry, register) {
                let shown = PlainText.trimmed(marked.shown)
                let left = try self.left(in: shown, stored, register, in: session)
                if !left.isEmpty { return .failure(.stillPersonal(left)) }
                entry.textHash = try self.keep(Array(shown.utf8), type: "text/plain", in: session)
                entry.documentHash = try self.keep(try self.document(shown, register), type: Self.documentType, in: session)
                facts["digest"] = entry.textHash
                facts["document"] = entry.documentHash
            }
            entry.state = PublicationState.published.rawValue
            entry.checker = actor.account
            entry.day = today
            return .success(("release_publication", facts, [:]))
        }
    }

    /// Sends a proposed copy back to whoever made it.
    public func sendBack(_ id: String, in name: String, note: String, over revision: Int64, by actor: Actor)
        async throws(StoreError)
        -> PublicationOutcome
    {
        try await act(id, name, over: revision, by: actor) { stored, register, standing, entry, session in
            guard standing.state == .proposed else { return .failure(.changedMeanwhile) }
            guard standing.mayRelease || standing.isOwnProposal else { return .failure(.notAllowed) }
            if note.count > Self.longestNote { return .failure(.noteTooLong(limit: Self.longestNote)) }
            entry.state = PublicationState.returned.rawValue
            entry.checker = actor.account
            return .success(("return_publication", [:], note.isEmpty ? [:] : ["note": note]))
        }
    }

    /// Takes a record back; the public sees the reason, what it said is gone.
    public func withdraw(
        _ id: String, in name: String, reason: WithdrawalReason, note: String = "", over revision: Int64, by actor: Actor
    )
        async throws(StoreError) -> PublicationOutcome
    {
        try await act(id, name, over: revision, by: actor) { stored, register, standing, entry, session in
            guard standing.isPublic else { return .failure(.notPublic) }
            guard standing.mayWithdraw else { return .failure(.notAllowed) }
            if note.count > Self.longestNote { return .failure(.noteTooLong(limit: Self.longestNote)) }
            let today = self.clock.today()
            entry.state = PublicationState.withdrawn.rawValue
            entry.reason = reason.rawValue
            entry.withdrawnOn = today
            return .success(
                (
                    "withdraw_publication", ["reason_class": reason.rawValue, "on": today.iso],
                    note.isEmpty ? [:] : ["note": note]
                ))
        }
    }

    private typealias Act =
        @Sendable (
            Record, RegisterDefinition, PublicationStanding, inout PublicationTable.Entry, any Transaction
        ) throws -> Result<(act: String, facts: [String: String], remarks: [String: String]), Refused>

    private func act(_ id: String, _ name: String, over revision: Int64, by actor: Actor, _ body: @escaping Act)
        async throws(StoreError) -> PublicationOutcome
    {
        guard let register = openRegister(name), let table = table(name) else { return .refused(.notFound) }
        let now = clock.now()
        return try await engine.write { session -> Outcome<PublicationOutcome> in
            guard let stored = try table.fetch(id: id, district: self.district.name, in: session),
                actor.scope.may(.read, in: name, unit: stored.owner)
            else { return .rollBack(.refused(.notFound)) }
            let standing = try self.standing(of: stored, register, table, actor, in: session)
            var entry =
                try PublicationTable.entry(name, id, district: self.district.name, in: session)
                ?? PublicationTable.Entry(register: name, record: id, state: "", by: actor.account, at: now)
            if entry.state.isEmpty { entry.revision = 0 }
            guard entry.revision == revision else { return .rollBack(.refused(.changedMeanwhile)) }
            switch try body(stored, register, standing, &entry, session) {
            case .failure(let refused): return .rollBack(.refused(refused.refusal))
            case .success(let done):
                entry.revision += 1
                entry.at = now
                try PublicationTable.save(entry, district: self.district.name, in: session)
                try LogWriter(keys: self.keys, district: self.district.name).append(
                    .init(
                        actor: actor.account, act: done.act, at: now, register: register, record: id, revision: stored.revision,
                        facts: done.facts, remarks: done.remarks, before: [:], after: [:]), in: session)
                return .commit(.done(PublicationState(rawValue: entry.state) ?? .proposed))
            }
        }
    }

    // MARK: The copy

    /// The text for a first proposal: of the letter or file chosen, with a mark on every personal value found in it.
    public func proposedCopy(_ source: CopySource, of id: String, in name: String, by actor: Actor) async throws(StoreError)
        -> MarkedText?
    {
        guard let register = openRegister(name), let table = table(name),
            let bytes = try await copyText(source, of: id, in: name, by: actor)
        else { return nil }
        return try await engine.read { session in
            guard let stored = try table.fetch(id: id, district: self.district.name, in: session),
                actor.scope.sight(ofPersonalIn: name, unit: stored.owner) == .clear
            else { return nil }
            return try self.personalValues(of: stored, register, in: session).marked(bytes)
        }
    }

    /// A text of somebody's own with the marks that the record's personal values ask for, those that it has kept.
    public func marking(_ text: MarkedText, of id: String, in name: String, by actor: Actor) async throws(StoreError)
        -> MarkedText?
    {
        guard let register = openRegister(name), let table = table(name) else { return nil }
        return try await engine.read { session in
            guard let stored = try table.fetch(id: id, district: self.district.name, in: session),
                actor.scope.sight(ofPersonalIn: name, unit: stored.owner) == .clear
            else { return nil }
            let personal = try self.personalValues(of: stored, register, in: session)
            return MarkedText(
                pieces: text.pieces.flatMap { piece -> [MarkedText.Piece] in
                    if case .plain(let text) = piece { personal.marked(text).pieces } else { [piece] }
                })
        }
    }

    /// What of a record's personal values, or looks like a personal number, still stands in the text that would go out.
    public func personalLeft(in text: String, of id: String, in name: String, by actor: Actor) async throws(StoreError)
        -> [String]
    {
        guard let register = openRegister(name), let table = table(name) else { return [] }
        return try await engine.read { session in
            guard let stored = try table.fetch(id: id, district: self.district.name, in: session),
                actor.scope.sight(ofPersonalIn: name, unit: stored.owner) == .clear
            else { return [] }
            return try self.left(in: text, stored, register, in: session)
        }
    }

    /// Letters and files that a copy can be made of.
    public func copySources(of view: RecordView, in name: String) -> [CopySource] {
        guard let register = openRegister(name) else { return [] }
        return register.publication.copies.flatMap { copy -> [CopySource] in
            if register.letter(copy) != nil {
                return view.letters.issued.filter { $0.name == copy && !$0.isMasked && !$0.isReplaced }.map {
                    CopySource(id: $0.id, name: copy, number: $0.number, isLetter: true)
                }
            }
            guard let file = view.record.values[copy]?.attachment, file.name.lowercased().hasSuffix(".docx") else { return [] }
            return [CopySource(id: file.hash, name: copy, number: nil, isLetter: false)]
        }
    }

    private func copyText(_ source: CopySource, of id: String, in name: String, by actor: Actor) async throws(StoreError)
        -> String?
    {
        let bytes =
            source.isLetter
            ? try await letterFile(source.id, of: id, in: name, by: actor)?.bytes
            : try await file(name, id: id, hash: source.id, by: actor)?.1
        return bytes.flatMap { try? DocumentReader().read(bytes: $0) }?.text
    }

    private func left(in text: String, _ stored: Record, _ register: RegisterDefinition, in session: any Transaction) throws
        -> [String]
    {
        let found = try personalValues(of: stored, register, in: session).found(in: text).map(\.text)
        let characters = Array(text)
        let numbers = NumberFinder.find(in: characters).filter { $0.kind != .landline }.map { String(characters[$0.range]) }
        return found + numbers.filter { !found.contains($0) }
    }

    private func marked(_ entry: PublicationTable.Entry, _ register: RegisterDefinition) throws -> MarkedText? {
        try entry.marked.map { MarkedText(try keys.openText($0, bound: copyBinding(entry))) }
    }

    private func copyBinding(_ entry: PublicationTable.Entry) -> Binding {
        Binding(district: district.name, register: entry.register, record: entry.record, field: "publication:copy")
    }

    func keep(_ bytes: [UInt8], type: String, in session: any Transaction) throws -> String {
        let hash = ContentHash.hex(bytes)
        let sealed = try keys.seal(bytes, bound: Self.contentBinding(hash, district: district.name))
        try AttachmentTable.keep(
            hash: hash, size: Int64(bytes.count), mediaType: type, sealed: sealed, at: clock.now(), district: district.name,
            in: session)
        return hash
    }

    /// The released text as a document; nothing about who made it stands in the file.
    private func document(_ text: String, _ register: RegisterDefinition) throws -> [UInt8] {
        var lines = text.split(whereSeparator: \.isNewline).map { PlainText.trimmed(String($0)) }.filter { !$0.isEmpty }
        var blocks: [OfficeDocument.Block] = []
        if let first = lines.first, first.count <= 40 {
            blocks.append(.title([first]))
            lines.removeFirst()
        }
        blocks += lines.map { .paragraph([.init($0)]) }
        return try DocumentWriter().bytes(
            of: OfficeDocument(
                title: register.label, creator: district.government,
                created: Date(timeIntervalSince1970: TimeInterval(Instant(day: clock.today(), hour: 0).milliseconds / 1000)),
                blocks: blocks))
    }
}

/// A refusal on its way out of an act.
private struct Refused: Error {
    var refusal: PublicationRefusal
}

extension Result where Failure == Refused {
    fileprivate static func failure(_ refusal: PublicationRefusal) -> Self { .failure(Refused(refusal: refusal)) }
}

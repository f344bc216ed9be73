import Access
import Definitions
import LegalTime
import Letters
import OfficeFormats
import Records
import Store
import Vault
import Workflow

extension Office {
    /// The media type of a letter.
    public static let documentType =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    /// Issues a letter of a record: number, files, entry and log in one transaction. An earlier one of the same kind stays.
    ///
    /// - Parameter issued: How often the letter had been issued when the page was shown; nil: no matter.
    public func issue(
        _ letter: String, of id: String, in name: String, after issued: Int? = nil, by actor: Actor
    )
        async throws(StoreError) -> LetterOutcome
    {
        guard let table = table(name) else { return .refused(.notFound) }
        let directory = try await directory()
        return try await engine.write { session in
            let outcome = try self.issue(
                letter, of: id, table: table, after: issued, by: actor, directory: directory, in: session)
            if case .done = outcome { return .commit(outcome) }
            return .rollBack(outcome)
        }
    }

    private func issue(
        _ name: String, of id: String, table: RecordTable, after count: Int?, by actor: Actor,
        directory: Directory,
        in session: any Transaction
    ) throws -> LetterOutcome {
        let register = table.layout.register
        guard let stored = try table.fetch(id: id, district: district.name, in: session),
            actor.scope.may(.read, in: register.name, unit: stored.owner),
            let letter = register.letter(name)
        else { return .refused(.notFound) }
        let stamps = try MoveTable.stamps(of: id, district: district.name, in: session)
        if let refusal = Workflow.refusal(
            of: letter, passed: stored.passed, stamps: stamps,
            roles: roles(of: actor, on: stored, office: nil))
        {
            return .refused(refusal)
        }
        let before = try LetterTable.entries(of: id, district: district.name, in: session).count {
            $0.name == name
        }
        if let count, count != before { return .refused(.issuedMeanwhile) }
        guard let template = catalogue.templates.template(name, of: register.name, in: district.name)
        else {
            return .refused(.noTemplate)
        }

        let now = clock.now()
        let today = clock.today()
        let number = try letter.number.map { pattern in
            let serial = try CounterTable.next(
                register: "\(register.name)/\(name)", year: today.year, district: district.name, in: session
            )
            return NumberText.number(pattern, prefix: district.prefix, year: today.year, serial: serial)
        }
        let sight = actor.scope.sight(ofPersonalIn: register.name, unit: stored.owner)
        let filling = LetterFilling(
            office: self, register: register, actor: actor, directory: directory, session: session,
            letter: letter,
            number: number, now: now, today: today)
        guard let printed = try filling.file(stored, template, sight: .masked) else { return .refused(.nothingToPrint) }
        let masked = try keep(printed, at: now, in: session)
        let clear = sight == .clear ? try filling.file(stored, template, sight: .clear) : nil
        let own = try clear.map { try keep($0, at: now, in: session) } ?? masked
        let isForeign = if case .document = template { true } else { false }
        let entry = LetterTable.Entry(
            id: identifiers.next(at: now.milliseconds).description, record: id, register: register.name,
            name: name,
            number: number, hash: own.hash, size: own.size, maskedHash: masked.hash,
            maskedSize: masked.size,
            isMasked: sight != .clear, isForeign: isForeign, on: today, at: now, by: actor.account)
        try LetterTable.insert(entry, district: district.name, in: session)
        var facts = ["letter": name, "letter_id": entry.id, "digest": own.hash, "on": today.iso]
        if let number { facts["number"] = number }
        if entry.isMasked { facts["masked"] = "true" }
        try LogWriter(keys: keys, district: district.name).append(
            .init(
                actor: actor.account, act: "letter", at: now, register: register, record: id,
                revision: stored.revision,
                facts: facts, before: [:], after: [:]), in: session)
        let letters = try letters(
            of: stored, register: register, stamps: stamps, actor: actor, in: session)
        return letters.issued.last.map { .done($0) } ?? .refused(.notFound)
    }

    private func keep(_ bytes: [UInt8], at now: Instant, in session: any Transaction) throws -> (
        hash: String, size: Int64
    ) {
        let hash = ContentHash.hex(bytes)
        let sealed = try keys.seal(bytes, bound: Self.contentBinding(hash, district: district.name))
        try AttachmentTable.keep(
            hash: hash, size: Int64(bytes.count), mediaType: Self.documentType, sealed: sealed, at: now,
            district: district.name,
            in: session)
        return (hash, Int64(bytes.count))
    }

    static func contentBinding(_ hash: String, district: String) -> Binding {
        Binding(district: district, register: "", record: hash, field: "content")
    }

    /// The letters of a record as somebody who may read it sees them.
    func letters(
        of stored: Record, register: RegisterDefinition, stamps: [MoveStamp], actor: Actor,
        in session: any Transaction
    ) throws -> RecordLetters {
        guard !register.letters.isEmpty || !register.file.isEmpty else { return .none }
        let entries = try LetterTable.entries(of: stored.id, district: district.name, in: session)
        let services =
            entries.isEmpty
            ? [] : try LetterServiceTable.entries(of: stored.id, district: district.name, in: session)
        let held = roles(of: actor, on: stored, office: nil)
        let sight = actor.scope.sight(ofPersonalIn: register.name, unit: stored.owner)
        let issued = try entries.enumerated().map { place, entry in
            let definition = register.letter(entry.name)
            let isClear = sight == .clear && !entry.isMasked
            return IssuedLetter(
                id: entry.id, name: entry.name, number: entry.number, on: entry.on, at: entry.at,
                by: entry.by,
                hash: isClear ? entry.hash : entry.maskedHash,
                size: isClear ? entry.size : entry.maskedSize,
                isMasked: !isClear,
                isReplaced: entries.dropFirst(place + 1).contains { $0.name == entry.name },
                services: try services.filter { $0.letter == entry.id }.map {
                    try service($0, register, sight)
                },
                mayServe: definition.map { $0.hasService && !held.isDisjoint(with: $0.roles) } ?? false,
                isForeign: entry.isForeign)
        }
        let open = register.letters.filter {
            Workflow.refusal(of: $0, passed: stored.passed, stamps: stamps, roles: held) == nil
        }.map { letter in
            RecordLetters.Open(letter: letter, issued: entries.count { $0.name == letter.name })
        }
        return RecordLetters(open: open, issued: issued, hasFile: !register.file.isEmpty)
    }

    private func service(
        _ entry: LetterServiceTable.Entry, _ register: RegisterDefinition, _ sight: PersonalSight
    ) throws
        -> LetterService
    {
        func opened(_ sealed: [UInt8]?, _ field: String, _ mark: PersonalMark) throws -> String? {
            guard let sealed, sight != .hidden else { return nil }
            let text = try keys.openText(
                sealed, bound: serviceBinding(entry.record, entry.id, field, register))
            guard sight != .clear, case .masked(let mask) = Masking.mask(.text(text), as: mark) else {
                return text
            }
            return mask
        }
        return LetterService(
            mode: ServiceMode(rawValue: entry.mode) ?? .direct, on: entry.on, by: entry.by, at: entry.at,
            receiver: try opened(entry.receiver, "receiver", .name),
            note: try opened(entry.note, "note", .freeText))
    }

    /// No field's name has a colon in it.
    private func serviceBinding(
        _ record: String, _ service: String, _ part: String, _ register: RegisterDefinition
    ) -> Binding {
        Binding(
            district: district.name, register: register.name, record: record, field: "service:\(part)",
            row: service)
    }

    /// Writes down how a letter was served; several records of one letter may stand beside each other.
    public func serve(
        _ letter: String, of id: String, in name: String, _ input: ServiceInput, by actor: Actor
    )
        async throws(StoreError) -> LetterOutcome
    {
        guard let table = table(name) else { return .refused(.notFound) }
        return try await engine.write { session in
            let outcome = try self.serve(letter, of: id, table: table, input, by: actor, in: session)
            if case .done = outcome { return .commit(outcome) }
            return .rollBack(outcome)
        }
    }

    private func serve(
        _ letter: String, of id: String, table: RecordTable, _ input: ServiceInput, by actor: Actor,
        in session: any Transaction
    ) throws -> LetterOutcome {
        let register = table.layout.register
        guard let stored = try table.fetch(id: id, district: district.name, in: session),
            actor.scope.may(.read, in: register.name, unit: stored.owner)
        else { return .refused(.notFound) }
        let stamps = try MoveTable.stamps(of: id, district: district.name, in: session)
        let letters = try letters(
            of: stored, register: register, stamps: stamps, actor: actor, in: session)
        guard let issued = letters.issued.first(where: { $0.id == letter }),
            let definition = register.letter(issued.name)
        else {
            return .refused(.notFound)
        }
        guard definition.hasService else { return .refused(.notServed) }
        guard issued.mayServe else { return .refused(.roleMissing(definition.roles)) }
        guard let on = input.on else { return .refused(.serviceDayMissing) }
        if on > clock.today() { return .refused(.serviceDayInFuture) }
        if on < issued.on { return .refused(.serviceBeforeIssue(issued.on)) }
        let receiver = input.receiver.map(PlainText.trimmed).flatMap { $0.isEmpty ? nil : $0 }
        let note = input.note.map(PlainText.trimmed).flatMap { $0.isEmpty ? nil : $0 }
        if let receiver, receiver.count > ServiceInput.longestReceiver {
            return .refused(.receiverTooLong(limit: ServiceInput.longestReceiver))
        }
        if let note, note.count > ServiceInput.longestNote {
            return .refused(.noteTooLong(limit: ServiceInput.longestNote))
        }
        let now = clock.now()
        let entry = identifiers.next(at: now.milliseconds).description
        func sealed(_ text: String?, _ part: String) throws -> [UInt8]? {
            try text.map { try keys.seal($0, bound: serviceBinding(id, entry, part, register)) }
        }
        try LetterServiceTable.insert(
            .init(
                id: entry, letter: letter, record: id, mode: input.mode.rawValue, on: on, by: actor.account,
                at: now,
                receiver: try sealed(receiver, "receiver"), note: try sealed(note, "note")),
            district: district.name, in: session)
        var facts = [
            "letter": issued.name, "letter_id": letter, "mode": input.mode.rawValue, "on": on.iso,
        ]
        if let number = issued.number { facts["number"] = number }
        var remarks: [String: String] = [:]
        if let receiver { remarks["receiver"] = receiver }
        if let note { remarks["note"] = note }
        try LogWriter(keys: keys, district: district.name).append(
            .init(
                actor: actor.account, act: "service", at: now, register: register, record: id,
                revision: stored.revision,
                facts: facts, remarks: remarks, before: [:], after: [:]), in: session)
        let after = try self.letters(
            of: stored, register: register, stamps: stamps, actor: actor, in: session)
        return after.issued.first { $0.id == letter }.map { .done($0) } ?? .refused(.notFound)
    }

    /// The file of a letter as it was issued, masked for those who do not see personal values; reading it in clear is logged.
    public func letterFile(_ letter: String, of id: String, in name: String, by actor: Actor)
        async throws(StoreError) -> (
            letter: IssuedLetter, bytes: [UInt8]
        )?
    {
        guard let view = try await record(name, id: id, by: actor),
            let issued = view.letters.issued.first(where: { $0.id == letter }),
            let bytes = try await content(issued.hash)
        else { return nil }
        if !issued.isMasked {
            try await note(
                "letter_read", actor: actor.account,
                facts: ["record": id, "letter": letter, "hash": issued.hash])
        }
        return (issued, bytes)
    }

    /// A kept content in clear; nil where there is none.
    func content(_ hash: String) async throws(StoreError) -> [UInt8]? {
        let district = district.name
        guard
            let sealed = try await engine.read({
                try AttachmentTable.content(hash: hash, district: district, in: $0)
            })
        else {
            return nil
        }
        return try? keys.open(sealed, bound: Self.contentBinding(hash, district: district))
    }
}

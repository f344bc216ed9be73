import Access
import Definitions
import LegalTime
import Records
import Store
import Vault

extension Office {
    /// The name under which acts of the public stand in the log.
    public static let publicVisitor = "public"

    /// Drafts before the public, those that run first, then the latest ended ones.
    public func consultations(limit: Int = 200) async throws(StoreError) -> [Consultation] {
        try await engine.read { session in
            var found: [Consultation] = []
            for register in self.catalogue.registers {
                guard let definition = register.consultation, let table = self.table(register.name),
                    let from = register.field(definition.from)?.column
                else { continue }
                let ids = try session.all(
                    Statement(
                        "SELECT id FROM \(table.layout.table) WHERE district = ? AND \(from) IS NOT NULL ORDER BY \(from) DESC LIMIT ?",
                        [.text(self.district.name), .integer(Int64(limit))])
                ) { $0.text(0) ?? "" }
                for id in ids {
                    guard let stored = try table.fetch(id: id, district: self.district.name, in: session) else { continue }
                    if case .open(let consultation) = try self.standing(of: stored, register, in: session) {
                        found.append(consultation)
                    }
                }
            }
            return found.sorted { a, b in
                let ranks = (Self.rank(a.phase), Self.rank(b.phase))
                if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
                return ranks.0 == 0 ? a.until < b.until : a.until > b.until
            }
        }
    }

    private static func rank(_ phase: Consultation.Phase) -> Int {
        switch phase {
        case .running: 0
        case .announced: 1
        case .closed: 2
        case .answered: 3
        }
    }

    /// A draft before the public; nil where there is none with that id.
    public func consultation(_ id: String) async throws(StoreError) -> Consultation? {
        try await engine.read { session in try self.publicDraft(id, in: session)?.consultation }
    }

    private func publicDraft(_ id: String, in session: any Transaction) throws -> (consultation: Consultation, stored: Record)? {
        for register in catalogue.registers where register.consultation != nil {
            guard let stored = try table(register.name)?.fetch(id: id, district: district.name, in: session) else { continue }
            if case .open(let consultation) = try standing(of: stored, register, in: session) { return (consultation, stored) }
        }
        return nil
    }

    /// The file of a draft before the public.
    public func draftFile(of id: String) async throws(StoreError) -> (Attachment, [UInt8])? {
        guard let consultation = try await consultation(id), case .file(let file) = consultation.draft,
            let bytes = try await content(file.hash)
        else { return nil }
        return (file, bytes)
    }

    /// Where a record stands with the public, by its state, its days and the law's shortest period.
    func standing(of stored: Record, _ register: RegisterDefinition, in session: any Transaction) throws -> ConsultationStanding {
        guard let definition = register.consultation,
            !Set(definition.openIn).isDisjoint(with: stored.passed + [stored.state])
        else { return .none }
        let values = stored.values
        let title = values[definition.title]?.text
        let from = values[definition.from]?.day
        let until = values[definition.until]?.day
        var draft: Consultation.Draft?
        switch values[definition.draft] {
        case .attachment(let file): draft = .file(file)
        case .text(let text): draft = .text(text)
        default: break
        }
        guard let title, let draft, let from, let until else {
            // A draft that never had days was heard in other ways.
            guard from != nil, definition.openIn.contains(stored.state) else { return .none }
            let missing = [
                title == nil ? definition.title : nil, draft == nil ? definition.draft : nil,
                until == nil ? definition.until : nil,
            ]
            return .faulty([.missing(missing.compactMap(\.self))])
        }
        let today = clock.today()
        let reason = definition.shortenedReason.flatMap { values[$0]?.text }
        let version = definition.minimum.flatMap { catalogue.clock($0)?.version(on: from) }
        let earliest = version.flatMap {
            Reckoning(from: .day(from), term: $0.term, sense: $0.sense, roll: $0.roll).due(by: catalogue.calendar).day
        }
        if let earliest, until < earliest, reason == nil { return .faulty([.tooShort(until: until, earliest: earliest)]) }
        let summary = try ConsultationSummaryTable.entry(of: stored.id, district: district.name, in: session)
        let phase: Consultation.Phase
        if summary != nil {
            phase = .answered
        } else if !definition.openIn.contains(stored.state) || today > until {
            phase = .closed
        } else {
            phase = today < from ? .announced : .running
        }
        return .open(
            Consultation(
                register: register.name, id: stored.id, number: stored.number, unit: stored.owner, title: title,
                explanation: definition.explanation.flatMap { values[$0]?.text }, draft: draft, from: from, until: until,
                shortenedReason: earliest.map { until < $0 } == true ? reason : nil, minimum: version, earliestEnd: earliest,
                phase: phase, summary: summary))
    }

    // MARK: From outside

    /// Takes an opinion in. What was written is sealed; the office sees it, the public does not.
    ///
    /// - Parameter code: made anew, unless an invented district wants to know it.
    public func submit(_ input: OpinionInput, on id: String, code: ReceiptCode = ReceiptCode()) async throws(StoreError)
        -> OpinionOutcome
    {
        let text = PlainText.trimmed(PlainText.unixLines(input.text))
        let name = PlainText.trimmed(input.name)
        let contact = PlainText.trimmed(input.contact)
        if text.isEmpty { return .refused(.textMissing) }
        if text.count > OpinionInput.longestText { return .refused(.textTooLong(text.count)) }
        if name.count > OpinionInput.longestName { return .refused(.nameTooLong) }
        if contact.count > OpinionInput.longestName { return .refused(.contactTooLong) }
        let isClean = ![name, contact, text.replacing("\n", with: "").replacing("\t", with: "")].contains(
            where: PlainText.hasControl)
        guard isClean else { return .refused(.controlCharacter) }
        let form = formHash(input.formToken)
        return try await engine.write { session in
            guard let (consultation, stored) = try self.publicDraft(id, in: session) else {
                return .rollBack(.refused(.notFound))
            }
            guard consultation.phase == .running else {
                return .rollBack(.refused(.closed(consultation.phase, until: consultation.until)))
            }
            guard try !OpinionTable.hasForm(form, district: self.district.name, in: session) else {
                return .rollBack(.refused(.sentAlready))
            }
            let now = self.clock.now()
            let opinion = self.identifiers.next(at: now.milliseconds).description
            func sealed(_ text: String, _ part: String) throws -> [UInt8]? {
                try text.isEmpty
                    ? nil : self.keys.seal(text, bound: self.opinionBinding(consultation.register, id, opinion, part))
            }
            guard let body = try sealed(text, "text") else { return .rollBack(.refused(.textMissing)) }
            try OpinionTable.insert(
                OpinionTable.Entry(
                    id: opinion, register: consultation.register, record: id, codeHash: code.hash(self.keys), formHash: form,
                    kind: input.kind.rawValue, name: try sealed(name, "name"), contact: try sealed(contact, "contact"),
                    text: body, at: self.clock.present), district: self.district.name, in: session)
            try self.log(
                "opinion", by: Self.publicVisitor, on: stored, facts: ["opinion": opinion, "kind": input.kind.rawValue],
                in: session)
            return .commit(.done(code))
        }
    }

    /// No field's name has a colon in it.
    func opinionBinding(_ register: String, _ record: String, _ opinion: String, _ part: String) -> Binding {
        Binding(district: district.name, register: register, record: record, field: "opinion:\(part)", row: opinion)
    }

    func log(
        _ act: String, by account: String, on stored: Record, facts: [String: String], remarks: [String: String] = [:],
        in session: any Transaction
    ) throws {
        try LogWriter(keys: keys, district: district.name).append(
            .init(
                actor: account, act: act, at: clock.now(), register: catalogue.register(stored.register), record: stored.id,
                revision: stored.revision, facts: facts, remarks: remarks, before: [:], after: [:]), in: session)
    }
}

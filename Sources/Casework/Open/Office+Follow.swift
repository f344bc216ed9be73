import Access
import Definitions
import LegalTime
import Records
import Store
import Vault

extension Office {
    /// What a receipt code leads to; nil for a wrong one. Both kinds are always asked for, so that the time of an answer tells nothing.
    public func follow(_ code: ReceiptCode) async throws(StoreError) -> Followed? {
        let hashes = code.hashes(keys)
        return try await engine.read { session in
            let request = try PublicRequestTable.entry(codeHashes: hashes, district: self.district.name, in: session)
            let opinion = try OpinionTable.entry(codeHashes: hashes, district: self.district.name, in: session)
            if let request { return try self.standing(request, in: session).map(Followed.request) }
            guard let opinion else { return nil }
            var consultation: Consultation?
            if let register = self.catalogue.register(opinion.register),
                let stored = try self.table(opinion.register)?.fetch(
                    id: opinion.record, district: self.district.name, in: session),
                case .open(let found) = try self.standing(of: stored, register, in: session)
            {
                consultation = found
            }
            var own = try self.opinion(opinion, sight: .clear)
            // How it was dealt with is told when it is told to everybody.
            if consultation?.summary == nil, own.state != .received {
                own.state = .received
                own.answer = nil
            }
            return .opinion(OpinionStanding(opinion: own, consultation: consultation))
        }
    }

    private func standing(_ entry: PublicRequestTable.Entry, in session: any Transaction) throws -> PublicStanding? {
        guard let (register, request) = publicRequest(entry.request, in: entry.register),
            let stored = try table(register.name)?.fetch(id: entry.record, district: district.name, in: session)
        else { return nil }
        let stamps = try MoveTable.stamps(of: stored.id, district: district.name, in: session)
        var steps: [PublicStanding.Step] = []
        for stamp in stamps {
            guard let shown = request.shown(stamp.to) else { continue }
            if let last = steps.last, request.shown(last.state) == shown { continue }
            steps.append(.init(state: stamp.to, on: stamp.on))
        }
        let present = clock.present
        let today = clock.today()
        let runs = try RunTable.runs(of: stored.id, district: district.name, in: session)
        let clocks = runs.filter { request.clocks.contains($0.deadline) }.map { run in
            PublicStanding.Clock(
                deadline: run.deadline,
                version: catalogue.clock(run.clock)?.versions.first { $0.from == run.versionFrom }, run: run,
                status: run.status(today: today, now: present))
        }
        let supplements = try PublicSupplementTable.entries(of: stored.id, district: district.name, in: session)
        return PublicStanding(
            register: register.name, request: request.name, record: stored.id, number: stored.number, unit: stored.owner,
            state: steps.last?.state ?? stored.state, receivedOn: stamps.first?.on ?? entry.at.day, steps: steps, clocks: clocks,
            answers: try answers(request, stored, register, in: session),
            isAsked: Self.isAsked(request, stored, stamps, supplements), supplements: supplements.map(\.at.day))
    }

    private static func isAsked(
        _ request: PublicRequestDefinition, _ stored: Record, _ stamps: [MoveStamp], _ supplements: [PublicSupplementTable.Entry]
    ) -> Bool {
        request.supplement.contains(stored.state) && !supplements.contains { $0.moves == stamps.count }
    }

    /// The documents that the definition marks for the sender, once the record has come far enough.
    private func answers(
        _ request: PublicRequestDefinition, _ stored: Record, _ register: RegisterDefinition, in session: any Transaction
    ) throws -> [PublicStanding.Answer] {
        guard !Set(request.answers.after).isDisjoint(with: stored.passed) else { return [] }
        var found: [PublicStanding.Answer] = []
        let letters = try LetterTable.entries(of: stored.id, district: district.name, in: session)
        for name in request.answers.letters {
            // The latest one counts; the sender gets his own data in clear, where it was printed so.
            guard let letter = letters.last(where: { $0.name == name }) else { continue }
            found.append(
                .init(
                    key: "letter:\(letter.id)", name: name, number: letter.number, on: letter.on, size: letter.size,
                    hash: letter.hash, mediaType: Self.documentType))
        }
        let personal = PersonalFields(keys: keys, register: register, district: district.name)
        let plain = try personal.open(stored.values, record: stored.id, sight: .clear)
        for name in request.answers.fields {
            guard let file = plain[name]?.attachment else { continue }
            found.append(
                .init(
                    key: "field:\(name)", name: file.name, number: nil, on: nil, size: file.size, hash: file.hash,
                    mediaType: file.mediaType))
        }
        return found
    }

    /// A document for whoever has the code; that it was fetched is logged.
    public func answerFile(_ key: String, for code: ReceiptCode) async throws(StoreError) -> (PublicStanding.Answer, [UInt8])? {
        guard case .request(let standing)? = try await follow(code),
            let answer = standing.answers.first(where: { $0.key == key }), let bytes = try await content(answer.hash)
        else { return nil }
        try await note(
            "answer_fetched", actor: Self.publicVisitor,
            facts: ["record": standing.record, "answer": answer.key, "hash": answer.hash])
        return (answer, bytes)
    }

    /// Takes in what the sender adds where he is asked to, once each time he is asked.
    public func supplement(_ text: String, file: Upload?, for code: ReceiptCode) async throws(StoreError) -> PublicRefusal? {
        let text = PlainText.trimmed(PlainText.unixLines(text))
        if text.isEmpty { return .textMissing }
        if text.count > PublicSupplement.longestText { return .textTooLong(text.count) }
        if PlainText.hasControl(text.replacing("\n", with: "").replacing("\t", with: "")) { return .controlCharacter }
        var mediaType = ""
        if let file {
            guard Int64(file.bytes.count) <= PublicFile.limit else { return .fileTooLarge }
            guard let type = PublicFile.mediaType(name: file.name, bytes: file.bytes) else { return .fileKind }
            mediaType = type
        }
        let hashes = code.hashes(keys)
        let type = mediaType
        return try await engine.write { session -> Outcome<PublicRefusal?> in
            let district = self.district.name
            guard let entry = try PublicRequestTable.entry(codeHashes: hashes, district: district, in: session),
                let (register, request) = self.publicRequest(entry.request, in: entry.register),
                let stored = try self.table(register.name)?.fetch(id: entry.record, district: district, in: session)
            else { return .rollBack(.notFound) }
            let stamps = try MoveTable.stamps(of: stored.id, district: district, in: session)
            let before = try PublicSupplementTable.entries(of: stored.id, district: district, in: session)
            guard Self.isAsked(request, stored, stamps, before) else { return .rollBack(.notAsked) }
            let now = self.clock.now()
            let id = self.identifiers.next(at: now.milliseconds).description
            var hash: String?
            var name: [UInt8]?
            if let file {
                let digest = ContentHash.hex(file.bytes)
                hash = digest
                try AttachmentTable.keep(
                    hash: digest, size: Int64(file.bytes.count), mediaType: type,
                    sealed: try self.keys.seal(file.bytes, bound: Self.contentBinding(digest, district: district)), at: now,
                    district: district, in: session)
                name = try self.keys.seal(
                    String(file.name.suffix(120)), bound: self.supplementBinding(register.name, stored.id, id, "file"))
            }
            try PublicSupplementTable.insert(
                .init(
                    id: id, record: stored.id, moves: stamps.count,
                    text: try self.keys.seal(text, bound: self.supplementBinding(register.name, stored.id, id, "text")),
                    fileHash: hash, fileName: name, fileSize: Int64(file?.bytes.count ?? 0), mediaType: type,
                    at: self.clock.present),
                district: district, in: session)
            var facts = ["supplement": id]
            if let hash { facts["hash"] = hash }
            try self.log("supplement", by: Self.publicVisitor, on: stored, facts: facts, in: session)
            return .commit(nil)
        }
    }
}

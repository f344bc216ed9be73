import Access
import Assessment
import LegalTime
import Store
import Vault

extension Office {
    /// Loads an edition, or a corrected workbook of one as its next revision: what was put to the items stays with their numbers.
    ///
    /// - Parameters:
    ///   - source: the workbook, kept by its content.
    ///   - revision: the revision that the person has seen, 0 for none; nil: no matter.
    public func load(_ edition: Edition, year: Int, source: Upload, over revision: Int64? = nil, by actor: Actor)
        async throws(StoreError) -> AssessmentOutcome<EditionTable.Entry>
    {
        guard mayManageAssessments(actor) else { return .refused(.notAllowed) }
        guard !edition.items.isEmpty else { return .refused(.noItems) }
        guard Self.isPlain(edition.name) else { return .refused(.nameNotPlain) }
        guard !edition.title.allSatisfy(\.isWhitespace) else { return .refused(.titleMissing) }
        guard Int64(source.bytes.count) <= Upload.limit else { return .refused(.fileTooLarge(limit: Upload.limit)) }
        let now = clock.now()
        return try await act { session in
            let district = self.district.name
            let latest = try EditionTable.latest(edition.name, district: district, in: session)
            if let revision, (latest?.revision ?? 0) != revision { return .refused(.conflict) }
            if let latest {
                if latest.isLocked { return .refused(.locked) }
                let items = try self.items(edition.name, revision: latest.revision, in: session)
                if items == edition.items, latest.title == edition.title, latest.year == year {
                    return .refused(.nothingChanged)
                }
            }
            let hash = try self.keepFile(source, at: now, in: session)
            let entry = EditionTable.Entry(
                name: edition.name, revision: (latest?.revision ?? 0) + 1, title: edition.title, source: hash,
                sourceName: source.name, year: year, isLocked: false, by: actor.account, at: now)
            try EditionTable.insert(entry, district: district, in: session)
            try EditionItemTable.insert(
                edition.items.map {
                    EditionItemTable.Entry(
                        first: $0.first, second: $0.second, number: $0.number, text: $0.text, mode: $0.mode?.rawValue,
                        weight: $0.weight)
                }, edition: entry.name, revision: entry.revision, district: district, in: session)
            try self.log(
                "edition_load", edition.name, by: actor, at: now, revision: entry.revision,
                facts: ["title": edition.title, "items": String(edition.items.count), "digest": hash, "year": String(year)],
                in: session)
            return .done(entry)
        }
    }

    /// A locked edition takes nothing any more until it is opened again.
    public func lock(_ name: String, _ isLocked: Bool, by actor: Actor) async throws(StoreError) -> AssessmentOutcome<Bool> {
        guard mayManageAssessments(actor) else { return .refused(.notAllowed) }
        let now = clock.now()
        return try await act { session in
            let district = self.district.name
            guard let entry = try EditionTable.latest(name, district: district, in: session) else { return .refused(.notFound) }
            guard entry.isLocked != isLocked else { return .refused(.nothingChanged) }
            try EditionTable.setLocked(isLocked, name, revision: entry.revision, district: district, in: session)
            try self.log(
                isLocked ? "edition_lock" : "edition_unlock", name, by: actor, at: now, revision: entry.revision, facts: [:],
                in: session)
            return .done(isLocked)
        }
    }

    private static func isPlain(_ name: String) -> Bool {
        !["load", "compare"].contains(name) && (1...40).contains(name.count)
            && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    }

    // MARK: What all acts share

    /// One transaction; a refusal leaves no trace.
    func act<Done: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> AssessmentOutcome<Done>)
        async throws(StoreError) -> AssessmentOutcome<Done>
    {
        try await engine.write { session in
            let outcome = try body(session)
            if case .done = outcome { return .commit(outcome) }
            return .rollBack(outcome)
        }
    }

    /// Seals a file and keeps it by the hash of its content.
    func keepFile(_ upload: Upload, at now: Instant, in session: any Transaction) throws -> String {
        let hash = ContentHash.hex(upload.bytes)
        try AttachmentTable.keep(
            hash: hash, size: Int64(upload.bytes.count), mediaType: upload.mediaType,
            sealed: try keys.seal(upload.bytes, bound: Self.contentBinding(hash, district: district.name)), at: now,
            district: district.name, in: session)
        return hash
    }

    /// An entry of the log under the edition, or under an item of it.
    func log(
        _ act: String, _ edition: String, _ item: String? = nil, by actor: Actor, at now: Instant, revision: Int64 = 0,
        facts: [String: String], remarks: [String: String] = [:], in session: any Transaction
    ) throws {
        var facts = facts
        facts["edition"] = edition
        if let item { facts["item"] = item }
        try LogWriter(keys: keys, district: district.name).append(
            .init(
                actor: actor.account, act: act, at: now, register: nil, record: Self.place(edition, item), revision: revision,
                facts: facts, remarks: remarks, before: [:], after: [:]), in: session)
    }

    static func place(_ edition: String, _ item: String?) -> String { "edition:" + edition + (item.map { "/" + $0 } ?? "") }

    func scoreBinding(_ edition: String, _ item: String, revision: Int64) -> Binding {
        Binding(
            district: district.name, register: "", record: Self.place(edition, item), field: "score:note", row: String(revision))
    }
}

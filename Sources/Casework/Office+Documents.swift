import Access
import Definitions
import LegalTime
import Records
import Store
import Vault

extension Office {
    /// A file of a record, if the record shows it to this person; looking at a personal file is logged.
    public func file(_ name: String, id: String, hash: String, by actor: Actor) async throws(StoreError) -> (Attachment, [UInt8])?
    {
        guard let view = try await record(name, id: id, by: actor), let register = catalogue.register(name) else { return nil }
        var found: (Attachment, isPersonal: Bool)?
        for field in register.fields {
            if let file = view.record.values[field.name]?.attachment, file.hash == hash { found = (file, field.personal != nil) }
            for row in view.record.values[field.name]?.rows ?? [] {
                for child in field.fields {
                    if let file = row.values[child.name]?.attachment, file.hash == hash { found = (file, child.personal != nil) }
                }
            }
        }
        guard let (file, isPersonal) = found else { return nil }
        let district = district.name
        guard let sealed = try await engine.read({ try AttachmentTable.content(hash: hash, district: district, in: $0) }) else {
            return nil
        }
        let binding = Binding(district: district, register: "", record: hash, field: "content")
        guard let bytes = try? keys.open(sealed, bound: binding) else { return nil }
        if isPersonal { try await note("file_read", actor: actor.account, facts: ["record": id, "hash": hash]) }
        return (file, bytes)
    }

    /// What the units wrote for the report of a year.
    public func contributions(year: Int) async throws(StoreError) -> [ContributionTable.Entry] {
        let district = district.name
        return try await engine.read { try ContributionTable.all(year: year, district: district, in: $0) }
    }

    /// Saves a unit's text for a part; false when somebody saved since `revision`, or when it is not this person's to write.
    public func contribute(_ text: String, year: Int, part: String, unit: String, over revision: Int64, by actor: Actor)
        async throws(StoreError) -> Bool
    {
        let district = district.name
        let now = clock.now()
        let keys = keys
        guard mayContribute(for: unit, actor) else { return false }
        return try await engine.write { session in
            guard
                try ContributionTable.save(
                    text, year: year, part: part, unit: unit, over: revision, by: actor.account, at: now, district: district,
                    in: session)
            else { return .rollBack(false) }
            try LogWriter(keys: keys, district: district).append(
                .init(
                    actor: actor.account, act: "contribute", at: now, register: nil, record: "", revision: revision + 1,
                    facts: ["year": String(year), "part": part, "unit": unit, "digest": ContentHash.hex(Array(text.utf8))],
                    before: [:], after: [:]),
                in: session)
            return .commit(true)
        }
    }

    /// A unit's text is written by those who register or edit its matters.
    public func mayContribute(for unit: String, _ actor: Actor) -> Bool {
        catalogue.registers.contains {
            actor.scope.may(.register, in: $0.name, unit: unit) || actor.scope.may(.edit, in: $0.name, unit: unit)
        }
    }

    private static func matches(_ entry: LogTable.Entry) -> Bool {
        guard let chained = try? ChainedEntry(decoding: entry.body) else { return false }
        return chained.sequence == entry.sequence && chained.register == entry.register && chained.record == entry.record
            && chained.actor == entry.actor && chained.act == entry.act && chained.at == entry.at
    }

    /// Walks the district's log chain; nil when it is whole, and how many entries it has.
    public func verifyLog() async throws(StoreError) -> (entries: Int64, finding: ChainFinding?) {
        try await engine.read { session in try self.findLogFault(in: session) }
    }

    func findLogFault(in session: any Transaction) throws -> (entries: Int64, finding: ChainFinding?) {
        var verifier = ChainVerifier(district: district.name)
        var count: Int64 = 0
        var beside: ChainFinding?
        try LogTable.each(district: district.name, in: session) { entry in
            verifier.feed(entry.body, hash: entry.hash)
            count += 1
            // What is kept beside the chained bytes for finding entries must say what they say.
            if beside == nil, !verifier.isBroken, !Self.matches(entry) { beside = .altered(sequence: count) }
        }
        return (count, verifier.finish() ?? beside)
    }
}

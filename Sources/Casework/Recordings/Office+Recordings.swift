import Access
import Definitions
import LegalTime
import Records
import Store
import Vault

/// A recording that somebody may play: its pieces are opened one by one.
public struct RecordingReader: Sendable {
    public let hash: String
    public let name: String
    public let size: Int64
    public let mediaType: String
    let content: String
    let office: Office

    /// The bytes of the piece with an ordinal from 0. - Throws: `StoreError.unreadableRow` where it is missing or altered.
    public func piece(_ ordinal: Int) async throws(StoreError) -> [UInt8] {
        let (content, district) = (content, office.district.name)
        let sealed = try await office.engine.read { session in
            try RecordingTable.piece(ordinal, of: content, district: district, in: session)
        }
        guard let sealed, let bytes = try? office.keys.open(sealed, bound: office.pieceBinding(content, ordinal)) else {
            throw .unreadableRow(table: "recording_piece", column: "body")
        }
        return bytes
    }
}

extension Office {
    /// Largest recording taken where nothing else is set, in bytes.
    public static let recordingLimit: Int64 = 2 * 1024 * 1024 * 1024

    func pieceBinding(_ content: String, _ piece: Int) -> Binding {
        Binding(district: district.name, register: "", record: content, field: "recording", row: String(piece))
    }

    /// Whether somebody may add a recording to a record that he sees: as an edit, or after the end as a correction with a reason.
    public func mayRecord(_ view: RecordView) -> Bool {
        guard let (field, media) = catalogue.register(view.record.register)?.recordingFields else { return false }
        let isPersonal = media.personal != nil || field.fields.contains { $0.personal != nil }
        return (view.mayEdit || view.mayCorrect) && (view.seesPersonal || !isPersonal)
    }

    /// Begins an upload. The caller has seen that this person may add it.
    public func beginRecording(named name: String, limit: Int64 = recordingLimit, by actor: Actor) async throws(StoreError)
        -> RecordingIntake
    {
        let now = clock.now()
        let id = identifiers.next(at: now.milliseconds).description
        let district = district.name
        let plain = String(PlainText.trimmed(name).prefix(120))
        let entry = RecordingUploadTable.Entry(id: id, by: actor.account, at: now, name: plain)
        try await engine.write { session in
            try RecordingUploadTable.insert(entry, district: district, in: session)
            return .commit(())
        }
        return RecordingIntake(id: id, office: self, account: actor.account, name: plain, limit: limit)
    }

    /// Takes away what came of an upload that broke off.
    public func abandonRecording(_ upload: String) async throws(StoreError) {
        let district = district.name
        try await engine.write { session in
            try RecordingTable.removePieces(of: upload, district: district, in: session)
            try RecordingUploadTable.remove(upload, district: district, in: session)
            return .commit(())
        }
    }

    /// An upload of this person that waits for its record.
    public func upload(_ id: String, by actor: Actor) async throws(StoreError) -> RecordingUpload? {
        let district = district.name
        let entry = try await engine.read { try RecordingUploadTable.entry(id, district: district, in: $0) }
        guard let entry, entry.by == actor.account, entry.hash != nil else { return nil }
        return RecordingUpload(entry)
    }

    // MARK: Into the record

    /// Puts an upload into a record by the ordinary act: a new row with what was typed, a row that has no media yet, or the field.
    ///
    /// A further row stands beside what others changed meanwhile; a field that holds one recording is replaced over `revision` only.
    public func attach(_ upload: String, to id: String, in name: String, _ addition: RecordingAddition, by actor: Actor)
        async throws(StoreError) -> RecordingOutcome
    {
        guard let table = table(name) else { return .act(.refused(.notFound)) }
        let directory = try await directory()
        return try await engine.write { session in
            let outcome = try self.attach(upload, to: id, table, addition, by: actor, directory: directory, in: session)
            if case .act(.done) = outcome { return .commit(outcome) }
            return .rollBack(outcome)
        }
    }

    private func attach(
        _ upload: String, to id: String, _ table: RecordTable, _ addition: RecordingAddition, by actor: Actor,
        directory: Directory, in session: any Transaction
    ) throws -> RecordingOutcome {
        let register = table.layout.register
        let district = district.name
        guard let (field, media) = register.recordingFields,
            let stored = try table.fetch(id: id, district: district, in: session)
        else { return .act(.refused(.notFound)) }
        guard let entry = try RecordingUploadTable.entry(upload, district: district, in: session), entry.by == actor.account,
            let hash = entry.hash
        else { return .refused(.uploadGone) }
        let file = Attachment(hash: hash, name: entry.name, size: entry.size ?? 0, mediaType: entry.mediaType ?? "")
        var input = RecordInput()
        var revision = addition.revision
        if field.type == .rows {
            revision = stored.revision
            let rows = stored.values[field.name]?.rows ?? []
            var inputs = rows.map { RowInput(id: $0.id, texts: [:], isKept: true) }
            var place = InputPlace(field: field.name, row: rows.count, child: media.name)
            if let row = addition.row {
                guard let index = rows.firstIndex(where: { $0.id == row }), rows[index].values[media.name] == nil else {
                    return .refused(.rowTaken)
                }
                place.row = index
                if let stamp = stamp(register, rows[index].values) { inputs[index].texts[stamp.field] = stamp.text }
            } else {
                var typed = addition.texts
                if let stamp = stamp(register, typed.filter { !$0.value.isEmpty }) { typed[stamp.field] = stamp.text }
                inputs.append(RowInput(texts: typed))
            }
            input.rows[field.name] = inputs
            input.files[place.key] = file
        } else {
            input.files[field.name] = file
        }
        let change = RecordChange(
            addition.reason.map { .correct(reason: $0) } ?? .edit, revision: revision, input: input, fields: [field.name])
        let outcome = try self.change(table, id: id, change, by: actor, directory: directory, in: session)
        if case .done = outcome {
            try RecordingUseTable.insert(
                .init(record: id, hash: hash, register: register.name, at: clock.now(), by: actor.account), district: district,
                in: session)
            try RecordingUploadTable.remove(upload, district: district, in: session)
        }
        return .act(outcome)
    }

    /// The time of upload for the field that takes it, where it is still empty.
    private func stamp(_ register: RegisterDefinition, _ given: [String: some Any]) -> (field: String, text: String)? {
        guard let field = register.recordings?.storedAt, given[field] == nil else { return nil }
        return (field, String(clock.present.iso.prefix(16)).replacing("T", with: " "))
    }

    // MARK: Playing

    /// A recording of a record for whoever sees the record and the field in clear; looking at a personal one is logged once an hour.
    public func recording(_ name: String, id: String, hash: String, by actor: Actor) async throws(StoreError) -> RecordingReader?
    {
        guard let view = try await record(name, id: id, by: actor), let (field, media) = catalogue.register(name)?.recordingFields
        else { return nil }
        let value = view.record.values[field.name]
        let files =
            field.type == .rows ? (value?.rows ?? []).compactMap { $0.values[media.name]?.attachment } : [value?.attachment]
        guard let file = files.compactMap({ $0 }).first(where: { $0.hash == hash }) else { return nil }
        let district = district.name
        guard let entry = try await engine.read({ try RecordingTable.entry(hash, district: district, in: $0) }) else {
            return nil
        }
        if media.personal != nil, audience.isNew(actor.account, record: id, hash: hash, at: clock.now()) {
            try await note("recording_read", actor: actor.account, facts: ["register": name, "record": id, "hash": hash])
        }
        return RecordingReader(
            hash: hash, name: file.name, size: entry.size, mediaType: entry.mediaType, content: entry.content, office: self)
    }

    /// Takes away what uploads left behind: pieces of those that broke off an hour ago, and media that no record took within a day.
    public func sweepRecordings() async throws(StoreError) {
        let now = clock.now().milliseconds
        let district = district.name
        let hour: Int64 = 3_600_000
        try await engine.write { session in
            for entry in try RecordingUploadTable.entries(
                before: Instant(milliseconds: now - hour), district: district, in: session)
            {
                guard let hash = entry.hash else {
                    try RecordingTable.removePieces(of: entry.id, district: district, in: session)
                    try RecordingUploadTable.remove(entry.id, district: district, in: session)
                    continue
                }
                guard entry.at.milliseconds < now - 24 * hour else { continue }
                try RecordingUploadTable.remove(entry.id, district: district, in: session)
                try RecordingTable.remove(hash, district: district, in: session)
            }
            return .commit(())
        }
    }
}

/// What goes with an upload into the record.
public struct RecordingAddition: Sendable {
    /// What was typed for the new row, by field.
    public var texts: [String: String]
    /// The row that takes the media; nil adds one.
    public var row: String?
    /// Why an ended record is changed; nil is an ordinary edit.
    public var reason: String?
    /// The revision its writer saw.
    public var revision: Int64
    public init(texts: [String: String] = [:], row: String? = nil, reason: String? = nil, revision: Int64) {
        self.texts = texts
        self.row = row
        self.reason = reason
        self.revision = revision
    }
}

public enum RecordingOutcome: Sendable {
    case act(ActOutcome)
    case refused(RecordingRefusal)
}

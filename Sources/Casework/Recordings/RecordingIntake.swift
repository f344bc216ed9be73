import Crypto
import LegalTime
import Store
import Vault

/// A recording on its way in: pieces are sealed and written as they come, so that one piece at most is in memory.
///
/// Whoever begins an intake ends it with `finish()` or `abandon()`; one that nobody ends is swept away after an hour.
public struct RecordingIntake {
    /// Bytes of a piece; the last one may be shorter.
    public static let pieceLength = 1024 * 1024

    public let id: String
    private let office: Office
    private let account: String
    private let name: String
    private let limit: Int64
    private var digest = SHA256()
    private var waiting: [UInt8] = []
    private var pieces = 0
    private var size: Int64 = 0
    private var kind: MediaKind?

    init(id: String, office: Office, account: String, name: String, limit: Int64) {
        self.id = id
        self.office = office
        self.account = account
        self.name = name
        self.limit = limit
        waiting.reserveCapacity(Self.pieceLength)
    }

    /// Takes the next bytes. A refusal ends the intake: what was written is gone.
    public mutating func feed(_ bytes: some Collection<UInt8>) async throws(StoreError) -> RecordingRefusal? {
        size += Int64(bytes.count)
        guard size <= limit else { return try await refuse(.tooLarge(limit: limit)) }
        waiting.append(contentsOf: bytes)
        if kind == nil, waiting.count >= MediaKind.headLength {
            kind = MediaKind(head: waiting)
            if kind == nil { return try await refuse(.notMedia) }
        }
        while waiting.count >= Self.pieceLength {
            let piece = Array(waiting[..<Self.pieceLength])
            waiting.removeSubrange(..<Self.pieceLength)
            try await write(piece)
        }
        return nil
    }

    /// The upload is whole: what is there already by the same hash is not kept twice.
    public mutating func finish() async throws(StoreError) -> Result<RecordingUpload, RecordingRefusal> {
        guard size > 0 else { return .failure(try await refuse(.empty)) }
        guard let kind = kind ?? MediaKind(head: waiting) else { return .failure(try await refuse(.notMedia)) }
        if !waiting.isEmpty { try await write(waiting) }
        let hash = ContentHash.hex(of: digest.finalize())
        let now = office.clock.now()
        let district = office.district.name
        var entry = RecordingUploadTable.Entry(
            id: id, by: account, at: now, name: name, hash: hash, size: size, mediaType: kind.mediaType)
        entry = try await office.engine.write { [entry] session in
            var entry = entry
            if let known = try RecordingTable.entry(hash, district: district, in: session) {
                try RecordingTable.removePieces(of: entry.id, district: district, in: session)
                entry.mediaType = known.mediaType
            } else {
                try RecordingTable.insert(
                    .init(
                        hash: hash, content: entry.id, size: entry.size ?? 0, mediaType: entry.mediaType ?? "", at: now,
                        by: entry.by), district: district, in: session)
            }
            try RecordingUploadTable.finish(entry, district: district, in: session)
            return .commit(entry)
        }
        return .success(RecordingUpload(entry))
    }

    /// The upload was cut: its pieces are taken away.
    public func abandon() async throws(StoreError) { try await office.abandonRecording(id) }

    private func refuse(_ refusal: RecordingRefusal) async throws(StoreError) -> RecordingRefusal {
        try await abandon()
        return refusal
    }

    private mutating func write(_ piece: [UInt8]) async throws(StoreError) {
        digest.update(data: piece)
        let (id, ordinal, office) = (id, pieces, office)
        pieces += 1
        let now = office.clock.now()
        try await office.engine.write { session in
            let sealed = try office.keys.seal(piece, bound: office.pieceBinding(id, ordinal))
            try RecordingTable.insert(sealed, piece: ordinal, of: id, district: office.district.name, in: session)
            try RecordingUploadTable.touch(id, at: now, district: office.district.name, in: session)
            return .commit(())
        }
    }
}

/// Media that have come in whole and wait for their record.
public struct RecordingUpload: Sendable, Hashable {
    public var id: String
    public var name: String
    public var hash: String
    public var size: Int64
    public var mediaType: String

    init(_ entry: RecordingUploadTable.Entry) {
        id = entry.id
        name = entry.name
        hash = entry.hash ?? ""
        size = entry.size ?? 0
        mediaType = entry.mediaType ?? ""
    }
}

/// Why a recording is not taken.
public enum RecordingRefusal: Error, Sendable, Hashable {
    /// Nothing was sent.
    case empty
    case tooLarge(limit: Int64)
    /// Neither sound nor pictures of a kind that browsers play.
    case notMedia
    /// The upload is no longer there, or was somebody else's.
    case uploadGone
    /// The row has its recording already, or is no longer there.
    case rowTaken
}

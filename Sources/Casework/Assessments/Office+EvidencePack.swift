import Access
import LegalTime
import Store

extension Office {
    /// The content of a file that an edition showed to somebody; nil where it was not shown. One entry of the log stands for all
    /// files of a pack (`notePack`).
    public func evidenceContent(_ link: ItemLink) async throws(StoreError) -> [UInt8]? {
        guard case .file(let file) = link.kind, file.name != nil else { return nil }
        return try await content(file.hash)
    }

    /// Somebody takes the evidence pack of an edition out.
    public func notePack(_ edition: String, entries: Int, by actor: Actor) async throws(StoreError) {
        try await note("evidence_pack", actor: actor.account, facts: ["edition": edition, "entries": String(entries)])
    }
}

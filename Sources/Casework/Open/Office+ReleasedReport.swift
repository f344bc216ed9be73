import Access
import Definitions
import LegalTime
import Store
import Vault

/// An annual report as it was released: it stays as it was on that day, whatever becomes of the figures.
public struct ReleasedReport: Sendable, Hashable {
    public var year: Int
    public var title: String
    public var on: Day
    public var by: String
    /// Paragraph by paragraph: `# ` before a part, `## ` before a section.
    public var text: String
}

extension Office {
    /// The released reports, the newest year first, with their texts.
    public func releasedReports() async throws(StoreError) -> [ReleasedReport] {
        try await engine.read { session in
            try ReleasedReportTable.all(district: self.district.name, in: session).filter { $0.withdrawnOn == nil }.map { entry in
                ReleasedReport(
                    year: entry.year, title: entry.title, on: entry.on, by: entry.by,
                    text: try self.kept(entry.textHash, in: session).map { String(decoding: $0, as: UTF8.self) } ?? "")
            }
        }
    }

    /// The file of a released report.
    public func releasedDocument(year: Int) async throws(StoreError) -> [UInt8]? {
        try await engine.read { session in
            guard
                let entry = try ReleasedReportTable.all(district: self.district.name, in: session).first(where: {
                    $0.year == year && $0.withdrawnOn == nil
                })
            else { return nil }
            return try self.kept(entry.documentHash, in: session)
        }
    }

    /// The report of a year is released by the coordinator, who sees the whole district.
    public func mayReleaseReport(_ actor: Actor) -> Bool {
        guard let root = district.units.first(where: { $0.parent == nil })?.id else { return false }
        return catalogue.registers.contains {
            actor.scope.roles(in: $0.name, unit: root).contains(.coordinator) && actor.scope.units(in: $0.name) == .all
        }
    }

    /// Releases a report; one released before is replaced. False where this person may not.
    public func releaseReport(year: Int, title: String, text: String, document: [UInt8], by actor: Actor) async throws(StoreError)
        -> Bool
    {
        guard mayReleaseReport(actor) else { return false }
        let now = clock.now()
        let today = clock.today()
        return try await engine.write { session in
            let entry = ReleasedReportTable.Entry(
                year: year, title: title, textHash: try self.keep(Array(text.utf8), type: "text/plain", in: session),
                documentHash: try self.keep(document, type: Self.documentType, in: session), on: today, at: now, by: actor.account
            )
            try ReleasedReportTable.save(entry, district: self.district.name, in: session)
            try self.note(
                "release_report", ["year": String(year), "digest": entry.textHash, "document": entry.documentHash], actor,
                in: session)
            return .commit(true)
        }
    }

    /// Takes a released report back.
    public func withdrawReport(year: Int, by actor: Actor) async throws(StoreError) -> Bool {
        guard mayReleaseReport(actor) else { return false }
        return try await engine.write { session in
            guard
                var entry = try ReleasedReportTable.all(district: self.district.name, in: session).first(where: {
                    $0.year == year && $0.withdrawnOn == nil
                })
            else { return .rollBack(false) }
            entry.withdrawnOn = self.clock.today()
            try ReleasedReportTable.save(entry, district: self.district.name, in: session)
            try self.note("withdraw_report", ["year": String(year)], actor, in: session)
            return .commit(true)
        }
    }

    private func note(_ act: String, _ facts: [String: String], _ actor: Actor, in session: any Transaction) throws {
        try LogWriter(keys: keys, district: district.name).append(
            .init(
                actor: actor.account, act: act, at: clock.now(), register: nil, record: "", revision: 0, facts: facts,
                before: [:],
                after: [:]), in: session)
    }
}

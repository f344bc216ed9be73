import Access
import Assessment
import Definitions
import LegalTime
import Records
import Store

extension Office {
    // MARK: Who may

    /// Whoever has any register before him may look at assessments; administrators may not.
    public func maySeeAssessments(_ actor: Actor) -> Bool { !actor.scope.visibleRegisters.isEmpty }

    /// The coordinator of the whole district, and the command line on the office's own database.
    public func mayManageAssessments(_ actor: Actor) -> Bool {
        actor.account == Self.system || holds(.coordinator, everywhere: actor)
    }

    /// Reviewers and the coordinator; never whoever gave the self-score.
    public func mayReviewItems(_ actor: Actor) -> Bool {
        holds(.reviewer, everywhere: actor) || holds(.coordinator, everywhere: actor)
    }

    private func holds(_ role: Role, everywhere actor: Actor) -> Bool {
        guard let root = district.units.first(where: { $0.parent == nil })?.id else { return false }
        return catalogue.registers.contains { actor.scope.roles(in: $0.name, unit: root).contains(role) }
    }

    /// The responsible unit's own people put figures and evidence to its items: those who write in its registers.
    private func mayAnswer(for unit: String?, _ actor: Actor, tree: [String: String?]) -> Bool {
        guard let unit, actor.account != Self.system else { return false }
        var above: String? = unit
        var seen: Set<String> = []
        while let current = above, current != actor.unit, seen.insert(current).inserted { above = tree[current] ?? nil }
        return above == actor.unit && mayContribute(for: unit, actor)
    }

    // MARK: Reading

    /// The editions of the office, the latest revision of each.
    public func editions(by actor: Actor) async throws(StoreError) -> [EditionState] {
        guard maySeeAssessments(actor) else { return [] }
        return try await engine.read { session in
            try EditionTable.all(district: self.district.name, in: session).map { try self.state($0, actor, in: session) }
        }
    }

    /// One edition; nil where there is none or it is not this person's to see.
    public func edition(_ name: String, by actor: Actor) async throws(StoreError) -> EditionState? {
        guard maySeeAssessments(actor) else { return nil }
        return try await engine.read { session in
            guard let entry = try EditionTable.latest(name, district: self.district.name, in: session) else { return nil }
            return try self.state(entry, actor, in: session)
        }
    }

    /// Every revision of an edition, the newest first.
    public func editionRevisions(_ name: String, by actor: Actor) async throws(StoreError) -> [EditionTable.Entry] {
        guard maySeeAssessments(actor) else { return [] }
        let district = district.name
        return try await engine.read { try EditionTable.revisions(of: name, district: district, in: $0) }
    }

    /// The items of one revision.
    public func editionItems(_ name: String, revision: Int64, by actor: Actor) async throws(StoreError) -> [EditionItem] {
        guard maySeeAssessments(actor) else { return [] }
        return try await engine.read { try self.items(name, revision: revision, in: $0) }
    }

    func items(_ name: String, revision: Int64, in session: any Transaction) throws -> [EditionItem] {
        try EditionItemTable.items(of: name, revision: revision, district: district.name, in: session).map { entry in
            EditionItem(
                first: entry.first, second: entry.second, number: entry.number, text: entry.text,
                mode: entry.mode.flatMap(EditionItem.Mode.init(rawValue:)), weight: entry.weight)
        }
    }

    func state(_ entry: EditionTable.Entry, _ actor: Actor, in session: any Transaction) throws -> EditionState {
        let district = district.name
        let items = try items(entry.name, revision: entry.revision, in: session)
        let tree = Dictionary(
            try UnitTable.all(district: district, in: session).map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first }
        )
        let duties = Dictionary(
            grouping: try ItemDutyTable.entries(of: entry.name, district: district, in: session), by: \.item)
        let scores = Dictionary(
            grouping: try ItemScoreTable.entries(of: entry.name, district: district, in: session), by: \.item)
        let links = Dictionary(grouping: try ItemLinkTable.entries(of: entry.name, district: district, in: session), by: \.item)
        let mayManage = mayManageAssessments(actor)
        let mayReview = mayReviewItems(actor)
        let seesAll = mayManage || mayReview || holds(.leader, everywhere: actor)
        let states = try items.map { item in
            let own = duties[item.number] ?? []
            let duty = own.last
            let answers = mayAnswer(for: duty?.unit, actor, tree: tree)
            let seesWork = seesAll || answers
            let all = try (links[item.number] ?? []).compactMap { try link($0, seesWork: seesWork, actor, in: session) }
            return ItemState(
                item: item, unit: duty?.unit, isExempt: duty?.isExempt ?? false, links: all.filter { $0.removedAt == nil },
                removed: all.filter { $0.removedAt != nil },
                scores: try (scores[item.number] ?? []).map { try score($0, entry.name, seesNote: seesWork) }, duties: own,
                mayEdit: !entry.isLocked && (mayManage || answers), mayReview: !entry.isLocked && mayReview,
                seesWork: seesWork)
        }
        let numbers = Set(items.map(\.number))
        var leftBehind: [String: Int] = [:]
        for (item, own) in links where !numbers.contains(item) {
            let kept = own.count { $0.removedAt == nil }
            if kept > 0 { leftBehind[item] = kept }
        }
        for (item, own) in scores where !numbers.contains(item) { leftBehind[item, default: 0] += own.count }
        return EditionState(
            entry: entry, edition: Edition(name: entry.name, title: entry.title, items: items), items: states,
            leftBehind: leftBehind, mayManage: mayManage)
    }

    private func score(_ entry: ItemScoreTable.Entry, _ edition: String, seesNote: Bool) throws -> ItemScore {
        let note = try entry.note.flatMap { sealed in
            seesNote
                ? try keys.openText(sealed, bound: scoreBinding(edition, entry.item, revision: entry.revision)) : nil
        }
        return ItemScore(
            revision: entry.revision, isReview: entry.isReview, score: entry.score, note: note, by: entry.by, at: entry.at)
    }

    private func link(_ entry: ItemLinkTable.Entry, seesWork: Bool, _ actor: Actor, in session: any Transaction) throws
        -> ItemLink?
    {
        let kind: ItemLink.Kind
        switch entry.kind {
        case "figure":
            guard let register = entry.register, let indicator = entry.target else { return nil }
            var target: FigureTarget?
            if let comparison = entry.comparison.flatMap(FigureTarget.Comparison.init(rawValue:)), let units = entry.targetUnits {
                target = FigureTarget(comparison, units: units, decimals: entry.targetDecimals ?? 0)
            }
            kind = .figure(
                FigureLink(
                    FigureName(register: register, indicator: indicator), year: entry.year ?? district.year, unit: entry.unit,
                    target: target))
        case "record":
            guard let register = entry.register, let id = entry.target else { return nil }
            let record = try table(register)?.fetch(id: id, district: district.name, in: session)
            kind = .record(
                EvidenceRecord(
                    register: register, id: id, number: record?.number ?? "", unit: record?.owner ?? "",
                    state: record?.state ?? "",
                    mayOpen: record.map { actor.scope.may(.read, in: register, unit: $0.owner) } ?? false))
        default:
            guard let hash = entry.hash else { return nil }
            kind = .file(
                EvidenceFile(
                    hash: hash, name: seesWork ? entry.fileName : nil, size: entry.size ?? 0, mediaType: entry.mediaType ?? ""))
        }
        return ItemLink(
            id: entry.id, item: entry.item, kind: kind, by: entry.by, at: entry.at, removedBy: entry.removedBy,
            removedAt: entry.removedAt)
    }
}

import Access
import Assessment
import LegalTime
import Store

/// Two editions beside each other.
public struct EditionPair: Sendable {
    public var old: EditionState
    public var new: EditionState
    public var mapping: EditionMapping
    /// Whether somebody has set the mapping; else it is the one suggested by numbers and texts.
    public var isSet: Bool
}

extension Office {
    /// Two editions with their mapping; nil where one is not there.
    public func editionPair(_ old: String, _ new: String, by actor: Actor) async throws(StoreError) -> EditionPair? {
        guard maySeeAssessments(actor), old != new else { return nil }
        return try await engine.read { session in
            let district = self.district.name
            guard let first = try EditionTable.latest(old, district: district, in: session),
                let second = try EditionTable.latest(new, district: district, in: session)
            else { return nil }
            let states = (try self.state(first, actor, in: session), try self.state(second, actor, in: session))
            let kept = try EditionMappingTable.mapping(from: old, to: new, district: district, in: session)
            return EditionPair(
                old: states.0, new: states.1,
                mapping: kept.map(EditionMapping.init(forward:)) ?? .suggested(from: states.0.edition, to: states.1.edition),
                isSet: kept != nil)
        }
    }

    /// Sets which items go on in which; the whole mapping at once.
    public func map(_ mapping: EditionMapping, from old: String, to new: String, by actor: Actor) async throws(StoreError)
        -> AssessmentOutcome<Int>
    {
        guard mayManageAssessments(actor) else { return .refused(.notAllowed) }
        guard old != new else { return .refused(.sameEdition) }
        let now = clock.now()
        return try await act { session in
            let district = self.district.name
            guard let first = try EditionTable.latest(old, district: district, in: session),
                let second = try EditionTable.latest(new, district: district, in: session)
            else { return .refused(.notFound) }
            if second.isLocked { return .refused(.locked) }
            let known = (
                Set(try self.items(old, revision: first.revision, in: session).map(\.number)),
                Set(try self.items(new, revision: second.revision, in: session).map(\.number))
            )
            let forward = mapping.forward.filter { !$0.value.isEmpty }
            for (from, targets) in forward.sorted(by: { $0.key < $1.key }) {
                if !known.0.contains(from) { return .refused(.unknownItem(from)) }
                if let other = targets.first(where: { !known.1.contains($0) }) { return .refused(.unknownItem(other)) }
            }
            try EditionMappingTable.replace(
                forward, from: old, to: new, by: actor.account, at: now, district: district, in: session)
            let pairs = forward.values.reduce(0) { $0 + $1.count }
            try self.log(
                "edition_mapping", new, by: actor, at: now, facts: ["from": old, "pairs": String(pairs)], in: session)
            return .done(pairs)
        }
    }

    /// Carries figures, records, files and responsible units over to the new edition's items, once; scores are the new edition's to
    /// give. How many links were carried.
    public func carry(from old: String, to new: String, by actor: Actor) async throws(StoreError) -> AssessmentOutcome<Int> {
        guard mayManageAssessments(actor) else { return .refused(.notAllowed) }
        let now = clock.now()
        return try await act { session in
            let district = self.district.name
            guard let first = try EditionTable.latest(old, district: district, in: session),
                let second = try EditionTable.latest(new, district: district, in: session)
            else { return .refused(.notFound) }
            if second.isLocked { return .refused(.locked) }
            guard let forward = try EditionMappingTable.mapping(from: old, to: new, district: district, in: session) else {
                return .refused(.nothingChanged)
            }
            let source = try self.state(first, actor, in: session)
            let target = try self.state(second, actor, in: session)
            let links = Dictionary(
                grouping: try ItemLinkTable.entries(of: old, district: district, in: session).filter { $0.removedAt == nil },
                by: \.item)
            var there = Set(
                try ItemLinkTable.entries(of: new, district: district, in: session).filter { $0.removedAt == nil }.map(Self.key))
            var carried = 0
            for item in source.items {
                for number in forward[item.item.number] ?? [] {
                    guard let into = target.item(number), !into.isExempt else { continue }
                    for link in links[item.item.number] ?? [] {
                        var copy = link
                        copy.id = self.identifiers.next(at: now.milliseconds).description
                        copy.item = number
                        copy.by = actor.account
                        copy.at = now
                        // A figure is the new edition's year's.
                        if copy.kind == "figure" { copy.year = second.year }
                        guard there.insert(Self.key(copy)).inserted else { continue }
                        try ItemLinkTable.insert(copy, edition: new, district: district, in: session)
                        carried += 1
                    }
                    if into.unit == nil, let unit = item.unit {
                        let known = try ItemDutyTable.entries(of: new, district: district, in: session).contains {
                            $0.item == number && $0.unit != nil
                        }
                        guard !known else { continue }
                        try ItemDutyTable.append(
                            .init(item: number, unit: unit, isExempt: false, by: actor.account, at: now), edition: new,
                            district: district, in: session)
                    }
                }
            }
            try self.log("edition_carry", new, by: actor, at: now, facts: ["from": old, "links": String(carried)], in: session)
            return .done(carried)
        }
    }

    /// What makes a link the same as another one at the same item.
    private static func key(_ link: ItemLinkTable.Entry) -> String {
        [
            link.item, link.kind, link.register ?? "", link.target ?? "", link.year.map { String($0) } ?? "", link.unit ?? "",
            link.hash ?? "",
        ].joined(separator: "\u{1F}")
    }
}

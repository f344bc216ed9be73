/// A relation between figures as the rules find it; members are indices of figures.
struct FoundRelation: Sendable {
    let kind: Relation.Kind
    let members: [Int]
    let verdict: Relation.Verdict
    let says: String
    /// What to report, when there is something.
    var report: Report?

    struct Report: Sendable {
        let rule: Rule
        let severity: Severity
        let remark: Remark
        /// The figure at which the finding is shown.
        let anchor: Int
    }
}

/// The relations found so far. A relation that holds speaks against a weaker one that does not.
struct Ledger: Sendable {
    private(set) var relations: [FoundRelation] = []
    /// The relations that each figure is a member of.
    private var byMember: [Int: [Int]] = [:]

    private mutating func add(_ relation: FoundRelation) {
        for member in relation.members { byMember[member, default: []].append(relations.count) }
        relations.append(relation)
    }

    private func relations(of index: Int) -> [FoundRelation] { (byMember[index] ?? []).map { relations[$0] } }

    mutating func holds(_ kind: Relation.Kind, _ members: [Int], _ says: String) {
        add(FoundRelation(kind: kind, members: members, verdict: .ok, says: says))
    }

    mutating func unknown(_ kind: Relation.Kind, _ members: [Int], _ says: String) {
        add(FoundRelation(kind: kind, members: members, verdict: .unknown, says: says))
    }

    mutating func reports(
        _ kind: Relation.Kind, _ members: [Int], _ says: String, rule: Rule, severity: Severity, remark: Remark, anchor: Int
    ) {
        add(
            FoundRelation(
                kind: kind, members: members, verdict: severity == .hint ? .hint : .fail, says: says,
                report: .init(rule: rule, severity: severity, remark: remark, anchor: anchor)))
    }

    /// Whether a figure is a member of a relation of this kind that holds.
    func isHeld(_ index: Int, kinds: Set<Relation.Kind>) -> Bool {
        relations(of: index).contains { $0.verdict == .ok && kinds.contains($0.kind) }
    }

    /// Whether a figure is a member of a relation that was reported.
    func isReported(_ index: Int) -> Bool { relations(of: index).contains { $0.report != nil } }

    func holds(together members: [Int]) -> Bool {
        guard let first = members.first else { return false }
        return relations(of: first).contains { relation in
            relation.verdict == .ok && members.allSatisfy { relation.members.contains($0) }
        }
    }
}

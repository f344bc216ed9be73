import Access
import Definitions
import LegalTime
import Store

extension Office {
    /// The name of the document in the database; in the files it is `districts/<name>/local.yaml`.
    static let localRulesDocument = "local"

    /// Lays what the office has settled about values of the law over the files; what does not fit them any more is returned.
    @discardableResult
    public func readLocalRules() async throws(StoreError) -> [DefinitionProblem] {
        let district = district.name
        let entry = try await engine.read {
            try OverlayTable.latest(Self.localRulesDocument, district: district, in: $0)
        }
        guard let entry else {
            see(filed)
            return []
        }
        let (rules, problems) = parsed(entry)
        see(filed.laying(rules))
        return problems
    }

    /// The rules as they stand in the database, with the revision that a change has to name (0: nothing settled yet).
    public func localRules() async throws(StoreError) -> (rules: LocalRules, revision: Int64) {
        let district = district.name
        let entry = try await engine.read {
            try OverlayTable.latest(Self.localRulesDocument, district: district, in: $0)
        }
        return entry.map { (parsed($0).rules, $0.revision) } ?? (.none, 0)
    }

    /// Every revision of the document, newest first.
    public func localRulesHistory() async throws(StoreError) -> [OverlayTable.Entry] {
        let district = district.name
        return try await engine.read { try OverlayTable.all(Self.localRulesDocument, district: district, in: $0) }
    }

    /// The document as the file `districts/<name>/local.yaml`, the rules of such a file among the catalogue's included; nil where
    /// nothing is settled in the database.
    public func localRulesFile() async throws(StoreError) -> (path: String, text: String)? {
        let rules = try await localRules().rules
        guard !rules.isEmpty else { return nil }
        var whole = filed.localRules[district.name] ?? .none
        for version in rules.versions { whole = whole.setting(version) }
        whole.parameters.merge(rules.parameters) { _, new in new }
        return ("districts/\(district.name)/local.yaml", whole.text)
    }

    /// Which running deadlines a change would move; nothing is written.
    public func preview(_ change: LocalRuleChange, by actor: Actor) async throws(StoreError) -> LocalRuleOutcome {
        guard actor.scope.administers(.catalogue) else { return .refused(.notAllowed) }
        return try await engine.read { session in
            let entry = try OverlayTable.latest(Self.localRulesDocument, district: self.district.name, in: session)
            switch change.applied(to: entry.map { self.parsed($0).rules } ?? .none, in: self.filed) {
            case .failure(let refused): return .refused(refused.refusal)
            case .success(let rules):
                let seen = self.seenDefinitions(of: self.filed.laying(rules))
                return .moves(try self.open(under: seen, in: session).flatMap(\.moved), revision: entry?.revision ?? 0)
            }
        }
    }

    /// Settles a value: the next revision of the document, one line of the log, and the running deadlines reckoned anew.
    ///
    /// - Parameter revision: The revision that the person has seen; another one is a conflict.
    public func settle(_ change: LocalRuleChange, over revision: Int64, by actor: Actor) async throws(StoreError)
        -> LocalRuleOutcome
    {
        guard actor.scope.administers(.catalogue) else { return .refused(.notAllowed) }
        let now = clock.now()
        let outcome = try await engine.write { session -> Outcome<(LocalRuleOutcome, SeenDefinitions?)> in
            let district = self.district.name
            let entry = try OverlayTable.latest(Self.localRulesDocument, district: district, in: session)
            guard (entry?.revision ?? 0) == revision else { return .rollBack((.refused(.conflict), nil)) }
            let rules: LocalRules
            switch change.applied(to: entry.map { self.parsed($0).rules } ?? .none, in: self.filed) {
            case .failure(let refused): return .rollBack((.refused(refused.refusal), nil))
            case .success(let changed): rules = changed
            }
            try OverlayTable.keep(
                rules.text, revision: revision + 1, of: Self.localRulesDocument, by: actor.account, at: now, district: district,
                in: session)
            var facts = change.facts(in: self.catalogue)
            facts["digest"] = ContentHash.hex(Array(rules.text.utf8))
            try LogWriter(keys: self.keys, district: district).append(
                .init(
                    actor: actor.account, act: "local_rule", at: now, register: nil, record: "", revision: revision + 1,
                    facts: facts, before: [:], after: [:]), in: session)
            let seen = self.seenDefinitions(of: self.filed.laying(rules))
            let moved = try self.store(self.open(under: seen, in: session), at: now, in: session)
            return .commit((.moves(moved, revision: revision + 1), seen))
        }
        if let seen = outcome.1 { see(seen) }
        return outcome.0
    }

    private func parsed(_ entry: OverlayTable.Entry) -> (rules: LocalRules, problems: [DefinitionProblem]) {
        LocalRules.read(entry.text, file: "districts/\(district.name)/local.yaml", in: filed)
    }
}

import Access
import Assessment
import LegalTime
import Store

extension Office {
    /// Gives an item its self-score; an earlier review falls with it.
    ///
    /// - Parameters:
    ///   - score: in hundredths of a point.
    ///   - revision: the last score that the person has seen, 0 for none; nil: no matter.
    public func score(
        _ item: String, of edition: String, _ score: Int, note: String, over revision: Int64? = nil, by actor: Actor
    ) async throws(StoreError) -> AssessmentOutcome<Int64> {
        try await give(item, of: edition, score, note: note, isReview: false, over: revision, by: actor) { state in
            state.mayEdit ? nil : .notAllowed
        }
    }

    /// Reviews the self-score of an item: another person, and with a reason where points are taken off.
    public func review(
        _ item: String, of edition: String, _ score: Int, note: String, over revision: Int64? = nil, by actor: Actor
    ) async throws(StoreError) -> AssessmentOutcome<Int64> {
        try await give(item, of: edition, score, note: note, isReview: true, over: revision, by: actor) { state in
            guard state.mayReview else { return .notAllowed }
            guard let own = state.selfScore else { return .notScored }
            if own.by == actor.account { return .samePerson }
            return score < own.score && note.allSatisfy(\.isWhitespace) ? .noteMissing : nil
        }
    }

    private func give(
        _ item: String, of edition: String, _ score: Int, note: String, isReview: Bool, over revision: Int64?, by actor: Actor,
        _ refusal: @escaping @Sendable (ItemState) -> AssessmentRefusal?
    ) async throws(StoreError) -> AssessmentOutcome<Int64> {
        let now = clock.now()
        return try await act { session in
            let (state, why) = try self.open(edition, item, actor, in: session)
            guard let state else { return .refused(why) }
            if let refusal = refusal(state) { return .refused(refusal) }
            if state.isExempt { return .refused(.exempt) }
            if let revision, revision != state.revision { return .refused(.conflict) }
            guard score >= 0 else { return .refused(.notAScore(Score.text(score))) }
            if let weight = state.item.weight, score > weight { return .refused(.scoreAboveWeight(weight)) }
            let next = state.revision + 1
            let isBlank = note.allSatisfy(\.isWhitespace)
            let sealed =
                isBlank ? nil : try self.keys.seal(note, bound: self.scoreBinding(edition, item, revision: next))
            try ItemScoreTable.append(
                .init(item: item, revision: next, isReview: isReview, score: score, note: sealed, by: actor.account, at: now),
                edition: edition, district: self.district.name, in: session)
            try self.log(
                isReview ? "item_review" : "item_score", edition, item, by: actor, at: now, revision: next,
                facts: ["score": Score.text(score)], remarks: isBlank ? [:] : ["note": note], in: session)
            return .done(next)
        }
    }
}

import Access
import Definitions
import LegalTime
import Records
import Store
import Vault

extension Office {
    /// The opinions on a record, masked as its personal fields are; nil where there is no such record for this person.
    public func opinions(_ name: String, id: String, by actor: Actor) async throws(StoreError) -> OpinionList? {
        guard let table = table(name), table.layout.register.consultation != nil else { return nil }
        return try await engine.read { session in
            guard let stored = try table.fetch(id: id, district: self.district.name, in: session),
                actor.scope.may(.read, in: name, unit: stored.owner)
            else { return nil }
            let standing = try self.standing(of: stored, table.layout.register, in: session)
            let sight = actor.scope.sight(ofPersonalIn: name, unit: stored.owner)
            let opinions = try OpinionTable.entries(of: id, district: self.district.name, in: session).map {
                try self.opinion($0, sight: sight)
            }
            let summary = try ConsultationSummaryTable.entry(of: id, district: self.district.name, in: session)
            // Whoever decides on an opinion has to be able to read it.
            let mayAnswer = summary == nil && sight == .clear && actor.scope.may(.edit, in: name, unit: stored.owner)
            var isOver = false
            if case .open(let consultation) = standing { isOver = consultation.phase == .closed }
            return OpinionList(
                standing: standing, opinions: opinions, summary: summary, mayAnswer: mayAnswer,
                mayRelease: mayAnswer && isOver, seesPersonal: sight == .clear)
        }
    }

    /// How many opinions there are on a record, and how many wait for an answer; nil where it is not put out.
    public func opinionCounts(_ name: String, id: String, by actor: Actor) async throws(StoreError) -> (all: Int, waiting: Int)? {
        guard let list = try await opinions(name, id: id, by: actor) else { return nil }
        if case .none = list.standing, list.opinions.isEmpty { return nil }
        return (list.opinions.count, list.opinions.count { $0.state == .received })
    }

    func opinion(_ entry: OpinionTable.Entry, sight: PersonalSight) throws -> Opinion {
        func opened(_ sealed: [UInt8]?, _ part: String, _ mark: PersonalMark) throws -> String? {
            guard let sealed, sight != .hidden else { return nil }
            let text = try keys.openText(sealed, bound: opinionBinding(entry.register, entry.record, entry.id, part))
            guard sight != .clear, case .masked(let mask) = Masking.mask(.text(text), as: mark) else { return text }
            return mask
        }
        return Opinion(
            id: entry.id, kind: Opinion.Kind(rawValue: entry.kind) ?? .person, name: try opened(entry.name, "name", .name),
            contact: try opened(entry.contact, "contact", .contact), text: try opened(entry.text, "text", .freeText),
            at: entry.at, state: Opinion.State(rawValue: entry.state) ?? .received,
            answer: try opened(entry.answer, "answer", .freeText), answeredAt: entry.answeredAt, answeredBy: entry.answeredBy)
    }

    /// Writes down how an opinion was dealt with; until the summary is released it may be changed. One that is not wholly adopted needs
    /// a reason.
    public func answer(_ opinion: String, _ state: Opinion.State, reason: String, in name: String, id: String, by actor: Actor)
        async throws(StoreError) -> ConsultationRefusal?
    {
        guard let table = table(name) else { return .notFound }
        let reason = PlainText.trimmed(PlainText.unixLines(reason))
        if reason.count > ConsultationSummary.longestText { return .textTooLong(limit: ConsultationSummary.longestText) }
        return try await engine.write { session -> Outcome<ConsultationRefusal?> in
            guard let stored = try table.fetch(id: id, district: self.district.name, in: session),
                actor.scope.may(.read, in: name, unit: stored.owner),
                let entry = try OpinionTable.entry(opinion, district: self.district.name, in: session), entry.record == id
            else { return .rollBack(.notFound) }
            guard actor.scope.may(.edit, in: name, unit: stored.owner), actor.scope.seesPersonal(in: name, unit: stored.owner)
            else { return .rollBack(.notAllowed) }
            guard try ConsultationSummaryTable.entry(of: id, district: self.district.name, in: session) == nil else {
                return .rollBack(.releasedAlready)
            }
            guard state == .adopted || state == .received || !reason.isEmpty else { return .rollBack(.reasonMissing) }
            let sealed =
                try reason.isEmpty
                ? nil : self.keys.seal(reason, bound: self.opinionBinding(name, id, opinion, "answer"))
            try OpinionTable.answer(
                opinion, state: state.rawValue, answer: sealed, at: self.clock.present, by: actor.account,
                district: self.district.name, in: session)
            try self.log(
                "opinion_answer", by: actor.account, on: stored,
                facts: ["opinion": opinion, "from": entry.state, "to": state.rawValue],
                remarks: reason.isEmpty ? [:] : ["reason": reason], in: session)
            return .commit(nil)
        }
    }

    /// Makes public how many opinions came in, how many were adopted and why others were not, and writes the counts into the record by an
    /// ordinary edit, so that figures count them.
    public func release(_ summary: ConsultationSummary, in name: String, id: String, by actor: Actor) async throws(StoreError)
        -> ConsultationRefusal?
    {
        guard let table = table(name), let definition = table.layout.register.consultation else { return .notFound }
        let text = PlainText.trimmed(PlainText.unixLines(summary.text))
        if text.isEmpty { return .summaryMissing }
        if text.count > ConsultationSummary.longestText { return .textTooLong(limit: ConsultationSummary.longestText) }
        let other = (summary.otherReceived, summary.otherAdopted)
        guard (0...1_000_000).contains(other.0), (0...other.0).contains(other.1) else { return .countsWrong }
        let directory = try await directory()
        return try await engine.write { session -> Outcome<ConsultationRefusal?> in
            guard let stored = try table.fetch(id: id, district: self.district.name, in: session),
                actor.scope.may(.read, in: name, unit: stored.owner)
            else { return .rollBack(.notFound) }
            guard actor.scope.may(.edit, in: name, unit: stored.owner), actor.scope.seesPersonal(in: name, unit: stored.owner)
            else { return .rollBack(.notAllowed) }
            guard case .open(let consultation) = try self.standing(of: stored, table.layout.register, in: session) else {
                return .rollBack(.notFound)
            }
            switch consultation.phase {
            case .answered: return .rollBack(.releasedAlready)
            case .announced, .running: return .rollBack(.stillOpen(until: consultation.until))
            case .closed: break
            }
            let opinions = try OpinionTable.entries(of: id, district: self.district.name, in: session)
            let states = opinions.compactMap { Opinion.State(rawValue: $0.state) }
            let waiting = states.count { $0 == .received }
            guard waiting == 0 else { return .rollBack(.unanswered(waiting)) }
            let received = states.count + other.0
            let adopted = states.count(where: \.isAdopted) + other.1
            let today = self.clock.today()
            var input = RecordInput(texts: [definition.received: String(received), definition.adopted: String(adopted)])
            if let answered = definition.answered { input.texts[answered] = today.iso }
            let change = RecordChange(
                .edit, revision: stored.revision, input: input, fields: input.texts.keys.sorted())
            switch try self.change(table, id: id, change, by: actor, directory: directory, in: session) {
            case .done, .refused(.nothingChanged): break
            case let other: return .rollBack(.record(other))
            }
            try ConsultationSummaryTable.insert(
                .init(
                    record: id, register: name, received: received, adopted: adopted, text: text, on: today,
                    at: self.clock.present,
                    by: actor.account), district: self.district.name, in: session)
            try self.log(
                "consultation_release", by: actor.account, on: stored,
                facts: [
                    "received": String(received), "adopted": String(adopted), "digest": ContentHash.hex(Array(text.utf8)),
                ], in: session)
            return .commit(nil)
        }
    }
}

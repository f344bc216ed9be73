import Access
import Casework
import Definitions
import LegalTime
import Records
import Store

extension DemoMaker {
    /// What a demo district shows of consultations and public requests: each opinion and request on its own day, then what the office did.
    func makeConsultations(_ cast: Cast) async throws(Failure) {
        var maker = RecordMaker(pools: declaration.pools, seed: declaration.seed &+ 24)
        for outside in declaration.outside { try await make(outside, &maker, cast) }
        for draft in declaration.drafts { try await make(draft, &maker, cast) }
    }

    /// The same office on an earlier day.
    private func office(on text: String) throws(Failure) -> Office {
        guard let day = Day(iso: text) else { throw .refused(act: "open", why: "no day: \(text)") }
        return Office(
            engine: office.engine, catalogue: office.catalogue, district: office.district, keys: office.keys,
            clock: .fixed(today: day))
    }

    private func code(_ text: String?) throws(Failure) -> ReceiptCode {
        guard let text else { return ReceiptCode() }
        guard let code = ReceiptCode(text) else { throw .refused(act: "open", why: "no code: \(text)") }
        return code
    }

    // MARK: Requests

    private func make(_ outside: DemoDeclaration.Outside, _ maker: inout RecordMaker, _ cast: Cast) async throws(Failure) {
        let then = try office(on: outside.on)
        guard let (register, request) = then.publicRequest(outside.request, in: outside.register) else {
            throw .refused(act: "request", why: "\(outside.register)/\(outside.request) unknown")
        }
        let choices = try await stored { () async throws(StoreError) in try await then.publicChoices(register, request) }
        var place = RecordMaker.Place(index: 0, count: 1, unit: nil, batch: "outside")
        var input = RecordInput()
        maker.fill(&input, outside.fields, &place)
        // A record of another register is named as the public sees it.
        for (field, records) in choices.records {
            input.texts[field] = records.first { $0.label == input.texts[field] }?.id ?? input.texts[field]
        }
        let code = try code(outside.code)
        let submission = PublicSubmission(
            register: register.name, request: request.name, input: input,
            formToken: then.openFormToken(for: outside.request).text)
        let outcome = try await stored { () async throws(StoreError) in try await then.submit(submission, code: code) }
        guard case .done(let receipt, _) = outcome else {
            throw .refused(act: "request \(register.name)", why: "\(outcome)")
        }
        let revision = try await make(outside.moves, register, receipt.id, receipt.revision, &maker, cast)
        _ = revision
        for letter in outside.letters {
            guard let owner = try await owner(receipt.id, register),
                let definition = register.letter(letter),
                let actor = cast.who(mayMove: definition.roles, in: register.name, owner: owner, office: nil)
            else { throw .nobodyMay(register: register.name, act: letter, owner: "") }
            let issued = try await stored { () async throws(StoreError) in
                try await office.issue(letter, of: receipt.id, in: register.name, by: actor)
            }
            if case .refused(let refusal) = issued { throw .refused(act: "letter \(letter)", why: "\(refusal)") }
        }
    }

    private func owner(_ id: String, _ register: RegisterDefinition) async throws(Failure) -> String? {
        let console = office.console()
        let view = try await stored { () async throws(StoreError) in
            try await office.record(register.name, id: id, by: console)
        }
        return view?.record.owner
    }

    /// Moves a record on, each step by the person nearest to it.
    @discardableResult
    private func make(
        _ moves: [DemoDeclaration.Move], _ register: RegisterDefinition, _ id: String, _ revision: Int64,
        _ maker: inout RecordMaker, _ cast: Cast
    ) async throws(Failure) -> Int64 {
        var revision = revision
        var place = RecordMaker.Place(index: 0, count: 1, unit: nil, batch: "outside")
        for move in moves {
            guard let owner = try await owner(id, register) else { continue }
            var input = RecordInput()
            maker.fill(&input, move.fields, &place)
            let on = move.on.flatMap { maker.text($0, "on", &place) }.flatMap(Day.init(iso:))
            let uploads = maker.files(move.fields, place)
            let kind: RecordChange.Kind = move.transition.map { .move($0) } ?? .edit
            let transition = move.transition.flatMap { register.transition($0) }
            let actor =
                transition.flatMap {
                    cast.who(mayMove: $0.roles, in: register.name, owner: owner, office: $0.office)
                } ?? cast.who(may: .edit, in: register.name, owner: owner)
            guard let actor else {
                throw .nobodyMay(register: register.name, act: move.transition ?? "edit", owner: owner)
            }
            let change = RecordChange(
                kind, revision: revision, input: input, fields: move.fields.map(\.0), uploads: uploads, note: move.note, on: on)
            let outcome = try await stored { () async throws(StoreError) in
                try await office.change(register.name, id: id, change, by: actor)
            }
            guard let receipt = outcome.receipt else {
                throw .stuck(register: register.name, index: 0, step: 0, outcome)
            }
            revision = receipt.revision
        }
        return revision
    }

    // MARK: Drafts

    private func make(_ draft: DemoDeclaration.Draft, _ maker: inout RecordMaker, _ cast: Cast) async throws(Failure) {
        guard let register = office.catalogue.register(draft.register), let id = try await record(draft, register) else {
            throw .refused(act: "draft", why: "no record \(draft.title)")
        }
        var decided: [(id: String, state: Opinion.State, reason: String)] = []
        for given in draft.opinions {
            let then = try office(on: given.on)
            let input = OpinionInput(
                kind: Opinion.Kind(rawValue: given.kind) ?? .person, name: given.name, contact: given.contact, text: given.text,
                formToken: then.openFormToken(for: id).text)
            let code = try code(given.code)
            let outcome = try await stored { () async throws(StoreError) in try await then.submit(input, on: id, code: code) }
            guard case .done = outcome else { throw .refused(act: "opinion", why: "\(outcome)") }
            guard let state = given.state.flatMap(Opinion.State.init(rawValue:)) else { continue }
            guard
                case .opinion(let standing)? = try await stored({ () async throws(StoreError) in try await then.follow(code) })
            else { continue }
            decided.append((standing.opinion.id, state, given.reason))
        }
        guard let owner = try await owner(id, register), let clerk = cast.who(may: .edit, in: register.name, owner: owner) else {
            throw .nobodyMay(register: register.name, act: "edit", owner: "")
        }
        for one in decided {
            let refusal = try await stored { () async throws(StoreError) in
                try await office.answer(one.id, one.state, reason: one.reason, in: register.name, id: id, by: clerk)
            }
            if let refusal { throw .refused(act: "answer", why: "\(refusal)") }
        }
        if let summary = draft.summary {
            let refusal = try await stored { () async throws(StoreError) in
                try await office.release(ConsultationSummary(text: summary), in: register.name, id: id, by: clerk)
            }
            if let refusal { throw .refused(act: "release", why: "\(refusal)") }
        }
        guard !draft.moves.isEmpty else { return }
        let console = office.console()
        let view = try await stored { () async throws(StoreError) in
            try await office.record(register.name, id: id, by: console)
        }
        try await make(draft.moves, register, id, view?.record.revision ?? 0, &maker, cast)
    }

    /// The record whose heading is the draft's title.
    private func record(_ draft: DemoDeclaration.Draft, _ register: RegisterDefinition) async throws(Failure) -> String? {
        guard let heading = register.heading.flatMap({ register.field($0) }), let table = office.table(register.name) else {
            return nil
        }
        let district = office.district.name
        let sql = "SELECT id FROM \(table.layout.table) WHERE district = ? AND \(heading.column) = ?"
        return try await stored { () async throws(StoreError) in
            try await office.engine.read { session in
                try session.first(Statement(sql, [.text(district), .text(draft.title)])) { $0.text(0) ?? "" }
            }
        }
    }
}

import Access
import Casework
import Definitions
import LegalTime
import Store

extension DemoMaker {
    /// Of every register whose records go out one by one: some published, one withdrawn, one that waits for its check. Registers whose
    /// copy is made of a letter get the letter, the copy with its proposed marks, and one released by a second person.
    func makeOpen(_ cast: Cast) async throws(Failure) {
        for register in office.openRegisters where !register.publication.isAutomatic {
            let hasCopy = !register.publication.copies.isEmpty
            let ids = try await stored { () async throws(StoreError) in
                try await office.awaitingPublication(register.name, limit: hasCopy ? 12 : 6)
            }
            var published: [(id: String, actor: Actor)] = []
            var waiting = 0
            for (place, id) in ids.enumerated() {
                let isLast = hasCopy ? !published.isEmpty : place == ids.count - 1
                guard let proposer = try await propose(id, register, cast) else { continue }
                if isLast {
                    waiting += 1
                    break
                }
                if let checker = try await release(id, register, cast, besides: proposer) { published.append((id, checker)) }
            }
            // Where several are public, the first was taken back again.
            if published.count > 2 {
                let (id, actor) = published[0]
                let standing = try await stored { () async throws(StoreError) in
                    try await office.publication(of: id, in: register.name, by: actor)
                }
                _ = try await stored { () async throws(StoreError) in
                    try await office.withdraw(
                        id, in: register.name, reason: .overturned, over: standing?.revision ?? 0, by: actor)
                }
            }
        }
    }

    /// Whoever may, proposes the record; nil where nobody can.
    private func propose(_ id: String, _ register: RegisterDefinition, _ cast: Cast) async throws(Failure) -> Actor? {
        for actor in cast.actors {
            guard
                let standing = try await stored({ () async throws(StoreError) in
                    try await office.publication(of: id, in: register.name, by: actor)
                }), standing.mayPropose || standing.mayPublish
            else { continue }
            if standing.mayPublish {
                let outcome = try await stored { () async throws(StoreError) in
                    try await office.publish(id, in: register.name, over: standing.revision, by: actor)
                }
                if case .done = outcome { return actor }
                continue
            }
            let text = try await copy(id, register, actor, cast)
            if text == nil, !register.publication.copies.isEmpty { continue }
            let outcome = try await stored { () async throws(StoreError) in
                try await office.propose(
                    text ?? MarkedText(pieces: []), of: id, in: register.name, over: standing.revision, by: actor)
            }
            if case .done = outcome { return actor }
        }
        return nil
    }

    /// The letter that the copy is made of, issued by whoever may, with the marks that the office proposes.
    private func copy(_ id: String, _ register: RegisterDefinition, _ actor: Actor, _ cast: Cast) async throws(Failure)
        -> MarkedText?
    {
        for name in register.publication.copies where register.letter(name) != nil {
            for writer in cast.actors {
                let outcome = try await stored { () async throws(StoreError) in
                    try await office.issue(name, of: id, in: register.name, after: 0, by: writer)
                }
                if case .done = outcome { break }
                if case .refused(.issuedMeanwhile) = outcome { break }
            }
        }
        guard
            let view = try await stored({ () async throws(StoreError) in try await office.record(register.name, id: id, by: actor)
            }),
            let source = office.copySources(of: view, in: register.name).first
        else { return nil }
        return try await stored { () async throws(StoreError) in
            try await office.proposedCopy(source, of: id, in: register.name, by: actor)
        }
    }

    private func release(_ id: String, _ register: RegisterDefinition, _ cast: Cast, besides proposer: Actor)
        async throws(Failure)
        -> Actor?
    {
        for actor in cast.actors where actor.account != proposer.account {
            guard
                let standing = try await stored({ () async throws(StoreError) in
                    try await office.publication(of: id, in: register.name, by: actor)
                })
            else { continue }
            if standing.isPublic { return actor }
            guard standing.mayRelease else { continue }
            let outcome = try await stored { () async throws(StoreError) in
                try await office.release(id, in: register.name, over: standing.revision, by: actor)
            }
            if case .done = outcome { return actor }
        }
        return nil
    }
}

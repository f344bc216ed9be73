import Access
import Foundation
import LegalTime
import Notices
import Store
import Vault

/// An address of the office's own gateway that notices go out to.
public struct Webhook: Sendable, Hashable {
    public var id: String
    public var address: String
    /// Kinds that it takes; empty takes all.
    public var kinds: Set<NoticeKind>
    public var isPaused: Bool
    public var at: Instant
    public var by: String
    /// The newest first.
    public var deliveries: [DeliveryTable.Entry]
}

/// A message that may go out now.
public struct OutgoingMessage: Sendable {
    public var delivery: DeliveryTable.Entry
    public var address: String
    /// What the body is signed with.
    public var secret: [UInt8]

    /// The headers that go with the body: when it was signed, under which id, and the signature of both.
    public func headers(at seconds: Int64) -> [(name: String, value: String)] {
        [
            ("Content-Type", "application/json; charset=utf-8"), ("User-Agent", "zhunsheng"),
            ("X-Zhunsheng-Id", delivery.id), ("X-Zhunsheng-Timestamp", String(seconds)),
            (WebhookSignature.header, WebhookSignature.header(body: Array(delivery.body.utf8), secret: secret, at: seconds)),
        ]
    }
}

/// Why an address is not taken.
public enum WebhookRefusal: Error, Sendable, Hashable {
    /// Neither http nor https, without a host, or with a name and password in it.
    case notAnAddress
    case tooMany(limit: Int)
}

extension Office {
    private static let mostWebhooks = 20

    /// Whether notices can go out to an address by its form: http or https, a host, no name and password.
    public static func isWebhookAddress(_ address: String) -> Bool {
        guard let parts = URLComponents(string: address), ["http", "https"].contains(parts.scheme?.lowercased() ?? ""),
            let host = parts.host
        else { return false }
        return !host.isEmpty && parts.user == nil && parts.password == nil && parts.fragment == nil && address.utf8.count <= 500
    }

    private func secretBinding(_ id: String) -> Binding {
        Binding(district: district.name, register: "", record: id, field: "webhook")
    }

    /// Takes in an address. The secret is shown this once: it is kept sealed. Logged.
    public func addWebhook(_ address: String, kinds: Set<NoticeKind>, by actor: Actor) async throws(StoreError) -> Result<
        (id: String, secret: String), WebhookRefusal
    > {
        guard Self.isWebhookAddress(address), let host = URLComponents(string: address)?.host else {
            return .failure(.notAnAddress)
        }
        let now = clock.now()
        let id = identifiers.next(at: now.milliseconds).description
        let secret = SessionToken().text
        let district = district.name
        let keys = keys
        let binding = secretBinding(id)
        let isTaken = try await engine.write { session in
            guard try WebhookTable.all(district: district, in: session).count < Self.mostWebhooks else { return .rollBack(false) }
            try WebhookTable.insert(
                .init(
                    id: id, address: address, secret: try keys.seal(secret, bound: binding), kinds: Set(kinds.map(\.rawValue)),
                    isPaused: false, at: now, by: actor.account), district: district, in: session)
            try self.log("webhook_added", ["webhook": id, "host": host], by: actor, at: now, in: session)
            return .commit(true)
        }
        return isTaken ? .success((id, secret)) : .failure(.tooMany(limit: Self.mostWebhooks))
    }

    private func log(_ act: String, _ facts: [String: String], by actor: Actor, at now: Instant, in session: any Transaction)
        throws
    {
        try LogWriter(keys: keys, district: district.name).append(
            .init(
                actor: actor.account, act: act, at: now, register: nil, record: "", revision: 0, facts: facts, before: [:],
                after: [:]), in: session)
    }

    /// The addresses with their latest deliveries.
    public func webhooks(deliveries limit: Int = 20) async throws(StoreError) -> [Webhook] {
        let district = district.name
        return try await engine.read { session in
            try WebhookTable.all(district: district, in: session).map { entry in
                Webhook(
                    id: entry.id, address: entry.address, kinds: Set(entry.kinds.compactMap(NoticeKind.init(rawValue:))),
                    isPaused: entry.isPaused, at: entry.at, by: entry.by,
                    deliveries: try DeliveryTable.entries(of: entry.id, limit: limit, district: district, in: session))
            }
        }
    }

    /// Pauses an address or lets it run again. Logged.
    public func pauseWebhook(_ id: String, _ isPaused: Bool, by actor: Actor) async throws(StoreError) {
        let district = district.name
        let now = clock.now()
        try await engine.write { session in
            try WebhookTable.pause(id, isPaused, district: district, in: session)
            try self.log(isPaused ? "webhook_paused" : "webhook_resumed", ["webhook": id], by: actor, at: now, in: session)
            return .commit(())
        }
    }

    /// Takes an address away with what waits for it. Logged.
    public func removeWebhook(_ id: String, by actor: Actor) async throws(StoreError) {
        let district = district.name
        let now = clock.now()
        try await engine.write { session in
            try WebhookTable.remove(id, district: district, in: session)
            try self.log("webhook_removed", ["webhook": id], by: actor, at: now, in: session)
            return .commit(())
        }
    }

    /// Puts out a message of the kind `test` to one address.
    public func testWebhook(_ id: String, by actor: Actor) async throws(StoreError) {
        let district = district.name
        let now = clock.now()
        let message = NoticeTable.Entry(
            id: "", account: nil, unit: nil, kind: NoticeKind.test.rawValue, register: nil, record: nil, number: nil, state: nil,
            deadline: nil, dueOn: nil, mark: nil, by: actor.account, at: now)
        try await engine.write { session in
            guard try WebhookTable.all(district: district, in: session).contains(where: { $0.id == id }) else {
                return .rollBack(())
            }
            try NoticeWriter(office: self).put(out: message, to: id, at: now, in: session)
            return .commit(())
        }
    }

    // MARK: Sending

    /// What may go out now, the oldest first.
    public func outgoing(limit: Int = 20) async throws(StoreError) -> [OutgoingMessage] {
        let district = district.name
        let now = clock.now()
        let (due, hooks) = try await engine.read { session in
            (
                try DeliveryTable.due(at: now, limit: limit, district: district, in: session),
                try WebhookTable.all(district: district, in: session)
            )
        }
        return due.compactMap { delivery in
            guard let hook = hooks.first(where: { $0.id == delivery.webhook }),
                let secret = try? keys.openText(hook.secret, bound: secretBinding(hook.id))
            else { return nil }
            return OutgoingMessage(delivery: delivery, address: hook.address, secret: Array(secret.utf8))
        }
    }

    /// Notes what came of a try: any status of the two hundreds is taken for received.
    ///
    /// - Parameters:
    ///   - status: Of the answer; nil where there was none.
    ///   - fault: Why there was none, in a word.
    public func noteDelivery(_ delivery: DeliveryTable.Entry, status: Int?, fault: String?) async throws(StoreError) {
        let district = district.name
        let now = clock.now()
        var entry = delivery
        entry.tries += 1
        entry.lastStatus = status
        entry.lastFault = fault
        if let status, (200..<300).contains(status) {
            entry.state = .sent
            entry.doneAt = now
        } else if let wait = RetrySchedule.wait(after: entry.tries) {
            entry.nextAt = Instant(milliseconds: now.milliseconds + wait * 1000)
        } else {
            entry.state = .givenUp
            entry.doneAt = now
        }
        let noted = entry
        try await engine.write { session in
            try DeliveryTable.update(noted, district: district, in: session)
            return .commit(())
        }
    }
}

import Casework
import Logging
import ServiceLifecycle
import Store

/// Sends what waits for the office's gateways, from time to time, until it is told to stop.
struct WebhookPost: Service {
    let offices: [Office]
    let logger: Logger
    var allowsLocal = false
    var interval: Duration = .seconds(5)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                for office in offices { await send(office) }
                do { try await Task.sleep(for: interval) } catch { return }
            }
        }
    }

    /// One round: everything that may go out now, one after the other. How many were received.
    @discardableResult
    func send(_ office: Office) async -> Int {
        var received = 0
        do {
            for message in try await office.outgoing() {
                let (status, fault) = await post(message, seconds: office.clock.now().milliseconds / 1000)
                if let status, (200..<300).contains(status) { received += 1 }
                try await office.noteDelivery(message.delivery, status: status, fault: fault)
            }
        } catch {
            logger.error("webhooks failed", metadata: ["district": "\(office.district.name)", "kind": "\(type(of: error))"])
        }
        return received
    }

    /// The status of the answer, or why there was none.
    private func post(_ message: OutgoingMessage, seconds: Int64) async -> (status: Int?, fault: String?) {
        guard let target = WebhookTarget(message.address) else { return (nil, "address") }
        let hosts = await target.resolved()
        guard !hosts.isEmpty else { return (nil, "name") }
        // One address inside is enough: nobody says which of them the connection takes.
        guard allowsLocal || !hosts.contains(where: WebhookTarget.isInside) else { return (nil, "local") }
        guard let status = await WebhookExchange.status(of: message, at: seconds) else { return (nil, "connection") }
        return (status, nil)
    }
}

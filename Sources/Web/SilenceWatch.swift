import Casework
import Logging
import ServiceLifecycle
import Store

/// Looks from time to time for clocks that have expired with a consequence, and makes the moves that silence brings about.
struct SilenceWatch: Service {
    let offices: [Office]
    let logger: Logger
    var interval: Duration = .seconds(600)

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                for office in offices { await sweep(office) }
                do { try await Task.sleep(for: interval) } catch { return }
            }
        }
    }

    private func sweep(_ office: Office) async {
        do {
            let moved = try await office.sweep()
            try await office.tellDeadlines()
            try await office.sweepRecordings()
            if !moved.isEmpty {
                logger.info("moves by silence", metadata: ["district": "\(office.district.name)", "count": "\(moved.count)"])
            }
        } catch {
            logger.error("sweep failed", metadata: ["district": "\(office.district.name)", "error": "\(error)"])
        }
    }
}

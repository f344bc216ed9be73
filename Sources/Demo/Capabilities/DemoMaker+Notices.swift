import Casework
import Store

extension DemoMaker {
    /// What a demo district shows of notices: the acts of its lives have made theirs; deadlines near and past add to them.
    func makeNotices(_ cast: Cast) async throws(Failure) {
        _ = try await stored { () async throws(StoreError) in try await office.tellDeadlines() }
    }
}

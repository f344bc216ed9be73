import Casework

extension DemoMaker {
    /// What a demo district shows of notices.
    func makeNotices(_ cast: Cast) async throws(Failure) {}
}

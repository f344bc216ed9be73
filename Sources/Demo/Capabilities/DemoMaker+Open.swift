import Casework

extension DemoMaker {
    /// What a demo district shows of the open site.
    func makeOpen(_ cast: Cast) async throws(Failure) {}
}

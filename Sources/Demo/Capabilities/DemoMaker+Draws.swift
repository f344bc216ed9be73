import Casework

extension DemoMaker {
    /// What a demo district shows of draws.
    func makeDraws(_ cast: Cast) async throws(Failure) {}
}

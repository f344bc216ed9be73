import Casework

extension DemoMaker {
    /// What a demo district shows of monthly returns.
    func makeReturns(_ cast: Cast) async throws(Failure) {}
}

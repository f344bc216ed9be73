import Casework

extension DemoMaker {
    /// What a demo district shows of assessments.
    func makeAssessments(_ cast: Cast) async throws(Failure) {}
}

import Casework

extension DemoMaker {
    /// What a demo district shows of exams.
    func makeExams(_ cast: Cast) async throws(Failure) {}
}

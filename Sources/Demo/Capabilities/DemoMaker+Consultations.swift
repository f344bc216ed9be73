import Casework

extension DemoMaker {
    /// What a demo district shows of consultations and public requests.
    func makeConsultations(_ cast: Cast) async throws(Failure) {}
}

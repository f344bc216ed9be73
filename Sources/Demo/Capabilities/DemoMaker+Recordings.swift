import Casework

extension DemoMaker {
    /// What a demo district shows of recordings: media kept in pieces.
    func makeRecordings(_ cast: Cast) async throws(Failure) {}
}

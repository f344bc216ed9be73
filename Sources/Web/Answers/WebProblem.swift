/// What the HTTP side itself has to refuse. Acts refuse by value; failures of the store are thrown as they are.
enum WebProblem: Error, Equatable {
    /// Not there, or not for this person: the two are not told apart.
    case notFound
    case forbidden
    /// The form's token is missing or of another session.
    case formExpired
    case badRequest
    case tooLarge
    /// Nobody is logged in.
    case notLoggedIn
}

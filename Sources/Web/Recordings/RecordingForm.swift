import Casework
import Hummingbird
import NIOCore

/// A form with one recording: the fields come first and are read whole, the file goes into the store as it comes.
struct RecordingForm {
    static let file = "file"
    static let kept = "kept"
    static let row = "row"

    var body: FormBody
    /// nil where no file was sent.
    var result: Result<RecordingUpload, RecordingRefusal>?

    /// Reads the form. A connection that breaks off, or a form that is refused, leaves nothing of the file behind.
    ///
    /// - Parameters:
    ///   - check: Is asked once the fields before the file are there; throws where the form is not this session's.
    ///   - limit: Largest file.
    static func read(
        _ request: Request, limit: Int64, office: Office, by actor: Actor, check: (FormBody) throws -> Void
    ) async throws -> RecordingForm {
        guard let boundary = MultipartReader.boundary(of: request.headers[.contentType] ?? "") else {
            let body = try await FormBody.read(request)
            try check(body)
            return RecordingForm(body: body, result: nil)
        }
        var limits = MultipartReader.Limits()
        limits.fieldBytes = 256 * 1024
        limits.parts = 200
        // The office counts the file's own bytes; the form around them is small.
        limits.bytes = Int(clamping: limit) + 4 * 1024 * 1024
        var reader = MultipartReader(boundary: boundary, limits: limits, streaming: file)
        var intake: RecordingIntake?
        var refusal: RecordingRefusal?
        do {
            for try await buffer in request.body {
                try reader.feed(buffer.readableBytesView)
                if intake == nil, let name = reader.streamedName {
                    try check(FormBody(parts: reader.parts))
                    intake = try await office.beginRecording(named: name, limit: limit, by: actor)
                }
                let bytes = reader.takeStreamed()
                // After a refusal the rest is read past, so that the answer reaches the browser.
                if !bytes.isEmpty, refusal == nil { refusal = try await intake?.feed(bytes) ?? nil }
                if case .tooLarge = refusal { break }
            }
            if case .tooLarge = refusal {
            } else {
                let body = FormBody(parts: try reader.finish())
                try check(body)
                if refusal == nil, intake == nil { return RecordingForm(body: body, result: nil) }
            }
            let body = FormBody(parts: reader.parts)
            if let refusal { return RecordingForm(body: body, result: .failure(refusal)) }
            return RecordingForm(body: body, result: try await intake?.finish())
        } catch {
            // The task may be cancelled with the connection: the cleaning up is not.
            if let id = intake?.id { await Task { try? await office.abandonRecording(id) }.value }
            if let refusal = error as? MultipartReader.Refusal {
                throw refusal == .tooLarge ? WebProblem.tooLarge : WebProblem.badRequest
            }
            throw error
        }
    }
}

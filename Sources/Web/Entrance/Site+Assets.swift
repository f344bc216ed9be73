import HTTPTypes
import Hummingbird
import Pages

extension Site {
    /// A style sheet or script; a browser that has it is told so.
    func asset(_ arrival: Arrival) async throws -> Response {
        guard let file = assets.files[arrival.parameter("name")] else { throw WebProblem.notFound }
        var headers = Answer.common
        let tag = "\"\(file.tag)\""
        headers[.eTag] = tag
        headers[.cacheControl] = "public, max-age=300"
        if let known = arrival.request.headers[.ifNoneMatch],
            known.split(separator: ",").contains(where: { $0.filter { $0 != " " } == tag })
        {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = file.mediaType
        return Response(status: .ok, headers: headers, body: Answer.body(file.bytes))
    }
}

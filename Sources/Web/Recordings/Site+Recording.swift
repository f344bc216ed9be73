import Casework
import HTTPTypes
import Hummingbird
import NIOCore
import Pages

/// Playing a recording, whole or in part (RFC 9110, section 14).
extension Site {
    func recording(_ visit: Visit) async throws -> Response {
        let register = try visit.register()
        guard
            let reader = try await visit.office.recording(
                register.name, id: visit.arrival.parameter("id"), hash: visit.arrival.parameter("hash"), by: visit.actor)
        else { throw WebProblem.notFound }
        var headers = Answer.data(reader.mediaType)
        let tag = "\"\(reader.hash)\""
        headers[.eTag] = tag
        headers[.acceptRanges] = "bytes"
        var range = ByteRange(visit.request.headers[.range], size: reader.size)
        // A part of another content is of no use: then the whole is sent.
        if let condition = visit.request.headers[.ifRange], condition != tag { range = .whole }
        switch range {
        case .whole:
            return Response(status: .ok, headers: headers, body: Self.body(reader, 0...(reader.size - 1)))
        case .part(let part):
            headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound)/\(reader.size)"
            return Response(status: .partialContent, headers: headers, body: Self.body(reader, part))
        case .unsatisfiable:
            headers[.contentRange] = "bytes */\(reader.size)"
            return Response(status: .rangeNotSatisfiable, headers: headers)
        }
    }

    /// Opens only the pieces that hold the range, one at a time.
    private static func body(_ reader: RecordingReader, _ range: ClosedRange<Int64>) -> ResponseBody {
        let length = Int64(RecordingIntake.pieceLength)
        return ResponseBody(contentLength: Int(range.upperBound - range.lowerBound + 1)) { writer in
            var next = range.lowerBound
            while next <= range.upperBound {
                let bytes = try await reader.piece(Int(next / length))
                let first = Int(next % length)
                let last = Int(min(Int64(bytes.count), range.upperBound - next / length * length + 1))
                guard first < last else { throw WebProblem.notFound }
                try await writer.write(ByteBuffer(bytes: bytes[first..<last]))
                next += Int64(last - first)
            }
            try await writer.finish(nil)
        }
    }
}

import Casework
import Hummingbird
import NIOCore
import Pages

/// What a form sent: fields in order, and files.
struct FormBody {
    var items: [Address.Item] = []
    var files: [String: Upload] = [:]

    func text(_ name: String) -> String? { items.first { $0.name == name }?.value }
    func texts(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

    /// Largest body without files.
    private static let plainLimit = 2 * 1024 * 1024

    /// Reads a body of either kind. Throws `WebProblem` for one that is too large or makes no sense.
    static func read(_ request: Request) async throws -> FormBody {
        let type = request.headers[.contentType] ?? ""
        if let boundary = MultipartReader.boundary(of: type) { return try await multipart(request, boundary) }
        guard type.isEmpty || type.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
            throw WebProblem.badRequest
        }
        let bytes = try await whole(request)
        guard let items = URLEncoded.items(bytes) else { throw WebProblem.badRequest }
        return FormBody(items: items)
    }

    /// The whole body, up to the limit of bodies without files.
    static func whole(_ request: Request) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await buffer in request.body {
            guard bytes.count + buffer.readableBytes <= plainLimit else { throw WebProblem.tooLarge }
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        return bytes
    }

    private static func multipart(_ request: Request, _ boundary: String) async throws -> FormBody {
        var reader = MultipartReader(boundary: boundary)
        do {
            for try await buffer in request.body { try reader.feed(buffer.readableBytesView) }
            return FormBody(parts: try reader.finish())
        } catch let refusal as MultipartReader.Refusal {
            throw refusal == .tooLarge ? WebProblem.tooLarge : WebProblem.badRequest
        }
    }

    init() {}

    init(items: [Address.Item]) { self.items = items }

    /// A file field that was left empty is no file.
    init(parts: [MultipartReader.Part]) {
        for part in parts {
            guard let fileName = part.fileName else {
                items.append(Address.Item(part.name, String(decoding: part.bytes, as: UTF8.self)))
                continue
            }
            guard !fileName.isEmpty, !part.bytes.isEmpty || !fileName.isEmpty else { continue }
            // Some browsers send the whole path.
            let name = fileName.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? fileName
            files[part.name] = Upload(name: name, mediaType: part.mediaType ?? "application/octet-stream", bytes: part.bytes)
        }
    }
}

import Casework
import Definitions
import Hummingbird
import LegalTime
import Pages
import Records
import Wording

extension Site {
    func record(_ visit: Visit) async throws -> Response {
        let register = try visit.register()
        if let glimpse = try await visit.office.glimpse(register.name, id: visit.arrival.parameter("id"), by: visit.actor) {
            return try await handedOnPage(visit, register, glimpse)
        }
        let view = try await visit.record(register)
        if visit.arrival.wantsJSON { return Answer.json(RecordJSON(visit, register).one(view)) }
        var page = RecordPresenter(visit: visit, register: register, view: view).page
        page.publication = try await publicationSection(visit, register, view.record.id)
        page.outside = try await outside(visit, register, view.record.id)
        return try await visit.page(page)
    }

    /// The log of a record; for those who may not see it there is no such page.
    func history(_ visit: Visit) async throws -> Response {
        let register = try visit.register()
        let view = try await visit.record(register)
        guard let entries = try await visit.office.history(register.name, id: view.record.id, by: visit.actor) else {
            throw WebProblem.forbidden
        }
        let presenter = RecordPresenter(visit: visit, register: register, view: view)
        return try await visit.page(
            HistoryPage(
                number: view.record.number, register: visit.wording.label(register), list: .list(register.name),
                record: .record(register.name, view.record.id), entries: entries.reversed().map(presenter.entry)))
    }

    /// A file, always to be saved and never shown inside the site.
    func file(_ visit: Visit) async throws -> Response {
        let register = try visit.register()
        let hash = visit.arrival.parameter("hash")
        guard
            let (file, bytes) = try await visit.office.file(
                register.name, id: visit.arrival.parameter("id"), hash: hash, by: visit.actor)
        else {
            throw WebProblem.notFound
        }
        var headers = Answer.data(FileName.mediaType(file.mediaType))
        headers[.contentDisposition] = FileName.disposition(file.name)
        return Response(status: .ok, headers: headers, body: Answer.body(bytes))
    }
}

/// Names and types of files as headers.
enum FileName {
    /// `attachment; filename="…"; filename*=UTF-8''…` (RFC 6266): the plain form for old browsers, without anything that could end it.
    static func disposition(_ name: String) -> String {
        let plain = name.unicodeScalars.map { scalar in
            scalar.value >= 0x20 && scalar.value < 0x7F && !"\"\\%;".unicodeScalars.contains(scalar) ? String(scalar) : "_"
        }.joined()
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(Address.encode(name))"
    }

    /// The type that came with the file, unless a browser might run it.
    static func mediaType(_ type: String) -> String {
        let known = [
            "application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "image/tiff", "image/bmp", "text/csv",
            "application/zip",
        ]
        let isOffice = type.hasPrefix("application/vnd.") || type == "application/msword"
        let isToken = type.utf8.allSatisfy {
            ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || "/.+-_".utf8.contains($0)
        }
        return isToken && (known.contains(type) || isOffice) ? type : "application/octet-stream"
    }
}

import Access
import Casework
import Definitions
import Exchange
import Foundation
import Hummingbird
import NIOCore
import Pages
import Wording

/// Sheets in and out of a register.
extension Site {
    /// The addresses of template, import and export.
    func addExchangeRoutes(to router: Router<WebContext>) {
        let shelf = ImportShelf()
        addSystemRoutes(to: router, shelf)
        func get(_ path: RouterPath, _ handler: @escaping Handler) {
            router.get(path) { request, context in await self.visit(request, context, handler) }
        }
        func post(_ path: RouterPath, _ handler: @escaping Handler) {
            router.post(path) { request, context in await self.visit(request, context, handler) }
        }
        get("registers/:register/template.xlsx") { try await self.template($0) }
        get("registers/:register/export") { try await self.export($0) }
        get("registers/:register/import") { try await self.importForm($0) }
        post("registers/:register/import") { try await self.checkImport($0, shelf) }
        get("registers/:register/import/:import") { try await self.importCheck($0, shelf) }
        post("registers/:register/import/:import") { try await self.confirmImport($0, shelf) }
        get("registers/:register/import/:import/failed") { try await self.failedRows($0, shelf) }
    }

    private func importable(_ visit: Visit) throws -> RegisterDefinition {
        let register = try visit.register()
        guard !visit.actor.scope.units(for: .register, in: register.name).isEmpty else { throw WebProblem.forbidden }
        return register
    }

    private func template(_ visit: Visit) async throws -> Response {
        let register = try importable(visit)
        guard let template = try await Template.make(register.name, office: visit.office, by: visit.actor, wording: visit.wording)
        else {
            throw WebProblem.notFound
        }
        let name = visit.wording.label(register) + " " + visit.wording.text(ImportText.downloadTemplate)
        return Answer.file(try template.workbook(), name: name, as: .xlsx)
    }

    // MARK: Export

    private func export(_ visit: Visit) async throws -> Response {
        let register = try visit.register()
        let format = visit.arrival.query("format").flatMap(SheetFormat.init(rawValue:)) ?? .xlsx
        let columns = visit.arrival.query("columns").flatMap(Export.Columns.init(rawValue:)) ?? .shown
        guard
            let export = Export(
                office: visit.office, register: register.name, actor: visit.actor, wording: visit.wording, columns: columns)
        else {
            throw WebProblem.notFound
        }
        var query = ListQuery(visit, register)
        try query.checkStanding()
        query.nameReferences(try await visit.choices(register, fields: query.filterFields, act: .read, values: [:]))
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(
            "zhunsheng-\(UUID().uuidString).\(format.rawValue)"
        ).path
        do {
            _ = try await export.write(query.request, as: format, to: path, conditions: query.chips.map(\.label))
        } catch {
            unlink(path)
            if case .store(let error) = error { throw error }
            throw error == .notAllowed ? WebProblem.forbidden : error
        }
        return try Answer.file(at: path, name: visit.wording.label(register) + " " + visit.today.iso, as: format)
    }

    // MARK: Import

    private func importForm(_ visit: Visit) async throws -> Response {
        try await answer(visit, try importable(visit), problems: [])
    }

    private func answer(_ visit: Visit, _ register: RegisterDefinition, problems: [ProblemLine]) async throws -> Response {
        let page = ImportPage(
            register: visit.wording.label(register), list: .list(register.name), template: .template(register.name),
            action: .importing(register.name), formToken: visit.token.formToken, problems: problems)
        return try await visit.page(page, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    private func checkImport(_ visit: Visit, _ shelf: ImportShelf) async throws -> Response {
        let register = try importable(visit)
        let form = try await visit.form()
        let sentences = visit.sentences(register)
        var mapping = Mapping.none
        if let file = form.files["mapping"], !file.bytes.isEmpty {
            let (read, problems) = Mapping.read(String(decoding: file.bytes, as: UTF8.self), for: register)
            guard problems.isEmpty else {
                return try await answer(
                    visit, register, problems: problems.map { ProblemLine(key: "mapping", sentence: sentences.sentence($0)) })
            }
            mapping = read
        }
        guard let file = form.files["file"], !file.bytes.isEmpty, let format = SheetFormat(fileName: file.name) else {
            let isOld =
                form.files["file"].map { $0.name.lowercased().hasSuffix(".xls") || $0.name.lowercased().hasSuffix(".et") }
                ?? false
            let text: ExchangeText = isOld ? .oldFormat : .noFile
            return try await answer(visit, register, problems: [ProblemLine(key: "file", sentence: visit.wording.text(text))])
        }
        let sheet: KeptSheet
        do throws(SheetError) {
            sheet = try SheetReading(register: register, labels: visit.catalogue.labels, mapping: mapping).read(
                file.bytes, format: format)
        } catch {
            return try await answer(visit, register, problems: [ProblemLine(key: "file", sentence: sentences.sentence(error))])
        }
        let planner = ImportPlanner(
            office: visit.office, register: register.name, actor: visit.actor, mapping: mapping, language: visit.language)
        guard let plan = try await planner?.plan(sheet, fileName: file.name) else { throw WebProblem.notFound }
        let id = shelf.keep(plan, register: register.name, session: visit.token.digest, at: visit.office.clock.now())
        return Answer.see(Address.importing(register.name, id).text)
    }

    private func kept(_ visit: Visit, _ register: RegisterDefinition, _ shelf: ImportShelf) -> (
        id: String, entry: ImportShelf.Entry
    )? {
        let id = visit.arrival.parameter("import")
        return shelf.entry(id, register: register.name, session: visit.token.digest, at: visit.office.clock.now()).map {
            (id, $0)
        }
    }

    /// The check has run out, or it never was this session's.
    private func expired(_ visit: Visit, _ register: RegisterDefinition) async throws -> Response {
        try await answer(
            visit, register, problems: [ProblemLine(key: "file", sentence: visit.wording.text(ExchangeText.expired))])
    }

    private func importCheck(_ visit: Visit, _ shelf: ImportShelf) async throws -> Response {
        let register = try importable(visit)
        guard let (_, entry) = kept(visit, register, shelf) else { return try await expired(visit, register) }
        return try await visit.page(visit.checkPage(entry, register))
    }

    private func confirmImport(_ visit: Visit, _ shelf: ImportShelf) async throws -> Response {
        let register = try importable(visit)
        let form = try await visit.form()
        guard let (id, entry) = kept(visit, register, shelf) else { return try await expired(visit, register) }
        if !entry.plan.updates.isEmpty, form.text(ImportCheckPage.checkedField) != "1" {
            var page = visit.checkPage(entry, register)
            page.problems = [
                ProblemLine(key: ImportCheckPage.checkedField, sentence: visit.wording.text(ExchangeText.tickUpdates))
            ]
            return try await visit.page(page, status: .unprocessableContent)
        }
        // Sent twice, it is written once.
        guard shelf.begin(id) else { return Answer.see(visit.arrival.address.text) }
        do {
            shelf.finish(id, .written(try await Import(office: visit.office, actor: visit.actor).run(entry.plan)))
        } catch {
            // What was written before the failure is found unchanged when the file is sent again.
            shelf.finish(id, .checked)
            throw error
        }
        menus.forgetAll()
        return Answer.see(visit.arrival.address.text)
    }

    private func failedRows(_ visit: Visit, _ shelf: ImportShelf) async throws -> Response {
        let register = try importable(visit)
        guard let (_, entry) = kept(visit, register, shelf) else { return try await expired(visit, register) }
        let rows = entry.failed
        let bytes = try FailedRows(sentences: visit.sentences(register), moment: visit.office.clock.now()).bytes(
            rows, of: entry.plan.sheet)
        let stem = entry.plan.fileName.split(separator: ".").first.map(String.init) ?? visit.wording.label(register)
        return Answer.file(bytes, name: stem + " " + visit.wording.badRows(rows.count), as: entry.plan.sheet.format)
    }
}

extension ImportShelf.Entry {
    var failed: [ImportPlan.Row] {
        if case .written(let result) = stage { return result.failed }
        return plan.failed
    }
}

extension Visit {
    func sentences(_ register: RegisterDefinition) -> RowSentences {
        RowSentences(wording: wording, register: register, roles: catalogue.roles)
    }
}

extension Answer {
    static func file(_ bytes: [UInt8], name: String, as format: SheetFormat) -> Response {
        Response(status: .ok, headers: head(name, format), body: body(bytes))
    }

    /// A file that is streamed from the disk and is gone afterwards.
    static func file(at path: String, name: String, as format: SheetFormat) throws -> Response {
        guard let file = FileHandle(forReadingAtPath: path) else { throw WebProblem.notFound }
        // The open file stays readable; its name is gone at once, whatever becomes of the connection.
        unlink(path)
        let body = ResponseBody { writer in
            while let data = try file.read(upToCount: 64 * 1024), !data.isEmpty {
                try await writer.write(ByteBuffer(bytes: data))
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: head(name, format), body: body)
    }

    private static func head(_ name: String, _ format: SheetFormat) -> HTTPFields {
        var headers = data(format.mediaType)
        let encoded = Address.encode(name + "." + format.rawValue)
        headers[.contentDisposition] = "attachment; filename=\"export.\(format.rawValue)\"; filename*=UTF-8''\(encoded)"
        return headers
    }
}

import Access
import Casework
import Definitions
import Exchange
import Foundation
import Hummingbird
import LegalTime
import Pages
import Records
import Wording

/// Exchanges with other systems: a list, a page each, files out and in.
extension Site {
    /// - Parameter shelf: that of imports, to whose pages a file that was brought in goes on.
    func addSystemRoutes(to router: Router<WebContext>, _ shelf: ImportShelf) {
        router.get("exchange") { request, context in await self.visit(request, context, self.exchanges) }
        router.get("exchange/:exchange") { request, context in await self.visit(request, context, self.exchange) }
        router.get("exchange/:exchange/out") { request, context in await self.visit(request, context, self.exchangeOut) }
        router.post("exchange/:exchange") { request, context in
            await self.visit(request, context) { try await self.bringIn($0, shelf) }
        }
    }

    /// The entry of the left menu, for whoever may take anything out or bring anything in.
    func systemTools(_ visit: Visit) -> [Menu.Link] {
        visit.exchanges.isEmpty ? [] : [Menu.Link(label: visit.wording.text(SystemText.title), address: .exchanges)]
    }

    private func exchanges(_ visit: Visit) async throws -> Response {
        let lines = visit.exchanges.map { exchange in
            ExchangesPage.Line(
                label: visit.wording.label(exchange), address: .exchange(exchange.name), summary: visit.wording.summary(exchange),
                system: visit.wording.system(of: exchange), register: visit.registers(of: exchange),
                direction: visit.wording.direction(of: exchange), isUnsure: exchange.isUnsure)
        }
        return try await visit.page(ExchangesPage(lines: lines))
    }

    private func exchange(_ visit: Visit) async throws -> Response {
        let exchange = try visit.exchange()
        guard let rows = exchange.rows else { return try await form(visit, exchange) }
        return try await answer(visit, exchange, rows, problems: [])
    }

    private func answer(_ visit: Visit, _ exchange: ExchangeDefinition, _ rows: ExchangeRows, problems: [ProblemLine])
        async throws
        -> Response
    {
        guard let register = visit.catalogue.register(rows.register) else { throw WebProblem.notFound }
        let wording = visit.wording
        var facts = visit.facts(exchange)
        if !rows.key.isEmpty {
            let names = rows.key.map {
                $0 == ExchangeRows.numberKey ? wording.text(ExchangeText.number) : wording.label(ofField: $0, in: register)
            }
            facts.append((wording.text(SystemText.key), wording.list(names) + wording.colon + wording.text(SystemText.keyHint)))
        }
        if let phrase = wording.phrase(rows.condition, in: register) { facts.append((wording.text(SystemText.only), phrase)) }
        let out = Address.exchangeOut(exchange.name)
        var notes = visit.notes(rows, register)
        if visit.mayTakeOut(exchange), let export = SystemExport(exchange, office: visit.office, actor: visit.actor) {
            notes.insert(wording.goingOut(try await export.count()), at: 0)
        }
        let page = ExchangePage(
            label: wording.label(exchange), summary: wording.summary(exchange), facts: facts,
            notes: notes, isUnsure: exchange.isUnsure,
            columns: rows.columns.map {
                ExchangePage.Column(
                    heading: $0.heading, content: wording.content(of: $0, in: register), form: wording.form(of: $0, in: register))
            },
            downloads: visit.mayTakeOut(exchange)
                ? [
                    Crumb(wording.text(SystemText.download), out),
                    Crumb(wording.text(SystemText.downloadCSV), out.setting("format", to: "csv")),
                ] : [],
            action: visit.mayBringIn(exchange) ? .exchange(exchange.name) : nil,
            closed: rows.direction.comesIn && !visit.mayBringIn(exchange) ? wording.text(SystemText.mayNotBringIn) : nil,
            formToken: visit.token.formToken,
            problems: problems)
        return try await visit.page(page, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    // MARK: Out

    private func exchangeOut(_ visit: Visit) async throws -> Response {
        let exchange = try visit.exchange()
        guard visit.mayTakeOut(exchange) else { throw WebProblem.forbidden }
        if exchange.form != nil { return try await formFile(visit, exchange) }
        let format: SheetFormat = visit.arrival.query("format") == "csv" ? .csv : .xlsx
        guard let export = SystemExport(exchange, office: visit.office, actor: visit.actor) else { throw WebProblem.notFound }
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(
            "zhunsheng-\(UUID().uuidString).\(format.rawValue)"
        ).path
        do {
            _ = try await export.write(as: format, to: path)
        } catch {
            unlink(path)
            if case .store(let error) = error { throw error }
            throw error == .notAllowed ? WebProblem.forbidden : error
        }
        return try Answer.file(at: path, name: exchange.label + " " + visit.today.iso, as: format)
    }

    // MARK: In

    /// Checks a file of the other system; from there on it is an import like any other.
    private func bringIn(_ visit: Visit, _ shelf: ImportShelf) async throws -> Response {
        let exchange = try visit.exchange()
        guard let rows = exchange.rows, let register = visit.catalogue.register(rows.register), visit.mayBringIn(exchange) else {
            throw WebProblem.forbidden
        }
        let form = try await visit.form()
        let sentences = visit.sentences(register)
        let mapping = Mapping(rows, of: register, today: visit.today, unit: visit.actor.unit)
        guard let file = form.files["file"], !file.bytes.isEmpty, let format = SheetFormat(fileName: file.name), format != .jsonl
        else {
            let problem = ProblemLine(key: "file", sentence: visit.wording.text(ExchangeText.noFile))
            return try await answer(visit, exchange, rows, problems: [problem])
        }
        let sheet: KeptSheet
        do throws(SheetError) {
            sheet = try SheetReading(register: register, labels: visit.catalogue.labels, mapping: mapping).read(
                file.bytes, format: format)
        } catch {
            let says = error == .noHeader ? visit.wording.text(SystemText.noHeader) : sentences.sentence(error)
            return try await answer(visit, exchange, rows, problems: [ProblemLine(key: "file", sentence: says)])
        }
        let planner = ImportPlanner(
            office: visit.office, register: register.name, actor: visit.actor, mapping: mapping, language: visit.language)
        guard let plan = try await planner?.plan(sheet, fileName: file.name) else { throw WebProblem.notFound }
        let origin = Crumb(visit.wording.label(exchange), .exchange(exchange.name))
        let id = shelf.keep(
            plan, register: register.name, origin: origin, session: visit.token.digest, at: visit.office.clock.now())
        return Answer.see(Address.importing(register.name, id).text)
    }
}

extension Visit {
    /// The exchanges of which this person may do anything, by the files' names.
    var exchanges: [ExchangeDefinition] { catalogue.exchanges.filter { mayTakeOut($0) || mayBringIn($0) } }

    func exchange() throws -> ExchangeDefinition {
        guard let exchange = exchanges.first(where: { $0.name == arrival.parameter("exchange") }) else {
            throw WebProblem.notFound
        }
        return exchange
    }

    func mayTakeOut(_ exchange: ExchangeDefinition) -> Bool {
        guard exchange.rows?.direction.goesOut ?? true else { return false }
        return exchange.registers.allSatisfy {
            !actor.scope.units(for: .export, in: $0).isEmpty && !actor.scope.units(in: $0).isEmpty
        }
    }

    func mayBringIn(_ exchange: ExchangeDefinition) -> Bool {
        guard let rows = exchange.rows, rows.direction.comesIn else { return false }
        return !actor.scope.units(for: .register, in: rows.register).isEmpty
    }

    fileprivate func registers(of exchange: ExchangeDefinition) -> String {
        wording.list(exchange.registers.compactMap { catalogue.register($0) }.map { wording.label($0) })
    }

    func facts(_ exchange: ExchangeDefinition) -> [(name: String, value: String)] {
        var facts = [
            (name: wording.text(SystemText.system), value: wording.system(of: exchange)),
            (name: wording.text(SystemText.register), value: registers(of: exchange)),
            (name: wording.text(SystemText.direction), value: wording.direction(of: exchange)),
        ]
        if let basis = exchange.basis { facts.append((wording.text(CommonText.basis), wording.citation(basis))) }
        return facts
    }

    /// What does not go out whole.
    fileprivate func notes(_ rows: ExchangeRows, _ register: RegisterDefinition) -> [String] {
        var notes: [String] = []
        let paths = rows.columns.compactMap(\.path)
        if paths.contains(where: { register.field(at: $0.field)?.personal != nil }) {
            notes.append(wording.text(SystemText.masked))
        }
        var most: [(field: String, count: Int)] = []
        for path in paths {
            guard case .index(let index)? = path.row else { continue }
            if let place = most.firstIndex(where: { $0.field == path.field.field }) {
                most[place].count = max(most[place].count, index + 1)
            } else {
                most.append((path.field.field, index + 1))
            }
        }
        return notes + most.map { wording.rowsWithColumns(wording.label(ofField: $0.field, in: register), $0.count) }
    }
}

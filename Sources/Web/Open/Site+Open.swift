import Casework
import Definitions
import Hummingbird
import LegalTime
import OfficeFormats
import Pages
import Records
import Wording

/// What anybody may read: lists, decisions, documents, figures and the annual reports.
extension Site {
    /// Columns with how many stand in them, and what is new.
    func openHome(_ visit: OpenVisit) async throws -> Response {
        let wording = visit.wording
        var lists: [RowsTable.Row] = []
        var decisions: [RowsTable.Row] = []
        var newest: [(day: Day, link: OpenSheet.Link)] = []
        for register in visit.office.openRegisters {
            guard let page = try await visit.office.openList(OpenRequest(register: register.name, limit: 3)), page.total > 0
            else {
                continue
            }
            let presenter = OpenPresenter(visit: visit, register: register, references: page.references)
            let row = RowsTable.Row(
                head: wording.label(register), address: visit.address(register.name),
                cells: [
                    .init(wording.number(page.total), .number), .init(page.items.compactMap(\.day).max()?.iso ?? "—", .date),
                ])
            if register.publication.isAutomatic { lists.append(row) } else { decisions.append(row) }
            for item in page.items {
                guard let day = item.day, day <= visit.today else { continue }
                newest.append(
                    (
                        day,
                        .init(
                            label: presenter.name(item), address: presenter.address(item), detail: wording.label(register),
                            end: day.iso)
                    ))
            }
        }
        let reports = try await visit.office.releasedReports()
        newest += reports.map {
            ($0.on, .init(label: $0.title, address: visit.address("report", String($0.year)), end: $0.on.iso))
        }
        let heads: [RowsTable.Column] = [
            .init(label: wording.text(OpenText.column)), .init(label: wording.text(OpenText.count), isNumber: true),
            .init(label: wording.text(PublicText.updated)),
        ]
        var blocks: [OpenSheet.Block] = []
        if !newest.isEmpty {
            blocks.append(.section(wording.text(PublicText.newlyPublished), id: "new"))
            blocks.append(.links(newest.sorted { $0.day > $1.day }.prefix(10).map(\.link)))
        }
        if !decisions.isEmpty {
            blocks.append(.section(wording.text(PublicText.decisions), id: "decisions"))
            blocks.append(.table(RowsTable(caption: wording.text(PublicText.decisions), columns: heads, rows: decisions)))
        }
        if !lists.isEmpty {
            blocks.append(.section(wording.text(PublicText.publicLists), id: "lists"))
            blocks.append(.table(RowsTable(caption: wording.text(PublicText.publicLists), columns: heads, rows: lists)))
        }
        blocks += try await openDrawBlocks(visit)
        if !reports.isEmpty {
            blocks.append(.section(wording.text(PublicText.reports), id: "reports"))
            blocks.append(.links(reports.map { reportLink($0, visit) }))
        }
        let district = Self.name(of: visit.office, wording)
        return visit.page(
            OpenSheet(heading: wording.openTitle(district), lead: wording.text(OpenText.noPersonalNote), blocks: blocks))
    }

    // MARK: Lists

    private func openRegister(_ visit: OpenVisit) throws -> RegisterDefinition {
        guard let register = visit.office.openRegister(visit.parameter("register")) else { throw WebProblem.notFound }
        return register
    }

    private func request(_ visit: OpenVisit, _ register: RegisterDefinition, limit: Int) -> OpenRequest {
        let filters = Office.openFilters(of: register).compactMap { field in
            visit.query(field.name).flatMap { $0.isEmpty ? nil : (field: field.name, value: $0) }
        }
        return OpenRequest(
            register: register.name, filters: filters, words: String(PlainText.trimmed(visit.query("q") ?? "").prefix(60)),
            cursor: visit.query("page"), limit: limit)
    }

    func openList(_ visit: OpenVisit) async throws -> Response {
        let register = try openRegister(visit)
        switch visit.query("format") {
        case "csv": return try await openCSV(visit, register)
        case "json": return try await openJSON(visit, register)
        default: if visit.arrival.wantsJSON { return try await openJSON(visit, register) }
        }
        guard let page = try await visit.office.openList(request(visit, register, limit: 30)) else { throw WebProblem.notFound }
        let wording = visit.wording
        let presenter = OpenPresenter(visit: visit, register: register, references: page.references)
        let here = visit.arrival.address.without(["page"])
        var blocks: [OpenSheet.Block] = [
            .search(.init(action: visit.address(register.name), words: visit.query("q") ?? "", choices: presenter.choices))
        ]
        blocks.append(page.items.isEmpty ? .paragraph(wording.text(OpenText.nothing)) : .table(presenter.table(page.items)))
        blocks.append(
            .pager(
                shown: wording.items(page.total), previous: page.previous.map { here.setting("page", to: $0) },
                next: page.next.map { here.setting("page", to: $0) }))
        blocks.append(
            .buttons([
                Crumb(wording.text(OpenText.csv), here.setting("format", to: "csv")),
                Crumb(wording.text(OpenText.json), here.setting("format", to: "json")),
            ]))
        let gone = try await visit.office.openWithdrawals(register.name)
        if !gone.isEmpty {
            blocks.append(.section(wording.text(OpenText.withdrawnList), id: "withdrawn"))
            blocks.append(
                .table(
                    RowsTable(
                        caption: wording.text(OpenText.withdrawnList),
                        columns: [.init(label: wording.text(OpenText.day)), .init(label: wording.text(OpenText.reason))],
                        rows: gone.map {
                            .init(
                                head: $0.on?.iso ?? "—", address: visit.address(register.name, $0.id),
                                cells: [.init(wording.withdrawalReason($0.reason.rawValue))])
                        })))
        }
        return visit.page(
            OpenSheet(heading: wording.label(register), lead: lead(visit, register), path: path(visit, register), blocks: blocks))
    }

    private func lead(_ visit: OpenVisit, _ register: RegisterDefinition) -> String? {
        register.publication.level == .redactedCopy ? visit.wording.text(OpenText.redactedNote) : nil
    }

    private func path(_ visit: OpenVisit, _ register: RegisterDefinition, _ last: String? = nil) -> [Crumb] {
        let list = Crumb(visit.wording.label(register), last == nil ? nil : visit.address(register.name))
        return [Crumb(visit.wording.text(FrameText.publicHome), visit.address()), list] + (last.map { [Crumb($0)] } ?? [])
    }

    /// Everything that is public and meets the conditions, page after page.
    private func whole(_ visit: OpenVisit, _ register: RegisterDefinition, _ take: (OpenPresenter, [OpenRecord]) -> Void)
        async throws
    {
        var request = request(visit, register, limit: 500)
        request.cursor = nil
        while let page = try await visit.office.openList(request) {
            take(OpenPresenter(visit: visit, register: register, references: page.references), page.items)
            guard let next = page.next, !page.items.isEmpty else { return }
            request.cursor = next
        }
    }

    private func openCSV(_ visit: OpenVisit, _ register: RegisterDefinition) async throws -> Response {
        var writer = CSVWriter()
        writer.append(OpenPresenter(visit: visit, register: register, references: [:]).heads)
        try await whole(visit, register) { presenter, items in for item in items { writer.append(presenter.row(item)) } }
        return visit.answer(writer.take(), type: "text/csv; charset=utf-8", name: visit.wording.label(register) + ".csv")
    }

    private func openJSON(_ visit: OpenVisit, _ register: RegisterDefinition) async throws -> Response {
        var items: [(OpenPresenter, OpenRecord)] = []
        try await whole(visit, register) { presenter, some in items += some.map { (presenter, $0) } }
        var json = JSONWriter()
        json.object { json in
            json.member("register", visit.wording.label(register))
            json.member("total", Int64(items.count))
            json.key("items")
            json.array { json in for (presenter, item) in items { presenter.write(item, into: &json) } }
        }
        return visit.answer(json.bytes, type: "application/json")
    }

    // MARK: One record

    func openRecord(_ visit: OpenVisit) async throws -> Response {
        let register = try openRegister(visit)
        let wording = visit.wording
        switch try await visit.office.openRecord(register.name, id: visit.parameter("id")) {
        case nil: throw WebProblem.notFound
        case .withdrawn(let reason, let on):
            let facts = [
                (label: wording.text(OpenText.day), text: on?.iso ?? "—"),
                (label: wording.text(OpenText.reason), text: wording.withdrawalReason(reason.rawValue)),
            ]
            let title = wording.text(OpenText.withdrawnTitle)
            return visit.page(
                OpenSheet(
                    heading: title, lead: wording.text(OpenText.withdrawnGone), path: path(visit, register, title),
                    blocks: [.facts(facts)]), status: .gone, isKept: false)
        case .open(let record, let references):
            let presenter = OpenPresenter(visit: visit, register: register, references: references)
            if visit.arrival.wantsJSON {
                var json = JSONWriter()
                presenter.write(record, into: &json)
                return visit.answer(json.bytes, type: "application/json")
            }
            var blocks: [OpenSheet.Block] = [.facts(presenter.facts(record))]
            let files = Office.openFields(of: register).compactMap { field in
                record.values[field.name]?.attachment.map {
                    Crumb(presenter.label(field) + " " + $0.name, visit.address(register.name, record.id, "files", $0.hash))
                }
            }
            if !files.isEmpty { blocks.append(.buttons(files)) }
            if let text = record.text {
                blocks.append(.section(wording.text(OpenText.copy), id: "copy"))
                blocks.append(.document(text))
            }
            if record.hasDocument {
                blocks.append(
                    .buttons([Crumb(wording.text(OpenText.document), visit.address(register.name, record.id, "copy.docx"))]))
            }
            let name = presenter.name(record)
            return visit.page(
                OpenSheet(heading: name, lead: lead(visit, register), path: path(visit, register, name), blocks: blocks))
        }
    }

    func openDocument(_ visit: OpenVisit) async throws -> Response {
        let register = try openRegister(visit)
        guard let bytes = try await visit.office.openDocument(register.name, id: visit.parameter("id")) else {
            throw WebProblem.notFound
        }
        return visit.answer(bytes, type: Office.documentType, name: visit.wording.label(register) + ".docx")
    }

    func openFile(_ visit: OpenVisit) async throws -> Response {
        let register = try openRegister(visit)
        guard
            let (file, bytes) = try await visit.office.openFile(
                register.name, id: visit.parameter("id"), hash: visit.parameter("hash"))
        else { throw WebProblem.notFound }
        return visit.answer(bytes, type: FileName.mediaType(file.mediaType), name: file.name)
    }

    // MARK: Figures and reports

    func openFigures(_ visit: OpenVisit) async throws -> Response {
        let wording = visit.wording
        let year = visit.query("year").flatMap { Int($0) } ?? visit.office.district.year
        guard FigureYear.years.contains(year) else { throw WebProblem.badRequest }
        let groups = try await visit.office.openFigures(year: year)
        var blocks: [OpenSheet.Block] = []
        // The years beside the one that the district reports on; the address takes others too.
        let last = visit.today.year
        blocks.append(
            .buttons(
                (max(FigureYear.years.lowerBound, last - 3)...last).reversed().map {
                    Crumb(wording.year($0), visit.address("figures").setting("year", to: String($0)))
                }))
        for (register, figures) in groups {
            blocks.append(.section(wording.label(register), id: register.name))
            blocks.append(
                .table(
                    RowsTable(
                        caption: wording.label(register),
                        columns: [
                            .init(label: wording.text(OpenText.figure)),
                            .init(label: wording.text(OpenText.value), isNumber: true),
                            .init(label: wording.text(OpenText.rule)),
                        ],
                        rows: figures.map { figure in
                            let value =
                                switch figure.shown {
                                case .value(let value): wording.figure(value, unit: figure.definition.unit)
                                case .below(let least): wording.below(least)
                                }
                            let rule = wording.rule(of: figure.definition, in: register, catalogue: visit.catalogue)
                            return .init(
                                head: wording.label(figure.definition, in: register), address: nil,
                                cells: [.init(value, .number), .init(wording.text(of: rule))])
                        })))
        }
        let title = wording.text(OpenText.figuresTitle) + " " + wording.year(year)
        return visit.page(OpenSheet(heading: title, lead: wording.text(OpenText.figuresLead), blocks: blocks))
    }

    private func reportLink(_ report: ReleasedReport, _ visit: OpenVisit) -> OpenSheet.Link {
        .init(label: report.title, address: visit.address("report", String(report.year)), end: report.on.iso)
    }

    func openReports(_ visit: OpenVisit) async throws -> Response {
        let reports = try await visit.office.releasedReports()
        let wording = visit.wording
        let block: OpenSheet.Block =
            reports.isEmpty ? .paragraph(wording.text(OpenText.noReports)) : .links(reports.map { reportLink($0, visit) })
        return visit.page(
            OpenSheet(heading: wording.text(PublicText.reports), lead: wording.text(OpenText.reportsLead), blocks: [block]))
    }

    func openReport(_ visit: OpenVisit) async throws -> Response {
        let reports = try await visit.office.releasedReports()
        guard let report = reports.first(where: { String($0.year) == visit.parameter("year") }) else { throw WebProblem.notFound }
        let wording = visit.wording
        return visit.page(
            OpenSheet(
                heading: report.title, lead: wording.publicFrom(report.on.iso),
                path: [
                    Crumb(wording.text(FrameText.publicHome), visit.address()),
                    Crumb(wording.text(PublicText.reports), visit.address("report")), Crumb(wording.year(report.year)),
                ],
                blocks: [
                    .buttons([Crumb(wording.text(OpenText.document), visit.address("report", String(report.year), "annual.docx"))]
                    ),
                    .document(report.text),
                ]))
    }

    func openReportFile(_ visit: OpenVisit) async throws -> Response {
        guard let year = Int(visit.parameter("year")), let bytes = try await visit.office.releasedDocument(year: year) else {
            throw WebProblem.notFound
        }
        return visit.answer(bytes, type: Office.documentType, name: "\(visit.office.district.name)-\(year).docx")
    }
}

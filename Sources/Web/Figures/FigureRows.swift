import Access
import Casework
import Definitions
import Exchange
import Foundation
import Hummingbird
import Indicators
import LegalTime
import Pages
import Records
import Store
import Wording

/// The records behind one list of a figure, or behind one cell of a breakdown of it; or the distinct things that it counted.
struct FigureRows {
    let view: FigureView
    let side: FigurePart.Side
    let place: Int
    let part: FigurePart
    /// The register that the part lists.
    let home: RegisterDefinition
    let by: String?
    let key: String
    let limit: Int
    private var period: Period
    private var cell: Condition?
    private var owners: Set<String>?

    private var year: FigureYear { view.year }
    private var visit: Visit { view.visit }
    private var wording: Wording { view.wording }

    /// What the address asks for: `side`, `part`, `by` and `key`; nil where the figure has no such list.
    init?(_ view: FigureView) throws {
        let query = view.visit.arrival.query
        let side = query("side").map { FigurePart.Side(rawValue: $0) } ?? view.mainSide
        guard let side, let part = Int(query("part") ?? "0"), part >= 0 else { throw WebProblem.badRequest }
        try self.init(view, side: side, part: part, by: query("by"), key: query("key") ?? "", limit: 50)
    }

    init?(_ view: FigureView, side: FigurePart.Side, part place: Int, by: String? = nil, key: String = "", limit: Int) throws {
        let parts = view.side(side)
        guard parts.indices.contains(place), let home = view.visit.catalogue.register(parts[place].register) else { return nil }
        self.view = view
        self.side = side
        self.place = place
        self.by = by
        self.key = key
        self.limit = limit
        self.home = home
        part = parts[place]
        period = view.year.period
        owners = view.owners
        switch by {
        case nil: break
        case "month":
            guard let month = period.months.first(where: { $0.from.iso.hasPrefix(key + "-") }) else { return nil }
            period = month
        case "owner": owners = view.owners.map { $0.intersection([key]) } ?? [key]
        case let name?:
            guard home.name == view.register.name, let group = view.breakdowns.first(where: { $0.name == name }),
                case .field(let path) = group.breakdown
            else { return nil }
            cell = .field(FieldPath(path), key.isEmpty ? .isUnset : .oneOf([.text(key)], orUnset: false))
        }
    }

    /// The field whose distinct values are counted; nil where records are.
    private var distinctPath: FieldPath? {
        if case .countDistinct(let path) = part.measure.aggregate { path } else { nil }
    }

    /// The list as the office is asked for it.
    var request: ListRequest {
        var request = ListRequest(register: home.name)
        let subject = part.measure.subject
        let isCounted = subject != .records
        let conditions = [isCounted ? nil : part.condition, cell].compactMap { $0 }.filter { $0 != .always }
        request.condition = conditions.isEmpty ? .always : conditions.count == 1 ? conditions[0] : .all(conditions)
        request.placed = RecordQuery.Placed(
            subject: subject, condition: isCounted ? part.condition : .always, placement: part.measure.placement,
            from: period.from, through: period.through)
        request.owners = owners
        // A month of the year is counted as the year is, so that the months add up.
        let cutOff = year.period.through
        request.asOf = min(cutOff, year.today)
        request.knownThrough = cutOff < year.today && !part.measure.seesLater ? cutOff : nil
        request.limit = limit
        return request
    }

    struct Found {
        var table: RowsTable
        var total: Int
        var page: RecordPage?
    }

    func found() async throws -> Found {
        if let distinctPath { return try await distinct(distinctPath) }
        var request = request
        if let after = visit.arrival.query("after") { request.cursor = ListQuery.cursor(after, isBackwards: false) }
        if let before = visit.arrival.query("before") { request.cursor = ListQuery.cursor(before, isBackwards: true) }
        let page = try await visit.office.list(request, by: visit.actor)
        let total = page.total ?? page.items.count
        return Found(table: table(page, caption: heading(total)), total: total, page: page)
    }

    func heading(_ total: Int) -> String { wording.countedHeading(FigureView.text(side), total) }

    // MARK: Tables

    /// The heading of a record and the columns of its list, without rows fields.
    private var fields: [FieldDefinition] {
        let names = [home.heading].compactMap { $0 } + home.list.columns.filter { $0 != home.heading }
        return names.compactMap { home.field($0) }.filter { $0.type != .rows }
    }

    /// Whether a record may count several times.
    private var isTimed: Bool {
        switch part.measure.subject {
        case .records, .acts(_, isDistinct: true): false
        case .rows, .acts: true
        }
    }

    private func table(_ page: RecordPage, caption: String) -> RowsTable {
        let text = visit.valueText(home, references: page.references)
        let fields = fields
        let columns =
            [RowsTable.Column(label: wording.text(CommonText.number))]
            + fields.map { field in
                let isNumber = [.integer, .decimal, .money].contains(field.type)
                let unit = field.unit ?? (field.type == .money ? "元" : nil)
                let label = wording.label(ofField: field.name, in: home)
                return RowsTable.Column(label: isNumber ? wording.label(label, unit: unit) : label, isNumber: isNumber)
            } + [
                RowsTable.Column(label: wording.text(CommonText.owner)),
                RowsTable.Column(label: wording.text(CommonText.state)),
            ] + (isTimed ? [RowsTable.Column(label: wording.text(FigurePageText.times), isNumber: true)] : [])
        let rows = page.items.map { item in
            RowsTable.Row(
                head: item.record.number, address: .record(home.name, item.record.id),
                cells: fields.map { cell(item.record.values[$0.name], $0, text) }
                    + [
                        ListPage.Cell(visit.directory.unitLabel(item.record.owner, in: visit.language)),
                        ListPage.Cell(wording.label(ofState: item.record.state, in: home)),
                    ] + (isTimed ? [ListPage.Cell(wording.number(item.times ?? 0), .number)] : []))
        }
        return RowsTable(caption: caption, columns: columns, rows: rows)
    }

    private func cell(_ value: Value?, _ field: FieldDefinition, _ text: ValueText) -> ListPage.Cell {
        let shown = text.text(value, of: field)
        guard !shown.isEmpty else { return ListPage.Cell("—") }
        switch value {
        case .masked, .sealed: return ListPage.Cell(shown, .masked)
        case .integer: return ListPage.Cell(shown, .number)
        case .day, .moment: return ListPage.Cell(shown, .date)
        default: return ListPage.Cell(shown)
        }
    }

    private static let mostThings = 2000

    /// Units, people or things, each once, with how many records name it. Only the whole and months are listed so.
    private func distinct(_ path: FieldPath) async throws -> Found {
        guard cell == nil, owners == view.owners else { throw WebProblem.notFound }
        let things = try await year.statistics.distinct(
            part, period: period, of: year.period, scope: view.scope, today: year.today, limit: Self.mostThings)
        var labels: [String: String] = [:]
        var targets: String?
        if path.field == "owner", home.field("owner") == nil {
            for thing in things { labels[thing.key] = visit.directory.unitLabel(thing.key, in: visit.language) }
        } else if home.name == view.register.name, let field = home.field(at: path), field.personal == nil {
            labels = try await view.labels(things.map(\.key), of: field)
            targets = field.type == .reference ? field.target.flatMap { visit.isVisible($0) ? $0 : nil } : nil
        }
        let head =
            path.field == "owner" && home.field("owner") == nil
            ? wording.text(CommonText.owner) : wording.label(ofField: path, in: home)
        let caption = heading(things.count)
        let rows = things.prefix(limit == 5 ? 5 : things.count).map { thing in
            RowsTable.Row(
                head: labels[thing.key] ?? thing.key, address: targets.map { .record($0, thing.key) },
                cells: [ListPage.Cell(wording.number(thing.records), .number)])
        }
        let columns = [
            RowsTable.Column(label: head), RowsTable.Column(label: wording.text(FigurePageText.recordsOfIt), isNumber: true),
        ]
        return Found(table: RowsTable(caption: caption, columns: columns, rows: Array(rows)), total: things.count, page: nil)
    }

    // MARK: Answers

    private var address: Address {
        Address(visit.arrival.address.path, query: visit.arrival.address.query).without(["after", "before", "format"])
    }

    func answer() async throws -> Response {
        let found = try await found()
        let next = found.page?.next.map { address.setting("after", to: ListQuery.text($0)) }
        if visit.arrival.wantsJSON {
            guard let page = found.page else { return Answer.json(distinctJSON(found)) }
            return Answer.json(RecordJSON(visit, home).list(page, next: next))
        }
        let previous = found.page?.previous.map { address.setting("before", to: ListQuery.text($0)) }
        let count = found.table.rows.count
        // Without page numbers a page knows its place only where it is the first.
        let isFirst = visit.arrival.query("after") == nil && visit.arrival.query("before") == nil
        let shown = count == 0 ? "" : isFirst ? wording.shown(1...count, of: found.total) : wording.total(found.total)
        let mayExport = found.page != nil && !visit.actor.scope.units(for: .export, in: home.name).isEmpty
        let exports = mayExport ? [("xlsx", CommonText.exportExcel), ("csv", .exportCSV)] : []
        return try await visit.page(
            FigureRowsPage(
                label: view.label, register: view.registerCrumb, figure: .figure(view.name, year: year.year), year: year.year,
                heading: heading(found.total), filter: try await filter(),
                rule: wording.phrase(part.measure, part.condition, in: home),
                hint: found.page == nil
                    ? wording.text(FigurePageText.distinctHint) : isTimed ? wording.text(FigurePageText.timesHint) : nil,
                views: views, table: found.table,
                shown: shown,
                previous: previous, next: next,
                exports: exports.map { Crumb(wording.text($1), address.setting("format", to: $0)) },
                asOf: visit.office.clock.present))
    }

    /// The other lists of the figure, of the whole year.
    private var views: [ViewLink] {
        [FigurePart.Side.value, .numerator, .denominator].flatMap { side in
            view.side(side).enumerated().map { place, part in
                let text = wording.text(FigureView.text(side))
                return ViewLink(
                    label: view.side(side).count > 1 ? text + wording.colon + view.label(part) : text,
                    href: view.rowsAddress(side, part: place).text,
                    count: part.count, isCurrent: by == nil && side == self.side && place == self.place)
            }
        }
    }

    /// The cell in words.
    private func filter() async throws -> String? {
        switch by {
        case nil: return nil
        case "month": return wording.month(period.from.month)
        case let name?:
            guard let group = view.breakdowns.first(where: { $0.name == name }) else { return nil }
            return group.label + wording.colon + (try await view.labels([key], of: group)[key] ?? key)
        }
    }

    private func distinctJSON(_ found: Found) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("items")
            json.array { json in
                for row in found.table.rows {
                    json.object { json in
                        json.member("name", row.head)
                        json.member("records", row.cells.first?.text)
                    }
                }
            }
            json.member("total", Int64(found.total))
            json.key("next")
            json.null()
        }
        return json.bytes
    }

    /// The list as a file, under the export right.
    func file(_ name: String) async throws -> Response {
        guard distinctPath == nil, let format = SheetFormat(rawValue: name), format != .jsonl,
            let export = Export(office: visit.office, register: home.name, actor: visit.actor, wording: wording)
        else { throw WebProblem.badRequest }
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).\(name)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        do {
            _ = try await export.write(
                request, as: format, to: path,
                conditions: [view.label, wording.year(year.year), try await filter()].compactMap { $0 })
        } catch ExportError.notAllowed {
            throw WebProblem.forbidden
        }
        guard let bytes = FileManager.default.contents(atPath: path) else { throw WebProblem.notFound }
        return Answer.file([UInt8](bytes), name: "\(view.name.local)-\(year.year).\(name)")
    }
}

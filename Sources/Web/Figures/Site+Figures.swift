import Casework
import Definitions
import HTTPTypes
import Hummingbird
import Indicators
import LegalTime
import OfficeFormats
import Pages
import Reports
import Wording

extension Site {
    /// All figures of a year: a page, JSON, or a file with `?format=xlsx|csv`.
    func figures(_ visit: Visit) async throws -> Response {
        let year = try FigureYear(visit)
        guard !year.visible.isEmpty else { throw WebProblem.forbidden }
        let table = try await year.table(year.statistics.names(in: year.period, registers: year.visible))
        if visit.arrival.wantsJSON { return Answer.json(table.json()) }
        switch visit.arrival.query("format") {
        case "xlsx": return Answer.file(try table.xlsx(visit.wording), name: "figures-\(year.year).xlsx")
        case "csv": return Answer.file(table.csv(visit.wording), name: "figures-\(year.year).csv")
        default: break
        }
        let workstreams = Dictionary(
            visit.catalogue.workstreams.map { ($0.name, visit.wording.label($0)) }, uniquingKeysWith: { first, _ in first })
        let groups = visit.catalogue.registers.compactMap { register -> FiguresPage.Group? in
            let lines = table.lines.filter { $0.figure.name.register == register.name }.map { year.line($0) }
            guard !lines.isEmpty else { return nil }
            return FiguresPage.Group(
                workstream: workstreams[register.workstream] ?? "", register: visit.wording.label(register),
                address: .list(register.name), lines: lines)
        }
        return try await visit.page(
            FiguresPage(
                district: year.district, year: year.year, years: year.yearLinks { .figures(year: $0) }, groups: groups,
                asOf: visit.office.clock.present, cutOff: year.cutOff, isLocked: year.isLocked,
                isPartial: year.isPartial(groups.compactMap { $0.address.path.last })))
    }

    /// One figure with everything about it; as JSON the same shape with this one figure.
    func figure(_ visit: Visit) async throws -> Response {
        let year = try FigureYear(visit)
        let (register, name) = try Self.figureName(visit, year)
        if visit.arrival.wantsJSON { return Answer.json(try await year.table([name]).json()) }
        guard let view = try await FigureView(year, register: register, name: name) else { throw WebProblem.notFound }
        return try await visit.page(try await view.page())
    }

    /// The records behind a figure; `?format=xlsx|csv` takes them out.
    func figureRows(_ visit: Visit) async throws -> Response {
        let year = try FigureYear(visit)
        let (register, name) = try Self.figureName(visit, year)
        guard let view = try await FigureView(year, register: register, name: name), let rows = try FigureRows(view) else {
            throw WebProblem.notFound
        }
        if let format = visit.arrival.query("format") { return try await rows.file(format) }
        return try await rows.answer()
    }

    /// The figure named in the address, of a register that this person sees.
    private static func figureName(_ visit: Visit, _ year: FigureYear) throws -> (RegisterDefinition, FigureName) {
        let place = "\(visit.arrival.parameter("register")).\(visit.arrival.parameter("indicator"))"
        guard let name = FigureName(place), !visit.directory.units.ids(named: name.units).isEmpty || name.units.isEmpty,
            year.visible.contains(name.register), let register = visit.catalogue.register(name.register),
            visit.catalogue.indicator(name) != nil
        else { throw WebProblem.notFound }
        return (register, name)
    }
}

extension Answer {
    private static let types = [
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "csv": "text/csv; charset=utf-8",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "md": "text/markdown; charset=utf-8",
        "html": "text/html; charset=utf-8", "json": "application/json",
    ]

    /// A file to be kept, never shown in the page's place. The name is plain ASCII.
    static func file(_ bytes: [UInt8], name: String) -> Response {
        let ending = name.split(separator: ".").last.map(String.init) ?? ""
        var headers = data(types[ending] ?? "application/octet-stream")
        headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return Response(status: .ok, headers: headers, body: body(bytes))
    }
}

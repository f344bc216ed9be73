import ArgumentParser
import Casework
import Definitions
import Indicators
import LegalTime
import Records
import Reports
import Wording

struct Figures: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The figures of a year; with `rows`, the records behind one.",
        discussion: "Example: zhunsheng figures --year 2021 --format csv",
        subcommands: [FigureList.self, FigureRows.self], defaultSubcommand: FigureList.self)
}

struct FigureList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "All figures of a year.")

    enum Form: String, ExpressibleByArgument, CaseIterable {
        case table, text, json, csv
    }

    @OptionGroup var options: OfficeOptions
    @Option(help: "The year; else the one whose report is being written.") var year: Int?
    @Option(help: "Only this register.") var register: String?
    @Option(help: "table, json or csv.") var format: Form = .table

    func run() async throws {
        let office = try await options.office()
        let wanted = year ?? office.district.year
        let statistics = office.statistics
        let period = Period(year: wanted)
        let names = statistics.names(in: period, registers: register.map { [$0] })
        let figures = try await statistics.figures(
            names, period: period, scope: office.console().scope, today: office.clock.today())
        let wording = Wording(language: options.language, labels: office.catalogue.labels)
        let table = FigureTable(
            district: office.district.name, districtLabel: office.district.label, year: wanted, cutOff: office.clock.present,
            figures: figures,
            catalogue: office.catalogue, wording: wording)
        switch format {
        case .json: Terminal.write(table.json())
        case .csv: Terminal.write(table.csv(wording))
        case .table, .text:
            Terminal.say(
                Terminal.table(
                    figures.map { figure in
                        [
                            figure.name.description,
                            office.catalogue.register(figure.name.register).map { wording.label(figure.definition, in: $0) }
                                ?? figure.name.indicator, figure.value.text,
                            figure.value.isPercent ? "" : wording.unit(figure.definition.unit),
                            figure.denominator.map { "= \(figure.numerator ?? 0) ÷ \($0)" } ?? "",
                        ]
                    }))
        }
        await office.engine.close()
    }
}

struct FigureRows: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rows", abstract: "The records behind a figure.",
        discussion: "Example: zhunsheng figures rows REGISTER.INDICATOR --year 2021")

    @Argument(help: "REGISTER.INDICATOR, as zhunsheng figures lists it.") var name: String
    @OptionGroup var options: OfficeOptions
    @Option(help: "The year; else the one whose report is being written.") var year: Int?
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() async throws {
        let office = try await options.office()
        guard let figure = FigureName(name), office.catalogue.indicator(figure) != nil else {
            throw CommandFailure(
                "没有指标“\(name)”。用 zhunsheng figures 看全部。", "There is no figure “\(name)”. zhunsheng figures lists all.",
                options.language)
        }
        let statistics = office.statistics
        let period = Period(year: year ?? office.district.year)
        let actor = office.console(acts: [.read])
        let parts = try await statistics.parts(of: figure, period: period, scope: actor.scope, today: office.clock.today())
        var rows: [(side: String, register: String, number: String, state: String, title: String)] = []
        for part in parts {
            var request = ListRequest(register: part.register)
            let subject = part.measure.subject
            request.condition = subject == .records ? part.condition : .always
            request.placed = .init(
                subject: subject, condition: subject == .records ? .always : part.condition, placement: part.measure.placement,
                from: period.from, through: period.through)
            let today = office.clock.today()
            request.asOf = min(period.through, today)
            request.knownThrough = period.through < today && !part.measure.seesLater ? period.through : nil
            request.wantsTotal = false
            request.limit = 500
            let heading = office.catalogue.register(part.register)?.heading
            repeat {
                let page = try await office.list(request, by: actor)
                rows += page.items.map { item in
                    (
                        part.side.rawValue, part.register, item.record.number, item.record.state,
                        heading.flatMap { item.record.values[$0]?.text } ?? ""
                    )
                }
                request.cursor = page.next
            } while request.cursor != nil
        }
        if format == .json {
            Terminal.say(
                JSONText.list(
                    rows.map {
                        .object([
                            ("side", .text($0.side)), ("register", .text($0.register)), ("number", .text($0.number)),
                            ("state", .text($0.state)), ("title", .text($0.title)),
                        ])
                    }
                ).written())
        } else {
            Terminal.say(Terminal.table(rows.map { [$0.side, $0.number, $0.state, $0.title] }))
        }
        await office.engine.close()
    }
}

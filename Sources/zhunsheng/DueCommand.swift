import ArgumentParser
import Casework
import LegalTime
import Wording

struct DueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "What is due, earliest first.",
        discussion: "Example: zhunsheng due --on 2022-01-18 --within 7")

    @OptionGroup var options: OfficeOptions
    @Option(help: "The day; else the office's today.") var on: String?
    @Option(help: "Only clocks due within so many days.") var within: Int?
    @Option(help: "At most so many lines.") var limit = 1000
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() async throws {
        let office = try await options.office()
        guard let day = on.map(Day.init(iso:)) ?? office.clock.today() else {
            throw CommandFailure(
                "“\(on ?? "")”不是日期。可写 2022-01-18。", "“\(on ?? "")” is no date. Write 2022-01-18.", options.language)
        }
        let items = try await office.due(
            by: office.console(acts: [.read]), on: day, through: within.map { day.adding(days: $0) }, limit: limit)
        let directory = try await office.directory()
        let wording = Wording(language: options.language, labels: office.catalogue.labels)
        func basis(_ item: DueItem) -> String { item.run.law.isEmpty ? "" : "\(item.run.law)#\(item.run.article)" }
        if format == .json {
            Terminal.say(
                JSONText.list(
                    items.map { item in
                        .object([
                            ("register", .text(item.register)), ("number", .text(item.number)),
                            ("deadline", .text(item.run.deadline)),
                            ("basis", .text(basis(item))), ("due", JSONText(item.run.dueAt?.iso ?? item.run.dueOn?.iso)),
                            ("status", .text(item.status.rawValue)), ("provisional", .bool(item.run.isProvisional)),
                            ("confirm", .bool(item.needsConfirmation)), ("unit", .text(item.owner)),
                        ])
                    }
                ).written())
        } else {
            Terminal.say(
                Terminal.table(
                    items.map { item in
                        let register = office.catalogue.register(item.register)
                        let clock = wording.clock(of: item.run, today: day, now: office.clock.present, sense: item.run.sense)
                        return [
                            item.number,
                            register.map { wording.label(ofDeadline: item.run.deadline, in: $0) } ?? item.run.deadline,
                            item.run.dueOn?.iso ?? "—", clock.text,
                            item.needsConfirmation ? wording.confirmMark : "",
                            directory.unitLabel(item.owner, in: options.language),
                            item.title,
                        ]
                    }))
        }
        await office.engine.close()
    }
}

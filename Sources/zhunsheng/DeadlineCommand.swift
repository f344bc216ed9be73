import ArgumentParser
import Definitions
import LegalTime
import Wording

struct Deadline: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Computes one clock, step by step with --explain.",
        discussion: """
            Example: zhunsheng deadline 行政复议/decide --from 2021-11-12 --pause 2021-12-01..2021-12-21 --explain
            """)

    @Argument(help: "Name of the clock, as zhunsheng periods lists it.") var name: String
    @Option(name: .customLong("from"), help: "Start: a day, or a day and time for clocks in minutes or hours.") var from: String
    @Option(name: .customLong("version-on"), help: "The day whose law applies; else the start.") var versionOn: String?
    @Option(help: "A pause FROM..RESUMED; may be given several times.") var pause: [String] = []
    @Option(help: "Days (or the clock's own unit) by which it was extended.") var extend: Int?
    @Flag(help: "Print how the day is reached.") var explain = false
    @OptionGroup var catalogue: CatalogueOptions
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() throws {
        let whole = try catalogue.load()
        let language = catalogue.language
        guard let clock = whole.clock(name) else {
            let near = whole.laws.flatMap(\.clocks).map(\.name).filter {
                $0.contains(name) || name.contains($0.split(separator: "/").first ?? "")
            }
            throw CommandFailure(
                "没有期限“\(name)”。\(near.isEmpty ? "用 zhunsheng periods 看全部。" : "相近：\(near.prefix(5).joined(separator: "、"))。")",
                "There is no clock “\(name)”. \(near.isEmpty ? "zhunsheng periods lists all." : "Near: \(near.prefix(5).joined(separator: ", ")).")",
                language)
        }
        let start: Reckoning.Start
        if let day = Day(iso: from) {
            start = .day(day)
        } else if let instant = Instant(iso: from.replacing(" ", with: "T")) {
            start = .instant(instant)
        } else {
            throw CommandFailure("“\(from)”不是日期。可写 2021-11-12。", "“\(from)” is no date. Write 2021-11-12.", language)
        }
        let day = try versionOn.map { text in
            guard let day = Day(iso: text) else { throw CommandFailure("“\(text)”不是日期。", "“\(text)” is no date.", language) }
            return day
        }
        guard let version = clock.version(on: day ?? start.day) else {
            throw CommandFailure(
                "\((day ?? start.day).iso) 没有在施行的“\(name)”。", "No version of “\(name)” is in force on \((day ?? start.day).iso).",
                language)
        }
        var extended: Length?
        if let extend, let cap = version.extendAtMost { extended = Length(extend, cap.unit) }
        if let extend, let refusal = extensionRefusal(requested: extended ?? .calendarDays(extend), cap: version.extendAtMost) {
            throw CommandFailure(Self.refused(refusal, .chinese), Self.refused(refusal, .english), language)
        }
        let due = Reckoning(
            from: start, term: version.term, sense: version.sense, roll: version.roll,
            pauses: try pause.map { try Self.pause($0, language) },
            extendedBy: extended
        ).explain(by: whole.calendar)
        let wording = Wording(language: language, labels: whole.labels)
        if format == .json {
            Terminal.say(json(version, start: start, due: due, wording: wording))
        } else {
            text(version, due: due, wording: wording, catalogue: whole, day: day ?? start.day)
        }
    }

    private static func pause(_ text: String, _ language: Language) throws -> Pause {
        let parts = text.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
        guard let from = parts.first.flatMap(Day.init(iso:)), parts.count == 1 || Day(iso: parts[1]) != nil else {
            throw CommandFailure(
                "中止写作 2021-12-01..2021-12-21（恢复之日）。", "Write a pause as 2021-12-01..2021-12-21 (day of resumption).", language)
        }
        return Pause(from: from, resumed: parts.count > 1 ? Day(iso: parts[1]) : nil)
    }

    private static func refused(_ refusal: ExtensionRefusal, _ language: Language) -> String {
        let wording = Wording(language: language)
        return switch refusal {
        case .notForeseen: language == .chinese ? "这一期限不能延长。" : "This period cannot be extended."
        case .notPositive: language == .chinese ? "延长的日数要大于零。" : "An extension must be above zero."
        case .overCap(_, let cap), .differentUnit(_, let cap):
            language == .chinese ? "至多延长\(wording.length(cap))。" : "It may be extended by at most \(wording.length(cap))."
        }
    }

    private func text(_ version: ClockVersion, due: Due, wording: Wording, catalogue: Catalogue, day: Day) {
        Terminal.say(
            "\(name)  \(wording.term(of: version))  \(wording.citation(version.basis, in: catalogue, on: day))"
        )
        if version.needsConfirmation { Terminal.say(wording.confirmMark) }
        if explain {
            let period = ReckonedPeriod(term: version.term, sense: version.sense, startLabel: nil, pauseLabel: nil)
            Terminal.say(Terminal.table(wording.lines(of: due, period).map { ["  " + $0.dates, $0.why, $0.sum] }))
        }
        let mark = due.point?.provisional == true ? " " + wording.provisionalMark : ""
        Terminal.say((due.point?.instant.map { wording.moment($0) } ?? due.day?.iso ?? "—") + mark)
    }

    private func json(_ version: ClockVersion, start: Reckoning.Start, due: Due, wording: Wording) -> String {
        let period = ReckonedPeriod(term: version.term, sense: version.sense, startLabel: nil, pauseLabel: nil)
        let steps = wording.lines(of: due, period).map { line in
            JSONText.object([
                (
                    "date",
                    .text(line.step.from == line.step.to ? line.step.from.iso : "\(line.step.from.iso)..\(line.step.to.iso)")
                ),
                ("counts", .bool(line.step.counts)), ("why", .text(line.why)),
            ])
        }
        return JSONText.object([
            ("period", .text(name)), ("law", .text(version.law)), ("article", .text(version.article)), ("from", .text(from)),
            ("due", JSONText(due.point?.instant?.iso ?? due.day?.iso)), ("provisional", .bool(due.point?.provisional ?? false)),
            ("steps", .list(steps)),
        ]).written()
    }
}

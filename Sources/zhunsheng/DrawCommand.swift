import ArgumentParser
import Draws
import Foundation

/// Repeats a published draw, or makes one from a plain list.
struct DrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract:
            "A random draw that anybody can repeat: --verify a published one, or draw from a list; exit 1 where it does not repeat.",
        discussion: """
            Example: zhunsheng draw --verify 抽查记录.json
                     zhunsheng draw --list 企业名单.txt --count 5 --seed 20310105-3141592 --output 抽查记录.json
            A list has one entry a line: its key, or key, name and part of the list parted by tabs.
            """)

    @Option(help: ArgumentHelp("A published draw to repeat.", valueName: "file")) var verify: String?
    @Option(help: ArgumentHelp("A list to draw from.", valueName: "file")) var list: String?
    @Option(help: "How many.") var count: Int?
    @Flag(help: "So many of each part of the list.") var perPart = false
    @Option(help: "The seed; published with the draw.") var seed: String?
    @Option(help: "Where the seed comes from, in words.") var seedSource = ""
    @Option(name: .shortAndLong, help: "File to write; else standard output.") var output: String?
    @Option(help: "zh or en.") var language = "zh"
    @Option(help: "text or json.") var format: OutputFormat = .text

    func validate() throws {
        guard (verify == nil) != (list == nil) else { throw ValidationError("Say either --verify FILE or --list FILE.") }
        if list != nil, count.map({ $0 < 1 }) ?? true { throw ValidationError("Say how many with --count, 1 or more.") }
        if list != nil, seed.map({ $0.allSatisfy(\.isWhitespace) }) ?? true {
            throw ValidationError("Give a --seed that nobody could know before the list was fixed.")
        }
    }

    func run() async throws {
        if let verify { try repeatDraw(verify) } else if let list { try draw(from: list) }
    }

    private var chinese: Bool { language != "en" }

    private func bytes(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            Terminal.complain(chinese ? "打不开 \(path)。请检查路径。" : "\(path) cannot be opened. Check the path.")
            throw ExitCode(2)
        }
        return Array(data)
    }

    private func repeatDraw(_ path: String) throws {
        guard let record = DrawRecord(json: try bytes(path)) else {
            Terminal.complain(chinese ? "\(path) 不是抽取记录。" : "\(path) is no record of a draw.")
            throw ExitCode(2)
        }
        let findings = record.findings().map { DrawWords(chinese: chinese).sentence($0) }
        if format == .json {
            Terminal.say(
                JSONText.object([
                    ("draw", .text(record.title)), ("candidates", .number(record.list.candidates.count)),
                    ("excluded", .number(record.list.candidates.count - record.list.eligible.count)),
                    ("drawn", .number(record.drawn.count)), ("list_sha256", .text(record.fingerprint)),
                    ("seed", .text(record.seed)),
                    ("repeats", .bool(findings.isEmpty)), ("findings", .list(findings.map { .text($0) })),
                ]).written())
        } else {
            Terminal.say(DrawWords(chinese: chinese).summary(record))
            findings.forEach(Terminal.say)
        }
        if !findings.isEmpty { throw ExitCode(1) }
    }

    private func draw(from path: String) throws {
        let text = String(decoding: try bytes(path), as: UTF8.self)
        let candidates = text.split(whereSeparator: \.isNewline).compactMap { line -> Candidate? in
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard let key = parts.first, !key.isEmpty else { return nil }
            return Candidate(
                id: key, label: parts.count > 1 ? parts[1] : key, stratum: parts.count > 2 ? parts[2] : "",
                exclusion: parts.count > 3 && !parts[3].isEmpty ? parts[3] : nil)
        }
        let now = Date.now.formatted(.iso8601)
        let size: DrawRule.Size = perPart ? .perStratum(count ?? 1) : .total(count ?? 1)
        let rule = DrawRule(size: size)
        let frozen = DrawList(candidates)
        let drawn: [Drawn]
        do throws(DrawRefusal) {
            drawn = try Draw(list: frozen, rule: rule, seed: seed ?? "").outcome()
        } catch {
            Terminal.complain(DrawWords(chinese: chinese).sentence(error))
            throw ExitCode(2)
        }
        try write(
            DrawRecord(
                title: (path as NSString).lastPathComponent, frozenAt: now, drawnAt: now, list: frozen, people: DrawList([]),
                rule: rule, seed: seed ?? "", seedSource: seedSource, drawn: drawn.map { .init(id: $0.candidate.id) }))
        if output != nil { drawn.forEach { Terminal.say("\($0.candidate.id)\t\($0.candidate.label)") } }
    }

    private func write(_ record: DrawRecord) throws {
        let bytes = try record.json()
        guard let output else { return Terminal.write(bytes) }
        do { try Data(bytes).write(to: URL(fileURLWithPath: output)) } catch {
            Terminal.complain(chinese ? "写不进 \(output)。" : "\(output) cannot be written.")
            throw ExitCode(2)
        }
    }
}

/// What is said of a draw, in one of the two languages.
struct DrawWords {
    var chinese: Bool

    func summary(_ record: DrawRecord) -> String {
        if record.isPending { return pending(record) }
        let all = record.list.candidates.count
        let eligible = record.list.eligible.count
        return chinese
            ? """
            \(record.title)：名单 \(all) 项，排除 \(all - eligible) 项，抽出 \(record.drawn.count) 项
            名单指纹 \(record.fingerprint)
            种子 \(record.seed)\(record.seedSource.isEmpty ? "" : "（\(record.seedSource)）")
            \(record.findings().isEmpty ? "重抽结果与公布的完全一致。" : "重抽结果与公布的不一致：")
            """
            : """
            \(record.title): \(all) on the list, \(all - eligible) excluded, \(record.drawn.count) drawn
            fingerprint \(record.fingerprint)
            seed \(record.seed)\(record.seedSource.isEmpty ? "" : " (\(record.seedSource))")
            \(record.findings().isEmpty ? "Drawn again, the outcome is the published one." : "Drawn again, the outcome differs:")
            """
    }

    private func pending(_ record: DrawRecord) -> String {
        let all = record.list.candidates.count
        let isRight = record.findings().isEmpty
        return chinese
            ? """
            \(record.title)：名单已冻结，还没有抽取；名单 \(all) 项，排除 \(all - record.list.eligible.count) 项
            名单指纹 \(record.fingerprint)
            种子来源 \(record.seedSource)
            \(isRight ? "名单与指纹一致。" : "名单与指纹不一致：")
            """
            : """
            \(record.title): frozen, not drawn yet; \(all) on the list, \(all - record.list.eligible.count) excluded
            fingerprint \(record.fingerprint)
            source of the seed \(record.seedSource)
            \(isRight ? "The list has this fingerprint." : "The list does not have this fingerprint:")
            """
    }

    func sentence(_ finding: DrawRecord.Finding) -> String {
        switch finding {
        case .listAltered(let published, let found):
            chinese
                ? "名单在冻结之后被改过：公布的指纹是 \(published)，现在的名单算出 \(found)。"
                : "The list was altered after it was frozen: published \(published), found \(found)."
        case .seedNotCommitted:
            chinese ? "种子不是冻结名单时承诺的那一个。" : "The seed is not the one committed to when the list was frozen."
        case .drawnBeforeFrozen: chinese ? "抽取时间早于名单冻结时间。" : "The draw is dated before the list was frozen."
        case .otherCount(let published, let found):
            chinese ? "公布了 \(published) 项，应为 \(found) 项。" : "\(published) were published, \(found) are right."
        case .otherChoice(let place, let published, let found):
            chinese
                ? "第 \(place) 项应为 \(name(found))，公布的是 \(name(published))。"
                : "Number \(place) should be \(name(found)), published is \(name(published))."
        case .cannotBeDrawn(let refusal): sentence(refusal)
        }
    }

    private func name(_ choice: DrawRecord.Choice) -> String {
        choice.team.isEmpty ? choice.id : "\(choice.id)（\(choice.team.joined(separator: "、"))）"
    }

    func sentence(_ refusal: DrawRefusal) -> String {
        switch refusal {
        case .emptySeed: chinese ? "没有种子。" : "There is no seed."
        case .nothingEligible: chinese ? "名单里没有可抽的项。" : "Nothing on the list may be drawn."
        case .repeatedCandidates(let ids):
            chinese
                ? "名单里有重复的编号：\(ids.joined(separator: "、"))。请先去重。"
                : "The list repeats \(ids.joined(separator: ", ")). Remove the doubles first."
        case .tooFewPeople(let needs, let has):
            chinese ? "每组要 \(needs) 人，名单里只有 \(has) 人。" : "A team needs \(needs), the list has \(has)."
        }
    }
}

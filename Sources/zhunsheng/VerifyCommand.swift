import ArgumentParser
import Casework
import Vault

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Walks the hash chain of the log; exit 1 at the first entry that was altered, is missing or out of order.",
        discussion: "Example: zhunsheng verify --database zhunsheng.sqlite")

    @OptionGroup var options: OfficeOptions
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() async throws {
        let office = try await options.office()
        let (entries, finding) = try await office.verifyLog()
        let chinese = options.language == .chinese
        if format == .json {
            Terminal.say(
                JSONText.object([
                    ("district", .text(office.district.name)), ("entries", .number(Int(entries))),
                    ("whole", .bool(finding == nil)),
                    ("finding", JSONText(finding.map { Self.sentence($0, chinese: false) })),
                ]).written())
        } else if let finding {
            Terminal.say(Self.sentence(finding, chinese: chinese))
        } else {
            Terminal.say(
                chinese ? "日志完整：\(entries) 条，逐条相连。" : "The log is whole: \(entries) entries, each chained to the one before.")
        }
        await office.engine.close()
        if finding != nil { throw ExitCode(1) }
    }

    static func sentence(_ finding: ChainFinding, chinese: Bool) -> String {
        switch finding {
        case .altered(let sequence): chinese ? "第 \(sequence) 条被改动。" : "Entry \(sequence) was altered."
        case .missing(let from, let through):
            chinese ? "缺第 \(from) 至 \(through) 条。" : "Entries \(from) to \(through) are missing."
        case .reordered(let expected, let found):
            chinese ? "应为第 \(expected) 条，却是第 \(found) 条。" : "Entry \(found) stands where \(expected) should be."
        case .foreign(let sequence, let district):
            chinese ? "第 \(sequence) 条属于另一区划 \(district)。" : "Entry \(sequence) belongs to \(district)."
        case .unreadable(let after): chinese ? "第 \(after) 条之后的一条读不出。" : "The entry after \(after) cannot be read."
        case .rewritten(let sequence): chinese ? "到第 \(sequence) 条为止被整体重写。" : "The entries up to \(sequence) were rewritten."
        }
    }
}

import ArgumentParser
import Casework

struct Recompute: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reckons running clocks anew after a calendar or law file changed; --plan only shows which dates move.",
        discussion: "Example: zhunsheng recompute --plan      the old dates stay in the log")

    @OptionGroup var options: OfficeOptions
    @Flag(help: "Print what would move and change nothing.") var plan = false

    func run() async throws {
        let office = try await options.office()
        let moved = plan ? try await office.recomputation() : try await office.recompute()
        Terminal.say(
            Terminal.table(
                moved.map {
                    [$0.number, $0.deadline, $0.old?.iso ?? "—", "→", ($0.new?.iso ?? "—") + ($0.isProvisional ? " *" : "")]
                }))
        let chinese = options.language == .chinese
        if plan {
            Terminal.say(chinese ? "将有 \(moved.count) 个期限移动；未写入。" : "\(moved.count) clocks would move; nothing was written.")
        } else {
            Terminal.say(
                chinese ? "\(moved.count) 个期限已移动，原日期留在日志里。" : "\(moved.count) clocks moved; the old dates stay in the log.")
        }
        await office.engine.close()
    }
}

import ArgumentParser

@main
struct Zhunsheng: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zhunsheng",
        abstract: "准绳: registers, statutory clocks, figures and the annual report of a district's rule-of-law work.",
        discussion: """
            Example: zhunsheng demo            a demo district in a new database, served on http://127.0.0.1:8080
                     zhunsheng check           every mistake of the catalogue with file and line
                     zhunsheng deadline 行政复议/decide --from 2021-11-12 --explain
            """,
        version: "0.1.0",
        subcommands: [
            Demo.self, Serve.self, Check.self, Migrate.self, Import.self, Export.self, Figures.self, Report.self, Proof.self,
            DueCommand.self, Periods.self,
            Deadline.self, DrawCommand.self, Recompute.self, Verify.self, AccountCommand.self, Reproduce.self,
            DictionaryCommand.self, AssessmentCommand.self, OverlayCommand.self, ExchangeCommand.self,
        ])
}

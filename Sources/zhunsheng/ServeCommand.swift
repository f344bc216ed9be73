import ArgumentParser
import Casework
import Definitions
import Logging
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The server.", discussion: "Example: zhunsheng serve --database zhunsheng.sqlite --port 8080")

    @OptionGroup var options: OfficeOptions
    @Option(help: "Address to listen on.") var host = "127.0.0.1"
    @Option(help: "Port to listen on.") var port = 8080

    func run() async throws {
        let office = try await options.office()
        try await Serving.serve(office, host: host, port: port, language: options.language)
        await office.engine.close()
    }
}

/// Starts the server over an office, after the moves that silence has brought about.
enum Serving {
    static func serve(_ office: Office, host: String, port: Int, language: Language) async throws {
        try await office.sweep()
        try await WebServer.serve(Site(OfficeDirectory(office), logger: Logger(label: "zhunsheng")), host: host, port: port) {
            address in
            Terminal.say(language == .chinese ? "打开 \(address) （Ctrl+C 停止）" : "Open \(address) (Ctrl+C stops)")
        }
    }
}

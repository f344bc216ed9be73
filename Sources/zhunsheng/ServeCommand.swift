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
        Terminal.say(language == .chinese ? "打开 http://\(host):\(port)/ （Ctrl+C 停止）" : "Open http://\(host):\(port)/ (Ctrl+C stops)")
        try await WebServer.serve(office: office, host: host, port: port, logger: Logger(label: "zhunsheng"))
    }
}

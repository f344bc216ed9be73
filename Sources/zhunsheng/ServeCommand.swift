import ArgumentParser
import Casework
import Definitions
import Logging
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The server, for every district in the database or for the one that is named.",
        discussion: "Example: zhunsheng serve --database zhunsheng.sqlite --port 8080")

    @OptionGroup var options: OfficeOptions
    @Option(help: "Address to listen on.") var host = "127.0.0.1"
    @Option(help: "Port to listen on.") var port = 8080
    @Option(help: "Largest recording taken, in MB.") var largestRecording = 2048
    @Flag(help: "Let notices go out to gateways on this machine or in a private network.") var localWebhooks = false

    func run() async throws {
        let offices = try await options.offices()
        var settings = Site.Settings()
        settings.recordingLimit = Int64(max(largestRecording, 1)) * 1024 * 1024
        settings.allowsLocalWebhooks = localWebhooks
        try await Serving.serve(offices, host: host, port: port, language: options.language, settings: settings)
        await offices.first?.engine.close()
    }
}

/// Starts the server over offices, after the moves that silence has brought about.
enum Serving {
    static func serve(
        _ offices: [Office], host: String, port: Int, language: Language, settings: Site.Settings = Site.Settings()
    ) async throws {
        for office in offices { try await office.sweep() }
        guard let directory = OfficeDirectory(offices) else { return }
        let site = Site(directory, settings: settings, logger: Logger(label: "zhunsheng"))
        try await WebServer.serve(site, host: host, port: port) { address in
            Terminal.say(language == .chinese ? "打开 \(address) （Ctrl+C 停止）" : "Open \(address) (Ctrl+C stops)")
        }
    }
}

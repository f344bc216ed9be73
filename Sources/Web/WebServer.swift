import Hummingbird
import Logging
import ServiceLifecycle

/// Listens until it is told to stop; requests under way are answered first.
public enum WebServer {
    /// - Parameter onReady: called once the port is open, with the address to open in a browser.
    public static func serve(
        _ site: Site, host: String = "127.0.0.1", port: Int = 8080, onReady: @escaping @Sendable (String) async -> Void = { _ in }
    )
        async throws
    {
        let configuration = ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil)
        let application = Application(
            responder: site.router().buildResponder(), configuration: configuration,
            onServerRunning: { channel in
                let open = channel.localAddress?.port ?? port
                await onReady("http://\(host.contains(":") ? "[\(host)]" : host):\(open)/")
            }, logger: site.logger)
        let watch = SilenceWatch(offices: site.directory.offices, logger: site.logger)
        let post = WebhookPost(
            offices: site.directory.offices, logger: site.logger, allowsLocal: site.settings.allowsLocalWebhooks)
        let group = ServiceGroup(
            configuration: .init(
                services: [application, watch, post], gracefulShutdownSignals: [.sigterm, .sigint], logger: site.logger))
        try await group.run()
    }
}

import Foundation
import NIOCore
import NIOPosix

/// Where an outgoing notice goes: the host is resolved and looked at before anything is sent.
struct WebhookTarget {
    let host: String
    let port: Int

    init?(_ address: String) {
        guard let parts = URLComponents(string: address), let host = parts.host, !host.isEmpty else { return nil }
        switch parts.scheme?.lowercased() {
        case "https": port = parts.port ?? 443
        case "http": port = parts.port ?? 80
        default: return nil
        }
        self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    }

    /// The numeric address of the host; nil where its name leads nowhere.
    func resolved() async -> String? {
        let (host, port) = (host, port)
        return try? await NIOThreadPool.singleton.runIfActive {
            try SocketAddress.makeAddressResolvingHost(host, port: port).ipAddress
        }
    }

    /// Whether a numeric address is this machine, its link or no host at all. Private networks are not: gateways stand there.
    static func isLocal(_ address: String) -> Bool {
        if address.contains(":") {
            let lower = address.lowercased()
            if lower == "::1" || lower == "::" || lower.hasPrefix("ff") { return true }
            if ["fe8", "fe9", "fea", "feb"].contains(where: lower.hasPrefix) { return true }
            if let last = lower.split(separator: ":").last, last.contains(".") { return isLocal(String(last)) }
            return false
        }
        let parts = address.split(separator: ".").compactMap { UInt8($0) }
        guard parts.count == 4 else { return true }
        return parts[0] == 127 || parts[0] == 0 || parts[0] >= 224 || (parts[0] == 169 && parts[1] == 254)
    }
}

import Foundation
import Glibc
import NIOPosix

/// Where an outgoing notice goes: the host is resolved, and every address it leads to is looked at before anything is sent.
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

    /// The numeric addresses of the host; empty where its name leads nowhere.
    func resolved() async -> [String] {
        let host = host
        return (try? await NIOThreadPool.singleton.runIfActive { Self.addresses(of: host) }) ?? []
    }

    private static func addresses(of host: String) -> [String] {
        var wanted = addrinfo()
        wanted.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var first: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &wanted, &first) == 0 else { return [] }
        defer { freeaddrinfo(first) }
        var found: [String] = []
        var next = first
        while let one = next?.pointee {
            var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            if getnameinfo(one.ai_addr, one.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0 {
                found.append(String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
            }
            next = one.ai_next
        }
        return found
    }

    /// Whether a numeric address lies inside: this machine, its link, a private network, or no single host at all.
    ///
    /// What cannot be read is taken for one inside. An IPv4 address that is wrapped in an IPv6 one counts as what it wraps.
    static func isInside(_ address: String) -> Bool {
        let bare = address.prefix { $0 != "%" }
        var four = in_addr()
        if inet_pton(AF_INET, String(bare), &four) == 1 { return isInside(withUnsafeBytes(of: four) { Array($0) }) }
        var six = in6_addr()
        guard inet_pton(AF_INET6, String(bare), &six) == 1 else { return true }
        let bytes = withUnsafeBytes(of: six) { Array($0) }
        if bytes.prefix(12).allSatisfy({ $0 == 0 }) { return true }
        if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF { return isInside(Array(bytes[12...])) }
        // NAT64 and 6to4 carry an IPv4 address.
        if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B] + Array(repeating: 0, count: 8)) { return isInside(Array(bytes[12...])) }
        if bytes.starts(with: [0x20, 0x02]) { return isInside(Array(bytes[2..<6])) }
        return bytes[0] == 0xFF || bytes[0] & 0xFE == 0xFC || (bytes[0] == 0xFE && bytes[1] & 0x80 == 0x80)
    }

    private static func isInside(_ bytes: [UInt8]) -> Bool {
        switch (bytes[0], bytes[1]) {
        case (0, _), (10, _), (127, _), (169, 254), (172, 16...31), (192, 168), (100, 64...127), (198, 18...19): true
        case (192, 0) where bytes[2] == 0: true
        default: bytes[0] >= 224
        }
    }
}

/// An address inside the site: a path and a query, percent-encoded when it is written.
public struct Address: Sendable, Hashable {
    /// Segments without slashes.
    public var path: [String]
    public var query: [Item]
    public var fragment: String?

    public struct Item: Sendable, Hashable {
        public var name: String
        public var value: String
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public init(_ path: [String], query: [Item] = [], fragment: String? = nil) {
        self.path = path
        self.query = query
        self.fragment = fragment
    }

    /// The same address with a query item set, replaced or, with nil, away.
    public func setting(_ name: String, to value: String?) -> Address {
        var copy = self
        copy.query.removeAll { $0.name == name }
        if let value { copy.query.append(Item(name, value)) }
        return copy
    }

    public func without(_ names: Set<String>) -> Address {
        var copy = self
        copy.query.removeAll { names.contains($0.name) }
        return copy
    }

    public func below(_ segments: String...) -> Address { Address(path + segments) }

    public func at(_ fragment: String) -> Address {
        var copy = self
        copy.fragment = fragment
        return copy
    }

    public var text: String {
        var text = ""
        for segment in path { text += "/" + Self.encode(segment) }
        if path.isEmpty { text = "/" }
        for (index, item) in query.enumerated() {
            text += (index == 0 ? "?" : "&") + Self.encode(item.name) + "=" + Self.encode(item.value)
        }
        if let fragment { text += "#" + Self.encode(fragment) }
        return text
    }

    /// Everything but the unreserved characters of RFC 3986 becomes %XX.
    public static func encode(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return text }
        var encoded: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            if isPlain(byte) {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }
}

/// The stable addresses of the site.
extension Address {
    public static let desk = Address([])
    public static let logIn = Address(["login"])
    public static let logOut = Address(["logout"])
    public static let find = Address(["find"])
    public static let account = Address(["account"])
    public static let preferences = Address(["preferences"])
    public static func asset(_ name: String) -> Address { Address(["assets", name]) }
    public static let allRegisters = Address(["registers"])
    public static func list(_ register: String) -> Address { Address(["registers", register]) }
    public static func registering(_ register: String) -> Address { Address(["registers", register, "new"]) }
    public static func record(_ register: String, _ id: String) -> Address { Address(["registers", register, id]) }
    public static func move(_ register: String, _ id: String, _ transition: String) -> Address {
        Address(["registers", register, id, "move", transition])
    }
    public static func file(_ register: String, _ id: String, _ hash: String) -> Address {
        Address(["registers", register, id, "files", hash])
    }
}

/// Reads the canonical notation, strictly; see ``CanonicalValue``.
struct CanonicalReader {
    private let bytes: [UInt8]
    private(set) var position = 0
    private var depth = 0
    private static let deepest = 32

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func value() throws(CanonicalError) -> CanonicalValue {
        let start = position
        let tag = try slice(1)[start]
        switch tag {
        case 0: return .null
        case 1, 2: return .bool(tag == 2)
        case 3: return .int(try slice(8).reduce(0) { $0 << 8 | Int64($1) })
        case 4: return .text(try text())
        case 5: return .bytes(Array(try slice(try count())))
        case 6: return .list(try nested { (reader: inout CanonicalReader) throws(CanonicalError) in try reader.list() })
        case 7: return .map(try nested { (reader: inout CanonicalReader) throws(CanonicalError) in try reader.map() })
        default: throw .tagUnknown(tag, at: start)
        }
    }

    private mutating func list() throws(CanonicalError) -> [CanonicalValue] {
        var values: [CanonicalValue] = []
        for _ in 0..<(try count()) { values.append(try value()) }
        return values
    }

    private mutating func map() throws(CanonicalError) -> [String: CanonicalValue] {
        var values: [String: CanonicalValue] = [:]
        var last: String?
        for _ in 0..<(try count()) {
            let start = position
            let key = try text()
            if let last, !last.utf8.lexicographicallyPrecedes(key.utf8) { throw .notCanonical(at: start) }
            last = key
            values[key] = try value()
        }
        return values
    }

    private mutating func nested<T>(_ read: (inout CanonicalReader) throws(CanonicalError) -> T) throws(CanonicalError) -> T {
        guard depth < Self.deepest else { throw .tooDeep(at: position) }
        depth += 1
        defer { depth -= 1 }
        return try read(&self)
    }

    private mutating func count() throws(CanonicalError) -> Int { try slice(4).reduce(0) { $0 << 8 | Int($1) } }

    private mutating func text() throws(CanonicalError) -> String {
        let start = position
        let content = try slice(try count())
        guard let text = String(validating: content, as: UTF8.self), NormalText.nfc(text).utf8.elementsEqual(content) else {
            throw .notCanonical(at: start)
        }
        return text
    }

    private mutating func slice(_ count: Int) throws(CanonicalError) -> ArraySlice<UInt8> {
        guard count <= bytes.count - position else { throw .cutShort(at: position) }
        defer { position += count }
        return bytes[position..<(position + count)]
    }
}

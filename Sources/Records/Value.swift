import LegalTime

/// A typed value of a field. Money is in fen, a decimal is scaled by its field's places, a code, unit or reference is its text id.
public enum Value: Sendable, Hashable {
    case text(String)
    case integer(Int64)
    case bool(Bool)
    case day(Day)
    case moment(Instant)
    /// Ids of a field that holds several, in order.
    case list([String])
    case rows([Row])
    case attachment(Attachment)
    /// A personal value as it lies in the store: ciphertext, not opened.
    case sealed([UInt8])
    /// A personal value as somebody without the right to it sees it.
    case masked(String)
}

/// One child row with its stable id.
public struct Row: Sendable, Hashable {
    public var id: String
    public var values: [String: Value]
    public init(id: String, values: [String: Value]) {
        self.id = id
        self.values = values
    }
}

/// A file kept by the SHA-256 of its content.
public struct Attachment: Sendable, Hashable {
    /// Hex SHA-256.
    public var hash: String
    public var name: String
    public var size: Int64
    public var mediaType: String
    public init(hash: String, name: String, size: Int64, mediaType: String) {
        self.hash = hash
        self.name = name
        self.size = size
        self.mediaType = mediaType
    }

    /// `hash|size|type|name`, the form in which the store keeps it in one column.
    public var encoded: String { "\(hash)|\(size)|\(mediaType)|\(name)" }
    public init?(encoded: String) {
        let parts = encoded.split(separator: "|", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let size = Int64(parts[1]) else { return nil }
        self.init(hash: parts[0], name: parts[3], size: size, mediaType: parts[2])
    }
}

extension Value {
    public var day: Day? { if case .day(let day) = self { day } else { nil } }
    public var text: String? { if case .text(let text) = self { text } else { nil } }
    public var integer: Int64? { if case .integer(let integer) = self { integer } else { nil } }
    public var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
    public var rows: [Row]? { if case .rows(let rows) = self { rows } else { nil } }
    public var list: [String]? { if case .list(let list) = self { list } else { nil } }
    public var attachment: Attachment? { if case .attachment(let attachment) = self { attachment } else { nil } }
    public var moment: Instant? { if case .moment(let moment) = self { moment } else { nil } }
    /// The day of a date or of a moment.
    public var onDay: Day? { day ?? moment?.day }
}

/// A text in which what is to be hidden stands marked: `[[王小明|王某某]]` is shown as 王某某, `[[13800000000]]` as ×××.
///
/// The form needs no script: whoever redacts sees and edits the marks in a plain field.
public struct MarkedText: Sendable, Hashable {
    public enum Piece: Sendable, Hashable {
        case plain(String)
        case hidden(String, shown: String)
    }

    public var pieces: [Piece]

    public static let blot = "×××"

    public init(pieces: [Piece]) { self.pieces = pieces }

    /// Reads the marks; one that is not closed is plain text.
    public init(_ text: String) {
        pieces = []
        var rest = text[...]
        while let open = rest.firstRange(of: "[["), let close = rest[open.upperBound...].firstRange(of: "]]") {
            if open.lowerBound > rest.startIndex { pieces.append(.plain(String(rest[..<open.lowerBound]))) }
            let sides = rest[open.upperBound..<close.lowerBound].split(
                separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
            pieces.append(.hidden(String(sides.first ?? ""), shown: sides.count > 1 ? String(sides[1]) : Self.blot))
            rest = rest[close.upperBound...]
        }
        if !rest.isEmpty { pieces.append(.plain(String(rest))) }
    }

    /// With its marks.
    public var text: String {
        pieces.map { piece in
            switch piece {
            case .plain(let text): text
            case .hidden(let text, let shown): shown == Self.blot ? "[[\(text)]]" : "[[\(text)|\(shown)]]"
            }
        }.joined()
    }

    /// As it goes out.
    public var shown: String {
        pieces.map { piece in
            switch piece {
            case .plain(let text): text
            case .hidden(_, let shown): shown
            }
        }.joined()
    }

    public var marks: Int { pieces.count { if case .hidden = $0 { true } else { false } } }
}

/// The part of a content that a `Range` header asks for (RFC 9110, section 14).
enum ByteRange: Equatable {
    /// No range, several, or one that makes no sense: the whole content is the answer.
    case whole
    case part(ClosedRange<Int64>)
    /// Nothing of what is asked for is there: 416.
    case unsatisfiable

    init(_ header: String?, size: Int64) {
        self = .whole
        guard let header, size > 0 else { return }
        let sides = header.split(separator: "=", maxSplits: 1)
        guard sides.count == 2, sides[0].trimmed.lowercased() == "bytes", !sides[1].contains(",") else { return }
        let ends = sides[1].trimmed.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map(\.trimmed)
        guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return }
        if ends[0].isEmpty {
            guard let length = Int64(ends[1]) else { return }
            self = length == 0 ? .unsatisfiable : .part(max(0, size - length)...(size - 1))
            return
        }
        guard let first = Int64(ends[0]) else { return }
        let last = ends[1].isEmpty ? size - 1 : Int64(ends[1]) ?? size - 1
        guard first <= last || ends[1].isEmpty else { return }
        self = first < size ? .part(first...min(last, size - 1)) : .unsatisfiable
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var part = self
        while part.first == " " || part.first == "\t" { part.removeFirst() }
        while part.last == " " || part.last == "\t" { part.removeLast() }
        return part
    }
}

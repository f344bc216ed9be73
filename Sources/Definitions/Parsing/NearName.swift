/// Finds the known name that a mistyped one was perhaps meant to be.
enum NearName {
    /// The nearest candidate by edit distance, else the shortest one that continues the text or that the text continues.
    static func nearest(to text: String, in candidates: some Sequence<String>) -> String? {
        let wanted = Array(text.lowercased().unicodeScalars)
        let limit = wanted.count < 4 ? 1 : wanted.count < 8 ? 2 : 3
        var best: (name: String, distance: Int)?
        var continued: String?
        for candidate in candidates where candidate != text {
            let other = Array(candidate.lowercased().unicodeScalars)
            if abs(other.count - wanted.count) <= limit {
                let distance = distance(wanted, other)
                let isBetter = best.map { distance < $0.distance || distance == $0.distance && candidate < $0.name } ?? true
                if distance <= limit && isBetter { best = (candidate, distance) }
            }
            if wanted.count >= 4, other.count >= 4, other.starts(with: wanted) || wanted.starts(with: other) {
                if continued.map({ (candidate.count, candidate) < ($0.count, $0) }) ?? true { continued = candidate }
            }
        }
        return best?.name ?? continued
    }

    /// Insertions, deletions, replacements and swaps of neighbours.
    static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var before: [Int] = []
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i]
            row.reserveCapacity(b.count + 1)
            for j in 1...b.count {
                var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, before[j - 2] + 1) }
                row.append(cost)
            }
            before = last
            last = row
        }
        return last[b.count]
    }
}

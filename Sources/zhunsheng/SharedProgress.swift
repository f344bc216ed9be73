import Foundation
import Synchronization

/// One bar for work whose parts are done side by side; it is full when every part is.
final class SharedProgress: Sendable {
    private let what: String
    private let parts: Int
    private let known = Mutex<[Int: (done: Int, total: Int)]>([:])

    init(_ what: String, parts: Int) {
        self.what = what
        self.parts = parts
    }

    /// Parts that have not said how much they have to do count as the mean of the others, so that the bar never runs backwards far.
    func report(_ done: Int, of total: Int, part: Int) {
        known.withLock { known in
            known[part] = (done, total)
            let sum = known.values.reduce(into: (done: 0, total: 0)) { $0 = ($0.done + $1.done, $0.total + $1.total) }
            let expected = sum.total * parts / max(known.count, 1)
            Terminal.progress(what, sum.done, of: expected)
        }
    }
}

import Foundation
import Proofreading

/// Whole reports a second on one core.
struct Speed {
    let texts: [String]

    init(_ texts: [String]) { self.texts = texts }

    func run() {
        let characters = texts.reduce(0) { $0 + $1.unicodeScalars.count }
        let reader = Proofreader()
        for text in texts { _ = reader.proof(text) }
        // time of the processor, so that others at work on the machine do not count
        let start = clock()
        var rounds = 0
        var seconds = 0.0
        while seconds < 3 {
            for text in texts { _ = reader.proof(text) }
            rounds += 1
            seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        }
        let perSecond = Double(rounds * characters) / seconds / 5000
        print(
            String(
                format: "speed      %.0f reports of 5,000 characters a second (%d texts, %d characters)", perSecond, texts.count,
                characters))
    }
}

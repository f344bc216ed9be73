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
        let start = ContinuousClock.now
        var rounds = 0
        while ContinuousClock.now - start < .seconds(3) {
            for text in texts { _ = reader.proof(text) }
            rounds += 1
        }
        let elapsed = ContinuousClock.now - start
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let perSecond = Double(rounds * characters) / seconds / 5000
        print(
            String(
                format: "speed      %.0f reports of 5,000 characters a second (%d texts, %d characters)", perSecond, texts.count,
                characters))
    }
}

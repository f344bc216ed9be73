/// Slips of the pen: one unit or ten too many or too few, or two digits changed about.
enum NearMiss {
    /// Whether one slip in one of the numbers makes `parts` add up to `total`.
    static func sum(total: Int, parts: [Int]) -> Bool {
        // sums of money are slipped in their last printed digit, not in their last yuan
        if total >= 10_000, total % 10 == 0, parts.allSatisfy({ $0 % 10 == 0 }) {
            return self.sum(total: total / 10, parts: parts.map { $0 / 10 })
        }
        let sum = parts.reduce(0, +)
        let difference = abs(sum - total)
        if difference == 0 { return false }
        let size = max(total, sum)
        if difference == 1, size >= 12 { return true }
        if difference == 10, size >= 40 { return true }
        if difference == 100, size >= 1000 { return true }
        if difference % 9 != 0 { return false }
        if swaps(of: total).contains(sum) { return true }
        for part in parts {
            let others = sum - part
            if swaps(of: part).contains(total - others) { return true }
        }
        return false
    }

    /// Whether two numbers differ by one slip.
    static func pair(_ first: Int, _ second: Int) -> Bool {
        let difference = abs(first - second)
        guard difference > 0 else { return false }
        let size = max(first, second)
        return difference == 1 && size >= 8 || difference == 10 && size >= 30 || difference == 100 && size >= 1000
            || difference % 9 == 0 && swaps(of: first).contains(second)
    }

    /// The numbers that come of exchanging two digits.
    static func swaps(of value: Int) -> [Int] {
        guard value >= 10, value < 1_000_000_000 else { return [] }
        var digits: [Int] = []
        var rest = value
        while rest > 0 {
            digits.append(rest % 10)
            rest /= 10
        }
        var result: [Int] = []
        for first in 0..<(digits.count - 1) {
            for second in (first + 1)..<digits.count where digits[first] != digits[second] {
                var changed = digits
                changed.swapAt(first, second)
                result.append(changed.reversed().reduce(0) { $0 * 10 + $1 })
            }
        }
        return result
    }
}

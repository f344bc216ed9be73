/// Slips of the pen: one unit or ten too many or too few, or two digits changed about.
enum NearMiss {
    /// Whether one slip in one of the numbers makes `parts` add up to `total`; small sums count only where the parts surely are all.
    static func sum(total: Int, parts: [Int], isSure: Bool = false) -> Bool {
        // sums of money are slipped in their last printed digit, not in their last yuan
        if total >= 10_000, total % 10 == 0, parts.allSatisfy({ $0 % 10 == 0 }) {
            var zeros = 10
            while ([total] + parts).allSatisfy({ $0 % (zeros * 10) == 0 }) { zeros *= 10 }
            return self.sum(total: total / zeros, parts: parts.map { $0 / zeros }, isSure: isSure)
        }
        let sum = parts.reduce(0, +)
        let difference = abs(sum - total)
        if difference == 0 { return false }
        let size = max(total, sum)
        if difference == 1, size >= (isSure ? 4 : 12) { return true }
        if difference == 10, size >= (isSure ? 14 : 40) { return true }
        if difference == 100, size >= (isSure ? 300 : 1000) { return true }
        if difference == 1000, size >= 10_000, isSure { return true }
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

    /// Whether one slip in one of the values makes them agree.
    static func explains(_ values: [Numeral], _ agree: ([Numeral]) -> Bool) -> Bool {
        for place in values.indices {
            for variant in variants(of: values[place]) {
                var changed = values
                changed[place] = variant
                if agree(changed) { return true }
            }
        }
        return false
    }

    /// What a slip of the pen makes of a value: one, ten or a hundred more or fewer, two digits exchanged.
    private static func variants(of value: Numeral) -> [Numeral] {
        let value = value.trimmed
        let step = Numeral.powers[min(value.decimals, 9)]
        var units =
            [step, -step, 10 * step, -10 * step, 100 * step, -100 * step].map { value.units + $0 } + swaps(of: value.units)
        // 6.8万 is 68 and zeros: 5.8万 and 7.8万 are slips of it
        var zeros = 1
        while value.decimals == 0, value.units % (zeros * 10) == 0, zeros < 1_000_000_000, value.units > 0 { zeros *= 10 }
        if zeros >= 100 {
            let printed = value.units / zeros
            units += ([1, -1, 10, -10].map { printed + $0 } + swaps(of: printed)).map { $0 * zeros }
        }
        return units.filter { $0 > 0 }.map { Numeral(units: $0, decimals: value.decimals) }
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

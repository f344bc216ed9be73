/// Reads and writes exact decimals; no binary fraction is ever involved.
public enum NumberText {
    /// `12,500`, `１２５００`, `1.2万` scaled by 10^decimals. nil when it is no number; `tooFine` when it has more places than fit.
    public enum Reading: Equatable {
        case scaled(Int64)
        case tooFine
        case notANumber
    }

    public static func read(_ text: String, decimals: Int, dropping suffixes: [String] = []) -> Reading {
        var compact = PlainText.compact(text)
        for suffix in suffixes where compact.hasSuffix(suffix) { compact.removeLast(suffix.count) }
        var power = 0
        if compact.hasSuffix("万") {
            compact.removeLast()
            power = 4
        } else if compact.hasSuffix("亿") {
            compact.removeLast()
            power = 8
        }
        var negative = false
        if compact.hasPrefix("-") {
            negative = true
            compact.removeFirst()
        }
        compact.removeAll { $0 == "¥" || $0 == "￥" }
        guard let plain = ungrouped(compact) else { return .notANumber }
        compact = plain
        let parts = compact.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), !parts[0].isEmpty, parts[0].count <= 15,
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
        else { return .notANumber }
        var fraction = parts.count == 2 ? String(parts[1]) : ""
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let places = decimals + power
        guard fraction.count <= places else { return .tooFine }
        fraction += String(repeating: "0", count: places - fraction.count)
        // As long as a number without 万 may be, so that what is taken can be written out and read again.
        let digits = (parts[0] + fraction).drop { $0 == "0" }
        guard digits.count <= decimals + 15, let scaled = Int64(parts[0] + fraction) else { return .notANumber }
        return .scaled(negative ? -scaled : scaled)
    }

    /// The digits without their grouping commas; nil where a comma does not group: 3,5 may mean 35 or 3.5.
    private static func ungrouped(_ text: String) -> String? {
        guard text.contains(",") else { return text }
        let whole = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let groups = whole[0].split(separator: ",", omittingEmptySubsequences: false)
        let isGrouped =
            groups.count > 1 && !groups[0].isEmpty && groups[0].count <= 4
            && groups.dropFirst().allSatisfy { [3, 4].contains($0.count) }
        return isGrouped && Set(groups.dropFirst().map(\.count)).count == 1 ? text.filter { $0 != "," } : nil
    }

    /// A scaled integer as plain decimal text: 8600000 with 2 places is "86000.00"; `trim` drops ending zeros.
    public static func write(_ scaled: Int64, decimals: Int, trim: Bool = true, grouped: Bool = false) -> String {
        let negative = scaled < 0
        var digits = String(scaled.magnitude)
        if digits.count <= decimals { digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits }
        var whole = String(digits.dropLast(decimals))
        var fraction = String(digits.suffix(decimals))
        if trim { while fraction.hasSuffix("0") { fraction.removeLast() } }
        if grouped { whole = group(whole) }
        return (negative ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    private static func group(_ digits: String) -> String {
        var out = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { out.append(",") }
            out.append(digit)
        }
        return out
    }
}

/// Numbers of a sheet's XML as exact decimal text.
enum DecimalText {
    /// `1.2E3` → `1200`, `+5` → `5`, `.5` → `0.5`; otherwise the digits as they stand. Nil when it is no number or its
    /// exponent is beyond what a spreadsheet can hold.
    ///
    /// Excel stores 1.1 as `1.1000000000000001`. A decimal that names the same binary number with at most 15 digits,
    /// which is all that Excel lets a person type, is what was typed, and is given back; any other text keeps its digits.
    static func plain(_ bytes: some BidirectionalCollection<UInt8>) -> String? {
        guard let number = Parts(bytes) else { return nil }
        if number.significantDigits > 15, number.point > 0 || number.hadExponent,
            let typed = Double(String(decoding: bytes, as: UTF8.self)).flatMap({ Parts($0.description.utf8) }),
            typed.significantDigits <= 15
        {
            return typed.text
        }
        return number.text
    }

    /// A sign, digits, and how many of the digits stand after the point (negative: zeros to append).
    private struct Parts {
        var isNegative = false
        var digits: [UInt8] = []
        var point = 0
        var hadExponent = false

        init?(_ bytes: some BidirectionalCollection<UInt8>) {
            var rest = bytes[...]
            if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
                isNegative = sign == UInt8(ascii: "-")
                rest.removeFirst()
            }
            digits.reserveCapacity(20)
            var sawPoint = false
            while let byte = rest.first {
                if byte >= 0x30 && byte <= 0x39 {
                    digits.append(byte)
                    if sawPoint { point += 1 }
                } else if byte == UInt8(ascii: "."), !sawPoint {
                    sawPoint = true
                } else {
                    break
                }
                rest.removeFirst()
            }
            guard !digits.isEmpty, digits.count <= 400 else { return nil }
            guard let letter = rest.popFirst() else { return }
            guard letter | 0x20 == UInt8(ascii: "e"), rest.count <= 5,
                let exponent = Int(String(decoding: rest, as: UTF8.self)), abs(exponent) <= 400
            else { return nil }
            hadExponent = true
            point -= exponent
        }

        var significantDigits: Int {
            guard let first = digits.firstIndex(where: { $0 != 0x30 }), let last = digits.lastIndex(where: { $0 != 0x30 })
            else { return 0 }
            return last - first + 1
        }

        var text: String {
            var all = digits
            if point < 0 { all += [UInt8](repeating: 0x30, count: -point) }
            let fraction = max(point, 0)
            if all.count <= fraction { all = [UInt8](repeating: 0x30, count: fraction - all.count + 1) + all }
            let lead = all.prefix(all.count - fraction - 1).prefix { $0 == 0x30 }.count
            all.removeFirst(lead)
            let isZero = all.allSatisfy { $0 == 0x30 }
            if fraction > 0 { all.insert(UInt8(ascii: "."), at: all.count - fraction) }
            if isNegative && !isZero { all.insert(UInt8(ascii: "-"), at: 0) }
            return String(decoding: all, as: UTF8.self)
        }
    }

    /// The commonest case without detours: up to 15 bytes, an optional minus, digits, at most one point inside them, and no
    /// zero in front.
    @inline(__always)
    static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= 15, let first = bytes.first else { return false }
        let start = first == UInt8(ascii: "-") ? 1 : 0
        guard start < bytes.count, bytes[start] >= 0x31, bytes[start] <= 0x39 else { return false }
        var points = 0
        for byte in bytes[(start + 1)...] {
            if byte == UInt8(ascii: ".") { points += 1 } else if byte < 0x30 || byte > 0x39 { return false }
        }
        return points <= 1 && bytes[bytes.count - 1] != UInt8(ascii: ".")
    }
}

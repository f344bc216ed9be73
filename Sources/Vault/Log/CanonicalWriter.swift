/// Writes the canonical notation; see ``CanonicalValue``.
struct CanonicalWriter {
    private(set) var bytes: [UInt8] = []

    mutating func raw(_ content: some Sequence<UInt8>) { bytes.append(contentsOf: content) }

    mutating func count(_ count: Int) {
        for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
    }

    /// A count of 4 bytes and the bytes themselves.
    mutating func counted(_ content: some Collection<UInt8>) {
        count(content.count)
        bytes.append(contentsOf: content)
    }

    mutating func value(_ value: CanonicalValue) {
        switch value {
        case .null: bytes.append(0)
        case .bool(let flag): bytes.append(flag ? 2 : 1)
        case .int(let number):
            bytes.append(3)
            for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> Int64(shift))) }
        case .text(let text):
            bytes.append(4)
            counted(NormalText.nfc(text).utf8)
        case .bytes(let content):
            bytes.append(5)
            counted(content)
        case .list(let values):
            bytes.append(6)
            count(values.count)
            for value in values { self.value(value) }
        case .map(let values): map(values)
        }
    }

    mutating func map(_ values: [String: CanonicalValue]) {
        bytes.append(7)
        count(values.count)
        let rows = values.map { (key: Array(NormalText.nfc($0.key).utf8), value: $0.value) }
        for row in rows.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            counted(row.key)
            value(row.value)
        }
    }
}

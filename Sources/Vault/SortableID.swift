import Synchronization

/// The public id of a record: 16 bytes, 26 characters, ordered by the time of making.
///
/// 48 bits of milliseconds and 80 random bits, written in Crockford's base 32, upper case. It tells when a record was made
/// and nothing of any person.
public struct SortableID: Hashable, Comparable, Sendable, CustomStringConvertible {
    private let high: UInt64
    private let low: UInt64

    fileprivate init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The id of 16 bytes, or nil for another number of bytes.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The id of a text, or nil. Takes either case, and reads I and L as 1, O as 0.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 26 else { return nil }
        var value: UInt128 = 0
        for (index, letter) in text.utf8.enumerated() {
            guard let digit = Self.digit(letter), index > 0 || digit < 8 else { return nil }
            value = value << 5 | UInt128(digit)
        }
        self.init(high: UInt64(truncatingIfNeeded: value >> 64), low: UInt64(truncatingIfNeeded: value))
    }

    /// 16 bytes, big-endian: they sort as the ids do.
    public var bytes: [UInt8] {
        [high, low].flatMap { half in stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: half >> UInt64($0)) } }
    }

    /// 26 characters; they sort as the ids do.
    public var description: String {
        let value = UInt128(high) << 64 | UInt128(low)
        let letters = stride(from: 125, through: 0, by: -5).map {
            Self.alphabet[Int(truncatingIfNeeded: value >> UInt128($0) & 31)]
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// Milliseconds since 1970 at which the id was made.
    public var milliseconds: Int64 { Int64(high >> 16) }

    public static func < (first: SortableID, second: SortableID) -> Bool {
        (first.high, first.low) < (second.high, second.low)
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    private static func digit(_ letter: UInt8) -> UInt8? {
        let upper = letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z") ? letter - 32 : letter
        switch upper {
        case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
        case UInt8(ascii: "O"): return 0
        default: return alphabet.firstIndex(of: upper).map(UInt8.init)
        }
    }
}

/// Where ids come from: each is greater than the one before, also within a millisecond and when the clock steps back.
public final class SortableIDSource: Sendable {
    private struct State {
        var last: UInt128 = 0
        var random: any RandomNumberGenerator & Sendable

        mutating func random(bits: UInt64) -> UInt128 {
            let word: UInt64 = random.next()
            return UInt128(word >> (64 - bits))
        }
    }

    private let state: Mutex<State>

    /// A source over the system's secure generator, or over one of the caller's where ids are to come out the same again.
    public init(random: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()) {
        state = Mutex(State(random: random))
    }

    /// The next id, for the given milliseconds since 1970.
    public func next(at milliseconds: Int64) -> SortableID {
        state.withLock { state in
            let stamp = UInt128(UInt64(clamping: milliseconds) & 0xFFFF_FFFF_FFFF) << 80
            if stamp >> 80 > state.last >> 80 {
                state.last = stamp | state.random(bits: 64) << 16 | state.random(bits: 16)
            } else {
                // A random step rather than 1, so that a neighbour's id is not to be guessed.
                state.last &+= state.random(bits: 32) + 1
            }
            return SortableID(
                high: UInt64(truncatingIfNeeded: state.last >> 64), low: UInt64(truncatingIfNeeded: state.last))
        }
    }
}

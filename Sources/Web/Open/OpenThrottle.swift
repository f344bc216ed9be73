import LegalTime

/// Keeps one network address from taking all of the open site: a bucket of tokens for each, filled again with time.
///
/// A page costs one token, a form that is sent costs more. A bucket that is full again is forgotten.
struct OpenThrottle {
    /// So many tokens fit into a bucket.
    static let capacity: Int64 = 240
    /// One token comes back in so many milliseconds.
    static let interval: Int64 = 250
    /// What a form costs that somebody sends.
    static let form: Int64 = 12
    private let most: Int
    private var buckets: [String: Bucket] = [:]

    private struct Bucket {
        var tokens: Int64
        var at: Int64
    }

    /// At most so many addresses are remembered.
    init(most: Int = 20_000) { self.most = max(most, 1) }

    /// Takes the tokens, or says after how many milliseconds there are enough; nil where it may go on.
    mutating func delay(_ origin: String, cost: Int64 = 1, at now: Instant) -> Int64? {
        var bucket = buckets[origin] ?? Bucket(tokens: Self.capacity, at: now.milliseconds)
        let gained = max(0, now.milliseconds - bucket.at) / Self.interval
        bucket.tokens = min(Self.capacity, bucket.tokens + gained)
        bucket.at = bucket.tokens == Self.capacity ? now.milliseconds : bucket.at + gained * Self.interval
        guard bucket.tokens >= cost else {
            buckets[origin] = bucket
            return (cost - bucket.tokens) * Self.interval
        }
        bucket.tokens -= cost
        if buckets[origin] == nil, buckets.count >= most { makeRoom(at: now.milliseconds) }
        buckets[origin] = bucket
        return nil
    }

    /// Drops what is full again; where nothing is, the half that was longest not seen.
    private mutating func makeRoom(at now: Int64) {
        buckets = buckets.filter { $0.value.tokens + (now - $0.value.at) / Self.interval < Self.capacity }
        guard buckets.count >= most else { return }
        let kept = buckets.sorted { $0.value.at > $1.value.at }.prefix(most / 2)
        buckets = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
}

/// What an office has put to one item: figures, evidence, its own score and the reviewer's.
public struct ItemStanding: Sendable, Hashable {
    /// Names of the figures linked to it.
    public var figures: [String]
    public var evidence: Int
    /// In hundredths.
    public var selfScore: Int?
    public var reviewScore: Int?
    /// Whether one of the figures misses its target.
    public var isBelowTarget: Bool
    /// 不涉及: the item is not for this district and leaves the sums and the gaps.
    public var isExempt: Bool

    public init(
        figures: [String] = [], evidence: Int = 0, selfScore: Int? = nil, reviewScore: Int? = nil, isBelowTarget: Bool = false,
        isExempt: Bool = false
    ) {
        self.isBelowTarget = isBelowTarget
        self.isExempt = isExempt
        self.figures = figures
        self.evidence = evidence
        self.selfScore = selfScore
        self.reviewScore = reviewScore
    }
}

/// What an item still lacks.
public enum Gap: Sendable, Hashable {
    case noFigure
    case noEvidence
    case belowTarget
    case noSelfScore
    case selfScoreAboveWeight
    case notReviewed
    case reviewedLower(by: Int)
}

/// How an edition stands as a whole. The sums are the office's own working figures and never an official score.
public struct Standing: Sendable, Hashable {
    public var gaps: [String: [Gap]]
    public var selfScore: Int
    public var reviewScore: Int
    /// Items that lack nothing, out of all.
    public var complete: Int
    /// Without those that are 不涉及.
    public var all: Int
    public var exempt: Int
    /// Sum of the weights of the items that count, in hundredths; nil where one has none.
    public var fullMark: Int?

    public init(_ edition: Edition, _ items: [String: ItemStanding]) {
        gaps = [:]
        selfScore = 0
        reviewScore = 0
        exempt = 0
        fullMark = 0
        for item in edition.items {
            let own = items[item.number] ?? ItemStanding()
            guard !own.isExempt else {
                exempt += 1
                continue
            }
            var lacking: [Gap] = []
            if item.mode != .evidence, item.mode != nil, own.figures.isEmpty { lacking.append(.noFigure) }
            // Where the edition does not say how an item is judged, a figure will do in the place of evidence.
            let hasFigure = item.mode == nil && !own.figures.isEmpty
            if item.mode != .figure, own.evidence == 0, !hasFigure { lacking.append(.noEvidence) }
            if own.isBelowTarget { lacking.append(.belowTarget) }
            if let score = own.selfScore {
                if let weight = item.weight, score > weight { lacking.append(.selfScoreAboveWeight) }
                if let review = own.reviewScore {
                    if review < score { lacking.append(.reviewedLower(by: score - review)) }
                } else {
                    lacking.append(.notReviewed)
                }
            } else {
                lacking.append(.noSelfScore)
            }
            if !lacking.isEmpty { gaps[item.number] = lacking }
            fullMark = fullMark.flatMap { sum in item.weight.map { sum + $0 } }
            selfScore += own.selfScore ?? 0
            reviewScore += own.reviewScore ?? 0
        }
        all = edition.items.count - exempt
        complete = all - gaps.count
    }
}

import Assessment
import Definitions
import LegalTime
import Store

/// An edition as it stands, with all that was put to its items, as one person may see it.
public struct EditionState: Sendable {
    public var entry: EditionTable.Entry
    public var edition: Edition
    /// In the order of the workbook.
    public var items: [ItemState]
    /// Numbers that an earlier revision had, with how much was put to them: nothing of it is lost.
    public var leftBehind: [String: Int]
    /// Whether this person loads, maps, locks and hands out items.
    public var mayManage: Bool

    public func item(_ number: String) -> ItemState? { items.first { $0.item.number == number } }
}

/// One item of an edition with what was put to it.
public struct ItemState: Sendable {
    public var item: EditionItem
    public var unit: String?
    public var isExempt: Bool
    public var links: [ItemLink]
    /// Taken away again.
    public var removed: [ItemLink]
    /// Every score, in order of time.
    public var scores: [ItemScore]
    public var duties: [ItemDutyTable.Entry]
    public var mayEdit: Bool
    public var mayReview: Bool
    /// Whether files and notes are shown to this person; others see that there are some.
    public var seesWork: Bool

    public var selfScore: ItemScore? { scores.last { !$0.isReview } }
    /// The review of the self-score that holds.
    public var reviewScore: ItemScore? { scores.last.flatMap { $0.isReview ? $0 : nil } }
    /// What the next score has to name.
    public var revision: Int64 { scores.last?.revision ?? 0 }
    public var figures: [(id: String, figure: FigureLink)] {
        links.compactMap { link in if case .figure(let figure) = link.kind { (link.id, figure) } else { nil } }
    }
    public var evidence: [ItemLink] { links.filter { if case .figure = $0.kind { false } else { true } } }
}

/// Something put to an item.
public struct ItemLink: Sendable {
    public enum Kind: Sendable {
        case figure(FigureLink)
        case record(EvidenceRecord)
        case file(EvidenceFile)
    }
    public var id: String
    public var item: String
    public var kind: Kind
    public var by: String
    public var at: Instant
    public var removedBy: String?
    public var removedAt: Instant?
}

/// A figure of a year, of the district or of one unit's records.
public struct FigureLink: Sendable, Hashable {
    public var name: FigureName
    public var year: Int
    public var unit: String?
    public var target: FigureTarget?
    public init(_ name: FigureName, year: Int, unit: String? = nil, target: FigureTarget? = nil) {
        self.name = name
        self.year = year
        self.unit = unit
        self.target = target
    }
}

/// One record as evidence: number, unit and state for everybody, a way to it only where he may read it.
public struct EvidenceRecord: Sendable, Hashable {
    public var register: String
    public var id: String
    public var number: String
    public var unit: String
    public var state: String
    public var mayOpen: Bool
}

/// An uploaded file.
public struct EvidenceFile: Sendable, Hashable {
    public var hash: String
    /// nil for those who do not see it.
    public var name: String?
    public var size: Int64
    public var mediaType: String
}

/// One act of scoring.
public struct ItemScore: Sendable, Hashable {
    public var revision: Int64
    public var isReview: Bool
    /// In hundredths.
    public var score: Int
    /// nil for none, or for those who do not see it.
    public var note: String?
    public var by: String
    public var at: Instant
}

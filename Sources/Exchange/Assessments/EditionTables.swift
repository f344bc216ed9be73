import Assessment
import Casework
import LegalTime
import OfficeFormats
import Records
import Wording

/// The sheets of an assessment: all items, the gaps of each unit, two editions side by side.
public struct EditionTables: Sendable {
    let words: EditionWords
    let moment: Instant

    public init(_ words: EditionWords, at moment: Instant) {
        self.words = words
        self.moment = moment
    }

    private var wording: Wording { words.wording }
    private func text(_ text: AssessmentText) -> String { wording.text(text) }

    private func column(_ title: AssessmentText, _ width: Int = 12, wraps: Bool = false, number: Bool = false) -> SheetColumn {
        SheetColumn(text(title), kind: number ? .decimal(places: 2) : .text, width: width, wraps: wraps)
    }

    static func score(_ hundredths: Int?) -> CellValue { hundredths.map { .number(Score.text($0)) } ?? .empty }

    /// All items with figures, evidence, scores and gaps.
    public func items(_ state: EditionState, _ figures: [String: FigureStanding]) throws(OfficeFormatError) -> [UInt8] {
        try EditionSheet.workbook(state.entry.title, at: moment) { writer throws(OfficeFormatError) in
            try addItems(state, figures, to: writer)
        }
    }

    func addItems(_ state: EditionState, _ figures: [String: FigureStanding], to writer: WorkbookWriter)
        throws(OfficeFormatError)
    {
        let standing = state.standing(figures)
        let sheet = try writer.addSheet(
            SheetLayout(
                name: text(.sheetOf), title: state.entry.title, captions: [text(.notOfficial)],
                columns: [
                    column(.firstLevel, 20, wraps: true), column(.secondLevel, 22, wraps: true), column(.number, 8),
                    column(.text, 46, wraps: true), column(.mode), column(.weight, 8, number: true),
                    column(.unit, 16), column(.figures, 40, wraps: true), column(.evidenceCount, 8, number: false),
                    column(.selfScore, 8, number: true), column(.reviewScore, 8, number: true), column(.gaps, 28, wraps: true),
                ]))
        for item in state.items {
            let own = item.figures.map { id, link in
                words.label(link) + wording.colon + words.value(figures[id]?.figure)
                    + (words.fraction(figures[id]?.figure).map { " (\($0))" } ?? "")
            }
            let gaps = item.isExempt ? [text(.exemptMark)] : words.gaps(standing.gaps[item.item.number] ?? [])
            try sheet.append([
                .text(item.item.first), .text(item.item.second), .text(item.item.number), .text(item.item.text),
                .text(wording.text(of: item.item.mode)), Self.score(item.item.weight), .text(words.unit(item.unit)),
                .text(own.joined(separator: "\n")), .number(String(item.evidence.count)), Self.score(item.selfScore?.score),
                Self.score(item.reviewScore?.score), .text(gaps.joined(separator: "\n")),
            ])
        }
        try sheet.append(
            [
                .text(wording.text(CommonText.total)), .empty, .empty, .text(wording.completeOf(standing.complete, standing.all)),
                .empty, Self.score(standing.fullMark), .empty, .empty, .empty, Self.score(standing.selfScore),
                Self.score(standing.reviewScore), .empty,
            ], isTotal: true)
    }

    /// 月度核查: what each responsible unit lacks, a row for each item that lacks something.
    public func progress(_ state: EditionState, _ progress: [UnitProgress]) throws(OfficeFormatError) -> [UInt8] {
        try EditionSheet.workbook(text(.progress), at: moment) { writer throws(OfficeFormatError) in
            let title = state.entry.title + " · " + text(.progress) + " " + moment.day.iso
            let sums = try writer.addSheet(
                SheetLayout(
                    name: text(.progress), title: title,
                    columns: [column(.unit, 24)] + Self.counted.map { column($0.0, 12) }))
            for unit in progress {
                try sums.append([.text(words.unit(unit.unit))] + Self.counted.map { .number(String($0.1(unit))) })
            }
            let sheet = try writer.addSheet(
                SheetLayout(
                    name: text(.gaps), title: title,
                    columns: [
                        column(.unit, 24), column(.number, 8), column(.text, 50, wraps: true), column(.gaps, 40, wraps: true),
                    ]))
            for unit in progress {
                for item in unit.open {
                    try sheet.append([
                        .text(words.unit(unit.unit)), .text(item.item.number), .text(item.item.text),
                        .text(wording.list(words.gaps(item.gaps))),
                    ])
                }
            }
        }
    }

    /// The columns of the monthly check.
    public static let counted: [(AssessmentText, @Sendable (UnitProgress) -> Int)] = [
        (.progressCount, { $0.all }), (.progressDone, { $0.complete }), (.gapNothing, { $0.lackingProof }),
        (.gapBelow, { $0.belowTarget }), (.gapUnscored, { $0.notScored }), (.gapUnreviewed, { $0.notReviewed }),
    ]

    /// Old items beside new ones, what fell away and what is new.
    public func pair(_ pair: EditionPair) throws(OfficeFormatError) -> [UInt8] {
        try EditionSheet.workbook(text(.compare), at: moment) { writer throws(OfficeFormatError) in
            let sheet = try writer.addSheet(
                SheetLayout(
                    name: text(.compare), title: pair.old.entry.title + " → " + pair.new.entry.title,
                    captions: [text(pair.isSet ? .mappingSet : .mappingSuggested)],
                    columns: [
                        SheetColumn(MappingReader.columns[0], kind: .text, width: 10), column(.wayOld, 46, wraps: true),
                        SheetColumn(MappingReader.columns[1], kind: .text, width: 10), column(.wayNew, 46, wraps: true),
                        column(.way, 14), column(.linksKept, 8),
                    ]))
            for row in pair.rows {
                try sheet.append([
                    .text(row.old?.item.number ?? ""), .text(row.old?.item.text ?? ""), .text(row.new?.item.number ?? ""),
                    .text(row.new?.item.text ?? ""), .text(text(row.way.text)),
                    row.old.map { .number(String($0.links.count)) } ?? .empty,
                ])
            }
        }
    }
}

/// One line of two editions side by side.
public struct EditionPairRow: Sendable {
    public enum Way: Sendable {
        case carried
        case fell
        case new

        public var text: AssessmentText {
            switch self {
            case .carried: .carriedOver
            case .fell: .fellAway
            case .new: .newItem
            }
        }
    }
    public var old: ItemState?
    public var new: ItemState?
    public var way: Way
}

extension EditionPair {
    /// In the order of the old edition, what is new at the end.
    public var rows: [EditionPairRow] {
        var rows: [EditionPairRow] = []
        for item in old.items {
            let targets = (mapping.forward[item.item.number] ?? []).compactMap { new.item($0) }
            if targets.isEmpty { rows.append(EditionPairRow(old: item, new: nil, way: .fell)) }
            for target in targets { rows.append(EditionPairRow(old: item, new: target, way: .carried)) }
        }
        let orphans = Set(mapping.orphans(from: old.edition, to: new.edition).new)
        return rows + new.items.filter { orphans.contains($0.item.number) }.map { EditionPairRow(old: nil, new: $0, way: .new) }
    }
}

/// How one responsible unit stands.
public struct UnitProgress: Sendable {
    /// nil: nobody answers for these items.
    public var unit: String?
    public var all = 0
    public var complete = 0
    public var lackingProof = 0
    public var belowTarget = 0
    public var notScored = 0
    public var notReviewed = 0
    /// The items that lack something.
    public var open: [(item: EditionItem, gaps: [Gap])] = []

    /// By unit in the order in which they first appear; items that are 不涉及 are left out.
    public static func of(_ state: EditionState, _ standing: Standing) -> [UnitProgress] {
        var order: [String?] = []
        var found: [String?: UnitProgress] = [:]
        for item in state.items where !item.isExempt {
            if found[item.unit] == nil {
                order.append(item.unit)
                found[item.unit] = UnitProgress(unit: item.unit)
            }
            let gaps = standing.gaps[item.item.number] ?? []
            found[item.unit]?.add(item.item, gaps)
        }
        return order.compactMap { found[$0] }
    }

    private mutating func add(_ item: EditionItem, _ gaps: [Gap]) {
        all += 1
        guard !gaps.isEmpty else { return complete += 1 }
        open.append((item, gaps))
        if gaps.contains(.noFigure) || gaps.contains(.noEvidence) { lackingProof += 1 }
        if gaps.contains(.belowTarget) { belowTarget += 1 }
        if gaps.contains(.noSelfScore) { notScored += 1 }
        if gaps.contains(.notReviewed) { notReviewed += 1 }
    }
}

import Assessment
import Casework
import Exchange
import HTTPTypes
import Hummingbird
import Pages
import Wording

/// An edition with its figures as one person's pages show it.
struct EditionView {
    let visit: Visit
    let state: EditionState
    let figures: [String: FigureStanding]
    let standing: Standing
    let words: EditionWords

    var wording: Wording { visit.wording }
    var name: String { state.entry.name }
    var crumb: Crumb { Crumb(state.entry.title, .edition(name)) }

    /// The edition of the address. Throws `WebProblem.notFound`.
    init(_ visit: Visit) async throws {
        guard let state = try await visit.office.edition(visit.arrival.parameter("edition"), by: visit.actor) else {
            throw WebProblem.notFound
        }
        try await self.init(visit, state)
    }

    init(_ visit: Visit, _ state: EditionState) async throws {
        self.visit = visit
        self.state = state
        figures = try await visit.office.figureStandings(state, by: visit.actor)
        standing = state.standing(figures)
        words = visit.editionWords
    }

    func gaps(_ item: ItemState) -> [Gap] { standing.gaps[item.item.number] ?? [] }

    /// Items that show an open end by the filter's name; all for any other.
    func shown(_ filter: String) -> [ItemState] {
        state.items.filter { item in
            let gaps = gaps(item)
            switch filter {
            case "nothing": return gaps.contains(.noFigure) || gaps.contains(.noEvidence)
            case "below": return gaps.contains(.belowTarget)
            case "unscored": return gaps.contains(.noSelfScore)
            case "unreviewed": return gaps.contains(.notReviewed)
            case "own": return isOwn(item)
            default: return true
            }
        }
    }

    private func isOwn(_ item: ItemState) -> Bool { item.unit == visit.actor.unit }

    var views: [ViewLink] {
        let chosen = visit.arrival.query("gap") ?? "all"
        let links: [(String, AssessmentText)] = [
            ("all", .allItems), ("own", .ownItems), ("nothing", .gapNothing), ("below", .gapBelow), ("unscored", .gapUnscored),
            ("unreviewed", .gapUnreviewed),
        ]
        return links.map { key, text in
            ViewLink(
                label: wording.text(text), href: Address.edition(name).setting("gap", to: key).text, count: shown(key).count,
                isCurrent: key == chosen)
        }
    }

    var notices: [(text: String, weight: NoteWeight)] {
        var notices: [(text: String, weight: NoteWeight)] = []
        switch visit.arrival.query("done") {
        case "loaded": notices.append((wording.loadedItems(state.items.count, revision: state.entry.revision), .plain))
        case "saved": notices.append((wording.text(AssessmentText.saved), .plain))
        default: break
        }
        if state.entry.isLocked { notices.append((wording.text(AssessmentText.lockedNote), .soon)) }
        if figures.values.contains(where: \.isPartial) { notices.append((wording.text(AssessmentText.partial), .plain)) }
        if !state.leftBehind.isEmpty {
            let numbers = state.leftBehind.keys.sorted()
            notices.append((wording.text(AssessmentText.leftBehind) + wording.list(numbers), .soon))
        }
        return notices
    }

    func cell(_ id: String, _ link: FigureLink) -> EditionPage.FigureCell {
        let figure = figures[id]
        let isVisible = visit.isVisible(link.name.register)
        return EditionPage.FigureCell(
            id: id, label: words.label(link), address: isVisible ? .figure(link.name, year: link.year) : nil,
            year: wording.year(link.year), value: words.value(figure?.figure), fraction: words.fraction(figure?.figure),
            today: figure?.today.map { wording.text(AssessmentText.ofToday) + " " + words.value($0) },
            target: link.target.map { wording.text(AssessmentText.target) + " " + wording.text(of: $0) },
            isMissed: figure?.isMissed == true)
    }

    func line(_ item: ItemState) -> EditionPage.Line {
        EditionPage.Line(
            number: item.item.number, text: item.item.text, address: .editionItem(name, item.item.number),
            mode: wording.text(of: item.item.mode), weight: score(item.item.weight), unit: words.unit(item.unit),
            figures: item.figures.map { cell($0.id, $0.figure) }, evidence: item.evidence.count,
            selfScore: score(item.selfScore?.score), reviewScore: score(item.reviewScore?.score), gaps: words.gaps(gaps(item)),
            isExempt: item.isExempt)
    }

    func score(_ hundredths: Int?) -> String { hundredths.map { Score.text($0) } ?? "—" }

    /// The tree of two levels, in the order of the workbook.
    func groups(_ items: [ItemState]) -> [EditionPage.Group] {
        var groups: [EditionPage.Group] = []
        for item in items {
            if groups.last?.label != item.item.first { groups.append(.init(label: item.item.first, parts: [])) }
            let last = groups.count - 1
            if groups[last].parts.last?.label != item.item.second {
                groups[last].parts.append(.init(label: item.item.second, lines: []))
            }
            groups[last].parts[groups[last].parts.count - 1].lines.append(line(item))
        }
        return groups
    }

    var counts: String {
        let counts = state.edition.counts
        return wording.editionCounts(first: counts.first, second: counts.second, items: counts.items)
    }

    var source: String {
        wording.revision(
            state.entry.revision,
            source: [state.entry.sourceName, visit.person(state.entry.by), wording.moment(state.entry.at)].joined(
                separator: " · "))
    }

    var totals: EditionPage.Totals {
        EditionPage.Totals(
            complete: wording.completeOf(standing.complete, standing.all),
            fullMark: standing.fullMark.map { wording.scored($0) } ?? "—", selfScore: wording.scored(standing.selfScore),
            reviewScore: wording.scored(standing.reviewScore))
    }
}

extension Visit {
    var editionWords: EditionWords { EditionWords(wording, catalogue: catalogue, directory: directory) }

    static func status(_ refusal: AssessmentRefusal) -> HTTPResponse.Status {
        switch refusal {
        case .notFound: .notFound
        case .notAllowed: .forbidden
        case .conflict, .locked: .conflict
        default: .unprocessableContent
        }
    }

    /// The page of an act that has no form to go back to.
    func refused(_ refusal: AssessmentRefusal, back: Crumb) async throws -> Response {
        if refusal == .notFound { throw WebProblem.notFound }
        let page = ProblemPage(
            heading: wording.text(AssessmentText.refusedTitle), sentences: [wording.sentence(for: refusal)], links: [back])
        return try await self.page(page, status: Self.status(refusal))
    }
}

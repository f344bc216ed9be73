import Casework
import Definitions
import Draws
import Hummingbird
import Pages
import Wording

/// Random draws for everybody: the list that was frozen, the seed, the outcome and how to repeat them.
extension Site {
    /// The longest list that a page shows; the file has all of it.
    private static let longestList = 500

    func openDraws(_ visit: OpenVisit) async throws -> Response {
        guard visit.office.publishesDraws else { throw WebProblem.notFound }
        let wording = visit.wording
        let draws = try await visit.office.publishedDraws()
        let block: OpenSheet.Block =
            draws.isEmpty ? .paragraph(wording.text(OpenDrawText.none)) : .table(openDrawTable(draws, visit))
        return visit.page(
            OpenSheet(
                heading: wording.text(OpenDrawText.title), lead: wording.text(OpenDrawText.lead),
                path: [Crumb(wording.text(FrameText.publicHome), visit.address()), Crumb(wording.text(OpenDrawText.title))],
                blocks: [block]))
    }

    /// What the front page shows of them: the latest and the way to all; empty where none are published.
    func openDrawBlocks(_ visit: OpenVisit) async throws -> [OpenSheet.Block] {
        guard visit.office.publishesDraws else { return [] }
        let draws = try await visit.office.publishedDraws(limit: 5)
        guard !draws.isEmpty else { return [] }
        return [
            .section(visit.wording.text(OpenDrawText.title), id: "draws"), .table(openDrawTable(draws, visit)),
            .buttons([Crumb(visit.wording.text(OpenDrawText.all), visit.address("draws"))]),
        ]
    }

    private func openDrawTable(_ draws: [OpenDraw], _ visit: OpenVisit) -> RowsTable {
        let wording = visit.wording
        return RowsTable(
            caption: wording.text(OpenDrawText.title),
            columns: [
                .init(label: wording.text(DrawText.number)), .init(label: wording.text(DrawText.kind)),
                .init(label: wording.text(OpenDrawText.unit)), .init(label: wording.text(OpenDrawText.count)),
                .init(label: wording.text(DrawText.frozenAt)), .init(label: wording.text(DrawText.state)),
            ],
            rows: draws.map { draw in
                RowsTable.Row(
                    head: draw.number, address: visit.address("draws", draw.id),
                    cells: [
                        .init(openDrawLabel(draw, visit)), .init(visit.directory.unitLabel(draw.unit, in: visit.language)),
                        .init(
                            wording.drawCounts(
                                candidates: draw.candidates, excluded: draw.excluded,
                                drawn: draw.drawnAt.isEmpty ? nil : draw.drawn)),
                        .init(DrawPresenter.moment(draw.frozenAt), .date), .init(openDrawState(draw, wording)),
                    ])
            })
    }

    private func openDrawLabel(_ draw: OpenDraw, _ visit: OpenVisit) -> String {
        visit.catalogue.register(draw.register).map { visit.wording.label(ofDraw: draw.name, in: $0) } ?? draw.title
    }

    private func openDrawState(_ draw: OpenDraw, _ wording: Wording) -> String {
        switch draw.state {
        case .frozen: wording.text(DrawText.frozen)
        case .drawn: wording.text(DrawText.drawn)
        case .void: wording.text(DrawText.void)
        }
    }

    /// `/open/draws/<id>`; with `.json` at the end, or where JSON is asked for, the published file.
    func openDraw(_ visit: OpenVisit) async throws -> Response {
        let given = visit.parameter("draw")
        let isFile = given.hasSuffix(".json")
        guard let (draw, bytes) = try await visit.office.publishedDraw(isFile ? String(given.dropLast(5)) : given),
            let file = DrawRecord(json: bytes)
        else { throw WebProblem.notFound }
        if isFile || visit.arrival.wantsJSON {
            return visit.answer(bytes, type: "application/json", name: isFile ? draw.number + ".json" : nil)
        }
        let wording = visit.wording
        var blocks: [OpenSheet.Block] = []
        switch draw.state {
        case .frozen: blocks.append(.note(wording.text(OpenDrawText.frozenNote)))
        case .void: blocks.append(.note(wording.text(OpenDrawText.voidNote)))
        case .drawn: break
        }
        blocks.append(.facts(openDrawFacts(draw, file, visit)))
        blocks.append(.buttons([Crumb(wording.text(DrawText.download), visit.address("draws", draw.id + ".json"))]))
        if !file.drawn.isEmpty {
            blocks.append(.section(wording.text(OpenDrawText.outcome), id: "outcome"))
            blocks.append(.table(openOutcome(file, wording)))
        }
        blocks.append(.section(wording.text(OpenDrawText.howTitle), id: "verify"))
        blocks.append(.paragraph(wording.text(OpenDrawText.how)))
        blocks.append(.command("zhunsheng draw --verify \(draw.number).json"))
        blocks += openDrawList(file.list, .list, draw, visit)
        blocks += openDrawList(file.people, .people, draw, visit)
        let label = openDrawLabel(draw, visit)
        return visit.page(
            OpenSheet(
                heading: label + " " + draw.number, lead: openDrawState(draw, wording),
                path: [
                    Crumb(wording.text(FrameText.publicHome), visit.address()),
                    Crumb(wording.text(OpenDrawText.title), visit.address("draws")), Crumb(draw.number),
                ], blocks: blocks))
    }

    private func openDrawFacts(_ draw: OpenDraw, _ file: DrawRecord, _ visit: OpenVisit) -> [(label: String, text: String)] {
        let wording = visit.wording
        var facts: [(label: String, text: String)] = [
            (wording.text(OpenDrawText.unit), visit.directory.unitLabel(draw.unit, in: visit.language)),
            (wording.text(DrawText.list), DrawPresenter.counts(file, wording)),
            (wording.text(DrawText.rule), DrawPresenter.rule(file.rule, wording)),
            (wording.text(DrawText.frozenAt), DrawPresenter.moment(file.frozenAt)),
            (wording.text(DrawText.fingerprint), file.fingerprint + "\n" + wording.text(DrawText.fingerprintNote)),
            (wording.text(DrawText.seedSource), file.seedSource),
        ]
        if let commitment = file.commitment {
            facts.append((wording.text(DrawText.commitment), commitment + "\n" + wording.text(OpenDrawText.sameFile)))
        }
        facts.append((wording.text(DrawText.seed), file.isPending ? wording.text(DrawText.notYet) : file.seed))
        if !file.isPending { facts.append((wording.text(DrawText.drawnAt), DrawPresenter.moment(file.drawnAt))) }
        let basis = visit.catalogue.register(draw.register)?.draw(draw.name)?.basis ?? []
        if !basis.isEmpty {
            facts.append(
                (
                    wording.text(DrawText.basis),
                    wording.list(basis.map { wording.citation($0, in: visit.catalogue, on: visit.today) })
                ))
        }
        return facts
    }

    /// In the order in which they were drawn, with the people who go there.
    private func openOutcome(_ file: DrawRecord, _ wording: Wording) -> RowsTable {
        let things = Dictionary(file.list.candidates.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let people = Dictionary(file.people.candidates.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
        let hasParts = file.drawn.contains { !(things[$0.id]?.stratum ?? "").isEmpty }
        let hasPeople = file.drawn.contains { !$0.team.isEmpty }
        var columns: [DrawText] = [.candidate, .label]
        if hasParts { columns.append(.part) }
        if hasPeople { columns.append(.sent) }
        return RowsTable(
            caption: wording.text(OpenDrawText.outcome), columns: columns.map { .init(label: wording.text($0)) },
            rows: file.drawn.map { choice in
                var cells: [ListPage.Cell] = [.init(things[choice.id]?.label ?? "")]
                if hasParts { cells.append(.init(things[choice.id]?.stratum ?? "")) }
                if hasPeople {
                    let names = choice.team.map { id in people[id].flatMap { $0.isEmpty ? nil : $0 } ?? id }
                    cells.append(.init(wording.list(names)))
                }
                return RowsTable.Row(head: choice.id, address: nil, cells: cells)
            })
    }

    private func openDrawList(_ list: DrawList, _ caption: DrawText, _ draw: OpenDraw, _ visit: OpenVisit) -> [OpenSheet.Block] {
        guard !list.candidates.isEmpty else { return [] }
        let wording = visit.wording
        let register = visit.catalogue.register(draw.register)
        let definition = register?.draw(draw.name)
        let hasParts = list.candidates.contains { !$0.stratum.isEmpty }
        let columns: [DrawText] = [.candidate, .label] + (hasParts ? [.part] : []) + [.exclusion]
        var blocks: [OpenSheet.Block] = [.section(wording.text(caption), id: caption == .people ? "people" : "list")]
        if list.candidates.count > Self.longestList { blocks.append(.paragraph(wording.text(OpenDrawText.listCut))) }
        blocks.append(
            .table(
                RowsTable(
                    caption: wording.text(caption), columns: columns.map { .init(label: wording.text($0)) },
                    rows: list.candidates.prefix(Self.longestList).map { candidate in
                        let left = candidate.exclusion.map { text in
                            register.map { wording.exclusion(text, of: definition, in: $0) } ?? text
                        }
                        return RowsTable.Row(
                            head: candidate.id, address: nil,
                            cells: [.init(candidate.label)] + (hasParts ? [.init(candidate.stratum)] : [])
                                + [.init(left ?? wording.text(DrawText.mayBeDrawn))])
                    })))
        return blocks
    }
}

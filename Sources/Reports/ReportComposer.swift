import Definitions
import Indicators
import LegalTime
import Wording

/// Makes a report of an outline, the figures that were counted and what the units wrote. It asks nobody for anything.
public struct ReportComposer: Sendable {
    let catalogue: Catalogue
    let wording: Wording

    /// - Parameter catalogue: as the district sees it; labels and counting rules come from it.
    public init(catalogue: Catalogue, wording: Wording) {
        self.catalogue = catalogue
        self.wording = wording
    }

    /// The registers that an outline speaks of: the appendix lists all their figures.
    public static func registers(of outline: OutlineDefinition) -> Set<String> {
        Set(figureNames(of: outline).map(\.register))
    }

    /// Every figure an outline names, each once, in reading order.
    public static func figureNames(of outline: OutlineDefinition) -> [FigureName] {
        var seen: Set<FigureName> = []
        return outline.parts.flatMap { [$0] + $0.sections }.flatMap(\.paragraphs).flatMap(\.sentences).flatMap { sentence in
            sentence.figures + (sentence.whenPositive ?? [])
        }.filter { seen.insert($0).inserted }
    }

    /// What has to be counted for an outline: all the figures given, and those that it wants of some units alone.
    public static func names(for outline: OutlineDefinition, among names: [FigureName]) -> [FigureName] {
        names + figureNames(of: outline).filter { !$0.units.isEmpty }
    }

    /// - Parameters:
    ///   - figures: counted for the header's year, in the order in which the appendix is to show the ones not used.
    ///   - contributions: in the order in which they are to stand.
    public func report(outline: OutlineDefinition, header: ReportHeader, figures: [Figure], contributions: [ReportContribution])
        -> AnnualReport
    {
        let known = Dictionary(figures.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let written = Dictionary(grouping: contributions.filter { !$0.isEmpty }, by: \.part)
        let parts = numbered(outline.parts.compactMap { part($0, under: nil, known, written) })
        var used: [FigureName] = []
        for paragraph in parts.flatMap({ [$0] + $0.sections }).flatMap(\.paragraphs) {
            for case .figure(let name, _) in paragraph.runs where !used.contains(name) { used.append(name) }
        }
        let keys = Set(outline.parts.flatMap { part in [part.name] + part.sections.map { "\(part.name)/\($0.name)" } })
        let registers = Self.registers(of: outline)
        let others = figures.filter { registers.contains($0.name.register) && !used.contains($0.name) }
        let appendix =
            used.compactMap { known[$0] }.map { entry($0, header, isUsed: true) }
            + others.map { entry($0, header, isUsed: false) }
        let title = outline.title.replacing("{district}", with: header.districtLabel).replacing(
            "{year}", with: String(header.year))
        return AnnualReport(
            header: header, title: title, addressee: outline.addressee, parts: parts,
            unplaced: contributions.filter { !keys.contains($0.part) && !$0.isEmpty }, appendix: appendix)
    }

    /// A part with what there is to say; nil for an optional one with nothing in it and nothing to remind of.
    private func part(
        _ part: OutlinePart, under parent: String?, _ figures: [FigureName: Figure], _ written: [String: [ReportContribution]]
    ) -> ReportPart? {
        let key = parent.map { "\($0)/\(part.name)" } ?? part.name
        let paragraphs = part.paragraphs.compactMap { paragraph($0, figures) }
        let sections = numbered(part.sections.compactMap { self.part($0, under: part.name, figures, written) })
        let contributions = written[key] ?? []
        let isEmpty = paragraphs.isEmpty && contributions.isEmpty && sections.isEmpty
        let reminder = part.placeholder ?? (part.isRequired ? wording.text(ReportDocumentText.missingRequired) : nil)
        if isEmpty, reminder == nil { return nil }
        return ReportPart(
            key: key, title: part.title, number: 0, isRequired: part.isRequired, takesContributions: part.takesContributions,
            basis: part.basis, paragraphs: paragraphs, contributions: contributions, sections: sections,
            placeholder: isEmpty ? reminder : nil)
    }

    private func numbered(_ parts: [ReportPart]) -> [ReportPart] {
        parts.enumerated().map { place, part in
            var part = part
            part.number = place + 1
            return part
        }
    }

    private func paragraph(_ paragraph: OutlineParagraph, _ figures: [FigureName: Figure]) -> ReportParagraph? {
        let runs = paragraph.sentences.filter { $0.stands(on: figures) }.flatMap(\.pieces).map { piece -> ReportRun in
            switch piece {
            case .text(let text): .text(text)
            case .figure(let name): .figure(name, printed: figures[name]?.value.text ?? "")
            }
        }
        guard !runs.isEmpty else { return nil }
        return ReportParagraph(runs: Self.joined(runs))
    }

    /// Neighbouring texts become one run.
    private static func joined(_ runs: [ReportRun]) -> [ReportRun] {
        runs.reduce(into: []) { joined, run in
            if case .text(let text) = run, case .text(let before)? = joined.last {
                joined[joined.count - 1] = .text(before + text)
            } else {
                joined.append(run)
            }
        }
    }

    private func entry(_ figure: Figure, _ header: ReportHeader, isUsed: Bool) -> AppendixEntry {
        let register = catalogue.register(figure.name.register)
        return AppendixEntry(
            name: figure.name, registerLabel: register.map { wording.label($0) } ?? figure.name.register,
            label: (register.map { wording.label(figure.definition, in: $0) } ?? figure.definition.label)
                + wording.suffix(ofUnits: figure.name.units, among: catalogue.district(header.district)?.units ?? []),
            value: wording.figure(figure.value, unit: figure.definition.unit),
            rule: register.map { wording.text(of: wording.rule(of: figure.definition, in: $0, catalogue: catalogue)) } ?? "",
            cutOff: header.cutOff, rows: figure.rows, isUsed: isUsed)
    }
}

extension OutlineSentence {
    /// The figures printed in it.
    var figures: [FigureName] { pieces.compactMap { if case .figure(let name) = $0 { name } else { nil } } }

    /// A sentence stands when each of its figures is there and above zero; `when` names others to look at, `at_zero` waives it.
    func stands(on known: [FigureName: Figure]) -> Bool {
        guard figures.allSatisfy({ known[$0]?.value.isDefined == true }) else { return false }
        if let whenPositive { return whenPositive.allSatisfy { known[$0]?.isPositive == true } }
        return isShownAtZero || figures.allSatisfy { known[$0]?.isPositive == true }
    }
}

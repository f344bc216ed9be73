import Assessment
import Casework
import Definitions
import Indicators
import LegalTime
import Records
import Wording

/// Labels of what is linked to the items of an edition, in one language.
public struct EditionWords: Sendable {
    public let wording: Wording
    let catalogue: Catalogue
    let directory: Directory

    public init(_ wording: Wording, catalogue: Catalogue, directory: Directory) {
        self.wording = wording
        self.catalogue = catalogue
        self.directory = directory
    }

    public func unit(_ id: String?) -> String {
        id.map { directory.unitLabel($0, in: wording.language) } ?? wording.text(AssessmentText.nobody)
    }

    public func register(_ name: String) -> String { catalogue.register(name).map { wording.label($0) } ?? name }

    public func state(_ state: String, in register: String) -> String {
        catalogue.register(register).map { wording.label(ofState: state, in: $0) } ?? state
    }

    /// 行政复议纠错率; with a unit: 行政复议纠错率（东镇）.
    public func label(_ link: FigureLink) -> String {
        guard let register = catalogue.register(link.name.register),
            let indicator = register.indicators.last(where: { $0.name == link.name.indicator })
        else { return link.name.description }
        let label = wording.label(indicator, in: register)
        guard let unit = link.unit else { return label }
        return wording.language == .chinese ? "\(label)（\(self.unit(unit))）" : "\(label) (\(self.unit(unit)))"
    }

    public func value(_ figure: Figure?) -> String {
        guard let figure else { return "—" }
        return wording.figure(figure.value, unit: figure.definition.unit)
    }

    /// 189 ÷ 526; nil where nothing is divided.
    public func fraction(_ figure: Figure?) -> String? {
        guard let figure, let above = figure.numerator, let below = figure.denominator else { return nil }
        return "\(above) ÷ \(below)"
    }

    public func rule(_ figure: Figure?) -> String {
        guard let figure, let register = catalogue.register(figure.name.register) else { return "" }
        return wording.text(of: wording.rule(of: figure.definition, in: register, catalogue: catalogue))
    }

    /// What a link is: a figure's label, a record's number, a file's name.
    public func label(_ link: ItemLink) -> String {
        switch link.kind {
        case .figure(let figure): label(figure)
        case .record(let record): register(record.register) + " " + record.number
        case .file(let file): file.name ?? wording.text(AssessmentText.hiddenFile)
        }
    }

    public func gaps(_ gaps: [Gap]) -> [String] { gaps.map { wording.text(of: $0) } }
}

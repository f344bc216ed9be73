import Casework
import Definitions
import Indicators
import LegalTime
import Proofreading
import Records
import Reports
import Wording

extension Proof {
    /// The figures of a district's registers for a year, to compare the report with.
    func registerFigures(_ database: String) async throws -> [KnownFigure] {
        let options = try OfficeOptions.parse(["--database", database] + (district.map { ["--district", $0] } ?? []))
        let office = try await options.office()
        let statistics = office.statistics
        let period = Period(year: year ?? office.district.year)
        let names = statistics.names(in: period, registers: nil)
        let figures = try await statistics.figures(
            names, period: period, scope: office.console().scope, today: office.clock.today())
        let wording = Wording(language: .chinese, labels: office.catalogue.labels)
        let known = figures.map { figure in
            let register = office.catalogue.register(figure.name.register)
            return KnownFigure(
                label: register.map { wording.label(figure.definition, in: $0) } ?? figure.name.indicator,
                value: figure.value.text.replacing("%", with: ""),
                unit: figure.value.isPercent ? "%" : wording.unit(figure.definition.unit),
                context: register.map { wording.label($0) } ?? "")
        }
        await office.engine.close()
        return known
    }
}

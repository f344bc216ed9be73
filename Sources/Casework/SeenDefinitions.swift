import Deadlines
import Definitions
import Indicators
import Store

/// The catalogue as an office sees it now, with what is made from it once.
final class SeenDefinitions: Sendable {
    let catalogue: Catalogue
    let reckoner: DeadlineReckoner
    let tables: [String: RecordTable]
    let statistics: Statistics
    /// By the register whose records they look at.
    let gates: [String: [WatchingGate]]

    init(_ catalogue: Catalogue, district: String, engine: any Engine) {
        self.catalogue = catalogue
        reckoner = DeadlineReckoner(catalogue)
        tables = Dictionary(catalogue.registers.map { ($0.name, RecordTable($0)) }, uniquingKeysWith: { first, _ in first })
        statistics = Statistics(engine: engine, catalogue: catalogue, layouts: tables.mapValues(\.layout), district: district)
        gates = Dictionary(grouping: catalogue.registers.flatMap(WatchingGate.all), by: \.watched)
    }
}

/// A gate as seen from the records that it looks at.
struct WatchingGate: Sendable {
    /// The register whose records open it.
    let watched: String
    /// The codes that they must have, by field.
    let having: [String: [String]]
    let gate: GateDefinition
    let transition: TransitionDefinition
    let register: RegisterDefinition

    static func all(of register: RegisterDefinition) -> [WatchingGate] {
        register.transitions.flatMap { transition in
            transition.gates.compactMap { gate in
                switch gate.need {
                case .reference(let field, _, let having):
                    register.field(field)?.target.map {
                        WatchingGate(watched: $0, having: having, gate: gate, transition: transition, register: register)
                    }
                case .linked(let watched, _, _, let having):
                    WatchingGate(watched: watched, having: having, gate: gate, transition: transition, register: register)
                default: nil
                }
            }
        }
    }
}

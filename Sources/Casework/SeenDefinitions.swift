import Deadlines
import Definitions
import Store

/// The catalogue as an office sees it now, with what is made from it once.
struct SeenDefinitions: Sendable {
    let catalogue: Catalogue
    let reckoner: DeadlineReckoner
    let tables: [String: RecordTable]

    init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        reckoner = DeadlineReckoner(catalogue)
        tables = Dictionary(catalogue.registers.map { ($0.name, RecordTable($0)) }, uniquingKeysWith: { first, _ in first })
    }
}

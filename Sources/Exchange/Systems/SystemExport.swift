import Casework
import Definitions
import OfficeFormats
import Records
import Store
import Wording

/// Takes the records of an exchange out in the columns of the other system; scope and masks are those of the person.
public struct SystemExport: Sendable {
    public struct Written: Sendable {
        public var records: Int
        /// Numbers of records that have more child rows than the layout has columns for.
        public var cut: [String]
    }

    let exchange: ExchangeDefinition
    let rows: ExchangeRows
    let register: RegisterDefinition
    let office: Office
    let actor: Actor

    /// nil for an exchange that takes no records out.
    public init?(_ exchange: ExchangeDefinition, office: Office, actor: Actor) {
        guard let rows = exchange.rows, rows.direction.goesOut, let register = office.catalogue.register(rows.register) else {
            return nil
        }
        self.exchange = exchange
        self.rows = rows
        self.register = register
        self.office = office
        self.actor = actor
    }

    /// How many records go out.
    public func count() async throws(StoreError) -> Int {
        guard let export else { return 0 }
        return try await export.count(request)
    }

    private var wording: Wording { Wording(language: .chinese, labels: office.catalogue.labels) }
    private var export: Export? {
        Export(office: office, register: rows.register, actor: actor, wording: wording, columns: .all)
    }
    private var request: ListRequest {
        var request = ListRequest(register: rows.register)
        request.condition = rows.condition
        request.sort = .registered(descending: false)
        return request
    }

    /// Writes all records that go out as `xlsx` or `csv`.
    public func write(
        as format: SheetFormat, to path: String, progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) async throws(ExportError) -> Written {
        guard let export else { throw .notAllowed }
        let directory: Directory
        do { directory = try await office.directory() } catch { throw .store(error) }
        let words = SheetWords(office: office, actor: actor, directory: directory)
        let layout = MappedLayout(register: register, columns: rows.columns) { directory.unitLabel($0) }
        let head = ExportHead(
            title: rows.sheet.title.map { words.filled($0) }, captions: rows.sheet.above.map { words.filled($0) },
            columns: layout.sheetColumns, created: office.clock.now(), sheet: rows.sheet.name)
        let facts = ["exchange": exchange.name, "layout": exchange.digest(of: register)]
        return try await export.write(request, layout, head, as: format, to: path, facts: facts, progress: progress)
    }
}

/// Fills in the names in braces of titles and lines above a table.
struct SheetWords {
    let office: Office
    let actor: Actor
    let directory: Directory

    func filled(_ text: String, period: String = "") -> String {
        let today = office.clock.today()
        let values = [
            "district": office.district.label, "year": String(today.year), "date": "\(today.year)年\(today.month)月\(today.day)日",
            "unit": directory.unitLabel(actor.unit), "maker": actor.displayName, "period": period,
        ]
        return values.reduce(text) { text, value in text.replacing("{\(value.key)}", with: value.value) }
    }
}

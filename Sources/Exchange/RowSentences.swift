import Casework
import Definitions
import OfficeFormats
import Records
import Wording

/// What is wrong with rows and files, in sentences.
public struct RowSentences: Sendable {
    public let wording: Wording
    public let register: RegisterDefinition
    public let roles: [RoleDefinition]

    public init(wording: Wording, register: RegisterDefinition, roles: [RoleDefinition]) {
        self.wording = wording
        self.register = register
        self.roles = roles
    }

    public func sentence(_ problem: RowProblem) -> String {
        switch problem {
        case .input(let problem): wording.sentence(for: problem, in: register)
        case .cellError(_, let text): wording.cellError(text)
        case .digitsLost(let place, _): wording.quoted(label(place)) + space + wording.text(ExchangeText.digitsLost)
        case .numberTwice(let number, let row): wording.numberTwice(number, row: row)
        case .keyTwice(let places, let row): wording.keyTwice(places.map(label), row: row)
        case .severalRecords(let places, let numbers): wording.severalRecords(places.map(label), numbers)
        case .crossroads(let names):
            wording.crossroads(names.map { name in register.transition(name).map { wording.label($0, in: register) } ?? name })
        case .refused(let refusal): sentence(refusal)
        case .changedMeanwhile: wording.text(ExchangeText.changedMeanwhile)
        }
    }

    private var space: String { wording.language == .english ? ": " : "" }

    private func sentence(_ refusal: ActRefusal) -> String {
        switch refusal {
        case .ended: wording.text(ExchangeText.ended)
        case .notFound: wording.text(ExchangeText.notFound)
        case .lockedYear(let year):
            wording.sentence(
                for: InputProblem(place: InputPlace(field: register.number.yearOf), reason: .lockedYear(year)), in: register)
        case .transition(let refusal): wording.sentence(for: refusal, of: nil, in: register, roles: roles)
        case .extensionTooLong(let field, let refusal): wording.sentence(for: refusal, field: field, in: register)
        case .gatesClosed(let gates):
            wording.sentences(gates.map { wording.sentence(for: $0, in: register) { _ in nil } })
        case .noUnitToHandTo: wording.text(LinkText.noUnitToHandTo)
        case .notAllowed, .reasonMissing, .nothingChanged, .fileTooLarge: wording.text(ExchangeText.notAllowed)
        }
    }

    public func sentence(_ hint: RowHint) -> String {
        switch hint {
        case .likeRow(let number): wording.likeRow(number)
        case .likeRecord(let number): wording.likeRecord(number)
        }
    }

    public func sentence(_ why: KeptSheet.SetAside) -> String {
        switch why {
        case .total: wording.text(ExchangeText.totalLine)
        case .note: wording.text(ExchangeText.noteLine)
        case .header: wording.text(ExchangeText.headerAgain)
        case .sameAs(let row): wording.sameAsRow(row)
        }
    }

    public func sentence(_ error: SheetError) -> String {
        switch error {
        case .noHeader: wording.text(ExchangeText.noHeader)
        case .tooManyRows: wording.text(ExchangeText.tooLarge)
        case .malformedLine(let line):
            wording.row(line) + (wording.language == .english ? ": " : "：") + wording.text(ExchangeText.unreadable)
        case .format(let error): sentence(error)
        }
    }

    private func sentence(_ error: OfficeFormatError) -> String {
        switch error {
        case .unsupported: wording.text(ExchangeText.oldFormat)
        case .encrypted: wording.text(ExchangeText.protected)
        case .tooLarge, .tooCompressed, .tooManyEntries, .tooManyRows, .tooManyColumns: wording.text(ExchangeText.tooLarge)
        default: wording.text(ExchangeText.unreadable)
        }
    }

    public func sentence(_ problem: MappingProblem) -> String {
        switch problem.reason {
        case .unreadable: wording.mappingUnreadable(line: problem.line)
        case .unknown(let text): wording.mappingUnknown(text, line: problem.line)
        }
    }

    /// What a problem's cell is called: 受理日期, 当事人; empty for the row as a whole.
    public func label(_ place: InputPlace?) -> String {
        guard let place else { return "" }
        if place.field == "number", register.field("number") == nil { return wording.text(ExchangeText.number) }
        let rows = wording.label(ofField: place.field, in: register)
        guard let child = place.child else { return rows }
        let name = wording.label(ofField: FieldPath("\(place.field).\(child)"), in: register)
        return rows + (place.row.map { " \($0 + 1) " } ?? " ") + name
    }

    /// All reasons of a row in one text.
    public func reason(_ row: ImportPlan.Row) -> String {
        guard case .failed(let problems) = row.outcome else { return "" }
        return problems.map(sentence).joined(separator: wording.language == .english ? " " : "")
    }
}

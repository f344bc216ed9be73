import Casework
import Definitions
import Foundation
import LegalTime
import OfficeFormats
import Records
import Store
import Wording

/// An empty sheet of a register to fill in: how on the first page, the columns with their choices on the second.
public struct Template: Sendable {
    let register: RegisterDefinition
    let wording: Wording
    let today: Day
    let units: [UnitDefinition]
    /// Names of the records that a reference field may take, where there are few enough for a drop-down list.
    let references: [String: [String]]
    private static let groups = 3

    public init(
        register: RegisterDefinition, wording: Wording, today: Day, units: [UnitDefinition], references: [String: [String]] = [:]
    ) {
        self.register = register
        self.wording = wording
        self.today = today
        self.units = units.filter { ($0.from.map { $0 <= today } ?? true) && ($0.until.map { today <= $0 } ?? true) }
        self.references = references
    }

    /// The template as somebody gets it who may see some records of the registers referred to.
    public static func make(_ name: String, office: Office, by actor: Actor, wording: Wording) async throws(StoreError)
        -> Template?
    {
        guard let register = office.catalogue.register(name) else { return nil }
        var references: [String: [String]] = [:]
        let targets = Set(
            (register.fields + register.fields.flatMap(\.fields)).filter { $0.type == .reference }.compactMap(\.target))
        for target in targets {
            guard let other = office.catalogue.register(target), let heading = other.heading,
                other.field(heading)?.personal == nil
            else { continue }
            var request = ListRequest(register: target)
            request.limit = 500
            let page = try await office.list(request, by: actor)
            guard let total = page.total, total <= request.limit else { continue }
            references[target] = page.items.compactMap { $0.record.values[heading]?.text }
        }
        return Template(
            register: register, wording: wording, today: office.clock.today(), units: try await office.directory().units,
            references: references)
    }

    private var columns: [RegisterColumns.Column] {
        RegisterColumns(register, wording: wording, isEntered: true) { field in min(Self.groups, field.max ?? Self.groups) }
            .columns
    }

    public func csv() -> [UInt8] {
        var writer = CSVWriter()
        writer.append(columns.map(\.title))
        return writer.take()
    }

    public func workbook() throws(OfficeFormatError) -> [UInt8] {
        let title = wording.label(register)
        let created = Date(timeIntervalSince1970: TimeInterval(Instant(day: today).milliseconds / 1000))
        return try WorkbookWriter.bytes(properties: WorkbookProperties(title: title, created: created)) {
            writer throws(OfficeFormatError) in
            try instructions(writer)
            _ = try writer.addSheet(SheetLayout(name: title, columns: columns.map(sheetColumn)))
        }
    }

    private func instructions(_ writer: WorkbookWriter) throws(OfficeFormatError) {
        let texts: [ExchangeText] = [.column, .required, .form, .choices, .example]
        let widths = [22, 8, 40, 50, 24]
        let sheet = try writer.addSheet(
            SheetLayout(
                name: wording.text(ExchangeText.instructions),
                title: wording.label(register) + " · " + wording.text(ExchangeText.instructions),
                captions: [register.summary, wording.text(ImportText.numberHint), wording.text(ImportText.fileHint)].filter {
                    !$0.isEmpty
                },
                columns: zip(texts, widths).map { SheetColumn(wording.text($0), kind: .text, width: $1, wraps: true) }))
        for column in columns {
            guard let field = column.field else {
                try sheet.append([
                    .text(column.title), .text(wording.text(ExchangeText.optional)), .text(wording.text(ImportText.numberHint)),
                    .empty, .empty,
                ])
                continue
            }
            let choices = choices(field)
            let shown = choices.count > 40 ? Array(choices.prefix(40)) + ["…"] : choices
            try sheet.append([
                .text(column.title), .text(wording.text(column.isRequired ? ExchangeText.required : .optional)),
                .text(form(field)),
                .text(wording.list(shown)), .text(example(field, choices)),
            ])
        }
    }

    private func sheetColumn(_ column: RegisterColumns.Column) -> SheetColumn {
        guard let field = column.field else { return SheetColumn(column.title, kind: .text, width: 26) }
        return SheetColumn(
            column.title, kind: RegisterColumns.kind(field), width: RegisterColumns.width(field),
            choices: field.type.isMany ? [] : choices(field),
            note: field.hint, isRequired: column.isRequired)
    }

    private func choices(_ field: FieldDefinition) -> [String] {
        switch field.type {
        case .code, .codes:
            let list = field.codes ?? ""
            return (register.codes[list]?.entries ?? []).filter { $0.validity.until.map { today <= $0 } ?? true }.map {
                wording.language == .english ? $0.label : wording.label(ofCode: $0.code, list: list, in: register)
            }
        case .bool: return ["是", "否"]
        case .unit, .units: return units.filter { field.unitKind == nil || $0.kind == field.unitKind }.map(\.label)
        case .reference: return references[field.target ?? ""] ?? []
        default: return []
        }
    }

    private func form(_ field: FieldDefinition) -> String {
        let text: ExchangeText =
            switch field.type {
            case .text, .longText, .attachment, .rows: .formText
            case .integer: .formWhole
            case .decimal: .formDecimal
            case .money: .formMoney
            case .bool: .formBool
            case .date: .formDate
            case .moment: .formMoment
            case .code: .formCode
            case .codes, .units, .references: .formSeveral
            case .unit: .formUnit
            case .reference: .formReference
            case .idNumber: .formIDNumber
            case .phone: .formPhone
            case .checklist: .formChecklist
            }
        var parts = [wording.text(text)]
        if field.type == .text || field.type == .longText, let max = field.max { parts.append(wording.atMost(characters: max)) }
        if let unit = field.unit { parts.append(unit) }
        if wording.language == .chinese, let hint = field.hint { parts.append(hint) }
        return parts.joined(separator: wording.language == .english ? "; " : "；")
    }

    /// Every item, met or with its full mark.
    private func checklist(_ field: FieldDefinition) -> String {
        guard let standard = register.standard(of: field) else { return "" }
        let marks = standard.items.map { item in
            standard.mode == .met ? "\(item.label)：达标" : "\(item.label)：\(item.points)"
        }
        return marks.joined(separator: "；")
    }

    private func example(_ field: FieldDefinition, _ choices: [String]) -> String {
        if let first = choices.first {
            return field.type == .codes && choices.count > 1 ? choices.prefix(2).joined(separator: "、") : first
        }
        return switch field.type {
        case .date: today.iso
        case .moment: today.iso + " 10:30"
        case .integer: String(max(field.min ?? 1, 1))
        case .decimal: "1.5"
        case .money: "12500.00"
        case .idNumber: "210700199001010000"
        case .phone: "13800000000"
        case .checklist: checklist(field)
        default: ""
        }
    }
}

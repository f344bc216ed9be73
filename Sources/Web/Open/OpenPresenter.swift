import Casework
import Definitions
import LegalTime
import Pages
import Records
import Wording

/// Words for what is public of one register.
struct OpenPresenter {
    let visit: OpenVisit
    let register: RegisterDefinition
    let references: [String: String]

    var wording: Wording { visit.wording }

    var text: ValueText {
        let (directory, language, references) = (visit.directory, visit.language, references)
        return ValueText(
            register: register, labels: visit.catalogue.labels, language: language,
            unitLabel: { directory.unitLabel($0, in: language) }, referenceLabel: { _, id in references[id] ?? "—" })
    }

    /// The columns of a list: short fields only, the one that names the record first.
    var columns: [FieldDefinition] {
        let short = Office.openFields(of: register).filter { ![.longText, .rows, .attachment, .checklist].contains($0.type) }
        let head = short.first { $0.name == register.heading } ?? short.first { $0.type == .text }
        return Array((head.map { [$0] } ?? []) + short.filter { $0.name != head?.name })
    }

    func label(_ field: FieldDefinition) -> String { wording.label(ofField: field.name, in: register) }

    func shown(_ value: Value?, _ field: FieldDefinition) -> String {
        guard let value else { return "—" }
        if case .attachment(let file) = value { return file.name }
        var words = text.text(value, of: field)
        if case .integer = value {
            let unit = wording.unit(field.unit ?? (field.type == .money ? "元" : ""))
            if !unit.isEmpty { words += " " + unit }
        }
        return words.isEmpty ? "—" : words
    }

    /// What a record is called on the open site.
    func name(_ record: OpenRecord) -> String {
        let head = record.title ?? columns.compactMap { field in record.values[field.name].map { shown($0, field) } }.first
        return [record.number, head].compactMap { $0 }.joined(separator: " ")
    }

    func address(_ record: OpenRecord) -> Address { visit.address(register.name, record.id) }

    func table(_ items: [OpenRecord]) -> RowsTable {
        let rest = Array(columns.dropFirst().prefix(5))
        return RowsTable(
            caption: wording.label(register),
            columns: [.init(label: wording.text(OpenText.item))] + rest.map { .init(label: label($0), isNumber: isNumber($0)) },
            rows: items.map { record in
                RowsTable.Row(
                    head: name(record), address: address(record),
                    cells: rest.map { field in
                        ListPage.Cell(
                            shown(record.values[field.name], field),
                            isNumber(field) ? .number : field.type == .date ? .date : .text)
                    })
            })
    }

    private func isNumber(_ field: FieldDefinition) -> Bool { [.integer, .decimal, .money].contains(field.type) }

    func facts(_ record: OpenRecord) -> [(label: String, text: String)] {
        var facts: [(label: String, text: String)] = []
        if let number = record.number { facts.append((wording.text(CommonText.number), number)) }
        for field in Office.openFields(of: register) where field.type != .attachment {
            guard let value = record.values[field.name] else { continue }
            let words =
                if case .rows(let rows) = value {
                    rows.map { row in
                        field.fields.compactMap { child in
                            row.values[child.name].map {
                                wording.label(ofField: "\(field.name).\(child.name)", in: register) + wording.colon
                                    + text.text($0, of: child)
                            }
                        }.joined(separator: wording.language == .english ? "; " : "；")
                    }.joined(separator: "\n")
                } else {
                    shown(value, field)
                }
            facts.append((label(field), words))
        }
        return facts
    }

    /// One record as JSON: its public fields by name, codes and units as words.
    func write(_ record: OpenRecord, into json: inout JSONWriter) {
        json.object { json in
            json.member("id", record.id)
            if let number = record.number { json.member("number", number) }
            for field in Office.openFields(of: register) {
                json.key(field.name)
                json.string(record.values[field.name].map { plain($0, field) })
            }
        }
    }

    private func plain(_ value: Value, _ field: FieldDefinition) -> String {
        if case .attachment(let file) = value { return file.name }
        return text.input(value, of: field)
    }

    func row(_ record: OpenRecord) -> [String] {
        (register.publication.showsNumber ? [record.number ?? ""] : [])
            + Office.openFields(of: register).map { field in record.values[field.name].map { plain($0, field) } ?? "" }
    }

    var heads: [String] {
        (register.publication.showsNumber ? [wording.text(CommonText.number)] : [])
            + Office.openFields(of: register).map { wording.label(label($0), unit: $0.type == .money ? "元" : $0.unit) }
    }

    /// Choices of the filters.
    var choices: [(name: String, label: String, options: [FieldControl.Option], chosen: String)] {
        Office.openFilters(of: register).prefix(4).map { field in
            let options: [FieldControl.Option] =
                switch field.type {
                case .code, .codes:
                    (register.codes[field.codes ?? ""]?.entries ?? []).map {
                        .init(value: $0.code, label: text.codeLabel($0.code, list: field.codes ?? ""))
                    }
                case .bool:
                    ["true", "false"].map { .init(value: $0, label: text.text(.bool($0 == "true"), of: field)) }
                default:
                    visit.directory.units.filter { field.unitKind == nil || $0.kind == field.unitKind }.map {
                        .init(value: $0.id, label: visit.directory.unitLabel($0.id, in: visit.language))
                    }
                }
            return (field.name, label(field), options, visit.query(field.name) ?? "")
        }
    }
}

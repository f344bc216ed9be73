import Access
import Definitions
import Foundation
import LegalTime
import Letters
import OfficeFormats
import Records
import Store

/// Fills the template of a letter with what a record says, as one sight shows it.
struct LetterFilling {
    let office: Office
    let register: RegisterDefinition
    let actor: Actor
    let directory: Directory
    let session: any Transaction
    let letter: LetterDefinition
    let number: String?
    let now: Instant
    let today: Day

    /// The printed letter; nil where nothing would stand in it. - Throws: what reading the record or writing the file throws.
    func file(_ stored: Record, _ template: LetterTemplates.Template, sight: PersonalSight) throws
        -> [UInt8]?
    {
        let facts = try facts(stored, sight: sight)
        switch template {
        case .document(let document): return try document.filled(facts)
        case .text(let template):
            let head = LetterHead(number: number, office: [signer(stored)], date: today.chinese)
            let blocks = template.blocks(facts, head: head)
            if blocks.isEmpty { return nil }
            let document = OfficeDocument(
                title: letter.label, creator: office.district.government,
                created: Date(timeIntervalSince1970: TimeInterval(now.milliseconds / 1000)),
                blocks: blocks)
            return try DocumentWriter().bytes(of: document)
        }
    }

    /// The unit that owns the record; the government itself where that is the district.
    private func signer(_ stored: Record) -> String {
        let isRoot = directory.units.contains { $0.id == stored.owner && $0.parent == nil }
        return isRoot ? office.district.government : directory.unitLabel(stored.owner)
    }

    func facts(_ stored: Record, sight: PersonalSight) throws -> LetterFacts {
        let personal = PersonalFields(
            keys: office.keys, register: register, district: office.district.name)
        let values = try personal.open(stored.values, record: stored.id, sight: sight)
        let names = try names(of: values, sight: sight)
        var facts = LetterFacts()
        fill(&facts, register.fields, values, names)
        facts.texts.merge([
            "number": stored.number, "state": register.state(stored.state)?.label ?? stored.state,
            "today": today.chinese,
            "unit": directory.unitLabel(stored.owner), "district": office.district.label,
            "district.government": office.district.government, "letter.title": letter.label,
            "by": actor.displayName,
        ]) { _, new in new }
        facts.texts["letter.number"] = number
        facts.codes["state"] = [stored.state]
        let runs = try RunTable.runs(of: stored.id, district: office.district.name, in: session)
        for run in runs where run.row.isEmpty {
            facts.texts["due.\(run.deadline)"] = run.dueOn?.chinese
        }
        for field in register.fields where field.type == .rows {
            facts.rows[field.name] = (values[field.name]?.rows ?? []).map { row in
                var inner = LetterFacts()
                fill(&inner, field.fields, row.values, names)
                for run in runs where run.row == row.id {
                    inner.texts["due.\(run.deadline)"] = run.dueOn?.chinese
                }
                return inner
            }
        }
        return facts
    }

    // MARK: Values

    private func fill(
        _ facts: inout LetterFacts, _ fields: [FieldDefinition], _ values: [String: Value],
        _ names: [String: Name]
    ) {
        for field in fields where field.type != .rows {
            guard let value = values[field.name] else { continue }
            let text = text(value, field, names)
            if !text.isEmpty { facts.texts[field.name] = text }
            switch value {
            case .bool(let bool): facts.codes[field.name] = [bool ? "true" : "false"]
            case .text(let code) where field.type == .code: facts.codes[field.name] = [code]
            case .list(let codes) where field.type == .codes: facts.codes[field.name] = codes
            default: break
            }
            guard field.type == .reference || field.type == .references else { continue }
            let numbers = (value.list ?? value.text.map { [$0] } ?? []).compactMap { names[$0]?.number }
            if !numbers.isEmpty { facts.texts["\(field.name).number"] = numbers.joined(separator: "、") }
        }
    }

    private func text(_ value: Value, _ field: FieldDefinition, _ names: [String: Name]) -> String {
        switch value {
        case .day(let day): return day.chinese
        case .moment(let moment):
            let time = moment.iso.dropFirst(11).prefix(5).split(separator: ":")
            return moment.day.chinese + (time.count == 2 ? "\(time[0])时\(time[1])分" : "")
        case .integer(let number):
            return NumberText.write(
                number, decimals: field.type == .money ? 2 : field.type == .decimal ? field.decimals : 0)
        default:
            let directory = directory
            let writer = ValueText(
                register: register, labels: Labels(), language: .chinese,
                unitLabel: { directory.unitLabel($0) },
                referenceLabel: { names[$1]?.heading ?? $1 })
            return writer.text(value, of: field)
        }
    }

    // MARK: Records that are named

    private struct Name: Sendable {
        var heading: String
        var number: String
    }

    /// Heading and number of every record that the values refer to, by id: a person's name no clearer than this sight, and than
    /// his own register shows it to whoever prints.
    private func names(of values: [String: Value], sight: PersonalSight) throws -> [String: Name] {
        var wanted: [String: Set<String>] = [:]
        func want(_ field: FieldDefinition, _ value: Value?) {
            guard field.type == .reference || field.type == .references, let target = field.target else {
                return
            }
            wanted[target, default: []].formUnion(value?.list ?? value?.text.map { [$0] } ?? [])
        }
        for field in register.fields {
            want(field, values[field.name])
            for row in values[field.name]?.rows ?? [] {
                for child in field.fields { want(child, row.values[child.name]) }
            }
        }
        var names: [String: Name] = [:]
        for (target, ids) in wanted where !ids.isEmpty {
            guard let table = office.table(target) else { continue }
            let definition = table.layout.register
            let heading = definition.heading.flatMap { definition.field($0) }
            let personal = PersonalFields(
                keys: office.keys, register: definition, district: office.district.name)
            for id in ids.sorted() {
                guard let record = try table.fetch(id: id, district: office.district.name, in: session)
                else { continue }
                names[id] = Name(heading: record.number, number: record.number)
                let there = actor.scope.sight(ofPersonalIn: target, unit: record.owner)
                guard let heading, there != .hidden else { continue }
                let seen: PersonalSight = there == .clear ? sight : there
                guard let value = try personal.open(record.values, record: id, sight: seen)[heading.name]
                else { continue }
                let text =
                    switch value {
                    case .text(let text), .masked(let text): heading.type == .code ? nil : text
                    default: nil as String?
                    }
                if let text, !text.isEmpty { names[id]?.heading = text }
            }
        }
        return names
    }
}

extension Day {
    /// 2021年11月12日
    var chinese: String { "\(year)年\(month)月\(day)日" }
}

import Definitions
import LegalTime

/// Understands a typed input: values by field, and every problem at its place.
public struct InputReader {
    let context: InputContext
    private var problems: [InputProblem] = []
    /// Of each rows field, where its rows stood in the input.
    private var indexes: [String: [Int]] = [:]

    public init(context: InputContext) { self.context = context }

    /// Reads the given fields only (a move sends some); fields not named keep their `base` values.
    ///
    /// Required fields are those marked `required` plus `require`. Cross-field rules look at the merged values.
    public static func read(
        _ input: RecordInput, fields: [FieldDefinition], base: [String: Value] = [:], require: Set<String> = [],
        context: InputContext
    ) -> (values: [String: Value], problems: [InputProblem]) {
        var reader = InputReader(context: context)
        var values = base
        // What is computed nobody enters: a text for it is passed over.
        let fields = fields.filter { $0.computed == nil }
        for field in fields { values[field.name] = reader.value(of: field, in: input, base: base[field.name]) }
        reader.checkTogether(values, given: fields, require: require)
        return (values, reader.problems)
    }

    private mutating func report(_ place: InputPlace, _ reason: InputProblem.Reason) {
        problems.append(InputProblem(place: place, reason: reason))
    }

    private mutating func value(of field: FieldDefinition, in input: RecordInput, base: Value?) -> Value? {
        let place = InputPlace(field: field.name)
        switch field.type {
        case .rows:
            return rows(of: field, given: input.rows[field.name] ?? [], files: input.files, base: base?.rows ?? [])
        case .codes, .units, .references:
            let given =
                input.many[field.name] ?? input.texts[field.name].map { Self.splitList($0, names: names(of: field)) } ?? []
            let ids = given.map(PlainText.trimmed).filter { !$0.isEmpty }.compactMap {
                single($0, field: field, place: place)?.text
            }
            var known: Set<String> = []
            let distinct = ids.filter { known.insert($0).inserted }
            return distinct.isEmpty ? nil : .list(distinct)
        case .attachment:
            if let file = input.files[field.name] { return .attachment(file) }
            return base
        default:
            let text = PlainText.trimmed(input.texts[field.name] ?? "")
            return text.isEmpty ? nil : single(text, field: field, place: place)
        }
    }

    /// Several names in one cell are separated by 、，,；; or line ends.
    public static func splitList(_ text: String) -> [String] {
        text.split(whereSeparator: { "、，,；;\n".contains($0) }).map(String.init)
    }

    /// The same where a name may itself hold such a sign (法律、法规): what reads together as a name stays together.
    public static func splitList(_ text: String, names: Set<String>) -> [String] {
        let parts = text.split(whereSeparator: { "、，,；;\n".contains($0) })
        var list: [String] = []
        var index = 0
        while index < parts.count {
            let whole = (index + 1..<parts.count).reversed().first { last in
                names.contains(PlainText.trimmed(String(text[parts[index].startIndex..<parts[last].endIndex])))
            }
            let last = whole ?? index
            list.append(String(text[parts[index].startIndex..<parts[last].endIndex]))
            index = last + 1
        }
        return list
    }

    private func names(of field: FieldDefinition) -> Set<String> {
        switch field.type {
        case .codes: Set((context.register.codes[field.codes ?? ""]?.entries ?? []).map(\.label))
        case .units: Set(context.units.map(\.label))
        default: []
        }
    }

    /// A row whose id is known keeps what the input does not speak of; an id that is not one of `base` is not taken over.
    private mutating func rows(of field: FieldDefinition, given: [RowInput], files: [String: Attachment], base: [Row]) -> Value? {
        var rows: [Row] = []
        var stored = Dictionary(base.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (index, input) in given.enumerated() where !input.isBlank || hasFile(field, index, files) {
            let kept = input.id.flatMap { stored.removeValue(forKey: $0) }
            var values: [String: Value] = [:]
            for child in field.fields where child.computed == nil {
                let place = InputPlace(field: field.name, row: index, child: child.name)
                if child.type == .attachment {
                    values[child.name] = files[place.key].map(Value.attachment) ?? kept?.values[child.name]
                } else if let given = input.texts[child.name] {
                    let text = PlainText.trimmed(given)
                    values[child.name] = text.isEmpty ? nil : single(text, field: child, place: place)
                } else {
                    values[child.name] = kept?.values[child.name]
                }
                if child.isRequired, values[child.name] == nil, !problems.contains(where: { $0.place == place }) {
                    report(place, .missing)
                }
            }
            rows.append(Row(id: kept?.id ?? "", values: values))
            indexes[field.name, default: []].append(index)
            checkRow(values, of: field, index: index)
        }
        if let min = field.min, rows.count < min {
            report(InputPlace(field: field.name), .tooFewRows(min: min, count: rows.count))
        }
        if let max = field.max, rows.count > max {
            report(InputPlace(field: field.name), .tooManyRows(max: max, count: rows.count))
        }
        return rows.isEmpty ? nil : .rows(rows)
    }

    /// A row may hold nothing but a file.
    private func hasFile(_ field: FieldDefinition, _ index: Int, _ files: [String: Attachment]) -> Bool {
        field.fields.contains { files[InputPlace(field: field.name, row: index, child: $0.name).key] != nil }
    }

    private mutating func single(_ text: String, field: FieldDefinition, place: InputPlace) -> Value? {
        switch field.type {
        case .text, .longText: return plain(text, field: field, place: place)
        case .integer: return number(text, decimals: 0, field: field, place: place)
        case .decimal: return number(text, decimals: field.decimals, field: field, place: place)
        case .money: return number(text, decimals: 2, field: field, place: place)
        case .bool: return yesOrNo(text, place: place)
        case .date: return date(text, field: field, place: place)
        case .moment:
            guard let moment = DateText.readMoment(text, year: context.today.year) else {
                report(place, .notATime(text))
                return nil
            }
            if field.isNotInFuture, moment.day > context.today { report(place, .inFuture(moment.day, today: context.today)) }
            return .moment(moment)
        case .code, .codes: return code(text, field: field, place: place)
        case .unit, .units: return unit(text, field: field, place: place)
        case .reference, .references: return reference(text, field: field, place: place)
        case .idNumber: return idNumber(text, place: place)
        case .phone: return phone(text, place: place)
        case .checklist:
            guard let standard = context.register.standard(of: field) else { return nil }
            let read = Self.checklist(text, by: standard)
            for reason in read.problems { report(place, reason) }
            return read.value
        case .rows, .attachment: return nil
        }
    }

    private mutating func plain(_ text: String, field: FieldDefinition, place: InputPlace) -> Value? {
        let clean = PlainText.unixLines(text)
        if PlainText.hasControl(clean) {
            report(place, .controlCharacter)
            return nil
        }
        if let max = field.max, clean.count > max { report(place, .tooLong(max: max, count: clean.count)) }
        return .text(clean)
    }

    private mutating func number(_ text: String, decimals: Int, field: FieldDefinition, place: InputPlace) -> Value? {
        switch NumberText.read(text, decimals: decimals, dropping: [field.unit ?? "", "元"].filter { !$0.isEmpty }) {
        case .notANumber: report(place, .notANumber(text))
        case .tooFine: report(place, .tooManyDecimals(max: decimals))
        case .scaled(let scaled):
            let one = (0..<decimals).reduce(Int64(1)) { power, _ in power * 10 }
            if let max = field.max, scaled > Int64(max) * one { report(place, .tooLarge(max: Int64(max))) }
            if scaled < Int64(field.min ?? 0) * one { report(place, .tooSmall(min: Int64(field.min ?? 0))) }
            return .integer(scaled)
        }
        return nil
    }

    private mutating func yesOrNo(_ text: String, place: InputPlace) -> Value? {
        switch PlainText.halfWidth(text).lowercased() {
        case "是", "true", "1", "yes", "y", "√", "有", "on", "已": return .bool(true)
        case "否", "false", "0", "no", "n", "×", "x", "无", "off", "未": return .bool(false)
        default:
            report(place, .notYesOrNo(text))
            return nil
        }
    }

    private mutating func date(_ text: String, field: FieldDefinition, place: InputPlace) -> Value? {
        switch DateText.read(text, year: context.today.year) {
        case .day(let day):
            if field.isNotInFuture, day > context.today { report(place, .inFuture(day, today: context.today)) }
            return .day(day)
        case .noSuchDay(let month, let day): report(place, .noSuchDay(text, month: month, day: day))
        case .notADate: report(place, .notADate(text))
        }
        return nil
    }

    private mutating func code(_ text: String, field: FieldDefinition, place: InputPlace) -> Value? {
        let entries = context.register.codes[field.codes ?? ""]?.entries ?? []
        let plain = PlainText.halfWidth(text)
        // The code itself first: a label may read like another entry's code.
        if let entry = entries.first(where: { $0.code == text })
            ?? entries.first(where: { PlainText.halfWidth($0.label) == plain })
        {
            return .text(entry.code)
        }
        report(place, .notInCodes(text, near: PlainText.near(text, among: entries.map(\.label))))
        return nil
    }

    private mutating func unit(_ text: String, field: FieldDefinition, place: InputPlace) -> Value? {
        let named = context.units.filter { $0.label == text }
        let ofKind = named.filter { field.unitKind == nil || $0.kind == field.unitKind }
        if !context.units.contains(where: { $0.id == text }), ofKind.count > 1 {
            report(place, .ambiguousReference(text))
            return nil
        }
        guard let found = context.units.first(where: { $0.id == text }) ?? ofKind.first ?? named.first else {
            let choices = context.units.filter { field.unitKind == nil || $0.kind == field.unitKind }
            report(place, .unknownUnit(text, near: PlainText.near(text, among: choices.map(\.label))))
            return nil
        }
        if let kind = field.unitKind, found.kind != kind { report(place, .wrongUnitKind(label: found.label)) }
        return .text(found.id)
    }

    private mutating func reference(_ text: String, field: FieldDefinition, place: InputPlace) -> Value? {
        switch context.findReference(field.target ?? "", text) {
        case .one(let id): return .text(id)
        case .several: report(place, .ambiguousReference(text))
        case .none(let near): report(place, .unknownReference(text, near: near))
        }
        return nil
    }

    private mutating func idNumber(_ text: String, place: InputPlace) -> Value? {
        let plain = ResidentID.normalised(text)
        let isAlphanumeric = plain.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter) }
        if plain.count == 18, isAlphanumeric {
            let digits = plain.prefix(17)
            if digits.allSatisfy(\.isNumber), let year = Int(plain.dropFirst(6).prefix(4)),
                let month = Int(plain.dropFirst(10).prefix(2)),
                let day = Int(plain.dropFirst(12).prefix(2)), plain.first != "9", Day(year: year, month: month, day: day) == nil
            {
                report(place, .idNumberDate)
            }
            return .text(plain)
        }
        if isAlphanumeric, plain.first?.isLetter == true, (7...11).contains(plain.count) { return .text(plain) }
        report(place, .idNumberLength(plain.count))
        return nil
    }

    private mutating func phone(_ text: String, place: InputPlace) -> Value? {
        let plain = PlainText.compact(text)
        let digits = plain.filter { $0.isASCII && $0.isNumber }
        let rest = plain.filter { !($0.isASCII && $0.isNumber) }
        guard (7...13).contains(digits.count), rest.allSatisfy({ "-+()（）".contains($0) }) else {
            report(place, .badPhone(text))
            return nil
        }
        return .text(plain)
    }

    private mutating func checkTogether(_ values: [String: Value], given: [FieldDefinition], require: Set<String>) {
        let versionDay = context.register.versionDay(of: values) ?? context.today
        for field in given {
            let place = InputPlace(field: field.name)
            let value = values[field.name]
            let alreadyReported = problems.contains { $0.place.field == field.name }
            if value == nil, !alreadyReported, field.validity.holds(on: versionDay),
                field.isRequired || require.contains(field.name)
            {
                report(place, .missing)
            }
            if require.contains(field.name), let left = context.register.itemsLeft(value, of: field), left > 0, !alreadyReported {
                report(place, .itemsMissing(count: left))
            }
            if value != nil, let since = field.validity.since, versionDay < since { report(place, .fieldNotYet(since: since)) }
            checkCodes(value, of: field, on: versionDay, at: place)
        }
        // Either side of an order of dates may be what the input changes.
        let names = Set(given.map(\.name))
        for field in context.register.fields {
            guard let other = field.notBefore, names.contains(field.name) || names.contains(other),
                let mine = values[field.name]?.onDay,
                let its = values[other]?.onDay, mine < its
            else { continue }
            report(InputPlace(field: field.name), .earlierThan(field: other, its: its, this: mine))
        }
        let yearField = context.register.number.yearOf
        if names.contains(yearField), let day = values[yearField]?.onDay, context.lockedYears.contains(day.year) {
            report(InputPlace(field: yearField), .lockedYear(day.year))
        }
    }
}

extension InputReader {
    private mutating func checkRow(_ values: [String: Value], of field: FieldDefinition, index: Int) {
        for child in field.fields {
            guard let other = child.notBefore, let mine = values[child.name]?.onDay, let its = values[other]?.onDay, mine < its
            else { continue }
            report(InputPlace(field: field.name, row: index, child: child.name), .earlierThan(field: other, its: its, this: mine))
        }
    }

    /// Codes that are not in force in the version of law that applies, in the field or in its rows.
    private mutating func checkCodes(_ value: Value?, of field: FieldDefinition, on day: Day, at place: InputPlace) {
        for (index, row) in zip(indexes[field.name] ?? [], value?.rows ?? []) {
            for child in field.fields {
                checkCodes(
                    row.values[child.name], of: child, on: day, at: InputPlace(field: field.name, row: index, child: child.name))
            }
        }
        guard let list = context.register.codes[field.codes ?? ""] else { return }
        for entry in (value?.list ?? value?.text.map { [$0] } ?? []).compactMap(list.entry) {
            if let until = entry.validity.until, day > until { report(place, .retiredCode(label: entry.label, until: until)) }
            if let since = entry.validity.since, day < since { report(place, .codeNotYet(label: entry.label, since: since)) }
        }
    }
}

extension RegisterDefinition {
    /// The day that chooses the versions of clocks, codes and fields: the first of `version_by` that is set.
    public func versionDay(of values: [String: Value]) -> Day? {
        for name in versionBy {
            if let day = values[name]?.onDay { return day }
        }
        return nil
    }
}

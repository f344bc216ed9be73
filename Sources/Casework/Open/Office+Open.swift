import Access
import Definitions
import LegalTime
import Records
import Store
import Vault

/// What is public is decided here and nowhere else: every page, file, search and count of the open site asks these functions.
///
/// They return fields that `publication.fields` names, of records in the states that the register publishes, from registers of level
/// `full` or `redacted_copy`; a personal field never, and no text in which a personal value of its record stands.
extension Office {
    /// Registers of which single records are public.
    public var openRegisters: [RegisterDefinition] { catalogue.registers.filter { $0.publication.showsRecords } }

    public func openRegister(_ name: String) -> RegisterDefinition? { openRegisters.first { $0.name == name } }

    /// The fields that may leave: those named, and of these none that is or holds something personal; files of whole records only.
    public static func openFields(of register: RegisterDefinition) -> [FieldDefinition] {
        guard register.publication.showsRecords else { return [] }
        return register.publication.fields.compactMap { register.field($0) }.filter { field in
            field.personal == nil && !field.fields.contains { $0.personal != nil }
                && (field.type != .attachment || register.publication.level == .full)
        }
    }

    /// Public fields by which a list may be filtered.
    public static func openFilters(of register: RegisterDefinition) -> [FieldDefinition] {
        openFields(of: register).filter { [.code, .codes, .unit, .units, .bool].contains($0.type) }
    }

    /// A page of what is public of a register; nil where the register is not public.
    public func openList(_ request: OpenRequest) async throws(StoreError) -> OpenPage? {
        guard let register = openRegister(request.register), let table = table(request.register) else { return nil }
        var query = openQuery(register, table, words: request.words)
        for (name, value) in request.filters {
            guard let field = Self.openFilters(of: register).first(where: { $0.name == name }) else { continue }
            let constant: Constant = field.type == .bool ? .bool(value == "true") : .text(value)
            query.condition = .all([query.condition, .field(FieldPath(name), .oneOf([constant], orUnset: false))])
        }
        query.after = request.cursor.flatMap { Self.cursor($0) }
        query.limit = request.limit + 1
        let (wanted, dialect) = (query, engine.dialect)
        return try await engine.read { session in
            let isBackwards = wanted.after?.isBackwards ?? false
            var rows = try table.page(wanted, dialect: dialect, in: session)
            let isMore = rows.count > request.limit
            if isMore { if isBackwards { rows.removeFirst() } else { rows.removeLast() } }
            let total = try session.first(wanted.count(dialect)) { Int($0.integer(0) ?? 0) } ?? 0
            var names = OpenNames(office: self)
            let items = try rows.map { try self.open($0.record, register, table, &names, in: session) }
            func mark(_ row: (record: Record, key: SQLValue)?, _ backwards: Bool) -> String? {
                row.map { Self.text(of: RecordQuery.Cursor(value: $0.key, id: $0.record.id, isBackwards: backwards)) }
            }
            return OpenPage(
                items: items, total: total, next: isBackwards || isMore ? mark(rows.last, false) : nil,
                previous: (isBackwards && isMore) || (!isBackwards && request.cursor != nil) ? mark(rows.first, true) : nil,
                references: names.labels)
        }
    }

    /// What stands at a public address; nil where nothing ever did, and no difference is made between what is not there and what is not public.
    public func openRecord(_ name: String, id: String) async throws(StoreError) -> OpenFinding? {
        guard let register = openRegister(name), let table = table(name) else { return nil }
        let query = openQuery(register, table, id: id)
        let dialect = engine.dialect
        return try await engine.read { session in
            if let found = try table.page(query, dialect: dialect, in: session).first {
                var names = OpenNames(office: self)
                var record = try self.open(found.record, register, table, &names, in: session)
                if let entry = try PublicationTable.entry(name, id, district: self.district.name, in: session),
                    entry.state == PublicationState.published.rawValue
                {
                    record.text = try entry.textHash.flatMap { try self.kept($0, in: session) }.map {
                        String(decoding: $0, as: UTF8.self)
                    }
                    record.hasDocument = entry.documentHash != nil
                }
                return .open(record, references: names.labels)
            }
            guard let entry = try PublicationTable.entry(name, id, district: self.district.name, in: session),
                entry.state == PublicationState.withdrawn.rawValue, entry.day != nil || register.publication.isAutomatic
            else { return nil }
            return .withdrawn(entry.reason.flatMap { WithdrawalReason(rawValue: $0) } ?? .other, on: entry.withdrawnOn)
        }
    }

    /// The released copy of a public record as a file.
    public func openDocument(_ name: String, id: String) async throws(StoreError) -> [UInt8]? {
        guard case .open(let record, _)? = try await openRecord(name, id: id), record.hasDocument else { return nil }
        let district = district.name
        return try await engine.read { session in
            guard let entry = try PublicationTable.entry(name, id, district: district, in: session), let hash = entry.documentHash
            else { return nil }
            return try self.kept(hash, in: session)
        }
    }

    /// A file in a public field of a public record.
    public func openFile(_ name: String, id: String, hash: String) async throws(StoreError) -> (file: Attachment, bytes: [UInt8])?
    {
        guard case .open(let record, _)? = try await openRecord(name, id: id),
            let file = record.values.values.compactMap(\.attachment).first(where: { $0.hash == hash })
        else { return nil }
        return try await content(hash).map { (file, $0) }
    }

    /// How many records of each register are public.
    public func openCounts() async throws(StoreError) -> [String: Int] {
        let dialect = engine.dialect
        let queries = openRegisters.compactMap { register in
            table(register.name).map { (register.name, openQuery(register, $0).count(dialect)) }
        }
        return try await engine.read { session in
            var counts: [String: Int] = [:]
            for (name, statement) in queries { counts[name] = try session.first(statement) { Int($0.integer(0) ?? 0) } ?? 0 }
            return counts
        }
    }

    /// How many were taken back, and why: the public sees that there was something.
    public func openWithdrawals(_ name: String) async throws(StoreError) -> [(id: String, reason: WithdrawalReason, on: Day?)] {
        guard openRegister(name) != nil else { return [] }
        let district = district.name
        return try await engine.read { session in
            try PublicationTable.entries("withdrawn", register: name, district: district, limit: 200, in: session).map {
                ($0.record, $0.reason.flatMap { WithdrawalReason(rawValue: $0) } ?? .other, $0.withdrawnOn)
            }
        }
    }

    // MARK: One record

    /// The only query of the open site.
    func openQuery(_ register: RegisterDefinition, _ table: RecordTable, id: String? = nil, words: String = "") -> RecordQuery {
        let today = clock.today()
        let publication = register.publication
        var query = RecordQuery(district: district.name, layout: table.layout, units: .all, asOf: today)
        query.condition = Self.fitness(publication, on: today)
        let texts = Self.openFields(of: register).filter { $0.type == .text || $0.type == .longText }.map(\.column)
        query.publicOnly = PublicOnly(
            isAutomatic: publication.isAutomatic, on: today, id: id, words: words,
            columns: texts + (publication.showsNumber ? ["number"] : []))
        query.sort = publication.day.map { .field($0, descending: true) } ?? .registered(descending: true)
        query.limit = 1
        return query
    }

    /// What a record has to be so that it may be public on a day.
    static func fitness(_ publication: PublicationDefinition, on today: Day) -> Condition {
        var parts: [Condition] = []
        if !publication.states.isEmpty { parts.append(.state(publication.states)) }
        if publication.when != .always { parts.append(publication.when) }
        if let until = publication.until {
            let path = FieldPath(until)
            parts.append(.any([.field(path, .isUnset), .field(path, .after(.day(today.adding(days: -1))))]))
        }
        return parts.isEmpty ? .always : .all(parts)
    }

    private func open(
        _ stored: Record, _ register: RegisterDefinition, _ table: RecordTable, _ names: inout OpenNames,
        in session: any Transaction
    ) throws -> OpenRecord {
        let publication = register.publication
        let fields = Self.openFields(of: register)
        let hasPersonal = register.fields.contains { $0.personal != nil || $0.fields.contains { $0.personal != nil } }
        var whole = stored
        if hasPersonal || fields.contains(where: { $0.type.isMany || $0.type == .rows }) {
            try table.addChildren(to: &whole, in: session)
        }
        let personal = hasPersonal ? try personalValues(of: whole, register, in: session) : PersonalValues([])
        var values: [String: Value] = [:]
        for field in fields {
            guard let value = whole.values[field.name] else { continue }
            values[field.name] = try shown(value, field, personal, &names, in: session)
        }
        let heading = fields.first { $0.name == register.heading } ?? fields.first { $0.type == .text }
        return OpenRecord(
            id: stored.id, number: publication.showsNumber ? stored.number : nil,
            title: heading.flatMap { values[$0.name]?.text }, values: values,
            day: publication.day.flatMap { stored.day($0) }, text: nil, hasDocument: false)
    }

    /// A public value: its texts without personal values, its references as far as these are public themselves.
    private func shown(
        _ value: Value, _ field: FieldDefinition, _ personal: PersonalValues, _ names: inout OpenNames,
        in session: any Transaction
    ) throws -> Value? {
        switch value {
        case .sealed, .masked: return nil
        case .text(let id) where field.type == .reference:
            return try names.take(field.target ?? "", id, in: session) ? value : nil
        case .list(let ids) where field.type == .references:
            let open = try ids.filter { try names.take(field.target ?? "", $0, in: session) }
            return open.isEmpty ? nil : .list(open)
        case .text(let text) where field.type == .text || field.type == .longText: return .text(personal.hiding(text))
        case .rows(let rows):
            return .rows(
                try rows.map { row in
                    var row = row
                    for child in field.fields {
                        guard let value = row.values[child.name] else { continue }
                        row.values[child.name] =
                            child.type == .attachment ? nil : try shown(value, child, personal, &names, in: session)
                    }
                    return row
                })
        case .attachment(var file):
            file.name = personal.hiding(file.name)
            return .attachment(file)
        default: return value
        }
    }

    /// The personal values of a record and the names of the persons that it refers to.
    func personalValues(of stored: Record, _ register: RegisterDefinition, in session: any Transaction) throws -> PersonalValues {
        let personal = PersonalFields(keys: keys, register: register, district: district.name)
        let opened = try personal.open(stored.values, record: stored.id, sight: .clear)
        var names: [String] = []
        func take(_ field: FieldDefinition, _ value: Value?) throws {
            guard field.type == .reference || field.type == .references, let target = field.target, let table = table(target),
                let heading = table.layout.register.heading.flatMap({ table.layout.register.field($0) }), heading.personal != nil
            else { return }
            let there = PersonalFields(keys: keys, register: table.layout.register, district: district.name)
            for id in value?.list ?? value?.text.map({ [$0] }) ?? [] {
                guard let record = try table.fetch(id: id, district: district.name, in: session) else { continue }
                if case .text(let name)? = try there.open(record.values, record: id, sight: .clear)[heading.name] {
                    names.append(name)
                }
            }
        }
        for field in register.fields {
            try take(field, stored.values[field.name])
            for row in stored.values[field.name]?.rows ?? [] {
                for child in field.fields { try take(child, row.values[child.name]) }
            }
        }
        return PersonalValues(opened: opened, register: register, names: names.filter { $0.count >= 2 })
    }

    /// A kept content in clear, inside a transaction.
    func kept(_ hash: String, in session: any Transaction) throws -> [UInt8]? {
        guard let sealed = try AttachmentTable.content(hash: hash, district: district.name, in: session) else { return nil }
        return try? keys.open(sealed, bound: Self.contentBinding(hash, district: district.name))
    }

    // MARK: Cursors

    private static func text(of cursor: RecordQuery.Cursor) -> String {
        let value =
            switch cursor.value {
            case .text(let text): "t" + text
            case .integer(let number): "i\(number)"
            default: "n"
            }
        return [cursor.isBackwards ? "b" : "f", cursor.id, value].joined(separator: "~")
    }

    private static func cursor(_ text: String) -> RecordQuery.Cursor? {
        let parts = text.split(separator: "~", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, ["b", "f"].contains(parts[0]), let kind = parts[2].first else { return nil }
        let rest = String(parts[2].dropFirst())
        let value: SQLValue
        switch kind {
        case "t": value = .text(rest)
        case "i":
            guard let number = Int64(rest) else { return nil }
            value = .integer(number)
        default: value = .null
        }
        return RecordQuery.Cursor(value: value, id: parts[1], isBackwards: parts[0] == "b")
    }
}

/// Names of records that public fields refer to, found once; only of records that are public, by a heading that is.
struct OpenNames {
    let office: Office
    private(set) var labels: [String: String] = [:]
    private var closed: Set<String> = []

    init(office: Office) { self.office = office }

    /// Whether the record is public, with its name kept.
    mutating func take(_ target: String, _ id: String, in session: any Transaction) throws -> Bool {
        if labels[id] != nil { return true }
        if closed.contains(id) { return false }
        guard let register = office.openRegister(target), let table = office.table(target),
            let heading = Office.openFields(of: register).first(where: { $0.name == register.heading && $0.type == .text }),
            let found = try table.page(office.openQuery(register, table, id: id), dialect: office.engine.dialect, in: session)
                .first,
            case .text(let name)? = found.record.values[heading.name]
        else {
            closed.insert(id)
            return false
        }
        labels[id] = name
        return true
    }
}

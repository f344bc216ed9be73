import Access
import Definitions
import LegalTime
import Records
import Store
import Vault

/// A file that a person hands in with a form.
public struct Upload: Sendable {
    public var name: String
    public var mediaType: String
    public var bytes: [UInt8]
    public init(name: String, mediaType: String, bytes: [UInt8]) {
        self.name = name
        self.mediaType = mediaType
        self.bytes = bytes
    }
    /// Largest file taken, in bytes.
    public static let limit: Int64 = 20 * 1024 * 1024
}

/// Understands inputs inside the transaction that will write them, so that references are judged on what is there.
struct InputReading {
    let office: Office
    let register: RegisterDefinition
    let actor: Actor
    let directory: Directory
    let session: any Transaction

    func read(_ input: RecordInput, fields: [FieldDefinition], base: [String: Value] = [:], require: Set<String> = []) throws
        -> (values: [String: Value], problems: [InputProblem])
    {
        // A lookup that fails is a failure of the database, not of the input: it is kept and thrown after the reading.
        var failure: (any Error)?
        let named = named(base)
        let context = InputContext(
            register: register, today: office.clock.today(), lockedYears: Set(office.district.lockedYears),
            units: directory.choices
        ) { target, text in
            if named.contains(text) { return .one(text) }
            do { return try match(target, text) } catch {
                failure = error
                return .none(near: [])
            }
        }
        let (values, problems) = InputReader.read(
            unmasked(input, fields: fields, base: base), fields: fields, base: base, require: require, context: context)
        if let failure { throw failure }
        return (ComputedFields(register).applied(to: withRowIDs(values)), problems)
    }

    /// What a form showed masked and got back untouched stands for the value behind the mask.
    private func unmasked(_ input: RecordInput, fields: [FieldDefinition], base: [String: Value]) -> RecordInput {
        let writer = ValueText(
            register: register, labels: Labels(), language: .chinese, unitLabel: { $0 }, referenceLabel: { $1 })
        func opened(_ text: String, _ value: Value?, _ field: FieldDefinition) -> String {
            guard let value, let mark = field.personal, case .masked(let mask) = Masking.mask(value, as: mark),
                PlainText.trimmed(text) == mask
            else { return text }
            return writer.input(value, of: field)
        }
        var input = input
        for field in fields {
            if field.type == .rows {
                let rows = Dictionary((base[field.name]?.rows ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
                input.rows[field.name] = input.rows[field.name]?.map { given in
                    guard let row = given.id.flatMap({ rows[$0] }) else { return given }
                    var given = given
                    for child in field.fields {
                        if let text = given.texts[child.name] {
                            given.texts[child.name] = opened(text, row.values[child.name], child)
                        }
                    }
                    return given
                }
            } else if let text = input.texts[field.name] {
                input.texts[field.name] = opened(text, base[field.name], field)
            }
        }
        return input
    }

    /// A new child row gets its stable id here.
    private func withRowIDs(_ values: [String: Value]) -> [String: Value] {
        values.mapValues { value in
            guard case .rows(let rows) = value else { return value }
            return .rows(
                rows.map { row in
                    row.id.isEmpty
                        ? Row(id: office.identifiers.next(at: office.clock.now().milliseconds).description, values: row.values)
                        : row
                })
        }
    }

    /// Ids of the records that are named already: whoever wrote them there, they may stay.
    private func named(_ base: [String: Value]) -> Set<String> {
        func ids(_ field: FieldDefinition, _ values: [String: Value]) -> [String] {
            switch field.type {
            case .reference: values[field.name]?.text.map { [$0] } ?? []
            case .references: values[field.name]?.list ?? []
            case .rows: (values[field.name]?.rows ?? []).flatMap { row in field.fields.flatMap { ids($0, row.values) } }
            default: []
            }
        }
        return Set(register.fields.flatMap { ids($0, base) })
    }

    /// A record of the target register that this person may see, by id, number or heading; one that he may not see by its whole
    /// number only, which he must have been told (ADR 0016).
    func match(_ target: String, _ text: String) throws -> ReferenceMatch {
        guard let table = office.table(target), let definition = office.catalogue.register(target) else { return .none(near: []) }
        let units = actor.scope.units(in: target)
        let scope = RecordQuery.scope(units, column: "owner")
        var ways = [Statement("id = ?", [.text(text)]), Statement("number = ?", [.text(text)])]
        if let heading = definition.heading.flatMap({ definition.field($0) }) {
            if let form = PersonalFields.form(heading.personal) {
                // By name a person is found only where he is shown by name.
                let clear = RecordQuery.scope(actor.scope.unitsInClear(in: target), column: "owner")
                let hashes = office.keys.lookUpHashes(text, as: form)
                    .map { Statement("\(RegisterLayout.hashColumn(heading)) = ?", [.blob($0)]) }
                ways.append(Statement("((") + hashes.joined(" OR ") + Statement(") AND ") + clear + Statement(")"))
            } else if heading.personal == nil {
                ways.append(Statement("\(heading.column) = ?", [.text(text)]))
            }
        }
        let statement =
            Statement("SELECT id FROM \(table.layout.table) WHERE district = ? AND ", [.text(office.district.name)]) + scope
            + Statement(" AND (")
            + ways.joined(" OR ") + Statement(") LIMIT 2")
        let found = try session.all(statement) { $0.text(0) ?? "" }
        switch found.count {
        case 0:
            if let id = try table.id(ofNumber: text, district: office.district.name, in: session) { return .one(id) }
            return .none(near: PlainText.near(text, among: try headings(definition, table, scope)))
        case 1: return .one(found[0])
        default: return .several
        }
    }

    private func headings(_ definition: RegisterDefinition, _ table: RecordTable, _ scope: Statement) throws -> [String] {
        guard let heading = definition.heading.flatMap({ definition.field($0) }), heading.personal == nil else { return [] }
        return try session.all(
            Statement(
                "SELECT \(heading.column) FROM \(table.layout.table) WHERE district = ? AND ", [.text(office.district.name)])
                + scope
                + Statement(" LIMIT 500")
        ) { $0.text(0) ?? "" }
    }

    /// The unit that owns a record with these values; nil when the owner field is empty.
    func owner(_ values: [String: Value]) throws -> String? {
        guard let field = register.field(register.owner), let id = values[register.owner]?.text else { return nil }
        guard field.type == .reference, let target = field.target, let table = office.table(target) else { return id }
        return try session.first(
            Statement(
                "SELECT owner FROM \(table.layout.table) WHERE district = ? AND id = ?", [.text(office.district.name), .text(id)])
        ) { $0.text(0) ?? "" }
    }

    /// Takes the files in: each is sealed and kept by the hash of its content.
    func keep(_ uploads: [String: Upload], fields: [FieldDefinition]) throws -> [String: Attachment] {
        var kept: [String: Attachment] = [:]
        for (field, upload) in uploads where Self.takes(field, fields) {
            let hash = ContentHash.hex(upload.bytes)
            let binding = Binding(district: office.district.name, register: "", record: hash, field: "content")
            let sealed = try office.keys.seal(upload.bytes, bound: binding)
            try AttachmentTable.keep(
                hash: hash, size: Int64(upload.bytes.count), mediaType: upload.mediaType, sealed: sealed, at: office.clock.now(),
                district: office.district.name, in: session)
            kept[field] = Attachment(hash: hash, name: upload.name, size: Int64(upload.bytes.count), mediaType: upload.mediaType)
        }
        return kept
    }

    /// Whether a key names an attachment among the fields: `file`, or `rows.1.file` of a child row.
    private static func takes(_ key: String, _ fields: [FieldDefinition]) -> Bool {
        let parts = key.split(separator: ".").map(String.init)
        guard let field = fields.first(where: { $0.name == parts.first }) else { return false }
        // Sound and pictures have a way in of their own.
        if parts.count == 1 { return field.type == .attachment && !field.isMedia }
        return parts.count == 3 && Int(parts[1]) != nil
            && field.fields.contains { $0.name == parts[2] && $0.type == .attachment && !$0.isMedia }
    }

    /// Unique fields whose value another record already has.
    func uniquenessProblems(_ values: [String: Value], except id: String?) throws -> [InputProblem] {
        var problems: [InputProblem] = []
        guard let table = office.table(register.name) else { return [] }
        for field in register.fields where field.isUnique {
            guard let value = values[field.name] else { continue }
            var ways = [Statement("\(field.column) = ?", [RecordTable.stored(value)])]
            if let mark = field.personal {
                guard let form = PersonalFields.form(mark), let text = value.text else { continue }
                ways = office.keys.lookUpHashes(text, as: form).map {
                    Statement("\(RegisterLayout.hashColumn(field)) = ?", [.blob($0)])
                }
            }
            let other = try session.first(
                Statement(
                    "SELECT number FROM \(table.layout.table) WHERE district = ? AND id <> ? AND (",
                    [.text(office.district.name), .text(id ?? "")])
                    + ways.joined(" OR ") + Statement(")")
            ) { $0.text(0) ?? "" }
            if let other {
                problems.append(InputProblem(place: InputPlace(field: field.name), reason: .alreadyUsed(number: other)))
            }
        }
        return problems
    }
}

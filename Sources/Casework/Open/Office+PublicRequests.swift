import Access
import Definitions
import LegalTime
import Records
import Store
import Vault

extension Office {
    /// The requests that the public may hand in, in the order of the catalogue.
    public var publicRequests: [(register: RegisterDefinition, request: PublicRequestDefinition)] {
        catalogue.registers.flatMap { register in register.requests.map { (register, $0) } }
    }

    public func publicRequest(_ name: String, in register: String) -> (RegisterDefinition, PublicRequestDefinition)? {
        guard let definition = catalogue.register(register), let request = definition.requests.first(where: { $0.name == name })
        else { return nil }
        return (definition, request)
    }

    // MARK: What may be chosen

    /// The units whose daily business a register is, as the public chooses among them.
    func publicUnits(of register: RegisterDefinition, in directory: Directory) -> [String] {
        let today = clock.today()
        let standing = directory.units.filter { ($0.from ?? today) <= today && today <= ($0.until ?? today) }
        if let named = district.business[register.name] { return standing.map(\.id).filter(named.contains) }
        return standing.filter { register.business.isEmpty || register.business.contains($0.kind) }.map(\.id)
    }

    /// The choices of a request's form: units by their kind, for the owner those that keep the register, and records of registers that
    /// publish their heading, as long as they have not ended.
    public func publicChoices(_ register: RegisterDefinition, _ request: PublicRequestDefinition) async throws(StoreError)
        -> PublicChoices
    {
        let directory = try await directory()
        return try await engine.read { session in
            try self.publicChoices(register, request, directory: directory, in: session)
        }
    }

    private func publicChoices(
        _ register: RegisterDefinition, _ request: PublicRequestDefinition, directory: Directory, in session: any Transaction
    ) throws -> PublicChoices {
        var choices = PublicChoices()
        let today = clock.today()
        for offered in request.fields {
            guard let field = register.field(at: offered.path) else { continue }
            switch field.type {
            case .unit, .units:
                let own = offered.path.description == register.owner ? Set(publicUnits(of: register, in: directory)) : nil
                choices.units[offered.path.description] = directory.units.filter { unit in
                    (field.unitKind == nil || unit.kind == field.unitKind) && (unit.until.map { today <= $0 } ?? true)
                        && own?.contains(unit.id) != false
                }.map(\.id)
            case .reference:
                choices.records[offered.path.description] = try publicRecords(of: field.target ?? "", in: session)
            default: break
            }
        }
        if request.goesToOffice {
            choices.owner = publicUnits(of: register, in: directory).first ?? directory.units.first { $0.parent == nil }?.id
        } else if let only = choices.units[register.owner], only.count == 1 {
            choices.owner = only[0]
        }
        return choices
    }

    /// Records of a register that are named to the public: only where the heading is published, and is nobody's name.
    private func publicRecords(of register: String, in session: any Transaction) throws -> [(id: String, label: String)] {
        guard let definition = catalogue.register(register), let table = table(register),
            let heading = definition.heading.flatMap({ definition.field($0) }), heading.personal == nil,
            definition.publication.fields.contains(heading.name)
        else { return [] }
        let living = definition.states.filter { !$0.isEnd }.map(\.name)
        return try session.all(
            Statement(
                "SELECT id, \(heading.column) FROM \(table.layout.table) WHERE district = ? AND \(heading.column) IS NOT NULL AND state IN ",
                [.text(district.name)]) + .list(living) + Statement(" ORDER BY \(heading.column) LIMIT 300")
        ) { (id: $0.text(0) ?? "", label: $0.text(1) ?? "") }
    }

    // MARK: Handing in

    /// Registers what somebody outside hands in: by the office's own act of registering, so that checks, seals, number, clocks and log are
    /// the same as at the counter. The day of receipt is the day on which it came in, whether offices were open or not.
    ///
    /// - Parameter code: made anew, unless an invented district wants to know it.
    public func submit(_ submission: PublicSubmission, code: ReceiptCode = ReceiptCode()) async throws(StoreError)
        -> PublicOutcome
    {
        guard let (register, request) = publicRequest(submission.request, in: submission.register),
            let table = table(register.name)
        else { return .refused(.notFound) }
        guard submission.uploads.count <= PublicFile.most else { return .refused(.tooManyFiles) }
        let directory = try await directory()
        let form = formHash(submission.formToken)
        return try await engine.write { session -> Outcome<PublicOutcome> in
            guard try !PublicRequestTable.hasForm(form, district: self.district.name, in: session) else {
                return .rollBack(.refused(.sentAlready))
            }
            let choices = try self.publicChoices(register, request, directory: directory, in: session)
            let (input, uploads, found) = self.filled(submission, register, request, choices)
            let problems = found + Self.missing(input, uploads, register, request)
            // What the public cannot know of is not asked of it, so it is looked at even where there are problems already.
            let actor = self.publicActor(register)
            let outcome = try self.register(
                table, input, uploads: uploads, by: actor, directory: directory, isReferral: true, in: session)
            let own = Set(request.fields.map(\.path.field))
            switch outcome {
            case .problems(let others):
                let shown = others.filter { own.contains($0.place.field) }.map(PublicProblem.input)
                guard shown.count == others.count || !problems.isEmpty || !shown.isEmpty else {
                    return .rollBack(.refused(.notReady))
                }
                return .rollBack(.problems(Self.merged(problems, shown)))
            case .done(let receipt):
                guard problems.isEmpty else { return .rollBack(.problems(problems)) }
                let now = self.clock.now()
                try PublicRequestTable.insert(
                    .init(
                        id: self.identifiers.next(at: now.milliseconds).description, register: register.name,
                        request: request.name, record: receipt.id, codeHash: code.hash(self.keys), formHash: form,
                        at: self.clock.present),
                    district: self.district.name, in: session)
                return .commit(.done(receipt, code))
            default: return .rollBack(problems.isEmpty ? .refused(.notReady) : .problems(problems))
            }
        }
    }

    private static func merged(_ first: [PublicProblem], _ second: [PublicProblem]) -> [PublicProblem] {
        var places = Set(first.map(\.place))
        return first + second.filter { places.insert($0.place).inserted }
    }

    /// Registers in this register and names the records of others that it refers to; never seen by anybody.
    private func publicActor(_ register: RegisterDefinition) -> Actor {
        let targets = register.fields.compactMap(\.target)
        return Actor(
            account: Self.publicVisitor, displayName: "", unit: "",
            scope: .wholeDistrict(
                district.name, as: Self.publicVisitor, on: clock.today(), registers: [register.name] + targets,
                acts: [.read, .register]))
    }

    /// The whole input: what was offered and typed, what the definition fills in, the owner; nothing else that was sent.
    private func filled(
        _ submission: PublicSubmission, _ register: RegisterDefinition, _ request: PublicRequestDefinition,
        _ choices: PublicChoices
    ) -> (input: RecordInput, uploads: [String: Upload], problems: [PublicProblem]) {
        var input = RecordInput()
        var uploads: [String: Upload] = [:]
        var problems: [PublicProblem] = []
        for offered in request.fields {
            guard let field = register.field(at: offered.path) else { continue }
            let name = offered.path.field
            if let child = offered.path.child {
                let rows = submission.input.rows[name] ?? []
                for (index, row) in rows.enumerated() {
                    while input.rows[name, default: []].count <= index {
                        input.rows[name, default: []].append(RowInput(texts: [:]))
                    }
                    let place = InputPlace(field: name, row: index, child: child)
                    let text = allowed(row.texts[child] ?? "", field, offered.path, choices)
                    input.rows[name]?[index].texts[child] = text
                    if Self.isPersonalInPlain(text, field) { problems.append(.personalInPlain(place)) }
                }
                continue
            }
            let place = InputPlace(field: name)
            switch field.type {
            case .attachment:
                guard let upload = submission.uploads[name] else { continue }
                guard Int64(upload.bytes.count) <= PublicFile.limit else {
                    problems.append(.fileTooLarge(place))
                    continue
                }
                guard let type = PublicFile.mediaType(name: upload.name, bytes: upload.bytes) else {
                    problems.append(.fileKind(place))
                    continue
                }
                uploads[name] = Upload(name: String(upload.name.suffix(120)), mediaType: type, bytes: upload.bytes)
            case .codes, .units:
                input.many[name] = (submission.input.many[name] ?? []).map { allowed($0, field, offered.path, choices) }
                    .filter { !$0.isEmpty }
            default:
                let text = allowed(submission.input.texts[name] ?? "", field, offered.path, choices)
                input.texts[name] = text
                if Self.isPersonalInPlain(text, field) { problems.append(.personalInPlain(place)) }
            }
        }
        if let owner = choices.owner { input.texts[register.owner] = owner }
        for rows in register.fields where rows.type == .rows {
            // A row that was left blank is no row, also where the definition would fill in a part of it.
            input.rows[rows.name] = input.rows[rows.name]?.filter { !$0.isBlank }
        }
        for setting in request.set { set(setting, in: &input, register) }
        return (input, uploads, problems)
    }

    private func set(_ setting: PublicRequestDefinition.Setting, in input: inout RecordInput, _ register: RegisterDefinition) {
        func text(_ row: Int) -> String? {
            switch setting.source {
            case .constant(let text): text
            case .rows(let texts): texts[min(row, texts.count - 1)]
            case .today: clock.today().iso
            case .now: String(clock.present.iso.prefix(16)).replacing("T", with: " ")
            case .field(let name): input.texts[name]
            }
        }
        if let child = setting.target.child {
            for index in (input.rows[setting.target.field] ?? []).indices {
                input.rows[setting.target.field]?[index].texts[child] = text(index)
            }
        } else if register.field(setting.target.field)?.type.isMany == true {
            input.many[setting.target.field] = text(0).map { [$0] }
        } else {
            input.texts[setting.target.field] = text(0)
        }
    }

    /// A unit or record that was not offered is none: nothing is found out by trying names.
    private func allowed(_ text: String, _ field: FieldDefinition, _ path: FieldPath, _ choices: PublicChoices) -> String {
        switch field.type {
        case .unit, .units: choices.units[path.description]?.contains(text) == true ? text : ""
        case .reference: choices.records[path.description]?.contains { $0.id == text } == true ? text : ""
        default: text
        }
    }

    /// An identity card or telephone number in a text that is kept in the clear.
    private static func isPersonalInPlain(_ text: String, _ field: FieldDefinition) -> Bool {
        guard field.personal == nil, field.type == .text || field.type == .longText else { return false }
        var run = 0
        for character in PlainText.halfWidth(text) where character != " " && character != "-" {
            run = character.isASCII && character.isNumber ? run + 1 : 0
            if run >= 11 { return true }
        }
        return false
    }

    /// What the request asks for beyond what the register does.
    private static func missing(
        _ input: RecordInput, _ uploads: [String: Upload], _ register: RegisterDefinition, _ request: PublicRequestDefinition
    ) -> [PublicProblem] {
        var problems: [PublicProblem] = []
        func miss(_ place: InputPlace) { problems.append(.input(InputProblem(place: place, reason: .missing))) }
        func isBlank(_ text: String?) -> Bool { text?.allSatisfy(\.isWhitespace) ?? true }
        for offered in request.fields where offered.isRequired {
            let name = offered.path.field
            if let child = offered.path.child {
                // The first row is the sender; of others he may not know everything.
                if isBlank(input.rows[name]?.first?.texts[child]) { miss(InputPlace(field: name, row: 0, child: child)) }
            } else if register.field(name)?.type == .attachment {
                if uploads[name] == nil { miss(InputPlace(field: name)) }
            } else if isBlank(input.texts[name]), input.many[name]?.isEmpty ?? true {
                miss(InputPlace(field: name))
            }
        }
        return problems
    }

    // MARK: At the desk

    /// That a record came in from outside, with what its sender added; nil for every other record and for whoever may not read it.
    public func fromOutside(_ name: String, id: String, by actor: Actor) async throws(StoreError) -> FromOutside? {
        guard let table = table(name), !table.layout.register.requests.isEmpty else { return nil }
        return try await engine.read { session in
            guard let stored = try table.fetch(id: id, district: self.district.name, in: session),
                actor.scope.may(.read, in: name, unit: stored.owner),
                let entry = try PublicRequestTable.entry(of: id, district: self.district.name, in: session)
            else { return nil }
            var supplements: [PublicSupplement] = []
            if actor.scope.seesPersonal(in: name, unit: stored.owner) {
                supplements = try PublicSupplementTable.entries(of: id, district: self.district.name, in: session).map {
                    try self.supplement($0, register: name)
                }
            }
            return FromOutside(request: entry.request, at: entry.at, supplements: supplements)
        }
    }

    private func supplement(_ entry: PublicSupplementTable.Entry, register: String) throws -> PublicSupplement {
        let text = try keys.openText(entry.text, bound: supplementBinding(register, entry.record, entry.id, "text"))
        var file: Attachment?
        if let hash = entry.fileHash, let sealed = entry.fileName {
            let name = try keys.openText(sealed, bound: supplementBinding(register, entry.record, entry.id, "file"))
            file = Attachment(hash: hash, name: name, size: entry.fileSize, mediaType: entry.mediaType)
        }
        return PublicSupplement(id: entry.id, text: text, file: file, at: entry.at)
    }

    func supplementBinding(_ register: String, _ record: String, _ supplement: String, _ part: String) -> Binding {
        Binding(district: district.name, register: register, record: record, field: "supplement:\(part)", row: supplement)
    }

    /// A file that a sender added; looking at it is logged.
    public func supplementFile(_ supplement: String, of id: String, in name: String, by actor: Actor) async throws(StoreError)
        -> (Attachment, [UInt8])?
    {
        guard let outside = try await fromOutside(name, id: id, by: actor),
            let file = outside.supplements.first(where: { $0.id == supplement })?.file, let bytes = try await content(file.hash)
        else { return nil }
        try await note("file_read", actor: actor.account, facts: ["record": id, "hash": file.hash])
        return (file, bytes)
    }

    /// What came in from outside and stands where it came in, for the units a person registers or moves matters of.
    public func waitingFromOutside(by actor: Actor, limit: Int = 20) async throws(StoreError) -> [WaitingFromOutside] {
        let tables = catalogue.registers.filter { !$0.requests.isEmpty }.compactMap { register in
            table(register.name).flatMap { table in register.startState.map { (table, $0.name) } }
        }
        guard !tables.isEmpty else { return [] }
        return try await engine.read { session in
            var found: [WaitingFromOutside] = []
            for (table, state) in tables {
                let name = table.layout.register.name
                let units = actor.scope.units(for: .edit, in: name)
                guard !units.isEmpty else { continue }
                found += try PublicRequestTable.waiting(
                    register: name, table: table.layout.table, state: state, units: units, limit: limit,
                    district: self.district.name, in: session
                ).map { WaitingFromOutside(register: name, record: $0.record, number: $0.number, unit: $0.owner, at: $0.at) }
            }
            return Array(found.sorted { $0.at > $1.at }.prefix(limit))
        }
    }
}

/// A matter from outside that nobody has taken up yet.
public struct WaitingFromOutside: Sendable, Hashable {
    public var register: String
    public var record: String
    public var number: String
    public var unit: String
    public var at: Instant
}

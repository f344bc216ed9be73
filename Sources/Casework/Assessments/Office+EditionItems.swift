import Access
import Assessment
import Definitions
import LegalTime
import Store

extension Office {
    /// Hands an item to a unit, or takes it from all; 不涉及 takes the item out of sums and gaps.
    public func assign(_ item: String, of edition: String, to unit: String?, isExempt: Bool = false, by actor: Actor)
        async throws(StoreError) -> AssessmentOutcome<String>
    {
        guard mayManageAssessments(actor) else { return .refused(.notAllowed) }
        let now = clock.now()
        return try await act { session in
            let (state, refusal) = try self.open(edition, item, actor, in: session)
            guard let state else { return .refused(refusal) }
            if let unit, !(try UnitTable.all(district: self.district.name, in: session).contains { $0.id == unit }) {
                return .refused(.unknownUnit)
            }
            guard state.unit != unit || state.isExempt != isExempt else { return .refused(.nothingChanged) }
            try ItemDutyTable.append(
                .init(item: item, unit: unit, isExempt: isExempt, by: actor.account, at: now), edition: edition,
                district: self.district.name, in: session)
            try self.log(
                "item_duty", edition, item, by: actor, at: now,
                facts: ["unit": unit ?? "", "exempt": isExempt ? "true" : "false"], in: session)
            return .done(item)
        }
    }

    /// Links a figure of a register; the same figure of the same year and unit stands once at an item.
    public func link(_ figure: FigureLink, to item: String, of edition: String, by actor: Actor) async throws(StoreError)
        -> AssessmentOutcome<String>
    {
        guard let register = catalogue.register(figure.name.register), !actor.scope.units(in: register.name).isEmpty,
            register.indicators.contains(where: { $0.name == figure.name.indicator })
        else { return .refused(.unknownFigure) }
        return try await put(to: item, of: edition, by: actor) { state, entry, session in
            if let unit = figure.unit, !(try UnitTable.all(district: self.district.name, in: session).contains { $0.id == unit })
            {
                return .unknownUnit
            }
            let isThere = state.figures.contains {
                $0.figure.name == figure.name && $0.figure.year == figure.year && $0.figure.unit == figure.unit
            }
            if isThere { return .alreadyLinked }
            entry.kind = "figure"
            entry.register = figure.name.register
            entry.target = figure.name.indicator
            entry.year = figure.year
            entry.unit = figure.unit
            entry.comparison = figure.target?.comparison.rawValue
            entry.targetUnits = figure.target?.units
            entry.targetDecimals = figure.target?.decimals
            return nil
        }
    }

    /// Links one record by its number; whoever links it has to be able to read it.
    public func link(record number: String, in register: String, to item: String, of edition: String, by actor: Actor)
        async throws(StoreError) -> AssessmentOutcome<String>
    {
        guard let table = table(register) else { return .refused(.unknownRecord(number)) }
        return try await put(to: item, of: edition, by: actor) { state, entry, session in
            guard let id = try table.id(ofNumber: number, district: self.district.name, in: session),
                let record = try table.fetch(id: id, district: self.district.name, in: session),
                actor.scope.may(.read, in: register, unit: record.owner)
            else { return .unknownRecord(number) }
            let isThere = state.links.contains { link in
                if case .record(let other) = link.kind { other.id == id } else { false }
            }
            if isThere { return .alreadyLinked }
            entry.kind = "record"
            entry.register = register
            entry.target = id
            return nil
        }
    }

    /// Uploads a file as evidence: sealed and kept by its content like every attachment.
    public func attach(_ upload: Upload, to item: String, of edition: String, by actor: Actor) async throws(StoreError)
        -> AssessmentOutcome<String>
    {
        guard !upload.bytes.isEmpty, !upload.name.isEmpty else { return .refused(.noFile) }
        guard Int64(upload.bytes.count) <= Upload.limit else { return .refused(.fileTooLarge(limit: Upload.limit)) }
        return try await put(to: item, of: edition, by: actor) { state, entry, session in
            let hash = try self.keepFile(upload, at: entry.at, in: session)
            let isThere = state.links.contains { link in
                if case .file(let file) = link.kind { file.hash == hash } else { false }
            }
            if isThere { return .alreadyLinked }
            entry.kind = "file"
            entry.hash = hash
            entry.fileName = upload.name
            entry.size = Int64(upload.bytes.count)
            entry.mediaType = upload.mediaType
            return nil
        }
    }

    /// Takes a link away; who took it and when stays.
    public func unlink(_ id: String, from item: String, of edition: String, by actor: Actor) async throws(StoreError)
        -> AssessmentOutcome<String>
    {
        let now = clock.now()
        return try await act { session in
            let (state, refusal) = try self.open(edition, item, actor, in: session)
            guard let state else { return .refused(refusal) }
            guard state.mayEdit else { return .refused(.notAllowed) }
            guard state.links.contains(where: { $0.id == id }) else { return .refused(.notFound) }
            try ItemLinkTable.remove(id, by: actor.account, at: now, district: self.district.name, in: session)
            try self.log("item_unlink", edition, item, by: actor, at: now, facts: ["link": id], in: session)
            return .done(id)
        }
    }

    /// The content of an uploaded file, for those who see it; logged.
    public func evidenceFile(_ id: String, of edition: String, by actor: Actor) async throws(StoreError) -> (
        file: EvidenceFile, bytes: [UInt8]
    )? {
        guard let state = try await self.edition(edition, by: actor),
            let link = state.items.flatMap(\.links).first(where: { $0.id == id }), case .file(let file) = link.kind,
            file.name != nil, let bytes = try await content(file.hash)
        else { return nil }
        try await note("evidence_read", actor: actor.account, facts: ["edition": edition, "item": link.item, "hash": file.hash])
        return (file, bytes)
    }

    // MARK: What the acts share

    /// The item if something may be put to it, or why not.
    func open(_ edition: String, _ item: String, _ actor: Actor, in session: any Transaction) throws -> (
        ItemState?, AssessmentRefusal
    ) {
        guard maySeeAssessments(actor), let entry = try EditionTable.latest(edition, district: district.name, in: session),
            let state = try state(entry, actor, in: session).item(item)
        else { return (nil, .notFound) }
        return entry.isLocked ? (nil, .locked) : (state, .notFound)
    }

    private func put(
        to item: String, of edition: String, by actor: Actor,
        _ fill: @escaping @Sendable (ItemState, inout ItemLinkTable.Entry, any Transaction) throws -> AssessmentRefusal?
    ) async throws(StoreError) -> AssessmentOutcome<String> {
        let now = clock.now()
        let id = identifiers.next(at: now.milliseconds).description
        return try await act { session in
            let (state, refusal) = try self.open(edition, item, actor, in: session)
            guard let state else { return .refused(refusal) }
            guard state.mayEdit else { return .refused(.notAllowed) }
            if state.isExempt { return .refused(.exempt) }
            var entry = ItemLinkTable.Entry(kind: "", id: id, item: item, by: actor.account, at: now)
            if let refusal = try fill(state, &entry, session) { return .refused(refusal) }
            try ItemLinkTable.insert(entry, edition: edition, district: self.district.name, in: session)
            var facts = ["link": id, "kind": entry.kind]
            if let register = entry.register { facts["register"] = register }
            if let target = entry.target { facts["target"] = target }
            if let hash = entry.hash { facts["digest"] = hash }
            try self.log("item_link", edition, item, by: actor, at: now, facts: facts, in: session)
            return .done(id)
        }
    }
}

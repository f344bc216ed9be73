import Access
import Definitions
import LegalTime
import Records
import Store

/// The versions of the items of dated lists: what may change them, and how they are kept.
extension Office {
    /// What stands against a change of a listed item: its fields change by certain moves only, and versions follow each other in time.
    func versionProblems(
        _ kind: RecordChange.Kind, _ id: String, given: [String], plain: [String: Value], values: [String: Value],
        register: RegisterDefinition,
        in session: any Transaction
    ) throws -> [InputProblem] {
        guard let rule = register.dated, plain[rule.listed] != nil else { return [] }
        var problems: [InputProblem] = []
        if !kind.mayChange(rule) {
            let isEdit = kind == .edit
            let changed = (rule.fields + (isEdit ? [rule.listed, rule.effective] : [])).filter { values[$0] != plain[$0] }
            problems = changed.map { InputProblem(place: InputPlace(field: $0), reason: .changedByMove(rule.changes)) }
        }
        let kept = try VersionTable.versions(of: id, register: register, district: district.name, in: session)
        let versions = VersionChain(kept, ended: nil, fields: []).versions
        let isNew = kind.makesVersion(rule)
        // A correction moves the beginning of the last version, which then has to stay behind the one before it.
        let before = isNew ? versions.last : versions.count > 1 ? versions[versions.count - 2] : nil
        if isNew, !given.contains(rule.effective) {
            problems.append(InputProblem(place: InputPlace(field: rule.effective), reason: .missing))
        }
        if isNew || values[rule.effective] != plain[rule.effective], let before, let day = values[rule.effective]?.day,
            day < before.from
        {
            problems.append(
                InputProblem(place: InputPlace(field: rule.effective), reason: .beforeVersion(from: before.from, this: day)))
        }
        if let listed = values[rule.listed]?.day, versions.count > 1, listed > versions[1].from {
            problems.append(
                InputProblem(
                    place: InputPlace(field: rule.listed),
                    reason: .earlierThan(field: rule.effective, its: listed, this: versions[1].from)))
        }
        return problems
    }

    /// Keeps what an act made of an item: its first version when it comes onto the list, a further one by a changing move, and under
    /// the same number what a correction says of the last.
    ///
    /// - Parameters:
    ///   - stored: The record before the act; nil for its registration.
    ///   - record: The record after it, personal values sealed.
    func keepVersion(
        of record: Record, stored: Record?, plain: [String: Value], values: [String: Value], transition: String?,
        isCorrection: Bool = false, register: RegisterDefinition, in session: any Transaction
    ) throws {
        guard let rule = register.dated, let listed = values[rule.listed]?.day else { return }
        func append(_ ordinal: Int, _ from: Day, _ move: String?, _ values: [String: Value], at: Instant, by: String) throws {
            let own = values.filter { rule.fields.contains($0.key) }
            try VersionTable.append(
                ItemVersion(ordinal: ordinal, from: from, transition: move, at: at, by: by, values: own), of: record.id,
                register: register, district: district.name, in: session)
        }
        var kept = try VersionTable.versions(of: record.id, register: register, district: district.name, in: session)
        if kept.isEmpty, let stored, let since = plain[rule.listed]?.day {
            // The record is older than the rule.
            try append(1, since, nil, stored.values, at: stored.createdAt, by: stored.createdBy)
            kept = try VersionTable.versions(of: record.id, register: register, district: district.name, in: session)
        }
        let now = (at: record.updatedAt, by: record.updatedBy)
        guard let last = VersionChain(kept, ended: nil, fields: []).versions.last else {
            return try append(1, listed, transition, record.values, at: now.at, by: now.by)
        }
        let isChanged = rule.fields.contains { values[$0] != plain[$0] }
        if let transition, rule.changes.contains(transition), let from = values[rule.effective]?.day {
            if isChanged { try append(last.ordinal + 1, from, transition, record.values, at: now.at, by: now.by) }
            return
        }
        let day = last.ordinal == 1 ? listed : values[rule.effective]?.day
        let from = isCorrection ? day ?? last.from : last.from
        if isChanged || from != last.from {
            try append(last.ordinal, from, last.transition, record.values, at: now.at, by: now.by)
        }
        if isCorrection, last.ordinal > 1, listed != plain[rule.listed]?.day,
            let first = VersionChain(kept, ended: nil, fields: []).versions.first
        {
            try append(1, listed, first.transition, first.values, at: now.at, by: now.by)
        }
    }

    /// The chain of versions of a record as this sight shows it.
    func versions(
        of stored: Record, plain: [String: Value], personal: PersonalFields, sight: PersonalSight, in session: any Transaction
    )
        throws -> [ItemVersion]
    {
        guard let rule = personal.register.dated else { return [] }
        var kept = try VersionTable.versions(of: stored.id, register: personal.register, district: district.name, in: session)
        let sealed = kept.map(\.values)
        for index in kept.indices {
            kept[index].values = try personal.open(sealed[index], record: stored.id, sight: .clear)
        }
        let ended = rule.ended.flatMap { plain[$0]?.day }
        // What differs is told from the values themselves, not from their masks.
        var versions = VersionChain(kept, ended: ended, fields: rule.fields).versions
        guard sight != .clear else { return versions }
        for index in kept.indices {
            kept[index].values = try personal.open(sealed[index], record: stored.id, sight: sight)
        }
        let shown = VersionChain(kept, ended: ended, fields: rule.fields).versions
        for index in versions.indices { versions[index].values = shown[index].values }
        return versions
    }
}

extension RecordChange.Kind {
    /// Whether this kind of change may change the fields of a version: a changing move, or a correction.
    fileprivate func mayChange(_ rule: DatedRule) -> Bool {
        switch self {
        case .edit: false
        case .move(let name): rule.changes.contains(name)
        case .correct: true
        }
    }

    fileprivate func makesVersion(_ rule: DatedRule) -> Bool {
        if case .move(let name) = self { rule.changes.contains(name) } else { false }
    }
}

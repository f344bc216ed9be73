import Definitions
import Draws
import LegalTime
import Records
import Store

/// What a draw is made from: the candidates, and the record, row or unit behind each.
struct DrawPool {
    var candidates: [Candidate] = []
    /// Candidate id to the id of its record, row or unit.
    var sources: [String: String] = [:]

    var list: DrawList { DrawList(candidates) }

    static let longest = 5000
}

extension Office {
    /// The candidates of a source as they stand now.
    func pool(
        _ source: DrawDefinition.Source, strata: String?, of stored: Record, plain: [String: Value], actor: Actor,
        directory: Directory, in session: any Transaction
    ) throws -> Result<DrawPool, DrawActRefusal> {
        switch source {
        case .units(let kinds):
            let today = clock.today()
            var pool = DrawPool()
            for unit in directory.units
            where kinds.contains(unit.kind) && (unit.from.map { $0 <= today } ?? true) && (unit.until.map { today <= $0 } ?? true)
            {
                pool.candidates.append(Candidate(id: unit.id, label: unit.label))
                pool.sources[unit.id] = unit.id
            }
            return .success(pool)
        case .rows(let field, let key, let label):
            return rows(field, key: key, label: label, strata: strata, of: stored, plain: plain, directory: directory)
        case .register(let source):
            return try records(
                source, strata: strata, of: stored, plain: plain, actor: actor, directory: directory, in: session)
        }
    }

    private func rows(
        _ name: String, key: String, label: String?, strata: String?, of stored: Record, plain: [String: Value],
        directory: Directory
    ) -> Result<DrawPool, DrawActRefusal> {
        guard let register = catalogue.register(stored.register), let field = register.field(name) else {
            return .failure(.notFound)
        }
        let writer = drawText(register, directory)
        func text(_ row: Row, _ child: String?) -> String {
            guard let child, let definition = field.fields.first(where: { $0.name == child }), let value = row.values[child]
            else {
                return ""
            }
            return writer.text(value, of: definition)
        }
        var pool = DrawPool()
        var withoutKey = 0
        for row in plain[name]?.rows ?? [] {
            let id = text(row, key)
            if id.isEmpty {
                withoutKey += 1
            } else {
                pool.candidates.append(Candidate(id: id, label: text(row, label), stratum: text(row, strata)))
                pool.sources[id] = row.id
            }
        }
        if withoutKey > 0 { return .failure(.keyMissing(rows: withoutKey)) }
        return pool.candidates.count > DrawPool.longest ? .failure(.listTooLong(limit: DrawPool.longest)) : .success(pool)
    }

    private func records(
        _ source: DrawDefinition.RegisterSource, strata: String?, of stored: Record, plain: [String: Value], actor: Actor,
        directory: Directory, in session: any Transaction
    ) throws -> Result<DrawPool, DrawActRefusal> {
        guard let table = table(source.register) else { return .failure(.notFound) }
        let register = table.layout.register
        var query = RecordQuery(
            district: district.name, layout: table.layout, units: actor.scope.units(in: source.register), asOf: clock.today())
        switch source.reach {
        case .scope: break
        case .unit: query.units = .only([stored.owner])
        case .district: query.units = .all
        }
        var parts = source.condition == .always ? [] : [source.condition]
        if let period = source.period {
            let path = FieldPath(period)
            let missing = [source.since, source.until].compactMap { $0 }.filter { plain[$0]?.day == nil }
            if !missing.isEmpty { return .failure(.periodMissing(missing)) }
            parts.append(.field(path, .isSet))
            if let since = source.since.flatMap({ plain[$0]?.day }) { parts.append(.not(.field(path, .before(.day(since))))) }
            if let until = source.until.flatMap({ plain[$0]?.day }) { parts.append(.not(.field(path, .after(.day(until))))) }
        }
        query.condition = parts.count > 1 ? .all(parts) : parts.first ?? .always
        query.sort = .registered(descending: false)
        query.limit = DrawPool.longest + 1
        let found = try table.page(query, dialect: engine.dialect, in: session).map(\.record)
        guard found.count <= DrawPool.longest else { return .failure(.listTooLong(limit: DrawPool.longest)) }
        let writer = drawText(register, directory)
        func text(_ record: Record, _ name: String?) -> String? {
            guard let field = name.flatMap({ register.field($0) }), let value = record.values[field.name] else { return nil }
            return writer.text(value, of: field)
        }
        var pool = DrawPool()
        for record in found where record.id != stored.id {
            let label = source.label == nil ? directory.unitLabel(record.owner) : text(record, source.label) ?? ""
            pool.candidates.append(Candidate(id: record.number, label: label, stratum: text(record, strata) ?? ""))
            pool.sources[record.number] = record.id
        }
        return .success(pool)
    }

    /// Words of the list, which are published in Chinese.
    private func drawText(_ register: RegisterDefinition, _ directory: Directory) -> ValueText {
        ValueText(
            register: register, labels: Labels(), language: .chinese, unitLabel: { directory.unitLabel($0) },
            referenceLabel: { $1 })
    }

    /// Titles of the records behind some candidates, as far as the reader may see them.
    func titles(
        of sources: [String: String], in register: String?, actor: Actor, in session: any Transaction
    ) throws -> [String: String] {
        guard let register, let table = table(register), !sources.isEmpty else { return [:] }
        let definition = table.layout.register
        guard let heading = definition.heading.flatMap({ definition.field($0) }) else { return [:] }
        let personal = PersonalFields(keys: keys, register: definition, district: district.name)
        let candidates = Dictionary(sources.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var titles: [String: String] = [:]
        let ids = candidates.keys.sorted()
        for start in stride(from: 0, to: ids.count, by: 500) {
            let statement =
                Statement(
                    "SELECT id, owner, \(heading.column) FROM \(table.layout.table) WHERE district = ? AND id IN ",
                    [.text(district.name)]) + .list(Array(ids[start..<min(start + 500, ids.count)]))
            try session.query(statement) { row in
                let id = row.text(0) ?? ""
                let sight = actor.scope.sight(ofPersonalIn: register, unit: row.text(1) ?? "")
                guard sight != .hidden, let candidate = candidates[id] else { return }
                guard heading.personal != nil else { return titles[candidate] = row.text(2) }
                let value = try row.blob(2).flatMap { bytes in
                    try personal.open([heading.name: .sealed(bytes)], record: id, sight: sight)[heading.name]
                }
                if case .text(let text) = value { titles[candidate] = text }
                if case .masked(let text) = value { titles[candidate] = text }
            }
        }
        return titles
    }
}

import Deadlines
import Definitions
import LegalTime
import Records
import Store

/// A record drawn by lot with everything that stands beside it.
public struct RandomRecord: Sendable {
    public var record: Record
    public var stamps: [MoveStamp]
    public var runs: [DeadlineRun]

    public init(record: Record, stamps: [MoveStamp], runs: [DeadlineRun]) {
        self.record = record
        self.stamps = stamps
        self.runs = runs
    }

    /// The record as it stood at the end of a day: days, rows, moves and stops of clocks that came later are taken out one by one.
    public func known(through last: Day, _ register: RegisterDefinition) -> RandomRecord {
        var known = self
        func isLater(_ value: Value?, _ field: FieldDefinition) -> Bool {
            field.isNotInFuture && value?.onDay.map { $0 > last } ?? false
        }
        for field in register.fields where isLater(known.record.values[field.name], field) {
            known.record.values[field.name] = nil
        }
        for field in register.fields where field.type == .rows {
            guard case .rows(let rows)? = record.values[field.name] else { continue }
            let then = rows.filter { row in field.rowDay.flatMap { row.values[$0]?.onDay }.map { $0 <= last } ?? true }
            known.record.values[field.name] = .rows(
                then.map { row in
                    var row = row
                    for child in field.fields where isLater(row.values[child.name], child) { row.values[child.name] = nil }
                    return row
                })
        }
        for field in register.fields {
            guard let computed = field.computed else { continue }
            var values = known.record.values
            if case .latest(let path, let by) = computed, case .rows(let rows)? = values[path.field] {
                values[path.field] = .rows(rows.filter { $0.values[by]?.onDay.map { $0 <= last } ?? false })
            }
            known.record.values[field.name] = ComputedFields(register).applied(to: values)[field.name]
        }
        if stamps.contains(where: { $0.on > last }) {
            let earlier = stamps.enumerated().filter { $0.element.on <= last }.max {
                ($0.element.on, $0.offset) < ($1.element.on, $1.offset)
            }
            known.record.state = earlier?.element.to ?? register.startState?.name ?? ""
            known.stamps = stamps.filter { $0.on <= last }
        }
        for index in runs.indices where runs[index].stoppedOn.map({ $0 > last }) ?? false {
            known.runs[index].stoppedOn = nil
            known.runs[index].stoppedAt = nil
            known.runs[index].phase = .running
        }
        return known
    }

    /// What conditions are judged on, as of the end of a day.
    public func facts(_ register: RegisterDefinition, asOf: Day) -> RecordFacts {
        let now = Instant(day: asOf, hour: 23, minute: 59)
        return RecordFacts(
            register: register, values: record.values, state: record.state, stamps: stamps,
            deadlines: Dictionary(grouping: runs, by: \.deadline).mapValues { Set($0.map { $0.status(today: asOf, now: now) }) })
    }
}

/// Draws records of a register: every field may be empty, dates lie in two years, personal values are sealed bytes.
public struct RandomRecords {
    public var register: RegisterDefinition
    public var units: [String]
    public var chance: Chance
    public var district = "reed-bay"
    public var first = Day("2020-01-01")
    public var last = Day("2021-12-31")
    public var references = ["ref-1", "ref-2", "ref-3"]
    private var count = 0

    public init(_ register: RegisterDefinition, units: [String], seed: UInt64) {
        self.register = register
        self.units = units
        chance = Chance(seed: seed)
    }

    public mutating func next(_ count: Int) -> [RandomRecord] { (0..<count).map { _ in next() } }

    public mutating func next() -> RandomRecord {
        count += 1
        // Moves and clocks of all registers lie in one table each, by the ids of the records.
        let id = "\(register.name)-" + String(100_000 + count)
        var values: [String: Value] = [:]
        for field in register.fields where !chance.once(in: 3) { fill(&values, field, key: field.name) }
        values = ComputedFields(register).applied(to: values)
        let state = chance.one(of: register.states).name
        let at = Instant(milliseconds: 1_600_000_000_000 + Int64(count))
        var stamps = [stamp(nil, register.startState?.name ?? state, at)]
        if chance.once(in: 2) { stamps.append(stamp(stamps[0].to, chance.one(of: register.states).name, at)) }
        stamps.append(stamp(stamps.last?.to, state, at))
        var passed: [String] = []
        for stamp in stamps where !passed.contains(stamp.to) { passed.append(stamp.to) }
        let record = Record(
            id: id, district: district, register: register.name, number: "第\(count)号", state: state, owner: chance.one(of: units),
            revision: 1,
            values: values, createdAt: at, createdBy: "a", updatedAt: at, updatedBy: "a", passed: passed)
        return RandomRecord(record: record, stamps: stamps, runs: register.deadlines.flatMap { runs($0) })
    }

    private mutating func stamp(_ from: String?, _ to: String, _ at: Instant) -> MoveStamp {
        let on = chance.day(from: first, through: last)
        let moves = register.transitions
        // Which move it was follows from the day, so that the lots fall as they would without it.
        let name = moves.isEmpty ? "t" : moves[on.daysSince1970 % moves.count].name
        return MoveStamp(transition: name, from: from, to: to, on: on, at: at, by: "a", note: nil)
    }

    private mutating func fill(_ values: inout [String: Value], _ field: FieldDefinition, key: String) {
        if field.personal != nil {
            // Few different people, each under many ciphertexts.
            let person = UInt8(chance.number(1...9))
            values[key] = .sealed([UInt8.random(in: 0...255, using: &chance), person])
            if field.personal?.isLookedUp == true { values["\(key)__hash"] = .sealed([person, person]) }
            return
        }
        values[key] = value(field)
    }

    private mutating func value(_ field: FieldDefinition) -> Value? {
        switch field.type {
        case .text, .longText, .idNumber, .phone:
            return .text(chance.one(of: ["陶罐", "木箱一只", "ceramic pot", "罐", "%_'\"", "箱 Ａ１"]))
        case .integer: return .integer(Int64(chance.number(0...9)))
        case .decimal: return .integer(Int64(chance.number(0...900)))
        case .money: return .integer(Int64(chance.number(0...500_000)))
        case .bool: return .bool(chance.once(in: 2))
        case .date: return .day(chance.day(from: first, through: last))
        case .moment:
            return .moment(Instant(day: chance.day(from: first, through: last)).adding(minutes: chance.number(0...1439)))
        case .code: return .text(code(field))
        case .codes: return .list(many { $0.code(field) })
        case .unit: return .text(chance.one(of: units))
        case .units: return .list(many { $0.chance.one(of: $0.units) })
        case .reference: return .text(chance.one(of: references))
        case .references: return .list(many { $0.chance.one(of: $0.references) })
        case .attachment:
            return .attachment(Attachment(hash: "h\(chance.number(1...3))", name: "件.pdf", size: 3, mediaType: "application/pdf"))
        case .checklist:
            guard let standard = register.standard(of: field) else { return nil }
            var result = ChecklistResult()
            for item in standard.items where !chance.once(in: 5) {
                result.awarded[item.name] =
                    standard.mode == .met ? (chance.once(in: 3) ? 0 : 10) : Int64(chance.number(0...item.points * 10))
            }
            return result.encoded(by: standard).map { .text($0) }
        case .rows:
            let rows = (0..<chance.number(1...3)).map { number -> Row in
                var values: [String: Value] = [:]
                for child in field.fields where !chance.once(in: 3) { fill(&values, child, key: child.name) }
                return Row(id: "row-\(number)", values: values)
            }
            return .rows(rows)
        }
    }

    private mutating func code(_ field: FieldDefinition) -> String {
        chance.one(of: register.codes[field.codes ?? ""]?.entries ?? []).code
    }

    private mutating func many(_ one: (inout RandomRecords) -> String) -> [String] {
        var chosen: [String] = []
        for _ in 0..<chance.number(1...3) {
            let next = one(&self)
            if !chosen.contains(next) { chosen.append(next) }
        }
        return chosen
    }

    private mutating func runs(_ deadline: DeadlineDefinition) -> [DeadlineRun] {
        guard !chance.once(in: 3) else { return [] }
        return (0..<chance.number(1...2)).map { number in
            let start = chance.day(from: first, through: last)
            let due = start.adding(days: chance.number(0...40))
            let isTimed = chance.once(in: 4)
            let dueAt = isTimed ? Instant(day: due, hour: chance.number(0...23), minute: chance.number(0...59)) : nil
            let phase = chance.one(of: [DeadlineRun.Phase.running, .running, .paused, .stopped, .stopped])
            let stop = phase == .stopped ? start.adding(days: chance.number(0...60)) : nil
            let hasPoint = phase != .paused
            return DeadlineRun(
                deadline: deadline.name, row: "", occurrence: number, clock: deadline.clock, law: "法", article: "1",
                versionFrom: first, startsOn: start,
                dueOn: hasPoint && !(phase == .stopped && chance.once(in: 6)) ? due : nil,
                dueAt: hasPoint && phase == .running ? dueAt : nil, isProvisional: false, stoppedOn: stop,
                stoppedAt: nil, phase: phase, soonDays: chance.number(0...10),
                sense: chance.one(of: [Sense.atMost, .atMost, .before, .atLeast])
            ).timed(dueAt, &chance)
        }
    }
}

extension DeadlineRun {
    /// A stopped run of a clock of minutes: due and stopped at moments.
    fileprivate func timed(_ dueAt: Instant?, _ chance: inout Chance) -> DeadlineRun {
        guard let dueAt, phase == .stopped, dueOn != nil, let stoppedOn else {
            var run = self
            // Only periods of days must fully run.
            if run.dueAt != nil, run.sense == .atLeast { run.sense = .atMost }
            return run
        }
        var run = self
        run.sense = .atMost
        run.dueAt = dueAt
        switch chance.number(0...3) {
        case 0: break
        case 1:
            // Within the due minute, which is still in time.
            run.stoppedOn = dueAt.day
            run.stoppedAt = Instant(milliseconds: dueAt.milliseconds + Int64(chance.number(0...59)) * 1000)
        default: run.stoppedAt = Instant(day: stoppedOn, hour: chance.number(0...23), minute: chance.number(0...59))
        }
        return run
    }
}

extension Engine {
    /// Puts drawn records straight into their tables.
    public func keep(_ records: [RandomRecord], of register: RegisterDefinition) async throws {
        let table = RecordTable(register)
        try await write { session in
            for drawn in records {
                let record = drawn.record
                try table.insert(record, in: session)
                for stamp in drawn.stamps {
                    try MoveTable.append(
                        stamp, record: record.id, register: register.name, district: record.district, in: session)
                }
                try RunTable.replace(
                    drawn.runs, of: record.id, register: register.name, owner: record.owner, district: record.district,
                    in: session)
            }
            return .commit(())
        }
    }
}

import Definitions
import LegalTime
import TestSupport

/// Draws conditions of every form over a register.
struct RandomConditions {
    let register: RegisterDefinition
    var chance: Chance

    mutating func next(depth: Int = 2) -> Condition {
        guard depth > 0 else { return leaf() }
        switch chance.number(0...9) {
        case 0: return .all((0..<chance.number(0...3)).map { _ in next(depth: depth - 1) })
        case 1, 2: return .any((0..<chance.number(0...3)).map { _ in next(depth: depth - 1) })
        case 3, 4: return .not(next(depth: depth - 1))
        default: return leaf()
        }
    }

    private mutating func leaf() -> Condition {
        switch chance.number(0...11) {
        case 0: return .always
        case 1: return .state(states())
        case 2: return .ever(states())
        case 3, 4:
            let statuses = ClockStatus.allCases.shuffled(using: &chance).prefix(chance.number(1...3))
            return .deadline(chance.one(of: register.deadlines).name, Array(statuses))
        default:
            let field = chance.one(of: register.fields)
            guard field.type == .rows, !chance.once(in: 4) else { return .field(FieldPath(field.name), test(field)) }
            let child = chance.one(of: field.fields)
            return .field(FieldPath("\(field.name).\(child.name)"), test(child))
        }
    }

    private mutating func states() -> [String] {
        (0..<chance.number(1...2)).map { _ in chance.one(of: register.states).name }
    }

    private mutating func test(_ field: FieldDefinition, depth: Int = 2) -> FieldTest {
        if depth > 0, chance.once(in: 5) { return .not(test(field, depth: depth - 1)) }
        if chance.once(in: 5) { return .isSet }
        if chance.once(in: 5) || field.personal != nil { return .isUnset }
        let orUnset = chance.once(in: 3)
        switch field.type {
        case .code, .codes:
            let entries = register.codes[field.codes ?? ""]?.entries ?? []
            let groups = entries.compactMap(\.group)
            if !groups.isEmpty, chance.once(in: 2) { return .group([chance.one(of: groups)]) }
            return .oneOf([.text(chance.one(of: entries).code), .text(chance.one(of: entries).code)], orUnset: orUnset)
        case .integer, .decimal, .money:
            let number = Int64(chance.number(0...9)) * (field.type == .integer ? 1 : field.type == .decimal ? 100 : 50_000)
            switch chance.number(0...2) {
            case 0: return .atLeast(.integer(number))
            case 1: return .atMost(.integer(number))
            default: return .oneOf([.integer(number)], orUnset: orUnset)
            }
        case .bool: return .oneOf([.bool(chance.once(in: 2))], orUnset: orUnset)
        case .date, .moment:
            let day = chance.day(from: Day("2020-01-01"), through: Day("2021-12-31"))
            let dates = register.fields.filter { $0.type == .date || $0.type == .moment }
            let bound: DayBound = chance.once(in: 2) ? .day(day) : .field(chance.one(of: dates).name)
            switch chance.number(0...4) {
            case 0: return .before(bound)
            case 1: return .after(bound)
            case 2: return .atLeast(.day(day))
            case 3: return .atMost(.day(day))
            default: return field.type == .date ? .oneOf([.day(day)], orUnset: orUnset) : .after(bound)
            }
        case .unit, .units: return .oneOf([.text("east_one")], orUnset: orUnset)
        case .reference, .references: return .oneOf([.text("ref-1"), .text("ref-2")], orUnset: orUnset)
        case .text, .longText: return .oneOf([.text("陶罐"), .text("%_'\"")], orUnset: orUnset)
        case .rows, .attachment, .idNumber, .phone, .checklist: return orUnset ? .oneOf([.text("x")], orUnset: true) : .isSet
        }
    }
}

import Access
import Definitions
import LegalTime
import Records
import Store

/// What came of opening a record elsewhere.
enum Referred {
    case opened(id: String)
    case stopped(ActOutcome)
}

extension Office {
    /// Registers the record that a move opens in another register, in the transaction of the move.
    ///
    /// It is the act of whoever makes the move, who need not have the right to register there: the move's role is what allows it.
    func refer(
        _ referral: ReferralDefinition, from stored: Record, values: [String: Value], input asked: RecordInput, on day: Day,
        by actor: Actor, directory: Directory, in session: any Transaction
    ) throws -> Referred {
        guard let table = table(referral.register), let source = catalogue.register(stored.register) else {
            return .stopped(.refused(.notFound))
        }
        let target = table.layout.register
        var input = RecordInput()
        for name in referral.ask {
            input.texts[name] = asked.texts[name]
            input.many[name] = asked.many[name]
            input.rows[name] = asked.rows[name]
        }
        let writer = ValueText(
            register: source, labels: Labels(), language: .chinese, unitLabel: { $0 }, referenceLabel: { $1 })
        for setting in referral.set {
            let text: String?
            switch setting.source {
            case .constant(let constant): text = constant
            case .today: text = day.iso
            case .field(let name):
                guard let field = source.field(name), let value = values[name] else { continue }
                if let list = value.list {
                    input.many[setting.target] = list
                    continue
                }
                // Codes go by their code, units and records by their id, days by the day: what a form would send.
                text = value.text ?? (value.onDay.map { $0.iso }) ?? writer.input(value, of: field)
            }
            if let text {
                if target.field(setting.target)?.type.isMany == true {
                    input.many[setting.target] = [text]
                } else {
                    input.texts[setting.target] = text
                }
            }
        }
        if let back = referral.back { input.texts[back] = stored.id }
        switch try register(table, input, uploads: [:], by: actor, directory: directory, isReferral: true, in: session) {
        case .done(let receipt):
            if let owner = try table.fetch(id: receipt.id, district: district.name, in: session)?.owner {
                try notify(
                    NewNotice(
                        .referred, to: .unit(owner), register: target.name, record: receipt.id, number: receipt.number,
                        state: receipt.state, by: actor.account), in: session)
            }
            return .opened(id: receipt.id)
        case .problems(let problems): return .stopped(.problemsElsewhere(register: target.name, problems))
        case let other: return .stopped(other)
        }
    }
}

import Definitions
import Workflow

extension Wording {
    public func label(_ gate: GateDefinition, in register: RegisterDefinition) -> String {
        labels.label("\(register.name)/gates/\(gate.name)", chinese: gate.label, in: language)
    }

    /// What a closed gate lacks and what to do: “法制审核：还没有关联的合法性审查。请先办理。”
    public func sentence(for standing: GateStanding, in register: RegisterDefinition, others: (String) -> RegisterDefinition?)
        -> String
    {
        let gate = label(standing.gate, in: register)
        let basis = standing.gate.basis.map { say("（\($0.law)第\($0.article ?? "")条）", " (\($0.description))") } ?? ""
        return gate + basis + colon + lack(standing, in: register, others)
    }

    private func lack(_ standing: GateStanding, in register: RegisterDefinition, _ others: (String) -> RegisterDefinition?)
        -> String
    {
        switch standing.lacks {
        case nil: return say("已满足。", "met.")
        case .noRecord:
            let name = otherName(standing.gate.need, in: register, others)
            return say("还没有关联的\(name)，请先登记并办结。", "there is no \(name) yet; register and finish one first.")
        case .wrongState(let record):
            let other = others(record.register)
            let state = other.map { label(ofState: record.state, in: $0) } ?? record.state
            let wanted = wantedStates(standing.gate.need, others(record.register))
            return say(
                "\(record.number)现为“\(state)”，须为\(wanted)。", "\(record.number) stands at “\(state)”; it has to be \(wanted).")
        case .wrongCode(let record, let field):
            let name = others(record.register).map { label(ofField: field, in: $0) } ?? field
            return say("\(record.number)的“\(name)”不符合要求。", "“\(name)” of \(record.number) is not as needed.")
        case .movesMissing(let moves):
            let names = list(moves.map { name in register.transition(name).map { quoted(label($0, in: register)) } ?? name })
            return say("还缺\(names)这一步。", "\(names) has not been done.")
        case .fewPersons(let has, let needs):
            return say("须由\(needs)人分别办理，现只有\(has)人。", "\(needs) different people are needed, so far \(has).")
        case .fewRows(let has, let needs):
            return say("至少要有\(needs)条，现有\(has)条。", "at least \(needs) are needed, so far \(has).")
        case .fieldsMissing(let fields):
            let names = list(fields.map { quoted(label(ofField: $0, in: register)) })
            return say("请先填写\(names)。", "fill in \(names) first.")
        }
    }

    private func otherName(_ need: GateNeed, in register: RegisterDefinition, _ others: (String) -> RegisterDefinition?) -> String
    {
        switch need {
        case .reference(let field, _, _): register.field(field)?.target.flatMap(others).map { label($0) } ?? ""
        case .linked(let name, _, _, _): others(name).map { label($0) } ?? ""
        default: ""
        }
    }

    private func wantedStates(_ need: GateNeed, _ other: RegisterDefinition?) -> String {
        switch need {
        case .reference(_, let states, _), .linked(_, _, let states, _):
            states.map { state in other.map { quoted(label(ofState: state, in: $0)) } ?? state }
                .joined(separator: say("或者", " or "))
        default: ""
        }
    }
}

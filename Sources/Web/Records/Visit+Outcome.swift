import Casework
import Definitions
import Hummingbird
import Pages
import Records
import Wording
import Workflow

/// How a refused act is told: the sentence, the field it leads to, the status.
extension Visit {
    func refusal(_ refusal: ActRefusal, in register: RegisterDefinition, of transition: TransitionDefinition? = nil) throws -> (
        line: ProblemLine, status: HTTPResponse.Status
    ) {
        switch refusal {
        case .notFound: throw WebProblem.notFound
        case .notAllowed: return (line(wording.text(PageText.notAllowed)), .forbidden)
        case .transition(let refusal):
            let sentence = wording.sentence(for: refusal, of: transition, in: register, roles: catalogue.roles)
            switch refusal {
            case .roleMissing: return (line(sentence), .forbidden)
            case .noteMissing: return (ProblemLine(key: FormDraft.note, sentence: sentence), .unprocessableContent)
            case .conditionFails(let condition):
                let field = register.fields.first { condition.fields.contains($0.name) }
                return (ProblemLine(key: field?.name, sentence: sentence), .unprocessableContent)
            case .fieldsMissing(let fields): return (ProblemLine(key: fields.first, sentence: sentence), .unprocessableContent)
            default: return (line(sentence), .conflict)
            }
        case .gatesClosed(let gates):
            let sentences = gates.map { wording.sentence(for: $0, in: register) { catalogue.register($0) } }
            return (line(wording.sentences(sentences)), .conflict)
        case .noUnitToHandTo:
            let field: String? = if case .field(let name)? = transition?.owner { name } else { nil }
            return (ProblemLine(key: field, sentence: wording.text(LinkText.noUnitToHandTo)), .unprocessableContent)
        case .extensionTooLong(let field, let refusal):
            let deadline = register.deadlines.first { $0.extendBy == field }
            let basis = deadline.flatMap { catalogue.clock($0.clock) }?.versions.last?.basis
            return (
                ProblemLine(key: field, sentence: wording.sentence(for: refusal, field: field, basis: basis, in: register)),
                .unprocessableContent
            )
        case .ended: return (line(wording.text(PageText.ended)), .conflict)
        case .reasonMissing:
            return (ProblemLine(key: FormDraft.reason, sentence: wording.text(PageText.reasonMissing)), .unprocessableContent)
        case .nothingChanged: return (line(wording.text(PageText.nothingChanged)), .unprocessableContent)
        case .fileTooLarge(let limit): return (line(wording.fileTooLarge(limit)), .contentTooLarge)
        case .lockedYear(let year):
            let place = InputPlace(field: register.number.yearOf)
            return (
                ProblemLine(
                    key: place.key,
                    sentence: wording.sentence(for: InputProblem(place: place, reason: .lockedYear(year)), in: register)),
                .unprocessableContent
            )
        }
    }

    private func line(_ sentence: String) -> ProblemLine { ProblemLine(key: nil, sentence: sentence) }
}

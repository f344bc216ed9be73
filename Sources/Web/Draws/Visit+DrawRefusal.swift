import Casework
import Draws
import Hummingbird
import Pages
import Wording

extension Visit {
    /// Why a draw is not frozen, made or called off, and the field of the form that it is about.
    func line(_ refusal: DrawActRefusal, register name: String) -> ProblemLine {
        ProblemLine(key: Self.place(refusal), sentence: sentence(refusal, register: name))
    }

    private func sentence(_ refusal: DrawActRefusal, register name: String) -> String {
        guard let register = catalogue.register(name) else { return wording.text(PageText.notAllowed) }
        switch refusal {
        case .notFound, .notAllowed: return wording.text(PageText.notAllowed)
        case .roleMissing(let roles): return wording.drawRoleMissing(roles, among: catalogue.roles)
        case .wrongState(let states, let moves): return wording.drawWrongState(states: states, moves: moves, in: register)
        case .conditionFails(let condition): return wording.drawConditionFails(condition, in: register)
        case .ended: return wording.text(PageText.ended)
        case .alreadyThere(let number): return wording.drawAlreadyThere(number)
        case .listChanged: return wording.drawListChanged
        case .listTooLong(let limit): return wording.drawListTooLong(limit)
        case .sizeMissing(let field): return wording.drawFieldMissing([field], in: register)
        case .periodMissing(let fields): return wording.drawFieldMissing(fields, in: register)
        case .keyMissing(let rows): return wording.drawKeyMissing(rows)
        case .unknownReason: return wording.drawOther(.unknownReason)
        case .cannotBeDrawn(let refusal): return sentence(refusal)
        case .seedSourceMissing: return wording.drawOther(.sourceMissing)
        case .seedDayMissing: return wording.drawOther(.dayMissing)
        case .seedDayNotLater(let day): return wording.drawSeedDayNotLater(than: day)
        case .tooEarly(let day): return wording.drawTooEarly(day)
        case .seedMissing: return wording.drawOther(.seedMissing)
        case .tooLong(let limit): return wording.drawTooLong(limit)
        case .notFrozen(let state): return wording.drawOther(state == .void ? .calledOff : .drawnBefore)
        case .reasonMissing: return wording.drawOther(.reasonMissing)
        case .rowsInUse(let count): return wording.drawRowsInUse(count)
        case .tooManyRows(let limit): return wording.drawTooManyRows(limit)
        case .changedMeanwhile: return wording.drawOther(.changedMeanwhile)
        }
    }

    private func sentence(_ refusal: DrawRefusal) -> String {
        switch refusal {
        case .emptySeed: wording.drawOther(.seedMissing)
        case .nothingEligible: wording.drawOther(.nothingEligible)
        case .repeatedCandidates(let ids): wording.drawRepeated(ids)
        case .tooFewPeople(let needs, let has): wording.drawTooFewPeople(needs: needs, has: has)
        }
    }

    private static func place(_ refusal: DrawActRefusal) -> String? {
        switch refusal {
        case .seedSourceMissing: "source"
        case .seedDayMissing, .seedDayNotLater: "day"
        case .seedMissing, .tooEarly: "seed"
        case .reasonMissing: "reason"
        default: nil
        }
    }

    static func status(_ refusal: DrawActRefusal) -> HTTPResponse.Status {
        switch refusal {
        case .notFound: .notFound
        case .notAllowed, .roleMissing: .forbidden
        case .wrongState, .conditionFails, .ended, .alreadyThere, .listChanged, .tooEarly, .notFrozen, .rowsInUse,
            .changedMeanwhile:
            .conflict
        default: .unprocessableContent
        }
    }
}

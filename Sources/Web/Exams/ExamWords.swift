import Casework
import Examination
import Pages
import Wording

/// Sentences for what the office refuses about exams, and for what is wrong in a sheet.
extension Wording {
    func sentence(_ refusal: ExamRefusal) -> String {
        switch refusal {
        case .notFound: text(ExamText.notFound)
        case .notAllowed: text(ExamText.notAllowed)
        case .notOpen: text(ExamText.notOpen)
        case .notYet(let moment): notYet(moment)
        case .over: text(ExamText.over)
        case .noBank: text(ExamText.noBank)
        case .noPaper: text(ExamText.noPaper)
        case .shortage(let kind, let needs, let has): shortage(ExamText(kind), needs: needs, has: has)
        case .passedAlready: text(ExamText.passedAlready)
        case .triesUsed(let tries): triesUsed(tries)
        case .bankRetired: text(ExamText.bankRetired)
        case .sameFile(let title, let edition): sameBank(title, edition: edition)
        case .titleMissing: text(ExamText.titleMissing)
        case .nothingToTake: text(ExamText.nothingToTake)
        case .begun: text(ExamText.begun)
        case .closed: text(ExamText.closed)
        case .count, .countProblems: text(ExamText.countRefused)
        }
    }

    func sentence(_ reason: BankProblem.Reason) -> String {
        switch reason {
        case .stemMissing: text(ExamText.stemMissing)
        case .unknownKind(let kind): unknownQuestionKind(kind)
        case .tooFewOptions(let count): tooFewOptions(count)
        case .sameOptionTwice(let option): sameOptionTwice(option)
        case .answerMissing: text(ExamText.answerMissing)
        case .noSuchOption(let answer): noSuchOption(answer)
        case .wrongNumberOfAnswers(let kind, let count): wrongAnswerCount(ExamText(kind), count)
        case .askedBefore(let row): repeatsRow(row)
        }
    }

    func sentence(_ reason: CandidateProblem.Reason) -> String {
        switch reason {
        case .nameMissing: text(ExamText.nameMissing)
        case .nameTooLong: text(ExamText.nameTooLong)
        case .unitMissing: text(ExamText.unitMissing)
        case .unitUnknown(let unit): unitUnknown(unit)
        case .twice(let row): repeatsRow(row)
        case .known: text(ExamText.onListAlready)
        }
    }

    func facts(_ rules: ExamRules) -> [(label: String, text: String)] {
        var facts: [(label: String, text: String)] = [(text(ExamText.period), examPeriod(rules.starts, rules.ends))]
        let parts = rules.plan.parts.map { part in
            text(ExamText(part.kind)) + " \(part.count) × " + marks(part.points)
        }
        facts.append((text(ExamText.questions), "\(rules.questionCount)" + (parts.isEmpty ? "" : " · " + list(parts))))
        facts.append((text(ExamText.fullMark), marks(rules.plan.fullMark)))
        facts.append((text(ExamText.passMark), marks(rules.plan.passMark)))
        facts.append((text(ExamText.minutes), minutes(rules.minutes)))
        facts.append((text(ExamText.tries), rules.tries.map(String.init) ?? text(ExamText.noLimit)))
        return facts
    }
}

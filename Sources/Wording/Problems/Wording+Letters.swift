import Definitions
import LegalTime
import Workflow

extension Wording {
    public func label(_ letter: LetterDefinition, in register: RegisterDefinition) -> String {
        labels.label("\(register.name)/letters/\(letter.name)", chinese: letter.label, in: language)
    }

    /// The label of a letter that was issued; its name where the register has it no more.
    public func label(ofLetter name: String, in register: RegisterDefinition) -> String {
        register.letter(name).map { label($0, in: register) } ?? say("文书", "letter") + " " + name
    }

    public func name(of mode: ServiceMode) -> String {
        switch mode {
        case .direct: say("直接送达", "handed over")
        case .left: say("留置送达", "left with the person")
        case .post: say("邮寄送达", "by post")
        case .electronic: say("电子送达", "electronically")
        case .entrusted: say("委托送达", "by another organ")
        case .passedOn: say("转交送达", "passed on by the person’s unit")
        case .publicNotice: say("公告送达", "by public notice")
        }
    }

    /// 保存 10 年.
    public func kept(_ retention: RetentionDefinition) -> String {
        retention.years.map { say("\($0) 年", plural($0, "year")) } ?? text(LetterText.permanent)
    }

    /// Why a letter is not issued or its service not written down, and what to do.
    public func sentence(for refusal: LetterRefusal, in register: RegisterDefinition, roles: [RoleDefinition]) -> String {
        switch refusal {
        case .notFound: return say("没有这份文书。请回到这一件再看。", "There is no such letter. Go back to the record.")
        case .roleMissing(let names):
            let who = list(labels(ofRoles: names, among: roles), .or)
            return say("这份文书由\(who)制发和登记送达。", "This letter is issued and served by \(who).")
        case .tooEarly(let states, let moves):
            let names =
                states.map { label(ofState: $0, in: register) }
                + moves.compactMap { register.transition($0) }.map { label($0, in: register) }
            return say("要先到这一步：\(list(names, .or))。", "The record has to come to this first: \(list(names, .or)).")
        case .issuedMeanwhile:
            return say(
                "您打开页面以后，已经有人制发了这份文书。确要再发的，请重新按一次。",
                "Somebody has issued this letter since you opened the page. Press again if another one is wanted.")
        case .noTemplate: return say("这份文书还没有模板，请找管理员。", "This letter has no template yet; ask the administrator.")
        case .nothingToPrint:
            return say("这份文书要写的内容还没有登记，请先补登。", "What this letter would say is not registered yet; enter it first.")
        case .notServed: return say("这份文书不登记送达。", "The service of this letter is not recorded.")
        case .serviceDayMissing: return say("请写送达日期，如 2022-01-18。", "Give the day of service, such as 2022-01-18.")
        case .serviceDayInFuture: return say("送达日期不能晚于今天。", "The day of service cannot lie after today.")
        case .serviceBeforeIssue(let day):
            return say("送达日期不能早于制发日期 \(day.iso)。", "The day of service cannot lie before \(day.iso), when it was issued.")
        case .receiverTooLong(let limit): return say("签收人至多 \(limit) 字。", "The receiver has at most \(limit) characters.")
        case .noteTooLong(let limit): return say("备注至多 \(limit) 字。", "The remark has at most \(limit) characters.")
        }
    }
}

import Definitions
import LegalTime

extension Wording {
    public func label(_ draw: DrawDefinition, in register: RegisterDefinition) -> String {
        labels.label("\(register.name)/draws/\(draw.name)", chinese: draw.label, in: language)
    }

    /// The label of a draw that was made; its name where the register has it no more.
    public func label(ofDraw name: String, in register: RegisterDefinition) -> String {
        register.draw(name).map { label($0, in: register) } ?? say("抽取", "draw") + " " + name
    }

    public func label(_ exclusion: DrawDefinition.Exclusion, of draw: DrawDefinition, in register: RegisterDefinition) -> String {
        labels.label("\(register.name)/draws/\(draw.name)/exclude/\(exclusion.code)", chinese: exclusion.label, in: language)
    }

    /// A reason as it stands in a published list, which is Chinese, in this language where the definition still has it.
    public func exclusion(_ text: String, of draw: DrawDefinition?, in register: RegisterDefinition) -> String {
        guard let draw, let exclusion = draw.exclusions.first(where: { $0.label == text }) else { return text }
        return label(exclusion, of: draw, in: register)
    }

    /// How many, of what, and with how many people.
    public func drawRule(_ size: DrawSize, team: Int) -> String {
        let what =
            switch size {
            case .total(let count): say("从全部名单抽 \(count) 项", "\(count) out of the whole list")
            case .perPart(let count): say("每组抽 \(count) 项", "\(count) out of each part")
            case .percent(let share): say("每组抽 \(share)%，不足一项的抽一项", "\(share)% of each part, at least one")
            }
        guard team > 0 else { return what }
        return what + comma + say("每项派 \(team) 人", "\(team) people for each")
    }

    /// The same three rules as the target Draws has them.
    public enum DrawSize: Sendable {
        case total(Int)
        case perPart(Int)
        case percent(Int)
    }

    /// 名单 60 项，排除 3 项，抽中 6 项
    public func drawCounts(candidates: Int, excluded: Int, drawn: Int?) -> String {
        let list = say("名单 \(candidates) 项，排除 \(excluded) 项", "\(candidates) on the list, \(excluded) left out")
        guard let drawn else { return list }
        return list + comma + say("抽中 \(drawn) 项", "\(drawn) drawn")
    }

    // MARK: Refusals

    public func drawRoleMissing(_ names: [String], among roles: [RoleDefinition]) -> String {
        let who = list(self.labels(ofRoles: names, among: roles), .or)
        return say("这项抽取由\(who)办理。", "This draw is made by \(who).")
    }

    public func drawWrongState(states: [String], moves: [String], in register: RegisterDefinition) -> String {
        let names =
            states.map { label(ofState: $0, in: register) }
            + moves.compactMap { register.transition($0) }.map { label($0, in: register) }
        return say("要在这一步才能抽取：\(list(names, .or))。", "The draw is made at this point: \(list(names, .or)).")
    }

    public func drawConditionFails(_ condition: Condition, in register: RegisterDefinition) -> String {
        let what = phrase(condition, in: register) ?? ""
        return say("只有\(what)的记录才有这项抽取。", "This draw is only for records where \(what).")
    }

    public func drawAlreadyThere(_ number: String) -> String {
        say(
            "已经有一次抽取（\(number)），不能重抽；确有错误的先作废。",
            "There is a draw already (\(number)); it cannot be repeated. Call it off first where it is wrong.")
    }

    public var drawListChanged: String {
        say("您打开页面以后名单有变化，请重新核对后再冻结。", "The list has changed since you opened the page; check it again and freeze it then.")
    }

    public func drawListTooLong(_ limit: Int) -> String {
        say("名单超过 \(limit) 项，请缩小范围。", "The list has more than \(limit) entries; narrow it down.")
    }

    public func drawFieldMissing(_ fields: [String], in register: RegisterDefinition) -> String {
        let names = list(fields.map { label(ofField: $0, in: register) }, .and)
        return say("请先在记录里填写：\(names)。", "First fill in: \(names).")
    }

    public func drawKeyMissing(_ rows: Int) -> String {
        say("名单里有 \(rows) 行没有编号，请先补上。", "\(rows) rows of the list have no key; fill it in first.")
    }

    public func drawRepeated(_ ids: [String]) -> String {
        say("名单里有重复的编号：\(list(ids, .and))。请先去重。", "The list repeats \(list(ids, .and)). Remove the doubles first.")
    }

    public func drawTooFewPeople(needs: Int, has: Int) -> String {
        say("每项要派 \(needs) 人，名单里能派的只有 \(has) 人。", "\(needs) people are needed for each, the list has \(has).")
    }

    public func drawSeedDayNotLater(than day: Day) -> String {
        say("公布日期要晚于今天 \(day.iso)：名单冻结在前，数字公布在后。", "The day has to lie after today, \(day.iso): first the list, then the number.")
    }

    public func drawTooEarly(_ day: Day) -> String {
        say("数字到 \(day.iso) 才公布，那一天以后再抽。", "The number is not known before \(day.iso); draw then.")
    }

    public func drawTooLong(_ limit: Int) -> String { say("至多 \(limit) 字。", "At most \(limit) characters.") }

    public func drawRowsInUse(_ count: Int) -> String {
        say("抽出的 \(count) 行已经有人填写，这次抽取不能再作废。", "\(count) of the rows drawn have been worked on; the draw stands.")
    }

    public func drawTooManyRows(_ limit: Int) -> String {
        say("记录里的行数会超过 \(limit) 行。", "The record would have more than \(limit) rows.")
    }

    public func drawOther(_ trouble: DrawTrouble) -> String {
        switch trouble {
        case .nothingEligible: say("名单里没有可抽的项。", "Nothing on the list may be drawn.")
        case .unknownReason: say("请从所列原因里选一个。", "Choose one of the reasons.")
        case .sourceMissing: say("请写用哪一个公开数字。", "Say which public number is used.")
        case .dayMissing: say("请写公布日期，如 2022-01-20。", "Give the day on which it becomes known, such as 2022-01-20.")
        case .seedMissing: say("请填公布的数字。", "Give the number made known.")
        case .reasonMissing: say("请写作废原因。", "Say why the draw is called off.")
        case .drawnBefore: say("这份名单已经抽过，不能再抽。", "This list has been drawn from; it cannot be drawn from again.")
        case .calledOff: say("这次抽取已经作废。", "This draw has been called off.")
        case .changedMeanwhile: say("记录刚刚被改过，请再试一次。", "The record has just been changed; try again.")
        }
    }

    public enum DrawTrouble: Sendable, CaseIterable {
        case nothingEligible
        case unknownReason
        case sourceMissing
        case dayMissing
        case seedMissing
        case reasonMissing
        case drawnBefore
        case calledOff
        case changedMeanwhile
    }
}

import Definitions
import LegalTime
import Workflow

extension Wording {
    /// Why a move is not made, and what may be done instead.
    ///
    /// - Parameters:
    ///   - move: The move asked for; nil when there is none of that name.
    ///   - roles: The closed list of roles.
    public func sentence(
        for refusal: TransitionRefusal, of move: TransitionDefinition?, in register: RegisterDefinition, roles: [RoleDefinition]
    ) -> String {
        let name = move.map { quoted(label($0, in: register)) } ?? say("这一步", "This step")
        switch refusal {
        case .unknown:
            return say(
                "没有这一步。请刷新页面，从“下一步”里选择。", "There is no such step. Please reload the page and choose one under “Next steps”.")
        case .wrongState(let current, let needs):
            let now = quoted(label(ofState: current, in: register))
            let wanted = quotedList(needs.map { label(ofState: $0, in: register) }, .or)
            return say(
                "现在是\(now)，\(name)要在\(wanted)时办。请刷新页面，看现在可以办什么。",
                "The record is now \(now); \(name) can be done only while it is \(wanted). Please reload the page to see what can be done."
            )
        case .roleMissing(let needs):
            let names = labels(ofRoles: needs, among: roles)
            guard !names.isEmpty else {
                return say("\(name)不归您办。请联系本单位管理员。", "\(name) is not yours to do. Please ask your unit’s administrator.")
            }
            return say(
                "\(name)由\(list(names, .or))办理，您没有这个角色。请转交办理。",
                "\(name) is done by: \(list(names, .or)). You do not have that role; please pass the matter on.")
        case .fieldsMissing(let fields):
            let names = fields.map { label(ofField: $0, in: register) }
            return say(
                "\(name)还缺\(list(names, .and))。请补填后再办。",
                "\(name) still needs \(quotedList(names, .and)). Please fill in and try again.")
        case .noteMissing: return say("\(name)要写明原因。请填写后再办。", "\(name) needs a reason. Please write it and try again.")
        case .conditionFails(let condition):
            guard let phrase = phrase(condition, in: register) else {
                return say("这一件现在不能办\(name)。请核对已填的内容。", "\(name) is not open to this record. Please check what has been entered.")
            }
            return say(
                "\(name)的条件是：\(phrase)。请核对已填的内容。", "\(name) is open only where \(phrase). Please check what has been entered.")
        case .notInForce(let validity):
            return say(
                "按这一件适用的规定，\(name)不能用（\(self.validity(validity))）。请从“下一步”里另选。",
                "Under the rules that apply to this record \(name) is not available (\(self.validity(validity))). Please choose another step."
            )
        case .automaticOnly:
            return say(
                "\(name)在期限届满时由系统自动办理，不用手工办。", "\(name) is made by the system when the period expires; it is not done by hand.")
        }
    }

    /// Why an extension may not be granted.
    ///
    /// - Parameter field: The field that holds the extension.
    public func sentence(for refusal: ExtensionRefusal, field: String, basis: LegalBasis? = nil, in register: RegisterDefinition)
        -> String
    {
        let name = quoted(label(ofField: field, in: register))
        let under = basis.map { say("（\(citation($0))）", " (\(citation($0)))") } ?? ""
        switch refusal {
        case .notForeseen:
            return say(
                "法律没有规定这个期限可以延长\(under)，\(name)请留空。",
                "The law does not allow this period to be extended\(under). Please leave \(name) empty.")
        case .notPositive:
            return say("\(name)要大于零。没有延长的请留空。", "\(name) must be more than zero. Leave it empty if there is no extension.")
        case .overCap(let requested, let cap):
            return say(
                "\(name)至多 \(length(cap))，现在是 \(length(requested))\(under)。请改到 \(length(cap))以内。",
                "\(name) may be at most \(length(cap)), not \(length(requested))\(under). Please shorten the extension.")
        case .differentUnit(let requested, let cap):
            return say(
                "\(name)要和法定的延长期限（\(length(cap))）用同一单位，现在是 \(length(requested))\(under)。请改用同一单位。",
                "\(name) has to be in the law’s unit (\(length(cap))), not \(length(requested))\(under). Please give it in that unit."
            )
        }
    }

    /// What an open move asks for, beside its button: the definition's own words, else 需要：审结日期、审结方式。
    public func needs(of move: OpenMove, in register: RegisterDefinition) -> String {
        if language == .chinese, let hint = move.transition.hint { return hint }
        var sentences: [String] = []
        let fields = move.requires.map { label(ofField: $0, in: register) }
        if !fields.isEmpty { sentences.append(say("需要：\(list(fields))。", "Needs: \(list(fields)).")) }
        if move.transition.needsNote { sentences.append(say("说明事由。", "A reason has to be given.")) }
        if let basis = move.transition.basis { sentences.append(citation(basis) + say("。", ".")) }
        return sentences.joined(separator: say("", " "))
    }

    /// When a rule holds: 自 2024-01-01 起, 至 2023-12-31 止.
    public func validity(_ validity: Validity) -> String {
        switch (validity.since, validity.until) {
        case (let since?, let until?): say("\(since.iso) 至 \(until.iso)", "\(since.iso) to \(until.iso)")
        case (let since?, nil): say("自 \(since.iso) 起", "from \(since.iso)")
        case (nil, let until?): say("至 \(until.iso) 止", "until \(until.iso)")
        case (nil, nil): say("一直有效", "always")
        }
    }
}

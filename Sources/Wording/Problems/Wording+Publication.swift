import Definitions

/// Sentences about what goes out and what is taken back. The states and reasons come by their names, for Casework is not known here.
extension Wording {
    /// The word for the state of a publication.
    public func publicationState(_ name: String) -> String {
        switch name {
        case "proposed": say("待核对", "waiting to be checked")
        case "returned": say("已退回修改", "sent back")
        case "published": say("已公开", "published")
        case "withdrawn": say("已撤下", "withdrawn")
        default: say("未公开", "not published")
        }
    }

    /// Why something was taken back.
    public func withdrawalReason(_ name: String) -> String {
        switch name {
        case "overturned": say("决定被变更、撤销、确认违法或者确认无效", "the decision was changed, revoked or declared unlawful or void")
        case "expired": say("公示期届满", "the time for which it is shown has passed")
        case "repaired": say("信用已修复", "the credit entry was repaired")
        case "personal": say("含有不应公开的个人信息", "it held personal data")
        case "mistaken": say("公开有误", "it was published by mistake")
        case "replaced": say("已由新的内容代替", "a new version has taken its place")
        default: say("依法不再公开", "by law it is public no longer")
        }
    }

    /// 公开的依据文本里仍有：…
    public func stillPersonal(_ found: [String]) -> String {
        say(
            "公开文本里还有 \(found.count) 处个人信息：\(list(found.map(quoted)))。请用 [[ ]] 标出遮盖，或者改写以后再提交。",
            "The text still holds \(plural(found.count, "personal value")): \(list(found.map(quoted))). Mark them with [[ ]] or rewrite, then try again."
        )
    }

    public func publicationRefusal(_ name: String, limit: Int = 0) -> String {
        switch name {
        case "notAllowed": say("您没有办理公开的权限。由经办、负责人或者统筹办理。", "You may not publish this record; a clerk, head or coordinator does.")
        case "notFit": say("这一件现在的状态不能公开。", "In its present state this record cannot be public.")
        case "samePerson":
            say("提交人不能自己放行。请由另一个人核对。", "Whoever proposed it cannot release it. Another person has to check it.")
        case "changedMeanwhile":
            say("打开页面以后有人办理过。请看过现在的情况再办。", "Somebody has acted since the page was opened. Please look again.")
        case "textMissing": say("还没有公开文本。请先选一份文书或者填写。", "There is no text yet. Choose a document or write one.")
        case "textTooLong": say("公开文本至多 \(limit) 字。", "The text may have at most \(number(limit)) characters.")
        case "alreadyPublic": say("这一件已经公开。", "It is public already.")
        case "notPublic": say("这一件没有公开，不用撤下。", "It is not public and need not be withdrawn.")
        case "untilPassed":
            say("“公示至”不能早于今天；没有期限的不填。", "“Shown until” cannot lie in the past; leave it empty where there is no end.")
        case "noteTooLong": say("说明至多 \(limit) 字。", "The note may have at most \(number(limit)) characters.")
        default: say("没有这一件，或者它不能公开。", "There is no such record, or it is not one that is published.")
        }
    }

    /// <3
    public func below(_ least: Int) -> String { "<\(least)" }

    /// 共 12 件
    public func items(_ count: Int) -> String { say("共 \(number(count)) 件", plural(count, "item")) }

    public func withdrawnItems(_ count: Int) -> String { say("已撤下 \(number(count)) 件", "\(plural(count, "item")) withdrawn") }

    /// 锦州高新区法治政府建设公开
    public func openTitle(_ district: String) -> String {
        say("\(district)法治政府建设公开", "\(district): rule-of-law government, in the open")
    }

    public func publicFrom(_ day: String) -> String { say("公开日期 \(day)", "published \(day)") }
    public func withdrawnOn(_ day: String, reason: String) -> String { say("\(day) 撤下：\(reason)", "withdrawn \(day): \(reason)") }
}

/// Notices, the addresses they go out to, and the calendar.
public enum NoticeText: InterfaceText {
    case notices
    case sub
    case unread
    case read
    case markRead
    case markAll
    case none
    case kinds
    case kindsSub
    case saveKinds
    case saved
    case what
    case when
    case dueOn
    case webhooks
    case webhooksSub
    case address
    case addressHint
    case takes
    case takesHint
    case add
    case added
    case secret
    case secretNote
    case notAnAddress
    case tooMany
    case paused
    case running
    case pause
    case resume
    case remove
    case test
    case tested
    case deliveries
    case noDeliveries
    case waiting
    case sent
    case givenUp
    case tries
    case answer
    case nextTry
    case allKinds
    case calendar
    case calendarSub
    case calendarOff
    case calendarOn
    case calendarMake
    case calendarRenew
    case calendarWithdraw
    case calendarShown
    case calendarWithdrawn
    case calendarName
    case handedOver
    case referred
    case sentBack
    case dueSoon
    case overdue
    case gateOpened
    case arrived
    case answered
    case asked
    case announced
    case testKind

    public var texts: (chinese: String, english: String) {
        switch self {
        case .notices: ("消息", "Notices")
        case .sub:
            (
                "交给本单位的记录、临近和超过的期限。消息里没有个人信息。",
                "Records that came to your unit, deadlines near and past. No notice carries a personal value."
            )
        case .unread: ("未读", "Unread")
        case .read: ("已读", "Read")
        case .markRead: ("标为已读", "Mark as read")
        case .markAll: ("全部标为已读", "Mark all as read")
        case .none: ("没有消息。", "No notices.")
        case .kinds: ("要收哪些消息", "What you are told")
        case .kindsSub: ("不勾选的种类不再显示，也不计数。", "A kind without a tick is neither shown nor counted.")
        case .saveKinds: ("保存", "Save")
        case .saved: ("已保存。", "Saved.")
        case .what: ("事项", "Matter")
        case .when: ("时间", "Time")
        case .dueOn: ("期限届满日", "Due day")
        case .webhooks: ("消息外送", "Outgoing notices")
        case .webhooksSub:
            (
                "消息可以送到本单位自己的短信或者即时通信网关。只送编号、台账、状态和日期。",
                "Notices can go out to your own gateways. Only number, register, state and days are sent."
            )
        case .address: ("网关地址", "Address of the gateway")
        case .addressHint: ("以 http:// 或者 https:// 开头", "Begins with http:// or https://")
        case .takes: ("外送的种类", "Kinds sent")
        case .takesHint: ("一个都不勾选，就全部外送", "With none ticked, all are sent")
        case .add: ("增加地址", "Add the address")
        case .added: ("地址已增加。", "The address is added.")
        case .secret: ("签名密钥", "Signing secret")
        case .secretNote: ("密钥只在这里显示一次，请现在交给网关的管理员。", "The secret is shown this once. Hand it to whoever runs the gateway now.")
        case .notAnAddress:
            (
                "这不是可以外送的地址。请写完整的 http:// 或者 https:// 地址，不要带用户名和密码。",
                "This is no address that can be sent to. Please write a whole http:// or https:// address without a name and password."
            )
        case .tooMany: ("外送地址已经到了上限，请先删去不用的。", "There are as many addresses as there may be. Please remove one first.")
        case .paused: ("已暂停", "Paused")
        case .running: ("外送中", "Running")
        case .pause: ("暂停", "Pause")
        case .resume: ("恢复", "Resume")
        case .remove: ("删去", "Remove")
        case .test: ("发一条测试消息", "Send a test message")
        case .tested: ("测试消息已排队，稍后刷新看结果。", "The test message waits to be sent. Reload to see what came of it.")
        case .deliveries: ("最近的外送", "Latest deliveries")
        case .noDeliveries: ("还没有外送过。", "Nothing has been sent yet.")
        case .waiting: ("等待", "Waiting")
        case .sent: ("已送达", "Received")
        case .givenUp: ("已放弃", "Given up")
        case .tries: ("次数", "Tries")
        case .answer: ("回答", "Answer")
        case .nextTry: ("下次", "Next try")
        case .allKinds: ("全部种类", "All kinds")
        case .calendar: ("日历订阅", "Calendar feed")
        case .calendarSub:
            (
                "用手机或者电脑的日历订阅，看到自己办的期限。地址等于密码，不要转给别人。",
                "Follow your due days in any calendar. The address is as good as a password; keep it to yourself."
            )
        case .calendarOff: ("还没有订阅地址。", "There is no address yet.")
        case .calendarOn: ("订阅地址生成于", "The address was made on")
        case .calendarMake: ("生成地址", "Make an address")
        case .calendarRenew: ("换一个地址", "Make a new address")
        case .calendarWithdraw: ("停用地址", "Withdraw the address")
        case .calendarShown: ("地址只显示这一次，请现在复制到日历里", "The address is shown this once; copy it into your calendar now")
        case .calendarWithdrawn: ("地址已停用。", "The address is withdrawn.")
        case .calendarName: ("准绳期限", "Zhunsheng due days")
        case .handedOver: ("交到本单位", "Handed to your unit")
        case .referred: ("关联事项转来", "Opened by a referral")
        case .sentBack: ("退回", "Sent back")
        case .dueSoon: ("期限临近", "Deadline near")
        case .overdue: ("已超期", "Overdue")
        case .gateOpened: ("前置条件已满足", "Gate open")
        case .arrived: ("收到新的来件", "Something came in")
        case .answered: ("已有答复", "Answered")
        case .asked: ("需要报送", "To be handed in")
        case .announced: ("发布", "Announced")
        case .testKind: ("测试", "Test")
        }
    }
}

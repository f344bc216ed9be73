/// Random draws: freezing a list, drawing, calling off, and what is published of it.
public enum DrawText: InterfaceText {
    case title
    case intro
    case none
    case panelNone
    case panelNote
    case number
    case kind
    case record
    case state
    case frozen
    case drawn
    case void
    case frozenAt
    case frozenBy
    case drawnAt
    case drawnBy
    case voidAt
    case voidBy
    case reason
    case reasonHint
    case fingerprint
    case fingerprintNote
    case rule
    case seed
    case seedSource
    case commitment
    case commitmentNote
    case notYet
    case seedDay
    case freeze
    case freezeTitle
    case freezeNote
    case list
    case people
    case candidate
    case label
    case part
    case exclusion
    case mayBeDrawn
    case leaveOut
    case itself
    case seedChoice
    case seedSystem
    case seedNamed
    case namedSource
    case namedSourceHint
    case namedDay
    case namedDayHint
    case draw
    case drawNote
    case drawTitle
    case seedInput
    case seedInputHint
    case result
    case order
    case sent
    case callOff
    case callOffNote
    case callOffTitle
    case verifyTitle
    case verifyNote
    case download
    case command
    case doneFrozen
    case doneDrawn
    case doneVoid
    case frozenAct
    case drawnAct
    case voidAct
    case basis

    public var texts: (chinese: String, english: String) {
        switch self {
        case .title: ("随机抽取", "Random draws")
        case .intro:
            (
                "名单先冻结、再抽取；谁都可以用公布的名单和种子重抽一遍。",
                "The list is frozen before it is drawn from; anybody can repeat a draw from the published list and seed."
            )
        case .none: ("还没有抽取。", "No draws yet.")
        case .panelNone: ("这一件还没有抽取。", "No draws of this record yet.")
        case .panelNote:
            ("名单冻结后再抽，只能抽一次；作废要写原因，记录不消失。", "A frozen list is drawn from once; a draw that is called off stays to be seen.")
        case .number: ("抽取编号", "Draw")
        case .kind: ("抽取事项", "What is drawn")
        case .record: ("所属记录", "Record")
        case .state: ("状态", "State")
        case .frozen: ("已冻结，待抽取", "frozen, not drawn")
        case .drawn: ("已抽取", "drawn")
        case .void: ("已作废", "called off")
        case .frozenAt: ("名单冻结时间", "List frozen at")
        case .frozenBy: ("冻结人", "Frozen by")
        case .drawnAt: ("抽取时间", "Drawn at")
        case .drawnBy: ("抽取人", "Drawn by")
        case .voidAt: ("作废时间", "Called off at")
        case .voidBy: ("作废人", "Called off by")
        case .reason: ("作废原因", "Reason")
        case .reasonHint: ("写明为什么作废；原因会留在记录里", "Say why; the reason stays in the log")
        case .fingerprint: ("名单指纹（SHA-256）", "Fingerprint of the list (SHA-256)")
        case .fingerprintNote: ("名单改一个字，指纹就不同。", "Any change to the list gives another fingerprint.")
        case .rule: ("抽取规则", "Rule")
        case .seed: ("种子", "Seed")
        case .seedSource: ("种子来源", "Source of the seed")
        case .commitment: ("种子的承诺（SHA-256）", "Commitment to the seed (SHA-256)")
        case .commitmentNote:
            ("种子在冻结名单时已经定下并封存，抽取时公布。", "The seed was fixed and sealed with the list, and is published when it is drawn.")
        case .notYet: ("抽取时公布", "published with the draw")
        case .seedDay: ("种子公布日期", "Seed known on")
        case .freeze: ("冻结名单", "Freeze the list")
        case .freezeTitle: ("冻结抽取名单", "Freeze the list of a draw")
        case .freezeNote:
            (
                "请核对名单和排除原因。冻结以后名单不能再改，只能抽取或者作废。",
                "Check the list and the reasons for leaving anything out. A frozen list cannot be changed, only drawn from or called off."
            )
        case .list: ("抽取名单", "List")
        case .people: ("人员名单", "People")
        case .candidate: ("编号", "Number")
        case .label: ("说明", "What it is")
        case .part: ("分组", "Part")
        case .exclusion: ("是否排除", "Left out")
        case .mayBeDrawn: ("参加抽取", "may be drawn")
        case .leaveOut: ("排除原因", "Reason for leaving out")
        case .itself: ("系统排除", "left out by the system")
        case .seedChoice: ("种子从哪里来", "Where the seed comes from")
        case .seedSystem:
            ("系统随机数：现在封存，公布承诺，抽取时公开", "Made by the system: sealed now with a published commitment, opened at the draw")
        case .seedNamed: ("公开的数字：以后某一天公布的开奖号码等", "A public number made known on a later day, such as a lottery’s")
        case .namedSource: ("哪一个公开数字", "Which public number")
        case .namedSourceHint:
            ("如：某日某彩种第几期开奖号码；用系统随机数的不填", "Such as: the winning numbers of a named lottery; leave empty for a seed of the system")
        case .namedDay: ("公布日期", "Known on")
        case .namedDayHint: ("晚于今天，如 2022-01-20", "Later than today, such as 2022-01-20")
        case .draw: ("抽取", "Draw")
        case .drawNote: ("按下以后立即抽取，结果写入记录，不能重来。", "Draws at once and writes the outcome into the record. It cannot be repeated.")
        case .drawTitle: ("抽取", "Draw")
        case .seedInput: ("公布的数字", "The number made known")
        case .seedInputHint: ("照原样填写", "Exactly as it was published")
        case .result: ("抽取结果", "Outcome")
        case .order: ("序号", "Item")
        case .sent: ("抽中人员", "People drawn")
        case .callOff: ("作废", "Call off")
        case .callOffNote:
            ("作废后抽入记录的行一并退出；已经有人填写的不能作废。", "The rows drawn leave the record; once somebody has worked on them the draw stands.")
        case .callOffTitle: ("作废这次抽取", "Call this draw off")
        case .verifyTitle: ("自己复核", "Check it yourself")
        case .verifyNote:
            (
                "下载抽取记录，在任何一台装有准绳的电脑上运行下面的命令，重抽结果应与这里一致。",
                "Download the record of the draw and run this command on any computer with zhunsheng: it draws again and compares."
            )
        case .download: ("下载抽取记录（JSON）", "Record of the draw (JSON)")
        case .command: ("命令", "Command")
        case .doneFrozen: ("名单已冻结。", "The list is frozen.")
        case .doneDrawn: ("已抽取，结果已写入记录。", "Drawn; the outcome is in the record.")
        case .doneVoid: ("已作废。", "Called off.")
        case .frozenAct: ("冻结抽取名单", "List of a draw frozen")
        case .drawnAct: ("随机抽取", "Drawn at random")
        case .voidAct: ("作废抽取", "Draw called off")
        case .basis: ("依据", "Basis")
        }
    }
}

/// Random draws on the open site.
public enum OpenDrawText: InterfaceText {
    case title
    case lead
    case none
    case all
    case unit
    case count
    case outcome
    case frozenNote
    case voidNote
    case list
    case listCut
    case howTitle
    case how
    case sameFile

    public var texts: (chinese: String, english: String) {
        switch self {
        case .title: ("随机抽取", "Random draws")
        case .lead:
            (
                "检查对象、检查人员和评查案卷怎样抽出来的：名单先冻结并公布指纹，种子随结果公布，谁都可以重抽一遍。",
                "How whom to inspect, who inspects and which files are reviewed is drawn: the list is frozen and its fingerprint published first, the seed with the outcome, and anybody can repeat it."
            )
        case .none: ("还没有公开的抽取。", "No draws are published yet.")
        case .all: ("全部抽取", "All draws")
        case .unit: ("组织单位", "Held by")
        case .count: ("名单", "List")
        case .outcome: ("抽取结果", "Outcome")
        case .frozenNote:
            ("名单已经冻结，还没有抽取。抽取以后这里公布种子和结果。", "The list is frozen and nothing is drawn yet. Seed and outcome will stand here.")
        case .voidNote:
            ("这次抽取已经作废，结果不用；记录留在这里备查。", "This draw was called off and its outcome is not used; it stays here to be checked.")
        case .list: ("抽取名单", "List")
        case .listCut: ("名单较长，这里列出前一部分；全部名单在抽取记录里。", "The list is long and is shown in part; the record has all of it.")
        case .howTitle: ("怎样自己复核", "How to check it yourself")
        case .how:
            (
                "下载抽取记录，在任何一台装有准绳的电脑上运行下面的命令。程序用公布的名单和种子重抽一遍，并核对名单指纹和种子的承诺；名单或者结果改过一个字都会指出来。",
                "Download the record and run this command on any computer with zhunsheng. It draws again from the published list and seed, and checks the fingerprint of the list and the commitment to the seed: it names any change of a single character."
            )
        case .sameFile:
            (
                "公布的种子的 SHA-256 应当等于冻结名单时公布的承诺。",
                "The SHA-256 of the published seed is the commitment that was published with the frozen list."
            )
        }
    }
}

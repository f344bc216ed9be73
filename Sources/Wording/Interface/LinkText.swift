/// Records that belong together, gates before a move, and the units that had a record.
public enum LinkText: InterfaceText {
    case related
    case opened
    case openedBy
    case gates
    case gateOpen
    case gateClosed
    case owners
    case handedOn
    case handedOnTitle
    case handedOnNote
    case handedOnList
    case nothingHandedOn
    case openedThere
    case noUnitToHandTo
    case setByOffice

    public var texts: (chinese: String, english: String) {
        switch self {
        case .related: ("关联事项", "Related matters")
        case .opened: ("由本事项转出", "Opened from here")
        case .openedBy: ("转来本事项", "Opened this one")
        case .gates: ("办理前须满足", "Needed first")
        case .gateOpen: ("已满足", "Met")
        case .gateClosed: ("未满足", "Not yet")
        case .owners: ("归属单位变动", "Units that had it")
        case .handedOn: ("移交日期", "Handed on")
        case .handedOnTitle: ("已移交其他单位", "Handed on to another unit")
        case .handedOnNote: ("本单位移交之后只能看到编号、现归属单位和状态。", "After handing it on, your unit sees number, unit and state only.")
        case .handedOnList: ("本单位移交的", "Handed on by us")
        case .nothingHandedOn: ("没有移交给其他单位的记录。", "Nothing was handed on.")
        case .openedThere: ("同时登记到", "Also registered in")
        case .setByOffice: ("交办时限", "Set by the office")
        case .noUnitToHandTo:
            ("没有可以移交的单位：已在最上一级，或者没有选择单位。", "There is no unit to hand it to: it is at the top, or none was chosen.")
        }
    }
}

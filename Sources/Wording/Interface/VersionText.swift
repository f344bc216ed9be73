/// Dated lists: the list as of a day, and the versions of an item.
public enum VersionText: InterfaceText {
    case asOf
    case versions
    case version
    case from
    case until
    case untilNow
    case madeBy
    case changed
    case listed

    public var texts: (chinese: String, english: String) {
        switch self {
        case .asOf: ("截至日期", "As of")
        case .versions: ("历次版本", "Versions")
        case .version: ("版本", "Version")
        case .from: ("自", "From")
        case .until: ("至", "Until")
        case .untilNow: ("现行", "in force")
        case .madeBy: ("办理", "Made by")
        case .changed: ("内容", "Contents")
        case .listed: ("列入", "Listed")
        }
    }
}

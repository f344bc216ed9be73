/// What the command line prints between its tables.
public enum CommandText: InterfaceText {
    case noProblems
    case usage
    case example
    case address
    case accounts
    case password
    case stopHint
    case started
    case nothingToMigrate
    case migrated
    case logWhole
    case logBroken
    case reproduced
    case explained
    case notCounted
    case missing
    case versions
    case inForce
    case length
    case extendAtMost
    case sense
    case noDatabase
    case noCatalogue

    public var texts: (chinese: String, english: String) {
        switch self {
        case .noProblems: ("没有发现问题。", "No problems found.")
        case .usage: ("用法", "Usage")
        case .example: ("示例", "Example")
        case .address: ("地址", "Address")
        case .accounts: ("账号", "Accounts")
        case .password: ("密码", "Password")
        case .stopHint: ("按 Ctrl + C 停止。", "Press Ctrl + C to stop.")
        case .started: ("已启动", "Started")
        case .nothingToMigrate: ("数据库已与台账定义一致，不用改动。", "The database already fits the catalogue; nothing to do.")
        case .migrated: ("数据库已更新。", "The database is brought up to date.")
        case .logWhole: ("日志链完整。", "The log’s chain is whole.")
        case .logBroken: ("日志链断裂", "The log’s chain is broken")
        case .reproduced: ("一致", "reproduced")
        case .explained: ("有说明", "explained")
        case .notCounted: ("不计数", "not counted")
        case .missing: ("缺", "missing")
        case .versions: ("版本", "Versions")
        case .inForce: ("施行", "In force")
        case .length: ("期限", "Length")
        case .extendAtMost: ("延长", "Extension")
        case .sense: ("性质", "Sense")
        case .noDatabase:
            (
                "没有找到数据库。请用 --database 指明文件，或先运行 zhunsheng demo。",
                "There is no database. Name one with --database, or run zhunsheng demo first."
            )
        case .noCatalogue: ("没有找到台账定义。请用 --catalogue 指明文件夹。", "There is no catalogue. Name its folder with --catalogue.")
        }
    }
}

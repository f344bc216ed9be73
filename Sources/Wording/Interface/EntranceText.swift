/// Signing in.
public enum EntranceText: InterfaceText {
    case signIn
    case account
    case password
    case newPassword
    case repeatPassword
    case changePassword
    case forgotten
    case wrong
    case chooseDistrict
    case lockedOut
    case signedOut
    case sessionEnded
    case mustChange
    case demoAccounts
    case actingAs
    case enter

    public var texts: (chinese: String, english: String) {
        switch self {
        case .signIn: ("登录", "Sign in")
        case .account: ("账号", "Account")
        case .password: ("密码", "Password")
        case .newPassword: ("新密码", "New password")
        case .repeatPassword: ("再输一遍新密码", "New password again")
        case .changePassword: ("修改密码", "Change password")
        case .forgotten:
            (
                "忘记密码，请找本单位管理员。连续输错五次，锁定十五分钟。",
                "If you have forgotten your password, ask your unit’s administrator. After five wrong tries the account is locked for fifteen minutes."
            )
        case .wrong: ("账号或密码不对。请核对大小写后重试。", "Account or password is wrong. Please check and try again.")
        case .chooseDistrict: ("请先选择地区。", "Please choose the district first.")
        case .lockedOut:
            (
                "连续输错多次，账号暂时锁定。请十五分钟后再试，或找本单位管理员。",
                "Too many wrong tries; the account is locked for a while. Try again in fifteen minutes, or ask your unit’s administrator."
            )
        case .signedOut: ("已退出。", "You have signed out.")
        case .sessionEnded:
            (
                "登录已过期，请重新登录。刚才填的内容没有保存。",
                "Your session has ended. Please sign in again; what you had just typed was not saved."
            )
        case .mustChange: ("第一次登录，请先修改密码。", "Please change your password before you go on.")
        case .demoAccounts: ("演示账号", "Demonstration accounts")
        case .actingAs: ("身份", "As")
        case .enter: ("进入", "Enter")
        }
    }
}

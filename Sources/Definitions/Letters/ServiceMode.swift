/// How a letter is served: the ways of the Civil Procedure Law, which administrative law follows (行政处罚法#61, 行政复议法#88).
public enum ServiceMode: String, Sendable, CaseIterable {
    /// 直接送达
    case direct
    /// 留置送达
    case left
    /// 邮寄送达
    case post
    /// 电子送达
    case electronic
    /// 委托送达
    case entrusted
    /// 转交送达
    case passedOn = "through_unit"
    /// 公告送达
    case publicNotice = "public_notice"
}

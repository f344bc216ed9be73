/// A role of the closed list in `roles.yaml`; the roles that the policy has rules for stand here by name.
public struct Role: RawRepresentable, Hashable, Comparable, Sendable, Codable, ExpressibleByStringLiteral, CustomStringConvertible
{
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }

    /// 经办: enters and moves the matters of the own unit.
    public static let clerk: Role = "clerk"
    /// 负责人: approves, reads the unit's figures.
    public static let head: Role = "head"
    /// 统筹: the district's rule-of-law office.
    public static let coordinator: Role = "coordinator"
    /// 领导 of the district.
    public static let leader: Role = "leader"
    /// 督察, 评查.
    public static let reviewer: Role = "reviewer"
    /// 人民调解员.
    public static let mediator: Role = "mediator"
    /// 考务: has no rights but those which a register gives it.
    public static let examiner: Role = "examiner"
    /// 系统管理员: accounts and catalogue.
    public static let systemAdministrator: Role = "system_administrator"
    /// 安全管理员: roles and keys.
    public static let securityAdministrator: Role = "security_administrator"
    /// 审计管理员: the log.
    public static let auditAdministrator: Role = "audit_administrator"

    /// The three that must be three people (GB/T 22239-2019, 8.1).
    public static let administrators: Set<Role> = [.systemAdministrator, .securityAdministrator, .auditAdministrator]

    public var description: String { rawValue }
    public static func < (first: Role, second: Role) -> Bool { first.rawValue < second.rawValue }
}

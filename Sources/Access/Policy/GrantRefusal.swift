import LegalTime

/// Why a grant is not given.
public enum GrantRefusal: Hashable, Sendable {
    /// `roles.yaml` has no such role.
    case roleUnknown(Role)
    /// The tree has no such unit, or not yet and no longer within the grant's days.
    case unitUnknown(String)
    /// It would end before it starts.
    case endsBeforeStart(from: Day, until: Day)
    /// The account holds another of the three administrations in the same days; they are three people.
    case secondAdministration(held: Role, asked: Role)
    /// An administrator holds no role in the registers, and who holds one is no administrator in the same days.
    case administrationBesideOffice(held: Role, asked: Role)
}

/// What can be done with the records of a register.
public enum Act: String, Hashable, Sendable, CaseIterable {
    case read
    /// Open a new record.
    case register
    /// Change fields of a record.
    case edit
    /// Move a record from state to state, as far as the transition takes one of the account's roles.
    case move
    /// Change what was final, with a reason.
    case correct
    case attach
    case export
    /// See the earlier values of a record and who changed them.
    case history
}

/// What an account sees of the personal fields of a record.
public enum PersonalSight: Hashable, Sendable {
    /// Not even that the record is there.
    case hidden
    case masked
    case clear
}

/// What one of the three administrators looks after.
public enum AdministrativeArea: String, Hashable, Sendable, CaseIterable {
    case accounts
    case catalogue
    case roles
    case keys
    case log
}

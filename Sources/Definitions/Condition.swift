import LegalTime

/// A condition as structure, never a string to be parsed. Each case has a Chinese and an English sentence (Wording).
public indirect enum Condition: Sendable, Equatable {
    /// `{}`
    case always
    /// Several keys of one mapping, or `all_of`.
    case all([Condition])
    case any([Condition])
    case not(Condition)
    /// A test on a field; on `rows.field` it holds when some row passes.
    case field(FieldPath, FieldTest)
    /// The record stands in one of these states.
    case state([String])
    /// The record has entered one of these states at some time (by its move stamps, up to the cut-off).
    case ever([String])
    /// A deadline of the register has one of these statuses at the cut-off.
    case deadline(String, [ClockStatus])
}

/// A test on the value of one field.
public indirect enum FieldTest: Sendable, Equatable {
    /// Any of these; `unset` in the list is `orUnset`.
    case oneOf([Constant], orUnset: Bool)
    /// The code belongs to one of these groups of its list.
    case group([String])
    case isSet
    case isUnset
    case before(DayBound)
    case after(DayBound)
    case atLeast(Constant)
    case atMost(Constant)
    case not(FieldTest)
}

/// A constant in a definition.
public enum Constant: Sendable, Equatable, Hashable {
    case text(String)
    case integer(Int64)
    case bool(Bool)
    case day(Day)
    /// A value left to the place, in the units of the field it is compared with (money in fen).
    case parameter(ParameterUse, amount: Int64)
}

/// The other side of a comparison of dates.
public enum DayBound: Sendable, Equatable, Hashable {
    case day(Day)
    /// Another date field of the same record.
    case field(String)
}

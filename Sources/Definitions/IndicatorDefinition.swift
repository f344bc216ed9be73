import LegalTime

/// A declared figure: numerator, denominator, and what places a record in a period.
public struct IndicatorDefinition: Sendable, Equatable {
    public var name: String
    public var label: String
    /// 件, 人, %, 万元 …
    public var unit: String
    public var decimals: Int
    /// The value is divided by this before it is shown (10000 for 万元; money counts in fen and is brought to yuan first).
    public var scale: Int64
    /// Hand-written remark beside the generated counting rule.
    public var note: String?
    public var measure: Measure
    public var validity: Validity
    public var basis: LegalBasis?
    public var place: SourcePlace

    public init(name: String, label: String, unit: String, measure: Measure, place: SourcePlace) {
        self.name = name
        self.label = label
        self.unit = unit
        self.decimals = 0
        self.scale = 1
        self.note = nil
        self.measure = measure
        self.validity = .always
        self.basis = nil
        self.place = place
    }
}

/// What is computed. All forms of design §3.4.
public indirect enum Measure: Sendable, Equatable {
    case simple(SimpleMeasure)
    /// Sum of several measures.
    case total([Measure])
    /// Numerator over denominator; a zero denominator prints "—".
    case ratio(of: Measure, over: Measure)
    /// Change of another measure against the period before.
    case change(of: Measure, as: ChangeForm)
    /// Another indicator, of this register (nil) or of another one.
    case indicator(register: String?, name: String)
}

public enum ChangeForm: String, Sendable, CaseIterable {
    /// This period minus the one before.
    case difference
    /// Growth in per cent.
    case percent
    /// Difference of two percentages, in percentage points.
    case points
}

/// One aggregate over the records of a register (or over their child rows).
public struct SimpleMeasure: Sendable, Equatable {
    public var subject: MeasureSubject
    public var aggregate: Aggregate
    public var condition: Condition
    public var placement: Placement
    /// Whether what came about after the period is seen: it tells of a time that is only written down afterwards.
    public var seesLater = false

    public init(subject: MeasureSubject = .records, aggregate: Aggregate, condition: Condition, placement: Placement) {
        self.subject = subject
        self.aggregate = aggregate
        self.condition = condition
        self.placement = placement
    }
}

public enum Aggregate: Sendable, Equatable {
    case count
    /// Distinct values of a field, of a child row's field, or of `owner` (the owning unit).
    case countDistinct(FieldPath)
    case sum(FieldPath)
    case mean(Quantity)
    case max(Quantity)
}

/// What a mean or a maximum is taken of.
public enum Quantity: Sendable, Equatable {
    case field(FieldPath)
    /// Days from one date field to another; calendar days.
    /// Of a counted row both are `rows.field`.
    case daysBetween(String, String)
}

/// What places a record in a period.
public enum Placement: Sendable, Equatable {
    /// The period in which the event happened; for a stamp, the first entry into one of the states.
    case event(EventReference)
    /// Stock as of the period's last day: from ≤ day and (until unset or until > day).
    case stock(from: String, until: String?)
    /// The day of the counted act.
    case act
}

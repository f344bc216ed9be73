import Definitions
import LegalTime

/// What a reckoning is about, as far as its sentences need it.
public struct ReckonedPeriod: Sendable, Hashable {
    public var term: Term
    public var sense: Sense
    /// What sets the period going, or the event it is counted back from: the label of a date field, such as 受理日期.
    public var startLabel: String?
    /// What the trade calls its pauses: 中止, 补正; nil for the usual word.
    public var pauseLabel: String?

    public init(term: Term, sense: Sense = .atMost, startLabel: String? = nil, pauseLabel: String? = nil) {
        self.term = term
        self.sense = sense
        self.startLabel = startLabel
        self.pauseLabel = pauseLabel
    }
}

extension Wording {
    /// The period of a register's deadline under one version of its clock.
    public func reckonedPeriod(of deadline: DeadlineDefinition, version: ClockVersion, in register: RegisterDefinition)
        -> ReckonedPeriod
    {
        let start: String? =
            switch deadline.starts {
            case .field(let name):
                deadline.forEach.flatMap { register.field($0)?.fields.first { $0.name == name } } != nil
                    ? label(ofField: "\(deadline.forEach ?? "").\(name)", in: register) : label(ofField: name, in: register)
            case .entered(let states): states.first.map { label(ofState: $0, in: register) }
            }
        return ReckonedPeriod(
            term: version.term, sense: version.sense, startLabel: start,
            pauseLabel: deadline.pauses.map { label(ofField: $0, in: register) })
    }
}

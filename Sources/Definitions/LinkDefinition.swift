/// Referral (对接流转): a move that registers a record in another register, in the same act.
public struct ReferralDefinition: Sendable, Equatable {
    public var register: String
    /// The reference field of this register that takes the new record; in one that holds several the new one comes last.
    public var link: String
    /// The reference field of the other register that takes this record; nil: the link goes one way.
    public var back: String?
    /// Fields of the other register that are filled from here, in order.
    public var set: [Setting]
    /// Fields of the other register, tables too, that whoever makes the move is asked for.
    public var ask: [String]
    /// Only then is a record opened; else the move is made without.
    public var when: Condition

    public struct Setting: Sendable, Equatable {
        public var target: String
        public var source: Source
        public init(target: String, source: Source) {
            self.target = target
            self.source = source
        }
    }

    public enum Source: Sendable, Equatable {
        case field(String)
        /// As it would be typed: a code, a unit's id, a text.
        case constant(String)
        /// The day of the move.
        case today
    }

    public init(register: String, link: String, back: String?, set: [Setting], ask: [String], when: Condition = .always) {
        self.register = register
        self.link = link
        self.back = back
        self.set = set
        self.ask = ask
        self.when = when
    }
}

/// A move that hands the record to another unit: escalation, return, hand-over.
public enum OwnerChange: Sendable, Equatable {
    /// The unit above the owner's in the tree.
    case parent
    /// The unit that had it before.
    case previous
    /// The district's own.
    case root
    /// The unit in a field.
    case field(String)
}

/// A gate (关口): a move waits for another record or step.
public struct GateDefinition: Sendable, Equatable {
    public var name: String
    public var label: String
    public var english: String?
    public var basis: LegalBasis?
    /// The records that the gate is for.
    public var when: Condition
    public var need: GateNeed
    /// Set when an overlay of a district added it.
    public var overlay: String?
    public var place: SourcePlace

    public init(
        name: String, label: String, english: String? = nil, basis: LegalBasis?, when: Condition, need: GateNeed,
        place: SourcePlace
    ) {
        self.name = name
        self.label = label
        self.english = english
        self.basis = basis
        self.when = when
        self.need = need
        self.overlay = nil
        self.place = place
    }
}

/// What opens a gate.
public enum GateNeed: Sendable, Equatable {
    /// The record that a field refers to stands in one of these states and has these codes.
    case reference(field: String, states: [String], having: [String: [String]])
    /// Some record of another register, whose field refers to this one, does.
    case linked(register: String, by: String, states: [String], having: [String: [String]])
    /// All of these moves were made, and by at least so many different people.
    case moves([String], persons: Int)
    /// A rows field has at least so many rows.
    case rows(field: String, atLeast: Int)
    /// These fields are set.
    case fields([String])
}

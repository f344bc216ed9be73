/// What the public may hand in (网上申请) into a register without logging in, and what of it they may follow.
public struct PublicRequestDefinition: Sendable, Equatable {
    public var name: String
    public var label: String
    public var english: String
    /// What there is to know before filling in.
    public var intro: String
    public var introEnglish: String?
    /// What the public fills in, in order.
    public var fields: [Field]
    /// What is filled in without them.
    public var set: [Setting]
    /// The unit that gets it is the one that keeps the register; else the owner's field is among `fields`.
    public var goesToOffice: Bool
    /// What the sender agrees to; nil asks for nothing.
    public var consent: String?
    public var consentEnglish: String?
    /// The states in words for the sender; a state that is not named shows as the one before it.
    public var shows: [Shown]
    /// The deadlines whose due day the sender may see.
    public var clocks: [String]
    public var answers: Answers
    /// The states in which the sender may add a text and a file, once each time the state is entered.
    public var supplement: [String]
    public var place: SourcePlace

    /// A field by path, `rows.child` inside a rows field.
    public struct Field: Sendable, Equatable {
        public var path: FieldPath
        public var hint: String?
        public var english: String?
        /// The public has to fill it in where the register does not ask for it.
        public var isRequired: Bool
        public init(path: FieldPath, hint: String? = nil, english: String? = nil, isRequired: Bool = false) {
            self.path = path
            self.hint = hint
            self.english = english
            self.isRequired = isRequired
        }
    }

    public struct Setting: Sendable, Equatable {
        public var target: FieldPath
        public var source: Source
        public init(target: FieldPath, source: Source) {
            self.target = target
            self.source = source
        }
    }

    public enum Source: Sendable, Equatable {
        /// As it would be typed.
        case constant(String)
        /// Row by row; the last one stands for all further rows.
        case rows([String])
        /// The day of receipt.
        case today
        /// The minute of receipt.
        case now
        /// What was given in another field.
        case field(String)
    }

    /// A state in words for the sender.
    public struct Shown: Sendable, Equatable {
        public var states: [String]
        public var label: String
        public var english: String
        public init(states: [String], label: String, english: String) {
            self.states = states
            self.label = label
            self.english = english
        }
    }

    /// What the sender may fetch with the code, and from which states on.
    public struct Answers: Sendable, Equatable {
        public var letters: [String]
        public var fields: [String]
        /// The record has passed one of these.
        public var after: [String]
        public init(letters: [String] = [], fields: [String] = [], after: [String] = []) {
            self.letters = letters
            self.fields = fields
            self.after = after
        }
    }

    public init(
        name: String, label: String, english: String, intro: String, introEnglish: String? = nil, fields: [Field], set: [Setting],
        goesToOffice: Bool = false, consent: String? = nil, consentEnglish: String? = nil, shows: [Shown], clocks: [String] = [],
        answers: Answers = Answers(), supplement: [String] = [], place: SourcePlace
    ) {
        self.name = name
        self.label = label
        self.english = english
        self.intro = intro
        self.introEnglish = introEnglish
        self.fields = fields
        self.set = set
        self.goesToOffice = goesToOffice
        self.consent = consent
        self.consentEnglish = consentEnglish
        self.shows = shows
        self.clocks = clocks
        self.answers = answers
        self.supplement = supplement
        self.place = place
    }

    /// The words for a state; nil where it shows as the state before it.
    public func shown(_ state: String) -> Shown? { shows.first { $0.states.contains(state) } }
}

extension PublicRequestDefinition {
    var canonical: CanonicalValue {
        let fetched: CanonicalValue = .given([
            ("letters", answers.letters.isEmpty ? nil : .texts(answers.letters)),
            ("fields", answers.fields.isEmpty ? nil : .texts(answers.fields)), ("after", .texts(answers.after)),
        ])
        return .given([
            ("name", .text(name)), ("label", .text(label)), ("english", .text(english)), ("intro", .text(intro)),
            ("intro_english", introEnglish.map { .text($0) }), ("fields", .list(fields.map(\.canonical))),
            ("set", set.isEmpty ? nil : .map(set.map { ($0.target.description, $0.source.canonical) })),
            ("unit", goesToOffice ? .text("office") : nil), ("consent", consent.map { .text($0) }),
            ("consent_english", consentEnglish.map { .text($0) }), ("shows", .list(shows.map(\.canonical))),
            ("clocks", clocks.isEmpty ? nil : .texts(clocks)), ("answers", answers == Answers() ? nil : fetched),
            ("supplement", supplement.isEmpty ? nil : .texts(supplement)),
        ])
    }
}

extension PublicRequestDefinition.Field {
    fileprivate var canonical: CanonicalValue {
        guard hint != nil || english != nil || isRequired else { return .text(path.description) }
        return .given([
            ("field", .text(path.description)), ("hint", hint.map { .text($0) }), ("english", english.map { .text($0) }),
            ("required", isRequired ? .bool(true) : nil),
        ])
    }
}

extension PublicRequestDefinition.Source {
    fileprivate var canonical: CanonicalValue {
        switch self {
        case .constant(let text): .map([("value", .text(text))])
        case .rows(let texts): .map([("rows", .texts(texts))])
        case .today: .text("today")
        case .now: .text("now")
        case .field(let name): .map([("field", .text(name))])
        }
    }
}

extension PublicRequestDefinition.Shown {
    fileprivate var canonical: CanonicalValue {
        .map([("state", .texts(states)), ("label", .text(label)), ("english", .text(english))])
    }
}

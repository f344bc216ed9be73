/// A random draw (随机抽取) into the rows of a record: what is drawn from, how many, who is sent, who may be left out and why.
public struct DrawDefinition: Sendable, Equatable {
    public var name: String
    public var label: String
    public var english: String
    /// It is made while the record stands in one of these states …
    public var states: [String]
    /// … or once one of these moves has been made; both empty: until the record ends.
    public var moves: [String]
    public var roles: [String]
    /// Only records for which this holds have the draw.
    public var when: Condition
    /// The rows field that takes what is drawn, a row each.
    public var into: String
    public var source: Source
    public var size: Size
    /// So many of each part of the list: by this field of what is drawn from.
    public var strata: String?
    /// The people who are drawn for each thing; nil: none are.
    public var people: People?
    /// How a drawn row is filled, in order.
    public var set: [Setting]
    /// Fields of the record that the draw fills, in order.
    public var fill: [Filling]
    public var exclusions: [Exclusion]
    public var basis: [LegalBasis]
    /// The open site shows it to everybody.
    public var isPublished: Bool
    /// Set when an overlay of a district added it.
    public var overlay: String?
    public var place: SourcePlace

    public init(
        name: String, label: String, english: String, roles: [String], into: String, source: Source, size: Size,
        place: SourcePlace
    ) {
        self.name = name
        self.label = label
        self.english = english
        self.states = []
        self.moves = []
        self.roles = roles
        self.when = .always
        self.into = into
        self.source = source
        self.size = size
        self.strata = nil
        self.people = nil
        self.set = []
        self.fill = []
        self.exclusions = []
        self.basis = []
        self.isPublished = false
        self.overlay = nil
        self.place = place
    }

    /// What a list is made of.
    public enum Source: Sendable, Equatable {
        case register(RegisterSource)
        /// Units of these kinds.
        case units([String])
        /// Rows of the record itself; their key and what is shown of them.
        case rows(field: String, key: String, label: String?)
    }

    public struct RegisterSource: Sendable, Equatable {
        public var register: String
        public var condition: Condition
        /// A date field of that register within two dates of this record.
        public var period: String?
        public var since: String?
        public var until: String?
        /// What the list shows beside the number; nil: the owning unit.
        public var label: String?
        public var reach: Reach
        /// The condition in its canonical form: its constants are written in the units of that register's fields.
        public var conditionText: String?

        public init(register: String, condition: Condition = .always, reach: Reach = .scope) {
            self.register = register
            self.condition = condition
            self.period = nil
            self.since = nil
            self.until = nil
            self.label = nil
            self.reach = reach
            self.conditionText = nil
        }
    }

    /// Whose records are on the list.
    public enum Reach: String, Sendable, CaseIterable {
        /// Those that whoever freezes it may read.
        case scope
        /// Those of the record's own unit.
        case unit
        /// All of the district.
        case district
    }

    public enum Size: Sendable, Equatable {
        case fixed(Int)
        /// A whole-number field of the record.
        case field(String)
        case percent(Int)
    }

    public struct People: Sendable, Equatable {
        public var source: Source
        /// How many go to each.
        public var team: Int
        public init(source: Source, team: Int) {
            self.source = source
            self.team = team
        }
    }

    public struct Setting: Sendable, Equatable {
        public var target: String
        public var value: SettingValue
        public init(target: String, value: SettingValue) {
            self.target = target
            self.value = value
        }
    }

    public enum SettingValue: Sendable, Equatable {
        /// The record drawn.
        case reference
        case number
        case label
        case unit
        case stratum
        /// One of the people, counted from 1.
        case person(Int)
        /// A field of what is drawn from.
        case field(String)
        /// As it would be typed.
        case constant(String)
    }

    public struct Filling: Sendable, Equatable {
        public var target: String
        public var value: FillingValue
        public init(target: String, value: FillingValue) {
            self.target = target
            self.value = value
        }
    }

    public enum FillingValue: String, Sendable, CaseIterable {
        /// The day of the draw.
        case day
        /// The draw's own number.
        case number
        /// How many were on the list and could be drawn.
        case pool
        case drawn
    }

    public struct Exclusion: Sendable, Equatable {
        public var code: String
        public var label: String
        public var english: String
        public var target: Target
        /// Made by itself for whatever an earlier draw of this kind has drawn.
        public var drawn: Recurrence?
        public init(code: String, label: String, english: String, target: Target = .things, drawn: Recurrence? = nil) {
            self.code = code
            self.label = label
            self.english = english
            self.target = target
            self.drawn = drawn
        }

        public enum Target: String, Sendable, CaseIterable {
            case things
            case people
            case both
        }
        public enum Recurrence: String, Sendable, CaseIterable {
            /// In the same calendar year.
            case year
            case ever
        }
    }

    public func exclusion(_ code: String) -> Exclusion? { exclusions.first { $0.code == code } }
    /// The reasons for which somebody may leave out things, or people.
    public func exclusions(ofPeople: Bool) -> [Exclusion] {
        exclusions.filter { $0.target == .both || $0.target == (ofPeople ? .people : .things) }
    }

    /// The English labels of the draw and of its reasons, by path.
    func englishLabels(in register: String) -> [String: String] {
        var labels = ["\(register)/draws/\(name)": english]
        for exclusion in exclusions { labels["\(register)/draws/\(name)/exclude/\(exclusion.code)"] = exclusion.english }
        return labels
    }
}

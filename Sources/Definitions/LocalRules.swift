import LegalTime

/// What a district has settled about values of the law: versions of clocks confirmed or replaced with a source, and its values of
/// the parameters. Stands in `districts/<name>/local.yaml` and in the overlay document of an office.
public struct LocalRules: Sendable, Equatable {
    public var versions: [LocalVersion]
    public var parameters: [String: LocalValue]

    public init(versions: [LocalVersion] = [], parameters: [String: LocalValue] = [:]) {
        self.versions = versions
        self.parameters = parameters
    }

    public static let none = LocalRules()

    public var isEmpty: Bool { versions.isEmpty && parameters.isEmpty }

    public func version(of clock: String, from: Day) -> LocalVersion? {
        versions.first { $0.clock == clock && $0.from == from }
    }

    /// With one version settled anew.
    public func setting(_ version: LocalVersion) -> LocalRules {
        var copy = withdrawing(version.clock, from: version.from)
        copy.versions.append(version)
        copy.versions.sort { ($0.clock, $0.from) < ($1.clock, $1.from) }
        return copy
    }

    public func withdrawing(_ clock: String, from: Day) -> LocalRules {
        var copy = self
        copy.versions.removeAll { $0.clock == clock && $0.from == from }
        return copy
    }
}

/// One version of a clock as a district has confirmed it, or replaced its value.
public struct LocalVersion: Sendable, Equatable {
    public var clock: String
    /// The `from` of the version, which names it.
    public var from: Day
    public var article: String
    public var term: Term
    /// The text that says so.
    public var source: String
    public var confirmedOn: Day?
    public init(clock: String, from: Day, article: String, term: Term, source: String, confirmedOn: Day? = nil) {
        self.clock = clock
        self.from = from
        self.article = article
        self.term = term
        self.source = source
        self.confirmedOn = confirmedOn
    }
}

/// The value of a version as the law file says it, where a district has settled another or confirmed it.
public struct WrittenValue: Sendable, Equatable {
    public var article: String
    public var term: Term
    public var isUnsure: Bool
}

/// Whether a value may stand in the place of a version's own.
public enum ReplacementVerdict: Sendable, Hashable {
    case accepted
    /// A length for a day of the year, or clock time for days.
    case otherKind
    /// A confirmed statutory value may only be tightened; lengths of different units cannot be compared.
    case loosens
    /// The length comes from a parameter, and is set there.
    case fromParameter
}

extension ClockVersion {
    /// The value of the law file, whatever the district has settled.
    public var asWritten: WrittenValue { written ?? WrittenValue(article: article, term: term, isUnsure: isUnsure) }

    /// Unsure values, and those that no law makes mandatory, may be replaced either way; a confirmed mandatory one only tightened.
    public func verdict(on term: Term) -> ReplacementVerdict {
        guard parameter == nil else { return .fromParameter }
        let own = asWritten
        switch (own.term, term) {
        case (.length(let old), .length(let new)) where old.isClockTime == new.isClockTime: break
        case (.on, .on): break
        default: return .otherKind
        }
        return own.isUnsure || force != .mandatory || term.isAtLeastAsTight(as: own.term, sense) ? .accepted : .loosens
    }

    func settling(_ local: LocalVersion) -> ClockVersion {
        var copy = self
        copy.written = asWritten
        copy.article = local.article
        copy.term = local.term
        copy.isUnsure = false
        copy.settled = local
        return copy
    }
}

extension Term {
    fileprivate func isAtLeastAsTight(as other: Term, _ sense: Sense) -> Bool {
        switch (self, other) {
        case (.on(let new), .on(let old)): new <= old
        case (.length(let new), .length(let old)):
            new.unit == old.unit && (sense == .atMost ? new.amount <= old.amount : new.amount >= old.amount)
        default: false
        }
    }
}

extension Catalogue {
    /// The catalogue of a district with further rules of its own laid over it.
    ///
    /// A rule for a version that is not there any more is left out, and so is one that the version does not accept.
    public func laying(_ rules: LocalRules) -> Catalogue {
        var copy = resolved(with: localValues.merging(rules.parameters.filter { parameter($0.key) != nil }) { _, new in new })
        guard !rules.versions.isEmpty else { return copy }
        let settled = Dictionary(grouping: rules.versions, by: \.clock)
        copy.laws = copy.laws.map { law in
            var law = law
            for index in law.clocks.indices {
                for rule in settled[law.clocks[index].name] ?? [] {
                    guard let place = law.clocks[index].versions.firstIndex(where: { $0.from == rule.from }),
                        law.clocks[index].versions[place].verdict(on: rule.term) == .accepted
                    else { continue }
                    law.clocks[index].versions[place] = law.clocks[index].versions[place].settling(rule)
                }
            }
            return law
        }
        return copy
    }
}

import Definitions
import LegalTime

/// What an administrator settles about values of the law, or takes back.
public enum LocalRuleChange: Sendable, Equatable {
    /// A version is confirmed as it is, or its article and value are replaced.
    case version(LocalVersion)
    /// The version is what the law file says again.
    case withdrawVersion(clock: String, from: Day)
    case parameter(String, LocalValue)
    /// The parameter is what the district's file says again, or its default.
    case withdrawParameter(String)
}

/// Why a value is not settled.
public enum LocalRuleRefusal: Sendable, Hashable {
    /// Only who looks after the catalogue may.
    case notAllowed
    /// No such clock, version or parameter.
    case unknown
    case sourceMissing
    case articleMissing
    /// A length for a day of the year, clock time for days, or a value of another kind than the parameter's.
    case otherKind
    case loosens
    /// The length of the clock is a parameter.
    case fromParameter
    case nothingChanged
    /// Somebody else settled something since the page was opened.
    case conflict
}

/// What came of settling a value, or of looking what it would do.
public enum LocalRuleOutcome: Sendable {
    /// The running deadlines that move, or have moved, and the revision of the document that was read or written.
    case moves([MovedRun], revision: Int64)
    case refused(LocalRuleRefusal)
}

extension LocalRuleChange {
    /// The rules with the change, or why it may not be.
    ///
    /// - Parameter filed: The catalogue as the files say it, by which a value is judged.
    func applied(to rules: LocalRules, in filed: Catalogue) -> Result<LocalRules, Refused> {
        var next = rules
        switch self {
        case .version(let version):
            guard let known = filed.clock(version.clock)?.versions.first(where: { $0.from == version.from }) else {
                return .failure(Refused(.unknown))
            }
            if version.source.isEmpty { return .failure(Refused(.sourceMissing)) }
            if version.article.isEmpty { return .failure(Refused(.articleMissing)) }
            switch known.verdict(on: version.term) {
            case .accepted: break
            case .otherKind: return .failure(Refused(.otherKind))
            case .loosens: return .failure(Refused(.loosens))
            case .fromParameter: return .failure(Refused(.fromParameter))
            }
            next = rules.setting(version)
        case .withdrawVersion(let clock, let from): next = rules.withdrawing(clock, from: from)
        case .parameter(let name, let value):
            guard let parameter = filed.parameter(name) else { return .failure(Refused(.unknown)) }
            if value.source.isEmpty { return .failure(Refused(.sourceMissing)) }
            guard parameter.kind == value.value.kind, Self.fits(value.value, parameter.standard) else {
                return .failure(Refused(.otherKind))
            }
            next.parameters[name] = value
        case .withdrawParameter(let name): next.parameters[name] = nil
        }
        return next == rules ? .failure(Refused(.nothingChanged)) : .success(next)
    }

    struct Refused: Error {
        var refusal: LocalRuleRefusal
        init(_ refusal: LocalRuleRefusal) { self.refusal = refusal }
    }

    /// Clock time stays clock time, and a number has no more decimals than its default, which the fields it is compared with take.
    private static func fits(_ value: ParameterValue, _ standard: ParameterValue) -> Bool {
        switch (value, standard) {
        case (.length(let new), .length(let old)): new.isClockTime == old.isClockTime
        case (.number(_, let new), .number(_, let old)): new <= old
        default: true
        }
    }

    /// What the log says of it.
    func facts(in catalogue: Catalogue) -> [String: String] {
        switch self {
        case .version(let version):
            [
                "clock": version.clock, "from": version.from.iso, "article": version.article, "term": Self.text(version.term),
                "source": version.source,
            ].merging(
                before(version.clock, version.from, in: catalogue), uniquingKeysWith: { first, _ in first })
        case .withdrawVersion(let clock, let from):
            ["clock": clock, "from": from.iso, "withdrawn": "true"].merging(
                before(clock, from, in: catalogue), uniquingKeysWith: { first, _ in first })
        case .parameter(let name, let value):
            ["parameter": name, "value": Self.text(value.value), "source": value.source].merging(
                before(name, in: catalogue), uniquingKeysWith: { first, _ in first })
        case .withdrawParameter(let name):
            ["parameter": name, "withdrawn": "true"].merging(before(name, in: catalogue), uniquingKeysWith: { first, _ in first })
        }
    }

    private func before(_ clock: String, _ from: Day, in catalogue: Catalogue) -> [String: String] {
        guard let version = catalogue.clock(clock)?.versions.first(where: { $0.from == from }) else { return [:] }
        return ["term_before": Self.text(version.term), "article_before": version.article]
    }

    private func before(_ parameter: String, in catalogue: Catalogue) -> [String: String] {
        catalogue.use(ofParameter: parameter).map { ["value_before": Self.text($0.value)] } ?? [:]
    }

    private static func text(_ term: Term) -> String {
        switch term {
        case .length(let length): "\(length.amount) \(length.unit.rawValue)"
        case .on(let day): day.text
        }
    }

    private static func text(_ value: ParameterValue) -> String {
        switch value {
        case .length(let length): "\(length.amount) \(length.unit.rawValue)"
        case .money(let fen): "\(fen) fen"
        case .number(let units, let decimals): "\(units)e-\(decimals)"
        }
    }
}

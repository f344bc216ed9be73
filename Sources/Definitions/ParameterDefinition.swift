import LegalTime

/// A value that the law leaves to the place (`parameters.yaml`): the default, until a district says its own with a source.
public struct ParameterDefinition: Sendable, Equatable {
    public var name: String
    public var label: String
    public var english: String
    public var kind: ParameterKind
    /// What holds where the district says nothing.
    public var standard: ParameterValue
    public var basis: LegalBasis?
    public var note: String?
    /// The default has still to be confirmed, until a district gives its own value with a source.
    public var isUnsure: Bool
    public var place: SourcePlace
    public init(
        name: String, label: String, english: String, standard: ParameterValue, basis: LegalBasis? = nil, note: String? = nil,
        isUnsure: Bool = false, place: SourcePlace
    ) {
        self.name = name
        self.label = label
        self.english = english
        self.kind = standard.kind
        self.standard = standard
        self.basis = basis
        self.note = note
        self.isUnsure = isUnsure
        self.place = place
    }

    /// The parameter where it is used, with the district's value or the default.
    public func use(_ local: LocalValue?) -> ParameterUse {
        ParameterUse(
            name: name, label: label, english: english, value: local?.value ?? standard, standard: standard,
            source: local?.source, needsConfirmation: isUnsure && local == nil)
    }
}

/// What a parameter measures.
public enum ParameterKind: String, Sendable, CaseIterable {
    case length
    /// Yuan in the files, fen inside.
    case money
    case number
}

/// The value of a parameter.
public enum ParameterValue: Sendable, Hashable {
    case length(Length)
    /// In fen.
    case money(Int64)
    /// A decimal number as a whole number of its smallest unit: 2.5 is (25, 1).
    case number(Int64, decimals: Int)

    public var kind: ParameterKind {
        switch self {
        case .length: .length
        case .money: .money
        case .number: .number
        }
    }

    public var length: Length? {
        guard case .length(let length) = self else { return nil }
        return length
    }

    /// The value as a field keeps it: money in fen, a decimal in units of its last place; nil where the field has too few decimals.
    public func amount(decimals: Int) -> Int64? {
        switch self {
        case .length: return nil
        case .money(let fen): return fen
        case .number(let units, let own):
            guard own <= decimals else { return nil }
            var amount = units
            for _ in own..<decimals {
                let (next, overflow) = amount.multipliedReportingOverflow(by: 10)
                guard !overflow else { return nil }
                amount = next
            }
            return amount
        }
    }
}

/// A district's value of a parameter and the text it rests on.
public struct LocalValue: Sendable, Equatable {
    public var value: ParameterValue
    public var source: String
    public init(value: ParameterValue, source: String) {
        self.value = value
        self.source = source
    }
}

/// A parameter as a clock or a condition uses it, resolved for one district (or with its default).
public struct ParameterUse: Sendable, Hashable {
    public var name: String
    public var label: String
    public var english: String
    public var value: ParameterValue
    /// The default of the catalogue.
    public var standard: ParameterValue
    /// The district's source; nil where the default holds.
    public var source: String?
    /// The default holds and is unsure.
    public var needsConfirmation: Bool
}

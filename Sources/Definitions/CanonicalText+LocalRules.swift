import LegalTime

extension Term {
    /// The key and its value, as a version says them.
    func canonicalPair() -> (String, CanonicalValue) {
        switch self {
        case .length(let length): ("length", length.canonical)
        case .on(let day): ("on", .text(day.text))
        }
    }
}

extension LocalVersion {
    func canonicalLine() -> String {
        CanonicalValue.given([
            ("clock", .text(clock)), ("from", .text(from.iso)), ("article", .text(article)), term.canonicalPair(),
            ("source", .text(source)), ("confirmed_on", confirmedOn.map { .text($0.iso) }),
        ]).line
    }
}

extension LocalValue {
    func canonicalLine() -> String {
        CanonicalValue.map([("value", value.canonicalValue()), ("source", .text(source))]).line
    }
}

extension ParameterValue {
    /// As it stands in a file: money in yuan.
    func canonicalValue() -> CanonicalValue {
        switch self {
        case .length(let length): length.canonical
        case .money(let fen): .text(ScaledDecimal.text(fen, decimals: 2))
        case .number(let units, let decimals): .text(ScaledDecimal.text(units, decimals: decimals))
        }
    }
}

/// The form in which a personal value is hashed, so that the same person is found however the value was typed.
public enum LookUpForm: String, Hashable, Sendable, CaseIterable {
    /// A person's or an organisation's name: NFKC, no spaces, upper case, one kind of middle dot in names of minorities.
    case name
    /// An identity or other document number: NFKC, no spaces and dashes, upper case (the check digit X).
    case idNumber = "id_number"
    /// A telephone number: ASCII digits only, without the country code 86 of a mobile number.
    case phone

    /// The value in this form; empty where nothing is left to be hashed.
    public func normalised(_ raw: String) -> String {
        let scalars = NormalText.nfkc(raw).uppercased().unicodeScalars
        switch self {
        case .name:
            return Self.text(
                scalars.compactMap { Self.isGap($0) ? nil : Self.middleDots.contains($0.value) ? Self.middleDot : $0 })
        case .idNumber:
            return Self.text(scalars.filter { !Self.isGap($0) && !Self.dashes.contains($0.value) })
        case .phone:
            return Self.withoutCountry(scalars, digits: Self.text(scalars.filter { ("0"..."9").contains($0) }))
        }
    }

    private static func withoutCountry(_ scalars: String.UnicodeScalarView, digits: String) -> String {
        if digits.hasPrefix("0086") { return String(digits.dropFirst(4)) }
        let isMobileWithCountry = digits.count == 13 && digits.hasPrefix("861")
        let hasPlus = scalars.first { !isGap($0) && $0 != "(" } == "+"
        return digits.hasPrefix("86") && (hasPlus || isMobileWithCountry) ? String(digits.dropFirst(2)) : digits
    }

    private static let middleDot: Unicode.Scalar = "\u{B7}"
    /// The dots that stand for U+00B7 on one keyboard or another: bullets, katakana dots (NFKC has made U+FF65 of them one), full stops.
    private static let middleDots: Set<UInt32> = [0x2E, 0xB7, 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65]
    private static let dashes: Set<UInt32> = [0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212]

    /// White space, and what is invisible beside it: zero-width characters and controls.
    private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
            || scalar.properties.generalCategory == .control
    }

    private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}

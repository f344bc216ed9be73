/// The form of a resident identity number (GB 11643): 17 digits and a check character.
public enum ResidentID {
    /// Compact, upper-case form.
    public static func normalised(_ text: String) -> String { PlainText.compact(text).uppercased() }

    public static func checkCharacter(of digits: some StringProtocol) -> Character? {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let values = digits.compactMap(\.wholeNumberValue)
        guard values.count == 17 else { return nil }
        let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return Array("10X98765432")[sum % 11]
    }
}

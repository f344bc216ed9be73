import Definitions

/// Turns values into sentences for people, in Chinese and in English: the only place where that is done.
///
/// Pages, the command line, import files and reports hold values and ask here for words. No name of the engine's or of a
/// definition's own (`wrong_state`, `accepted_on`) gets into a sentence, except where the catalogue itself is being mended.
public struct Wording: Sendable {
    public var language: Language
    /// English labels of the catalogue; the Chinese ones stand in the definitions.
    public var labels: Labels

    public init(language: Language, labels: Labels = Labels()) {
        self.language = language
        self.labels = labels
    }

    /// The one of two texts that is of this language.
    func say(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        language == .chinese ? chinese() : english()
    }

    /// `1 day`, `2 days`; English only.
    func plural(_ count: Int, _ noun: String, _ nouns: String? = nil) -> String {
        "\(number(count)) \(count == 1 ? noun : nouns ?? noun + "s")"
    }
}

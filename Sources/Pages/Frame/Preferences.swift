import Definitions

/// How a person wants the pages: kept in cookies, changed in the 显示 menu.
public struct Preferences: Sendable, Hashable {
    public enum Theme: String, Sendable, CaseIterable {
        case light
        case dark
    }

    /// nil follows the system.
    public var theme: Theme?
    public var isLarge: Bool
    public var language: Language

    public init(theme: Theme? = nil, isLarge: Bool = false, language: Language = .chinese) {
        self.theme = theme
        self.isLarge = isLarge
        self.language = language
    }

    var languageTag: String { language == .chinese ? "zh-CN" : "en" }
    var otherLanguage: Language { language == .chinese ? .english : .chinese }
    var otherLanguageTag: String { language == .chinese ? "en" : "zh-CN" }
}

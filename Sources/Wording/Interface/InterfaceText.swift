import Definitions

/// A fixed text of the interface: a button, a heading, a message. Each family of pages has an enum of its own.
public protocol InterfaceText: CaseIterable, Sendable {
    var texts: (chinese: String, english: String) { get }
}

extension InterfaceText {
    public func text(_ language: Language) -> String {
        switch language {
        case .chinese: texts.chinese
        case .english: texts.english
        }
    }
}

extension Wording {
    /// A fixed text in this language.
    public func text(_ text: some InterfaceText) -> String { text.text(language) }
}

import Letters

/// The templates of letters that the catalogue holds: the shared ones, and each district's own in their place.
public struct LetterTemplates: Sendable {
    public enum Template: Sendable {
        /// `templates/<register>/<letter>.md`
        case text(LetterTemplate)
        /// `districts/<name>/templates/<register>/<letter>.docx`
        case document(LetterDocument)
    }

    struct Key: Hashable, Sendable {
        var district: String?
        var register: String
        var letter: String
    }

    private var templates: [Key: Template] = [:]

    public init() {}

    /// The district's own template, else the shared one; nil where there is none.
    public func template(_ letter: String, of register: String, in district: String) -> Template? {
        templates[Key(district: district, register: register, letter: letter)]
            ?? templates[Key(district: nil, register: register, letter: letter)]
    }

    /// - Parameter district: nil for the shared template.
    public mutating func set(_ template: Template, for letter: String, of register: String, district: String?) {
        templates[Key(district: district, register: register, letter: letter)] = template
    }

    func has(_ letter: String, of register: String, district: String?) -> Bool {
        templates[Key(district: district, register: register, letter: letter)] != nil
    }
}

/// Where a template lies: `templates/<register>/<letter>.md`, `districts/<name>/templates/<register>/<letter>.md` or `.docx`.
struct TemplatePath {
    var district: String?
    var register: String
    var letter: String
    var isDocument: Bool

    /// Nil for a path below these folders that is not of the form.
    init?(_ path: String) {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if parts.first == "districts", parts.count > 1 {
            district = parts[1]
            parts.removeFirst(2)
        }
        guard parts.count == 3, parts[0] == "templates", let file = parts.last else { return nil }
        isDocument = file.hasSuffix(".docx")
        guard file.hasSuffix(".md") || isDocument && district != nil else { return nil }
        register = parts[1]
        letter = String(file.dropLast(isDocument ? 5 : 3))
    }

    static func isBelow(_ path: String) -> Bool {
        let parts = path.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        return parts.first == "templates" || parts.count > 3 && parts[0] == "districts" && parts[2] == "templates"
    }
}

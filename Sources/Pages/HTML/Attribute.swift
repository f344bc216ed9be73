/// One attribute of an element. The value is escaped when it is written.
public struct Attribute: Sendable {
    var name: StaticString
    /// nil for an attribute that stands alone, such as `checked`.
    var value: String?
    var isPresent = true

    /// Any attribute; with nil it is left out.
    public static func named(_ name: StaticString, _ value: String?) -> Attribute {
        Attribute(name: name, value: value, isPresent: value != nil)
    }

    /// An attribute that is there or not: `checked`, `selected`, `novalidate`.
    public static func flag(_ name: StaticString, _ isPresent: Bool = true) -> Attribute {
        Attribute(name: name, value: nil, isPresent: isPresent)
    }

    public static func `class`(_ value: String?) -> Attribute { named("class", value) }
    public static func id(_ value: String?) -> Attribute { named("id", value) }
    public static func href(_ address: Address) -> Attribute { named("href", address.text) }
    /// A place on the same page.
    public static func anchor(_ id: String) -> Attribute { named("href", "#" + id) }
    public static func action(_ address: Address) -> Attribute { named("action", address.text) }
    public static func name(_ value: String) -> Attribute { named("name", value) }
    public static func value(_ value: String) -> Attribute { named("value", value) }
    public static func type(_ value: String) -> Attribute { named("type", value) }
    public static func scope(_ value: String) -> Attribute { named("scope", value) }
    public static func lang(_ value: String?) -> Attribute { named("lang", value) }
    public static func aria(label: String) -> Attribute { named("aria-label", label) }
    public static func label(data: String?) -> Attribute { named("data-label", data) }
    public static let hidden = named("aria-hidden", "true")
    /// The page or step that is shown now.
    public static func current(_ isCurrent: Bool) -> Attribute { named("aria-current", isCurrent ? "page" : nil) }
}

import Access
import LegalTime

/// Who acts: an account with what it may see and do today.
public struct Actor: Sendable {
    public var account: String
    public var displayName: String
    public var unit: String
    /// The units at which grants in force today were given.
    public var posts: Set<String>
    public var scope: Scope
    public init(account: String, displayName: String, unit: String, posts: Set<String> = [], scope: Scope) {
        self.account = account
        self.displayName = displayName
        self.unit = unit
        self.posts = posts
        self.scope = scope
    }
}

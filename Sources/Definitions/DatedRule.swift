/// A register whose records are items of a list that changes by dates (清单动态调整): each version of an item is kept.
public struct DatedRule: Sendable, Equatable {
    /// The date field that says since when an item is on the list.
    public var listed: String
    /// The date field that says from when it is off the list; nil where nothing leaves it.
    public var ended: String?
    /// The date field, required by the changing moves, from which a change holds.
    public var effective: String
    /// The fields that make up a version; once an item is listed only `changes` may change them.
    public var fields: [String]
    /// The moves that may change them.
    public var changes: [String]
    public var place: SourcePlace

    public init(listed: String, ended: String?, effective: String, fields: [String], changes: [String], place: SourcePlace) {
        self.listed = listed
        self.ended = ended
        self.effective = effective
        self.fields = fields
        self.changes = changes
        self.place = place
    }
}

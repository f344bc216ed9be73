/// A mistake in the catalogue, with its place and, where one can be given, a hint.
///
/// The checker collects every mistake of one run; none is thrown.
public struct DefinitionProblem: Sendable, Equatable {
    public var place: SourcePlace
    public var reason: Reason
    /// A near name that was perhaps meant.
    public var suggestion: String?

    public init(place: SourcePlace, reason: Reason, suggestion: String? = nil) {
        self.place = place
        self.reason = reason
        self.suggestion = suggestion
    }

    public enum Reason: Sendable, Equatable {
        case unreadable(String)
        case malformed(String)
        case missingKey(String)
        case unknownKey(String)
        case wrongShape(key: String, expected: String)
        case unknownValue(key: String, value: String, allowed: [String])
        case duplicate(kind: String, name: String)
        case unknown(kind: String, name: String)
        case badDate(String)
        case badName(String)
        case emptyLabel(String)
        case versionsOverlap(clock: String)
        case versionGap(clock: String)
        case periodWithoutArticle(clock: String)
        case noStartState
        case severalStartStates
        case unreachableState(String)
        case deadEnd(String)
        case leavesEndState(transition: String)
        case wrongFieldType(field: String, type: String, expected: String)
        case personalIsPublic(String)
        case personalInList(use: String, field: String)
        case lookUpOfPlainField(String)
        case overlayLoosens(String)
        case fieldNotInForm(String)
        case automaticMoveHasRoles(String)
        case moveWithoutRoles(String)
        case calendarDayOutsideYear(String)
        case calendarWorkdayNotOnWeekend(String)
        case outlinePartMissing(String)
        case circular(String)
    }
}

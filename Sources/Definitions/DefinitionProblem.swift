/// A mistake in the catalogue, with its place and, where one can be given, a hint.
///
/// The checker collects every mistake of one run; none is thrown.
public struct DefinitionProblem: Sendable, Hashable {
    public var place: SourcePlace
    public var reason: Reason
    /// A near name that was perhaps meant.
    public var suggestion: String?

    public init(place: SourcePlace, reason: Reason, suggestion: String? = nil) {
        self.place = place
        self.reason = reason
        self.suggestion = suggestion
    }

    /// Whether the catalogue can be used in spite of it: a gap between the versions of a clock may be meant, a parameter may wait for
    /// its use, a template for its letter; everything else is an error.
    public var isError: Bool {
        switch reason {
        case .versionGap, .parameterUnused, .templateWithoutLetter: false
        default: true
        }
    }

    /// `kind` of `duplicate` and `unknown`: file, key, workstream, role, register, field, code_list, code, group, state, transition, deadline,
    /// indicator, clock, section, form_field, list_field, calendar_day, part, district, unit, standard, item, grade, parameter, gate, letter, letter_name,
    /// state_or_move, file_piece, unit_kind, column, word, placeholder, breakdown.
    ///
    /// `expected` of `wrongShape` is a word (text, list, mapping, decimal, one_measure, required_field, field_of_the_record …), an alternative
    /// `a|b`, or bounds such as `integer>=0` and `integer 1...1000`. `allowed` and `expected` are names of the form, fit to be shown as they are.
    public enum Reason: Sendable, Hashable {
        case unreadable(String)
        case malformed(String)
        case missingKey(String)
        case unknownKey(String)
        case wrongShape(key: String, expected: String)
        /// The key is of the form, but not with this type of field.
        case keyNotForType(key: String, type: String)
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
        /// A move that must require a field does not, or not at all times.
        case missingRequirement(transition: String, field: String)
        /// A required field that has no column and is not set, so that a row could not become a record.
        case notCovered(field: String)
        /// `kind` and `expected` are values of `ParameterKind`.
        case wrongParameterKind(parameter: String, kind: String, expected: String)
        /// A version whose length is a parameter is of force `local`.
        case parameterNotLocal(clock: String)
        case parameterUnused(String)
        /// A template that no letter of its register has.
        case templateWithoutLetter(String)
        case template(TemplateFault)
    }
}

/// What is wrong with the template of a letter, besides names.
public enum TemplateFault: Sendable, Hashable {
    case missing(path: String)
    /// `{for}` or `{if}` without its `{end}`.
    case notEnded(String)
    case endWithoutBeginning(String)
    case unknownDirective(String)
    case openBrace
    case emptyName
    case notRows(String)
    case noTitle
    /// A `.docx` that is no Word file.
    case notADocument
}

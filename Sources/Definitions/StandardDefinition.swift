/// A checklist that things are assessed against (考评标准): its items, and the grades that follow from them.
public struct StandardDefinition: Sendable, Equatable {
    /// How an item is assessed.
    public enum Mode: String, Sendable, CaseIterable {
        /// Each item is met or not.
        case met
        /// Each item has a full mark; what is entered is what is awarded.
        case points
    }

    public var name: String
    public var label: String
    public var english: String?
    public var basis: LegalBasis?
    public var note: String?
    public var mode: Mode
    public var items: [StandardItem]
    /// From the best to the last; the last holds where no other does.
    public var grades: [StandardGrade]
    public var place: SourcePlace

    public init(name: String, label: String, mode: Mode, items: [StandardItem], grades: [StandardGrade], place: SourcePlace) {
        self.name = name
        self.label = label
        self.english = nil
        self.basis = nil
        self.note = nil
        self.mode = mode
        self.items = items
        self.grades = grades
        self.place = place
    }

    public func item(_ name: String) -> StandardItem? { items.first { $0.name == name } }

    /// The sum of the full marks, in whole points; in mode `met` the number of items.
    public var fullMark: Int { mode == .met ? items.count : items.reduce(0) { $0 + $1.points } }

    /// The name of the code list that the grades make.
    public var gradeList: String { Self.gradeList(of: name) }
    public static func gradeList(of standard: String) -> String { "\(standard)_grade" }

    /// The grades as a code list, which exists by itself in each register that uses the standard.
    public var grading: CodeList {
        CodeList(name: gradeList, entries: grades.map { CodeEntry(code: $0.name, label: $0.label) })
    }
}

/// One item of a standard.
public struct StandardItem: Sendable, Equatable {
    public var name: String
    public var label: String
    public var english: String?
    /// The full mark in whole points; 1 in mode `met`.
    public var points: Int
    /// The heading under which the item stands: 实体, 程序.
    public var group: String?
    public var basis: LegalBasis?
    /// Failing it (not met, or no points) gives the last grade whatever the rest.
    public var isMust: Bool

    public init(
        name: String, label: String, english: String? = nil, points: Int = 1, group: String? = nil, basis: LegalBasis? = nil,
        isMust: Bool = false
    ) {
        self.name = name
        self.label = label
        self.english = english
        self.points = points
        self.group = group
        self.basis = basis
        self.isMust = isMust
    }
}

/// One grade of a standard.
public struct StandardGrade: Sendable, Equatable {
    public var name: String
    public var label: String
    public var english: String?
    /// In mode `points` a percentage of the full mark, in mode `met` a number of items; nil for the last grade.
    public var atLeast: Int?

    public init(name: String, label: String, english: String? = nil, atLeast: Int? = nil) {
        self.name = name
        self.label = label
        self.english = english
        self.atLeast = atLeast
    }
}

/// The tables of assessments.
public enum AssessmentTables {
    static let layouts: [TableLayout] = []
}

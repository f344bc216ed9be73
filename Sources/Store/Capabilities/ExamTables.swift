/// The tables of exams.
public enum ExamTables {
    static let layouts: [TableLayout] = []
}

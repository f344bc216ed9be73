/// The tables of notices.
public enum NoticeTables {
    static let layouts: [TableLayout] = []
}

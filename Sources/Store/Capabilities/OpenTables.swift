/// The tables of the open site.
public enum OpenTables {
    static let layouts: [TableLayout] = []
}

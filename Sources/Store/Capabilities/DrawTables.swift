/// The tables of draws.
public enum DrawTables {
    static let layouts: [TableLayout] = []
}

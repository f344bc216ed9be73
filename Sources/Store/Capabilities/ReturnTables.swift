/// The tables of monthly returns.
public enum ReturnTables {
    static let layouts: [TableLayout] = []
}

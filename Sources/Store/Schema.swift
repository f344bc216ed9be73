import Definitions

/// All tables of an installation: the shared ones and those of every register.
public enum Schema {
    public static func tables(_ registers: [RegisterDefinition]) -> [TableLayout] {
        SharedLayout.tables + registers.flatMap { RegisterLayout($0).tables }
    }
    public static func search(_ registers: [RegisterDefinition]) -> [SearchLayout] { registers.map { RegisterLayout($0).search } }
}

/// The store's transaction under a name that does not clash with a log-in session.
public typealias Transaction = Session

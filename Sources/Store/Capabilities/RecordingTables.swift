/// The tables of recordings: media kept in pieces.
public enum RecordingTables {
    static let layouts: [TableLayout] = []
}

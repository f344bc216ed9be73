/// The tables of consultations and public requests.
public enum ConsultationTables {
    static let layouts: [TableLayout] = []
}

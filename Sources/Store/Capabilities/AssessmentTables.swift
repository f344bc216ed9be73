/// The tables of assessments.
public enum AssessmentTables {
    static let layouts: [TableLayout] = [
        EditionTable.layout, EditionItemTable.layout, ItemDutyTable.layout, ItemLinkTable.layout, ItemScoreTable.layout,
        EditionMappingTable.layout,
    ]

    static func text(_ name: String) -> ColumnLayout { ColumnLayout(name, .text, required: true) }
    static func integer(_ name: String) -> ColumnLayout { ColumnLayout(name, .integer, required: true) }
    static func some(_ name: String, _ kind: ColumnKind = .text) -> ColumnLayout { ColumnLayout(name, kind) }
}

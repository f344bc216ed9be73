/// The tables that all registers share.
public enum SharedLayout {
    private static func text(_ name: String) -> ColumnLayout { ColumnLayout(name, .text, required: true) }
    private static func integer(_ name: String) -> ColumnLayout { ColumnLayout(name, .integer, required: true) }
    private static func blob(_ name: String) -> ColumnLayout { ColumnLayout(name, .blob, required: true) }
    private static func some(_ name: String, _ kind: ColumnKind = .text) -> ColumnLayout { ColumnLayout(name, kind) }

    public static let tables: [TableLayout] = office + capabilities.flatMap { $0 }

    private static let capabilities: [[TableLayout]] = [
        RecordingTables.layouts,
        DrawTables.layouts,
        ReturnTables.layouts,
        ExamTables.layouts,
        AssessmentTables.layouts,
        OpenTables.layouts,
        ConsultationTables.layouts,
        NoticeTables.layouts,
    ]

    private static let office: [TableLayout] = [
        TableLayout(
            "unit", key: ["district", "id"],
            columns: [
                text("district"), text("id"), text("label"), some("english"), some("parent"), text("kind"), some("valid_from"),
                some("valid_until"),
                integer("ordinal"),
            ]),
        TableLayout(
            "account", key: ["district", "id"],
            columns: [
                text("district"), text("id"), text("login"), text("display_name"), text("unit"), text("state"),
                integer("failed_tries"),
                some("locked_until", .integer), integer("must_change_password"), text("password_hash"),
            ], indexes: [IndexLayout("account_login", ["district", "login"], unique: true)]),
        TableLayout(
            "role_grant", key: ["district", "id"],
            columns: [
                text("district"), text("id"), text("account"), text("role"), text("unit"), some("registers"), text("valid_from"),
                some("valid_until"),
            ], indexes: [IndexLayout("role_grant_account", ["district", "account"])]),
        TableLayout(
            "session", key: ["district", "token_hash"],
            columns: [
                text("district"), blob("token_hash"), text("account"), integer("created_at"), integer("seen_at"),
            ], indexes: [IndexLayout("session_account", ["district", "account"])]),
        TableLayout(
            "move_stamp", key: ["district", "record", "sequence"],
            columns: [
                text("district"), text("record"), integer("sequence"), text("register"), text("transition"), some("from_state"),
                text("to_state"),
                text("on_day"), integer("at"), text("by"), some("note", .blob),
            ], indexes: [IndexLayout("move_stamp_state", ["district", "record", "to_state", "on_day"])]),
        TableLayout(
            "item_version", key: ["district", "record", "sequence"],
            columns: [
                text("district"), text("record"), integer("sequence"), text("register"), integer("ordinal"), text("from_day"),
                some("transition"), integer("at"), text("by"), text("body"),
            ]),
        TableLayout(
            "deadline_run", key: ["district", "record", "deadline", "row", "occurrence"],
            columns: [
                text("district"), text("record"), text("deadline"), text("row"), integer("occurrence"), text("register"),
                text("owner"), text("clock"),
                text("law"), text("article"), text("version_from"), text("starts_on"), some("due_on"), some("due_at", .integer),
                integer("is_provisional"), some("stopped_on"), some("stopped_at", .integer), text("phase"), integer("soon_days"),
                text("sense"),
            ],
            indexes: [
                IndexLayout("deadline_run_open", ["district", "phase", "due_on", "record"]),
                IndexLayout("deadline_run_owner", ["district", "owner", "phase", "due_on"]),
                IndexLayout("deadline_run_name", ["district", "register", "deadline", "record"]),
            ]),
        OwnerTable.layout,
        LetterTable.layout,
        LetterServiceTable.layout,
        TableLayout(
            "counter", key: ["district", "register", "year"],
            columns: [
                text("district"), text("register"), integer("year"), integer("last"),
            ]),
        TableLayout(
            "log_entry", key: ["district", "sequence"],
            columns: [
                text("district"), integer("sequence"), blob("hash"), blob("body"), text("register"), text("record"),
                text("actor"), text("act"), integer("at"),
            ],
            indexes: [
                IndexLayout("log_entry_record", ["district", "record", "sequence"]),
                IndexLayout("log_entry_actor", ["district", "actor", "sequence"]),
            ]),
        TableLayout(
            "log_value", key: ["district", "sequence", "path"],
            columns: [
                text("district"), integer("sequence"), text("path"), text("record"), blob("salt"), blob("ciphertext"),
            ]),
        TableLayout(
            "record_key", key: ["district", "record"], columns: [text("district"), text("record"), some("wrapped", .blob)]),
        TableLayout(
            "attachment", key: ["district", "hash"],
            columns: [
                text("district"), text("hash"), integer("size"), text("media_type"), blob("content"), integer("at"),
            ]),
        TableLayout(
            "definition_text", key: ["district", "digest"],
            columns: [
                text("district"), text("digest"), text("register"), text("body"), integer("at"),
            ]),
        TableLayout(
            "contribution", key: ["district", "year", "part", "unit"],
            columns: [
                text("district"), integer("year"), text("part"), text("unit"), text("body"), integer("revision"), text("by"),
                integer("at"),
            ]),
        TableLayout(
            "overlay_document", key: ["district", "name", "revision"],
            columns: [
                text("district"), text("name"), integer("revision"), text("body"), text("by"), integer("at"),
            ]),
        TableLayout("setting", key: ["district", "name"], columns: [text("district"), text("name"), text("value")]),
    ]
}

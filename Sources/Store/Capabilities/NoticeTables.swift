/// The tables of notices: what people and units are told, who has read it, and what goes out to addresses of the office.
public enum NoticeTables {
    static let layouts: [TableLayout] = [
        TableLayout(
            "notice", key: ["district", "id"],
            columns: [
                ColumnLayout("district", .text, required: true), ColumnLayout("id", .text, required: true),
                ColumnLayout("account", .text), ColumnLayout("unit", .text), ColumnLayout("kind", .text, required: true),
                ColumnLayout("register", .text), ColumnLayout("record", .text), ColumnLayout("number", .text),
                ColumnLayout("state", .text), ColumnLayout("deadline", .text), ColumnLayout("due_on", .text),
                ColumnLayout("mark", .text), ColumnLayout("by", .text, required: true),
                ColumnLayout("at", .integer, required: true),
            ],
            indexes: [
                IndexLayout("notice_unit", ["district", "unit", "id DESC"]),
                IndexLayout("notice_account", ["district", "account", "id DESC"]),
                IndexLayout("notice_mark", ["district", "mark"], unique: true, where: "mark IS NOT NULL"),
            ]),
        TableLayout(
            "notice_read", key: ["district", "account", "notice"],
            columns: [
                ColumnLayout("district", .text, required: true), ColumnLayout("account", .text, required: true),
                ColumnLayout("notice", .text, required: true), ColumnLayout("at", .integer, required: true),
            ]),
        TableLayout(
            "notice_silence", key: ["district", "account", "kind"],
            columns: [
                ColumnLayout("district", .text, required: true), ColumnLayout("account", .text, required: true),
                ColumnLayout("kind", .text, required: true),
            ]),
        TableLayout(
            "webhook", key: ["district", "id"],
            columns: [
                ColumnLayout("district", .text, required: true), ColumnLayout("id", .text, required: true),
                ColumnLayout("address", .text, required: true), ColumnLayout("secret", .blob, required: true),
                ColumnLayout("kinds", .text, required: true), ColumnLayout("is_paused", .integer, required: true),
                ColumnLayout("at", .integer, required: true), ColumnLayout("by", .text, required: true),
            ]),
        TableLayout(
            "webhook_delivery", key: ["district", "id"],
            columns: [
                ColumnLayout("district", .text, required: true), ColumnLayout("id", .text, required: true),
                ColumnLayout("webhook", .text, required: true), ColumnLayout("kind", .text, required: true),
                ColumnLayout("body", .text, required: true), ColumnLayout("state", .text, required: true),
                ColumnLayout("tries", .integer, required: true), ColumnLayout("next_at", .integer, required: true),
                ColumnLayout("last_status", .integer), ColumnLayout("last_fault", .text),
                ColumnLayout("at", .integer, required: true), ColumnLayout("done_at", .integer),
            ],
            indexes: [
                IndexLayout("webhook_delivery_next", ["district", "state", "next_at"]),
                IndexLayout("webhook_delivery_of", ["district", "webhook", "id DESC"]),
            ]),
        TableLayout(
            "calendar_address", key: ["district", "account"],
            columns: [
                ColumnLayout("district", .text, required: true), ColumnLayout("account", .text, required: true),
                ColumnLayout("digest", .text, required: true), ColumnLayout("at", .integer, required: true),
            ], indexes: [IndexLayout("calendar_address_digest", ["district", "digest"], unique: true)]),
    ]
}

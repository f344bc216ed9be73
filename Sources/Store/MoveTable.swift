import LegalTime
import Records

/// The stamps of moves, one row each.
public enum MoveTable {
    public static func append(_ stamp: MoveStamp, record: String, register: String, district: String, in session: any Session)
        throws
    {
        try session.execute(
            Statement(
                """
                INSERT INTO move_stamp (district, record, sequence, register, transition, from_state, to_state, on_day, at, by, note)
                VALUES (?, ?, (SELECT COALESCE(max(m.sequence), 0) + 1 FROM move_stamp m WHERE m.district = ? AND m.record = ?), ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .text(district), .text(record), .text(district), .text(record), .text(register), .text(stamp.transition),
                    SQLValue(stamp.from),
                    .text(stamp.to), .text(stamp.on.iso), .integer(stamp.at.milliseconds), .text(stamp.by), SQLValue(stamp.note),
                ]))
    }

    public static func stamps(of record: String, district: String, in session: any Session) throws -> [MoveStamp] {
        try session.all(
            Statement(
                "SELECT transition, from_state, to_state, on_day, at, by, note FROM move_stamp WHERE district = ? AND record = ? ORDER BY sequence",
                [.text(district), .text(record)])
        ) { row in
            guard let on = row.text(3).flatMap(Day.init(iso:)) else {
                throw StoreError.unreadableRow(table: "move_stamp", column: "on_day")
            }
            return MoveStamp(
                transition: row.text(0) ?? "", from: row.text(1), to: row.text(2) ?? "", on: on,
                at: Instant(milliseconds: row.integer(4) ?? 0),
                by: row.text(5) ?? "", note: row.text(6))
        }
    }
}

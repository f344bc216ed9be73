import LegalTime
import Records

/// The stamps of moves, one row each. A stamp's note is kept as the sealed bytes it is given as, and read apart from the stamps.
public enum MoveTable {
    /// Adds the next stamp of a record; the note is what has been sealed for that sequence.
    ///
    /// - Parameter sequence: the next one, where it is known.
    public static func append(
        _ stamp: MoveStamp, sequence: Int64? = nil, sealedNote: [UInt8]? = nil, record: String, register: String,
        district: String, in session: any Session
    ) throws {
        let sequence = try sequence ?? nextSequence(of: record, district: district, in: session)
        try session.execute(
            Statement(
                """
                INSERT INTO move_stamp (district, record, sequence, register, transition, from_state, to_state, on_day, at, by, note)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .text(district), .text(record), .integer(sequence), .text(register), .text(stamp.transition),
                    SQLValue(stamp.from),
                    .text(stamp.to), .text(stamp.on.iso), .integer(stamp.at.milliseconds), .text(stamp.by),
                    sealedNote.map(SQLValue.blob) ?? .null,
                ]))
    }

    /// The stamps of a record in order, without their notes.
    public static func stamps(of record: String, district: String, in session: any Session) throws -> [MoveStamp] {
        try session.all(
            Statement(
                "SELECT transition, from_state, to_state, on_day, at, by FROM move_stamp WHERE district = ? AND record = ? ORDER BY sequence",
                [.text(district), .text(record)])
        ) { row in
            guard let on = row.text(3).flatMap(Day.init(iso:)) else {
                throw StoreError.unreadableRow(table: "move_stamp", column: "on_day")
            }
            return MoveStamp(
                transition: row.text(0) ?? "", from: row.text(1), to: row.text(2) ?? "", on: on,
                at: Instant(milliseconds: row.integer(4) ?? 0),
                by: row.text(5) ?? "", note: nil)
        }
    }

    /// The state in which each of some records stood at the end of a day; none for a record registered later.
    public static func states(ofRecords ids: [String], on day: Day, district: String, in session: any Session) throws -> [String:
        String]
    {
        var states: [String: String] = [:]
        for start in stride(from: 0, to: ids.count, by: 500) {
            let statement =
                Statement(
                    "SELECT record, to_state FROM move_stamp WHERE district = ? AND on_day <= ? AND record IN ",
                    [.text(district), .text(day.iso)]) + .list(Array(ids[start..<min(start + 500, ids.count)]))
                + Statement(" ORDER BY record, on_day, sequence")
            try session.query(statement) { row in states[row.text(0) ?? ""] = row.text(1) ?? "" }
        }
        return states
    }

    /// The sequence that the next stamp of a record will have, read inside the write that will append it.
    public static func nextSequence(of record: String, district: String, in session: any Session) throws -> Int64 {
        try session.first(
            Statement(
                "SELECT COALESCE(max(sequence), 0) + 1 FROM move_stamp WHERE district = ? AND record = ?",
                [.text(district), .text(record)])
        ) { $0.integer(0) ?? 1 } ?? 1
    }

    /// Sequence and sealed note of each stamp of a record, in order.
    public static func sealedNotes(of record: String, district: String, in session: any Session) throws -> [(
        sequence: Int64, note: [UInt8]?
    )] {
        try session.all(
            Statement(
                "SELECT sequence, note FROM move_stamp WHERE district = ? AND record = ? ORDER BY sequence",
                [.text(district), .text(record)])
        ) { ($0.integer(0) ?? 0, $0.blob(1)) }
    }
}

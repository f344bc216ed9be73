import Deadlines
import Definitions
import LegalTime
import Records
import Store

/// A record while acts are done to it in one transaction: as its row stands in the database, and as the acts have left it.
struct HeldRecord {
    let table: RecordTable
    /// As its row stands; `settle` brings it up to `record`.
    private(set) var row: Record
    var record: Record
    /// What the acts are judged on; read when the first of them needs it.
    private(set) var known: Known?

    struct Known {
        var plain: [String: Value]
        /// Without their notes.
        var stamps: [MoveStamp]
        var runs: [DeadlineRun]
        /// The runs that the database has for it.
        var stored: [DeadlineRun]
    }

    init(_ row: Record, in table: RecordTable, known: Known? = nil) {
        self.table = table
        self.row = row
        record = row
        self.known = known
    }

    /// Whether it has another owner than its row.
    var isHandedOn: Bool { record.owner != row.owner }

    /// Values in clear, stamps and runs.
    mutating func know(_ office: Office, in session: any Transaction) throws -> Known {
        if let known { return known }
        let district = office.district.name
        let personal = PersonalFields(keys: office.keys, register: table.layout.register, district: district)
        let runs = try RunTable.runs(of: row.id, district: district, in: session)
        let read = Known(
            plain: try personal.open(row.values, record: row.id, sight: .clear),
            stamps: try MoveTable.stamps(of: row.id, district: district, in: session), runs: runs, stored: runs)
        known = read
        return read
    }

    /// Takes in what an act has made of it.
    mutating func become(_ record: Record, plain: [String: Value], stamps: [MoveStamp], runs: [DeadlineRun]) {
        known = Known(plain: plain, stamps: stamps, runs: runs, stored: known?.stored ?? [])
        self.record = record
    }

    /// Writes row and runs as the acts have left them; false when somebody has changed the row meanwhile.
    mutating func settle(in session: any Transaction) throws -> Bool {
        guard let known, record.revision != row.revision else { return true }
        guard try table.update(record, replacing: row, in: session) else { return false }
        if !table.layout.register.deadlines.isEmpty {
            // Each run names its owner.
            try RunTable.replace(
                known.runs, over: record.owner == row.owner ? known.stored : nil, of: record.id, register: record.register,
                owner: record.owner, district: record.district, in: session)
        }
        row = record
        self.known?.stored = known.runs
        return true
    }
}

extension MoveStamp {
    /// As the store hands it out to be judged on.
    var withoutNote: MoveStamp {
        var stamp = self
        stamp.note = nil
        return stamp
    }
}

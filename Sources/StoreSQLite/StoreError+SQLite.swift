import GRDB
import GRDBSQLite
import Store

extension StoreError {
    /// What a statement failed with while it ran. The message of the database is looked at only where it names columns; others may
    /// quote what was searched for.
    init(code: Int32, message: String) {
        switch code & 0xff {
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
        case SQLITE_FULL: self = .full
        case SQLITE_CORRUPT, SQLITE_NOTADB: self = .corrupt
        case SQLITE_READONLY: self = .readOnly
        case SQLITE_CONSTRAINT:
            let columns = message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
            let uniqueKinds = [SQLITE_CONSTRAINT | (8 << 8), SQLITE_CONSTRAINT | (6 << 8)]
            self = uniqueKinds.contains(code) ? .duplicate(columns: columns) : .failed(code: Int(code), message: message)
        default: self = .failed(code: Int(code), message: String(cString: sqlite3_errstr(code)))
        }
    }

    /// What a statement was refused with before it ran: it holds names and constants only, so its text may be quoted.
    init(preparing error: any Error) {
        guard let error = error as? DatabaseError else {
            self.init(caught: error)
            return
        }
        let code = error.extendedResultCode.rawValue
        self =
            code & 0xff == SQLITE_ERROR
            ? .failed(code: Int(code), message: error.message ?? "") : StoreError(code: code, message: error.message ?? "")
    }

    init(opening path: String, _ error: any Error) {
        guard let error = error as? DatabaseError else {
            self.init(caught: error)
            return
        }
        let code = error.extendedResultCode.rawValue
        switch code & 0xff {
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_READONLY, SQLITE_FULL:
            self.init(code: code, message: "")
        default: self = .cannotOpen(path: path, code: Int(code))
        }
    }

    /// Whatever left a body; what is not of the store is named by its type alone.
    init(caught error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError: self.init(code: error.extendedResultCode.rawValue, message: error.message ?? "")
        default: self = .failed(code: -1, message: String(describing: type(of: error)))
        }
    }
}

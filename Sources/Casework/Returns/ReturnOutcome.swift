import Definitions
import LegalTime
import Store

/// What somebody typed into a sheet.
public struct ReturnInput: Sendable, Hashable {
    /// By the items' names.
    public var entered: [String: String]
    public var remarks: [String: String]
    /// 本月无此类事项: the unit declares that there was nothing.
    public var declaresZero: Bool
    public init(entered: [String: String] = [:], remarks: [String: String] = [:], declaresZero: Bool = false) {
        self.entered = entered
        self.remarks = remarks
        self.declaresZero = declaresZero
    }
}

/// What can be done with a sheet or a month.
public enum ReturnAct: String, Sendable, CaseIterable {
    case save
    case submit
    case approve
    case sendBack = "send_back"
    case lock
    case unlock
    case except
    case endException = "end_exception"
}

/// What became of an act on a return. Only `done` leaves a trace.
public enum ReturnOutcome: Sendable {
    case done(revision: Int64)
    case problems([ReturnProblem])
    case refused(ReturnRefusal)
    /// Somebody else changed the sheet since it was read: who last, and when.
    case conflict(current: Int64, last: ReturnOrderTable.Event?)
}

/// What is not right yet with what was typed.
public struct ReturnProblem: Sendable, Hashable {
    /// Nil for what concerns the whole sheet.
    public var item: String?
    public var reason: Reason
    public init(_ item: String?, _ reason: Reason) {
        self.item = item
        self.reason = reason
    }

    public enum Reason: Sendable, Hashable {
        case notANumber
        case tooFine(decimals: Int)
        case belowZero
        case missing
        case remarkMissing
        /// Entered and counted differ.
        case differenceUnexplained(counted: Int64, entered: Int64)
        case remarkTooLong(limit: Int)
        /// Everything is zero and nobody has declared it.
        case zeroNotDeclared
        /// Declared as nothing, but a number is there.
        case notZero
        case partsExceed(parts: [String], total: String)
        case partsDiffer(parts: [String], total: String)
    }
}

/// Why an act on a return is not done.
public enum ReturnRefusal: Sendable, Equatable {
    case notFound
    case notAllowed
    case excepted(ReturnOrderTable.Exception)
    /// The month has not ended; its last day.
    case monthNotOver(Day)
    case locked(ReturnOrderTable.Lock)
    case notLocked
    case wrongState(ReturnSheetTable.Sheet.State)
    case reasonMissing
    case reasonTooLong(limit: Int)
    /// Whoever submitted a sheet does not approve it.
    case ownSubmission
    case nothingChanged
    case monthsReversed
    case notOwed
}

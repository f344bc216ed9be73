import Access
import Definitions
import LegalTime

/// Which records of a register are wanted. The units somebody may see are part of every query; there is no query without them.
public struct RecordQuery: Sendable {
    public enum Sort: Sendable, Equatable {
        /// Newest registration first (or last).
        case registered(descending: Bool)
        case field(String, descending: Bool)
        /// Nearest due day first; records without a running clock last.
        case due
    }

    /// Where a page starts: the sort value and id of the last record of the page before.
    public struct Cursor: Sendable, Equatable {
        public var value: SQLValue
        public var id: String
        /// Towards the start of the list.
        public var isBackwards: Bool
        public init(value: SQLValue, id: String, isBackwards: Bool = false) {
            self.value = value
            self.id = id
            self.isBackwards = isBackwards
        }
    }

    /// A condition with what places the records in a period: the rows behind a figure.
    public struct Placed: Sendable, Equatable {
        /// Of rows and acts the record is wanted that has one of them in the period for which the condition holds.
        public var subject: MeasureSubject
        public var condition: Condition
        public var placement: Placement
        public var from: Day
        public var through: Day
        public init(
            subject: MeasureSubject = .records, condition: Condition = .always, placement: Placement, from: Day, through: Day
        ) {
            self.subject = subject
            self.condition = condition
            self.placement = placement
            self.from = from
            self.through = through
        }
    }

    public var district: String
    public var layout: RegisterLayout
    public var units: UnitSet
    public var condition: Condition
    public var placed: Placed?
    /// Owning units asked for, within what may be seen.
    public var owners: Set<String>?
    /// Free text over the search columns.
    public var text: String?
    /// Exact keyed hashes; a record found by any of them is found.
    public var lookUps: [LookUp]
    /// Units in which personal values may be looked up: those where they are seen in clear.
    public var lookUpUnits: UnitSet
    /// Records with a clock in one of these statuses.
    public var clocks: [ClockStatus]
    public var sort: Sort
    public var after: Cursor?
    public var limit: Int
    public var asOf: Day
    /// The moment on which clocks of minutes and hours are judged; nil is the end of the day.
    public var now: Instant?
    /// What came about after this day is not seen in the conditions; nil sees the records as they stand.
    public var knownThrough: Day?
    /// For the open site: what is public, and nothing else.
    public var publicOnly: PublicOnly?

    public init(district: String, layout: RegisterLayout, units: UnitSet, asOf: Day) {
        self.district = district
        self.layout = layout
        self.units = units
        self.condition = .always
        self.placed = nil
        self.owners = nil
        self.text = nil
        self.lookUps = []
        self.lookUpUnits = .none
        self.clocks = []
        self.sort = .registered(descending: true)
        self.after = nil
        self.limit = 50
        self.asOf = asOf
        self.now = nil
        self.knownThrough = nil
        self.publicOnly = nil
    }

    /// A personal field looked up by its keyed hash.
    public struct LookUp: Sendable, Equatable {
        public var path: FieldPath
        public var hash: [UInt8]
        public init(path: FieldPath, hash: [UInt8]) {
            self.path = path
            self.hash = hash
        }
    }
}

extension RecordQuery {
    /// `WHERE …` with the scope first; a scope without units finds nothing.
    func restriction(_ dialect: any Dialect) -> Statement {
        let compiler = ConditionSQL(layout: layout, dialect: dialect, asOf: asOf, now: now, knownThrough: knownThrough)
        let wanted = owners.map { units.intersection(.only($0)) } ?? units
        var parts = [Statement("r.district = ?", [.text(district)]), Self.scope(wanted, column: "r.owner")]
        if let publicOnly { parts.append(publicOnly.restriction(register: layout.register.name)) }
        if condition != .always { parts.append(compiler.compile(condition)) }
        if let placed { parts.append(compiler.holds(placed)) }
        if let text, !text.isEmpty || !lookUps.isEmpty {
            var ways = text.isEmpty ? [] : [dialect.searchCondition(layout.search, text: text)]
            let found = lookUps.compactMap(lookUp)
            if !found.isEmpty {
                ways.append(
                    Statement("((") + found.joined(" OR ") + Statement(") AND ") + Self.scope(lookUpUnits, column: "r.owner")
                        + Statement(")"))
            }
            parts.append(ways.isEmpty ? Statement("1 = 0") : Statement("(") + ways.joined(" OR ") + Statement(")"))
        }
        if !clocks.isEmpty {
            parts.append(
                Statement("EXISTS (SELECT 1 FROM deadline_run d WHERE d.district = r.district AND d.record = r.id AND (")
                    + clocks.map(compiler.status).joined(" OR ") + Statement("))"))
        }
        return Statement(" WHERE ") + parts.joined(" AND ")
    }

    /// The condition that keeps a query within units.
    public static func scope(_ units: UnitSet, column: String) -> Statement {
        switch units {
        case .all: return Statement("1 = 1")
        case .only(let ids):
            guard ids.count != 1, !ids.isEmpty else {
                return ids.first.map { Statement("\(column) = ?", [.text($0)]) } ?? Statement("1 = 0")
            }
            return Statement("\(column) IN ") + .list(ids.sorted())
        }
    }

    private func lookUp(_ lookUp: LookUp) -> Statement? {
        guard let field = layout.register.field(lookUp.path.field) else { return nil }
        guard let childName = lookUp.path.child else {
            return Statement("r.\(RegisterLayout.hashColumn(field)) = ?", [.blob(lookUp.hash)])
        }
        guard let child = field.fields.first(where: { $0.name == childName }) else { return nil }
        return Statement(
            "r.id IN (SELECT c.parent FROM \(layout.childTable(field)) c WHERE c.district = ? AND c.\(RegisterLayout.hashColumn(child)) = ?)",
            [.text(district), .blob(lookUp.hash)])
    }

    /// The count of what the query finds, without its page.
    public func count(_ dialect: any Dialect) -> Statement {
        Statement("SELECT count(*) FROM \(layout.table) r") + restriction(dialect)
    }

    /// The page: ids and sort value first, then the columns asked for.
    public func page(_ dialect: any Dialect, columns: String) -> Statement {
        let backwards = after?.isBackwards ?? false
        let (expression, descending) = sortExpression
        let downwards = descending != backwards
        var statement =
            Statement("SELECT \(expression.sql), \(columns) FROM \(layout.table) r", expression.arguments) + restriction(dialect)
        if let after {
            statement += Statement(" AND ") + Self.beyond(after, expression: expression, downwards: downwards, isID: isSortedByID)
        }
        statement += Statement(" ORDER BY ")
        if !isSortedByID {
            statement += Statement(
                "\(expression.sql) \(downwards ? "DESC NULLS LAST" : "ASC NULLS FIRST"), ", expression.arguments)
        }
        statement += Statement("r.id \(downwards ? "DESC" : "ASC") LIMIT ?", [.integer(Int64(limit))])
        return statement
    }

    private var isSortedByID: Bool {
        switch sort {
        case .registered: true
        case .field: sortField == nil
        case .due: false
        }
    }

    /// The plain column of the record table that is sorted by; nil for a field that has none or is personal.
    var sortField: FieldDefinition? {
        guard case .field(let name, _) = sort else { return nil }
        return layout.plainFields.first { $0.name == name && $0.personal == nil }
    }

    private var sortExpression: (Statement, descending: Bool) {
        switch sort {
        case .registered(let descending): return (Statement("r.id"), descending)
        case .field(_, let descending): return (Statement("r.\(sortField?.column ?? "id")"), descending)
        case .due:
            // Records without a running clock sort behind every due day.
            return (
                Statement(
                    "COALESCE((SELECT min(d.due_on) FROM deadline_run d WHERE d.district = r.district AND d.record = r.id AND d.phase = 'running'), '9999')"
                ),
                false
            )
        }
    }

    private static func beyond(_ cursor: Cursor, expression: Statement, downwards: Bool, isID: Bool) -> Statement {
        let id = SQLValue.text(cursor.id)
        let sign = downwards ? "<" : ">"
        if isID { return Statement("r.id \(sign) ?", [id]) }
        let value = expression
        if cursor.value == .null {
            return downwards
                ? Statement("(") + value + Statement(" IS NULL AND r.id < ?)", [id])
                : Statement("((") + value + Statement(" IS NULL AND r.id > ?) OR ", [id]) + value + Statement(" IS NOT NULL)")
        }
        var part =
            Statement("(") + value + Statement(" \(sign) ? OR (", [cursor.value]) + value
            + Statement(" = ? AND r.id \(sign) ?)", [cursor.value, id])
        if downwards { part += Statement(" OR ") + value + Statement(" IS NULL") }
        return part + Statement(")")
    }
}

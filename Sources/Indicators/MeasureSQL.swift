import Definitions
import LegalTime
import Records
import Store

/// The SQL columns of one simple measure: value, rows, and for a mean its count.
struct MeasureSQL {
    let layout: RegisterLayout
    let compiler: ConditionSQL
    let dialect: any Dialect
    let period: Period

    /// - Parameter cutOff: The last day that is seen; clocks are judged on it, or today where it has not come.
    init(layout: RegisterLayout, dialect: any Dialect, period: Period, cutOff: Day, today: Day) {
        self.layout = layout
        self.dialect = dialect
        self.period = period
        compiler = ConditionSQL(
            layout: layout, dialect: dialect, asOf: min(cutOff, today), knownThrough: cutOff < today ? cutOff : nil)
    }

    private func conditions(of measure: SimpleMeasure) -> ConditionSQL {
        (measure.seesLater ? compiler.seeingAll : compiler).on(measure.subject)
    }

    /// Whether a record counts: placement, then condition.
    func counts(_ measure: SimpleMeasure) -> Statement {
        let compiler = conditions(of: measure)
        var parts = [compiler.compile(measure.placement, from: period.from, through: period.through)]
        if case .acts(let moves, _) = measure.subject { parts.insert(ConditionSQL.isAct(of: moves), at: 0) }
        if measure.condition != .always { parts.append(compiler.compile(measure.condition)) }
        return Statement("(") + parts.joined(" AND ") + Statement(")")
    }

    /// The aggregate and the number of rows behind it; for a mean its sum, its rows and what the sum is divided by.
    ///
    /// A count is its own number of rows and stands once: the condition is not judged twice for each record.
    func columns(_ measure: SimpleMeasure) -> [Statement] {
        let counts = counts(measure)
        func when(_ value: Statement) -> Statement {
            Statement("CASE WHEN ") + counts + Statement(" THEN ") + value + Statement(" END")
        }
        func aggregate(_ function: String, _ value: Statement) -> Statement {
            Statement("\(function)(") + when(value) + Statement(")")
        }
        let one = Statement("1")
        switch measure.aggregate {
        case .count:
            if case .acts(_, isDistinct: true) = measure.subject {
                return [Statement("count(DISTINCT ") + when(Statement("r.id")) + Statement(")")]
            }
            return [aggregate("count", one)]
        case .countDistinct(let path): return [Statement("count(DISTINCT ") + when(Statement(column(path))) + Statement(")")]
        case .sum(let path):
            let summed = number(path, "sum", of: measure)
            return [aggregate("sum", summed), aggregate("count", summed)]
        case .mean(let quantity):
            let value = expression(quantity, "sum", of: measure)
            let rows = measure.subject == .records ? childField(quantity) : nil
            let divisor =
                rows.map { aggregate("sum", overRows($0, "count", conditions(of: measure))) } ?? aggregate("count", value)
            return [aggregate("sum", value), aggregate("count", value), divisor]
        case .max(let quantity):
            let value = expression(quantity, "max", of: measure)
            return [aggregate("max", value), aggregate("count", value)]
        }
    }

    /// What is joined to the records for a measure: its rows or acts, or the values that it tells apart. Measures of records that need
    /// nothing run in the register's one scan; those over the same rows, and those over acts, run together in one beside it.
    func join(_ measure: SimpleMeasure) -> String? {
        let compiler = conditions(of: measure)
        if let source = compiler.source(of: measure.subject) { return " JOIN \(source.table) ON \(source.link)" }
        guard case .countDistinct(let path) = measure.aggregate, path.child != nil || isMany(path),
            let (table, link) = compiler.source(of: .rows(path.field))
        else { return nil }
        return " JOIN \(table) ON \(link)"
    }

    private func isMany(_ path: FieldPath) -> Bool { layout.register.field(path.field)?.type.isMany ?? false }

    func column(_ path: FieldPath) -> String {
        guard path.field != "owner" || layout.register.field("owner") != nil else { return "r.owner" }
        guard let field = layout.register.field(path.field) else { return "NULL" }
        if let childName = path.child {
            guard let child = field.fields.first(where: { $0.name == childName }) else { return "NULL" }
            return "x.\(child.personal?.isLookedUp == true ? RegisterLayout.hashColumn(child) : child.column)"
        }
        if field.type.isMany { return "x.value" }
        return field.personal?.isLookedUp == true ? "r.\(RegisterLayout.hashColumn(field))" : compiler.column(field)
    }

    /// A field of the record, or an aggregate over the values of its rows.
    private func overRows(_ path: FieldPath, _ function: String, _ compiler: ConditionSQL) -> Statement {
        guard let field = layout.register.field(path.field), let (table, link) = compiler.source(of: .rows(path.field)) else {
            return Statement("NULL")
        }
        guard field.type == .rows else { return Statement(compiler.column(field)) }
        let child = path.child.flatMap { name in field.fields.first { $0.name == name } }
        // A rows field by itself counts its rows.
        let summed = child.map { "\(function)(x.\($0.column))" } ?? "nullif(count(*), 0)"
        return Statement(
            "(SELECT \(summed) FROM \(table) WHERE \(link))")
    }

    /// A number of the counted row, or of the record.
    private func number(_ path: FieldPath, _ function: String, of measure: SimpleMeasure) -> Statement {
        measure.subject == .records ? overRows(path, function, conditions(of: measure)) : Statement(column(path))
    }

    private func childField(_ quantity: Quantity) -> FieldPath? {
        if case .field(let path) = quantity, path.child != nil { path } else { nil }
    }

    private func expression(_ quantity: Quantity, _ function: String, of measure: SimpleMeasure) -> Statement {
        let compiler = conditions(of: measure)
        return switch quantity {
        case .field(let path): number(path, function, of: measure)
        case .daysBetween(let from, let to): Statement(dialect.daysBetween(compiler.day(of: from), compiler.day(of: to)))
        }
    }
}

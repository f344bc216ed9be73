import Definitions

// What is counted where it is not the records themselves: their rows as `x`, their acts as `a`.
extension ConditionSQL {
    /// The table of the rows or acts, and what ties it to the record `r`; nil for the records.
    public func source(of subject: MeasureSubject) -> (table: String, link: String)? {
        switch subject {
        case .records: nil
        case .rows(let name):
            layout.register.field(name).map {
                ("\(layout.childTable($0)) x", "x.district = r.district AND x.parent = r.id\(notLater($0, "x"))")
            }
        case .acts: ("move_stamp a", "a.district = r.district AND a.record = r.id")
        }
    }

    /// The same with paths into the counted rows taken as of the row at hand.
    public func on(_ subject: MeasureSubject) -> ConditionSQL {
        var copy = self
        copy.row = subject.rowsField.flatMap { layout.register.field($0) }
        return copy
    }

    /// Whether the act at hand is one of these moves.
    public static func isAct(of moves: [String]) -> Statement { Statement("a.transition IN ") + .list(moves) }

    /// Whether the record is placed in the period, or has a row or an act there for which the condition holds.
    func holds(_ placed: RecordQuery.Placed) -> Statement {
        let compiler = on(placed.subject)
        guard let (table, link) = source(of: placed.subject) else {
            return compiler.compile(placed.placement, from: placed.from, through: placed.through)
        }
        return Statement("EXISTS (SELECT 1 FROM \(table) WHERE \(link) AND ") + compiler.counted(placed) + Statement(")")
    }

    private func counted(_ placed: RecordQuery.Placed) -> Statement {
        var parts = [compile(placed.placement, from: placed.from, through: placed.through)]
        if case .acts(let moves, _) = placed.subject { parts.insert(Self.isAct(of: moves), at: 0) }
        if placed.condition != .always { parts.append(compile(placed.condition)) }
        return parts.joined(" AND ")
    }

    func times(_ placed: RecordQuery.Placed, ofRecords ids: [String], district: String) -> Statement? {
        guard !ids.isEmpty, let (table, link) = source(of: placed.subject) else { return nil }
        return Statement(
            "SELECT r.id, count(*) FROM \(layout.table) r JOIN \(table) ON \(link) WHERE r.district = ? AND r.id IN ",
            [.text(district)]) + .list(ids) + Statement(" AND ") + on(placed.subject).counted(placed) + Statement(" GROUP BY 1")
    }
}

extension RecordQuery {
    /// How many rows or acts of each of some records are placed and hold; nil where records are counted.
    public func times(ofRecords ids: [String], dialect: any Dialect) -> Statement? {
        placed.flatMap {
            ConditionSQL(layout: layout, dialect: dialect, asOf: asOf, now: now, knownThrough: knownThrough)
                .times($0, ofRecords: ids, district: district)
        }
    }
}

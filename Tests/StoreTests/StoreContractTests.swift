import Access
import Definitions
import LegalTime
import Records
import TestSupport
import Testing

@testable import Store

/// What every database must do alike.
@Suite("The contract of the store")
struct StoreContractTests {
    @Test("tables made from the catalogue need no second migration", arguments: EngineMaker.all)
    func idempotent(maker: EngineMaker) async throws {
        let bench = try await Bench(maker)
        let registers = ParcelCatalogue.catalogue.registers
        let again = try await bench.engine.plan(Schema.tables(registers), search: Schema.search(registers))
        #expect(again.isEmpty)
    }

    @Test("tables of the real catalogue are made, and need no second migration", arguments: EngineMaker.all)
    func realCatalogue(maker: EngineMaker) async throws {
        let folder = try TemporaryFolder()
        let engine = try maker.make(folder)
        let registers = Repository.catalogue.registers
        let plan = try await engine.plan(Schema.tables(registers), search: Schema.search(registers))
        try await engine.apply(plan)
        #expect(plan.count >= registers.count * 2 + SharedLayout.tables.count)
        #expect(try await engine.plan(Schema.tables(registers), search: Schema.search(registers)).isEmpty)
    }

    @Test("a new field is a column more, a renamed one keeps its values, and nothing is dropped", arguments: EngineMaker.all)
    func evolution(maker: EngineMaker) async throws {
        let bench = try await Bench(maker)
        let records = try await bench.records(20, seed: 1)
        var register = Bench.register
        register.fields = register.fields.map { field in
            var field = field
            if field.name == "fee" {
                field.name = "price"
                field.was = "fee"
            }
            return field
        }
        register.fields.append(FieldDefinition(name: "colour", label: "颜色", type: .text, place: register.place))
        let layout = RegisterLayout(register)
        let plan = try await bench.engine.plan(layout.tables, search: [layout.search])
        #expect(plan.contains(.renameColumn(table: layout.table, from: "fee", to: "price")))
        #expect(plan.contains(.addColumn(table: layout.table, ColumnLayout("colour", .text))))
        try await bench.engine.apply(plan)
        let table = RecordTable(register)
        for drawn in records {
            let read = try await bench.engine.read { try table.fetch(id: drawn.record.id, district: "reed-bay", in: $0) }
            #expect(read?.values["price"] == drawn.record.values["fee"])
            #expect(read?.values["colour"] == nil)
        }
    }

    @Test("a record is read back as it was written, with rows, lists and sealed values", arguments: EngineMaker.all)
    func roundTrip(maker: EngineMaker) async throws {
        let bench = try await Bench(maker)
        for drawn in try await bench.records(120, seed: 2) {
            let read = try await bench.engine.read { try bench.table.fetch(id: drawn.record.id, district: "reed-bay", in: $0) }
            #expect(read == drawn.record.withoutHashes)
            let stamps = try await bench.engine.read { try MoveTable.stamps(of: drawn.record.id, district: "reed-bay", in: $0) }
            #expect(stamps == drawn.stamps)
            let runs = try await bench.engine.read { try RunTable.runs(of: drawn.record.id, district: "reed-bay", in: $0) }
            #expect(Set(runs) == Set(drawn.runs))
        }
    }

    @Test("the note of a stamp is kept as the bytes it was sealed to, and stays away from the stamps", arguments: EngineMaker.all)
    func notes(maker: EngineMaker) async throws {
        let bench = try await Bench(maker)
        let drawn = try #require(try await bench.records(1, seed: 5).first)
        let count = Int64(drawn.stamps.count)
        var stamp = drawn.stamps[0]
        stamp.note = "in clear"
        let (next, notes, stamps) = try await bench.engine.write { [stamp] session in
            let next = try MoveTable.nextSequence(of: drawn.record.id, district: "reed-bay", in: session)
            try MoveTable.append(
                stamp, sealedNote: [0, 7, 255], record: drawn.record.id, register: drawn.record.register, district: "reed-bay",
                in: session)
            let notes = try MoveTable.sealedNotes(of: drawn.record.id, district: "reed-bay", in: session)
            return .commit((next, notes, try MoveTable.stamps(of: drawn.record.id, district: "reed-bay", in: session)))
        }
        #expect(next == count + 1 && notes.map(\.sequence) == Array(1...next))
        #expect(notes.map(\.note) == drawn.stamps.map { _ in nil } + [[0, 7, 255]])
        #expect(stamps.count == notes.count && stamps.allSatisfy { $0.note == nil })
    }

    @Test(
        "an update over the stored revision is written whole, one over an older revision not at all", arguments: EngineMaker.all)
    func update(maker: EngineMaker) async throws {
        let bench = try await Bench(maker)
        let records = try await bench.records(40, seed: 3)
        var lot = RandomRecords(Bench.register, units: Bench.units, seed: 4)
        for drawn in records {
            let old = drawn.record.withoutHashes
            var new = lot.next().record
            new.id = old.id
            new.number = old.number + "改"
            new.revision = 2
            new.createdAt = old.createdAt
            let written = new
            let results = try await bench.engine.write { session -> Outcome<[Bool]> in
                .commit(
                    try [
                        bench.table.update(written, replacing: old, in: session),
                        bench.table.update(written, replacing: old, in: session),
                    ])
            }
            #expect(results == [true, false])
            let read = try await bench.engine.read { try bench.table.fetch(id: old.id, district: "reed-bay", in: $0) }
            #expect(read == new.withoutHashes)
        }
    }

    @Test("a number is given once in a district, and a write that is taken back leaves nothing", arguments: EngineMaker.all)
    func uniqueAndRolledBack(maker: EngineMaker) async throws {
        let bench = try await Bench(maker)
        let first = try await bench.records(1, seed: 5)[0].record
        var twin = first
        twin.id = "id-2"
        let copy = twin
        await #expect(throws: StoreError.self) {
            try await bench.engine.write { session -> Outcome<Void> in
                try bench.table.insert(copy, in: session)
                return .commit(())
            }
        }
        twin.number = "另一号"
        twin.district = "other"
        let other = twin
        try await bench.engine.write { session -> Outcome<Void> in
            try bench.table.insert(other, in: session)
            return .rollBack(())
        }
        #expect(try await bench.ids(Statement("SELECT id FROM r_parcel")) == [first.id])
        #expect(try await bench.ids(Statement("SELECT id FROM r_parcel__items WHERE district = 'other'")).isEmpty)
    }

    @Test(
        "serials of a district, register and year run without gaps and are taken back with the write", arguments: EngineMaker.all)
    func serials(maker: EngineMaker) async throws {
        let bench = try await Bench(maker)
        func next(_ register: String, _ year: Int, commit: Bool = true) async throws -> Int64 {
            try await bench.engine.write { session in
                let serial = try CounterTable.next(register: register, year: year, district: "reed-bay", in: session)
                return commit ? .commit(serial) : .rollBack(serial)
            }
        }
        #expect(try await next("a", 2021) == 1)
        #expect(try await next("a", 2021) == 2)
        #expect(try await next("a", 2021, commit: false) == 3)
        #expect(try await next("a", 2021) == 3)
        #expect(try await next("a", 2022) == 1)
        #expect(try await next("b", 2021) == 1)
        #expect(
            try await bench.engine.read { try CounterTable.peek(register: "a", year: 2021, district: "reed-bay", in: $0) } == 4)
        #expect(try await bench.engine.read { try CounterTable.peek(register: "a", year: 2021, district: "other", in: $0) } == 1)
    }

    @Test(
        "every two characters of a plain text are found, by all words typed, and personal text never", arguments: EngineMaker.all)
    func search(maker: EngineMaker) async throws {
        let bench = try await Bench(maker)
        var drawn = try await bench.records(30, seed: 6)
        func found(_ text: String, district: String = "reed-bay") async throws -> Set<String> {
            var query = RecordQuery(district: district, layout: bench.table.layout, units: .all, asOf: Day("2021-06-01"))
            query.text = text
            query.limit = 1000
            let asked = query
            return Set(
                try await bench.engine.read {
                    try bench.table.page(asked, dialect: bench.engine.dialect, in: $0).map(\.record.id)
                })
        }
        func holding(_ text: String) -> Set<String> {
            Set(
                drawn.filter { d in ["title", "remark"].contains { d.record.values[$0]?.text?.contains(text) ?? false } }.map(
                    \.record.id))
        }
        #expect(!holding("陶罐").isEmpty)
        #expect(try await found("陶罐") == holding("陶罐"))
        #expect(try await found("箱一") == holding("箱一"))
        #expect(try await found("ceramic") == holding("ceramic"))
        #expect(try await found("CERAMIC pot") == holding("ceramic"))
        #expect(try await found("a1") == holding("Ａ１"))
        #expect(try await found("陶罐", district: "other").isEmpty)
        #expect(try await found("第7号") == [drawn[6].record.id])
        #expect(try await found("没有的").isEmpty)
        #expect(try await found("\" OR 1=1 --").isEmpty)
        // The index follows a change.
        let old = drawn[0].record.withoutHashes
        var new = old
        new.revision = 2
        new.values["title"] = .text("铜镜")
        new.values["remark"] = nil
        let written = new
        _ = try await bench.engine.write { .commit(try bench.table.update(written, replacing: old, in: $0)) }
        drawn[0].record = new
        #expect(try await found("铜镜") == [old.id])
        #expect(try await found("陶罐") == holding("陶罐"))
    }

    @Test(
        "a person is found by the keyed hash in the units where he is seen in clear, in the record and in its rows",
        arguments: EngineMaker.all)
    func lookUp(maker: EngineMaker) async throws {
        let bench = try await Bench(maker)
        let drawn = try await bench.records(80, seed: 7)
        func found(_ person: UInt8, in clear: UnitSet, units: UnitSet = .all) async throws -> Set<String> {
            var query = RecordQuery(district: "reed-bay", layout: bench.table.layout, units: units, asOf: Day("2021-06-01"))
            query.text = "nobody types this"
            query.lookUps = ["sender", "items.receiver"].map { .init(path: FieldPath($0), hash: [person, person]) }
            query.lookUpUnits = clear
            query.limit = 1000
            let asked = query
            return Set(
                try await bench.engine.read {
                    try bench.table.page(asked, dialect: bench.engine.dialect, in: $0).map(\.record.id)
                })
        }
        func holding(_ person: UInt8, _ units: Set<String>) -> Set<String> {
            Set(
                drawn.map(\.record).filter { record in
                    let hash = Value.sealed([person, person])
                    let names =
                        [record.values["sender__hash"]] + (record.values["items"]?.rows ?? []).map { $0.values["receiver__hash"] }
                    return units.contains(record.owner) && names.contains(hash)
                }.map(\.id))
        }
        for person in UInt8(1)...9 {
            #expect(try await found(person, in: .all) == holding(person, Set(Bench.units)))
            #expect(try await found(person, in: .only(["east_one"])) == holding(person, ["east_one"]))
            #expect(try await found(person, in: .all, units: .only(["east_two"])) == holding(person, ["east_two"]))
            #expect(try await found(person, in: .none).isEmpty)
        }
    }

    @Test("no query finds a record of a unit outside its scope, and one without units finds nothing", arguments: EngineMaker.all)
    func scope(maker: EngineMaker) async throws {
        let bench = try await Bench(maker)
        let drawn = try await bench.records(60, seed: 8)
        var chance = Chance(seed: 9)
        for round in 0..<12 {
            let chosen: Set<String> = round == 0 ? [] : Set(Bench.units.filter { _ in chance.once(in: 2) })
            let units = UnitSet.only(chosen)
            var query = RecordQuery(district: "reed-bay", layout: bench.table.layout, units: units, asOf: Day("2021-06-01"))
            query.limit = 1000
            if chance.once(in: 2) { query.condition = .any([.state(["sent"]), .not(.state(["sent"]))]) }
            if chance.once(in: 2) { query.owners = Set(Bench.units) }
            let asked = query
            let expected = drawn.filter { chosen.contains($0.record.owner) }
            let found = try await bench.engine.read {
                try bench.table.page(asked, dialect: bench.engine.dialect, in: $0).map(\.record.id)
            }
            #expect(Set(found) == Set(expected.map(\.record.id)))
            let count = try await bench.engine.read { try $0.first(asked.count(bench.engine.dialect)) { $0.integer(0) } }
            #expect(count == Int64(expected.count))
            let open = try await bench.engine.read {
                try RunTable.open(district: "reed-bay", scopes: [("parcel", units)], dueThrough: nil, limit: 1000, in: $0)
            }
            #expect(open.count == expected.flatMap(\.runs).filter { $0.phase != .stopped }.count)
            #expect(open.allSatisfy { chosen.contains($0.owner) })
            let counts = try await bench.engine.read {
                try RunTable.counts(
                    district: "reed-bay", scopes: [("parcel", units), ("depot", .all)], on: Day("2021-06-01"),
                    now: Instant(day: Day("2021-06-01"), hour: 23, minute: 59), in: $0)
            }
            let facts = expected.map { $0.facts(Bench.register, asOf: Day("2021-06-01")) }
            #expect(
                counts["parcel"]?.overdue ?? 0 == facts.filter { $0.deadlines.values.contains { $0.contains(.overdue) } }.count)
        }
    }

    @Test("clocks come earliest first and no further than asked", arguments: EngineMaker.all)
    func dueThrough(maker: EngineMaker) async throws {
        let bench = try await Bench(maker)
        let drawn = try await bench.records(40, seed: 10)
        let day = Day("2021-03-01")
        let found = try await bench.engine.read {
            try RunTable.open(district: "reed-bay", scopes: [("parcel", .all)], dueThrough: day, limit: 1000, in: $0)
        }
        let expected = drawn.flatMap(\.runs).filter { $0.phase != .stopped && ($0.dueOn.map { $0 <= day } ?? false) }
        #expect(found.count == expected.count)
        #expect(found.compactMap(\.run.dueOn) == found.compactMap(\.run.dueOn).sorted())
        let few = try await bench.engine.read {
            try RunTable.open(district: "reed-bay", scopes: [("parcel", .all)], dueThrough: nil, limit: 3, in: $0)
        }
        #expect(few.count == 3)
    }
}

extension Record {
    /// As it is read back: the hashes stay in the database.
    var withoutHashes: Record {
        var record = self
        record.values = values.filter { !$0.key.hasSuffix("__hash") }.mapValues { value in
            guard case .rows(let rows) = value else { return value }
            return .rows(rows.map { Row(id: $0.id, values: $0.values.filter { !$0.key.hasSuffix("__hash") }) })
        }
        return record
    }
}

import Access
import Casework
import Definitions
import Foundation
import LegalTime
import Records
import Store
import TestSupport
import Testing
import Vault

@Suite("Personal values")
struct PrivacyTests {
    /// Every personal text that the tests type.
    private static func secrets(_ people: Range<Int>) -> [String] {
        people.flatMap { person in
            [
                InventedPeople.names[person % InventedPeople.names.count], InventedPeople.phone(person),
                InventedPeople.id(person),
                InventedPeople.address(person),
            ]
        } + ["寄件人住在想象路", "守仓0号", "扫描件里的话", "机密扫描"]
    }

    /// Names that stand only in the note of a move, in the reason of a correction, and in a note beside that reason.
    private static let (noted, reasoned, added) = ("令狐留言", "司徒缘由", "慕容旁注")

    @Test("no personal value, note or reason stands in clear anywhere in the database's files, nor in the log")
    func bytes() async throws {
        let bay = try await ParcelOffice()
        let scan = Upload(name: "机密扫描.pdf", mediaType: "application/pdf", bytes: Array("扫描件里的话".utf8))
        for person in 0..<8 {
            let receipt = try await bay.office.register(
                "parcel", bay.input("east_one", person: person), uploads: ["scan": scan], by: bay.clerk
            ).done()
            let edited = try await bay.edit(
                receipt, ["sender": InventedPeople.names[(person + 2) % 8], "sender_phone": InventedPeople.phone(person + 1)]
            ).done()
            let taken = try await bay.move(
                edited, "take", ["taken_on": "2021-11-15", "insured": "否"], note: "\(Self.noted)来电说明"
            ).done()
            let correction = RecordChange(
                .correct(reason: "误听为\(Self.reasoned)"), revision: taken.revision, input: RecordInput(texts: ["fee": "3"]),
                fields: ["fee"], note: "\(Self.added)在场")
            _ = try await bay.office.change("parcel", id: receipt.id, correction, by: bay.clerk).done()
        }
        _ = try await bay.office.list(request("陶罐"), by: bay.clerk)
        let texts = ["", "-wal", "-shm"].compactMap { FileManager.default.contents(atPath: bay.bench.path + $0) }
        #expect(texts.count >= 2)
        for secret in Self.secrets(0..<9) + [Self.noted, Self.reasoned, Self.added] {
            for data in texts { #expect(data.range(of: Data(secret.utf8)) == nil, "\(secret)") }
        }
        // The search itself would find what is there.
        #expect(texts.contains { $0.range(of: Data("陶罐".utf8)) != nil })
    }

    private func request(_ text: String?) -> ListRequest {
        var request = ListRequest(register: "parcel")
        request.text = text
        return request
    }

    @Test(
        "whoever only oversees sees masks on the record, in the list, in the history and in names of references",
        arguments: [Role.leader, .reviewer, .coordinator])
    func masks(role: Role) async throws {
        let bay = try await ParcelOffice()
        var input = bay.input()
        input.texts["keepers"] = bay.keepers["east_one"]
        let receipt = try await bay.office.register("parcel", input, by: bay.clerk).done()
        let overseer = try await bay.bench.actor(role, at: "bay")
        let view = try #require(try await bay.office.record("parcel", id: receipt.id, by: overseer))
        #expect(!view.seesPersonal)
        #expect(view.record.values["sender"] == .masked("公***"))
        #expect(view.record.values["sender_phone"] == .masked("199****1000"))
        #expect(view.record.values["is_minor"] == .masked("***") && view.record.values["story"] == .masked("***"))
        #expect(view.record.values["items"]?.rows?.first?.values["receiver"] == .masked("欧***"))
        #expect(view.references[bay.keepers["east_one"] ?? ""] == "守***")
        let page = try await bay.office.list(request(nil), by: overseer)
        #expect(page.items.map { $0.record.values["sender"] } == [.masked("公***")])
        let history = try #require(try await bay.office.history("parcel", id: receipt.id, by: overseer))
        let changes = history.flatMap(\.changes).filter(\.isPersonal)
        #expect(changes.count == 7)
        #expect(changes.allSatisfy { if case .masked? = $0.after { true } else { false } })
        for secret in Self.secrets(0..<2) { #expect(!"\(view) \(page) \(history)".contains(secret), "\(secret)") }

        let clear = try #require(try await bay.office.record("parcel", id: receipt.id, by: bay.clerk))
        #expect(clear.seesPersonal && clear.record.values["sender"] == .text(InventedPeople.names[0]))
        #expect(clear.record.values["is_minor"] == .bool(false))
        #expect(clear.references[bay.keepers["east_one"] ?? ""] == "守仓0号")
        let told = try #require(try await bay.office.history("parcel", id: receipt.id, by: bay.clerk))
        #expect(
            told.flatMap(\.changes).contains {
                $0.path == FieldPath("items.receiver") && $0.after == .text(InventedPeople.names[1])
            })
    }

    @Test("notes and reasons are told in clear to those who see personal values there, and to others as masks")
    func remarks() async throws {
        let bay = try await ParcelOffice()
        let head = try await bay.bench.actor(.head, at: "bay")
        let leader = try await bay.bench.actor(.leader, at: "bay")
        let receipt = try await bay.parcel()
        let ended = try await bay.move(receipt, "decline", note: Self.noted, by: head).done()
        let correction = RecordChange(
            .correct(reason: Self.reasoned), revision: ended.revision, input: RecordInput(texts: ["fee": "3"]), fields: ["fee"],
            note: Self.added)
        _ = try await bay.office.change("parcel", id: receipt.id, correction, by: bay.clerk).done()

        func told(_ actor: Actor) async throws -> (notes: [String?], facts: [[String: String]]) {
            let view = try #require(try await bay.office.record("parcel", id: receipt.id, by: actor))
            let history = try #require(try await bay.office.history("parcel", id: receipt.id, by: actor))
            return (view.stamps.map(\.note), history.map(\.facts))
        }
        let clear = try await told(bay.clerk)
        #expect(clear.notes == [nil, Self.noted])
        #expect(clear.facts.map { $0["note"] } == [nil, Self.noted, Self.added])
        #expect(clear.facts.map { $0["reason"] } == [nil, nil, Self.reasoned])
        #expect(clear.facts[1]["transition"] == "decline" && clear.facts[1]["to"] == "declined")
        let masked = try await told(leader)
        #expect(masked.notes == [nil, "***"])
        #expect(masked.facts.map { $0["note"] } == [nil, "***", "***"])
        #expect(masked.facts.map { $0["reason"] } == [nil, nil, "***"])
        #expect(masked.facts[1]["transition"] == "decline" && masked.facts[1]["to"] == "declined")
    }

    @Test("a note opens at its own stamp only")
    func movedNote() async throws {
        let bay = try await ParcelOffice()
        let head = try await bay.bench.actor(.head, at: "bay")
        let receipt = try await bay.parcel()
        _ = try await bay.move(receipt, "decline", note: Self.noted, by: head).done()
        try await bay.bench.tamper(
            "UPDATE move_stamp SET note = (SELECT m.note FROM move_stamp m WHERE m.record = ?1 AND m.sequence = 2) WHERE record = ?1 AND sequence = 1",
            [.text(receipt.id)])
        await #expect(throws: (any Error).self) { try await bay.office.record("parcel", id: receipt.id, by: bay.clerk) }
    }

    @Test("a form shown masked and sent back leaves the values behind the masks as they were")
    func maskedForm() async throws {
        let bay = try await ParcelOffice()
        let coordinator = try await bay.bench.actor(.coordinator, at: "bay")
        let receipt = try await bay.parcel()
        let shown = try #require(try await bay.office.record("parcel", id: receipt.id, by: coordinator)?.record)
        let register = ParcelCatalogue.register("parcel")
        let writer = ValueText(
            register: register, labels: Labels(), language: .chinese, unitLabel: { $0 }, referenceLabel: { $1 })
        var input = RecordInput()
        let fields = register.fields.filter { $0.type != .attachment && $0.validity == .always }
        for field in fields where field.type != .rows {
            input.texts[field.name] = writer.input(shown.values[field.name], of: field)
        }
        input.rows["items"] = shown.values["items"]?.rows?.map { row in
            let items = register.field("items")?.fields.filter { $0.type != .attachment } ?? []
            return RowInput(
                id: row.id,
                texts: Dictionary(uniqueKeysWithValues: items.map { ($0.name, writer.input(row.values[$0.name], of: $0)) }))
        }
        input.texts["fee"] = "99"
        let before = try #require(try await bay.office.record("parcel", id: receipt.id, by: bay.clerk)?.record.values)
        let change = RecordChange(.edit, revision: 1, input: input, fields: fields.map(\.name))
        _ = try await bay.office.change("parcel", id: receipt.id, change, by: coordinator).done()
        let after = try #require(try await bay.office.record("parcel", id: receipt.id, by: bay.clerk)?.record.values)
        #expect(after == before.merging(["fee": .integer(9900)]) { _, new in new })
        #expect(
            try await bay.office.history("parcel", id: receipt.id, by: bay.clerk)?.last?.changes.map(\.path.description) == [
                "fee"
            ])
    }

    @Test("a person is found by name, number and phone however they are typed, by those who see him in clear, and by nobody else")
    func lookUp() async throws {
        let bay = try await ParcelOffice()
        let receipt = try await bay.parcel("east_one", person: 3)
        _ = try await bay.parcel("west_one", person: 5)
        let east = try await bay.bench.actor(.clerk, at: "east")
        let west = try await bay.bench.actor(.clerk, at: "west")
        let spaced = InventedPeople.names[3].map(String.init).joined(separator: " ")
        let typed = [
            InventedPeople.names[3], spaced, InventedPeople.phone(3), "+86 \(InventedPeople.phone(3))", InventedPeople.id(3),
            InventedPeople.names[4],
        ]
        for text in typed {
            for actor in [bay.clerk, east] {
                #expect(try await bay.office.list(request(text), by: actor).items.map(\.record.id) == [receipt.id], "\(text)")
                #expect(try await bay.office.count(request(text), by: actor) == 1)
            }
            #expect(try await bay.office.list(request(text), by: west).items.isEmpty)
        }
        for role in [Role.leader, .reviewer, .coordinator] {
            let overseer = try await bay.bench.actor(role, at: "bay")
            for text in typed {
                #expect(try await bay.office.list(request(text), by: overseer).items.isEmpty, "\(role) \(text)")
                #expect(try await bay.office.count(request(text), by: overseer) == 0)
            }
        }
    }

    @Test("a reference cannot be used to try whether somebody of a name is in another register")
    func referenceProbe() async throws {
        let bay = try await ParcelOffice()
        let coordinator = try await bay.bench.actor(.coordinator, at: "bay")
        func outcome(_ keeper: String, by actor: Actor) async throws -> ActOutcome {
            var input = bay.input()
            input.many["keepers"] = [keeper]
            return try await bay.office.register("parcel", input, by: actor)
        }
        #expect(try await outcome("守仓0号", by: bay.clerk).receipt != nil)
        #expect(try await outcome("守仓0号", by: coordinator).problems?.map(\.reason) == [.unknownReference("守仓0号", near: [])])
        #expect(try await outcome(bay.keepers["east_one"] ?? "", by: coordinator).receipt != nil)
    }

    @Test("a name in a record of a unit out of sight shows as its number")
    func foreignReference() async throws {
        let bay = try await ParcelOffice()
        var input = bay.input("east_one")
        input.many["keepers"] = [bay.keepers["west_one"] ?? ""]
        let receipt = try await bay.office.register("parcel", input, by: bay.clerk).done()
        let clerk = try await bay.bench.actor(.clerk, at: "east_one")
        let view = try #require(try await bay.office.record("parcel", id: receipt.id, by: clerk))
        #expect(view.references[bay.keepers["west_one"] ?? ""] == "苇员〔2018〕3号")
        #expect(view.references[bay.depots["east_one"] ?? ""] == "east_one收寄点")
        // A depot of the west named by a parcel of the east would show its number, not its title.
        try await bay.bench.tamper("UPDATE r_depot SET owner = 'west_one' WHERE id = ?", [.text(bay.depots["east_one"] ?? "")])
        let foreign = try #require(try await bay.office.record("parcel", id: receipt.id, by: clerk))
        #expect(foreign.references[bay.depots["east_one"] ?? ""] == "苇点〔2018〕1号")
    }

    @Test("what is typed into the log-in box by nobody is not kept")
    func logIn() async throws {
        let bay = try await ParcelOffice()
        _ = try await bay.office.logIn("my-secret-password", password: "x")
        let body = try await bay.bench.engine.read { session in
            try LogTable.latest(district: "reed-bay", actor: nil, before: nil, limit: 1, in: session)[0].body
        }
        #expect(try ChainedEntry(decoding: body).act == "log_in_refused")
        #expect(Data(body).range(of: Data("my-secret".utf8)) == nil)
    }
}

import Access
import Casework
import Definitions
import LegalTime
import Records

/// People who do not exist.
public enum InventedPeople {
    public static let names = ["公孙拾玖", "欧阳测试", "端木样例", "司徒假名", "令狐虚构", "上官无此", "尉迟非真", "宇文编造"]
    public static func phone(_ number: Int) -> String { "1990000" + String(1000 + number) }
    /// Eighteen characters of a place that no code stands for, with a check character that is wrong on purpose.
    public static func id(_ number: Int) -> String {
        let digits = "0000001990010" + String(1000 + number)
        let right = ResidentID.checkCharacter(of: digits)
        return digits + (right == "0" ? "1" : "0")
    }
    public static func address(_ number: Int) -> String { "苇湾区想象路\(number)号" }
}

/// An office of the made-up catalogue with a depot and a keeper in each village.
public struct ParcelOffice: Sendable {
    public let bench: TestOffice
    /// Ids by unit.
    public let depots: [String: String]
    public let keepers: [String: String]
    /// A clerk of the whole district.
    public let clerk: Actor

    public var office: Office { bench.office }
    public static let villages = ["east_one", "east_two", "west_one"]

    public init(today: Day? = nil) async throws {
        bench = try await TestOffice(today: today)
        clerk = try await bench.actor(.clerk, at: "bay")
        var depots: [String: String] = [:]
        var keepers: [String: String] = [:]
        for (index, unit) in Self.villages.enumerated() {
            let depot = RecordInput(texts: ["title": "\(unit)收寄点", "unit": unit, "opened_on": "2018-01-0\(index + 1)"])
            depots[unit] = try await bench.office.register("depot", depot, by: clerk).done().id
            let keeper = RecordInput(texts: ["name": "守仓\(index)号", "unit": unit, "hired_on": "2018-02-01"])
            keepers[unit] = try await bench.office.register("keeper", keeper, by: clerk).done().id
        }
        self.depots = depots
        self.keepers = keepers
    }

    /// What is typed for an ordinary parcel of a village; `texts` goes over it.
    public func input(_ unit: String = "east_one", _ texts: [String: String] = [:], person: Int = 0) -> RecordInput {
        var all = [
            "sent_on": "2021-11-12", "depot": depots[unit] ?? "", "title": "陶罐", "kind": "box",
            "town": unit.hasPrefix("east") ? "east" : "west",
            "sender": InventedPeople.names[person % InventedPeople.names.count], "sender_phone": InventedPeople.phone(person),
            "sender_id": InventedPeople.id(person), "sender_address": InventedPeople.address(person), "story": "寄件人住在想象路，电话打不通",
            "is_minor": "否", "fee": "12.50",
        ]
        all.merge(texts) { _, new in new }
        var input = RecordInput(texts: all.filter { !$0.value.isEmpty })
        input.rows["items"] = [
            RowInput(texts: [
                "name": "罐", "receiver": InventedPeople.names[(person + 1) % InventedPeople.names.count], "value": "100",
                "amount": "2",
            ])
        ]
        return input
    }

    /// Registers a parcel.
    public func parcel(_ unit: String = "east_one", _ texts: [String: String] = [:], person: Int = 0, by actor: Actor? = nil)
        async throws -> Receipt
    {
        try await office.register("parcel", input(unit, texts, person: person), by: actor ?? clerk).done()
    }

    /// Makes a move with some fields.
    @discardableResult
    public func move(
        _ receipt: Receipt, _ name: String, _ texts: [String: String] = [:], note: String? = nil, by actor: Actor? = nil
    ) async throws
        -> ActOutcome
    {
        let change = RecordChange(
            .move(name), revision: receipt.revision, input: RecordInput(texts: texts), fields: texts.keys.sorted(), note: note)
        return try await office.change("parcel", id: receipt.id, change, by: actor ?? clerk)
    }

    /// Edits some fields.
    @discardableResult
    public func edit(_ receipt: Receipt, _ texts: [String: String], by actor: Actor? = nil) async throws -> ActOutcome {
        let change = RecordChange(
            .edit, revision: receipt.revision, input: RecordInput(texts: texts), fields: texts.keys.sorted())
        return try await office.change("parcel", id: receipt.id, change, by: actor ?? clerk)
    }
}

import Casework
import Definitions
import LegalTime
import Pages
import Records
import Store
import Wording

/// What a list's address asks for: the conditions in force, in the words of the register.
struct ListQuery {
    let visit: Visit
    let register: RegisterDefinition
    var request: ListRequest
    private(set) var chips: [Chip] = []
    /// Conditions that shape the list; without page and order.
    private(set) var sortName: String

    static let pageSizes = [20, 50, 100, 200]
    private static let paging: Set<String> = ["after", "before"]

    init(_ visit: Visit, _ register: RegisterDefinition) {
        self.visit = visit
        self.register = register
        request = ListRequest(register: register.name)
        sortName = visit.arrival.query("sort") ?? "-registered"
        var conditions: [Condition] = []
        readView(&conditions)
        readFilters(&conditions)
        readDays(&conditions)
        readUnit()
        readText()
        readClock()
        readStanding()
        if conditions.count == 1 {
            request.condition = conditions[0]
        } else if conditions.count > 1 {
            request.condition = .all(conditions)
        }
        readOrder()
        readPage()
    }

    private func given(_ name: String) -> String? {
        visit.arrival.query(name).map(PlainText.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The list's address without the page it stands at.
    var address: Address { Address(Address.list(register.name).path, query: visit.arrival.address.query).without(Self.paging) }

    private mutating func chip(_ label: String, _ names: String...) {
        chips.append(Chip(label: label, removed: address.without(Set(names))))
    }

    var openStates: [String] { register.states.filter { !$0.isEnd }.map(\.name) }

    private mutating func readView(_ conditions: inout [Condition]) {
        if given("view") == "open" { conditions.append(.state(openStates)) }
        guard let state = given("state"), register.state(state) != nil else { return }
        conditions.append(.state([state]))
        chip(
            visit.wording.text(ListText.recordState) + visit.wording.colon + visit.wording.label(ofState: state, in: register),
            "state")
    }

    /// Fields that the definition names as filters; personal ones are never among them.
    var filterFields: [FieldDefinition] { register.list.filters.compactMap { register.field($0) }.filter { $0.personal == nil } }

    private mutating func readFilters(_ conditions: inout [Condition]) {
        for field in filterFields {
            guard let value = given(field.name), let constant = Self.constant(value, field) else { continue }
            conditions.append(.field(FieldPath(field.name), .oneOf([constant], orUnset: false)))
            let text = visit.valueText(register, references: [:]).text(Self.value(constant), of: field)
            chip(visit.wording.label(ofField: field.name, in: register) + visit.wording.colon + text, field.name)
        }
    }

    private static func constant(_ text: String, _ field: FieldDefinition) -> Constant? {
        switch field.type {
        case .bool: text == "1" ? .bool(true) : text == "0" ? .bool(false) : nil
        case .integer: Int64(text).map(Constant.integer)
        case .date: Day(iso: text).map(Constant.day)
        case .money, .decimal, .moment, .rows, .attachment, .longText: nil
        default: .text(text)
        }
    }

    private static func value(_ constant: Constant) -> Value {
        switch constant {
        case .text(let text): .text(text)
        case .integer(let number), .parameter(_, let number): .integer(number)
        case .bool(let bool): .bool(bool)
        case .day(let day): .day(day)
        }
    }

    /// Names of records in chips and choices are looked up later.
    mutating func nameReferences(_ choices: FormChoices) {
        for field in filterFields where field.type == .reference || field.type == .references {
            guard let value = given(field.name), case .few(let options)? = choices.references[field.target ?? ""],
                let option = options.first(where: { $0.value == value }),
                let index = chips.firstIndex(where: { $0.label.hasSuffix(value) })
            else { continue }
            chips[index].label = visit.wording.label(ofField: field.name, in: register) + visit.wording.colon + option.label
        }
    }

    /// Date columns: each takes a first and a last day, and can put the list in order.
    var dateFields: [FieldDefinition] {
        register.list.columns.compactMap { register.field($0) }.filter { $0.type == .date && $0.personal == nil }
    }

    func day(_ name: String) -> Day? {
        guard let text = given(name), case .day(let day) = DateText.read(text, year: visit.today.year) else { return nil }
        return day
    }

    private mutating func readDays(_ conditions: inout [Condition]) {
        for field in dateFields {
            let (from, to) = (day(field.name + "_from"), day(field.name + "_to"))
            guard from != nil || to != nil else { continue }
            if let from { conditions.append(.field(FieldPath(field.name), .atLeast(.day(from)))) }
            if let to { conditions.append(.field(FieldPath(field.name), .atMost(.day(to)))) }
            chip(
                visit.wording.filter(visit.wording.label(ofField: field.name, in: register), from: from, to: to),
                field.name + "_from", field.name + "_to")
        }
    }

    private mutating func readUnit() {
        guard let unit = given("unit") else { return }
        request.owners = visit.directory.tree.subtree(of: unit, on: visit.today, includingEnded: true).union([unit])
        chip(
            visit.wording.text(CommonText.owner) + visit.wording.colon + visit.directory.unitLabel(unit, in: visit.language),
            "unit")
    }

    private mutating func readText() {
        guard let text = given("q") else { return }
        request.text = text
        chip(visit.wording.quoted(text), "q")
    }

    private mutating func readClock() {
        let statuses = (given("clock") ?? "").split(separator: ",").compactMap { ClockStatus(rawValue: String($0)) }
        guard !statuses.isEmpty else { return }
        request.clocks = statuses
        let names = visit.wording.list(statuses.map { visit.wording.name(of: $0) })
        chip(visit.wording.text(ListText.deadlineStatus) + visit.wording.colon + names, "clock")
    }

    /// `as_of=2021-05-01`: a dated list as it read on that day.
    private mutating func readStanding() {
        guard register.dated != nil, let day = day("as_of") else { return }
        request.standingOn = day
        chip(visit.wording.text(VersionText.asOf) + visit.wording.colon + day.iso, "as_of")
    }

    /// A day that cannot be read, or a list without versions, must not look like the list of that day.
    func checkStanding() throws {
        if given("as_of") != nil, request.standingOn == nil { throw WebProblem.badRequest }
    }

    private mutating func readOrder() {
        let isDescending = sortName.hasPrefix("-")
        let name = isDescending ? String(sortName.dropFirst()) : sortName
        if name == "due", !register.deadlines.isEmpty {
            request.sort = .due
        } else if name == "registered" {
            request.sort = .registered(descending: isDescending)
        } else if dateFields.contains(where: { $0.name == name }) {
            request.sort = .field(name, descending: isDescending)
        } else {
            sortName = "-registered"
        }
    }

    private mutating func readPage() {
        request.limit = given("limit").flatMap { Int($0) }.map { min(max($0, 1), 200) } ?? 50
        request.wantsTotal = given("total") != "no"
        if let text = given("after") { request.cursor = Self.cursor(text, isBackwards: false) }
        if let text = given("before") { request.cursor = Self.cursor(text, isBackwards: true) }
    }

    // MARK: Pages

    /// `t2021-12-14~01J…`: kind and value of the order, then the record. It says where a page ends, nothing more.
    static func text(_ cursor: RecordQuery.Cursor) -> String {
        switch cursor.value {
        case .text(let text): "t\(text)~\(cursor.id)"
        case .integer(let number): "i\(number)~\(cursor.id)"
        default: "n~\(cursor.id)"
        }
    }

    static func cursor(_ text: String, isBackwards: Bool) -> RecordQuery.Cursor? {
        guard let mark = text.lastIndex(of: "~"), let kind = text.first else { return nil }
        let id = String(text[text.index(after: mark)...])
        let value = String(text[..<mark].dropFirst())
        switch kind {
        case "t": return RecordQuery.Cursor(value: .text(value), id: id, isBackwards: isBackwards)
        case "i": return Int64(value).map { RecordQuery.Cursor(value: .integer($0), id: id, isBackwards: isBackwards) }
        case "n": return RecordQuery.Cursor(value: .null, id: id, isBackwards: isBackwards)
        default: return nil
        }
    }

    func next(_ page: RecordPage) -> Address? { page.next.map { address.setting("after", to: Self.text($0)) } }
    func previous(_ page: RecordPage) -> Address? { page.previous.map { address.setting("before", to: Self.text($0)) } }
}

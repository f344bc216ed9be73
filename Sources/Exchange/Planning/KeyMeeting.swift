import Casework
import Definitions
import LegalTime
import Records
import Store

/// Finds the record that a row of another system is about, by the fields that both know (文号, 名称).
struct KeyMeeting {
    let office: Office
    let actor: Actor
    let register: RegisterDefinition
    let key: [String]
    private var seen: [[Value?]: Int] = [:]

    init(office: Office, actor: Actor, register: RegisterDefinition, key: [String]) {
        self.office = office
        self.actor = actor
        self.register = register
        self.key = key
    }

    private var places: [InputPlace] { key.map { InputPlace(field: $0) } }

    /// Gives each row that meets a record its number, read anew as an update; a row without a key, or with one twice, gets a problem.
    ///
    /// - Parameter again: reads a row as one about the record of that number.
    mutating func meet(_ rows: inout [ReadRow], again: (ReadRow, String) -> ReadRow) async throws(StoreError) {
        let tried = try await office.tried(register.name, rows.map { Trial(input: $0.input) }, by: actor)
        let found = tried.map { tried in key.map { tried.values[$0] } }
        let known = try await records(found.compactMap { $0.first.flatMap { $0 } })
        for index in rows.indices where rows[index].number == nil {
            let values = found[index]
            guard let name = key.first, values.first.flatMap({ $0 }) != nil else {
                let place = InputPlace(field: key.first ?? "")
                // What could not be read has its own problem.
                let isReported =
                    tried[index].problems.contains { $0.place == place } || rows[index].problems.contains { $0.place == place }
                if !isReported { rows[index].problems.append(.input(InputProblem(place: place, reason: .missing))) }
                continue
            }
            if let other = seen[values] {
                rows[index].problems.append(.keyTwice(places, row: other))
                continue
            }
            seen[values] = rows[index].line.number
            let near = known[tried[index].values[name]] ?? []
            let same = near.filter { $0.says(values) }
            if same.count > 1 {
                rows[index].problems.append(.severalRecords(places, same.map(\.number)))
            } else if let record = same.first {
                rows[index] = again(rows[index], record.number)
            } else if near.contains(where: { $0.isMasked }) {
                // Whether it is one of these cannot be told by somebody who does not see the names.
                rows[index].problems.append(.refused(.notAllowed))
            }
        }
    }

    private struct Known {
        var number: String
        var values: [Value?]
        /// A mask that comes back as it went out says the same.
        func says(_ others: [Value?]) -> Bool {
            zip(values, others).allSatisfy { mine, theirs in
                if case .masked(let mask)? = mine, case .text(let text)? = theirs { return mask == text }
                return mine == theirs
            }
        }
        var isMasked: Bool { values.contains { if case .masked? = $0 { true } else { false } } }
    }

    /// The records within sight by the first field of their key, of those where it is one of these.
    private func records(_ first: [Value]) async throws(StoreError) -> [Value?: [Known]] {
        let constants = Set(first).compactMap(Constant.init)
        guard let name = key.first, !constants.isEmpty else { return [:] }
        var request = ListRequest(register: register.name)
        request.condition = .field(FieldPath(name), .oneOf(constants, orUnset: false))
        request.limit = 1000
        request.wantsTotal = false
        request.sort = .registered(descending: false)
        var known: [Value?: [Known]] = [:]
        while true {
            let page = try await office.list(request, by: actor)
            for item in page.items {
                let values = key.map { item.record.values[$0] }
                known[item.record.values[name], default: []].append(Known(number: item.record.number, values: values))
            }
            guard let next = page.next else { return known }
            request.cursor = next
        }
    }
}

extension Constant {
    /// A value that a condition can name; nil for the others.
    fileprivate init?(_ value: Value) {
        switch value {
        case .text(let text): self = .text(text)
        case .integer(let number): self = .integer(number)
        case .day(let day): self = .day(day)
        default: return nil
        }
    }
}

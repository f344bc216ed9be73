import Casework
import Hummingbird
import Pages
import Wording

extension Site {
    func list(_ visit: Visit) async throws -> Response {
        let register = try visit.register()
        var query = ListQuery(visit, register)
        try query.checkStanding()
        let found = try await visit.office.list(query.request, by: visit.actor)
        if visit.arrival.wantsJSON { return Answer.json(RecordJSON(visit, register).list(found, next: query.next(found))) }
        let fields = query.filterFields
        let choices = try await visit.choices(register, fields: fields, act: .read, values: [:])
        query.nameReferences(choices)
        return try await visit.page(query.page(found, choices: choices))
    }

    /// Numbers, titles and, in full, persons, in every register that this person sees.
    func find(_ visit: Visit) async throws -> Response {
        let text = visit.arrival.query("q") ?? ""
        var groups: [FindPage.Group] = []
        if !text.allSatisfy(\.isWhitespace) {
            for register in visit.catalogue.registers where !visit.actor.scope.units(in: register.name).isEmpty {
                var query = ListQuery(visit, register)
                query.request.limit = 10
                let found = try await visit.office.list(query.request, by: visit.actor)
                guard !found.items.isEmpty else { continue }
                groups.append(
                    FindPage.Group(
                        register: visit.wording.label(register), total: found.total ?? found.items.count,
                        all: Address.list(register.name).setting("q", to: text), rows: query.rows(found)))
            }
            if let only = groups.first, groups.count == 1, only.total == 1, let row = only.rows.first {
                return Answer.see(row.address.text)
            }
        }
        return try await visit.page(FindPage(text: text, groups: groups))
    }
}

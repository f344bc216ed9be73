import Casework
import Definitions
import Hummingbird
import Pages
import Wording

/// What a unit still sees of records that it has handed on.
extension Site {
    func handedOn(_ visit: Visit) async throws -> Response {
        let register = try visit.register()
        return try await handedOnAnswer(visit, register, try await visit.office.handedOn(register.name, by: visit.actor))
    }

    func handedOnPage(_ visit: Visit, _ register: RegisterDefinition, _ glimpse: Glimpse) async throws -> Response {
        try await handedOnAnswer(visit, register, [glimpse])
    }

    private func handedOnAnswer(_ visit: Visit, _ register: RegisterDefinition, _ glimpses: [Glimpse]) async throws -> Response {
        let lines = glimpses.map { glimpse in
            HandedOnPage.Line(
                number: glimpse.number, unit: visit.directory.unitLabel(glimpse.unit, in: visit.language),
                state: visit.wording.label(ofState: glimpse.state, in: register), handedOn: glimpse.handedOn)
        }
        if visit.arrival.wantsJSON {
            var json = JSONWriter()
            json.object { json in
                json.key("items")
                json.array { json in
                    for glimpse in glimpses {
                        json.object { json in
                            json.member("number", glimpse.number)
                            json.member("unit", glimpse.unit)
                            json.member("state", glimpse.state)
                            json.member("since", glimpse.handedOn.iso)
                        }
                    }
                }
            }
            return Answer.json(json.bytes)
        }
        return try await visit.page(
            HandedOnPage(register: visit.wording.label(register), list: .list(register.name), lines: lines))
    }
}

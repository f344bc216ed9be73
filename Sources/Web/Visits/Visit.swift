import Access
import Casework
import Definitions
import Hummingbird
import LegalTime
import Pages
import Records
import Wording

/// One request by somebody who is known: the office, who he is, what he wants.
struct Visit {
    let site: Site
    let arrival: Arrival
    let office: Office
    let actor: Actor
    let token: SessionToken
    /// Whether the token came in a header, where no other site can make a browser put it.
    let isBearer: Bool
    let wording: Wording
    let directory: Directory

    var request: Request { arrival.request }
    var today: Day { office.clock.today() }
    var language: Language { wording.language }
    var catalogue: Catalogue { office.catalogue }

    /// The register named in the address, where this person sees or may enter anything of it.
    func register() throws -> RegisterDefinition {
        guard let register = catalogue.register(arrival.parameter("register")), isVisible(register.name) else {
            throw WebProblem.notFound
        }
        return register
    }

    func isVisible(_ register: String) -> Bool {
        !actor.scope.units(in: register).isEmpty || !actor.scope.units(for: .register, in: register).isEmpty
    }

    /// Whether there is any register that this person may see.
    var seesRegisters: Bool { catalogue.registers.contains { isVisible($0.name) } }

    /// Whether the page stands in the register, or below it.
    func stands(in register: String) -> Bool { arrival.address.path.starts(with: Address.list(register).path) }

    /// The record named in the address.
    func record(_ register: RegisterDefinition) async throws -> RecordView {
        guard let view = try await office.record(register.name, id: arrival.parameter("id"), by: actor) else {
            throw WebProblem.notFound
        }
        return view
    }

    /// The form that was sent, once its token is seen to be of this session.
    func form() async throws -> FormBody {
        let form = try await FormBody.read(request)
        guard let token = form.text(FormToken.field), self.token.accepts(formToken: token) else { throw WebProblem.formExpired }
        return form
    }

    /// For bodies that are no forms: the token stands in a header, unless the session itself does.
    func checkToken() throws {
        if isBearer { return }
        guard let token = request.headers[.formToken], self.token.accepts(formToken: token) else { throw WebProblem.formExpired }
    }

    func page(_ page: some Page, status: HTTPResponse.Status = .ok) async throws -> Response {
        Answer.html(try await site.frame(for: self).render(page), status: status)
    }

    /// Words for values of a register.
    func valueText(_ register: RegisterDefinition, references: [String: String]) -> ValueText {
        let directory = directory
        let language = language
        return ValueText(
            register: register, labels: catalogue.labels, language: language,
            unitLabel: { directory.unitLabel($0, in: language) },
            referenceLabel: { _, id in references[id] ?? id })
    }

    func person(_ account: String) -> String {
        switch account {
        case Office.system: wording.text(PageText.system)
        case Office.publicVisitor: wording.text(OutsideText.visitor)
        default: directory.person(account)
        }
    }
}

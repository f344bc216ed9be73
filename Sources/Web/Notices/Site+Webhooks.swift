import Casework
import Hummingbird
import Pages
import Records
import Store
import Wording

/// The system administrator's page of addresses that notices go out to.
extension Site {
    private func allowed(_ visit: Visit) throws {
        guard visit.actor.scope.administers(.catalogue) else { throw WebProblem.forbidden }
    }

    func webhooks(_ visit: Visit) async throws -> Response {
        try allowed(visit)
        let notice: NoticeText? =
            visit.arrival.query("done") == "test" ? .tested : visit.arrival.query("done") == nil ? nil : .saved
        return try await webhookAnswer(visit, notice: notice.map { visit.wording.text($0) })
    }

    func addWebhook(_ visit: Visit) async throws -> Response {
        try allowed(visit)
        let form = try await visit.form()
        let address = PlainText.trimmed(form.text("address") ?? "")
        let kinds = Set(form.texts("kind").compactMap(NoticeKind.init(rawValue:)))
        switch try await visit.office.addWebhook(address, kinds: kinds, by: visit.actor) {
        case .success((_, let secret)):
            return try await webhookAnswer(visit, notice: visit.wording.text(NoticeText.added), secret: secret)
        case .failure(let refusal):
            let text: NoticeText = if case .tooMany = refusal { .tooMany } else { .notAnAddress }
            return try await webhookAnswer(
                visit, typed: address, kinds: kinds, problem: visit.wording.text(text), status: .unprocessableContent)
        }
    }

    func changeWebhook(_ visit: Visit) async throws -> Response {
        try allowed(visit)
        let form = try await visit.form()
        let id = visit.arrival.parameter("id")
        switch form.text("act") {
        case "pause": try await visit.office.pauseWebhook(id, true, by: visit.actor)
        case "resume": try await visit.office.pauseWebhook(id, false, by: visit.actor)
        case "remove": try await visit.office.removeWebhook(id, by: visit.actor)
        case "test":
            try await visit.office.testWebhook(id, by: visit.actor)
            return Answer.see(Address.webhooks.setting("done", to: "test").text)
        default: throw WebProblem.badRequest
        }
        return Answer.see(Address.webhooks.setting("done", to: "1").text)
    }

    private func webhookAnswer(
        _ visit: Visit, notice: String? = nil, secret: String? = nil, typed: String = "", kinds: Set<NoticeKind> = [],
        problem: String? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let wording = visit.wording
        let hooks = try await visit.office.webhooks().map { hook in
            WebhooksPage.Hook(
                id: hook.id, address: hook.address,
                kinds: hook.kinds.isEmpty
                    ? wording.text(NoticeText.allKinds)
                    : wording.list(NoticeKind.personal.filter(hook.kinds.contains).map(visit.label)),
                isPaused: hook.isPaused, deliveries: hook.deliveries.map { Self.line($0, visit) })
        }
        let page = WebhooksPage(
            hooks: hooks,
            kinds: NoticeKind.personal.map { .init(name: $0.rawValue, label: visit.label($0), isOn: kinds.contains($0)) },
            formToken: visit.token.formToken, notice: notice, secret: secret, typed: typed, problem: problem)
        return try await visit.page(page, status: status)
    }

    private static func line(_ delivery: DeliveryTable.Entry, _ visit: Visit) -> WebhooksPage.Delivery {
        let state: NoticeText =
            switch delivery.state {
            case .waiting: .waiting
            case .sent: .sent
            case .givenUp: .givenUp
            }
        return WebhooksPage.Delivery(
            kind: NoticeKind(rawValue: delivery.kind).map(visit.label) ?? delivery.kind, at: visit.wording.moment(delivery.at),
            state: visit.wording.text(state), isDone: delivery.state == .sent, tries: delivery.tries,
            answer: delivery.lastStatus.map(String.init) ?? delivery.lastFault ?? "—",
            next: delivery.state == .waiting ? visit.wording.moment(delivery.nextAt) : "—")
    }
}

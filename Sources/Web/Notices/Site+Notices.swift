import Casework
import Hummingbird
import Pages
import Wording

/// 消息 in the browser.
extension Site {
    func notices(_ visit: Visit) async throws -> Response {
        let notices = try await visit.office.notices(by: visit.actor)
        if visit.arrival.wantsJSON { return Self.json(notices) }
        let silenced = try await visit.office.silencedNotices(by: visit.actor)
        let page = NoticesPage(
            rows: notices.map(visit.row), unread: notices.count { !$0.isRead },
            kinds: NoticeKind.personal.map {
                .init(name: $0.rawValue, label: visit.label($0), isOn: !silenced.contains($0))
            }, formToken: visit.token.formToken,
            notice: visit.arrival.query("done") == nil ? nil : visit.wording.text(NoticeText.saved))
        return try await visit.page(page)
    }

    private static func json(_ notices: [Notice]) -> Response {
        var json = JSONWriter()
        json.array { json in
            for notice in notices {
                json.object { json in
                    json.member("id", notice.id)
                    json.member("kind", notice.kind.rawValue)
                    json.member("register", notice.register)
                    json.member("record", notice.record)
                    json.member("number", notice.number)
                    json.member("state", notice.state)
                    json.member("deadline", notice.deadline)
                    json.member("due_on", notice.dueOn?.iso)
                    json.member("at", notice.at.iso)
                    json.key("is_read")
                    json.bool(notice.isRead)
                }
            }
        }
        return Answer.json(json.bytes)
    }

    func markNotices(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        if form.text("all") != nil {
            try await visit.office.markNoticesRead(nil, by: visit.actor)
        } else {
            let ids = form.texts("id").filter { !$0.isEmpty }.prefix(500)
            if !ids.isEmpty { try await visit.office.markNoticesRead(Array(ids), by: visit.actor) }
        }
        return Answer.see(Address.notices.text)
    }

    func silenceNotices(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let wanted = Set(form.texts("kind").compactMap(NoticeKind.init(rawValue:)))
        try await visit.office.silenceNotices(Set(NoticeKind.personal).subtracting(wanted), by: visit.actor)
        return Answer.see(Address.notices.setting("done", to: "1").text)
    }
}

extension Visit {
    func label(_ kind: NoticeKind) -> String {
        let text: NoticeText =
            switch kind {
            case .handedOver: .handedOver
            case .referred: .referred
            case .sentBack: .sentBack
            case .dueSoon: .dueSoon
            case .overdue: .overdue
            case .gateOpened: .gateOpened
            case .arrived: .arrived
            case .answered: .answered
            case .asked: .asked
            case .announced: .announced
            case .test: .testKind
            }
        return wording.text(text)
    }

    func row(_ notice: Notice) -> NoticesPage.Row {
        let register = notice.register.flatMap { catalogue.register($0) }
        var details: [String] = []
        if let register, let deadline = notice.deadline { details.append(wording.label(ofDeadline: deadline, in: register)) }
        if let register, let state = notice.state { details.append(wording.label(ofState: state, in: register)) }
        if let unit = notice.unit { details.append(directory.unitLabel(unit, in: language)) }
        var address: Address?
        if let register, let record = notice.record, isVisible(register.name) { address = .record(register.name, record) }
        let matter = [register.map { wording.label($0) }, notice.number].compactMap { $0 }.joined(separator: " ")
        return NoticesPage.Row(
            id: notice.id, kind: label(notice.kind), matter: matter.isEmpty ? label(notice.kind) : matter,
            detail: details.joined(separator: " · "), address: address, due: notice.dueOn, at: wording.moment(notice.at),
            isRead: notice.isRead)
    }
}

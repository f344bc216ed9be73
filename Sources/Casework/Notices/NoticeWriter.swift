import Definitions
import LegalTime
import Records
import Store

/// Writes notices in the transaction of the act that they tell of, and puts them out for the addresses that take their kind.
///
/// For other capabilities, inside a `engine.write` of theirs:
/// ```swift
/// try office.notify(NewNotice(.asked, to: .unit("north"), register: "loan", record: id, number: number, by: actor.account), in: session)
/// ```
struct NoticeWriter {
    let office: Office

    /// False where the notice's mark has been told already.
    @discardableResult
    func write(_ notice: NewNotice, in session: any Transaction) throws -> Bool {
        let now = office.clock.now()
        let district = office.district.name
        var entry = NoticeTable.Entry(
            id: office.identifiers.next(at: now.milliseconds).description, account: nil, unit: nil, kind: notice.kind.rawValue,
            register: notice.register, record: notice.record, number: notice.number, state: notice.state,
            deadline: notice.deadline, dueOn: notice.dueOn.flatMap(Day.init(iso:)), mark: notice.mark, by: notice.by, at: now)
        switch notice.reader {
        case .account(let account): entry.account = account
        case .unit(let unit): entry.unit = unit
        }
        guard try NoticeTable.insert(entry, district: district, in: session) else { return false }
        for webhook in try WebhookTable.all(district: district, in: session)
        where webhook.kinds.isEmpty || webhook.kinds.contains(entry.kind) {
            try put(out: entry, to: webhook.id, at: now, in: session)
        }
        return true
    }

    func put(out entry: NoticeTable.Entry, to webhook: String, at now: Instant, in session: any Transaction) throws {
        let id = office.identifiers.next(at: now.milliseconds).description
        try DeliveryTable.insert(
            .init(id: id, webhook: webhook, kind: entry.kind, body: body(entry, id: id), at: now),
            district: office.district.name, in: session)
    }

    /// One JSON object: labels in Chinese, days as ISO texts, no value of a record.
    private func body(_ entry: NoticeTable.Entry, id: String) -> String {
        let register = entry.register.flatMap { office.catalogue.register($0) }
        let members: [(String, String?)] = [
            ("id", id), ("kind", entry.kind), ("district", office.district.name), ("at", entry.at.iso),
            ("unit", entry.unit), ("account", entry.account), ("register", entry.register), ("register_label", register?.label),
            ("record", entry.record), ("number", entry.number), ("state", entry.state),
            ("state_label", entry.state.flatMap { register?.state($0)?.label }), ("deadline", entry.deadline),
            ("deadline_label", entry.deadline.flatMap { name in register?.deadlines.first { $0.name == name }?.label }),
            ("due_on", entry.dueOn?.iso),
        ]
        return "{" + members.compactMap { name, value in value.map { "\"\(name)\":\(Self.quoted($0))" } }.joined(separator: ",")
            + "}"
    }

    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension Office {
    /// Makes a notice in the transaction of an act; false where its mark has been told already. Never pass a personal value.
    @discardableResult
    public func notify(_ notice: NewNotice, in session: any Transaction) throws -> Bool {
        try NoticeWriter(office: self).write(notice, in: session)
    }

    /// What a change of a record tells: the unit it came to, and the unit that it went back to.
    func tell(of changed: Changed, as record: Record, by account: String, in session: any Transaction) throws {
        guard let transition = changed.transition else { return }
        let kind: NoticeKind
        if record.owner != changed.stored.owner {
            kind = transition.owner == .previous ? .sentBack : .handedOver
        } else if transition.needsNote, transition.to != changed.stored.state, changed.stored.passed.contains(transition.to) {
            // A move back that asks for a reason; a life that goes in circles by itself is no return.
            kind = .sentBack
        } else {
            return
        }
        try notify(
            NewNotice(
                kind, to: .unit(record.owner), register: record.register, record: record.id, number: record.number,
                state: record.state, by: account), in: session)
    }
}

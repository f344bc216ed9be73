import Casework
import Definitions
import Hummingbird
import LegalTime
import Pages
import Wording

extension Site {
    func desk(_ visit: Visit) async throws -> Response {
        let wording = visit.wording
        let today = visit.today
        let business = visit.office.business(of: visit.actor, in: visit.directory)
        let isDone = visit.arrival.query("view") == "done"
        let items = try await visit.office.due(by: visit.actor, limit: 1000)
        let endOfWeek = today.adding(days: 7 - today.weekday)
        var parts: [String: [DueItem]] = [:]
        for item in items { parts[Self.part(item, today: today, endOfWeek: endOfWeek), default: []].append(item) }
        let titles: [(id: String, title: String)] = [
            ("overdue", wording.text(DeskText.overdue)), ("today", wording.text(CommonText.today) + " " + today.iso),
            ("week", wording.text(DeskText.thisWeek)), ("later", wording.text(DeskText.later)),
            ("paused", wording.text(DeskText.pausedItems)),
        ]
        let groups = titles.map { id, title in
            DeskPage.Group(
                id: id, title: title, count: parts[id]?.count ?? 0, rows: (parts[id] ?? []).prefix(100).map { row($0, visit) })
        }
        func count(_ id: String) -> Int { parts[id]?.count ?? 0 }
        let base = Address.desk.text
        var page = DeskPage(
            today: today, person: person(visit),
            strip: [
                StripCell(label: wording.text(DeskText.overdue), count: count("overdue"), href: base + "#overdue", tone: .late),
                StripCell(label: wording.text(DeskText.dueToday), count: count("today"), href: base + "#today", tone: .soon),
                StripCell(label: wording.text(DeskText.dueThisWeek), count: count("week"), href: base + "#week", tone: .soon),
                StripCell(label: wording.text(DeskText.later), count: count("later"), href: base + "#later"),
                StripCell(label: wording.text(DeskText.pausedItems), count: count("paused"), href: base + "#paused"),
            ],
            views: [
                ViewLink(label: wording.text(DeskText.toDo), href: base, count: items.count, isCurrent: !isDone),
                ViewLink(
                    label: wording.text(DeskText.doneItems), href: Address.desk.setting("view", to: "done").text,
                    isCurrent: isDone),
            ], groups: isDone ? [] : groups, done: isDone ? try await done(visit) : nil,
            registers: visit.catalogue.registers.filter {
                business.contains($0.name) && !visit.actor.scope.units(for: .register, in: $0.name).isEmpty
            }.map {
                Crumb(wording.label($0), .registering($0.name))
            }, note: nil)
        if !isDone { page.returns = try await returnLines(visit) }
        if !isDone { page.outside = try await outsideLines(visit) }
        return try await visit.page(page)
    }

    private static func part(_ item: DueItem, today: Day, endOfWeek: Day) -> String {
        guard item.status != .paused, let due = item.run.dueOn else { return "paused" }
        if item.status == .overdue { return "overdue" }
        return due <= today ? "today" : due <= endOfWeek ? "week" : "later"
    }

    private func row(_ item: DueItem, _ visit: Visit) -> DeskPage.Row {
        let register = visit.catalogue.register(item.register)
        return DeskPage.Row(
            title: item.title, number: item.number, address: .record(item.register, item.record),
            unit: visit.directory.unitLabel(item.owner, in: visit.language),
            deadline: register.map { visit.wording.label(ofDeadline: item.run.deadline, in: $0) } ?? "", due: item.run.dueOn,
            clock: visit.wording.clock(
                of: item.run, today: visit.today, now: visit.office.clock.present, sense: visit.sense(item.run),
                needsConfirmation: item.needsConfirmation))
    }

    /// What this person did lately, as far as the records are still his to see.
    private func done(_ visit: Visit) async throws -> [DeskPage.DoneLine] {
        var lines: [DeskPage.DoneLine] = []
        var numbers: [String: String] = [:]
        for entry in try await visit.office.done(by: visit.actor, limit: 30)
        where !entry.record.isEmpty && !entry.register.isEmpty {
            guard let register = visit.catalogue.register(entry.register) else { continue }
            if numbers[entry.record] == nil {
                numbers[entry.record] =
                    try await visit.office.record(register.name, id: entry.record, by: visit.actor)?.record.number ?? ""
            }
            guard let number = numbers[entry.record], !number.isEmpty else { continue }
            lines.append(
                DeskPage.DoneLine(
                    at: visit.wording.moment(Instant(milliseconds: entry.at)), act: visit.actLabel(entry.act), number: number,
                    register: visit.wording.label(register), address: .record(register.name, entry.record)))
        }
        return lines
    }
}

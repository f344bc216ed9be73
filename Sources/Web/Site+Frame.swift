import Access
import Casework
import LegalTime
import Pages
import Wording

extension Site {
    /// The frame of one person's page.
    func frame(for visit: Visit) async throws -> PageFrame {
        let counts = try await counts(visit)
        let catalogue = visit.catalogue
        let business = visit.office.business(of: visit.actor, in: visit.directory)
        let shown = catalogue.registers.filter {
            visit.isVisible($0.name) && (business.contains($0.name) || visit.stands(in: $0.name))
        }
        let groups = catalogue.workstreams.compactMap { workstream -> Menu.Group? in
            let links = shown.filter { $0.workstream == workstream.name }.map { register in
                Menu.Link(
                    label: visit.wording.label(register), address: .list(register.name),
                    count: counts[register.name].map { Menu.Count(open: $0.open, overdue: $0.overdue) })
            }
            return links.isEmpty ? nil : Menu.Group(label: visit.wording.label(workstream), links: links)
        }
        let desk = Menu.Count(
            open: counts.values.reduce(0) { $0 + $1.open }, overdue: counts.values.reduce(0) { $0 + $1.overdue })
        let unread = try await visit.office.unreadNotices(by: visit.actor)
        return PageFrame(
            wording: visit.wording, preferences: visit.arrival.preferences, district: Self.name(of: visit.office, visit.wording),
            person: person(visit),
            menu: Menu(
                groups: groups, all: visit.seesRegisters ? .allRegisters : nil, shared: shared(visit, unread: unread),
                tools: tools(visit),
                references: [periodLink(visit)],
                desk: desk), here: here(visit.arrival),
            formToken: visit.token.formToken,
            isDemonstration: visit.office.district.today != nil)
    }

    /// What several registers share: draws, returns, exams and the like.
    private func shared(_ visit: Visit, unread: Int) -> [Menu.Link] {
        recordingTools(visit)
            + drawTools(visit)
            + returnTools(visit)
            + examTools(visit)
            + assessmentTools(visit)
            + openTools(visit)
            + consultationTools(visit)
            + systemTools(visit)
            + noticeTools(visit, unread: unread)
    }

    /// What stands in the menu below the registers. Add a line here for a page of figures, reports or imports.
    private func tools(_ visit: Visit) -> [Menu.Link] { figureTools(visit) }

    /// The frame of a page outside.
    func frame(for arrival: Arrival) -> PageFrame {
        let wording = Wording(language: arrival.preferences.language, labels: directory.first.catalogue.labels)
        return PageFrame(
            wording: wording, preferences: arrival.preferences, district: Self.name(of: directory.first, wording), person: nil,
            menu: Menu(),
            here: here(arrival), formToken: "", isDemonstration: directory.first.district.today != nil)
    }

    /// The page that the 显示 menu comes back to; after a form was sent that is where it stands.
    private func here(_ arrival: Arrival) -> Address { arrival.address }

    func person(_ visit: Visit) -> PageFrame.Person {
        let held = visit.catalogue.registers.reduce(into: Set<Role>()) { roles, register in
            roles.formUnion(visit.actor.scope.roles(in: register.name, unit: visit.actor.unit))
        }
        let roles = visit.catalogue.roles.filter { held.contains(Role(rawValue: $0.name)) }.map { visit.wording.label($0) }
        let unit = visit.directory.unitLabel(visit.actor.unit, in: visit.language)
        return PageFrame.Person(
            name: visit.actor.displayName,
            office: ([unit] + [visit.wording.list(roles)]).filter { !$0.isEmpty }.joined(separator: " "))
    }

    func counts(_ visit: Visit) async throws -> MenuShelf.Counts {
        let key = visit.office.district.name + "/" + visit.actor.account
        let now = visit.office.clock.now()
        if let known = menus.counts(key, at: now) { return known }
        let counts = try await visit.office.openCounts(by: visit.actor)
        menus.keep(counts, key, at: now)
        return counts
    }
}

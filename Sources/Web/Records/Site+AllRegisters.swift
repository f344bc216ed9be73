import Casework
import Hummingbird
import Pages
import Wording

extension Site {
    /// 全部台账.
    func allRegisters(_ visit: Visit) async throws -> Response {
        guard visit.seesRegisters else { throw WebProblem.forbidden }
        let counts = try await counts(visit)
        let catalogue = visit.catalogue
        var groups: [RegistersPage.Group] = []
        for workstream in catalogue.workstreams {
            var rows: [RegistersPage.Row] = []
            for register in catalogue.registers where register.workstream == workstream.name && visit.isVisible(register.name) {
                let open = counts[register.name]
                rows.append(
                    RegistersPage.Row(
                        label: visit.wording.label(register), address: .list(register.name),
                        summary: visit.catalogue.labels.summary(of: register, in: visit.language),
                        records: try await visit.office.count(ListRequest(register: register.name), by: visit.actor),
                        open: open?.open ?? 0, overdue: open?.overdue ?? 0))
            }
            if !rows.isEmpty { groups.append(RegistersPage.Group(label: visit.wording.label(workstream), rows: rows)) }
        }
        return try await visit.page(RegistersPage(groups: groups))
    }
}

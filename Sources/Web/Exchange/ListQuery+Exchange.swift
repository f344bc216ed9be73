import Exchange
import Pages
import Wording

extension ListQuery {
    /// The list's links to import and export, for those who may; what goes out is what stands here.
    var exchangeActs: [Crumb] {
        var acts: [Crumb] = []
        if !visit.actor.scope.units(for: .register, in: register.name).isEmpty {
            acts.append(Crumb(visit.wording.text(ListText.importRows), .importing(register.name)))
        }
        if !visit.actor.scope.units(for: .export, in: register.name).isEmpty {
            acts.append(Crumb(visit.wording.text(CommonText.exportExcel), .export(register.name, like: address)))
        }
        return acts
    }
}

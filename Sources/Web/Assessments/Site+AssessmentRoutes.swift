import Hummingbird
import Pages
import Wording

extension Site {
    /// The pages of assessments.
    func addAssessmentRoutes(to router: Router<WebContext>) {
        let shelf = EditionShelf()
        func get(_ path: RouterPath, _ handler: @escaping Handler) {
            router.get(path) { request, context in await self.visit(request, context, handler) }
        }
        func post(_ path: RouterPath, _ handler: @escaping Handler) {
            router.post(path) { request, context in await self.visit(request, context, handler) }
        }
        get("assessments") { try await self.editions($0) }
        get("assessments/template.xlsx") { try await self.editionTemplate($0) }
        get("assessments/load") { try await self.editionLoadForm($0) }
        post("assessments/load") { try await self.checkEdition($0, shelf) }
        get("assessments/load/:check") { try await self.editionCheck($0, shelf) }
        post("assessments/load/:check") { try await self.loadEdition($0, shelf) }
        get("assessments/load/:check/failed") { try await self.editionFailedRows($0, shelf) }
        get("assessments/compare") { try await self.compareEditions($0) }
        post("assessments/compare") { try await self.mapEditions($0) }
        post("assessments/compare/sheet") { try await self.mapEditionsBySheet($0) }
        post("assessments/compare/carry") { try await self.carryEdition($0) }
        get("assessments/:edition") { try await self.edition($0) }
        post("assessments/:edition/lock") { try await self.lockEdition($0) }
        get("assessments/:edition/progress") { try await self.editionProgress($0) }
        get("assessments/:edition/revisions") { try await self.editionRevisions($0) }
        get("assessments/:edition/pack.zip") { try await self.editionPack($0) }
        get("assessments/:edition/files/:link") { try await self.evidenceFile($0) }
        get("assessments/:edition/:item") { try await self.editionItem($0) }
        get("assessments/:edition/:item/figure") { try await self.figureForm($0) }
        post("assessments/:edition/:item/figure") { try await self.linkFigure($0) }
        for act in ItemAct.allCases {
            post(RouterPath("assessments/:edition/:item/\(act.rawValue)")) { try await self.actOnItem($0, act) }
        }
    }

    /// The entries of the left menu for them.
    func assessmentTools(_ visit: Visit) -> [Menu.Link] {
        guard visit.office.maySeeAssessments(visit.actor) else { return [] }
        return [Menu.Link(label: visit.wording.text(AssessmentText.title), address: .assessments)]
    }
}

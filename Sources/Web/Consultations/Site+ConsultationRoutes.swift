import Casework
import Hummingbird
import Pages
import Wording

extension Site {
    /// The pages of consultations and public requests.
    func addConsultationRoutes(to router: Router<WebContext>) {
        router.get("consultations") { request, context in await self.visit(request, context, self.officeConsultations) }
        let record = router.group("registers/:register/:id")
        record.get("opinions") { request, context in await self.visit(request, context, self.opinions) }
        record.get("opinions/export") { request, context in await self.visit(request, context, self.opinionSheet) }
        record.post("opinions/release") { request, context in await self.visit(request, context, self.releaseSummary) }
        record.post("opinions/:opinion") { request, context in await self.visit(request, context, self.answerOpinion) }
        record.get("supplements/:supplement") { request, context in await self.visit(request, context, self.supplementFile) }

        let open = router.group("open")
        open.get("consultations") { request, context in await self.openVisit(request, context, self.openConsultations) }
        open.get("consultations/:id") { request, context in await self.openVisit(request, context, self.openConsultation) }
        open.get("consultations/:id/draft") { request, context in await self.openVisit(request, context, self.openDraft) }
        open.get("consultations/:id/opinion") { request, context in await self.openVisit(request, context, self.opinionForm) }
        open.post("consultations/:id/opinion") { request, context in await self.openVisit(request, context, self.giveOpinion) }
        open.get("requests") { request, context in await self.openVisit(request, context, self.openRequests) }
        open.get("requests/:register/:request") { request, context in
            await self.openVisit(request, context, self.requestForm)
        }
        open.post("requests/:register/:request") { request, context in
            await self.openVisit(request, context, self.handIn)
        }
        open.get("follow") { request, context in await self.openVisit(request, context, self.followForm) }
        open.post("follow") { request, context in await self.openVisit(request, context, self.followCode) }
        open.post("follow/answer") { request, context in await self.openVisit(request, context, self.fetchAnswer) }
        open.post("follow/supplement") { request, context in await self.openVisit(request, context, self.addSupplement) }
    }

    /// The entries of the left menu for them.
    func consultationTools(_ visit: Visit) -> [Menu.Link] {
        guard visit.catalogue.registers.contains(where: { $0.consultation != nil && visit.isVisible($0.name) }) else { return [] }
        return [Menu.Link(label: visit.wording.text(ConsultationText.consultations), address: .consultations)]
    }

    /// Their columns on the open site.
    func consultationOpenLinks(_ visit: OpenVisit) -> [Menu.Link] {
        var links: [Menu.Link] = []
        let registers = visit.catalogue.registers
        if registers.contains(where: { $0.consultation != nil }) {
            links.append(Menu.Link(label: visit.wording.text(ConsultationText.column), address: visit.address("consultations")))
        }
        if registers.contains(where: { !$0.requests.isEmpty }) {
            links.append(Menu.Link(label: visit.wording.text(OutsideText.column), address: visit.address("requests")))
        }
        if !links.isEmpty {
            links.append(Menu.Link(label: visit.wording.text(OutsideText.followColumn), address: visit.address("follow")))
        }
        return links
    }
}

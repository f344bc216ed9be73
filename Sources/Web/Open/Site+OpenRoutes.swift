import Hummingbird
import Pages
import Wording

extension Site {
    /// The pages of the open site, and those inside on which something is let out.
    func addOpenRoutes(to router: Router<WebContext>) {
        func get(_ path: RouterPath, _ handler: @escaping OpenHandler) {
            router.get(path) { request, context in await self.openVisit(request, context, handler) }
        }
        get("/open") { try await self.openHome($0) }
        get("/open/figures") { try await self.openFigures($0) }
        get("/open/report") { try await self.openReports($0) }
        get("/open/report/:year") { try await self.openReport($0) }
        get("/open/report/:year/annual.docx") { try await self.openReportFile($0) }
        get("/open/draws") { try await self.openDraws($0) }
        get("/open/draws/:draw") { try await self.openDraw($0) }
        get("/open/:register") { try await self.openList($0) }
        get("/open/:register/:id") { try await self.openRecord($0) }
        get("/open/:register/:id/copy.docx") { try await self.openDocument($0) }
        get("/open/:register/:id/files/:hash") { try await self.openFile($0) }
        router.get("/registers/:register/:id/publication") { request, context in
            await self.visit(request, context) { try await self.publicationPage($0) }
        }
        router.post("/registers/:register/:id/publication") { request, context in
            await self.visit(request, context) { try await self.changePublication($0) }
        }
        router.post("/reports/:year/release") { request, context in
            await self.visit(request, context) { try await self.changeReportRelease($0) }
        }
    }

    /// The entries of the left menu for them.
    func openTools(_ visit: Visit) -> [Menu.Link] {
        visit.office.openRegisters.isEmpty
            ? [] : [Menu.Link(label: visit.wording.text(FrameText.openSite), address: openAddress(visit))]
    }

    /// An address of the open site for somebody inside: in his district and language.
    func openAddress(_ visit: Visit, _ segments: String...) -> Address {
        var address = Address(["open"] + segments)
        if visit.office.district.name != directory.first.district.name {
            address = address.setting("district", to: visit.office.district.name)
        }
        return visit.language == .english ? address.setting("lang", to: "en") : address
    }

    /// The columns at the head of the open site.
    func openLinks(_ visit: OpenVisit) -> [Menu.Link] {
        guard !visit.office.openRegisters.isEmpty else { return [] }
        let home = visit.address()
        return [
            Menu.Link(label: visit.wording.text(PublicText.decisions), address: home.at("decisions")),
            Menu.Link(label: visit.wording.text(PublicText.lists), address: home.at("lists")),
            Menu.Link(label: visit.wording.text(PublicText.figures), address: visit.address("figures")),
            Menu.Link(label: visit.wording.text(PublicText.reports), address: visit.address("report")),
        ]
    }
}

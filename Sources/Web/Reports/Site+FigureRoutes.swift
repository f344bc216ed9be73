import Hummingbird
import Pages
import Wording

extension Site {
    /// The pages of figures, of the annual report, and of the leader.
    func addFigureRoutes(to router: Router<WebContext>) {
        func get(_ path: RouterPath, _ handler: @escaping Handler) {
            router.get(path) { request, context in await self.visit(request, context, handler) }
        }
        get("/figures") { try await self.figures($0) }
        get("/figures/:register/:indicator") { try await self.figure($0) }
        get("/figures/:register/:indicator/rows") { try await self.figureRows($0) }
        get("/leader") { try await self.leader($0) }
        get("/reports") { visit in Answer.see(Address.report(year: visit.office.district.year).text) }
        get("/reports/:year") { try await self.report($0) }
        for format in ["docx", "html", "md", "json"] {
            get("/reports/:year/annual.\(format)") { try await self.reportFile($0, format: format) }
        }
        get("/reports/:year/contributions") { try await self.contributions($0) }
        get("/reports/:year/contribution") { try await self.contribution($0) }
        router.post("/reports/:year/contribution") { request, context in
            await self.visit(request, context) { try await self.contribute($0) }
        }
    }

    /// The entries of the left menu for them.
    func figureTools(_ visit: Visit) -> [Menu.Link] {
        guard !visit.actor.scope.visibleRegisters.isEmpty else { return [] }
        let year = visit.office.district.year
        return [
            Menu.Link(label: visit.wording.text(FrameText.leaderPage), address: .leader),
            Menu.Link(label: visit.wording.text(FrameText.figures), address: .figures(year: year)),
            Menu.Link(label: visit.wording.text(FrameText.annualReport), address: .report(year: year)),
        ]
    }
}

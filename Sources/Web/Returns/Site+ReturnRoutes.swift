import Hummingbird
import Pages
import Wording

extension Site {
    /// The pages of monthly returns.
    func addReturnRoutes(to router: Router<WebContext>) {
        router.get("returns") { request, context in await self.visit(request, context, self.returns) }
        let one = router.group("returns/:return")
        one.get { request, context in await self.visit(request, context, self.returnYear) }
        one.post { request, context in await self.visit(request, context, self.changeExceptions) }
        one.get(":month") { request, context in await self.visit(request, context, self.returnMonth) }
        one.post(":month") { request, context in await self.visit(request, context, self.changeMonth) }
        one.get(":month/:unit") { request, context in await self.visit(request, context, self.returnSheet) }
        one.post(":month/:unit") { request, context in await self.visit(request, context, self.changeSheet) }
    }

    /// The entries of the left menu for them.
    func returnTools(_ visit: Visit) -> [Menu.Link] {
        guard !visit.office.returns(for: visit.actor, in: visit.directory).isEmpty else { return [] }
        return [Menu.Link(label: visit.wording.text(ReturnText.title), address: .returns)]
    }
}

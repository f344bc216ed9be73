import Hummingbird
import Pages
import Wording

extension Site {
    /// The pages of the open site.
    func addOpenRoutes(to router: Router<WebContext>) {
        router.get("open") { request, context in await self.openVisit(request, context, self.openHome) }
    }

    /// The entries of the left menu for them.
    func openTools(_ visit: Visit) -> [Menu.Link] { [] }

    /// The columns at the head of the open site.
    func openLinks(_ visit: OpenVisit) -> [Menu.Link] { [] }

    func openHome(_ visit: OpenVisit) async throws -> Response { throw WebProblem.notFound }
}

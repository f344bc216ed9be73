import Hummingbird
import Pages
import Wording

extension Site {
    /// The pages of the open site.
    func addOpenRoutes(to router: Router<WebContext>) {}

    /// The entries of the left menu for them.
    func openTools(_ visit: Visit) -> [Menu.Link] { [] }
}

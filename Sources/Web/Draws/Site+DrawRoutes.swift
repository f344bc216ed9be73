import Hummingbird
import Pages
import Wording

extension Site {
    /// The pages of draws.
    func addDrawRoutes(to router: Router<WebContext>) {}

    /// The entries of the left menu for them.
    func drawTools(_ visit: Visit) -> [Menu.Link] { [] }
}

import Hummingbird
import Pages
import Wording

extension Site {
    /// The pages of monthly returns.
    func addReturnRoutes(to router: Router<WebContext>) {}

    /// The entries of the left menu for them.
    func returnTools(_ visit: Visit) -> [Menu.Link] { [] }
}

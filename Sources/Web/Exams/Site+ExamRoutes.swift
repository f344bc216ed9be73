import Hummingbird
import Pages
import Wording

extension Site {
    /// The pages of exams.
    func addExamRoutes(to router: Router<WebContext>) {}

    /// The entries of the left menu for them.
    func examTools(_ visit: Visit) -> [Menu.Link] { [] }
}

import Hummingbird
import Pages
import Wording

extension Site {
    /// The pages of notices.
    func addNoticeRoutes(to router: Router<WebContext>) {}

    /// The entries of the left menu for them.
    func noticeTools(_ visit: Visit) -> [Menu.Link] { [] }
}

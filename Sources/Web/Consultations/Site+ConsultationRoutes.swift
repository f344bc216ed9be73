import Hummingbird
import Pages
import Wording

extension Site {
    /// The pages of consultations and public requests.
    func addConsultationRoutes(to router: Router<WebContext>) {}

    /// The entries of the left menu for them.
    func consultationTools(_ visit: Visit) -> [Menu.Link] { [] }

    /// Their columns on the open site.
    func consultationOpenLinks(_ visit: OpenVisit) -> [Menu.Link] { [] }
}

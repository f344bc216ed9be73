import Hummingbird
import Pages
import Wording

extension Site {
    /// The pages of assessments.
    func addAssessmentRoutes(to router: Router<WebContext>) {}

    /// The entries of the left menu for them.
    func assessmentTools(_ visit: Visit) -> [Menu.Link] { [] }
}

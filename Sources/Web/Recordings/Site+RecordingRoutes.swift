import Hummingbird
import Pages
import Wording

extension Site {
    /// The pages of recordings: media kept in pieces.
    func addRecordingRoutes(to router: Router<WebContext>) {}

    /// The entries of the left menu for them.
    func recordingTools(_ visit: Visit) -> [Menu.Link] { [] }
}

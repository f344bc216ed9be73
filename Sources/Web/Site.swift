import Access
import Casework
import Hummingbird
import LegalTime
import Logging
import Pages
import Synchronization
import Wording

/// The site: requests to the offices and back. Handlers stand in extensions by what they show.
public final class Site: Sendable {
    let directory: OfficeDirectory
    let assets: Assets
    let logger: Logger
    let settings: Settings
    let visitors = VisitorShelf()
    let menus = MenuShelf()
    let throttle = Mutex(SignInThrottle())
    let openLimits = Mutex(OpenLimits())
    let openThrottle = Mutex(OpenThrottle())

    public struct Settings: Sendable {
        /// Whether the connection to the browser is encrypted, so that cookies are sent over it only.
        public var isSecure: Bool
        /// Whether a proxy stands before the server, whose word on the browser's address and scheme is taken.
        public var trustsProxy: Bool
        /// Largest recording taken, in bytes.
        public var recordingLimit = Office.recordingLimit
        /// Whether notices may go out to addresses on this machine or in a private network, such as a gateway beside the server.
        public var allowsLocalWebhooks = false
        public init(isSecure: Bool = false, trustsProxy: Bool = false) {
            self.isSecure = isSecure
            self.trustsProxy = trustsProxy
        }
    }

    public init(_ directory: OfficeDirectory, assets: Assets = .standard, settings: Settings = Settings(), logger: Logger) {
        self.directory = directory
        self.assets = assets
        self.settings = settings
        self.logger = logger
    }

    /// The district's name in the language of the page.
    static func name(of office: Office, _ wording: Wording) -> String {
        guard wording.language == .english, let root = office.district.units.first(where: { $0.parent == nil }) else {
            return office.district.label
        }
        return wording.label(root)
    }
}

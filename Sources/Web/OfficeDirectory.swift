import Casework
import Pages
import Wording

/// The offices that one server speaks for, by district. A session belongs to one of them.
public struct OfficeDirectory: Sendable {
    public let offices: [Office]

    /// At least one office; the first is where the log-in page starts.
    public init(_ first: Office, _ others: Office...) { offices = [first] + others }

    public init?(_ offices: [Office]) {
        guard !offices.isEmpty else { return nil }
        self.offices = offices
    }

    public func office(_ district: String) -> Office? { offices.first { $0.district.name == district } }
    var first: Office { offices[0] }

    /// What the log-in page offers.
    func options(_ wording: Wording) -> [FieldControl.Option] {
        offices.map { office in
            FieldControl.Option(value: office.district.name, label: Site.name(of: office, wording))
        }
    }
}

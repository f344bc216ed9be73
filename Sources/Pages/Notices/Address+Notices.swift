extension Address {
    public static let notices = Address(["notices"])
    public static let noticeKinds = Address(["notices", "kinds"])
    public static let webhooks = Address(["webhooks"])
    public static func webhook(_ id: String) -> Address { Address(["webhooks", id]) }
    public static let calendar = Address(["account", "calendar"])
    public static func calendarFeed(_ secret: String) -> Address { Address(["calendar", secret + ".ics"]) }
}

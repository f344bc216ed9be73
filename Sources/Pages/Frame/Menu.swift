/// The left-hand menu: registers by workstream, then the tools.
public struct Menu: Sendable {
    public var groups: [Group]
    /// The page of every register; nil for who sees none.
    public var all: Address?
    /// What several registers share: draws, returns, exams and the like.
    public var shared: [Link]
    /// Figures, reports, imports: what stands below the registers.
    public var tools: [Link]
    /// What the registers rest on: the periods of the law.
    public var references: [Link]
    /// Open matters on the desk, and whether one of them is overdue.
    public var desk: Count?

    public init(
        groups: [Group] = [], all: Address? = nil, shared: [Link] = [], tools: [Link] = [], references: [Link] = [],
        desk: Count? = nil
    ) {
        self.groups = groups
        self.all = all
        self.shared = shared
        self.tools = tools
        self.references = references
        self.desk = desk
    }

    /// A workstream with the registers that this person may see.
    public struct Group: Sendable {
        public var label: String
        public var links: [Link]
        public init(label: String, links: [Link]) {
            self.label = label
            self.links = links
        }
    }

    public struct Link: Sendable {
        public var label: String
        public var address: Address
        public var count: Count?
        public init(label: String, address: Address, count: Count? = nil) {
            self.label = label
            self.address = address
            self.count = count
        }
    }

    /// Open matters and how many of them are overdue.
    public struct Count: Sendable, Hashable {
        public var open: Int
        public var overdue: Int
        public init(open: Int, overdue: Int) {
            self.open = open
            self.overdue = overdue
        }
        static func + (a: Count, b: Count) -> Count { Count(open: a.open + b.open, overdue: a.overdue + b.overdue) }
    }
}

import Yams

extension DemoDeclaration {
    /// What somebody handed in on the open site, and what the office did with it.
    public struct Outside: Sendable {
        public var register: String
        public var request: String
        public var on: String
        /// The receipt code, so that it can be tried.
        public var code: String?
        public var fields: [(String, ValueRecipe)]
        public var moves: [Move]
        public var letters: [String]
    }

    /// Opinions on the draft of a record, found by its heading.
    public struct Draft: Sendable {
        public var register: String
        public var title: String
        public var opinions: [Given]
        /// Told to the public; nil while it is not.
        public var summary: String?
        public var moves: [Move]
    }

    public struct Given: Sendable {
        public var on: String
        public var code: String?
        public var kind: String
        public var name: String
        public var contact: String
        public var text: String
        public var state: String?
        public var reason: String
    }
}

extension DemoReader {
    func outside(_ node: Node?) throws(DemoError) -> [DemoDeclaration.Outside] {
        var found: [DemoDeclaration.Outside] = []
        for item in node?.array() ?? [] {
            found.append(
                DemoDeclaration.Outside(
                    register: try text(item, "register"), request: try text(item, "request"), on: try text(item, "on"),
                    code: item.mapping?["code"]?.string, fields: try fields(item.mapping?["fields"]),
                    moves: try moves(item.mapping?["moves"]),
                    letters: item.mapping?["letters"]?.array().compactMap(\.string) ?? []))
        }
        return found
    }

    func drafts(_ node: Node?) throws(DemoError) -> [DemoDeclaration.Draft] {
        var found: [DemoDeclaration.Draft] = []
        for item in node?.array() ?? [] {
            var opinions: [DemoDeclaration.Given] = []
            for given in item.mapping?["opinions"]?.array() ?? [] {
                let map = given.mapping
                opinions.append(
                    DemoDeclaration.Given(
                        on: try text(given, "on"), code: map?["code"]?.string, kind: map?["kind"]?.string ?? "person",
                        name: map?["name"]?.string ?? "", contact: map?["contact"]?.string ?? "",
                        text: try text(given, "text"), state: map?["state"]?.string, reason: map?["reason"]?.string ?? ""))
            }
            found.append(
                DemoDeclaration.Draft(
                    register: try text(item, "register"), title: try text(item, "title"), opinions: opinions,
                    summary: item.mapping?["summary"]?.string, moves: try moves(item.mapping?["moves"])))
        }
        return found
    }
}

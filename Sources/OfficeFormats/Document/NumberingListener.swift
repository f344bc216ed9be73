/// `word/numbering.xml`: the numbers that Word sets before paragraphs, which the text itself does not hold.
final class NumberingListener: XMLListener {
    /// How one level of a list is numbered.
    struct Level {
        var start = 1
        var format = "decimal"
        /// “%1、”, “（%2）”: the number of a level stands for its sign.
        var text = ""
    }

    private var patterns: [String: [Int: Level]] = [:]
    private var lists: [String: String] = [:]
    private var starts: [String: [Int: Int]] = [:]
    private var pattern: String?
    private var list: String?
    private var level: Int?

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "abstractNum" {
            pattern = attributes["abstractNumId"]
        } else if name == "num" {
            list = attributes["numId"]
        } else if name == "abstractNumId", let list {
            lists[list] = attributes["val"]
        } else if name == "lvl" || name == "lvlOverride" {
            level = attributes.integer("ilvl")
            if name == "lvl", let pattern, let level { patterns[pattern, default: [:]][level] = Level() }
        } else if name == "startOverride", let list, let level {
            starts[list, default: [:]][level] = attributes.integer("val")
        } else if list == nil, let pattern, let level {
            if name == "start" { patterns[pattern]?[level]?.start = attributes.integer("val") ?? 1 }
            if name == "numFmt" { patterns[pattern]?[level]?.format = attributes["val"] ?? "decimal" }
            if name == "lvlText" { patterns[pattern]?[level]?.text = attributes["val"] ?? "" }
        }
    }

    override func end(_ name: XMLName) {
        if name == "abstractNum" { pattern = nil }
        if name == "num" { list = nil }
        if name == "lvl" || name == "lvlOverride" { level = nil }
    }

    func pattern(of list: String) -> String? { lists[list] }

    func level(_ level: Int, of list: String) -> Level? {
        guard let pattern = lists[list], var found = patterns[pattern]?[level] else { return nil }
        if let start = starts[list]?[level] { found.start = start }
        return found
    }
}

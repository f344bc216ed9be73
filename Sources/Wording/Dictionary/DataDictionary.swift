import Definitions

/// The data dictionary: one Markdown page a register, made from the definitions, and an index of them.
///
/// Chinese labels with the English ones beside; names stand as they are in the files and in the database.
public struct DataDictionary: Sendable {
    public var catalogue: Catalogue

    public init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    /// The pages by file name, the index first.
    public var pages: [(name: String, text: String)] {
        [("README.md", index)]
            + catalogue.registers.map { (name: "\($0.name).md", text: DictionaryPage(catalogue: catalogue, register: $0).text) }
    }

    private var index: String {
        let words = DictionaryWords(catalogue)
        var page = Markdown()
        page.heading(1, "数据字典 Data dictionary")
        page.paragraph("由 `zhunsheng dictionary` 根据台账定义生成，不要手改。Made from the definitions by `zhunsheng dictionary`; do not edit.")
        for workstream in catalogue.workstreams {
            let registers = catalogue.registers.filter { $0.workstream == workstream.name }
            guard !registers.isEmpty else { continue }
            page.heading(2, "\(workstream.label) \(workstream.english)")
            page.table(
                ["台账 Register", "English", "内容 What a row is", "字段 Fields", "期限 Deadlines", "指标 Indicators"],
                registers.map { register in
                    [
                        "[\(register.label)](\(register.name).md)", words.english.label(register), register.summary,
                        String(register.fields.count), String(register.deadlines.count), String(register.indicators.count),
                    ]
                })
        }
        return page.text
    }
}

/// Markdown as it is written down, line by line.
struct Markdown {
    private(set) var text = ""

    mutating func heading(_ level: Int, _ title: String) {
        if !text.isEmpty { text += "\n" }
        text += String(repeating: "#", count: level) + " " + Self.line(title) + "\n"
    }

    mutating func paragraph(_ words: String) { text += "\n" + Self.line(words) + "\n" }

    mutating func list(_ items: [String]) {
        guard !items.isEmpty else { return }
        text += "\n" + items.map { "* " + Self.line($0) + "\n" }.joined()
    }

    /// A table without the columns in which nothing stands.
    mutating func table(_ heads: [String], _ rows: [[String]]) {
        guard !rows.isEmpty else { return }
        let kept = heads.indices.filter { column in rows.contains { !$0[column].isEmpty } }
        func line(_ cells: [String]) -> String {
            "| " + kept.map { Self.line(cells[$0]).replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
        }
        text += "\n" + line(heads) + "|" + String(repeating: " --- |", count: kept.count) + "\n" + rows.map(line).joined()
    }

    private static func line(_ words: String) -> String { words.replacing("\n", with: " ") }
}

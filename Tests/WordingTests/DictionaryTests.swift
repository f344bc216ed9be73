import Definitions
import Foundation
import Testing
import Wording

@Suite("The data dictionary")
struct DictionaryTests {
    private static func page(_ name: String) throws -> String {
        let pages = DataDictionary(BellCatalogue.catalogue).pages
        return try #require(pages.first { $0.name == name }?.text)
    }

    /// The repository's root, three levels above this file.
    private static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().appendingPathComponent("../../..")
        .standardized.path

    @Test("the checked-in pages are those that the definitions give; make dictionary renews them")
    func isFresh() throws {
        let folder = Self.root + "/docs/reference/registers"
        let pages = DataDictionary(try #require(CatalogueLoader.load(folder: Self.root).catalogue)).pages
        let stored = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
        #expect(Set(stored) == Set(pages.map(\.name)))
        let stale = pages.filter { page in
            FileManager.default.contents(atPath: "\(folder)/\(page.name)") != Data(page.text.utf8)
        }
        #expect(stale.isEmpty, "stale: \(stale.map(\.name))")
    }

    @Test("the index leads to a page of every register")
    func index() throws {
        let index = try Self.page("README.md")
        for register in BellCatalogue.catalogue.registers {
            #expect(index.contains("[\(register.label)](\(register.name).md)"))
            #expect(try Self.page("\(register.name).md").hasPrefix("# \(register.label) "))
        }
    }

    static let lines = [
        "# 报修 Repairs", "* 台账 Register：`repair`，表 `r_repair`", "* 日常使用的单位 Business of：`town`、`village`",
        "| `caller` | 报修人 | Caller | 文字 | 是 | 姓名 |", "| `tower` | 钟楼 | Tower | 关联 → [钟楼](tower.md) | 是 |",
        "| `parts.price` | 价格 | Price | 金额，元 |", "| `ended_on` | 修好日期 | Mended on | 日期 |  |  | 不早于 `called_on` |",
        "| `worn` | 磨损 | Worn | `wear` | 钟楼办法第四条 | 2021-01-01 起 |", "| `mended` | 已修好 | Mended | 结果、结束 |",
        "| `mend` | 修好 | Mend | 待修 | 已修好 | 经办 Clerk | 修好日期 `ended_on`、原因 `cause`（2021-01-01 起）、写明理由 |",
        "* 停止 Stops：修好日期 `ended_on`，或进入“已修好”",
        "| 钟楼办法#6 | 3 个工作日内（本地参数，默认 3 个工作日） | 本地规定 | 2020-01-01 起 | 待确认 |",
        "| `dear` | 大修数 | Dear | 件 | 公式：费用不少于 500 元（本地参数，默认 500 元）的件数。", "公开 Publication：不公开",
    ]

    @Test("a page says what the definition says", arguments: lines)
    func says(_ line: String) throws {
        let page = try Self.page("repair.md")
        #expect(page.contains(line), "\(page)")
    }

    @Test("rows of a table have as many cells as its head")
    func tables() throws {
        var columns: Int?
        for line in try Self.page("repair.md").split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("|") else {
                columns = nil
                continue
            }
            let count = line.replacing("\\|", with: "").count { $0 == "|" }
            #expect(count == columns ?? count, "\(line)")
            columns = count
        }
    }
}

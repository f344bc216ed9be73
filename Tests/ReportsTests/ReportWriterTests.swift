import Foundation
import OfficeFormats
import Testing
import Wording

@testable import Reports

@Suite("Writing a report")
struct ReportWriterTests {
    let report = SmallReport.report()
    let wording = SmallReport.chinese

    @Test("Markdown is, letter by letter, what it was")
    func markdown() {
        let rule = report.appendix[0].rule
        let rate = report.appendix[1].rule
        #expect(
            report.markdown(wording) == """
                # 山区2021年度桥梁情况报告

                市桥梁办：

                ## 一、主要工作

                ### （一）检查

                全年检查桥梁526座，完好率35.9%。封闭2座。

                东镇检查 \\<12\\> 次。

                另有“小桥”3座。

                ### （二）维修

                **【待补】** 写维修情况。

                ## 二、不足

                **【待补】** 写不足和原因。

                ## 三、其他

                无

                ## 提纲中已没有这一部分的供稿

                旧提纲里的话。

                山区人民政府  
                2022年1月18日

                ## 附件 数字与口径

                数据截止 2022-01-18 09:30。

                ### 正文所用的数字

                | 序号 | 指标与台账号 | 数值 | 口径 | 记录数 |
                | ---: | --- | ---: | --- | ---: |
                | 1 | 桥梁检查 · 检查桥梁 `bridge.inspected` | 526 座 | \(rule) | 526 |
                | 2 | 桥梁检查 · 完好率 `bridge.sound_rate` | 35.9% | \(rate) | 189 |
                | 3 | 桥梁检查 · 封闭桥梁 `bridge.closed` | 2 座 | \(rule) | 2 |

                """)
    }

    @Test("in HTML each figure is a link to its page")
    func htmlLinks() {
        let html = report.html(wording)
        let link = #"<a class="live" data-figure="bridge.inspected" href="/figures/bridge/inspected?year=2021">526</a>"#
        #expect(html.contains("全年检查桥梁\(link)座"))
        #expect(html.contains(#"href="/figures/bridge/sound_rate?year=2021">35.9%</a>"#))
        let elsewhere = report.html(wording, site: "https://example.org")
        #expect(elsewhere.contains(#"href="https://example.org/figures/bridge/closed?year=2021">2</a>"#))
    }

    @Test("HTML escapes what units wrote and names them")
    func htmlEscapes() {
        let html = report.html(wording)
        #expect(html.contains(#"<p data-unit="east" title="东镇">东镇检查 &lt;12&gt; 次。</p>"#))
        #expect(!html.contains("<12>"))
        #expect(html.contains("<p class=\"missing\"><b>【待补】</b>写不足和原因。</p>"))
    }

    @Test("JSON has stable keys, and the same report gives the same bytes in every format")
    func json() throws {
        let bytes = report.json()
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(
            object.keys.sorted() == [
                "addressee", "appendix", "characters", "cutoff", "date", "district", "government", "parts", "title", "unplaced",
                "year",
            ])
        #expect(object["district"] as? String == "hill")
        #expect(object["year"] as? Int == 2021)
        #expect(object["cutoff"] as? String == "2022-01-18T09:30:00+08:00")
        let parts = try #require(object["parts"] as? [[String: Any]])
        #expect(parts.map { $0["name"] as? String } == ["work", "faults", "other"])
        let sections = try #require(parts[0]["sections"] as? [[String: Any]])
        let paragraphs = try #require(sections[0]["paragraphs"] as? [[[String: Any]]])
        #expect(paragraphs[0][1] as? [String: String] == ["figure": "bridge.inspected", "text": "526"])
        #expect(parts[1]["placeholder"] as? String == "写不足和原因。")
        let again = SmallReport.report()
        #expect(bytes == again.json())
        #expect(report.html(wording) == again.html(wording))
        #expect(try report.docx(wording) == again.docx(wording))
    }

    @Test("title, addressee, headings, attachment, signature and appendix stand in the order of GB/T 9704-2012")
    func documentOrder() {
        let kinds = report.document(wording).blocks.map { block in
            switch block {
            case .title: "title"
            case .addressee(let text): text
            case .heading(_, let runs): runs.map(\.text).joined()
            case .attachments: "attachments"
            case .signature(let office, let date): "\(office.joined()) \(date)"
            case .appendix(let label, _): label
            case .table: "table"
            default: "paragraph"
            }
        }
        #expect(
            kinds == [
                "title", "市桥梁办：", "一、主要工作", "（一）检查", "paragraph", "paragraph", "paragraph", "（二）维修", "paragraph",
                "二、不足", "paragraph", "三、其他", "paragraph", "attachments", "山区人民政府 2022年1月18日", "附件", "paragraph", "一、正文所用的数字",
                "table",
            ])
    }

    @Test("a long title is broken after its year")
    func titleLines() {
        var long = report
        long.title = "山区经济技术开发区2021年度法治政府建设情况报告"
        #expect(long.titleLines == ["山区经济技术开发区2021年度", "法治政府建设情况报告"])
        #expect(report.titleLines == ["山区2021年度桥梁情况报告"])
    }

    @Test(
        "python-docx reads the text, the figures and the appendix back",
        .enabled(if: PythonDocx.isAvailableOrCI, "needs python3 with python-docx"))
    func pythonDocx() throws {
        let program = """
            import sys, docx
            d = docx.Document(sys.argv[1])
            for p in d.paragraphs:
                if p.text.strip(): print(p.style.name + "|" + p.text)
            for t in d.tables:
                for r in t.rows: print("#" + "|".join(c.text.replace("\\n", "/") for c in r.cells))
            """
        let lines = try PythonDocx.run(program, on: report.docx(wording)).split(separator: "\n").map(String.init)
        #expect(lines.contains("Title|山区2021年度桥梁情况报告"))
        #expect(lines.contains("Heading 1|一、主要工作") || lines.contains("heading 1|一、主要工作"))
        #expect(lines.contains("Body Text|全年检查桥梁526座，完好率35.9%。封闭2座。"))
        #expect(lines.contains("Body Text|【待补】写不足和原因。"))
        #expect(lines.contains { $0.hasSuffix("|附件：数字与口径") })
        #expect(lines.contains { $0.hasPrefix("#1|检查桥梁/inspected|526 座|公式：") && $0.hasSuffix("|526") })
    }

    @Test("each figure in the document leads to its line in the appendix")
    func bookmarks() throws {
        let archive = try ZipArchive(bytes: report.docx(wording))
        let xml = String(decoding: try archive.data("word/document.xml"), as: UTF8.self)
        #expect(xml.contains("<w:hyperlink w:anchor="))
        for match in xml.matches(of: /w:hyperlink w:anchor="([^"]+)"/) {
            #expect(xml.contains("w:name=\"\(match.1)\""))
        }
        #expect(xml.matches(of: #/<w:hyperlink /#).count == 3)
        #expect(xml.matches(of: #/<w:bookmarkStart /#).count == 3)
    }
}

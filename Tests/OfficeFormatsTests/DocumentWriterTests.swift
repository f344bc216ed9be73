import Foundation
import OfficeFormats
import Testing

@Suite("Writing documents")
struct DocumentWriterTests {
    static let sample = OfficeDocument(
        title: "法治政府建设情况报告", creator: "某区人民政府", created: .fixed,
        blocks: [
            .redTitle("某区人民政府文件"), .documentNumber("某政发〔2022〕1号"),
            .title(["某区人民政府关于2021年度", "法治政府建设情况的报告"]), .subtitle("（2022年1月18日）"),
            .addressee("市人民政府："),
            .paragraph([.init("2021年，全区共办理“行政复议”案件12件——其中Word's 3件…现报告如下。")]),
            .heading(level: 1, [.init("一、主要举措和成效")]), .heading(level: 2, [.init("（一）依法行政")]),
            .heading(level: 3, [.init("1.健全机制。")]), .heading(level: 4, [.init("（1）联席会议。")]),
            .paragraph([
                .init("全年受理调解"), .init("526", isBold: true, link: .bookmark("表 1")), .init("件，见"),
                .init("明细", link: .address("https://example.test/figures?a=1&b=2")), .init("。"),
            ]),
            .table(
                .init(
                    columns: [.init(width: 2), .init(alignment: .right), .init(alignment: .center)], headerRows: 1,
                    rows: [
                        [.init([.init("单位", bookmark: "表 1")]), .init("件数"), .init("备注")],
                        [.init("章党街道"), .init("88"), .init("<含 & 司法确认>")], [.init([.init("合计")], columnSpan: 2), .init("526")],
                        [.init("甲"), .init("1")], [.init([], continuesAbove: true), .init("2"), .init("")],
                    ])),
            .attachments(["指标数据表", "有关情况说明"]), .signature(office: ["某区人民政府"], date: "2022年1月18日"),
            .appendix(label: "附件1", title: ["指标数据表"]), .paragraph([.init("说明\n换行\t制表")]), .emptyLine, .pageBreak,
            .table(.init(columns: [.init()], rows: [[.init("甲")]])), .table(.init(columns: [.init()], rows: [[.init("乙")]])),
        ])

    private func part(_ name: String, of document: OfficeDocument = sample, layout: OfficialLayout = .standard) throws -> String {
        let bytes = try DocumentWriter(layout: layout).bytes(of: document)
        return String(decoding: try ZipArchive(bytes: bytes).data(name), as: UTF8.self)
    }

    /// Properties and content of every run.
    private func runs(_ xml: String) -> [(properties: String, content: String)] {
        xml.matches(of: /<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?(.*?)<\/w:r>/).map { (String($0.1 ?? ""), String($0.2)) }
    }

    @Test("every run of text names its fonts for Latin and for Chinese")
    func fonts() throws {
        for name in ["word/document.xml", "word/footer1.xml", "word/footer2.xml"] {
            let found = runs(try part(name)).filter { !$0.content.contains("w:type=\"page\"") }
            #expect(!found.isEmpty)
            for run in found {
                for attribute in ["w:ascii=\"", "w:hAnsi=\"", "w:eastAsia=\""] {
                    #expect(run.properties.contains(attribute), "\(run)")
                }
            }
        }
    }

    @Test("Chinese quotes, dashes and dots are in the Chinese font, figures in the Latin one")
    func punctuation() throws {
        let chinese = "w:hint=\"eastAsia\" w:ascii=\"仿宋_GB2312\" w:hAnsi=\"仿宋_GB2312\" w:eastAsia=\"仿宋_GB2312\""
        var seen = 0
        for run in runs(try part("word/document.xml")) {
            let text = run.content.replacing(/<[^>]*>/, with: "")
            if text.contains(where: { "“”—…".contains($0) }) {
                #expect(run.properties.contains(chinese), "\(text)")
                seen += 1
            }
            if text.contains(where: { $0.isASCII && $0.isNumber }) {
                #expect(run.properties.contains("w:ascii=\"Times New Roman\""), "\(text)")
                #expect(!run.properties.contains("w:hint"), "\(text)")
            }
        }
        #expect(seen >= 2)
    }

    @Test("without a Latin font everything is in the Chinese one")
    func oneFont() throws {
        var layout = OfficialLayout.standard
        layout.latinFont = nil
        for name in ["word/document.xml", "word/styles.xml", "word/fontTable.xml"] {
            #expect(!(try part(name, layout: layout).contains("Times")))
        }
    }

    @Test("there is no theme and no font of one")
    func noTheme() throws {
        let bytes = try DocumentWriter().bytes(of: Self.sample)
        let archive = try ZipArchive(bytes: bytes)
        #expect(!archive.entries.contains { $0.name.contains("theme") })
        for entry in archive.entries {
            let text = String(decoding: try archive.data(entry.name), as: UTF8.self)
            for word in ["asciiTheme", "eastAsiaTheme", "hAnsiTheme", "themeFont"] {
                #expect(!text.contains(word), "\(entry.name)")
            }
        }
    }

    @Test("tables have a grid that fills the text, repeat their heads and span cells")
    func tables() throws {
        let xml = try part("word/document.xml")
        let first = try #require(xml.firstMatch(of: /<w:tbl>.*?<\/w:tbl>/)?.0)
        let widths = first.matches(of: /<w:gridCol w:w="(\d+)"\/>/).compactMap { Int($0.1) }
        #expect(widths.count == 3)
        #expect(widths.reduce(0, +) == 8845)
        #expect(widths[0] == 2 * widths[1])
        #expect(first.contains("<w:tblBorders>"))
        #expect(first.contains("<w:tblLayout w:type=\"fixed\"/>"))
        #expect(first.matches(of: /<w:tblHeader\/>/).count == 1)
        #expect(first.contains("<w:gridSpan w:val=\"2\"/>"))
        #expect(first.matches(of: /<w:vMerge w:val="restart"\/>/).count == 1)
        #expect(first.matches(of: /<w:vMerge w:val="continue"\/>/).count == 1)
        #expect(first.contains("&lt;含 &amp; 司法确认&gt;") == false)
        #expect(runs(String(first)).map { $0.content.replacing(/<[^>]*>/, with: "") }.joined().contains("&lt;含 &amp; 司法确认&gt;"))
        #expect(!xml.contains("</w:tbl><w:tbl>"))
        #expect(!xml.contains("</w:tbl><w:sectPr>"))
    }

    @Test("the page is that of GB/T 9704-2012 and holds 22 lines of 28 characters")
    func page() throws {
        let xml = try part("word/document.xml")
        #expect(xml.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"))
        #expect(xml.contains("w:top=\"2098\" w:right=\"1474\" w:bottom=\"1980\" w:left=\"1587\""))
        let textHeight: Int = 16_838 - 2_098 - 1_980
        #expect(textHeight >= 22 * 580)
        #expect(xml.contains("<w:docGrid w:type=\"lines\" w:linePitch=\"580\"/>"))
        let styles = try part("word/styles.xml")
        let body = try #require(styles.firstMatch(of: /<w:style [^>]*w:styleId="BodyText">.*?<\/w:style>/)?.0)
        #expect(body.contains("w:line=\"580\" w:lineRule=\"exact\""))
        #expect(body.contains("w:firstLineChars=\"200\" w:firstLine=\"640\""))
        #expect(body.contains("<w:spacing w:val=\"-5\"/><w:sz w:val=\"32\"/>"))
        let textWidth: Int = 11_906 - 1_587 - 1_474
        let lineWidth: Int = 28 * (320 - 5)
        #expect(lineWidth <= textWidth)
        let title = try #require(styles.firstMatch(of: /<w:style [^>]*w:styleId="Title">.*?<\/w:style>/)?.0)
        #expect(title.contains("w:eastAsia=\"方正小标宋简体\""))
        #expect(title.contains("<w:sz w:val=\"44\"/>"))
        #expect(title.contains("<w:jc w:val=\"center\"/>"))
    }

    @Test("page numbers stand right on odd pages and left on even ones")
    func pageNumbers() throws {
        #expect(try part("word/settings.xml").contains("<w:evenAndOddHeaders/>"))
        let odd = try part("word/footer1.xml")
        let even = try part("word/footer2.xml")
        #expect(odd.contains("<w:ind w:rightChars=\"100\" w:right=\"280\"/><w:jc w:val=\"right\"/>"))
        #expect(even.contains("<w:ind w:leftChars=\"100\" w:left=\"280\"/><w:jc w:val=\"left\"/>"))
        for footer in [odd, even] {
            #expect(footer.contains(" PAGE "))
            #expect(footer.contains("— <"))
            #expect(footer.contains("w:eastAsia=\"宋体\""))
            #expect(footer.contains("<w:sz w:val=\"28\"/>"))
        }
        var layout = OfficialLayout.standard
        layout.showsPageNumbers = false
        #expect(!(try part("word/document.xml", layout: layout).contains("footerReference")))
    }

    @Test("links lead to addresses and to bookmarks of the same name")
    func links() throws {
        let xml = try part("word/document.xml")
        let anchor = try #require(xml.firstMatch(of: /<w:hyperlink w:anchor="([^"]+)"/)?.1)
        #expect(xml.contains("<w:bookmarkStart w:id=\"1\" w:name=\"\(anchor)\"/>"))
        #expect(anchor.count <= 40 && !anchor.contains(" "))
        #expect(xml.contains("<w:hyperlink r:id=\"rIdLink1\""))
        let links = try part("word/_rels/document.xml.rels")
        #expect(links.contains("Target=\"https://example.test/figures?a=1&amp;b=2\" TargetMode=\"External\""))
    }

    @Test("the same document gives the same bytes, and XML's forbidden characters are left out")
    func deterministic() throws {
        #expect(try DocumentWriter().bytes(of: Self.sample) == DocumentWriter().bytes(of: Self.sample))
        let odd = OfficeDocument(title: "", creator: "", created: .fixed, blocks: [.paragraph([.init("甲\u{0}\u{1}\u{FFFE}乙")])])
        let read = try DocumentReader().read(bytes: DocumentWriter().bytes(of: odd))
        #expect(read.paragraphs.map(\.text) == ["甲乙"])
    }

    @Test("our reader finds what was written")
    func readBack() throws {
        let read = try DocumentReader().read(bytes: DocumentWriter().bytes(of: Self.sample))
        let texts = read.paragraphs.map(\.text).filter { !$0.isEmpty }
        #expect(
            texts == [
                "某区人民政府文件", "某政发〔2022〕1号", "某区人民政府关于2021年度\n法治政府建设情况的报告", "（2022年1月18日）", "市人民政府：",
                "2021年，全区共办理“行政复议”案件12件——其中Word's 3件…现报告如下。", "一、主要举措和成效", "（一）依法行政", "1.健全机制。", "（1）联席会议。",
                "全年受理调解526件，见明细。", "附件：1. 指标数据表", "2. 有关情况说明", "某区人民政府", "2022年1月18日", "附件1", "指标数据表", "说明\n换行\t制表",
            ])
        #expect(read.paragraphs.filter { $0.headingLevel != nil }.map(\.headingLevel) == [1, 2, 3, 4])
        #expect(read.paragraphs.first { $0.headingLevel == 1 }?.style == "heading 1")
        #expect(read.tables.count == 3)
        #expect(read.tables[0].rows[1].map(\.text) == ["章党街道", "88", "<含 & 司法确认>"])
        #expect(read.tables[0].rows[2].map(\.columnSpan) == [2, 1])
        #expect(read.tables[0].rows[4][0].continuesAbove)
        #expect(read.text.contains("章党街道\t88\t<含 & 司法确认>\n合计\t526"))
    }

    @Test("python-docx finds what was written", .enabled(if: Python.isAvailableOrCI, "needs python3 with python-docx"))
    func pythonDocx() throws {
        let folder = try ScratchFolder()
        let path = try folder.write(DocumentWriter().bytes(of: Self.sample), "a.docx")
        let said = try Python.run(
            """
            import sys, docx
            document = docx.Document(sys.argv[1])
            print([p.style.name + ":" + p.text for p in document.paragraphs if p.style.name.startswith("Heading")])
            table = document.tables[0]
            print([cell.text for cell in table.rows[1].cells], [cell.text for cell in table.rows[2].cells], len(document.tables))
            section = document.sections[0]
            margins = [section.top_margin, section.left_margin, section.right_margin]
            print([round(margin.mm, 1) for margin in margins], round(section.page_width.mm))
            print(document.core_properties.title, document.core_properties.author, document.core_properties.created.isoformat())
            print(section.footer.paragraphs[0].text, section.even_page_footer.paragraphs[0].text)
            print(document.settings.odd_and_even_pages_header_footer)
            """, path)
        #expect(
            said == """
                ['Heading 1:一、主要举措和成效', 'Heading 2:（一）依法行政', 'Heading 3:1.健全机制。', 'Heading 4:（1）联席会议。']
                ['章党街道', '88', '<含 & 司法确认>'] ['合计', '合计', '526'] 3
                [37.0, 28.0, 26.0] 210
                法治政府建设情况报告 某区人民政府 2022-01-18T00:00:00+00:00
                — 1 — — 1 —
                True

                """)
    }
}

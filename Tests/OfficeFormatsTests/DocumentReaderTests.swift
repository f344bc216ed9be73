import Foundation
import OfficeFormats
import Testing

@Suite("Reading documents")
struct DocumentReaderTests {
    private func read(_ body: String, styles: String? = nil) throws -> DocumentText {
        try DocumentReader().read(bytes: HandMade.document(body: body, styles: styles))
    }

    @Test("inserted text and links are read; deleted text, field codes and second copies are not")
    func runs() throws {
        let body = """
            <w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr><w:r><w:t>甲</w:t></w:r>\
            <w:ins><w:r><w:t>乙</w:t></w:r></w:ins>\
            <w:del><w:r><w:delText>丙</w:delText></w:r></w:del><w:hyperlink><w:r><w:t>丁</w:t></w:r></w:hyperlink>\
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
            <w:r><w:tab/><w:br/><w:noBreakHyphen/><w:br w:type="page"/></w:r>\
            <mc:AlternateContent><mc:Choice><w:r><w:t>戊</w:t></w:r></mc:Choice>\
            <mc:Fallback><w:r><w:t>戊</w:t></w:r></mc:Fallback></mc:AlternateContent>\
            <w:sdt><w:sdtContent><w:r><w:t xml:space="preserve"> 己</w:t></w:r></w:sdtContent></w:sdt>\
            <a:p><a:r><a:t>图</a:t></a:r></a:p>\
            <m:r><m:t>x=1</m:t></m:r></w:p>
            """
        #expect(try read(body).paragraphs.map(\.text) == ["甲乙丁\t\n-戊 己x=1"])
    }

    @Test("a text box comes before the paragraph that holds it")
    func textBoxes() throws {
        let body =
            "<w:p><w:r><w:t>外</w:t>"
            + "<w:pict><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:pict><w:t>面</w:t></w:r></w:p>"
        #expect(try read(body).paragraphs.map(\.text) == ["框", "外面"])
    }

    @Test("tables inside tables give their paragraphs to the outer cell")
    func nestedTables() throws {
        let inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>内</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        let body =
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>外</w:t></w:r></w:p>\(inner)<w:p/></w:tc>"
            + "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
        let table = try #require(try read(body).tables.first)
        #expect(table.rows.count == 1)
        #expect(table.rows[0][0].paragraphs.map(\.text) == ["外", "内", ""])
        #expect(table.rows[0][1].continuesAbove)
    }

    @Test("a heading is known by its style, the style above it, or its own level")
    func headings() throws {
        let styles = """
            <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>\
            <w:style w:type="paragraph" w:styleId="a"><w:name w:val="小标题"/><w:basedOn w:val="2"/></w:style>\
            <w:style w:type="paragraph" w:styleId="x"><w:name w:val="环"/><w:basedOn w:val="y"/></w:style>\
            <w:style w:type="paragraph" w:styleId="y"><w:name w:val="环二"/><w:basedOn w:val="x"/></w:style>\
            <w:style w:type="paragraph" w:styleId="o"><w:name w:val="大纲"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
            """
        let body = ["2", "a", "x", "o", "none"].map { "<w:p><w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr></w:p>" }.joined()
        let own = "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:p><w:p/>"
        let paragraphs = try read(body + own, styles: styles).paragraphs
        #expect(paragraphs.map(\.headingLevel) == [2, 2, nil, 1, nil, 3, nil])
        #expect(paragraphs.map(\.style) == ["heading 2", "小标题", "环", "大纲", "none", nil, nil])
        #expect(paragraphs.map(\.isListItem) == [false, false, false, false, false, true, false])
    }

    @Test(
        "a document of python-docx reads as it was written",
        .enabled(if: Python.isAvailableOrCI, "needs python3 with python-docx"))
    func pythonDocx() throws {
        let folder = try ScratchFolder()
        try Python.run(
            """
            import sys, docx
            document = docx.Document()
            document.add_heading("一、总体情况", 1)
            document.add_paragraph("全年 526 件。").add_run("加粗").bold = True
            table = document.add_table(rows=2, cols=2)
            table.cell(0, 0).text = "单位"
            table.cell(1, 0).merge(table.cell(1, 1)).text = "合计"
            document.add_paragraph("列表", style="List Number")
            document.save(sys.argv[1])
            """, folder.file("a.docx"))
        let read = try DocumentReader().read(path: folder.file("a.docx"))
        #expect(read.paragraphs.map(\.text) == ["一、总体情况", "全年 526 件。加粗", "列表"])
        #expect(read.paragraphs[0].headingLevel == 1)
        #expect(read.tables[0].rows.map { $0.map(\.text) } == [["单位", ""], ["合计"]])
        #expect(read.tables[0].rows[1][0].columnSpan == 2)
    }
}

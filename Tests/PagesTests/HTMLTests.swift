import Testing

@testable import Pages

@Suite("the builder of pages")
struct HTMLTests {
    @Test("text and attribute values are escaped, whatever they hold")
    func escapes() {
        var html = HTML()
        html.element("a", [.named("title", "\"><b>'&"), .class(nil), .flag("hidden", false)], text: "<i>&\"'中</i>")
        #expect(
            String(decoding: html.bytes, as: UTF8.self)
                == "<a title=\"&quot;&gt;&lt;b&gt;&#39;&amp;\">&lt;i&gt;&amp;&quot;&#39;中&lt;/i&gt;</a>")
    }

    @Test("every byte but the special ones passes as it is")
    func plain() {
        for scalar in (1..<0x2000).compactMap(Unicode.Scalar.init) where !"&<>\"'".unicodeScalars.contains(scalar) {
            var html = HTML()
            html.text(String(scalar))
            #expect(html.bytes == Array(String(scalar).utf8))
        }
    }

    @Test("an address is encoded once, and its parts can be set and taken away")
    func addresses() {
        let list = Address(["registers", "a b"]).setting("q", to: "中&=").setting("sort", to: "-due")
        #expect(list.text == "/registers/a%20b?q=%E4%B8%AD%26%3D&sort=-due")
        #expect(list.setting("q", to: nil).text == "/registers/a%20b?sort=-due")
        #expect(list.without(["q", "sort"]).text == "/registers/a%20b")
        #expect(Address.desk.text == "/")
    }
}

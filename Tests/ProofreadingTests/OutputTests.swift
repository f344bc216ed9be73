import Foundation
import Testing

@testable import Proofreading

@Suite("what is given back")
struct OutputTests {
    private let text = "受理案件50件，审结53件。\n办结率102%。\n"

    @Test("the JSON has the keys of the design, and positions that fit the text")
    func json() throws {
        let proof = Proofreader().proof(text)
        let data = Data(JSONListing(language: .chinese).written(proof, file: "a \"b\".txt").utf8)
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(Set(object.keys) == ["file", "characters", "sections", "figures", "relations", "findings"])
        #expect(object["file"] as? String == "a \"b\".txt")
        let figures = try #require(object["figures"] as? [[String: Any]])
        #expect(Set(figures[0].keys) == ["start", "end", "text", "value", "unit", "bound", "label"])
        #expect(
            figures[0]["start"] as? Int == 4 && figures[0]["text"] as? String == "50" && figures[0]["bound"] as? String == "exact"
        )
        let findings = try #require(object["findings"] as? [[String: Any]])
        #expect(Set(findings[0].keys) == ["rule", "severity", "start", "end", "quote", "message", "suggestion"])
        #expect(findings[0]["rule"] as? String == "at-most")
        let relations = try #require(object["relations"] as? [[String: Any]])
        #expect(
            Set(relations[0].keys) == ["type", "members", "verdict", "says"] && relations[0]["members"] as? [Int] == [4, 10])
    }

    @Test("the page shows the text escaped, each finding beside its line")
    func page() {
        let proof = Proofreader().proof("<b>受理案件50件，审结53件。\n")
        let page = ProofPage(language: .chinese).written(proof, file: "x<y", text: "<b>受理案件50件，审结53件。\n")
        #expect(page.contains("&lt;b&gt;受理案件") || page.contains("&lt;b&gt;"))
        #expect(!page.contains("x<y") && page.contains("<li id=\"f1\""))
        #expect(page.contains("<mark"))
    }

    @Test("the listing gives the line, the words, the reason and what to do, in colour only when asked")
    func listing() {
        let proof = Proofreader().proof(text)
        let plain = TextListing(language: .chinese, coloured: false).written(proof, file: "a.txt", text: text)
        #expect(
            plain.contains("第 1 行  at-most") && plain.contains("审结53件") && plain.contains("→ 核对") && !plain.contains("\u{1B}"))
        #expect(plain.contains("第 2 行  share-over-hundred"))
        #expect(
            TextListing(language: .english, coloured: true).written(proof, file: "a.txt", text: text).contains("\u{1B}[31merror"))
    }

    @Test("every remark has a sentence in both languages and every rule a name and an example")
    func wording() {
        for key in Remark.Key.allCases {
            #expect(!FindingWording.chinese(key).message.isEmpty && !FindingWording.english(key).message.isEmpty)
        }
        for rule in Rule.allCases {
            #expect(
                !FindingWording(language: .english).name(rule).isEmpty
                    && !FindingWording(language: .chinese).example(rule).isEmpty)
        }
        let finding = Finding(
            rule: .sum, severity: .error, start: 0, end: 1, quote: "",
            remark: Remark(.sumDiffers, ["甲", "6", "件", "2 + 3", "5", "1"]), members: [])
        #expect(FindingWording(language: .chinese).message(finding) == "“甲”6件，各分项合计 2 + 3 = 5，相差 1。")
        #expect(FindingWording(language: .chinese).suggestion(finding).hasSuffix("总数应为 5件。"))
    }

    @Test("a rule that is switched off says nothing")
    func switchedOff() {
        #expect(Proofreader().proof(text).findings.contains { $0.rule == .atMost })
        #expect(!Proofreader(disabled: [.atMost]).proof(text).findings.contains { $0.rule == .atMost })
    }
}

import Definitions
import Foundation
import LegalTime
import TestSupport
import Testing
import Wording

@testable import Pages

@Suite("a list as a page")
struct ListPageTests {
    static let frame = PageFrame(
        wording: Wording(language: .chinese), preferences: Preferences(theme: .dark, isLarge: true), district: "山镇",
        person: PageFrame.Person(name: "诺拉", office: "北馆 经办"),
        menu: Menu(groups: [
            Menu.Group(
                label: "借阅",
                links: [
                    Menu.Link(label: "借阅", address: .list("loan"), count: Menu.Count(open: 12, overdue: 2)),
                    Menu.Link(label: "书架", address: .list("shelf")),
                ])
        ]), here: .list("loan"), formToken: "token", isDemonstration: false)

    static func page(_ count: Int) -> ListPage {
        let day = Day(iso: "2024-03-12") ?? Day(daysSince1970: 0)
        return ListPage(
            register: "借阅", workstream: "借阅", summary: "一行是一次借阅。", address: .list("loan"), views: [], filter: [], chips: [],
            total: count,
            columns: ["名称与编号", "分馆", "类别", "借出日期", "押金", "到期日", "期限状态", "状态"].map { ListPage.Column(label: $0) },
            rows: (0..<count).map { index in
                ListPage.Row(
                    title: "书名 \(index) <山居笔记>", number: "山借〔2024〕\(index)号", address: .record("loan", "01J\(index)"),
                    cells: [
                        ListPage.Cell("北馆"), ListPage.Cell("诗"), ListPage.Cell("2024-03-01", .date),
                        ListPage.Cell("12,500", .number),
                    ], due: day, clock: ClockText(status: .overdue, word: "超期", rest: "4 天"), state: "借出")
            }, caption: "借阅", previous: nil, next: .list("loan"), acts: [], registering: .registering("loan"),
            asOf: Instant(day: day, hour: 9, minute: 30), hasClocks: true)
    }

    @Test("every row is a card on a phone: its cells carry their head, its clock a word and a shape")
    func rows() {
        let text = String(decoding: Self.frame.render(Self.page(3)), as: UTF8.self)
        #expect(text.components(separatedBy: "<tr data-status=\"overdue\">").count == 4)
        #expect(text.contains("<td class=\"num solo\" data-label=\"押金\">12,500</td>"))
        #expect(text.contains("<use href=\"#overdue\"></use></svg>超期 4 天</span>"))
        #expect(text.contains("书名 0 &lt;山居笔记&gt;"))
        #expect(text.contains("共 3 件"))
    }

    @Test("the frame says where one is, in which theme and size, and how many matters are late")
    func frame() {
        let text = String(decoding: Self.frame.render(Self.page(1)), as: UTF8.self)
        for part in [
            "<html lang=\"zh-CN\" data-theme=\"dark\" data-size=\"large\">",
            "<a href=\"/registers/loan\" aria-current=\"page\">借阅", "class=\"n late\">12",
            "其中超期 2", "<a class=\"skip\" href=\"#main\">", "action=\"/logout\"", "name=\"form_token\" value=\"token\"",
            "/preferences?back=%2Fregisters%2Floan&amp;theme=light",
        ] { #expect(text.contains(part), "\(part)") }
    }

    @Test("every element that is opened is closed")
    func balanced() {
        let text = String(decoding: Self.frame.render(Self.page(2)), as: UTF8.self)
        var open: [String] = []
        let void: Set<String> = ["meta", "link", "input", "br", "hr", "option"]
        for match in text.matches(of: /<(\/?)([a-z0-9]+)[^>]*?(\/?)>/) {
            let name = String(match.2)
            if match.3 == "/" || (void.contains(name) && match.1.isEmpty) { continue }
            if match.1.isEmpty {
                open.append(name)
            } else {
                #expect(open.popLast() == name)
            }
        }
        #expect(open.isEmpty)
    }

    @Test("a page of fifty rows is written in a moment")
    func speed() {
        let page = Self.page(50)
        _ = Self.frame.render(page)
        let best = (0..<20).map { _ in processorTime { _ = Self.frame.render(page) } }.min() ?? .zero
        // Far above what a release build takes (see Benchmarks), and far below what a slow builder took.
        #expect(best < .milliseconds(20))
    }
}

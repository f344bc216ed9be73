import Definitions
import Records
import Wording

/// A checklist in a form: a table with two choices or a field for points beside each item; works without a script.
public struct ChecklistControl: Sendable {
    public struct Item: Sendable {
        /// The control's name: `result~sign`, `rounds.0.result~sign`.
        public var key: String
        public var label: String
        public var group: String?
        public var basis: String?
        public var fullMark: Int
        public var isMust: Bool
        /// As typed; `met` or `not_met` where the item is met or not.
        public var mark: String
    }

    public var isMet: Bool
    public var items: [Item]

    /// - Parameter text: What is typed so far, by the items' names or labels.
    public init(_ standard: StandardDefinition, key: String, text: String, wording: Wording) {
        isMet = standard.mode == .met
        var typed: [String: String] = [:]
        for entry in ChecklistText.entries(text, standard: standard) {
            guard let name = entry.item?.name else { continue }
            typed[name] = entry.mark
        }
        items = standard.items.map { item in
            var mark = typed[item.name] ?? ""
            if standard.mode == .met, let tenths = ChecklistText.tenths(mark, mode: .met) {
                mark = tenths > 0 ? "met" : "not_met"
            }
            return Item(
                key: Self.key(of: item.name, in: key), label: wording.label(ofItem: item, of: standard), group: item.group,
                basis: item.basis.map { wording.citation($0) }, fullMark: item.points, isMust: item.isMust, mark: mark)
        }
    }

    /// The name of an item's control beside the checklist's own.
    public static func key(of item: String, in field: String) -> String { "\(field)~\(item)" }

    func write(into html: inout HTML, label: String, _ wording: Wording) {
        html.element("table", [.class("table tight checklist"), .aria(label: label)]) { html in
            html.element("thead") { html in
                html.element("tr") { html in
                    html.element("th", [.scope("col")], text: wording.text(ChecklistWords.item))
                    if !isMet { html.element("th", [.scope("col"), .class("num")], text: wording.text(ChecklistWords.fullMark)) }
                    html.element("th", [.scope("col")], text: wording.text(isMet ? ChecklistWords.result : .awarded))
                }
            }
            html.element("tbody") { html in
                var group: String?
                for item in items {
                    if let next = item.group, next != group {
                        html.element("tr", [.class("group")]) { html in
                            html.element("th", [.scope("colgroup"), .named("colspan", isMet ? "2" : "3")], text: next)
                        }
                    }
                    group = item.group
                    write(item, &html, wording)
                }
            }
        }
    }

    private func write(_ item: Item, _ html: inout HTML, _ wording: Wording) {
        html.element("tr") { html in
            html.element("th", [.scope("row"), .id("\(item.key)-label")]) { html in
                html.text(item.label)
                let remarks = [item.isMust ? wording.text(ChecklistWords.must) : nil, item.basis].compactMap(\.self)
                for remark in remarks {
                    html.raw(" ")
                    html.element("span", [.class("ref")], text: remark)
                }
            }
            if !isMet { html.element("td", [.class("num")], text: String(item.fullMark)) }
            html.element("td") { html in
                isMet ? choices(item, &html, wording) : points(item, &html)
            }
        }
    }

    private func choices(_ item: Item, _ html: inout HTML, _ wording: Wording) {
        let options: [(String, ChecklistWords)] = [("met", .met), ("not_met", .notMet), ("", .notAssessed)]
        html.element("div", [.class("choices"), .named("role", "radiogroup"), .named("aria-labelledby", "\(item.key)-label")]) {
            html in
            for (value, word) in options {
                html.element("label", [.class("choice")]) { html in
                    html.void(
                        "input", [.type("radio"), .name(item.key), .value(value), .flag("checked", item.mark == value)])
                    html.raw(" ")
                    html.text(wording.text(word))
                }
            }
        }
    }

    private func points(_ item: Item, _ html: inout HTML) {
        html.void(
            "input",
            [
                .id(item.key), .name(item.key), .class("input w-s num"), .value(item.mark), .named("inputmode", "decimal"),
                .named("autocomplete", "off"), .named("aria-labelledby", "\(item.key)-label"),
            ])
    }
}

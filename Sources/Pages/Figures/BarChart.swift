import Records
import Wording

/// Bars drawn by the server: each the whole with the counted part filled in. A table beside says the same, so it is hidden from readers.
struct BarChart {
    /// One bar: what is filled, and the whole where a share is shown.
    struct Bar {
        var label: String
        var title: String
        var filled: Int64
        var whole: Int64
        var top: String
        var address: Address?
    }

    var bars: [Bar]

    private static let width = 640
    private static let left = 44
    private static let floor = 306
    private static let ceiling = 30

    /// The largest whole, at least 1.
    private var most: Int64 { max(bars.map { max($0.whole, $0.filled) }.max() ?? 0, 1) }

    /// A round step so that three to six lines stand in the chart.
    static func step(upTo most: Int64) -> Int64 {
        var unit: Int64 = 1
        while true {
            for factor in [1, 2, 5] as [Int64] where most <= unit * factor * 4 { return unit * factor }
            unit *= 10
        }
    }

    func write(into html: inout HTML) {
        let step = Self.step(upTo: most)
        let height = Int64(Self.floor - Self.ceiling)
        let roof = (most + step - 1) / step * step
        func y(_ value: Int64) -> Int { Self.floor - Int(height * value / max(roof, 1)) }
        html.element("svg", [.class("chart"), .named("viewBox", "0 0 640 340"), .hidden]) { html in
            for line in stride(from: step, through: roof, by: Int(step)) {
                html.void("path", [.class("grid"), .named("d", "M34 \(y(line))H640"), .named("fill", "none")])
                html.raw("</path>")
                html.element(
                    "text", [.named("x", "28"), .named("y", String(y(line) + 4)), .named("text-anchor", "end")],
                    text: String(line))
            }
            html.element("path", [.class("axis"), .named("d", "M34 \(Self.floor)H640")], text: "")
            let pitch = (Self.width - Self.left) / max(bars.count, 1)
            let thick = min(30, max(pitch * 6 / 10, 4))
            for (place, bar) in bars.enumerated() {
                let x = Self.left + place * pitch + (pitch - thick) / 2
                draw(bar, x: x, thick: thick, y: y, &html)
            }
        }
    }

    private func draw(_ bar: Bar, x: Int, thick: Int, y: (Int64) -> Int, _ html: inout HTML) {
        let (whole, filled) = (y(max(bar.whole, bar.filled)), y(bar.filled))
        html.element("a", [.named("href", bar.address?.text), .named("tabindex", "-1")]) { html in
            html.element("title", text: bar.title)
            if bar.whole > bar.filled { rect("b", x, whole, thick, filled - whole, &html) }
            if bar.filled > 0 { rect("a", x, filled, thick, Self.floor - filled, &html) }
        }
        let middle = String(x + thick / 2)
        html.element(
            "text", [.class("strong"), .named("x", middle), .named("y", String(whole - 6)), .named("text-anchor", "middle")],
            text: bar.top)
        html.element("text", [.named("x", middle), .named("y", "326"), .named("text-anchor", "middle")], text: bar.label)
    }

    private func rect(_ look: String, _ x: Int, _ y: Int, _ width: Int, _ height: Int, _ html: inout HTML) {
        html.element(
            "rect",
            [
                .class(look), .named("x", String(x)), .named("y", String(y)), .named("width", String(width)),
                .named("height", String(max(height, 1))),
            ], text: "")
    }

    /// A bar inside a row of a table, 420 wide where it is `most` long.
    static func rowBar(filled: Int64, whole: Int64, most: Int64, into html: inout HTML) {
        let scale = max(most, 1)
        let full = Int(max(whole, filled, 0) * 418 / scale)
        let part = Int(max(filled, 0) * 418 / scale)
        html.element("svg", [.class("chart"), .named("viewBox", "0 0 420 14"), .hidden]) { html in
            if part > 0 {
                html.element(
                    "rect", [.class("a"), .named("y", "1"), .named("width", String(part)), .named("height", "12")], text: "")
            }
            if full > part {
                html.element(
                    "rect",
                    [
                        .class("b"), .named("x", "\(part).5"), .named("y", "1.5"), .named("width", String(full - part)),
                        .named("height", "11"),
                    ], text: "")
            }
        }
    }
}

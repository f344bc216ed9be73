/// The shapes of statuses and buttons, once at the top of each page, so that they print and take the colour of the text.
enum Sprite {
    static func write(into html: inout HTML) {
        html.raw(
            """
            <svg class="sprite" aria-hidden="true">
            <symbol id="open" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.2"/></symbol>
            <symbol id="due_soon" viewBox="0 0 16 16"><path d="M8 2.2 14.6 13.6H1.4z" fill="currentColor" stroke="none"/></symbol>
            <symbol id="overdue" viewBox="0 0 16 16"><path d="M8 .8 15.2 8 8 15.2.8 8z" fill="currentColor" stroke="none"/></symbol>
            <symbol id="paused" viewBox="0 0 16 16"><path d="M5.2 2.8v10.4M10.8 2.8v10.4" stroke-width="2.6"/></symbol>
            <symbol id="met" viewBox="0 0 16 16"><path d="M2.4 8.6 6.4 12.6 13.8 3.8" stroke-width="2.3"/></symbol>
            <symbol id="late" viewBox="0 0 16 16"><path d="M8 1.8 14.2 8 8 14.2 1.8 8z"/></symbol>
            <symbol id="idle" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.2" stroke-dasharray="2.2 2.2"/></symbol>
            <symbol id="error" viewBox="0 0 16 16"><path d="M8 .8 15.2 8 8 15.2.8 8z" fill="currentColor" stroke="none"/></symbol>
            <symbol id="warning" viewBox="0 0 16 16"><path d="M8 2.2 14.6 13.6H1.4z" fill="currentColor" stroke="none"/></symbol>
            <symbol id="hint" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6"/><path d="M8 7.2v4.2M8 4.2v1.5"/></symbol>
            <symbol id="half" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.2"/><path d="M8 2.8a5.2 5.2 0 0 1 0 10.4z" fill="currentColor" stroke="none"/></symbol>
            <symbol id="back" viewBox="0 0 16 16"><path d="M6.4 3.2 2.4 7.2l4 4M2.6 7.2h6.6a4 4 0 0 1 0 8H7" transform="translate(0 -1)"/></symbol>
            <symbol id="x" viewBox="0 0 16 16"><path d="M3 3l10 10M13 3 3 13" stroke-width="2.2"/></symbol>
            <symbol id="plus" viewBox="0 0 16 16"><path d="M8 2.5v11M2.5 8h11" stroke-width="2"/></symbol>
            <symbol id="down" viewBox="0 0 16 16"><path d="M8 1.8v9M4 7l4 4 4-4M2.5 14h11"/></symbol>
            <symbol id="bob" viewBox="0 0 16 24"><path d="M8 0v6" stroke-width="1.5"/><path d="M8 5.5 13 9v4.2L8 23 3 13.2V9z" fill="currentColor" stroke="none"/></symbol>
            </svg>
            """)
    }
}

/// A shape of the sprite.
public enum Mark: String, Sendable {
    case open, paused, met, late, idle, overdue, error, warning, hint, half, back, x, plus, down, bob
    case dueSoon = "due_soon"
}

extension HTML {
    /// A shape beside a word; screen readers skip it.
    public mutating func mark(_ mark: Mark) { use(mark.rawValue, class: "mark") }

    mutating func use(_ symbol: String, class name: String) {
        element("svg", [.class(name), .hidden]) { html in
            html.element("use", [.anchor(symbol)]) { _ in }
        }
    }
}

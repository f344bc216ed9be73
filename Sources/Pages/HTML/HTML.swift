/// A page being written: UTF-8 appended to one buffer. Text and attribute values are escaped, always; only literals of our own go in raw.
///
/// `html.element("p", [.class("sub")]) { $0.text(name) }` writes `<p class="sub">…</p>`.
public struct HTML: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init(capacity: Int = 16 * 1024) { bytes.reserveCapacity(capacity) }

    /// Markup of our own, as it stands. A `StaticString` cannot hold anything that came from outside.
    public mutating func raw(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Escaped text.
    public mutating func text(_ text: String) { append(escaping: text) }

    public mutating func text(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    /// `<name attributes>`, the content, `</name>`.
    public mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], content: (inout HTML) -> Void) {
        open(name, attributes)
        content(&self)
        close(name)
    }

    /// An element that holds text only.
    public mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
        open(name, attributes)
        append(escaping: text)
        close(name)
    }

    /// An element without content, such as `input`.
    public mutating func void(_ name: StaticString, _ attributes: [Attribute] = []) { open(name, attributes) }

    public mutating func open(_ name: StaticString, _ attributes: [Attribute] = []) {
        bytes.append(UInt8(ascii: "<"))
        raw(name)
        for attribute in attributes {
            guard attribute.isPresent else { continue }
            bytes.append(UInt8(ascii: " "))
            raw(attribute.name)
            guard let value = attribute.value else { continue }
            raw("=\"")
            append(escaping: value)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    public mutating func close(_ name: StaticString) {
        raw("</")
        raw(name)
        bytes.append(UInt8(ascii: ">"))
    }

    /// Markup that another builder has made.
    public mutating func append(_ other: HTML) { bytes.append(contentsOf: other.bytes) }

    /// Copies runs of plain bytes at once and puts entities in the place of the five characters that mean something to HTML.
    private mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices {
                guard let entity = Self.entity(of: utf8[index]) else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
                raw(entity)
                start = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        }
    }

    @inline(__always)
    private static func entity(of byte: UInt8) -> StaticString? {
        guard byte < 0x3F else { return nil }
        switch byte {
        case UInt8(ascii: "&"): return "&amp;"
        case UInt8(ascii: "<"): return "&lt;"
        case UInt8(ascii: ">"): return "&gt;"
        case UInt8(ascii: "\""): return "&quot;"
        case UInt8(ascii: "'"): return "&#39;"
        case 0: return "\u{FFFD}"
        default: return nil
        }
    }
}

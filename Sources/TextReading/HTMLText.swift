/// The text of a web page: a line for each block, cells apart by tabs; scripts, styles and menus left out.
struct HTMLText {
    private(set) var text = ""

    /// Whether a text without a telling name is a web page.
    static func isLikely(_ text: String) -> Bool {
        let head = text.unicodeScalars.prefix(600)
        let opening = String(String.UnicodeScalarView(head)).lowercased()
        return opening.contains("<!doctype html") || opening.contains("<html") || opening.contains("<body")
            || opening.contains("<head>")
            || opening.contains("<p>") && opening.hasPrefix("<")
    }

    private static let blocks: Set<String> = [
        "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "section", "article", "header",
        "footer", "title", "hr",
        "dt", "dd", "blockquote", "center", "main", "form", "option", "pre", "body",
    ]
    private static let silent: Set<String> = [
        "script", "style", "noscript", "head", "nav", "iframe", "svg", "template", "select", "button",
    ]
    private static let entities: [String: Unicode.Scalar] = [
        "nbsp": "\u{A0}", "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "ldquo": "“", "rdquo": "”", "lsquo": "‘",
        "rsquo": "’", "mdash": "—",
        "ndash": "–", "hellip": "…", "middot": "·", "times": "×", "permil": "‰", "emsp": "\u{2003}", "ensp": "\u{2002}",
        "thinsp": "\u{2009}", "bull": "•",
        "copy": "©", "laquo": "«", "raquo": "»", "zwnj": "\u{200C}", "zwj": "\u{200D}", "deg": "°", "yen": "¥", "sect": "§",
    ]

    init(_ source: String) {
        let scalars = Array(source.unicodeScalars)
        var out = String.UnicodeScalarView()
        var position = 0
        var hidden: String?
        var isPreformatted = false
        func lineEnd() {
            while let last = out.last, last == " " || last == "\t" { out.removeLast() }
            if !out.isEmpty, out.last != "\n" { out.append("\n") }
        }
        while position < scalars.count {
            let scalar = scalars[position]
            if scalar == "<", let tag = HTMLText.tag(scalars, at: position) {
                position = tag.end
                if let open = hidden {
                    if tag.isEnd, tag.name == open { hidden = nil }
                    continue
                }
                if !tag.isEnd, HTMLText.silent.contains(tag.name) {
                    if !tag.isEmpty { hidden = tag.name }
                    continue
                }
                if tag.name == "pre" { isPreformatted = !tag.isEnd }
                if tag.name == "td" || tag.name == "th" {
                    if tag.isEnd { out.append("\t") }
                } else if HTMLText.blocks.contains(tag.name) {
                    lineEnd()
                }
                continue
            }
            if hidden == nil {
                if scalar == "&", let (decoded, end) = HTMLText.entity(scalars, at: position) {
                    out.append(decoded)
                    position = end
                    continue
                }
                if scalar == "\n" || scalar == "\r" || scalar == "\t" || scalar == " " {
                    if isPreformatted, scalar == "\n" {
                        out.append("\n")
                    } else if let last = out.last, last != " ", last != "\n", last != "\t" {
                        out.append(" ")
                    }
                } else {
                    out.append(scalar)
                }
            }
            position += 1
        }
        lineEnd()
        text = String(out)
    }

    private struct Tag {
        let name: String
        let isEnd: Bool
        let isEmpty: Bool
        let end: Int
    }

    /// The tag or comment at a position; nil when the “<” is text.
    private static func tag(_ scalars: [Unicode.Scalar], at start: Int) -> Tag? {
        var position = start + 1
        guard position < scalars.count else { return nil }
        if scalars[position] == "!" || scalars[position] == "?" {
            if position + 2 < scalars.count, scalars[position + 1] == "-", scalars[position + 2] == "-" {
                position += 3
                while position + 2 < scalars.count {
                    if scalars[position] == "-", scalars[position + 1] == "-", scalars[position + 2] == ">" {
                        return Tag(name: "!", isEnd: false, isEmpty: true, end: position + 3)
                    }
                    position += 1
                }
                return Tag(name: "!", isEnd: false, isEmpty: true, end: scalars.count)
            }
            while position < scalars.count, scalars[position] != ">" { position += 1 }
            return Tag(name: "!", isEnd: false, isEmpty: true, end: min(scalars.count, position + 1))
        }
        let isEnd = scalars[position] == "/"
        if isEnd { position += 1 }
        var name = ""
        while position < scalars.count, scalars[position].isASCII,
            scalars[position].properties.isAlphabetic || scalars[position].properties.numericType != nil, name.utf8.count < 16
        {
            name.unicodeScalars.append(scalars[position])
            position += 1
        }
        guard !name.isEmpty else { return nil }
        var quote: Unicode.Scalar?
        let limit = min(scalars.count, position + 8192)
        while position < limit {
            let scalar = scalars[position]
            if let open = quote {
                if scalar == open { quote = nil }
            } else if scalar == "\"" || scalar == "'" {
                quote = scalar
            } else if scalar == ">" {
                return Tag(name: name.lowercased(), isEnd: isEnd, isEmpty: scalars[position - 1] == "/", end: position + 1)
            }
            position += 1
        }
        return nil
    }

    private static func entity(_ scalars: [Unicode.Scalar], at start: Int) -> (Unicode.Scalar, Int)? {
        var position = start + 1
        var name = ""
        while position < scalars.count, position - start < 12, scalars[position] != ";", scalars[position].isASCII {
            name.unicodeScalars.append(scalars[position])
            position += 1
        }
        guard position < scalars.count, scalars[position] == ";" else { return nil }
        if name.hasPrefix("#x") || name.hasPrefix("#X"), let value = UInt32(name.dropFirst(2), radix: 16),
            let scalar = Unicode.Scalar(value)
        {
            return (scalar, position + 1)
        }
        if name.hasPrefix("#"), let value = UInt32(name.dropFirst()), let scalar = Unicode.Scalar(value) {
            return (scalar, position + 1)
        }
        return entities[name].map { ($0, position + 1) }
    }
}

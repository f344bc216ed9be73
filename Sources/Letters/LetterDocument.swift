import OfficeFormats

/// A district's own template as a Word file: `{field}` and `{field|text}` in its text, head and foot are filled, whatever runs
/// the program has split them over; everything else stays as the office laid it out.
public struct LetterDocument: Sendable {
    private var parts: [(name: String, bytes: [UInt8])]
    /// The names that stand in braces, each once, in order.
    public let names: [String]

    /// - Throws: as `ZipArchive`; `missingPart` for a ZIP that is no Word file.
    public init(bytes: [UInt8]) throws(OfficeFormatError) {
        let archive = try ZipArchive(bytes: bytes)
        guard archive.entry(named: "word/document.xml") != nil else { throw .missingPart("word/document.xml") }
        var parts: [(String, [UInt8])] = []
        for entry in archive.entries where !entry.name.hasSuffix("/") { parts.append((entry.name, try archive.data(entry.name))) }
        self.parts = parts
        var found: [String] = []
        for (name, bytes) in parts where Self.hasText(name) {
            _ = Self.filled(String(decoding: bytes, as: UTF8.self)) { name, _ in
                if !found.contains(name) { found.append(name) }
                return ""
            }
        }
        names = found
    }

    /// The file with its values. - Throws: `writingFailed`.
    public func filled(_ facts: LetterFacts) throws(OfficeFormatError) -> [UInt8] {
        var archive = ZipWriter()
        for (name, bytes) in parts {
            guard Self.hasText(name) else {
                archive.add(name, bytes)
                continue
            }
            archive.add(
                name,
                Self.filled(String(decoding: bytes, as: UTF8.self)) { name, otherwise in
                    facts.texts[name] ?? otherwise ?? LetterTemplate.room
                })
        }
        return try archive.bytes()
    }

    private static func hasText(_ part: String) -> Bool {
        part == "word/document.xml" || part.hasSuffix(".xml") && (part.hasPrefix("word/header") || part.hasPrefix("word/footer"))
    }

    // MARK: Texts of a paragraph

    /// One `<w:t>`: where it stands, and its text without escapes.
    private struct Node {
        var range: Range<String.Index>
        var text: String
    }

    private static func filled(_ xml: String, value: (_ name: String, _ otherwise: String?) -> String) -> String {
        var result = ""
        var copied = xml.startIndex
        for nodes in paragraphs(xml) {
            guard let texts = replaced(nodes.map(\.text), value: value) else { continue }
            for (node, text) in zip(nodes, texts) where text != node.text {
                result += xml[copied..<node.range.lowerBound] + element(text)
                copied = node.range.upperBound
            }
        }
        return result + xml[copied...]
    }

    /// The text elements of each paragraph, in order.
    private static func paragraphs(_ xml: String) -> [[Node]] {
        var paragraphs: [[Node]] = []
        var nodes: [Node] = []
        var rest = xml[...]
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            let tag = rest[open...close]
            rest = rest[rest.index(after: close)...]
            if tag == "</w:p>" {
                if !nodes.isEmpty { paragraphs.append(nodes) }
                nodes = []
            } else if tag == "<w:t>" || tag.hasPrefix("<w:t ") && !tag.hasSuffix("/>") {
                guard let end = rest.firstIndex(of: "<") else { break }
                let text = String(rest[..<end])
                guard rest[end...].hasPrefix("</w:t>") else { continue }
                let past = rest.index(end, offsetBy: 6)
                nodes.append(Node(range: open..<past, text: unescaped(text)))
                rest = rest[past...]
            }
        }
        if !nodes.isEmpty { paragraphs.append(nodes) }
        return paragraphs
    }

    /// The texts with their placeholders filled, each value in the element where its brace opens; nil where there is none.
    private static func replaced(_ texts: [String], value: (String, String?) -> String) -> [String]? {
        let characters = texts.enumerated().flatMap { place, text in text.map { (place, $0) } }
        guard characters.contains(where: { $0.1 == "{" }) else { return nil }
        var out = Array(repeating: "", count: texts.count)
        var at = 0
        while at < characters.count {
            let (place, character) = characters[at]
            guard character == "{" else {
                out[place].append(character)
                at += 1
                continue
            }
            if at + 1 < characters.count, characters[at + 1].1 == "{" {
                out[place].append("{")
                at += 2
                continue
            }
            guard let close = characters[at...].firstIndex(where: { $0.1 == "}" }) else {
                out[place].append(character)
                at += 1
                continue
            }
            let inside = String(characters[(at + 1)..<close].map(\.1))
            let parts = inside.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts.first.map { String($0.filter { !$0.isWhitespace }) } ?? ""
            out[place] += value(name, parts.count > 1 ? String(parts[1]) : nil)
            at = close + 1
        }
        return out
    }

    // MARK: Markup

    private static func element(_ text: String) -> String {
        let clean = String(text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" })
        let lines = clean.split(separator: "\n", omittingEmptySubsequences: false).map { HTMLEscape.text(String($0)) }
        return lines.map { "<w:t xml:space=\"preserve\">\($0)</w:t>" }.joined(separator: "<w:br/>")
    }

    private static func unescaped(_ text: String) -> String {
        guard text.contains("&") else { return text }
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            guard let end = rest[start...].firstIndex(of: ";") else { break }
            let name = rest[rest.index(after: start)..<end]
            switch name {
            case "amp": result += "&"
            case "lt": result += "<"
            case "gt": result += ">"
            case "quot": result += "\""
            case "apos": result += "'"
            default:
                let digits = name.hasPrefix("#x") ? name.dropFirst(2) : name.dropFirst()
                let code = name.hasPrefix("#") ? UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10) : nil
                if let scalar = code.flatMap(Unicode.Scalar.init) { result.unicodeScalars.append(scalar) }
            }
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}

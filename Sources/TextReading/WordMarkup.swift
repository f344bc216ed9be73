/// `word/document.xml` as bytes, with the paragraphs and runs in it, so that marks can be put between characters.
struct WordMarkup {
    /// One run of text: its bytes, the properties to repeat when it is cut, and its characters.
    private struct Run {
        /// The whole `<w:r>…</w:r>`.
        var element: Range<Int>
        /// The inside of its only `<w:t>`; nil when the run holds anything else and cannot be cut.
        var content: Range<Int>?
        var properties: Range<Int>?
        var length: Int
    }

    private struct Paragraph {
        var runs: [Run] = []
        var text: [Unicode.Scalar] = []
    }

    private let source: [UInt8]
    /// The prefix of the word processing namespace, nearly always `w`.
    let prefix: String
    private var paragraphs: [Paragraph] = []
    /// What is put in, by place: closing marks before opening ones.
    private var insertions: [(place: Int, order: Int, bytes: [UInt8])] = []

    init(_ bytes: [UInt8]) {
        source = bytes
        prefix = WordMarkup.prefix(bytes)
        scan()
    }

    private static func prefix(_ bytes: [UInt8]) -> String {
        let head = String(decoding: bytes.prefix(8192), as: UTF8.self)
        for piece in head.components(separatedBy: "xmlns:").dropFirst() {
            guard let equals = piece.firstIndex(of: "=") else { continue }
            let address = piece[piece.index(equals, offsetBy: 2)...].prefix { $0 != "\"" && $0 != "'" }
            if address.hasSuffix("/main"), address.contains("wordprocessingml") { return String(piece[..<equals]) }
        }
        return "w"
    }

    // MARK: reading

    private mutating func scan() {
        let paragraph = Array("\(prefix):p".utf8)
        let run = Array("\(prefix):r".utf8)
        let words = Array("\(prefix):t".utf8)
        let properties = Array("\(prefix):rPr".utf8)
        let lineBreak = [Array("\(prefix):br".utf8), Array("\(prefix):cr".utf8)]
        let tab = Array("\(prefix):tab".utf8)
        let deleted = [
            Array("\(prefix):del".utf8), Array("\(prefix):moveFrom".utf8), Array("mc:Fallback".utf8), Array("\(prefix):rt".utf8),
        ]
        var open: [Paragraph] = []
        var runStart = 0
        var runParagraph = 0
        var pieces: [Unicode.Scalar] = []
        var contents: [Range<Int>] = []
        var simple = true
        var propertyStart: Int?
        var propertyRange: Range<Int>?
        var textStart: Int?
        var skipped = 0
        var isInRun = false
        var position = 0
        while position < source.count {
            guard source[position] == 0x3C else {
                position += 1
                continue
            }
            guard let end = source[position...].firstIndex(of: 0x3E) else { break }
            let isEnd = position + 1 < source.count && source[position + 1] == 0x2F
            let isEmpty = source[end - 1] == 0x2F
            var nameEnd = position + (isEnd ? 2 : 1)
            let nameStart = nameEnd
            while nameEnd < end, source[nameEnd] != 0x20, source[nameEnd] != 0x2F, source[nameEnd] != 0x0A,
                source[nameEnd] != 0x0D, source[nameEnd] != 0x09
            { nameEnd += 1 }
            let name = source[nameStart..<nameEnd]
            if deleted.contains(where: { $0.elementsEqual(name) }), !isEmpty { skipped += isEnd ? -1 : 1 }
            if skipped > 0 {
                if isInRun { simple = false }
                position = end + 1
                continue
            }
            if name.elementsEqual(paragraph) {
                if isEmpty {
                    if open.isEmpty { paragraphs.append(Paragraph()) } else { paragraphs.append(Paragraph()) }
                } else if isEnd {
                    if let done = open.popLast() { paragraphs.append(done) }
                } else {
                    if isInRun { simple = false }
                    open.append(Paragraph())
                }
            } else if name.elementsEqual(run), !isEmpty {
                if isEnd {
                    if isInRun, runParagraph == open.count, !open.isEmpty {
                        let whole = runStart..<(end + 1)
                        let content = simple && contents.count == 1 ? contents[0] : nil
                        open[open.count - 1].runs.append(
                            Run(element: whole, content: content, properties: propertyRange, length: pieces.count))
                        open[open.count - 1].text += pieces
                    }
                    isInRun = false
                } else {
                    isInRun = true
                    runStart = position
                    runParagraph = open.count
                    pieces = []
                    contents = []
                    simple = true
                    propertyRange = nil
                }
            } else if isInRun {
                if name.elementsEqual(properties) {
                    if isEmpty {
                        propertyRange = position..<(end + 1)
                    } else if isEnd, let start = propertyStart {
                        propertyRange = start..<(end + 1)
                    } else {
                        propertyStart = position
                    }
                } else if name.elementsEqual(words), !isEmpty {
                    if isEnd, let start = textStart {
                        contents.append(start..<position)
                        pieces += WordMarkup.unescaped(source[start..<position])
                        textStart = nil
                    } else if !isEnd {
                        textStart = end + 1
                    }
                } else if lineBreak.contains(where: { $0.elementsEqual(name) }) {
                    let attributes = String(decoding: source[nameEnd..<end], as: UTF8.self)
                    if !attributes.contains("type=") || attributes.contains("textWrapping") { pieces.append("\n") }
                    simple = false
                } else if name.elementsEqual(tab),
                    propertyStart == nil || propertyRange != nil || propertyStart.map({ $0 < runStart }) ?? true, isEmpty
                {
                    pieces.append("\t")
                    simple = false
                } else if propertyStart.map({ $0 >= runStart }) != true || propertyRange != nil {
                    if !isEnd { simple = simple && isProperty(name) }
                }
            }
            position = end + 1
        }
    }

    private func isProperty(_ name: ArraySlice<UInt8>) -> Bool {
        name.elementsEqual(Array("\(prefix):lastRenderedPageBreak".utf8))
    }

    // MARK: placing

    /// Puts marks around the characters of each comment; the paragraph is found by its text.
    mutating func place(_ comments: [MarginComment], text: String, number: (MarginComment, Int) -> Int) {
        var byText: [String: [Int]] = [:]
        for (index, paragraph) in paragraphs.enumerated() where !paragraph.text.isEmpty {
            byText[String(String.UnicodeScalarView(paragraph.text)), default: []].append(index)
        }
        let pieces = TextPieces(
            text,
            breaking: paragraphs.contains { $0.text.contains("\n") }
                ? byText.keys.filter { $0.contains("\n") || $0.contains("\t") } : byText.keys.filter { $0.contains("\t") })
        var count = 0
        for comment in comments {
            guard let piece = pieces.piece(at: comment.start) else { continue }
            // the number that Word sets before a paragraph is not in it
            let scalars = Array(piece.text.unicodeScalars)
            guard
                let lead = (0..<min(12, scalars.count)).first(where: {
                    byText[String(String.UnicodeScalarView(scalars[$0...]))] != nil
                }),
                let candidates = byText[String(String.UnicodeScalarView(scalars[lead...]))]
            else { continue }
            let index = candidates[min(piece.occurrence, candidates.count - 1)]
            let start = max(0, comment.start - piece.start - lead)
            let end = max(start + 1, min(comment.end - piece.start - lead, paragraphs[index].text.count))
            let id = number(comment, count)
            count += 1
            mark(paragraph: index, from: start, to: end, id: id)
        }
    }

    private mutating func mark(paragraph: Int, from start: Int, to end: Int, id: Int) {
        var offset = 0
        var opened = false
        var closed = false
        let open = Array("<\(prefix):commentRangeStart \(prefix):id=\"\(id)\"/>".utf8)
        let close = Array(
            "<\(prefix):commentRangeEnd \(prefix):id=\"\(id)\"/><\(prefix):r><\(prefix):commentReference \(prefix):id=\"\(id)\"/></\(prefix):r>"
                .utf8)
        for run in paragraphs[paragraph].runs {
            let range = offset..<(offset + run.length)
            offset = range.upperBound
            if !opened, start < range.upperBound {
                put(open, in: run, at: start - range.lowerBound, order: 1)
                opened = true
            }
            if opened, !closed, end <= range.upperBound {
                put(close, in: run, at: end - range.lowerBound, order: 0)
                closed = true
            }
        }
        if opened, !closed, let last = paragraphs[paragraph].runs.last { insertions.append((last.element.upperBound, 0, close)) }
    }

    /// Cuts a run at a character, or marks its edge when it cannot be cut.
    private mutating func put(_ bytes: [UInt8], in run: Run, at offset: Int, order: Int) {
        guard offset > 0 else {
            insertions.append((run.element.lowerBound, order, bytes))
            return
        }
        guard offset < run.length, let content = run.content else {
            insertions.append((offset < run.length && order == 1 ? run.element.lowerBound : run.element.upperBound, order, bytes))
            return
        }
        let place = WordMarkup.byte(of: offset, in: source, content)
        let properties = run.properties.map { Array(source[$0]) } ?? []
        let head = Array("</\(prefix):t></\(prefix):r>".utf8)
        let tail = Array("<\(prefix):r>".utf8) + properties + Array("<\(prefix):t xml:space=\"preserve\">".utf8)
        insertions.append((place, order, head + bytes + tail))
    }

    /// The document with everything put in.
    func bytes() -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(source.count + insertions.reduce(0) { $0 + $1.bytes.count })
        var position = 0
        for insertion in insertions.enumerated().sorted(by: {
            ($0.element.place, $0.element.order, $0.offset) < ($1.element.place, $1.element.order, $1.offset)
        }).map(\.element) {
            result += source[position..<insertion.place]
            result += insertion.bytes
            position = insertion.place
        }
        return preserved(result + source[position...])
    }

    /// A run that was cut keeps the spaces at its edges.
    private func preserved(_ bytes: [UInt8]) -> [UInt8] {
        guard !insertions.isEmpty else { return bytes }
        let text = String(decoding: bytes, as: UTF8.self)
        return Array(text.replacing("<\(prefix):t>", with: "<\(prefix):t xml:space=\"preserve\">").utf8)
    }

    // MARK: characters and bytes

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        forEachCharacter(bytes) { scalar, _ in
            result.append(scalar)
            return true
        }
        return result
    }

    private static func byte(of offset: Int, in source: [UInt8], _ range: Range<Int>) -> Int {
        var count = 0
        var place = range.upperBound
        forEachCharacter(source[range]) { _, start in
            if count == offset {
                place = start
                return false
            }
            count += 1
            return true
        }
        return place
    }

    /// Each character of an element's content and the byte at which it starts.
    private static func forEachCharacter(_ bytes: ArraySlice<UInt8>, _ body: (Unicode.Scalar, Int) -> Bool) {
        var position = bytes.startIndex
        while position < bytes.endIndex {
            let start = position
            let first = bytes[position]
            var scalar: Unicode.Scalar = "\u{FFFD}"
            if first == 0x26, let end = bytes[position..<min(bytes.endIndex, position + 12)].firstIndex(of: 0x3B) {
                let name = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
                switch name {
                case "amp": scalar = "&"
                case "lt": scalar = "<"
                case "gt": scalar = ">"
                case "quot": scalar = "\""
                case "apos": scalar = "'"
                default:
                    let value = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
                    scalar = value.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
                }
                position = end + 1
            } else {
                let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
                let end = min(position + length, bytes.endIndex)
                scalar = String(decoding: bytes[position..<end], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
                position = end
            }
            if !body(scalar, start) { return }
        }
    }

    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: if scalar.value >= 0x20 || scalar == "\t" { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }
}

/// The extracted text cut at line ends and cell edges, each piece one paragraph of the document.
private struct TextPieces {
    struct Piece {
        let start: Int
        let end: Int
        let text: String
        /// How many pieces of the same text came before.
        let occurrence: Int
    }

    private var pieces: [Piece] = []

    /// `whole` are the paragraphs that hold line breaks or tabs of their own.
    init(_ text: String, breaking whole: [String]) {
        let scalars = Array(text.unicodeScalars)
        let long = Dictionary(grouping: whole.map { Array($0.unicodeScalars) }) { $0.prefix(4).map(\.value) }
        var seen: [String: Int] = [:]
        var start = 0
        var position = 0
        func close(_ end: Int) {
            let piece = String(String.UnicodeScalarView(scalars[start..<end]))
            pieces.append(Piece(start: start, end: end, text: piece, occurrence: seen[piece, default: 0]))
            seen[piece, default: 0] += 1
        }
        while position <= scalars.count {
            if position == start, let known = long[scalars[position...].prefix(4).map(\.value)],
                let paragraph = known.first(where: { scalars[position...].starts(with: $0) })
            {
                position += paragraph.count
            }
            if position >= scalars.count || scalars[position] == "\n" || scalars[position] == "\t" {
                close(min(position, scalars.count))
                start = position + 1
            }
            position += 1
        }
    }

    func piece(at position: Int) -> Piece? {
        var low = 0
        var high = pieces.count - 1
        while low <= high {
            let middle = (low + high) / 2
            if position < pieces[middle].start {
                high = middle - 1
            } else if position > pieces[middle].end {
                low = middle + 1
            } else {
                return pieces[middle]
            }
        }
        return nil
    }
}

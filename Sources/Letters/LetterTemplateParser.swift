/// Reads a template's text; every mistake is reported, none is thrown.
public struct LetterTemplateParser {
    private var lines: [(number: Int, text: Substring)]
    private var place = 0
    private var problems: [LetterTemplateProblem] = []

    public static func parse(_ text: String) -> (template: LetterTemplate, problems: [LetterTemplateProblem]) {
        var parser = LetterTemplateParser(text)
        var parts = parser.parts(until: nil)
        if !parts.contains(where: \.isTitle) { parser.problems.append(.init(line: 1, reason: .noTitle)) }
        while parser.place < parser.lines.count {
            // A stray {end} or {else}: said once, then the rest is read all the same.
            parser.report(.endWithoutBeginning(String(parser.lines[parser.place].text)))
            parser.place += 1
            parts += parser.parts(until: nil)
        }
        return (LetterTemplate(parts: parts), parser.problems.sorted { $0.line < $1.line })
    }

    private init(_ text: String) {
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            .map { ($0.offset + 1, $0.element) }
    }

    private mutating func report(_ reason: LetterTemplateProblem.Reason, line: Int? = nil) {
        let here = lines.indices.contains(place) ? lines[place].number : lines.last?.number ?? 1
        problems.append(LetterTemplateProblem(line: line ?? here, reason: reason))
    }

    /// What a line is: `{for …}`, `{if …}`, `{else}`, `{end}` alone on it, or anything else.
    private enum Control {
        case forEach(String)
        case choice(String)
        case otherwise
        case end
    }

    private func control(_ line: Substring) -> Control? {
        let text = trimmed(line)
        guard text.hasPrefix("{"), text.hasSuffix("}"), !text.hasPrefix("{{") else { return nil }
        let inside = trimmed(text.dropFirst().dropLast())
        if inside == "end" { return .end }
        if inside == "else" { return .otherwise }
        if inside.hasPrefix("for ") { return .forEach(String(trimmed(inside.dropFirst(4)))) }
        if inside.hasPrefix("if ") { return .choice(String(trimmed(inside.dropFirst(3)))) }
        return nil
    }

    private mutating func parts(until opened: (word: String, line: Int)?) -> [LetterTemplate.Part] {
        var parts: [LetterTemplate.Part] = []
        var paragraph: [LetterTemplate.Piece] = []
        func closed(_ parts: inout [LetterTemplate.Part], _ paragraph: inout [LetterTemplate.Piece]) {
            if !paragraph.isEmpty { parts.append(.paragraph(paragraph)) }
            paragraph = []
        }
        while place < lines.count {
            let (number, line) = lines[place]
            if let control = control(line) {
                closed(&parts, &paragraph)
                switch control {
                case .end, .otherwise: return parts
                case .forEach(let name):
                    place += 1
                    let inner = self.parts(until: ("for", number))
                    end("for", number)
                    parts.append(.forEach(.init(name, line: number), inner))
                case .choice(let test):
                    place += 1
                    let (yes, no) = branches(number) { $0.parts(until: ("if", number)) }
                    parts.append(.choice(self.test(test, number), yes, otherwise: no))
                }
                continue
            }
            let text = trimmed(line)
            if text.isEmpty {
                closed(&parts, &paragraph)
                place += 1
            } else if text.hasPrefix("|") {
                closed(&parts, &paragraph)
                parts.append(table())
            } else if let part = directive(text, number) {
                closed(&parts, &paragraph)
                parts.append(part)
                place += 1
            } else {
                paragraph += pieces(text, number)
                place += 1
            }
        }
        closed(&parts, &paragraph)
        return parts
    }

    private mutating func branches<T>(_ line: Int, _ read: (inout Self) -> [T]) -> ([T], [T]) {
        let yes = read(&self)
        var no: [T] = []
        if place < lines.count, case .otherwise? = control(lines[place].text) {
            place += 1
            no = read(&self)
        }
        end("if", line)
        return (yes, no)
    }

    private mutating func end(_ word: String, _ line: Int) {
        if place < lines.count, case .end? = control(lines[place].text) {
            place += 1
        } else {
            report(.notEnded(word), line: line)
        }
    }

    private mutating func directive(_ text: Substring, _ number: Int) -> LetterTemplate.Part? {
        for (mark, level) in [("### ", 2), ("## ", 1)] where text.hasPrefix(mark) {
            return .heading(level: level, pieces(text.dropFirst(mark.count), number))
        }
        if text.hasPrefix("# ") { return .title(pieces(text.dropFirst(2), number)) }
        guard text.hasPrefix("@") else { return nil }
        let word = text.prefix { !$0.isWhitespace }
        let rest = trimmed(text.dropFirst(word.count))
        switch word {
        case "@number": return .number
        case "@addressee": return .addressee(pieces(rest, number))
        case "@signature": return .signature
        case "@date": return .date
        case "@blank": return .blank(pieces(rest, number))
        case "@page": return .pageBreak
        default:
            report(.unknownDirective(String(word)))
            return .paragraph([])
        }
    }

    private mutating func table() -> LetterTemplate.Part {
        var head: [[LetterTemplate.Piece]]?
        var rows = tableRows()
        if rows.count >= 2, case .row(let first) = rows[0], case .row(let rule) = rows[1], Self.isRule(rule) {
            head = first
            rows.removeFirst(2)
        }
        return .table(head: head, rows: rows)
    }

    private static func isRule(_ cells: [[LetterTemplate.Piece]]) -> Bool {
        cells.allSatisfy { cell in
            guard case .text(let text)? = cell.first, cell.count == 1 else { return false }
            return text.allSatisfy { $0 == "-" || $0 == ":" } && text.contains("-")
        }
    }

    /// Rows and the controls between them, as long as the next line that is no control is a row too.
    private mutating func tableRows() -> [LetterTemplate.TableRow] {
        var rows: [LetterTemplate.TableRow] = []
        while place < lines.count {
            let (number, line) = lines[place]
            let text = trimmed(line)
            if text.hasPrefix("|") {
                rows.append(.row(cells(text, number)))
                place += 1
                continue
            }
            switch control(line) {
            case .forEach(let name) where nextIsRow:
                place += 1
                let inner = tableRows()
                end("for", number)
                rows.append(.forEach(.init(name, line: number), inner))
            case .choice(let test) where nextIsRow:
                place += 1
                let (yes, no) = branches(number) { $0.tableRows() }
                rows.append(.choice(self.test(test, number), yes, otherwise: no))
            default: return rows
            }
        }
        return rows
    }

    private var nextIsRow: Bool {
        lines.dropFirst(place + 1).first { control($0.text) == nil }.map { trimmed($0.text).hasPrefix("|") } ?? false
    }

    private mutating func cells(_ text: Substring, _ number: Int) -> [[LetterTemplate.Piece]] {
        var inside = text.dropFirst()
        if inside.hasSuffix("|") { inside.removeLast() }
        var cells: [Substring] = []
        var depth = 0
        var start = inside.startIndex
        for place in inside.indices {
            switch inside[place] {
            case "{": depth += 1
            case "}": depth -= 1
            case "|" where depth == 0:
                cells.append(inside[start..<place])
                start = inside.index(after: place)
            default: break
            }
        }
        cells.append(inside[start...])
        return cells.map { pieces(trimmed($0), number) }
    }

    private mutating func test(_ text: String, _ number: Int) -> LetterTemplate.Test {
        if text.hasPrefix("not ") { return .isUnset(.init(String(trimmed(text.dropFirst(4))), line: number)) }
        for (mark, isEqual) in [("!=", false), ("=", true)] {
            guard let range = text.range(of: mark) else { continue }
            let name = LetterTemplate.Name(String(trimmed(text[..<range.lowerBound])), line: number)
            let codes = text[range.upperBound...].split(separator: ",").map { String(trimmed($0)) }
            return isEqual ? .isOneOf(name, codes) : .isNoneOf(name, codes)
        }
        return .isSet(.init(text, line: number))
    }

    /// Text with values in it.
    private mutating func pieces(_ text: Substring, _ number: Int) -> [LetterTemplate.Piece] {
        var pieces: [LetterTemplate.Piece] = []
        var plain = ""
        var rest = text
        while let character = rest.first {
            rest.removeFirst()
            guard character == "{" else {
                plain.append(character)
                continue
            }
            if rest.first == "{" {
                plain.append("{")
                rest.removeFirst()
                continue
            }
            guard let close = rest.firstIndex(of: "}") else {
                report(.openBrace, line: number)
                plain += "{" + rest
                break
            }
            let inside = rest[..<close].split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
            rest = rest[rest.index(after: close)...]
            let name = trimmed(inside[0])
            if name.isEmpty { report(.emptyName, line: number) }
            if !plain.isEmpty { pieces.append(.text(plain)) }
            plain = ""
            pieces.append(.value(.init(String(name), line: number), otherwise: inside.count > 1 ? String(inside[1]) : nil))
        }
        if !plain.isEmpty { pieces.append(.text(plain)) }
        return pieces
    }

    private func trimmed<T: StringProtocol>(_ text: T) -> Substring where T.SubSequence == Substring {
        var text = text[text.startIndex...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}

extension LetterTemplate.Part {
    var isTitle: Bool {
        switch self {
        case .title: true
        case .forEach(_, let parts): parts.contains(where: \.isTitle)
        case .choice(_, let yes, let no): yes.contains(where: \.isTitle) || no.contains(where: \.isTitle)
        default: false
        }
    }
}

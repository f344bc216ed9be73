/// Reads `multipart/form-data` (RFC 7578) as it arrives, in pieces of any size, within limits.
struct MultipartReader {
    /// One part: a field, or a file when it has a file name.
    struct Part: Equatable {
        var name: String
        var fileName: String?
        var mediaType: String?
        var bytes: [UInt8]
    }

    /// Why a body is not taken.
    enum Refusal: Error, Equatable {
        case tooLarge
        case malformed
    }

    struct Limits {
        var bytes = 25 * 1024 * 1024
        var parts = 5000
        var headerBytes = 8 * 1024
        /// Of one part that is kept in memory.
        var fieldBytes = Int.max
    }

    private enum Place {
        case beforeFirst
        /// Behind a boundary: `--` ends the body, a line end begins a part.
        case afterBoundary
        case headers
        case content
        case done
    }

    private(set) var parts: [Part] = []
    /// The file whose content is handed on as it comes and not kept; its part has no bytes.
    private let streamed: String?
    /// The name of that file, once it has begun.
    private(set) var streamedName: String?
    private var passing: [UInt8] = []
    private let limits: Limits
    /// `\r\n--boundary`.
    private let mark: [UInt8]
    private var place = Place.beforeFirst
    private var taken = 0
    private var waiting: [UInt8] = []
    private var current: Part?
    private var isPassing = false

    /// - Parameter streamed: The field whose file is handed on by `takeStreamed()`.
    init(boundary: String, limits: Limits = Limits(), streaming streamed: String? = nil) {
        self.limits = limits
        self.streamed = streamed
        mark = Array("\r\n--\(boundary)".utf8)
        // The first boundary may stand at the very beginning: the line end before it is put there.
        waiting = [13, 10]
    }

    /// The boundary of a content type; nil where it is none or not allowed (RFC 2046 allows 1 to 70 characters).
    static func boundary(of contentType: String) -> String? {
        guard let (type, parameters) = HeaderValue.parse(contentType), type == "multipart/form-data",
            let boundary = parameters["boundary"],
            (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F })
        else { return nil }
        return boundary
    }

    mutating func feed(_ bytes: some Collection<UInt8>) throws(Refusal) {
        taken += bytes.count
        guard taken <= limits.bytes else { throw .tooLarge }
        waiting.append(contentsOf: bytes)
        while try advance() {}
    }

    /// The parts once the whole body is there.
    mutating func finish() throws(Refusal) -> [Part] {
        guard case .done = place else { throw .malformed }
        return parts
    }

    /// Takes one step; false when more bytes are needed.
    private mutating func advance() throws(Refusal) -> Bool {
        switch place {
        case .beforeFirst:
            guard let found = find(mark) else {
                keepTail()
                return false
            }
            waiting.removeSubrange(..<(found + mark.count))
            place = .afterBoundary
            return true
        case .afterBoundary: return try endOrBegin()
        case .headers:
            guard let found = find([13, 10, 13, 10]) else {
                guard waiting.count <= limits.headerBytes else { throw .malformed }
                return false
            }
            guard found <= limits.headerBytes, parts.count < limits.parts else { throw .malformed }
            current = try part(headers: waiting[..<found])
            if let name = current?.fileName, !name.isEmpty, current?.name == streamed {
                guard streamedName == nil else { throw .malformed }
                streamedName = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? name
                isPassing = true
            }
            waiting.removeSubrange(..<(found + 4))
            place = .content
            return true
        case .content: return try takeContent()
        case .done:
            // An epilogue is allowed and means nothing.
            waiting.removeAll()
            return false
        }
    }

    private mutating func endOrBegin() throws(Refusal) -> Bool {
        guard waiting.count >= 2 else { return false }
        if waiting[0] == UInt8(ascii: "-"), waiting[1] == UInt8(ascii: "-") {
            place = .done
            waiting.removeAll()
            return false
        }
        // Blanks may follow a boundary.
        let blanks = waiting.prefix { $0 == 32 || $0 == 9 }.count
        guard blanks <= 64 else { throw .malformed }
        guard waiting.count >= blanks + 2 else { return false }
        guard waiting[blanks] == 13, waiting[blanks + 1] == 10 else { throw .malformed }
        waiting.removeSubrange(..<(blanks + 2))
        place = .headers
        // A part without headers begins with the empty line itself.
        if waiting.starts(with: [13, 10]) { throw .malformed }
        return true
    }

    /// What came of the streamed file since the last call.
    mutating func takeStreamed() -> [UInt8] {
        defer { passing = [] }
        return passing
    }

    private mutating func keep(_ count: Int) throws(Refusal) {
        if isPassing {
            passing.append(contentsOf: waiting[..<count])
        } else {
            guard (current?.bytes.count ?? 0) + count <= limits.fieldBytes else { throw .tooLarge }
            current?.bytes.append(contentsOf: waiting[..<count])
        }
        waiting.removeSubrange(..<count)
    }

    private mutating func takeContent() throws(Refusal) -> Bool {
        guard let found = find(mark) else {
            let safe = waiting.count - mark.count + 1
            if safe > 0 {
                try keep(safe)
            }
            return false
        }
        try keep(found)
        isPassing = false
        waiting.removeSubrange(..<mark.count)
        if let current { parts.append(current) }
        current = nil
        place = .afterBoundary
        return true
    }

    private mutating func keepTail() {
        let surplus = waiting.count - mark.count
        if surplus > 0 { waiting.removeSubrange(..<surplus) }
    }

    private func find(_ pattern: [UInt8]) -> Int? {
        guard waiting.count >= pattern.count else { return nil }
        return waiting.withUnsafeBufferPointer { bytes in
            let last = bytes.count - pattern.count
            var index = 0
            while index <= last {
                if bytes[index] == pattern[0] {
                    var length = 1
                    while length < pattern.count, bytes[index + length] == pattern[length] { length += 1 }
                    if length == pattern.count { return index }
                }
                index += 1
            }
            return nil
        }
    }

    private func part(headers: ArraySlice<UInt8>) throws(Refusal) -> Part {
        var part = Part(name: "", fileName: nil, mediaType: nil, bytes: [])
        var isNamed = false
        for line in String(decoding: headers, as: UTF8.self).split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":") else { throw .malformed }
            let value = String(line[line.index(after: colon)...])
            switch line[..<colon].lowercased() {
            case "content-disposition":
                guard let (kind, parameters) = HeaderValue.parse(value), kind == "form-data", let name = parameters["name"] else {
                    throw .malformed
                }
                isNamed = true
                part.name = name
                part.fileName = parameters["filename"]
            case "content-type": part.mediaType = HeaderValue.parse(value)?.value
            default: break
            }
        }
        guard isNamed else { throw .malformed }
        return part
    }
}

/// A header value with parameters: `form-data; name="title"`.
enum HeaderValue {
    /// The value in lower case, and the parameters by lower-case name. A quoted one may hold `\"`; browsers write `%22` for a quotation mark.
    static func parse(_ text: String) -> (value: String, parameters: [String: String])? {
        var scanner = Array(text)[...]
        let value = String(scanner.prefix { $0 != ";" }).trimmingBlanks().lowercased()
        guard !value.isEmpty else { return nil }
        scanner = scanner.drop { $0 != ";" }
        var parameters: [String: String] = [:]
        while scanner.first == ";" {
            scanner = scanner.dropFirst().drop { $0 == " " || $0 == "\t" }
            if scanner.isEmpty { break }
            let name = String(scanner.prefix { $0 != "=" && $0 != ";" }).trimmingBlanks().lowercased()
            scanner = scanner.drop { $0 != "=" && $0 != ";" }
            guard scanner.first == "=" else { continue }
            scanner = scanner.dropFirst()
            var content = ""
            if scanner.first == "\"" {
                scanner = scanner.dropFirst()
                while let character = scanner.popFirst(), character != "\"" {
                    if character == "\\", let next = scanner.first, next == "\"" || next == "\\" {
                        content.append(next)
                        scanner = scanner.dropFirst()
                    } else {
                        content.append(character)
                    }
                }
                scanner = scanner.drop { $0 != ";" }
            } else {
                content = String(scanner.prefix { $0 != ";" }).trimmingBlanks()
                scanner = scanner.drop { $0 != ";" }
            }
            if parameters[name] == nil { parameters[name] = content.replacing("%22", with: "\"") }
        }
        return (value, parameters)
    }
}

extension String {
    fileprivate func trimmingBlanks() -> String {
        var part = self[...]
        while part.first == " " || part.first == "\t" { part.removeFirst() }
        while part.last == " " || part.last == "\t" { part.removeLast() }
        return String(part)
    }
}

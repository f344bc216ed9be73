import Foundation
import Testing

@testable import Web

/// A generator that gives the same numbers for the same seed.
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite("parsers of what comes from outside")
struct ParserTests {
    static let rounds = ProcessInfo.processInfo.environment["ZHUNSHENG_LONG"] == "1" ? 200_000 : 3000

    @Test("a multipart body reads the same however it is cut into pieces")
    func multipartPieces() throws {
        var random = Seeded(state: 7)
        for _ in 0..<(Self.rounds / 10) {
            let boundary = "b" + String(UInt32.random(in: .min ... .max, using: &random), radix: 36)
            var parts: [MultipartReader.Part] = []
            var body: [UInt8] = []
            for index in 0..<Int.random(in: 0...5, using: &random) {
                // Content full of what looks like a boundary, so that a cut in the middle of one matters.
                let pieces = ["\r\n", "--", boundary, "\r", "-", "中文", "\r\n--", String(boundary.dropLast())]
                var content = ""
                for _ in 0..<Int.random(in: 0...8, using: &random) { content += pieces.randomElement(using: &random) ?? "" }
                content = content.replacing("\r\n--\(boundary)", with: "")
                guard !content.contains("\r\n--\(boundary)") else { continue }
                let isFile = Bool.random(using: &random)
                let disposition = "form-data; name=\"n\(index)\"" + (isFile ? "; filename=\"文件 \(index).bin\"" : "")
                body += Array("--\(boundary)\r\nContent-Disposition: \(disposition)\r\n\r\n\(content)\r\n".utf8)
                parts.append(
                    .init(
                        name: "n\(index)", fileName: isFile ? "文件 \(index).bin" : nil, mediaType: nil, bytes: Array(content.utf8))
                )
            }
            body += Array("--\(boundary)--\r\n".utf8)
            var reader = MultipartReader(boundary: boundary)
            var rest = body[...]
            while !rest.isEmpty {
                let size = Int.random(in: 1...max(1, min(40, rest.count)), using: &random)
                try reader.feed(rest.prefix(size))
                rest = rest.dropFirst(size)
            }
            #expect(try reader.finish() == parts)
        }
    }

    @Test("a spoilt multipart body is refused and never crashes")
    func multipartNoise() {
        var random = Seeded(state: 11)
        let whole = Array(
            "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"f\\\"q.txt\"\r\nContent-Type: text/plain\r\n\r\nhello\r\n--x\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n1\r\n--x--\r\n"
                .utf8)
        for _ in 0..<Self.rounds {
            var body = whole
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<body.count, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: body[place] = UInt8.random(in: .min ... .max, using: &random)
                case 1: body.remove(at: place)
                default: body.insert(contentsOf: [13, 10, 45, 45, 120].prefix(Int.random(in: 1...5, using: &random)), at: place)
                }
                if body.isEmpty { body = [0] }
            }
            var reader = MultipartReader(boundary: "x")
            _ = try? reader.feed(body)
            _ = try? reader.finish()
        }
    }

    @Test("a body beyond the limit is refused before it is kept")
    func multipartLimit() {
        var reader = MultipartReader(boundary: "x", limits: .init(bytes: 1000))
        #expect(throws: MultipartReader.Refusal.tooLarge) {
            try reader.feed(Array("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8))
            for _ in 0..<100 { try reader.feed([UInt8](repeating: 65, count: 100)) }
        }
        var heads = MultipartReader(boundary: "x")
        #expect(throws: MultipartReader.Refusal.malformed) {
            try heads.feed(Array(("--x\r\nA: " + String(repeating: "b", count: 20_000)).utf8))
        }
        var unfinished = MultipartReader(boundary: "x")
        #expect(throws: MultipartReader.Refusal.malformed) {
            try unfinished.feed(Array("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhello".utf8))
            _ = try unfinished.finish()
        }
    }

    @Test("the boundary of a content type is taken with and without quotation marks")
    func boundary() {
        #expect(MultipartReader.boundary(of: "multipart/form-data; boundary=abc") == "abc")
        #expect(MultipartReader.boundary(of: "Multipart/Form-Data; charset=utf-8; boundary=\"a b\"") == "a b")
        #expect(MultipartReader.boundary(of: "multipart/form-data") == nil)
        #expect(MultipartReader.boundary(of: "multipart/mixed; boundary=abc") == nil)
        #expect(MultipartReader.boundary(of: "multipart/form-data; boundary=\(String(repeating: "a", count: 71))") == nil)
    }

    @Test("an encoded form reads back what was written, and noise never crashes")
    func urlEncoded() {
        var random = Seeded(state: 13)
        for _ in 0..<Self.rounds {
            let count = Int.random(in: 0...40, using: &random)
            let noise = (0..<count).map { _ in "ab%&=+0F中".utf8.randomElement(using: &random) ?? 0 }
            _ = URLEncoded.items(noise)
        }
        #expect(
            URLEncoded.items("a=1&b=%E4%B8%AD+x&c&=d&e=%zz%4").map { "\($0.name)|\($0.value)" } == [
                "a|1", "b|中 x", "c|", "|d", "e|%zz%4",
            ])
        #expect(URLEncoded.items(Array(String(repeating: "a&", count: 6000).utf8)) == nil)
    }

    @Test("JSON reads what it wrote, and refuses what is none")
    func json() {
        var random = Seeded(state: 17)
        for _ in 0..<Self.rounds {
            let value = Self.value(&random, depth: 0)
            var writer = JSONWriter()
            Self.write(value, &writer)
            #expect(JSONValue(writer.bytes) == value)
            var spoilt = writer.bytes
            spoilt[Int.random(in: 0..<spoilt.count, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
            _ = JSONValue(spoilt)
        }
        for text in [
            "", "{", "[1,]", "{\"a\"}", "01", "1.", "\"\u{1}\"", "nul", "[1] x", "\"\\ud800\"", "-", "1e", "{\"a\":1,}",
            "\"\\x\"",
        ] {
            #expect(JSONValue(Array(text.utf8)) == nil, "\(text)")
        }
        #expect(JSONValue(Array("\"\\u4e2d\\ud83d\\ude00\\n\"".utf8)) == .string("中😀\n"))
        #expect(JSONValue(Array(String(repeating: "[", count: 10_000).utf8)) == nil)
    }

    private static func value(_ random: inout Seeded, depth: Int) -> JSONValue {
        switch Int.random(in: 0...(depth > 3 ? 3 : 5), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .number(String(Int64.random(in: .min ... .max, using: &random)))
        case 3:
            let pieces = ["a", "\"", "\\", "\n", "\u{1}", "中", "😀", "\t", "/"]
            return .string(
                (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined())
        case 4: return .array((0..<Int.random(in: 0...3, using: &random)).map { _ in value(&random, depth: depth + 1) })
        default: return .object((0..<Int.random(in: 0...3, using: &random)).map { ("k\($0)", value(&random, depth: depth + 1)) })
        }
    }

    private static func write(_ value: JSONValue, _ json: inout JSONWriter) {
        switch value {
        case .null: json.null()
        case .bool(let bool): json.bool(bool)
        case .number(let text): json.integer(Int64(text) ?? 0)
        case .string(let text): json.string(text)
        case .array(let values): json.array { json in for value in values { write(value, &json) } }
        case .object(let members):
            json.object { json in
                for member in members {
                    json.key(member.name)
                    write(member.value, &json)
                }
            }
        }
    }
}

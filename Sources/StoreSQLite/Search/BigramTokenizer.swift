import GRDB
import GRDBSQLite

/// Cuts text for the full-text index, so that a word of any length is found without a dictionary.
///
/// Of a run of ideographs every two neighbours are a token, the first of them alone another at the same place, and the last one
/// alone closes the run: 人民法 gives 人民 (and 人), 民法 (and 民), 法. A query gives the pairs only, which must follow each other, and
/// the single characters where a pair cannot be: a run of one, and the end of a run that something follows (第12号).
final class BigramTokenizer: FTS5CustomTokenizer {
    static let name = "bigram"
    /// Changes with what the tokens are; every index of an older number is made anew.
    static let version = 1

    private var word: [UInt8] = []

    init(db: Database, arguments: [String]) throws {}

    func tokenize(
        context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
        tokenCallback: @escaping FTS5TokenCallback
    ) -> CInt {
        guard let pText, nText > 0 else { return SQLITE_OK }
        return pText.withMemoryRebound(to: UInt8.self, capacity: Int(nText)) { start in
            let text = SearchText(bytes: UnsafeBufferPointer(start: start, count: Int(nText)))
            let sink = TokenSink(context: context, text: pText, isQuery: tokenization.contains(.query), callback: tokenCallback)
            var place = 0
            while place < text.bytes.count {
                let (scalar, length) = text.scalar(at: place)
                let code: CInt
                switch scalar {
                case .separator:
                    place += length
                    continue
                case .letter: code = readWord(text, &place, sink)
                case .ideograph: code = readRun(text, &place, sink)
                }
                if code != SQLITE_OK { return code }
            }
            return SQLITE_OK
        }
    }

    private func readWord(_ text: SearchText, _ place: inout Int, _ sink: TokenSink) -> CInt {
        let start = place
        word.removeAll(keepingCapacity: true)
        while place < text.bytes.count, case (.letter(let value), let length) = text.scalar(at: place) {
            if value < 0x80 {
                word.append(UInt8(value))
            } else if let scalar = Unicode.Scalar(value) {
                word.append(contentsOf: UTF8.encode(scalar) ?? .init())
            }
            place += length
        }
        return sink.folded(word, start, place)
    }

    private func readRun(_ text: SearchText, _ place: inout Int, _ sink: TokenSink) -> CInt {
        var pairs = 0
        var (_, length) = text.scalar(at: place)
        while true {
            let next = place + length
            guard next < text.bytes.count, case (.ideograph, let nextLength) = text.scalar(at: next) else {
                let start = place
                place = next
                let isNeeded = !sink.isQuery || pairs == 0 || text.hasWord(from: next)
                return isNeeded ? sink.token(start, next) : SQLITE_OK
            }
            var code = sink.token(place, next + nextLength)
            if code == SQLITE_OK, !sink.isQuery { code = sink.token(place, next, isColocated: true) }
            if code != SQLITE_OK { return code }
            pairs += 1
            place = next
            length = nextLength
        }
    }
}

/// Hands tokens to the index.
private struct TokenSink {
    let context: UnsafeMutableRawPointer?
    let text: UnsafePointer<CChar>
    let isQuery: Bool
    let callback: FTS5TokenCallback

    /// A token that is a piece of the text as it stands.
    func token(_ start: Int, _ end: Int, isColocated: Bool = false) -> CInt {
        callback(context, isColocated ? FTS5_TOKEN_COLOCATED : 0, text + start, CInt(end - start), CInt(start), CInt(end))
    }

    func folded(_ word: [UInt8], _ start: Int, _ end: Int) -> CInt {
        word.withUnsafeBytes { bytes in
            callback(context, 0, bytes.bindMemory(to: CChar.self).baseAddress, CInt(word.count), CInt(start), CInt(end))
        }
    }
}

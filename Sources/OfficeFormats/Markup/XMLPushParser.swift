import CXML2

/// Compares two C strings; most names differ in their first byte.
@inline(__always)
private func isEqual(_ name: UnsafePointer<UInt8>, _ text: UnsafePointer<UInt8>) -> Bool {
    var place = 0
    while name[place] == text[place] {
        if name[place] == 0 { return true }
        place += 1
    }
    return false
}

/// The local name of an element, compared without making a `String`. Valid during the callback only.
struct XMLName {
    let local: UnsafePointer<UInt8>
    let namespace: UnsafePointer<UInt8>?

    @inline(__always)
    static func == (name: XMLName, text: StaticString) -> Bool {
        isEqual(name.local, text.utf8Start)
    }

    @inline(__always)
    static func != (name: XMLName, text: StaticString) -> Bool {
        !(name == text)
    }
}

/// The attributes of an element, by local name. Valid during the callback only.
struct XMLAttributes {
    let fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    let count: Int

    /// The bytes of the attribute with that local name, whatever its prefix.
    @inline(__always)
    func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        guard let fields else { return nil }
        for place in 0..<count {
            guard let local = fields[place * 5], isEqual(local, name.utf8Start) else { continue }
            guard let start = fields[place * 5 + 3], let end = fields[place * 5 + 4] else { return nil }
            return UnsafeBufferPointer(start: start, count: end - start)
        }
        return nil
    }

    subscript(name: StaticString) -> String? {
        bytes(name).map { String(decoding: $0, as: UTF8.self) }
    }

    func integer(_ name: StaticString) -> Int? {
        self[name].flatMap { Int($0) }
    }

    /// An on/off attribute as OOXML writes it: `1`, `true`, `on`.
    func isOn(_ name: StaticString) -> Bool {
        ["1", "true", "on"].contains(self[name])
    }
}

/// Receives what a parser meets. To stop the parse, set `failure`.
class XMLListener {
    var failure: OfficeFormatError?

    func start(_ name: XMLName, _ attributes: XMLAttributes) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    func end(_ name: XMLName) {}
}

/// libxml2's push parser without document types, entities of a file's own, or network.
final class XMLPushParser {
    private let context: xmlParserCtxtPtr
    private let listener: XMLListener
    private let part: String
    private let depthLimit: Int
    private var depth = 0
    private var failure: OfficeFormatError?

    private static let isReady: Void = xmlInitParser()

    init(part: String, listener: XMLListener, depthLimit: Int) {
        _ = Self.isReady
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(0xDEED_BEAF)
        handler.startElementNs = { owner, local, _, uri, _, _, count, _, attributes in
            guard let local else { return }
            XMLPushParser.from(owner)?.started(
                XMLName(local: local, namespace: uri), XMLAttributes(fields: attributes, count: Int(count)))
        }
        handler.endElementNs = { owner, local, _, uri in
            guard let local else { return }
            XMLPushParser.from(owner)?.ended(XMLName(local: local, namespace: uri))
        }
        let text: charactersSAXFunc = { owner, bytes, count in
            XMLPushParser.from(owner)?.met(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        handler.characters = text
        // The same function twice: libxml2 then keeps blanks instead of guessing which of them matter.
        handler.ignorableWhitespace = text
        handler.cdataBlock = text
        handler.internalSubset = { owner, _, _, _ in XMLPushParser.from(owner)?.metDocumentType() }
        handler.serror = { owner, error in
            guard let error, error.pointee.level == XML_ERR_FATAL else { return }
            XMLPushParser.from(owner)?.failed(line: Int(error.pointee.line))
        }
        guard let context = xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil) else {
            fatalError("libxml2 has no memory for a parser")
        }
        // NOENT only so that &amp; in attributes arrives as &; with document types refused there is nothing else to replace.
        let options = XML_PARSE_NOENT.rawValue | XML_PARSE_NONET.rawValue
        xmlCtxtUseOptions(context, Int32(options))
        self.context = context
        self.listener = listener
        self.part = part
        self.depthLimit = depthLimit
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    }

    deinit { xmlFreeParserCtxt(context) }

    /// - Throws: `malformedXML`, `tooDeep`, `declaresDocumentType`, and what the listener set.
    func parse(_ chunk: UnsafeBufferPointer<UInt8>) throws(OfficeFormatError) {
        chunk.withMemoryRebound(to: CChar.self) { _ = xmlParseChunk(context, $0.baseAddress, Int32($0.count), 0) }
        try check()
    }

    func finish() throws(OfficeFormatError) {
        _ = xmlParseChunk(context, nil, 0, 1)
        try check()
        guard context.pointee.wellFormed != 0 else { throw .malformedXML(part: part, line: 0) }
    }

    private func check() throws(OfficeFormatError) {
        if let failure { throw failure }
    }

    @inline(__always)
    private static func from(_ owner: UnsafeMutableRawPointer?) -> XMLPushParser? {
        owner.map { Unmanaged<XMLPushParser>.fromOpaque($0).takeUnretainedValue() }
    }

    private func started(_ name: XMLName, _ attributes: XMLAttributes) {
        guard failure == nil else { return }
        depth += 1
        guard depth <= depthLimit else { return stop(.tooDeep(part: part, limit: depthLimit)) }
        listener.start(name, attributes)
        if let failure = listener.failure { stop(failure) }
    }

    private func ended(_ name: XMLName) {
        guard failure == nil else { return }
        depth -= 1
        listener.end(name)
        if let failure = listener.failure { stop(failure) }
    }

    private func met(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard failure == nil else { return }
        listener.text(bytes)
    }

    private func metDocumentType() {
        stop(.declaresDocumentType(part: part))
    }

    private func failed(line: Int) {
        guard failure == nil else { return }
        failure = .malformedXML(part: part, line: line)
    }

    private func stop(_ reason: OfficeFormatError) {
        guard failure == nil else { return }
        failure = reason
        xmlStopParser(context)
    }
}

extension ZipArchive {
    /// Parses a whole part through `listener`.
    func parse(_ part: String, _ listener: XMLListener) throws(OfficeFormatError) {
        let stream = try stream(part)
        let parser = XMLPushParser(part: part, listener: listener, depthLimit: limits.depth)
        while true {
            let chunk = try stream.next()
            if chunk.isEmpty { break }
            try parser.parse(chunk)
        }
        try parser.finish()
    }
}
